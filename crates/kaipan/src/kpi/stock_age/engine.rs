//! How long the stock has been on offer, and which of it is slow.

use super::groups::{GroupKey, StockGrouping};
use super::policy::{SlowStock, StockAgeBand, standard_bands, wrong_bands, wrong_prices};
use super::sheet::{SlowUnit, StockAgeSheet, StockBandSum, StockGroup, StockSum};
use super::units::StockUnits;
use crate::builder::inputs;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::kpi::fact::{Fact, FactBook, FactDimension};
use crate::kpi::rounded::{figure, quotient};
use crate::number::{Area, Money, UnitPrice, Unrounded, overflow};
use crate::{Date, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Looks at units that were released and are not sold: their age, and what is slow (滞销, handbook
/// §8.16).
///
/// ```
/// use kaipan::kpi::{Fact, FactKind, SlowStock, StockAging};
/// let released = Fact::new("R1", FactKind::Released, "2026-01-10".parse()?)
///     .with_unit("1-101")
///     .with_area("89.50".parse()?)
///     .with_list_amount("1200000".parse()?);
/// let slow = SlowStock::default().with_after_days(180);
/// let sheet = StockAging::new(&[released], "2026-08-01".parse()?).slow(&slow).sheet()?;
/// assert_eq!((sheet.stock.units, sheet.slow[0].days), (1, 203));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct StockAging<'a> {
    facts: &'a [Fact],
    day: Date,
    bands: &'a [StockAgeBand],
    slow: &'a SlowStock,
    by: &'a [FactDimension],
    price_bounds: &'a [UnitPrice],
}

/// Nothing is slow.
static NONE: SlowStock = SlowStock { after_days: None, above_months: None, months: None };

/// A unit of the stock.
struct Aged<'a> {
    unit: &'a Text,
    release: &'a Fact,
    since: Date,
    days: u32,
    band: usize,
    group: GroupKey,
}

impl<'a> StockAging<'a> {
    /// Of facts, on a day; what came later does not count.
    pub fn new(facts: &'a [Fact], day: Date) -> StockAging<'a> {
        StockAging { facts, day, bands: &[], slow: &NONE, by: &[], price_bounds: &[] }
    }

    inputs! {
        /// Bands of ages, the youngest first; up to 90, 180 and 365 days and longer if none are given.
        bands: &'a [StockAgeBand];
        /// What makes stock slow.
        slow: &'a SlowStock;
        /// What units are grouped by, together.
        by: &'a [FactDimension];
        /// List prices from which a further group begins, yuan per m², the lowest first.
        price_bounds: &'a [UnitPrice];
    }

    /// The stock by age, its groups, and what is slow.
    ///
    /// # Errors
    /// [`Code::KpiFactTwice`], [`Code::KpiFactCircle`], [`Code::KpiBlank`] of facts;
    /// [`Code::KpiFirstBand`], [`Code::KpiTierOrder`], [`Code::KpiBlank`] of bands;
    /// [`Code::KpiTierOrder`], [`Code::KpiNumber`] of prices; [`Code::KpiNumber`],
    /// [`Code::KpiMonths`] of what is slow; [`Code::KpiDimensionTwice`].
    pub fn sheet(&self) -> Result<StockAgeSheet> {
        let standard = standard_bands();
        let bands = if self.bands.is_empty() { &standard } else { self.bands };
        self.refuse()?;
        let book = FactBook::new(self.facts, Input::Facts)?;
        let units = StockUnits::new(&book, self.day);
        let grouping = StockGrouping { by: self.by, price_bounds: self.price_bounds };
        let stock = self.aged(&units, bands, &grouping)?;
        let groups = self.groups(&units, &stock, &grouping)?;
        let slow = self.slow_units(&stock, bands, &groups);
        let slow_units: BTreeSet<&Text> = slow.iter().map(|one| &one.unit).collect();
        let slow_stock = sum(stock.iter().filter(|one| slow_units.contains(one.unit)))?;
        let mut sums = Vec::with_capacity(bands.len());
        for (at, band) in bands.iter().enumerate() {
            let next = bands.get(at.saturating_add(1));
            sums.push(StockBandSum {
                name: band.name.clone(),
                from_days: band.from_days,
                to_days: next.map(|next| next.from_days.saturating_sub(1)),
                stock: sum(stock.iter().filter(|one| one.band == at))?,
            });
        }
        Ok(StockAgeSheet {
            day: self.day,
            stock: sum(stock.iter())?,
            bands: sums,
            groups: groups.into_values().collect(),
            slow,
            slow_stock,
            findings: self.told(&book, &units, &stock),
        })
    }

    fn refuse(&self) -> Result<()> {
        let place = |errors: Vec<Error>, input: Input| {
            errors.into_iter().map(move |error| error.within(input))
        };
        let mut errors: Vec<Error> = place(wrong_bands(self.bands), Input::Bands).collect();
        errors.extend(place(wrong_prices(self.price_bounds), Input::PriceBounds));
        errors.extend(place(self.slow.errors(), Input::Slow));
        for (at, dimension) in self.by.iter().enumerate() {
            if self.by.iter().take(at).any(|earlier| earlier == dimension) {
                let error = Error::new(Code::KpiDimensionTwice).with("name", dimension.word());
                errors.push(error.at(at).within(Input::By));
            }
        }
        Error::collect(errors)
    }

    /// The units of the stock, the oldest first.
    fn aged(
        &self,
        units: &StockUnits<'a>,
        bands: &[StockAgeBand],
        grouping: &StockGrouping<'_>,
    ) -> Result<Vec<Aged<'a>>> {
        let mut stock = Vec::new();
        for (unit, release, since) in units.stock() {
            let days = u32::try_from(self.day.days_since(since)).map_err(|_| overflow())?;
            let begun = bands.iter().take_while(|band| band.from_days <= days).count();
            let (band, group) = (begun.saturating_sub(1), grouping.of(release)?);
            stock.push(Aged { unit, release, since, days, band, group });
        }
        stock.sort_by(|one, two| (two.days, one.unit).cmp(&(one.days, two.unit)));
        Ok(stock)
    }

