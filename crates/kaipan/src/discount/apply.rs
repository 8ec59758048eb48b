//! `discount.apply`: from the list price to the deal price, with everything that explains it.

use super::approve::{Priced, approve};
use super::authority::AuthorityTable;
use super::choice::{Choice, Given, Wanted};
use super::conditions::{Deal, PlanNames, between, within};
use super::facts::{DealFacts, ListPrice};
use super::list::List;
use super::outcome::{
    AppliedDiscount, DiscountOutcome, DiscountRest, DiscountRestRule, SpecialOffer,
};
use super::ratio::Ratio;
use super::references::References;
use super::request::{ApplyRequest, Ineligible};
use super::scheme::DiscountScheme;
use super::stack::{self, Item, Stacked, Trail};
use super::text::text;
use crate::error::{At, Code, Error, Finding, Result};
use crate::number::{Money, UnitPrice};
use crate::pricing::{Level, PriceRules, per_area};
use crate::project::{Unit, check_unit, figures};

/// Applies discounts to a list price (handbook §3).
///
/// # Errors
/// Every reason at once: schemes and tables that contradict themselves, list prices not above
/// zero, chosen discounts that are unknown, not met, or exclude each other.
pub fn apply(request: &ApplyRequest) -> Result<DiscountOutcome> {
    let place = |at: usize, error: Error| error.at(at).at("chosen");
    let terms = Terms {
        scheme: &request.scheme,
        facts: &request.facts,
        unit: request.checks.unit.as_ref(),
        rules: &request.checks.rules,
        authority: request.authority.as_ref(),
        confirmed: request.confirmed,
        plan_names: &[],
    };
    let list = terms.check(&request.list);
    let wanted = Wanted { chosen: &request.chosen, place: &place, by_itself: 0, best: false };
    terms.settle(list, wanted, request.ineligible, |list, given| terms.outcome(list, given, wanted))
}

/// What all deals under one scheme share.
#[derive(Clone, Copy)]
pub(crate) struct Terms<'a> {
    pub(crate) scheme: &'a DiscountScheme,
    pub(crate) facts: &'a DealFacts,
    pub(crate) unit: Option<&'a Unit>,
    pub(crate) rules: &'a PriceRules,
    pub(crate) authority: Option<&'a AuthorityTable>,
    /// What takes much off is meant.
    pub(crate) confirmed: bool,
    pub(crate) plan_names: PlanNames<'a>,
}

