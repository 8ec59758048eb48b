//! `pricing.check`: list and deal prices against floor prices, filed prices and local rules.

use super::price::{Price, per_area, total_of};
use super::rules::{FiledPriceRule, Level, PriceRules};
use crate::Date;
use crate::Text;
use crate::error::{At, Code, Error, Finding, Result, Severity};
use crate::number::{Fraction, Mode, Money, Rate, Rounding, UnitPrice, Wide, divide, place_point};
use crate::project::figures::{self, Figured, differ};
use crate::project::{self, Names, Project, Unit, UnitState, not_positive};
use kaipan_derive::boundary;
use std::collections::HashMap;

/// A request to check prices (handbook §2.8).
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRequest {
    /// The project with its units; floor and filed prices stand with the units.
    pub project: Project,
    /// The prices to check; when empty, the units' own list prices.
    pub prices: Vec<CheckedPrice>,
    /// The rules.
    #[boundary(empty)]
    pub rules: PriceRules,
    /// When prices were last changed, for rules on the time between changes.
    pub last_changes: Vec<LastChange>,
    /// The day on which the prices are to apply; needed for rules on time and for permits.
    pub on: Option<Date>,
}

/// Prices of a unit to check. Unit prices are per m² of building area; a missing one of unit price
/// and total is derived from the other.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// When a unit's list price was last changed.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastChange {
    /// 房号.
    pub unit_no: Text,
    /// The day.
    pub on: Date,
}

/// The outcome of a check.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Checks prices: `floor ≤ deal`, `floor ≤ list`, both within the band around the filed price;
/// changes against the unit's present list price keep the rules on cuts and time.
///
/// # Errors
/// Requests that cannot be: unknown or repeated units, impossible rules, prices without a number.
pub fn check(mut request: CheckRequest) -> Result<PriceCheck> {
    request.project.inherit();
    let request = &request;
    let mut errors = Vec::new();
    errors.extend(project::validate(&request.project).at("project").err());
    errors.extend(request.rules.validate().at("rules").err());
    let units: HashMap<&str, &Unit> =
        request.project.units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect();
    let own: Vec<CheckedPrice>;
    let prices = if request.prices.is_empty() {
        own = request.project.units.iter().filter_map(own_price).collect();
        &own
    } else {
        &request.prices
    };
    let mut seen = HashMap::new();
    for (at, price) in prices.iter().enumerate() {
        let refuse = |code| Error::new(code).with("unit_no", &price.unit_no).at("unit_no").at(at);
        if !units.contains_key(price.unit_no.as_str()) {
            let error = project::unknown_unit(&request.project.units, &price.unit_no, errors.len());
            errors.push(error.at("unit_no").at(at).at("prices"));
        }
        if let Some(first) = seen.insert(price.unit_no.as_str(), at) {
            let first: usize = first;
            let error = refuse(Code::ProjectUnitTwice).with("first", first.saturating_add(1));
            errors.push(error.at("prices"));
        }
        let given = [
            price.list_price.is_some(),
            price.list_total.is_some(),
            price.deal_price.is_some(),
            price.deal_total.is_some(),
        ];
        let per_m2 = [("list_price", price.list_price), ("deal_price", price.deal_price)];
        let totals = [("list_total", price.list_total), ("deal_total", price.deal_total)];
        let per_m2 = per_m2.into_iter().filter_map(|(field, price)| {
            Some(not_positive(field, price.filter(|price| !price.is_positive())?))
        });
        let totals = totals.into_iter().filter_map(|(field, total)| {
            Some(not_positive(field, total.filter(|total| !total.is_positive())?))
        });
        errors.extend(per_m2.chain(totals).map(|error| error.at(at).at("prices")));
        if given.iter().all(|given| !given) {
            errors.push(refuse(Code::PricingMissingPrice).at("prices"));
        }
    }
    let exists = |no: &str| units.contains_key(no);
    errors.extend(unknown_changes(&request.last_changes, &request.project.units, exists));
    Error::collect(errors)?;
    let changes: HashMap<&str, Date> =
        request.last_changes.iter().map(|change| (change.unit_no.as_str(), change.on)).collect();
    let mut names = Names::new(&request.project.units);
    let mut findings = request.rules.unusual("/rules");
    findings.extend(figures::of_units(&request.project.units));
    findings.extend(project::references(&request.project, &mut names));
    findings.extend(names.take_alike());
    let mut sheet = Sheet { request, changes, findings, premium: None };
    for (at, price) in prices.iter().enumerate() {
        let Some(unit) = units.get(price.unit_no.as_str()) else { continue };
        sheet.figures(at, price, unit);
        sheet.unit(price, unit).map_err(|error| error.at(at).at("prices"))?;
    }
    for unit in &request.project.units {
        sheet.release(unit);
    }
    let violations = sheet.findings.iter().filter(|f| f.severity == Severity::Violation).count();
    let count = |n: usize| u32::try_from(n).map_err(|_| Error::new(Code::NumberOverflow));
    Ok(PriceCheck {
        checked: count(prices.len())?,
        violations: count(violations)?,
        premium: sheet.premium,
        findings: sheet.findings,
    })
}

