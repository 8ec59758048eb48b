//! Comparison with filed prices (备案核对).

use super::summary::Extreme;
use super::table_row::TableRow;
use crate::error::{Code, Error, Result};
use crate::number::UnitPrice;
use kaipan_derive::boundary;

/// Comparison of computed with filed unit prices (备案核对).
#[boundary(answer)]
#[derive(Default)]
pub struct FiledComparison {
    /// Units with a filed price.
    pub compared: u32,
    /// Units whose building-area unit price equals the filed price to the fen.
    pub equal: u32,
    /// Units above the band around the filed price that the rules allow.
    #[boundary(default)]
    pub above: u32,
    /// Units below that band.
    #[boundary(default)]
    pub below: u32,
    /// Unit with the greatest difference, if any differs.
    pub worst: Option<Extreme>,
}

/// Counts the rows that have a filed price.
pub(super) fn compared(rows: &[TableRow]) -> Result<Option<FiledComparison>> {
    let mut so_far: Option<FiledComparison> = None;
    for row in rows {
        let Some(filed) = row.filed_price else { continue };
        let so_far = so_far.get_or_insert_default();
        let add = |count: &mut u32, holds: bool| *count = count.saturating_add(holds.into());
        let broken = |code: Code| row.flags.iter().any(|flag| flag == code.as_str());
        let price = row.building_unit_price;
        add(&mut so_far.compared, true);
        add(&mut so_far.above, broken(Code::PricingAboveFiled));
        add(&mut so_far.below, broken(Code::PricingBelowFiled));
        add(&mut so_far.equal, price == filed);
        let off = price.micros().checked_sub(filed.micros()).and_then(i64::checked_abs);
        let off = UnitPrice::from_micros(off.ok_or_else(|| Error::new(Code::NumberOverflow))?);
        let worst = so_far.worst.as_ref().map_or(UnitPrice::ZERO, |worst| worst.unit_price);
        if off > worst {
            so_far.worst = Some(Extreme { unit_price: off, unit_no: row.unit_no.clone() });
        }
    }
    Ok(so_far)
}
