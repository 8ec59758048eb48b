//! Checking list and deal prices against floor prices, filed prices and local rules.

use super::broken::Level;
use super::change::{LastChange, LastChanges, PriceMove};
use super::rules::{PriceRules, USUAL_RULES};
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Finding, Input, Result, Severity, finding};
use crate::number::{Money, UnitPrice, overflow};
use crate::pricing::price::Price;
use crate::project::figures::{self, Figured, differ};
use crate::project::{self, Names, Project, Unit, UnitState, not_positive};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::HashMap;

/// Prices of a unit to check. Unit prices are per m² of building area; a missing one of unit price
/// and total is derived from the other.
#[boundary]
pub struct CheckedPrice {
    /// 房号.
    pub unit_no: Text,
    /// 表价 (单价).
    pub list_price: Option<UnitPrice>,
    /// 表价 (总价).
    pub list_total: Option<Money>,
    /// 成交单价.
    pub deal_price: Option<UnitPrice>,
    /// 成交总价.
    pub deal_total: Option<Money>,
}

/// The outcome of a check.
#[boundary(answer)]
pub struct PriceCheck {
    /// Prices checked.
    pub checked: u32,
    /// Rules broken.
    pub violations: u32,
    /// 溢价: Σ (deal total − floor total) of the deals that have both, yuan.
    pub premium: Option<Money>,
    /// Everything found.
    #[boundary(required)]
    pub findings: Vec<Finding>,
}

/// A check of prices (handbook §2.8): `floor ≤ deal`, `floor ≤ list`, both within the band around
/// the filed price; changes against the unit's present list price keep the rules on cuts and time.
///
/// Errors and findings are placed in [`Input::Project`], `Prices`,
/// `Rules` and `LastChanges`.
///
/// ```
/// use kaipan::error::Code;
/// use kaipan::pricing::{CheckedPrice, Checking, FiledPriceRule, PriceRules};
/// use kaipan::project::{Project, Unit};
/// let unit = Unit {
///     unit_no: "101".into(), building: "1".into(), floor: 1, line: "01".into(),
///     building_area: "100".parse()?, filed_price: Some("12000".parse()?),
///     floor_price: Some("11000".parse()?), ..Unit::default()
/// };
/// let project = Project { units: vec![unit], ..Project::default() };
/// let prices = [CheckedPrice::new("101").with_deal_price("10900".parse()?)];
/// let rules =
///     PriceRules { filed: Some(FiledPriceRule::zhongshan_2022()), ..PriceRules::default() };
///
/// let check = Checking::new(&project).prices(&prices).rules(&rules).check()?;
/// assert_eq!((check.checked, check.violations), (1, 1));
/// assert_eq!(check.findings[0].code, Code::PricingBelowFloor);
/// assert_eq!(check.premium.map(|yuan| yuan.to_string()), Some("-10000.00".into()));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Checking<'a> {
    project: &'a Project,
    prices: &'a [CheckedPrice],
    rules: &'a PriceRules,
    last_changes: &'a [LastChange],
    on: Option<Date>,
}

impl<'a> Checking<'a> {
    /// A check of a project's prices; floor and filed prices stand with the units.
    pub fn new(project: &'a Project) -> Checking<'a> {
        Checking { project, prices: &[], rules: &USUAL_RULES, last_changes: &[], on: None }
    }

    inputs! {
        /// The prices to check; when empty, the units' own list prices.
        prices: &'a [CheckedPrice];
        /// The rules; those of [`PriceRules::usual`] otherwise.
        rules: &'a PriceRules;
        /// When prices were last changed, for rules on the time between changes.
        last_changes: &'a [LastChange];
    }

    optional_inputs! {
        /// The day on which the prices are to apply; needed for rules on time and for permits.
        on: Date;
    }

    /// Checks the prices.
    ///
    /// # Errors
    /// Inputs that cannot be: unknown or repeated units, impossible rules, prices without a number.
    pub fn check(&self) -> Result<PriceCheck> {
        let project = self.project.inherited();
        let asked = Checking { project: &project, ..*self };
        let own: Vec<CheckedPrice>;
        let prices = if asked.prices.is_empty() {
            own = project.units.iter().filter_map(own_price).collect();
            &own
        } else {
            asked.prices
        };
        let units = project.units.iter().enumerate();
        let units: HashMap<&str, (usize, &Unit)> =
            units.map(|(at, unit)| (unit.unit_no.as_str(), (at, unit))).collect();
        asked.refuse(&units)?;
        let mut names = Names::new(&project.units);
        let mut findings = asked.rules.unusual();
        findings.extend(figures::of_units(&project.units));
        findings.extend(project::references(&project, &mut names));
        findings.extend(names.take_alike());
        let last = LastChanges::new(asked.last_changes);
        let mut premium: Option<Money> = None;
        for (at, price) in prices.iter().enumerate() {
            let Some((unit_at, unit)) = units.get(price.unit_no.as_str()).copied() else {
                continue;
            };
            if !asked.prices.is_empty() {
                findings.extend(contradictions(at, price, unit));
            }
            let last = last.of(&unit.unit_no);
            let place = |error: Error| match asked.prices.is_empty() {
                true => error.at(unit_at).at("units").within(Input::Project),
                false => error.at(at).within(Input::Prices),
            };
            findings.extend(asked.of_list(price, unit, last).map_err(place)?);
            let (told, above_floor) = asked.of_deal(price, unit).map_err(place)?;
            findings.extend(told);
            if let Some(above) = above_floor {
                let sum = premium.unwrap_or_default().checked_add(above);
                premium = Some(sum.ok_or_else(overflow).map_err(place)?);
            }
        }
        findings.extend(project.units.iter().flat_map(|unit| asked.of_release(unit)));
        let violations = findings.iter().filter(|f| f.severity == Severity::Violation).count();
        let count = |count: usize| u32::try_from(count).map_err(|_| overflow());
        let (checked, violations) = (count(prices.len())?, count(violations)?);
        Ok(PriceCheck { checked, violations, premium, findings })
    }

    /// Refuses what cannot be checked, every reason at once. (The units' own prices are told with
    /// the project.)
    fn refuse(&self, units: &HashMap<&str, (usize, &Unit)>) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(project::validate(self.project).within(Input::Project).err());
        errors.extend(self.rules.validate().within(Input::Rules).err());
        for (at, price, again) in with_repeats(self.prices, |price| price.unit_no.as_str()) {
            let place = |error: Error| error.at(at).within(Input::Prices);
            let named = |code| Error::new(code).with("unit_no", &price.unit_no);
            if !units.contains_key(price.unit_no.as_str()) {
                let units = &self.project.units;
                let error = project::unknown_unit(units, &price.unit_no, errors.len());
                errors.push(place(error.at("unit_no")));
            }
            if let Some(first) = again {
                let error = named(Code::ProjectUnitTwice).with("first", first);
                errors.push(place(error.at("unit_no")));
            }
            let per_m2 = [("list_price", price.list_price), ("deal_price", price.deal_price)];
            let totals = [("list_total", price.list_total), ("deal_total", price.deal_total)];
            for (field, price) in per_m2 {
                let wrong = price.filter(|price| !price.is_positive());
                errors.extend(wrong.map(|price| place(not_positive(field, price))));
            }
            for (field, total) in totals {
                let wrong = total.filter(|total| !total.is_positive());
                errors.extend(wrong.map(|total| place(not_positive(field, total))));
            }
            if per_m2.iter().all(|(_, price)| price.is_none())
                && totals.iter().all(|(_, total)| total.is_none())
            {
                errors.push(place(named(Code::PricingMissingPrice).at("unit_no")));
            }
        }
        errors.extend(LastChanges::errors(self.last_changes, &self.project.units));
        Error::collect(errors)
    }

