//! One line of a bill: before, after, and what the new price breaks.

use super::adjusting::Adjusting;
use super::change::mode::AdjustMode;
use super::change::new_prices::NewPrice;
use super::model::BillLine;
use crate::error::{Code, Error, Finding, Result, finding};
use crate::number::{Money, Rate, Rounding, Unrounded};
use crate::pricing::check::{Level, PriceMove, percent_rate};
use crate::pricing::price::Price;
use crate::project::Unit;
use crate::project::figures::{Figured, differ};
use crate::scale;
use crate::{Date, Text};

impl Adjusting<'_> {
    /// Tells of a price that moves further than is usual. A percentage for all is told by itself.
    fn unusual_change(
        &self,
        old: Money,
        new: Money,
        change_rate: Option<Rate>,
        unit: &Unit,
    ) -> Option<Finding> {
        if matches!(self.mode, AdjustMode::Percent { .. }) {
            return None;
        }
        let (percent, most) = scale::beyond(scale::ADJUSTMENT, change_rate?)?;
        Some(finding!(Code::PricingUnusualChange, old, new, percent, most).unit(&unit.unit_no))
    }

    /// The line of a unit; what is told of its new price joins `told`.
    pub(super) fn line(
        &self,
        unit: &Unit,
        new: &NewPrice,
        last: Option<Date>,
        told: &mut Vec<Finding>,
    ) -> Result<BillLine> {
        let old = Price::listed(unit)?;
        let floor_price = match (new.floor_price, self.floor_rate) {
            (Some(price), _) => Some(price),
            (None, Some(rate)) => {
                let share = Unrounded::from(new.price.unit).mul(&Unrounded::from(rate))?;
                Some(Rounding::YUAN.unit_price(&share)?)
            }
            (None, None) => None,
        };
        // Checked against the floor that comes with the bill, not the one that goes.
        let mut after = unit.clone();
        if let Some(floor) = floor_price {
            after.floor_price = Some(floor);
            after.floor_total = None;
        }
        let rules = self.rules;
        let Price { unit: unit_price, total } = new.price;
        let mut findings =
            rules.findings(&after, unit_price, total, Level::List, Level::ListTotal)?;
        let differ = differ(Figured::New, unit_price, unit.building_area, total);
        findings.extend(differ.map(|found| found.unit(&unit.unit_no)));
        findings.extend(rules.differs_from_filed(unit, unit_price));
        let (mut change, mut change_rate) = (None, None);
        if let Some(old) = &old {
            let difference = new.price.total.checked_sub(old.total);
            let difference = difference.ok_or_else(|| Error::new(Code::NumberOverflow))?;
            change = Some(difference);
            change_rate = percent_rate(&difference.into(), &old.total.into()).ok();
            findings.extend(self.unusual_change(old.total, new.price.total, change_rate, unit));
            let change = PriceMove { old: *old, new: new.price, totals: unit.list_total.is_some() };
            findings.extend(change.findings(rules, unit, last, Some(self.effective_date))?);
        }
        let flags = findings.iter().map(|finding| Text::from(finding.code.as_str())).collect();
        told.append(&mut findings);
        Ok(BillLine {
            unit_no: unit.unit_no.clone(),
            building_area: unit.building_area,
            old_list_price: old.as_ref().map(|old| old.unit),
            old_list_total: old.as_ref().map(|old| old.total),
            new_list_price: new.price.unit,
            new_list_total: new.price.total,
            old_floor_price: unit.floor_price,
            new_floor_price: floor_price,
            change,
            change_rate,
            flags,
        })
    }
}
