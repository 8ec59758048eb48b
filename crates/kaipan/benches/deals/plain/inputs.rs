//! Inputs that cannot be: nothing is decided then. What is said of changes is not looked at here, nor
//! how a name of money may be misspelt.

use super::{Desk, Refused};
use kaipan::approval::ApprovalKind;
use kaipan::deal::DealGuard;
use kaipan::money::{MoneyCategory, category};
use kaipan::number::{Money, Rate};
use kaipan::payment::DepositLimit;
use kaipan::{StreamKind, StreamRead};

/// Something is given that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    OtherUnit,
    BackInTime,
    ReadTwice,
    GivenTwice(usize),
    BelowZero(usize),
    NoShare,
    Misnamed(usize),
    Waiver(usize),
    Unused,
    Unnamed(usize),
}

/// Other names of the items of money.
const NAMES: [&str; 20] = [
    "诚意金",
    "认筹金",
    "预定金",
    "订金",
    "小订",
    "定金",
    "大定",
    "首期款",
    "首付款",
    "首付",
    "楼款",
    "房款",
    "分期款",
    "按揭款",
    "商业贷款",
    "公积金款",
    "公积金贷款",
    "面积补差款",
    "手续费",
    "违约金",
];

fn is_share(share: Option<Rate>) -> bool {
    share.is_none_or(|share| (0..=1_000_000).contains(&share.millionths()))
}

fn is_negative(amount: Option<Money>) -> bool {
    amount.is_some_and(|amount| amount.is_negative())
}

/// The first of a list that has the key of one before it.
fn repeated<'a, T, K: PartialEq>(list: &'a [T], key: impl Fn(&'a T) -> K) -> Option<Wrong> {
    let again = |at: &usize| list[..*at].iter().any(|one| key(one) == key(&list[*at]));
    (1..list.len()).find(again).map(Wrong::GivenTwice)
}

