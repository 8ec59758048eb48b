//! Inputs that cannot be, and what is told beside a decision.

use super::Desk;
use kaipan::deal::DealAction;
use kaipan::money::{MoneyCategory, category};

/// Something is given that cannot be: nothing is decided then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    OtherUnit,
    BackInTime,
    ReadTwice,
    GivenTwice(usize),
    BelowZero(usize),
    UnknownMoney(usize),
    Unused,
    Unnamed(usize),
}

impl Desk<'_> {
    /// The first input that cannot be.
    pub(super) fn wrong(&self, action: DealAction) -> Option<Wrong> {
        let (context, draft) = (self.context, self.draft);
        if self.unit.unit_no != self.stock.unit_no {
            return Some(Wrong::OtherUnit);
        }
        let has_unit = self.active.is_some_and(|one| one.kind.unit_state().is_some());
        if has_unit && self.deal.unit_no.as_ref().is_some_and(|unit| *unit != self.stock.unit_no) {
            return Some(Wrong::OtherUnit);
        }
        let quotas = context.quotas.as_deref().unwrap_or_default();
        let mut last = self.stock.changed_at.max(self.deal.changed_at);
        for quota in quotas {
            last = last.max(quota.changed_at);
        }
        if last.is_some_and(|last| context.now < last) {
            return Some(Wrong::BackInTime);
        }
        for (list, read) in context.ledger.iter().chain(&context.reads).enumerate() {
            let others = context.ledger.iter().chain(&context.reads).take(list);
            for other in others {
                if other.kind == read.kind && other.id == read.id && other.version != read.version {
                    return Some(Wrong::ReadTwice);
                }
            }
        }
        let buyers = context.buyers.as_deref().unwrap_or_default();
        for (at, one) in buyers.iter().enumerate() {
            if buyers[..at].iter().any(|before| before.customer == one.customer) {
                return Some(Wrong::GivenTwice(at));
            }
            if [one.credit_limit, one.owes].into_iter().flatten().any(|one| one.is_negative()) {
                return Some(Wrong::BelowZero(at));
            }
        }
        for (at, one) in quotas.iter().enumerate() {
            if quotas[..at].iter().any(|before| before.id == one.id) {
                return Some(Wrong::GivenTwice(at));
            }
        }
        for (at, one) in context.approvals.iter().enumerate() {
            if context.approvals[..at].iter().any(|before| before.id == one.id) {
                return Some(Wrong::GivenTwice(at));
            }
        }
        for (at, one) in context.received.iter().flatten().enumerate() {
            if one.amount.is_negative() {
                return Some(Wrong::BelowZero(at));
            }
            if one.category.is_none() && category(&one.item) == MoneyCategory::Other {
                return Some(Wrong::UnknownMoney(at));
            }
        }
        let policy = &context.policy;
        let least = [policy.sincerity_amount, policy.least_booking, policy.least_deposit];
        if least.into_iter().flatten().any(|one| one.is_negative()) {
            return Some(Wrong::BelowZero(0));
        }
        self.wrong_draft(action).or_else(|| {
            let twice = |(at, id)| draft.quotas[..at].contains(id).then_some(Wrong::GivenTwice(at));
            draft.quotas.iter().enumerate().find_map(twice)
        })
    }

    fn wrong_draft(&self, action: DealAction) -> Option<Wrong> {
        let draft = self.draft;
        let books = action == DealAction::Book;
        let never = draft.batch.is_some()
            || draft.queue_number.is_some()
            || draft.lottery_number.is_some()
            || draft.minutes.is_some()
            || draft.old_home_sold.is_some()
            || draft.liabilities.is_some()
            || draft.ended_by.is_some()
            || draft.offer.is_some()
            || draft.todo.is_some()
            || draft.buyer_edit.is_some()
            || draft.filing_number.is_some()
            || draft.paper.is_some()
            || !draft.corrections.is_empty();
        let of_subscription = draft.price.is_some()
            || draft.plan.is_some()
            || !draft.schedule.is_empty()
            || draft.agreed_signing.is_some();
        if never || (books && of_subscription) {
            return Some(Wrong::Unused);
        }
        if draft.amount.is_some_and(|amount| amount.is_negative()) {
            return Some(Wrong::BelowZero(0));
        }
        for (at, line) in draft.schedule.iter().enumerate() {
            if line.amount.is_negative() {
                return Some(Wrong::BelowZero(at));
            }
            if draft.schedule[..at].iter().any(|before| before.seq == line.seq) {
                return Some(Wrong::GivenTwice(at));
            }
        }
        let unnamed = |one: &kaipan::deal::DealBuyer| one.customer.trim().is_empty();
        draft.buyers.iter().position(unnamed).map(Wrong::Unnamed)
    }

    /// What a person should read, though it stops nothing: how many such things there are.
    pub(super) fn told(&self) -> usize {
        let draft = self.draft;
        let list = self.unit.list_total.map_or(0, |total| total.fen());
        let large = draft.amount.is_some_and(|amount| list > 0 && amount.fen() > list / 5);
        let far = |day: Option<kaipan::Date>, most: i64| {
            day.is_some_and(|day| day.days_since(self.today) > most)
        };
        let other = |item: &str| category(item) == MoneyCategory::Other;
        let unknown = self.context.received.iter().flatten();
        let unknown = unknown.filter(|one| one.category.is_none() && other(&one.item)).count();
        usize::from(large)
            + usize::from(draft.until.is_none())
            + usize::from(far(draft.until, 366))
            + usize::from(far(draft.agreed_signing, 366))
            + usize::from(far(draft.handover, 3_653))
            + unknown
    }
}