impl<'a> Terms<'a> {
    pub(crate) fn deal(&self) -> Deal<'a> {
        Deal { facts: self.facts, unit: self.unit, plan_names: self.plan_names }
    }

    /// Refuses terms that contradict themselves, every reason at once, with the places that
    /// requests have; gives the list price with both its forms.
    pub(crate) fn check(&self, list: &ListPrice) -> Result<List> {
        let mut errors = Vec::new();
        errors.extend(self.check_deal(list).err());
        errors.extend(self.check_scheme().err());
        errors.extend(self.check_authority().err());
        Error::collect(errors)?;
        list.resolve()
    }

    /// The list price and what prices are checked against.
    pub(super) fn check_deal(&self, list: &ListPrice) -> Result<List> {
        let mut errors = Vec::new();
        if let Some(unit) = self.unit {
            errors.extend(check_unit(unit).at("unit").err());
        }
        errors.extend(self.rules.validate().at("rules").err());
        let checks = Error::collect(errors).at("checks");
        match list.resolve().at("list") {
            Ok(list) => checks.map(|()| list),
            Err(error) => {
                let mut errors = vec![error];
                errors.extend(checks.err());
                Error::collect(errors)?;
                list.resolve()
            }
        }
    }

    /// The scheme by itself, and in force on the day of subscription.
    pub(super) fn check_scheme(&self) -> Result<()> {
        let mut errors = Vec::new();
        errors.extend(self.scheme.validate().err());
        let (from, to) = (self.scheme.valid_from, self.scheme.valid_to);
        let date = self.facts.subscription_date;
        if !within(date, from, to) {
            let error = Error::new(Code::DiscountSchemeWindow).with("date", date);
            errors.push(between(error, from, to));
        }
        Error::collect(errors).at("scheme")
    }

    /// The roles in charge of this deal.
    pub(super) fn check_authority(&self) -> Result<()> {
        let Some(table) = self.authority else { return Ok(()) };
        table.validate(self.scope()).at("authority")
    }

    /// Goes on with the list price and the discounts that are given.
    ///
    /// # Errors
    /// Every reason against both.
    pub(crate) fn settle<T>(
        &self,
        list: Result<List>,
        wanted: Wanted<'_>,
        ineligible: Ineligible,
        then: impl FnOnce(&List, Given<'_>) -> Result<T>,
    ) -> Result<T> {
        let (list, against) = match list {
            Ok(list) => (list, None),
            Err(error) => (List::ONE, Some(error)),
        };
        let (scheme, deal) = (self.scheme, self.deal());
        let choice = Choice { scheme, list: &list, deal, wanted };
        match choice.given(ineligible, against.is_none()) {
            Ok(given) if against.is_none() => then(&list, given),
            given => {
                let mut errors = Vec::new();
                errors.extend(against);
                errors.extend(given.err());
                Error::collect(errors)?;
                Err(Error::new(Code::DiscountListMissing))
            }
        }
    }

    /// Project and product type that roles are in charge of.
    fn scope(&self) -> (Option<&'a str>, Option<&'a str>) {
        let product = self.unit.and_then(|unit| unit.product_type.as_deref());
        (self.facts.project.as_deref(), product)
    }

    /// Prices the discounts given and explains the price; findings about a discount stand at its
    /// place among those wanted.
    pub(crate) fn outcome(
        &self,
        list: &List,
        given: Given<'a>,
        wanted: Wanted<'_>,
    ) -> Result<DiscountOutcome> {
        let Given { mut items, removed } = given;
        let stacking = &self.scheme.stacking;
        stack::ordered(&mut items, stacking);
        let (deal, trail) = stack::explained(list, &items, stacking)?;
        let mut findings = self.findings(list, &deal)?;
        findings.extend(self.sizes(list, &deal, &items, &trail.taken, wanted)?);
        findings.extend(self.unusual(&items, wanted));
        let below_floor = findings.iter().any(|f| f.code == Code::PricingBelowFloor);
        let conditional = |item: &Item<'_>| item.discount.is_conditional(self.facts);
        if let Some(agreed) =
            self.facts.agreed_signing_date.filter(|_| self.facts.signing_date.is_none())
        {
            let on_time = items
                .iter()
                .filter(|item| item.discount.reason == super::kind::DiscountReason::OnTimeSigning);
            for item in on_time {
                let error = item.discount.error(Code::DiscountConditional);
                findings.push(Finding::from(&error.with("date", agreed)));
            }
        }
        let special = items.iter().any(Item::is_special);
        let standard_total = if special { self.standard_total(list, &items)? } else { deal.total };
        let approval = match self.authority {
            None => None,
            Some(table) => {
                let priced = Priced {
                    list_total: list.total,
                    deal_total: deal.total,
                    standard_total,
                    special,
                    below_floor,
                    by_reason: items
                        .iter()
                        .zip(trail.taken.iter().copied())
                        .filter(|(item, _)| !table.is_special_only() || item.is_special())
                        .map(|(item, taken)| (item.discount.reason, taken))
                        .collect(),
                };
                let (approval, more) = approve(table, &priced, self.scope())?;
                findings.extend(more);
                Some(approval)
            }
        };
        let references = References {
            scheme: self.scheme,
            facts: self.facts,
            unit: self.unit,
            authority: self.authority,
        };
        findings.extend(references.findings());
        findings.extend(self.facts.unusual());
        let (text_zh, text_en) = text(&items, stacking)?;
        let applied = items.iter().zip(&trail.taken).map(|(item, taken)| AppliedDiscount {
            code: item.discount.code.clone(),
            name: item.discount.name.clone(),
            reason: item.discount.reason,
            value: item.value.clone(),
            stack: item.discount.stack,
            amount: *taken,
            campaign: item.discount.campaign.clone(),
            conditional: conditional(item),
        });
        let effective = Ratio::new(deal.total.fen(), list.total.fen())?;
        let discount_amount = list.total.checked_sub(deal.total);
        let discount_amount = discount_amount.ok_or_else(|| Error::new(Code::NumberOverflow))?;
        Ok(DiscountOutcome {
            list_total: list.total,
            list_unit_price: list.unit_price,
            area: list.area,
            deal_total: deal.total,
            deal_unit_price: deal.unit_price,
            discount_amount,
            effective_discount: effective.to_rate()?,
            effective_percent: effective.percent()?,
            unit_discount: Ratio::new(deal.unit_price.micros(), list.unit_price.micros())?
                .to_rate()?,
            share_off: effective.rest().to_rate()?,
            text_zh,
            text_en,
            applied: applied.collect(),
            rest: rest(discount_amount, &trail)?,
            removed,
            steps: trail.steps,
            special: match special {
                true => Some(special_offer(list.total, standard_total, deal.total)?),
                false => None,
            },
            approval,
            findings,
        })
    }

    /// The deal total with the approved scheme alone.
    fn standard_total(&self, list: &List, items: &[Item<'_>]) -> Result<Money> {
        let standard: Vec<Item<'_>> =
            items.iter().filter(|item| !item.is_special()).copied().collect();
        Ok(stack::price(list, &standard, &self.scheme.stacking)?.total)
    }

    fn findings(&self, list: &List, deal: &Stacked) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        if !deal.total.is_positive() {
            findings.push(Finding::new(Code::DiscountNothingLeft, &[]));
        }
        if deal.total > list.total {
            let params: [(&str, &dyn std::fmt::Display); 2] =
                [("deal", &deal.total), ("list", &list.total)];
            findings.push(Finding::new(Code::DiscountAboveList, &params));
        }
        let own = self.unit.is_some_and(|unit| list.is_of(unit));
        findings.extend(list.differs().filter(|_| !own));
        if let Some(unit) = self.unit {
            findings.extend(figures::of_unit(unit, "/checks/unit"));
            findings.extend(list.foreign_to(unit)?);
            // Floor and filed prices are per m² of building area.
            let price: UnitPrice = match unit.building_area == list.area {
                true => deal.unit_price,
                false => per_area(deal.total, unit.building_area).at("unit").at("checks")?,
            };
            let rules = &self.rules;
            let found = rules.findings(unit, price, deal.total, Level::Deal, Level::DealTotal)?;
            findings.extend(found);
        }
        Ok(findings)
    }
}

