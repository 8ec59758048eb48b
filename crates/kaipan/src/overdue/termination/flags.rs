//! The right to end a contract, looked for in the claims of a deal.

use super::answer::{TerminationFlag, TerminationGround, TerminationMoney};
use super::policy::{PaymentDemand, TerminationPolicy};
use crate::check::{Index, blank};
use crate::error::{Code, Error, Input, Lang, Result, shown};
use crate::number::{Money, Rate, Rounding, Unrounded, overflow};
use crate::overdue::assessing::AssessedClaim;
use crate::overdue::claim::{ClaimDeal, MoneyClaim};
use crate::overdue::day_counts::past_calendar;
use crate::overdue::words::counted;
use crate::{Date, Text};
use std::collections::HashMap;

/// Demands that cannot be.
pub(in crate::overdue) fn wrong_demands(
    claims: &[MoneyClaim],
    demands: &[PaymentDemand],
) -> Vec<Error> {
    let deals = Index::new(claims, |claim: &MoneyClaim| &claim.deal);
    let mut errors = Vec::new();
    for (at, demand) in demands.iter().enumerate() {
        let mut own: Vec<Error> =
            blank(Code::OverdueBlank, "deal", &demand.deal).into_iter().collect();
        let reference = demand.reference.as_ref();
        own.extend(reference.and_then(|text| blank(Code::OverdueBlank, "reference", text)));
        if !deals.has(&&demand.deal) {
            let error = Error::new(Code::OverdueDemandOfNone).with("deal", &demand.deal);
            own.push(error.at("deal"));
        }
        errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Demands)));
    }
    errors
}

/// The demands up to a day by deal, each in the order of their days.
pub(in crate::overdue) fn demands_by_deal(
    demands: &[PaymentDemand],
    as_of: Date,
) -> HashMap<&Text, Vec<&PaymentDemand>> {
    let mut by_deal: HashMap<&Text, Vec<&PaymentDemand>> = HashMap::new();
    for demand in demands.iter().filter(|one| one.on <= as_of) {
        by_deal.entry(&demand.deal).or_default().push(demand);
    }
    by_deal.values_mut().for_each(|own| own.sort_by_key(|one| one.on));
    by_deal
}

/// Looks for rights to end contracts, on a day.
#[derive(Debug, Clone, Copy)]
pub(in crate::overdue) struct Terminating<'a> {
    pub(in crate::overdue) policy: &'a TerminationPolicy,
    pub(in crate::overdue) as_of: Date,
}

