//! One line of a bill: before, after, and what the new price breaks.

use super::adjusting::Adjusting;
use super::change::mode::AdjustMode;
use super::change::new_prices::NewPrice;
use super::model::BillLine;
use crate::error::{Code, Error, Finding, Result, finding};
use crate::number::{Money, Rate, Rounding};
use crate::pricing::check::{Level, PriceMove, percent_rate};
use crate::pricing::price::{FloorPriceRule, Price, total_of};
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
        let floor = self.new_floor(unit, new)?;
        // Checked against the floor that comes with the bill, not the one that goes.
        let mut after = unit.clone();
        if let Some(floor) = &floor {
            after.floor_price = Some(floor.unit);
            after.floor_total = Some(floor.total);
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
            new_floor_price: floor.map(|floor| floor.unit),
            new_floor_total: floor.map(|floor| floor.total),
            change,
            change_rate,
            flags,
        })
    }

    /// The floor price that comes with a new price: of the table of prices, else by rate.
    fn new_floor(&self, unit: &Unit, new: &NewPrice) -> Result<Option<Price>> {
        let area = unit.building_area;
        let by_rate = self.floor_rate.map(FloorPriceRule::new);
        match (new.floor_price, by_rate.as_ref().or(self.floor_price)) {
            (Some(unit), _) => {
                Ok(Some(Price { unit, total: total_of(unit, area, &Rounding::FEN)? }))
            }
            (None, Some(rule)) => rule.floor_of(&new.price, self.basis_of(unit)?, area).map(Some),
            (None, None) => Ok(None),
        }
    }
}
