//! Codes: which value of a factor a unit has.

use crate::error::{Code, Error, Result};

/// Code of units outside a factor's scope.
pub(crate) const OUT_OF_SCOPE: u32 = 0;
/// Code of units in scope for which the factor has no value.
pub(crate) const MISSING: u32 = 1;

/// Codes count from the first real value.
pub(super) fn code_at(position: usize) -> Result<u32> {
    let code = u32::try_from(position).ok().and_then(|at| at.checked_add(2));
    code.ok_or_else(|| Error::new(Code::NumberOverflow))
}
