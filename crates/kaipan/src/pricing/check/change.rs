//! Changes of list prices: how deep a cut is, and how long ago the last change was.

use super::rules::{FiledPriceRule, PriceRules};
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::{Mode, Money, Rate, Unrounded, Wide, divide, place_point};
use crate::pricing::price::Price;
use crate::project::{Unit, unknown_unit};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::{HashMap, HashSet};

/// When a unit's list price was last changed.
#[boundary]
pub struct LastChange {
    /// 房号.
    pub unit_no: Text,
    /// The day.
    pub on: Date,
}

/// The last changes of units, by unit number.
pub(crate) struct LastChanges<'a>(HashMap<&'a str, Date>);

impl<'a> LastChanges<'a> {
    pub(crate) fn new(changes: &'a [LastChange]) -> LastChanges<'a> {
        LastChanges(changes.iter().map(|change| (change.unit_no.as_str(), change.on)).collect())
    }

    /// The day on which a unit's price was last changed, if it is known.
    pub(crate) fn of(&self, unit_no: &str) -> Option<Date> {
        self.0.get(unit_no).copied()
    }

    /// Changes of units that do not exist, or given twice: a typing error would switch a rule off.
    pub(crate) fn errors(changes: &[LastChange], units: &[Unit]) -> Vec<Error> {
        let known: HashSet<&str> = match changes {
            [] => HashSet::new(),
            _ => units.iter().map(|unit| unit.unit_no.as_str()).collect(),
        };
        let mut errors = Vec::new();
        for (at, change, again) in with_repeats(changes, |change| change.unit_no.as_str()) {
            let place = |error: Error| error.at("unit_no").at(at).within(Input::LastChanges);
            if !known.contains(change.unit_no.as_str()) {
                errors.push(place(unknown_unit(units, &change.unit_no, errors.len())));
            }
            if let Some(first) = again {
                let error = Error::new(Code::ProjectUnitTwice).with("unit_no", &change.unit_no);
                errors.push(place(error.with("first", first)));
            }
        }
        errors
    }
}

/// A list price before and after, per m² of building area.
pub(crate) struct PriceMove {
    pub(crate) old: Price,
    pub(crate) new: Price,
    /// Both totals are given, none is derived from its unit price.
    pub(crate) totals: bool,
}

impl PriceMove {
    /// Whether the price is another one: by its unit price, or by a yuan or more of its total.
    fn is_change(&self) -> bool {
        let moved = self.new.total.fen().abs_diff(self.old.total.fen());
        self.old.unit != self.new.unit || (self.totals && moved >= 100)
    }

    /// How much of the old price is cut off, as a share; by unit price or, where both are given and
    /// the cut goes a yuan deeper than the limit, by total.
    fn cut_beyond(&self, limit: Rate) -> Result<Option<Unrounded>> {
        if !self.old.unit.is_positive() {
            return Ok(None);
        }
        let share = |old: &Unrounded, new: &Unrounded| old.sub(new)?.div(old);
        let limit = Unrounded::from(limit);
        let by_price = share(&self.old.unit.into(), &self.new.unit.into())?;
        if by_price.compare(&limit)?.is_gt() {
            return Ok(Some(by_price));
        }
        if !self.totals {
            return Ok(None);
        }
        let old = Unrounded::from(self.old.total);
        let by_total = share(&old, &self.new.total.into())?;
        let deeper = by_total.sub(&limit)?.mul(&old)?;
        Ok(deeper.compare(&Unrounded::ONE)?.is_ge().then_some(by_total))
    }

    /// What the change breaks: the time since the last one, and the depth of a cut.
    pub(crate) fn findings(
        &self,
        rules: &PriceRules,
        unit: &Unit,
        last_change: Option<Date>,
        on: Option<Date>,
    ) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        let Some(rule) = rules.filed.as_ref().filter(|_| self.is_change()) else {
            return Ok(findings);
        };
        if let (Some(last), Some(on)) = (last_change, on) {
            findings.extend(too_soon(rule, last, on).into_iter().map(|f| f.unit(&unit.unit_no)));
        }
        if let Some(most) = rule.max_cut_per_change
            && let Some(cut) = self.cut_beyond(most)?
        {
            // Rounded up, so that a cut just beyond the limit does not read like the limit.
            let hundred = Wide::from(10_000_i64);
            let cut = divide(cut.numerator().mul(hundred)?, cut.denominator(), Mode::Up)?;
            let cut = place_point(cut, 2);
            let limit = Unrounded::from(most).mul(&Unrounded::from(Money::from_fen(10_000)))?;
            let limit = limit.to_exact()?;
            findings.push(finding!(Code::PricingCutTooDeep, cut, limit).unit(&unit.unit_no));
        }
        Ok(findings)
    }
}

/// The waits between two changes that are not over yet. A wait beyond the calendar is never over.
pub(super) fn too_soon(rule: &FiledPriceRule, last: Date, on: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(least) = rule.min_days_between_changes {
        let days = on.days_since(last);
        let free = last.add_days(least).unwrap_or(Date::LAST);
        if days < i64::from(least) {
            findings.push(finding!(Code::PricingTooSoon, days, least, date = free));
        }
    }
    if let Some(months) = rule.min_months_between_changes {
        let span = i32::try_from(months).ok();
        let free = span.and_then(|span| last.add_months(span));
        if free.is_none_or(|free| on < free) {
            let free = free.unwrap_or(Date::LAST);
            findings.push(finding!(Code::PricingTooSoonMonths, last, months, date = free));
        }
    }
    findings
}

/// A change as a ratio, half up to 4 decimals: a percent with 2 (handbook §13).
pub(crate) fn percent_rate(change: &Unrounded, of: &Unrounded) -> Result<Rate> {
    if of.is_zero() {
        return Ok(Rate::ZERO);
    }
    let count = change.div(of)?.scaled(4)?.to_i64().and_then(|count| count.checked_mul(100));
    count.map(Rate::from_millionths).ok_or_else(|| Error::new(Code::NumberOverflow))
}