    /// What a list price breaks.
    fn of_list(
        &self,
        checked: &CheckedPrice,
        unit: &Unit,
        last: Option<Date>,
    ) -> Result<Vec<Finding>> {
        let area = unit.building_area;
        let Some(list) = Price::given(checked.list_price, checked.list_total, area)? else {
            return Ok(Vec::new());
        };
        let rules = self.rules;
        let mut told =
            rules.findings(unit, list.unit, list.total, Level::List, Level::ListTotal)?;
        told.extend(rules.differs_from_filed(unit, list.unit));
        if let Some(old) = Price::listed(unit)? {
            let totals = unit.list_total.is_some() && checked.list_total.is_some();
            let change = PriceMove { old, new: list, totals };
            told.extend(change.findings(rules, unit, last, self.on)?);
        }
        Ok(told)
    }

    /// What a deal price breaks, and how far its total is above the floor total.
    fn of_deal(
        &self,
        checked: &CheckedPrice,
        unit: &Unit,
    ) -> Result<(Vec<Finding>, Option<Money>)> {
        let area = unit.building_area;
        let Some(deal) = Price::given(checked.deal_price, checked.deal_total, area)? else {
            return Ok((Vec::new(), None));
        };
        let rules = self.rules;
        let told = rules.findings(unit, deal.unit, deal.total, Level::Deal, Level::DealTotal)?;
        let floor = Price::given(unit.floor_price, unit.floor_total, area)?;
        let above = floor.map(|floor| {
            let above = deal.total.checked_sub(floor.total);
            above.ok_or_else(|| Error::new(Code::NumberOverflow))
        });
        Ok((told, above.transpose()?))
    }

    /// What a unit on sale lacks.
    fn of_release(&self, unit: &Unit) -> Vec<Finding> {
        let mut told = Vec::new();
        if unit.state != UnitState::OnSale {
            return told;
        }
        let permits = !self.project.permits.is_empty();
        if permits && !project::saleable(self.project, unit, self.on) {
            told.push(finding!(Code::ProjectNoPermit).unit(&unit.unit_no));
        }
        if unit.needs_price_confirmation {
            told.push(finding!(Code::PricingNeedsConfirmation).unit(&unit.unit_no));
        }
        told
    }
}

fn own_price(unit: &Unit) -> Option<CheckedPrice> {
    (unit.list_price.is_some() || unit.list_total.is_some()).then(|| CheckedPrice {
        unit_no: unit.unit_no.clone(),
        list_price: unit.list_price,
        list_total: unit.list_total,
        deal_price: None,
        deal_total: None,
    })
}

/// Prices whose total is not unit price × area.
fn contradictions(at: usize, checked: &CheckedPrice, unit: &Unit) -> Vec<Finding> {
    let pairs = [
        (Figured::List, checked.list_price, checked.list_total, "list_total"),
        (Figured::Deal, checked.deal_price, checked.deal_total, "deal_total"),
    ];
    let found = pairs.into_iter().filter_map(|(figured, price, total, field)| {
        let found = differ(figured, price?, unit.building_area, total?)?;
        Some(found.unit(&unit.unit_no).at(field).at(at).within(Input::Prices))
    });
    found.collect()
}