impl Desk<'_> {
    /// The first input that cannot be.
    pub(super) fn wrong(&self) -> Option<Wrong> {
        self.of_unit()
            .or_else(|| self.of_streams())
            .or_else(|| self.of_lists())
            .or_else(|| self.of_policy())
    }

    fn of_unit(&self) -> Option<Wrong> {
        let has_unit = self.active.is_some_and(|one| one.kind.unit_state().is_some())
            && self.stock.deal.as_ref() == Some(&self.deal.id);
        let another = self.deal.unit_no.as_ref().is_some_and(|unit| *unit != self.stock.unit_no);
        let differs = self.unit.unit_no != self.stock.unit_no || (has_unit && another);
        differs.then_some(Wrong::OtherUnit)
    }

    fn of_streams(&self) -> Option<Wrong> {
        let context = self.context;
        let mut last = self.stock.changed_at.max(self.deal.changed_at);
        for quota in context.quotas.iter().flatten() {
            last = last.max(quota.changed_at);
        }
        if last.is_some_and(|last| context.now < last) {
            return Some(Wrong::BackInTime);
        }
        let named = || context.ledger.iter().chain(&context.reads);
        let seen = |read: &StreamRead| match read.kind {
            StreamKind::Unit if read.id == self.stock.unit_no => Some(self.stock.version),
            StreamKind::Deal if read.id == self.deal.id => Some(self.deal.version),
            StreamKind::Customer => {
                let mut known = context.buyers.iter().flatten();
                known.find(|one| one.customer == read.id)?.version
            }
            _ => None,
        };
        for (at, read) in named().enumerate() {
            let same = |one: &&StreamRead| one.kind == read.kind && one.id == read.id;
            let before = named().take(at).find(same).map(|one| one.version);
            if seen(read).or(before).is_some_and(|version| version != read.version) {
                return Some(Wrong::ReadTwice);
            }
        }
        None
    }

    fn of_lists(&self) -> Option<Wrong> {
        let context = self.context;
        let status = context.status.as_ref()?;
        let buyers = context.buyers.as_deref().unwrap_or_default();
        let twice = repeated(&status.phases, |one| &one.phase)
            .or_else(|| repeated(&status.buildings, |one| &one.building))
            .or_else(|| repeated(buyers, |one| &one.customer))
            .or_else(|| repeated(context.quotas.as_deref().unwrap_or_default(), |one| &one.id))
            .or_else(|| repeated(&context.approvals, |one| &one.id));
        if twice.is_some() {
            return twice;
        }
        for (at, one) in buyers.iter().enumerate() {
            if is_negative(one.credit_limit) || is_negative(one.owes) {
                return Some(Wrong::BelowZero(at));
            }
        }
        for (at, one) in context.received.iter().flatten().enumerate() {
            if one.amount.is_negative() {
                return Some(Wrong::BelowZero(at));
            }
            let unknown = one.category.is_none() && category(&one.item) == MoneyCategory::Other;
            if unknown && NAMES.contains(&one.item.as_str()) {
                return Some(Wrong::Misnamed(at));
            }
        }
        for (at, request) in context.approvals.iter().enumerate() {
            let is_guard =
                |word: &kaipan::Text| DealGuard::ALL.iter().any(|one| *word == *one.word());
            if request.asked.kind == ApprovalKind::Waiver
                && !request.asked.waives.iter().all(is_guard)
            {
                return Some(Wrong::Waiver(at));
            }
        }
        None
    }

    fn of_policy(&self) -> Option<Wrong> {
        let policy = &self.context.policy;
        let amounts = [policy.sincerity_amount, policy.least_booking, policy.least_deposit];
        if amounts.into_iter().any(is_negative) {
            return Some(Wrong::BelowZero(0));
        }
        for least in [&policy.before_subscribing, &policy.before_signing].into_iter().flatten() {
            if is_negative(least.amount) {
                return Some(Wrong::BelowZero(0));
            }
            if !is_share(least.share) {
                return Some(Wrong::NoShare);
            }
        }
        let Some(DepositLimit::Table { rows }) = &policy.deposit_limit else { return None };
        for row in rows {
            if is_negative(row.amount) {
                return Some(Wrong::BelowZero(0));
            }
            if !is_share(row.ratio) {
                return Some(Wrong::NoShare);
            }
        }
        repeated(rows, |row| row.from)
    }

    /// What is wrong with the draft.
    pub(super) fn check_draft(&self) -> Result<(), Refused> {
        self.wrong_draft().map_or(Ok(()), |wrong| Err(Refused::Wrong(wrong)))
    }

    fn wrong_draft(&self) -> Option<Wrong> {
        let draft = self.draft;
        let never = draft.batch.is_some()
            || draft.queue_number.is_some()
            || draft.lottery_number.is_some()
            || draft.minutes.is_some()
            || draft.liabilities.is_some()
            || draft.old_home.is_some()
            || draft.old_home_sold.is_some()
            || draft.ended_by.is_some()
            || draft.offer.is_some()
            || draft.todo.is_some()
            || draft.buyer_edit.is_some()
            || draft.filing_number.is_some()
            || !draft.e_signatures.is_empty()
            || draft.paper.is_some()
            || !draft.corrections.is_empty()
            || draft.settlement.is_some()
            || draft.pending.is_some();
        let of_subscription = draft.price.is_some()
            || draft.plan.is_some()
            || !draft.schedule.is_empty()
            || draft.agreed_signing.is_some()
            || draft.handover.is_some()
            || !draft.quotas.is_empty()
            || !draft.confirmed.is_empty();
        if never || if self.books { of_subscription } else { draft.until.is_some() } {
            return Some(Wrong::Unused);
        }
        if is_negative(draft.amount) {
            return Some(Wrong::BelowZero(0));
        }
        let twice =
            repeated(&draft.quotas, |id| id).or_else(|| repeated(&draft.schedule, |line| line.seq));
        if twice.is_some() {
            return twice;
        }
        let below = draft.schedule.iter().position(|line| line.amount.is_negative());
        let unnamed = draft.buyers.iter().position(|one| one.customer.trim().is_empty());
        below.map(Wrong::BelowZero).or(unnamed.map(Wrong::Unnamed))
    }
}