/// Changes of units that do not exist, or given twice: a typing error would switch a rule off.
pub(super) fn unknown_changes(
    changes: &[LastChange],
    units: &[Unit],
    exists: impl Fn(&str) -> bool,
) -> Vec<Error> {
    let mut errors = Vec::new();
    let mut first = HashMap::new();
    for (at, change) in changes.iter().enumerate() {
        let refuse = |code| {
            let error = Error::new(code).with("unit_no", &change.unit_no);
            error.at("unit_no").at(at).at("last_changes")
        };
        if !exists(&change.unit_no) {
            let error = project::unknown_unit(units, &change.unit_no, errors.len());
            errors.push(error.at("unit_no").at(at).at("last_changes"));
        }
        if let Some(earlier) = first.insert(change.unit_no.as_str(), at) {
            let earlier: usize = earlier;
            let error = refuse(Code::ProjectUnitTwice);
            errors.push(error.with("first", earlier.saturating_add(1)));
        }
    }
    errors
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

struct Sheet<'a> {
    request: &'a CheckRequest,
    changes: HashMap<&'a str, Date>,
    findings: Vec<Finding>,
    premium: Option<Money>,
}

/// A price with both numbers.
struct Both {
    price: UnitPrice,
    total: Money,
}

fn both(price: Option<UnitPrice>, total: Option<Money>, unit: &Unit) -> Result<Option<Both>> {
    Ok(match (price, total) {
        (Some(price), Some(total)) => Some(Both { price, total }),
        (Some(price), None) => {
            Some(Both { price, total: total_of(price, unit.building_area, &Rounding::FEN)? })
        }
        (None, Some(total)) => Some(Both { price: per_area(total, unit.building_area)?, total }),
        (None, None) => None,
    })
}

impl Sheet<'_> {
    /// Prices whose total is not unit price × area; those of the units themselves are told already.
    fn figures(&mut self, at: usize, checked: &CheckedPrice, unit: &Unit) {
        let pairs = [
            (Figured::List, checked.list_price, checked.list_total, "list_total"),
            (Figured::Deal, checked.deal_price, checked.deal_total, "deal_total"),
        ];
        for (figured, price, total, field) in pairs {
            let (Some(price), Some(total)) = (price, total) else { continue };
            if self.request.prices.is_empty() {
                continue;
            }
            let found = differ(figured, price, unit.building_area, total);
            let place = || format!("/prices/{at}/{field}");
            self.findings.extend(found.map(|found| found.unit(&unit.unit_no).path(place())));
        }
    }

    fn unit(&mut self, checked: &CheckedPrice, unit: &Unit) -> Result<()> {
        if let Some(list) = both(checked.list_price, checked.list_total, unit)? {
            self.levels(&list, unit, Level::List, Level::ListTotal)?;
            if self.request.rules.filed_exact
                && let Some(filed) = unit.filed_price.filter(|filed| *filed != list.price)
            {
                let params: [(&str, &dyn std::fmt::Display); 2] =
                    [("price", &list.price), ("filed", &filed)];
                let finding = Finding::new(Code::PricingFiledDiffers, &params);
                self.findings.push(finding.unit(&unit.unit_no));
            }
            let old = both(unit.list_price, unit.list_total, unit)?;
            if let Some(old) = old {
                let change = PriceMove {
                    old: Price { unit: old.price, total: old.total },
                    new: Price { unit: list.price, total: list.total },
                    totals: unit.list_total.is_some() && checked.list_total.is_some(),
                };
                let last = self.changes.get(unit.unit_no.as_str()).copied();
                let rules = &self.request.rules;
                self.findings.extend(change_findings(rules, unit, &change, last, self.request.on)?);
            }
        }
        if let Some(deal) = both(checked.deal_price, checked.deal_total, unit)? {
            self.levels(&deal, unit, Level::Deal, Level::DealTotal)?;
            if let Some(floor) = both(unit.floor_price, unit.floor_total, unit)? {
                let overflow = || Error::new(Code::NumberOverflow);
                let above = deal.total.checked_sub(floor.total).ok_or_else(overflow)?;
                let sum = self.premium.unwrap_or_default().checked_add(above);
                self.premium = Some(sum.ok_or_else(overflow)?);
            }
        }
        Ok(())
    }

    fn levels(&mut self, both: &Both, unit: &Unit, level: Level, of_total: Level) -> Result<()> {
        let rules = &self.request.rules;
        self.findings.extend(rules.findings(unit, both.price, both.total, level, of_total)?);
        Ok(())
    }

    fn release(&mut self, unit: &Unit) {
        if unit.state != UnitState::OnSale {
            return;
        }
        let project = &self.request.project;
        let permits = !project.permits.is_empty();
        if permits && !project::saleable(project, unit, self.request.on) {
            self.findings.push(Finding::new(Code::ProjectNoPermit, &[]).unit(&unit.unit_no));
        }
        if unit.needs_price_confirmation {
            let finding = Finding::new(Code::PricingNeedsConfirmation, &[]);
            self.findings.push(finding.unit(&unit.unit_no));
        }
    }
}