impl Terminating<'_> {
    /// Every ground on which the contract of a deal may be ended on the day.
    pub(in crate::overdue) fn flags(
        &self,
        claims: &[&AssessedClaim],
        demands: &[&PaymentDemand],
        deal: Option<&ClaimDeal>,
    ) -> Result<Vec<TerminationFlag>> {
        let policy = self.policy;
        let late: Vec<&AssessedClaim> = claims
            .iter()
            .filter(|one| one.overdue_days > 0 && policy.categories.contains(&one.category))
            .copied()
            .collect();
        if late.is_empty() {
            return Ok(Vec::new());
        }
        let total = deal.and_then(|deal| deal.contract_total);
        let mut flags = Vec::new();
        if !is_unsigned(deal) {
            flags.extend(self.by_contract(&late)?);
        }
        if let Some(total) = total {
            flags.extend(self.by_part(&late, demands, total)?);
        }
        flags.extend(self.by_months(&late, demands)?);
        Ok(flags)
    }

    fn by_contract(&self, late: &[&AssessedClaim]) -> Result<Option<TerminationFlag>> {
        let Some(days) = self.policy.after_days else { return Ok(None) };
        let longest = late.iter().map(|one| one.overdue_days).max().unwrap_or(0);
        if longest <= days {
            return Ok(None);
        }
        let first = late.iter().filter_map(|one| one.due).min();
        let since = first.and_then(|due| due.add_days(days)?.add_days(1)).ok_or_else(overflow)?;
        let those = late.iter().filter(|one| one.overdue_days > days);
        flag(TerminationGround::ContractDays, since, those.copied(), None, [
            format!("合同约定：逾期超过 {days} 天，出卖人可以解除合同"),
            format!(
                "by the contract the seller may end it when payment is overdue for more than {}",
                counted(days, "day")
            ),
        ])
        .map(Some)
    }

    /// One fifth of the price, demanded and still unpaid.
    fn by_part(
        &self,
        late: &[&AssessedClaim],
        demands: &[&PaymentDemand],
        total: Money,
    ) -> Result<Option<TerminationFlag>> {
        let least = Unrounded::from(total).mul(&Unrounded::from(self.policy.part_of_total))?;
        for demand in demands {
            let since =
                demand.on.add_days(self.policy.days_after_demand).and_then(|day| day.add_days(1));
            let field = "days_after_demand";
            let far = || past_calendar(field, self.policy.days_after_demand, demand.on);
            let since = since.ok_or_else(|| far().within(Input::Termination))?;
            let those = demanded(late, demand);
            let unpaid = Money::sum(those.iter().map(|one| one.outstanding))?;
            if since <= self.as_of && !Unrounded::from(unpaid).compare(&least)?.is_lt() {
                let percent = |lang| shown(&self.policy.part_of_total.to_string(), "percent", lang);
                let words = [
                    format!(
                        "民法典第六百三十四条：经催告，到期未付达到全部价款的 {}",
                        percent(Lang::Zh)
                    ),
                    format!(
                        "Civil Code Art. 634: after a demand, {} of the price is due and unpaid",
                        percent(Lang::En)
                    ),
                ];
                let those = those.into_iter();
                return flag(TerminationGround::PartOfTotal, since, those, Some(demand), words)
                    .map(Some);
            }
        }
        Ok(None)
    }

    /// Anything that was demanded and is unpaid for months.
    fn by_months(
        &self,
        late: &[&AssessedClaim],
        demands: &[&PaymentDemand],
    ) -> Result<Option<TerminationFlag>> {
        let months = self.policy.months_after_demand;
        for demand in demands {
            let last = i32::try_from(months).ok().and_then(|months| demand.on.add_months(months));
            let far = || past_calendar("months_after_demand", months, demand.on);
            let since = last.and_then(|day| day.add_days(1));
            let since = since.ok_or_else(|| far().within(Input::Termination))?;
            let those = demanded(late, demand);
            if since <= self.as_of && !those.is_empty() {
                let words = [
                    format!("商品房买卖合同司法解释第十一条：催告后 {months} 个月内仍未支付"),
                    format!(
                        "judicial interpretation on sales of homes, Art. 11: unpaid {} after a demand",
                        counted(self.policy.months_after_demand, "month")
                    ),
                ];
                let those = those.into_iter();
                return flag(
                    TerminationGround::MonthsAfterDemand,
                    since,
                    those,
                    Some(demand),
                    words,
                )
                .map(Some);
            }
        }
        Ok(None)
    }

    /// What follows in money.
    pub(in crate::overdue) fn money(&self, claims: &[&AssessedClaim]) -> Result<TerminationMoney> {
        use crate::money::MoneyCategory::{AreaDifference, HouseLoan, HouseNonLoan};
        let price = || {
            let is_price = |one: &&&AssessedClaim| {
                matches!(one.category, HouseNonLoan | HouseLoan | AreaDifference)
            };
            claims.iter().filter(is_price)
        };
        let due = price().filter(|one| one.due.is_some_and(|due| due <= self.as_of));
        let accumulated_due = Money::sum(due.map(|one| one.amount))?;
        let penalty_rate = self.policy.penalty_rate.unwrap_or(Rate::ZERO);
        let penalty = Unrounded::from(accumulated_due).mul(&Unrounded::from(penalty_rate))?;
        let penalty = Rounding::FEN.round(&penalty)?;
        let paid = Money::sum(price().map(|one| one.paid))?;
        let left = paid.checked_sub(penalty).ok_or_else(overflow)?;
        let owed = penalty.checked_sub(paid).ok_or_else(overflow)?;
        Ok(TerminationMoney {
            accumulated_due,
            penalty_rate,
            penalty,
            paid,
            to_return: left.max(Money::ZERO),
            still_owed: owed.max(Money::ZERO),
        })
    }
}

/// It is subscribed and not signed: there is no contract whose terms could give a right.
pub(in crate::overdue) fn is_unsigned(deal: Option<&ClaimDeal>) -> bool {
    deal.is_some_and(|deal| deal.subscribed_on.is_some() && deal.signed_on.is_none())
}

/// What a demand demanded and is still unpaid: what was overdue on its day.
fn demanded<'a>(late: &[&'a AssessedClaim], demand: &PaymentDemand) -> Vec<&'a AssessedClaim> {
    let was_late = |one: &&&AssessedClaim| one.due.is_some_and(|due| due < demand.on);
    late.iter().filter(was_late).copied().collect()
}

fn flag<'a>(
    ground: TerminationGround,
    since: Date,
    late: impl Iterator<Item = &'a AssessedClaim> + Clone,
    demand: Option<&PaymentDemand>,
    [zh, en]: [String; 2],
) -> Result<TerminationFlag> {
    Ok(TerminationFlag {
        ground,
        since,
        unpaid: Money::sum(late.clone().map(|one| one.outstanding))?,
        overdue_days: late.map(|one| one.overdue_days).max().unwrap_or(0),
        demanded_on: demand.map(|one| one.on),
        reference: demand.and_then(|one| one.reference.clone()),
        zh,
        en,
    })
}
