//! From the list price to the deal price, with everything that explains it.

use crate::discount::authority::{AskedPrice, AuthorityTable, ReasonAmount, approve};
use crate::discount::choice::{Given, Wanted};
use crate::discount::deal::{ChosenDiscount, List};
use crate::discount::discounting::Discounting;
use crate::discount::outcome::text::texts;
use crate::discount::outcome::{
    AppliedDiscount, DiscountOutcome, DiscountRest, DiscountRestRule, SpecialOffer,
};
use crate::discount::ratio::{percent, share_of};
use crate::discount::scheme::DiscountReason;
use crate::discount::stack::{self, DiscountTrail, Item, Stacked};
use crate::error::{At, Code, Error, Finding, Input, Result, finding};
use crate::number::{Money, UnitPrice, Unrounded, overflow};
use crate::pricing::{Level, per_area};
use crate::project::figures;

impl Discounting<'_> {
    /// Applies the chosen discounts to the list price, and explains the deal price step by step.
    ///
    /// # Errors
    /// Every reason at once: schemes and tables that contradict themselves, list prices not above
    /// zero, chosen discounts that are unknown, not met, or exclude each other.
    pub fn apply(&self, chosen: &[ChosenDiscount]) -> Result<DiscountOutcome> {
        self.outcome_of(chosen, self.check())
    }

    /// What stands against a choice, as far as it is known without a price.
    pub(crate) fn refusal(&self, chosen: &[ChosenDiscount]) -> Result<()> {
        let wanted = self.wanted(chosen);
        self.admission(&wanted).given(None).map(drop)
    }

    /// Prices a choice from a list price that has been checked, or says everything that stands
    /// against both.
    pub(crate) fn outcome_of(
        &self,
        chosen: &[ChosenDiscount],
        list: Result<List>,
    ) -> Result<DiscountOutcome> {
        let wanted = self.wanted(chosen);
        let (list, given) = self.admission(&wanted).given_of(list)?;
        self.outcome(&list, given, &wanted)
    }

    /// Prices the discounts given and explains the price; findings about a discount stand at its
    /// place among those wanted.
    pub(crate) fn outcome(
        &self,
        list: &List,
        given: Given<'_>,
        wanted: &[Wanted<'_>],
    ) -> Result<DiscountOutcome> {
        let Given { mut items, removed } = given;
        let stacking = &self.scheme.stacking;
        stack::ordered(&mut items, stacking);
        let (deal, trail) = stack::explained(list, &items, stacking)?;
        let mut findings = self.findings(list, &deal)?;
        let below_floor = findings.iter().any(|f| f.code == Code::PricingBelowFloor);
        findings.extend(self.sizes(list, &deal, &items, &trail.taken, wanted)?);
        findings.extend(self.unusual(&items, wanted));
        findings.extend(self.still_to_sign(&items));
        let standard = match items.iter().any(Item::is_special) {
            true => Some(self.standard_total(list, &items)?),
            false => None,
        };
        let approval = match self.authority {
            Some(table) => {
                let by_reason = by_reason(table, &items, &trail.taken);
                let price = AskedPrice {
                    standard_total: Some(standard.unwrap_or(deal.total)),
                    special: standard.is_some(),
                    below_floor,
                    by_reason: &by_reason,
                    scope: self.scope(),
                    ..AskedPrice::new(list.total, deal.total)
                };
                let (approval, more) = approve(table, &price)?;
                findings.extend(more);
                Some(approval)
            }
            None => None,
        };
        findings.extend(self.references());
        findings.extend(self.facts.unusual());
        let (text_zh, text_en) = texts(&items, stacking)?;
        let applied = items.iter().zip(&trail.taken).map(|(item, taken)| AppliedDiscount {
            code: item.discount.code.clone(),
            name: item.discount.name.clone(),
            reason: item.discount.reason,
            value: item.value.clone(),
            stack: item.discount.stack,
            amount: *taken,
            campaign: item.discount.campaign.clone(),
            conditional: item.discount.is_conditional(self.facts),
        });
        let effective = share_of(deal.total, list.total)?;
        let of_units = Unrounded::from(deal.unit_price).div(&Unrounded::from(list.unit_price))?;
        let discount_amount = list.total.checked_sub(deal.total);
        let discount_amount = discount_amount.ok_or_else(|| Error::new(Code::NumberOverflow))?;
        let special = standard.map(|standard| special_offer(list.total, standard, deal.total));
        Ok(DiscountOutcome {
            list_total: list.total,
            list_unit_price: list.unit_price,
            area: list.area,
            deal_total: deal.total,
            deal_unit_price: deal.unit_price,
            discount_amount,
            effective_discount: effective.to_rate()?,
            effective_percent: percent(&effective)?,
            unit_discount: of_units.to_rate()?,
            share_off: Unrounded::ONE.sub(&effective)?.to_rate()?,
            text_zh,
            text_en,
            applied: applied.collect(),
            rest: rest_of(discount_amount, &trail)?,
            removed,
            steps: trail.steps,
            special: special.transpose()?,
            approval,
            findings,
        })
    }

    /// What the buyer loses by signing late.
    fn still_to_sign(&self, items: &[Item<'_>]) -> Vec<Finding> {
        let is_open = self.facts.signing_date.is_none();
        let Some(agreed) = self.facts.agreed_signing_date.filter(|_| is_open) else {
            return Vec::new();
        };
        let on_time =
            items.iter().filter(|item| item.discount.reason == DiscountReason::OnTimeSigning);
        let error = |item: &Item<'_>| item.discount.error(Code::DiscountConditional);
        on_time.map(|item| Finding::from(&error(item).with("date", agreed))).collect()
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
            findings.push(finding!(Code::DiscountNothingLeft));
        }
        if deal.total > list.total {
            findings.push(finding!(Code::DiscountAboveList, deal = deal.total, list = list.total));
        }
        let own = self.unit.is_some_and(|unit| list.is_of(unit));
        findings.extend(list.differs().filter(|_| !own));
        if let Some(unit) = self.unit {
            let figures = figures::of_unit(unit, Input::Unit);
            findings.extend(figures);
            findings.extend(list.foreign_to(unit)?);
            // Floor and filed prices are per m² of building area.
            let price: UnitPrice = match unit.building_area == list.area {
                true => deal.unit_price,
                false => per_area(deal.total, unit.building_area).within(Input::Unit)?,
            };
            let found =
                self.rules.findings(unit, price, deal.total, Level::Deal, Level::DealTotal)?;
            findings.extend(found);
        }
        Ok(findings)
    }
}

/// What the discounts take off that the limits of a table count, each under its reason.
fn by_reason(table: &AuthorityTable, items: &[Item<'_>], taken: &[Money]) -> Vec<ReasonAmount> {
    let counted = |item: &Item<'_>| !table.is_special_only() || item.is_special();
    let taken = items.iter().zip(taken).filter(|(item, _)| counted(item));
    taken.map(|(item, amount)| ReasonAmount::new(item.discount.reason, *amount)).collect()
}

/// What the discount amount has beside what the discounts took off; roundings are what is left.
fn rest_of(discount_amount: Money, trail: &DiscountTrail) -> Result<Vec<DiscountRest>> {
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
        true => Unrounded::ZERO,
        false => share_of(amount, standard)?,
    };
    Ok(SpecialOffer {
        standard_total: standard,
        standard_discount: share_of(standard, list)?.to_rate()?,
        amount,
        rate: rate.to_rate()?,
    })
}
