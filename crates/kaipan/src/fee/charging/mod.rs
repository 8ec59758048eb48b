//! The fees and taxes of a contract (handbook §7.1).

mod apply;
mod basis;
mod choose;
mod joint;
mod regenerate;

pub(super) use choose::{Choice, Fact, Subject, choose};

use super::check;
use super::facts::{ExistingFee, FeeBuyer, FeeFacts};
use super::policy::{self, FeePolicy, PolicyRule};
use super::rule::{FeeRule, Payer};
use super::sheet::FeeSheet;
use super::told::{Findings, references, unusual_homes};
use super::vat::{self, GENERAL_RATE, VatSplit};
use crate::Date;
use crate::builder::{inputs, optional_inputs};
use crate::error::{At, Error, Input, Result};
use crate::number::{Fraction, Money, Rate};
use crate::payment::schedule_dates;
use crate::payment::{AnchorDates, DueRules, WorkingDays};
use crate::unusual;
use apply::Contract;
use regenerate::regenerate;

/// Computes the fees and taxes of a contract from the rules in force on the day of the facts
/// (handbook §7.1).
///
/// Rules go over every unit, those by buyer over every buyer.
///
/// ```
/// use kaipan::fee::{Charging, FeeBuyer, FeeFacts, FeePolicy, FeePreset, FeeUnit, PropertyUse};
/// use kaipan::number::Fraction;
/// let policy = FeePolicy::default().with_presets(vec![FeePreset::National]);
/// let home =
///     FeeUnit::new(PropertyUse::Residential, "2180000".parse()?, "89.5".parse()?);
/// let buyer = FeeBuyer::new(Fraction::ONE).with_home_count(1);
/// let facts = FeeFacts::new("2026-06-01".parse()?, vec![home]).with_buyers(vec![buyer]);
/// let sheet = Charging::new(&policy, &facts).sheet()?;
/// // Deed tax: 1 % of the price without VAT.
/// let deed_tax = &sheet.lines[0];
/// assert_eq!((deed_tax.basis.to_string(), deed_tax.value.to_string()), ("2000000".into(), "0.01".into()));
/// assert_eq!(deed_tax.amount.to_string(), "20000.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Charging<'a> {
    policy: &'a FeePolicy,
    pub(super) facts: &'a FeeFacts,
    pub(super) dates: &'a AnchorDates,
    working_days: Option<&'a WorkingDays>,
    pub(super) existing: &'a [ExistingFee],
}