impl Item<'_> {
    /// Beyond the approved scheme.
    pub(crate) fn is_special(&self) -> bool {
        self.discount.needs_approval
            || self.discount.reason == super::kind::DiscountReason::SpecialApproval
    }
}

/// What the discount amount has beside what the discounts took off; roundings are what is left.
fn rest(discount_amount: Money, trail: &Trail) -> Result<Vec<DiscountRest>> {
    let overflow = || Error::new(Code::NumberOverflow);
    let below_zero = Money::ZERO.checked_sub(trail.not_taken).ok_or_else(overflow)?;
    let known = [trail.list_beyond, below_zero];
    let known_sum = Money::sum(trail.taken.iter().copied().chain(known))?;
    let rounding = discount_amount.checked_sub(known_sum).ok_or_else(overflow)?;
    let all = [
        (DiscountRestRule::ListTotal, trail.list_beyond),
        (DiscountRestRule::NotBelowZero, below_zero),
        (DiscountRestRule::Rounding, rounding),
    ];
    let all = all.into_iter().filter(|(_, amount)| !amount.is_zero());
    Ok(all.map(|(rule, amount)| DiscountRest { rule, amount }).collect())
}

fn special_offer(list: Money, standard: Money, deal: Money) -> Result<SpecialOffer> {
    let amount = standard.checked_sub(deal).ok_or_else(|| Error::new(Code::NumberOverflow))?;
    let rate = match standard.is_zero() {
        true => Ratio::ZERO,
        false => Ratio::new(amount.fen(), standard.fen())?,
    };
    Ok(SpecialOffer {
        standard_total: standard,
        standard_discount: Ratio::new(standard.fen(), list.fen())?.to_rate()?,
        amount,
        rate: rate.to_rate()?,
    })
}
