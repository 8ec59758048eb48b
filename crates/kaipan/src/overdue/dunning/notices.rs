//! Claims that something is owed of, and the notices of their steps.

use super::answer::{DunningLine, DunningNotice, FollowedPromise};
use super::begun::begun;
use super::engine::Dunning;
use super::letter::Writer;
use super::plan::{DunningPlan, DunningStep};
use super::promise::PromiseState;
use crate::error::{Error, Finding, Input, Lang, Result};
use crate::money::{MoneyCategory, item_name};
use crate::number::{Money, overflow};
use crate::overdue::balance::{ClaimBalance, Running};
use crate::overdue::claim::{ClaimDeal, ClaimsOfDay, MoneyClaim};
use crate::overdue::day_counts::past_calendar;
use crate::overdue::fees_beside::Beside;
use crate::overdue::late_fee::{DailyRates, LateFeePolicy};
use crate::overdue::words::named;
use crate::{Date, Label, Text};
use std::collections::{BTreeMap, HashMap};

/// A claim that something is owed of.
#[derive(Clone)]
pub(super) struct Owing<'a> {
    pub(super) claim: &'a MoneyClaim,
    pub(super) line: DunningLine,
    /// The day from which on steps for it count.
    pub(super) begun: Option<Date>,
    /// What is left of its late fee.
    late_fee: Money,
    /// What the deal has prepaid of it.
    prepaid: Money,
}

/// Makes notices: what was asked, with everything that is looked up for each of them.
pub(super) struct Noticing<'a> {
    asked: &'a Dunning<'a>,
    plan: &'a DunningPlan,
    deals: HashMap<&'a Text, &'a ClaimDeal>,
    /// Claims and the steps that were taken for them, with the last day of each.
    taken: HashMap<(&'a Text, &'a Text), Date>,
    /// What was waived and posted of late fees.
    beside: BTreeMap<&'a Text, Beside>,
    /// Claims that somebody has promised to pay, and until when.
    promised: HashMap<&'a Text, Date>,
}