    fn groups(
        &self,
        units: &StockUnits<'a>,
        stock: &[Aged<'a>],
        grouping: &StockGrouping<'_>,
    ) -> Result<BTreeMap<GroupKey, StockGroup>> {
        let months = self.slow.counted_months();
        let back = i32::try_from(months).map_err(|_| overflow())?;
        let after = self.day.add_months(back.saturating_neg()).unwrap_or(Date::FIRST);
        let sold = grouping.sold(units, after)?;
        let mut groups = BTreeMap::new();
        for (release, _) in units.released.values() {
            let key = grouping.of(release)?;
            if groups.contains_key(&key) {
                continue;
            }
            let own = sum(stock.iter().filter(|one| one.group == key))?;
            let count = sold.get(&key).copied().unwrap_or(0);
            let lasts = if count > 0 {
                let stock = i128::from(own.units).saturating_mul(months.into());
                quotient(stock, count.into())?
            } else {
                None
            };
            let rate = quotient(count.into(), months.into())?.unwrap_or(Unrounded::ZERO);
            let (price_from, price_below) = grouping.prices(&key);
            let group = StockGroup {
                by: grouping.answered(&key),
                price_from,
                price_below,
                stock: own,
                sold: count,
                monthly_rate: figure(&rate, 2)?,
                months_of_inventory: lasts.as_ref().map(|lasts| figure(lasts, 2)).transpose()?,
                slow: own.units > 0 && self.is_slow(lasts.as_ref())?,
            };
            groups.insert(key, group);
        }
        Ok(groups)
    }

    /// Stock that lasts longer than the bound, or for ever.
    fn is_slow(&self, lasts: Option<&Unrounded>) -> Result<bool> {
        let Some(bound) = self.slow.above_months else { return Ok(false) };
        let Some(lasts) = lasts else { return Ok(true) };
        Ok(lasts.compare(&bound.into())?.is_gt())
    }

    fn slow_units(
        &self,
        stock: &[Aged<'a>],
        bands: &[StockAgeBand],
        groups: &BTreeMap<GroupKey, StockGroup>,
    ) -> Vec<SlowUnit> {
        let slow = stock.iter().map(|one| SlowUnit {
            unit: one.unit.clone(),
            released_on: one.since,
            days: one.days,
            band: bands.get(one.band).map(|band| band.name.clone()).unwrap_or_default(),
            area: one.release.area,
            list_value: one.release.list_amount,
            by_age: self.slow.after_days.is_some_and(|after| one.days >= after),
            by_group: groups.get(&one.group).is_some_and(|group| group.slow),
        });
        slow.filter(|one| one.by_age || one.by_group).collect()
    }

    fn told(
        &self,
        book: &FactBook<'a>,
        units: &StockUnits<'a>,
        stock: &[Aged<'a>],
    ) -> Vec<Finding> {
        let mut findings = book.findings().to_vec();
        let place = |told: Finding| told.within(Input::Facts);
        if units.without_unit > 0 {
            findings.push(place(finding!(Code::KpiFactNoUnit, count = units.without_unit)));
        }
        if let Some((unit, count)) = units.unreleased() {
            findings.push(place(finding!(Code::KpiSoldUnreleased, unit, count)));
        }
        let elsewhere = units.elsewhere.iter();
        findings.extend(elsewhere.map(|(unit, [node, other])| {
            place(finding!(Code::KpiUnitElsewhere, unit = *unit, node = *node, other = *other))
        }));
        let lacks = |name: &'static str, is_there: fn(&Fact) -> bool| {
            let count = stock.iter().filter(|one| !is_there(one.release)).count();
            (count > 0).then(|| finding!(Code::KpiAmountMissing, name, count))
        };
        findings.extend(lacks("area", |fact| fact.area.is_some()).map(place));
        findings.extend(lacks("list_value", |fact| fact.list_amount.is_some()).map(place));
        findings
    }
}

/// What units come to.
fn sum<'s, 'a: 's>(units: impl Iterator<Item = &'s Aged<'a>> + Clone) -> Result<StockSum> {
    let mut area = Area::ZERO;
    for own in units.clone().filter_map(|one| one.release.area) {
        area = area.checked_add(own).ok_or_else(overflow)?;
    }
    let count = u32::try_from(units.clone().count()).map_err(|_| overflow())?;
    let list_value = Money::sum(units.filter_map(|one| one.release.list_amount))?;
    Ok(StockSum { units: count, area, list_value })
}