/// A list price before and after, per m² of building area.
pub(super) struct PriceMove {
    pub(super) old: Price,
    pub(super) new: Price,
    /// Both totals are given, none is derived from its unit price.
    pub(super) totals: bool,
}

impl PriceMove {
    /// Whether the price is another one: by its unit price, or by a yuan or more of its total.
    fn is_change(&self) -> bool {
        let moved = self.new.total.fen().abs_diff(self.old.total.fen());
        self.old.unit != self.new.unit || (self.totals && moved >= 100)
    }

    /// How much of the old price is cut off, as a share; by unit price or, where both are given and
    /// the cut goes a yuan deeper than the limit, by total.
    fn cut_beyond(&self, limit: Rate) -> Result<Option<Fraction>> {
        if !self.old.unit.is_positive() {
            return Ok(None);
        }
        let share = |old: &Fraction, new: &Fraction| old.sub(new)?.div(old);
        let limit = Fraction::from(limit);
        let by_price = share(&self.old.unit.into(), &self.new.unit.into())?;
        if by_price.compare(&limit)?.is_gt() {
            return Ok(Some(by_price));
        }
        if !self.totals {
            return Ok(None);
        }
        let old = Fraction::from(self.old.total);
        let by_total = share(&old, &self.new.total.into())?;
        let deeper = by_total.sub(&limit)?.mul(&old)?;
        Ok(deeper.compare(&Fraction::ONE)?.is_ge().then_some(by_total))
    }
}

/// What a change of a list price breaks: the time since the last one, and the depth of a cut.
pub(super) fn change_findings(
    rules: &PriceRules,
    unit: &Unit,
    change: &PriceMove,
    last_change: Option<Date>,
    on: Option<Date>,
) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let Some(rule) = rules.filed.as_ref().filter(|_| change.is_change()) else {
        return Ok(findings);
    };
    if let (Some(last), Some(on)) = (last_change, on) {
        findings.extend(too_soon(rule, last, on).into_iter().map(|f| f.unit(&unit.unit_no)));
    }
    if let Some(most) = rule.max_cut_per_change
        && let Some(cut) = change.cut_beyond(most)?
    {
        // Rounded up, so that a cut just beyond the limit does not read like the limit.
        let hundred = Wide::from(10_000_i64);
        let cut = divide(cut.numerator().mul(hundred)?, cut.denominator(), Mode::Up)?;
        let cut = place_point(cut, 2);
        let limit = Fraction::from(most).mul(&Fraction::from(Money::from_fen(10_000)))?;
        let limit = limit.to_exact()?;
        let params: [(&str, &dyn std::fmt::Display); 2] = [("cut", &cut), ("limit", &limit)];
        findings.push(Finding::new(Code::PricingCutTooDeep, &params).unit(&unit.unit_no));
    }
    Ok(findings)
}