impl<'a> Charging<'a> {
    /// Fees by the rules of a policy, for the facts of a contract.
    pub fn new(policy: &'a FeePolicy, facts: &'a FeeFacts) -> Charging<'a> {
        Charging { policy, facts, dates: AnchorDates::NONE, working_days: None, existing: &[] }
    }

    inputs! {
        /// Dates that due dates hang on.
        dates: &'a AnchorDates;
        /// Fee lines as they were, with what was received: lines without receipts are made anew, the
        /// others keep their amount and get an adjustment.
        existing: &'a [ExistingFee];
    }

    optional_inputs! {
        /// Moves due dates to working days; without them dates stand as they are.
        working_days: &'a WorkingDays;
    }

    /// The fees and taxes, with their totals.
    ///
    /// # Errors
    /// Rules, facts or shares that cannot be, each with its place; amounts outside the range of
    /// money.
    pub fn sheet(&self) -> Result<FeeSheet> {
        let mut sheet = self.charged()?;
        sheet.findings.extend(schedule_dates(self.dates));
        let homes = unusual_homes(&self.facts.buyers).into_iter();
        sheet.findings.extend(homes.map(|told| told.at("buyers").within(Input::Facts)));
        Ok(sheet)
    }

    /// As [`Charging::sheet`], without what is told of dates and homes alone: a quote tells that of
    /// its case.
    pub(crate) fn charged(&self) -> Result<FeeSheet> {
        let (rules, dues) = self.checked()?;
        let facts = self.facts;
        let rate = facts.vat_rate.unwrap_or(GENERAL_RATE);
        let (splits, assessed) = self.splits(rate)?;
        let one = [FeeBuyer::new(Fraction::ONE)];
        let buyers = if facts.buyers.is_empty() { &one } else { facts.buyers.as_slice() };
        let mut findings = Findings::new(facts);
        findings.other_cities(self.policy);
        findings.unknown_cities(&rules);
        findings.not_in_force(&rules);
        findings.unusual_values(&rules);
        let (area, splits) = (self.policy.area, splits.as_slice());
        let mut contract = Contract { facts, area, buyers, splits, assessed, findings };
        let mut entries = Vec::with_capacity(rules.len());
        let mut errors = Vec::new();
        for (rule, due) in rules.iter().zip(dues) {
            if rule.in_force(facts.date) {
                contract.apply(&rule.rule, due, &mut entries, &mut errors);
            }
        }
        Error::collect(errors)?;
        let mut findings = contract.findings.each_once();
        findings.extend(references::findings(self, &rules));
        let lines = regenerate(entries, self.existing, &rules, &mut findings)?;
        for (at, unit) in facts.units.iter().enumerate() {
            let what = ["核定价格", "the assessed price"];
            let assessed = unit.assessed_price;
            let far = assessed.and_then(|assessed| unusual::valuation(what, assessed, unit.price));
            let far = far.map(|told| told.at("assessed_price").at(at).at("units"));
            findings.extend(far.map(|told| told.within(Input::Facts)));
        }
        let total = |payer| {
            let own = lines.iter().filter(|line| line.payer == payer);
            Money::sum(own.map(|line| line.amount)).at("units").within(Input::Facts)
        };
        Ok(FeeSheet {
            buyer_total: total(Payer::Buyer)?,
            seller_total: total(Payer::Seller)?,
            vat: vat::sum(splits, rate).at("units").within(Input::Facts)?,
            findings,
            lines,
        })
    }

    /// The rules of the policy, and when the fee of each is due; everything that is wrong with what
    /// was given.
    fn checked(&self) -> Result<(Vec<PolicyRule<'a>>, Vec<Option<Date>>)> {
        let (rules, mut errors) = policy::rules(self.policy);
        errors.extend(check::facts(self.facts));
        errors.extend(check::existing(self.existing, self.facts));
        let calendar = self.working_days.map(WorkingDays::calendar).transpose();
        let calendar = calendar.within(Input::WorkingDays).unwrap_or_else(|error| {
            errors.push(error);
            None
        });
        let dating = DueRules { calendar, ..DueRules::default() };
        let mut dues = Vec::with_capacity(rules.len());
        for rule in &rules {
            match due(&rule.rule, self.dates, &dating) {
                Ok(due) => dues.push(due),
                Err(error) => errors.push(rule.placed(error)),
            }
        }
        Error::collect(errors)?;
        Ok((rules, dues))
    }

    /// Price and assessed price of every unit without VAT.
    fn splits(&self, rate: Rate) -> Result<(Vec<VatSplit>, Vec<Option<VatSplit>>)> {
        let mut splits = Vec::with_capacity(self.facts.units.len());
        let mut assessed = Vec::with_capacity(self.facts.units.len());
        for (at, unit) in self.facts.units.iter().enumerate() {
            let placed = |error: Error| error.at(at).at("units").within(Input::Facts);
            let own = vat::split(unit.price, rate).at("price");
            splits.push(own.map_err(placed)?);
            let other = unit.assessed_price.map(|price| vat::split(price, rate)).transpose();
            assessed.push(other.at("assessed_price").map_err(placed)?);
        }
        Ok((splits, assessed))
    }
}

/// When a fee of this rule is due: anchor, months, days (handbook §4.2); `None` while the anchor
/// has no date.
fn due(rule: &FeeRule, dates: &AnchorDates, rules: &DueRules) -> Result<Option<Date>> {
    let Some(anchor) = &rule.anchor else { return Ok(None) };
    Ok(dates.due(anchor, rule.months, rule.days, rules)?.date)
}
