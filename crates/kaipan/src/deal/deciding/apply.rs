//! The effects of a row, in order.

use super::DealDecision;
use super::{changing, document, money, offer, stock};
use crate::Text;
use crate::deal::guard::Situation;
use crate::deal::table::{Effect, Transition};
use crate::deal::{
    Deal, DealChange, DealEvent, DealGuard, DocumentKind, QuotaChange, QuotaEvent, StockChange,
    StockEvent,
};
use crate::error::{Code, Error, Input, Result};

/// The effects of a row on their way to a decision.
pub(super) struct Applying<'a> {
    pub(super) at: &'a Situation<'a>,
    pub(super) row: &'static Transition,
    /// The active document after the effects so far.
    pub(super) active: Option<DocumentKind>,
    /// The request by which the row is approved, where it needs one.
    pub(super) approval: Option<&'a Text>,
    pub(super) decision: DealDecision,
}

impl<'a> Applying<'a> {
    pub(super) fn new(at: &'a Situation<'a>) -> Applying<'a> {
        let active = at.deal.and_then(Deal::active).map(|document| document.kind);
        let entry = || at.entry_approval().ok().flatten();
        let entry = at.row.guards.contains(&DealGuard::EntryApproved).then(entry).flatten();
        let approval = at.row_approval().ok().flatten().or(entry).map(|request| &request.id);
        Applying { at, row: at.row, active, approval, decision: DealDecision::default() }
    }

    pub(super) fn run(mut self) -> Result<DealDecision> {
        for effect in self.row.effects {
            self.apply(*effect)?;
        }
        Ok(self.decision)
    }

    fn apply(&mut self, effect: Effect) -> Result<()> {
        let draft = self.at.draft;
        match effect {
            Effect::Release => self.stock(StockChange::Released { batch: draft.batch.clone() }),
            Effect::Withdraw => self.stock(StockChange::Withdrawn {}),
            Effect::Control => self.stock(StockChange::Controlled {}),
            Effect::Uncontrol => self.stock(StockChange::Uncontrolled {}),
            Effect::Reserve => stock::reserve(self),
            Effect::ReserveForTradeIn => stock::reserve_for_trade_in(self),
            Effect::EndReservation => stock::end_reservation(self),
            Effect::Hold => stock::hold(self),
            Effect::EndHold => stock::end_hold(self),
            Effect::Correct => stock::correct(self),
            Effect::Lapse => stock::lapse(self),
            Effect::Take => stock::take(self),
            Effect::Return => stock::give_back(self, false),
            Effect::ReturnUnconfirmed => stock::give_back(self, true),
            Effect::NameBuyers => document::name_buyers(self),
            Effect::ChooseUnit => document::choose_unit(self),
            Effect::Queue => document::queue(self),
            Effect::EnterLottery => document::enter_lottery(self),
            Effect::AgreePrice => document::agree_price(self),
            Effect::AgreePayment => document::agree_payment(self),
            Effect::Open(kind) => document::open(self, kind),
            Effect::Snapshot(kind) => document::snapshot(self, kind),
            Effect::Close(why) => self.close(why),
            Effect::Void => document::void(self),
            Effect::Lock => self.deal(DealChange::Locked {}),
            Effect::Unlock => self.deal(DealChange::Unlocked {}),
            Effect::Review => self.deal(DealChange::FinanceReviewed {}),
            Effect::Print => self.deal(DealChange::ContractPrinted { at: self.at.context.now }),
            Effect::EditBuyer => document::edit_buyer(self),
            Effect::BecomeDeposit => money::become_deposit(self),
            Effect::Todo(kind) => money::todo(self, kind),
            Effect::FinishTodo => money::finish_todo(self),
            Effect::SettleTodo(kind) => money::settle_todo(self, kind),
            Effect::SettleDepositContract => money::deposit_contract(self),
            Effect::UseQuotas => offer::use_quotas(self),
            Effect::ReturnQuotas => offer::return_quotas(self),
            Effect::OpenOffer => offer::open(self),
            Effect::EndQuota => offer::end_quota(self),
            Effect::Pend => changing::pend(self),
            Effect::Unpend => changing::unpend(self),
            Effect::EndPending => changing::end_pending(self),
            Effect::SettleChange => changing::settle(self),
            Effect::AgreeAgain => changing::agree_again(self),
            Effect::ExtendSigning => changing::extend_signing(self),
            Effect::SnapshotAgain => changing::snapshot_again(self),
            Effect::LeaveUnit => changing::leave_unit(self),
        }
    }

    pub(super) fn stock(&mut self, change: StockChange) -> Result<()> {
        let stock = self.at.stock.ok_or_else(|| missing("stock"))?;
        let version = next(stock.version, self.decision.stock.len())?;
        self.decision.stock.push(StockEvent {
            unit_no: stock.unit_no.clone(),
            version,
            at: self.at.context.now,
            by: self.at.context.person.clone(),
            reason: self.at.draft.reason.clone(),
            approval: self.approval.filter(|_| self.at.deal.is_none()).cloned(),
            change,
            schema: None,
        });
        Ok(())
    }

    pub(super) fn deal(&mut self, change: DealChange) -> Result<()> {
        let deal = self.at.deal.ok_or_else(|| missing("deal"))?;
        let version = next(deal.version, self.decision.deal.len())?;
        self.decision.deal.push(DealEvent {
            deal: deal.id.clone(),
            version,
            at: self.at.context.now,
            by: self.at.context.person.clone(),
            reason: self.at.draft.reason.clone(),
            approval: self.approval.cloned(),
            change,
            schema: None,
        });
        Ok(())
    }

    /// An event of a quota that has this version. A row has one event of a quota.
    pub(super) fn quota(&mut self, quota: &Text, version: u32, change: QuotaChange) -> Result<()> {
        self.decision.quotas.push(QuotaEvent {
            quota: quota.clone(),
            version: next(version, 0)?,
            at: self.at.context.now,
            by: self.at.context.person.clone(),
            reason: self.at.draft.reason.clone(),
            change,
            schema: None,
        });
        Ok(())
    }

    /// The version that the next event of the deal has.
    pub(super) fn next_of_deal(&self) -> Result<u32> {
        let deal = self.at.deal.ok_or_else(|| missing("deal"))?;
        next(deal.version, self.decision.deal.len())
    }

    /// The deal's id.
    pub(super) fn deal_id(&self) -> Result<Text> {
        Ok(self.at.deal.ok_or_else(|| missing("deal"))?.id.clone())
    }
}

/// The version after those that a decision has already.
pub(super) fn next(version: u32, decided: usize) -> Result<u32> {
    let decided = u32::try_from(decided).ok().and_then(|decided| decided.checked_add(1));
    let next = decided.and_then(|more| version.checked_add(more));
    next.ok_or_else(|| Error::new(Code::NumberOverflow))
}

/// An input that an effect needs; the guards of its row have looked at it, but for those that were
/// waived.
pub(super) fn missing(input: &'static str) -> Error {
    Error::new(Code::DealInputMissing).with("input", input).within(Input::Context)
}