/// What is left of claims once a prepayment is set off against them, by due day. It pays neither loans
/// nor what is collected for others.
pub(super) fn after_prepayment(owing: Vec<Owing<'_>>, prepaid: Money) -> Result<Vec<Owing<'_>>> {
    let mut left = prepaid.max(Money::ZERO);
    let mut open = Vec::new();
    for mut one in owing {
        let takes_none =
            matches!(one.claim.category(), MoneyCategory::HouseLoan | MoneyCategory::Collected);
        one.prepaid = if takes_none { Money::ZERO } else { left.min(one.line.outstanding) };
        left = left.checked_sub(one.prepaid).ok_or_else(overflow)?;
        if one.prepaid < one.line.outstanding {
            open.push(one);
        }
    }
    Ok(open)
}

/// What is left of a late fee: what has accrued, less what was waived, paid, or posted.
fn left_of_fee(balance: &ClaimBalance<'_>, posted: Money) -> Result<Money> {
    let (fee, _) = balance.accrual.late_fee(balance.today)?;
    let taken = [balance.accrual.waived, balance.accrual.paid.late_fee, posted.fen()];
    let left = taken.iter().try_fold(fee, |left, taken| left.checked_sub(*taken));
    Ok(Money::from_fen(left.ok_or_else(overflow)?.max(0)))
}

impl<'a> Noticing<'a> {
    pub(super) fn new(
        asked: &'a Dunning<'a>,
        plan: &'a DunningPlan,
        promises: &'a [FollowedPromise],
        beside: BTreeMap<&'a Text, Beside>,
    ) -> Noticing<'a> {
        let mut taken: HashMap<(&Text, &Text), Date> = HashMap::new();
        for record in asked.records.iter().filter(|record| record.on <= asked.as_of) {
            for claim in &record.claims {
                let last = taken.entry((claim, &record.step)).or_insert(record.on);
                *last = record.on.max(*last);
            }
        }
        let mut promised: HashMap<&Text, Date> = HashMap::new();
        let open = promises.iter().filter(|one| one.state == PromiseState::Open);
        for promise in open.filter(|_| plan.hold_while_promised) {
            for claim in &promise.claims {
                let until = promised.entry(claim).or_insert(promise.on);
                *until = promise.on.max(*until);
            }
        }
        Noticing {
            asked,
            plan,
            deals: asked.claim_deals.iter().map(|deal| (&deal.id, deal)).collect(),
            taken,
            beside,
            promised,
        }
    }

    /// The claims that are due or near, of the items that are asked for, by due day.
    pub(super) fn owing(&self, findings: &mut Vec<Finding>) -> Result<Vec<Owing<'a>>> {
        let asked = self.asked;
        let default = LateFeePolicy::default();
        let policy = asked.policy.unwrap_or(&default);
        let rates = DailyRates::new(policy);
        let lead = asked.lead_days.unwrap_or_else(|| self.plan.lead_days());
        let until = asked.as_of.add_days(lead).ok_or_else(overflow)?;
        let day = ClaimsOfDay { as_of: asked.as_of, horizon: asked.horizon };
        let lead = lead.max(self.plan.lead_days());
        let (mut found, none) = (Vec::new(), Beside::default());
        for of_day in day.of(asked.claims) {
            let claim = of_day.claim;
            let is_wanted = asked.items.is_empty() || asked.items.contains(&claim.item);
            let Some(due) = claim.due.filter(|due| is_wanted && *due <= until) else { continue };
            let total = self.deals.get(&claim.deal).and_then(|deal| deal.contract_total);
            let beside = self.beside.get(&claim.id).unwrap_or(&none);
            let waived = beside.waived(claim.due);
            let running = Running {
                policy,
                rates: &rates,
                as_of: asked.as_of,
                contract_total: total.map(Money::fen),
                waived: &waived,
            };
            let place = |error: Error| error.at(of_day.at).within(Input::Claims);
            let balance = running.run(&of_day).map_err(place)?;
            let outstanding = Money::from_fen(balance.accrual.outstanding().map_err(place)?);
            if !outstanding.is_positive() {
                continue;
            }
            let late_fee = left_of_fee(&balance, beside.posted).map_err(place)?;
            findings.extend(beside.above(&of_day, Money::from_fen(balance.accrual.waived))?);
            let names = item_name(&claim.item).map(|(zh, en)| [zh, en].map(Label::constant));
            let [zh, en] = names.unwrap_or_else(|| named(&claim.item));
            let line = DunningLine {
                claim: claim.id.clone(),
                item: claim.item.clone(),
                zh,
                en,
                due,
                amount: claim.amount,
                paid: claim.amount.checked_sub(outstanding).ok_or_else(overflow)?,
                outstanding,
                overdue_days: balance.today,
            };
            let begun = begun(claim, &balance, lead);
            found.push(Owing { claim, line, begun, late_fee, prepaid: Money::ZERO });
        }
        found.sort_by(|one, other| {
            (one.line.due, &one.claim.id).cmp(&(other.line.due, &other.claim.id))
        });
        Ok(found)
    }

    /// The notices of a deal: one for every step that a claim has come to and that is not recorded.
    pub(super) fn notices(&self, deal: &Text, owing: &[Owing<'_>]) -> Result<Vec<DunningNotice>> {
        let latest = |one: &Owing<'_>| {
            let reached = self.plan.steps.iter().rev();
            reached
                .into_iter()
                .find(|step| step.days <= one.line.overdue_days)
                .map(|step| step.days)
        };
        let mut notices = Vec::new();
        for (at, step) in self.plan.steps.iter().enumerate() {
            let own = owing.iter().filter(|one| step.days <= one.line.overdue_days);
            let own = own.filter(|one| {
                let last = self.taken.get(&(&one.claim.id, &step.code));
                last.is_none_or(|last| one.begun.is_some_and(|begun| *last < begun))
            });
            let own: Vec<&Owing<'_>> = own.collect();
            if own.is_empty() {
                continue;
            }
            let superseded = own.iter().all(|one| latest(one) != Some(step.days));
            notices.push(self.notice((at, step), deal, &own, superseded)?);
        }
        Ok(notices)
    }

    fn notice(
        &self,
        (at, step): (usize, &DunningStep),
        deal: &Text,
        own: &[&Owing<'_>],
        superseded: bool,
    ) -> Result<DunningNotice> {
        let today = self.asked.as_of;
        let known = self.deals.get(deal);
        let far = |field, days: i64, from| {
            past_calendar(field, days, from).at(at).at("steps").within(Input::Plan)
        };
        let due = own.iter().map(|one| one.line.due).min().unwrap_or(today);
        let planned = due.shift_days(step.days);
        let planned = planned.ok_or_else(|| far("days", step.days.into(), due))?;
        let outstanding = Money::sum(own.iter().map(|one| one.line.outstanding))?;
        let prepayment = Money::sum(own.iter().map(|one| one.prepaid))?;
        let pay_until = step.pay_within_days;
        let pay_until = pay_until.map(|days| {
            let until = today.add_days(days);
            until.ok_or_else(|| far("pay_within_days", days.into(), today))
        });
        let mut notice = DunningNotice {
            deal: deal.clone(),
            unit_no: known.and_then(|one| one.unit_no.clone()),
            customer: known.and_then(|one| one.customer.clone()),
            owner: known.and_then(|one| one.owner.clone()),
            phone: known.and_then(|one| one.phone.clone()),
            agent: known.and_then(|one| one.agent.clone()),
            step: step.code.clone(),
            zh: step.zh.clone(),
            en: step.en.clone(),
            channel: step.channel,
            planned,
            late_days: u32::try_from(today.days_since(planned)).unwrap_or(0),
            superseded,
            held_until: own
                .iter()
                .filter_map(|one| self.promised.get(&one.claim.id))
                .max()
                .copied(),
            lines: own.iter().map(|one| one.line.clone()).collect(),
            outstanding,
            prepayment,
            net: outstanding.checked_sub(prepayment).ok_or_else(overflow)?,
            late_fee: Money::sum(own.iter().map(|one| one.late_fee))?,
            pay_until: pay_until.transpose()?,
            fee: step.fee,
            text_zh: String::new(),
            text_en: String::new(),
        };
        let writer = |lang| Writer { seller: self.asked.seller, lang, today };
        notice.text_zh = writer(Lang::Zh).text(&notice);
        notice.text_en = writer(Lang::En).text(&notice);
        Ok(notice)
    }
}
