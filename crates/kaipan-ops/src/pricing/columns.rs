//! What hosts give as JSON to price in columns.

use kaipan::error::Result;
use kaipan::pricing::{Columns, CompiledScheme, PricingScheme};
use kaipan::project::Unit;
use kaipan_derive::boundary;

/// A scheme and the units it is compiled for.
#[boundary]
pub struct ColumnsRequest {
    /// The scheme; it needs a base price. Its scope is not looked at: the caller has chosen.
    pub scheme: PricingScheme,
    /// The units, in the order of the columns. Floors that exist are taken from them.
    #[boundary(required)]
    pub units: Vec<Unit>,
}

impl ColumnsRequest {
    /// Compiles it.
    ///
    /// # Errors
    /// As [`CompiledScheme::compile`].
    pub fn compile(&self) -> Result<(CompiledScheme, Columns)> {
        CompiledScheme::compile(&self.scheme, &self.units)
    }
}