/// The waits between two changes that are not over yet. A wait beyond the calendar is never over.
fn too_soon(rule: &FiledPriceRule, last: Date, on: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(least) = rule.min_days_between_changes {
        let days = on.days_since(last);
        let free = last.add_days(least).unwrap_or(Date::LAST);
        if days < i64::from(least) {
            let params: [(&str, &dyn std::fmt::Display); 3] =
                [("days", &days), ("least", &least), ("date", &free)];
            findings.push(Finding::new(Code::PricingTooSoon, &params));
        }
    }
    if let Some(months) = rule.min_months_between_changes {
        let span = i32::try_from(months).ok();
        let free = span.and_then(|span| last.add_months(span));
        if free.is_none_or(|free| on < free) {
            let free = free.unwrap_or(Date::LAST);
            let params: [(&str, &dyn std::fmt::Display); 3] =
                [("last", &last), ("months", &months), ("date", &free)];
            findings.push(Finding::new(Code::PricingTooSoonMonths, &params));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> CheckRequest {
        let unit = Unit {
            unit_no: "101".into(),
            building: "1".into(),
            line: "01".into(),
            floor: 1,
            building_area: "100".parse().unwrap(),
            list_price: Some("12000".parse().unwrap()),
            floor_price: Some("11000".parse().unwrap()),
            filed_price: Some("12000".parse().unwrap()),
            ..Unit::default()
        };
        CheckRequest {
            project: Project { units: vec![unit], ..Project::default() },
            prices: vec![],
            rules: PriceRules {
                filed: Some(FiledPriceRule::zhongshan_2022()),
                ..PriceRules::default()
            },
            last_changes: vec![LastChange {
                unit_no: "101".into(),
                on: "2026-01-01".parse().unwrap(),
            }],
            on: Some("2026-02-01".parse().unwrap()),
        }
    }

    fn price(list: Option<&str>, deal: Option<&str>) -> CheckedPrice {
        CheckedPrice {
            unit_no: "101".into(),
            list_price: list.map(|p| p.parse().unwrap()),
            list_total: None,
            deal_price: deal.map(|p| p.parse().unwrap()),
            deal_total: None,
        }
    }

    fn codes(request: &CheckRequest) -> Vec<Code> {
        check(request.clone()).unwrap().findings.iter().map(|f| f.code).collect()
    }

    #[test]
    fn list_and_deal_prices_keep_their_levels() {
        let mut request = request();
        assert_eq!(codes(&request), [], "the list price in force is fine");
        request.prices = vec![price(Some("11300"), None)];
        assert_eq!(codes(&request), [Code::PricingTooSoonMonths, Code::PricingCutTooDeep]);
        request.on = Some("2026-04-01".parse().unwrap());
        request.prices = vec![price(Some("11400"), Some("10900"))];
        assert_eq!(codes(&request), [Code::PricingBelowFloor], "three months on, and 5 % exactly");
        request.prices = vec![price(None, Some("11500"))];
        assert_eq!(check(request.clone()).unwrap().premium.unwrap().to_string(), "50000.00");
    }

    #[test]
    fn waits_in_months_end_on_the_day_and_days_count_beside_them() {
        let rule = |days, months| FiledPriceRule {
            min_days_between_changes: days,
            min_months_between_changes: months,
            ..FiledPriceRule::strict()
        };
        let found = |rule: &FiledPriceRule, last: &str, on: &str| -> Vec<(Code, String)> {
            let found = too_soon(rule, last.parse().unwrap(), on.parse().unwrap());
            found.iter().map(|f| (f.code, f.params.last().unwrap().value.to_string())).collect()
        };
        let months = |date: &str| (Code::PricingTooSoonMonths, date.to_owned());
        let three = rule(None, Some(3));
        assert_eq!(found(&three, "2022-07-04", "2022-10-03"), [months("2022-10-04")]);
        assert_eq!(found(&three, "2022-07-04", "2022-10-04"), []);
        assert_eq!(found(&three, "2026-11-30", "2027-02-27"), [months("2027-02-28")]);
        assert_eq!(found(&three, "2026-11-30", "2027-02-28"), []);
        let both = rule(Some(100), Some(3));
        let days = (Code::PricingTooSoon, "2022-10-12".to_owned());
        assert_eq!(found(&both, "2022-07-04", "2022-10-05"), [days]);
        let never = rule(Some(u32::MAX), Some(u32::MAX));
        assert_eq!(found(&never, "2022-07-04", "9999-12-30").len(), 2);
    }

    #[test]
    fn unknown_repeated_and_empty_prices_are_all_named() {
        let mut request = request();
        request.prices = vec![price(Some("1"), None), price(None, None), price(Some("1"), None)];
        request.prices[2].unit_no = "999".into();
        let error = check(request.clone()).unwrap_err();
        let codes: Vec<Code> =
            std::iter::once(&error).chain(error.others()).map(|e| e.code()).collect();
        assert_eq!(
            codes,
            [Code::ProjectUnitTwice, Code::PricingMissingPrice, Code::PricingUnknownUnit]
        );
    }

    #[test]
    fn units_on_sale_need_a_permit_and_a_confirmed_price() {
        let mut request = request();
        let unit = &mut request.project.units[0];
        unit.state = UnitState::OnSale;
        unit.needs_price_confirmation = true;
        request.project.permits = vec![crate::project::PresalePermit {
            number: "1".into(),
            issued_on: "2026-03-01".parse().unwrap(),
            valid_until: None,
            covers: Some(crate::project::Selection::all()),
        }];
        assert_eq!(codes(&request), [Code::ProjectNoPermit, Code::PricingNeedsConfirmation]);
        request.on = Some("2026-03-01".parse().unwrap());
        assert_eq!(codes(&request), [Code::PricingNeedsConfirmation]);
    }
}
