//! Claims that something is owed of, and the notices of their steps.

use super::answer::{DunningLine, DunningNotice, FollowedPromise};
use super::engine::Dunning;
use super::letter::Writer;
use super::plan::{DunningPlan, DunningStep};
use super::promise::PromiseState;
use crate::error::{Error, Input, Lang, Result};
use crate::money::{MoneyCategory, item_name};
use crate::number::{Money, overflow};
use crate::overdue::balance::Running;
use crate::overdue::claim::{ClaimDeal, ClaimsOfDay, MoneyClaim};
use crate::overdue::late_fee::{DailyRates, LateFeePolicy};
use crate::overdue::words::named;
use crate::{Date, Label, Text};
use std::collections::{HashMap, HashSet};

/// A claim that something is owed of.
#[derive(Clone)]
pub(super) struct Owing<'a> {
    pub(super) claim: &'a MoneyClaim,
    pub(super) line: DunningLine,
    late_fee: Money,
    /// What the deal has prepaid of it.
    prepaid: Money,
}

/// Makes notices: what was asked, with everything that is looked up for each of them.
pub(super) struct Noticing<'a> {
    asked: &'a Dunning<'a>,
    plan: &'a DunningPlan,
    deals: HashMap<&'a Text, &'a ClaimDeal>,
    /// Claims and the steps that were taken for them.
    taken: HashSet<(&'a Text, &'a Text)>,
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

impl<'a> Noticing<'a> {
    pub(super) fn new(
        asked: &'a Dunning<'a>,
        plan: &'a DunningPlan,
        promises: &'a [FollowedPromise],
    ) -> Noticing<'a> {
        let recorded = asked.records.iter().filter(|record| record.on <= asked.as_of);
        let taken =
            recorded.flat_map(|record| record.claims.iter().map(move |one| (one, &record.step)));
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
            taken: taken.collect(),
            promised,
        }
    }

    /// The claims that are due or near, of the items that are asked for, by due day.
    pub(super) fn owing(&self) -> Result<Vec<Owing<'a>>> {
        let asked = self.asked;
        let default = LateFeePolicy::default();
        let policy = asked.policy.unwrap_or(&default);
        let rates = DailyRates::new(policy);
        let lead = asked.lead_days.unwrap_or_else(|| self.plan.lead_days());
        let until = asked.as_of.add_days(lead).ok_or_else(overflow)?;
        let day = ClaimsOfDay { as_of: asked.as_of, horizon: asked.horizon };
        let mut found = Vec::new();
        for of_day in day.of(asked.claims) {
            let claim = of_day.claim;
            let is_wanted = asked.items.is_empty() || asked.items.contains(&claim.item);
            let Some(due) = claim.due.filter(|due| is_wanted && *due <= until) else { continue };
            let total = self.deals.get(&claim.deal).and_then(|deal| deal.contract_total);
            let running = Running {
                policy,
                rates: &rates,
                as_of: asked.as_of,
                contract_total: total.map(Money::fen),
                waived: &[],
            };
            let place = |error: Error| error.at(of_day.at).within(Input::Claims);
            let balance = running.run(&of_day).map_err(place)?;
            let outstanding = Money::from_fen(balance.accrual.outstanding().map_err(place)?);
            if !outstanding.is_positive() {
                continue;
            }
            let (fee, _) = balance.accrual.late_fee(balance.today).map_err(place)?;
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
            let late_fee = Money::from_fen(fee);
            found.push(Owing { claim, line, late_fee, prepaid: Money::ZERO });
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
        for step in &self.plan.steps {
            let own = owing.iter().filter(|one| step.days <= one.line.overdue_days);
            let own = own.filter(|one| !self.taken.contains(&(&one.claim.id, &step.code)));
            let own: Vec<&Owing<'_>> = own.collect();
            if own.is_empty() {
                continue;
            }
            let superseded = own.iter().all(|one| latest(one) != Some(step.days));
            notices.push(self.notice(step, deal, &own, superseded)?);
        }
        Ok(notices)
    }

    fn notice(
        &self,
        step: &DunningStep,
        deal: &Text,
        own: &[&Owing<'_>],
        superseded: bool,
    ) -> Result<DunningNotice> {
        let today = self.asked.as_of;
        let known = self.deals.get(deal);
        let planned = own.iter().filter_map(|one| one.line.due.shift_days(step.days)).min();
        let planned = planned.ok_or_else(overflow)?;
        let outstanding = Money::sum(own.iter().map(|one| one.line.outstanding))?;
        let prepayment = Money::sum(own.iter().map(|one| one.prepaid))?;
        let pay_until = step.pay_within_days;
        let pay_until = pay_until.map(|days| today.add_days(days).ok_or_else(overflow));
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
