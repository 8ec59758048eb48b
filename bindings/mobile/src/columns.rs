//! Many units at once, without a record for each: columns of little-endian integers.

use crate::bytes::{self, Bytes};
use crate::call::guarded;
use crate::{Checked, KaipanError};
use kaipan::number::{UnitPrice, Unrounded};
use kaipan::pricing::{self, Columns, ColumnsView, CompiledScheme, PricingScheme};
use kaipan::project::Unit;
use std::sync::{Arc, PoisonError, RwLock};

/// What the codes of a column stand for: a factor of the scheme, or its spot adjustments.
#[derive(Debug, Clone, uniffi::Record)]
pub struct Axis {
    /// Name of the factor.
    pub name: String,
    /// Number of codes; codes count from 0.
    pub codes: u32,
    /// Attribute values with their codes, as met in the units the scheme was compiled for.
    pub keys: Vec<AxisKey>,
}

/// An attribute value and its code.
#[derive(Debug, Clone, uniffi::Record)]
pub struct AxisKey {
    /// Attribute value; empty for units without one.
    pub key: String,
    /// Code.
    pub code: u32,
}

/// Units as columns, little-endian.
#[derive(Debug, Clone, uniffi::Record)]
pub struct ColumnBytes {
    /// Codes, 2 bytes each: a whole column for every axis, one after the other.
    pub codes: Bytes,
    /// Areas in 0.0001 m², 8 bytes each.
    pub areas: Bytes,
    /// Gift areas in 0.0001 m², 8 bytes each; empty if the scheme does not charge them.
    pub gift_areas: Bytes,
    /// Lump sums in fen, 8 bytes each; empty if the scheme has none.
    pub lump_sums: Bytes,
}

/// A compiled pricing scheme, as it crosses: its columns are bytes.
///
/// Not for users: the `CompiledScheme` of each package takes and gives arrays, and holds one of these.
#[derive(uniffi::Object)]
pub struct SchemeHandle {
    compiled: RwLock<CompiledScheme>,
    columns: Columns,
}

#[uniffi::export]
impl SchemeHandle {
    /// Compiles a scheme for these units. They need not be in its scope.
    #[uniffi::constructor]
    pub fn new(
        scheme: Checked<PricingScheme>,
        units: Checked<Vec<Unit>>,
    ) -> Result<Arc<SchemeHandle>, KaipanError> {
        let scheme = scheme.value().map_err(|error| error.at("scheme"))?;
        let units = units.value().map_err(|error| error.at("units"))?;
        Ok(Arc::new(guarded(|| SchemeHandle::compile(&scheme, &units))?))
    }

    /// The axes: one for every factor, and a last one for spot adjustments.
    pub fn axes(&self) -> Vec<Axis> {
        let compiled = self.compiled.read().unwrap_or_else(PoisonError::into_inner);
        let key =
            |key: &pricing::AxisKey| AxisKey { key: key.key.to_string(), code: key.code.into() };
        let axis = |axis: &pricing::Axis| Axis {
            name: axis.name.to_string(),
            codes: axis.codes.into(),
            keys: axis.keys.iter().map(key).collect(),
        };
        compiled.axes().iter().map(axis).collect()
    }

    /// The units it was compiled for, as columns.
    pub fn columns(&self) -> Result<ColumnBytes, KaipanError> {
        Ok(ColumnBytes {
            codes: Bytes::codes(&self.columns.codes)?,
            areas: Bytes::integers(&[&self.columns.areas])?,
            gift_areas: Bytes::integers(&[&self.columns.gift_areas])?,
            lump_sums: Bytes::integers(&[&self.columns.lump_sums])?,
        })
    }

    /// Changes the base price; codes stay the same.
    pub fn set_base(&self, base: Checked<UnitPrice>) -> Result<(), KaipanError> {
        let base = base.value().map_err(|error| error.at("base"))?;
        let mut compiled = self.compiled.write().unwrap_or_else(PoisonError::into_inner);
        Ok(compiled.set_base(Unrounded::from(base)).map_err(|error| error.at("base"))?)
    }

    /// Changes the base price to an exact quotient of whole numbers, as `pricing.solve_base` answers
    /// it; codes stay the same.
    pub fn set_exact_base(
        &self,
        numerator: String,
        denominator: String,
    ) -> Result<(), KaipanError> {
        let base = format!("{numerator}/{denominator}").parse::<Unrounded>();
        let base = base.map_err(|error| error.at("base"))?;
        let mut compiled = self.compiled.write().unwrap_or_else(PoisonError::into_inner);
        Ok(compiled.set_base(base).map_err(|error| error.at("base"))?)
    }

    /// The code of an attribute value of an axis, such as of floor "18"; none for a value that no
    /// unit had, and for one whose code depends on more than the value (a floor of buildings with
    /// different floors).
    pub fn code(&self, axis: u32, key: String) -> Option<u32> {
        let compiled = self.compiled.read().unwrap_or_else(PoisonError::into_inner);
        let axis = compiled.axes().get(usize::try_from(axis).ok()?)?;
        axis.code(&key).map(u32::from)
    }

    /// Prices the units it was compiled for, as [`SchemeHandle::price_columns`].
    pub fn price(&self) -> Result<Bytes, KaipanError> {
        self.run(&self.columns)
    }

    /// Prices other units: columns as [`ColumnBytes`] has them.
    ///
    /// Gives little-endian integers of 8 bytes: a unit price in fen per m² for every row, a total in
    /// fen for every row, the sum of the areas in 0.0001 m², and the sum of the totals in fen.
    pub fn price_columns(
        &self,
        codes: &[u8],
        areas: &[u8],
        gift_areas: &[u8],
        lump_sums: &[u8],
    ) -> Result<Bytes, KaipanError> {
        let areas = bytes::integers("areas", areas)?;
        let codes = match (codes, areas.as_slice()) {
            // No rows: bytes cannot say of how many columns.
            ([], []) => vec![Vec::new(); self.columns.codes.len()],
            _ => bytes::codes(codes, areas.len())?,
        };
        let gift_areas = bytes::integers("gift_areas", gift_areas)?;
        let lump_sums = bytes::integers("lump_sums", lump_sums)?;
        self.run(&Columns { codes, areas, gift_areas, lump_sums })
    }
}

impl SchemeHandle {
    pub(crate) fn compile(scheme: &PricingScheme, units: &[Unit]) -> kaipan::Result<SchemeHandle> {
        let (compiled, columns) = CompiledScheme::compile(scheme, units)?;
        Ok(SchemeHandle { compiled: RwLock::new(compiled), columns })
    }

    pub(crate) fn price_view<C: AsRef<[u16]>>(
        &self,
        columns: &ColumnsView<'_, C>,
        out: pricing::PricedColumns<'_>,
    ) -> kaipan::Result<pricing::ColumnTotals> {
        let compiled = self.compiled.read().unwrap_or_else(PoisonError::into_inner);
        compiled.price(columns, out)
    }

    fn run(&self, columns: &Columns) -> Result<Bytes, KaipanError> {
        let rows = columns.areas.len();
        let (mut unit_prices, mut totals) = (vec![0; rows], vec![0; rows]);
        let out = pricing::PricedColumns { unit_prices: &mut unit_prices, totals: &mut totals };
        let sums = guarded(|| self.price_view(&columns.view(), out))?;
        let sums = [sums.area.ten_thousandths(), sums.total.fen()];
        Ok(Bytes::integers(&[&unit_prices, &totals, &sums])?)
    }
}
