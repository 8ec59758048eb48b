//! The engine that settles a change.

use super::purse::{Purse, is_deposit, is_own_house};
use super::{
    ChangeFault, ChangeSettlement, ChangedDiscounts, DealChangePolicy, SettledChange,
    SettlementTerms,
};
use super::{agreed, amounts, asked, ended, moved};
use crate::builder::{inputs, optional_inputs};
use crate::deal::{Deal, DealAction, DealDraft, DealPolicy, DealPrice, ReceivedMoney};
use crate::discount::Reevaluation;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::money::{LedgerEntry, LedgerLeg};
use crate::number::{Money, less};
use crate::{Date, Text, Time};

/// Says what a change of a deal comes to in money, before anyone commits it: T14, T15 and T17 to
/// T21 of the table (handbook §§5.3 to 5.5).
///
/// It takes the draft that the command of the change takes. The deposit law is that of handbook
/// §5.4: forfeited is at most min(paid, 20 % of the price), a seller at fault returns the deposit
/// twice, and a penalty stands in the place of the deposit, never beside it. What is received is
/// returned, kept, moved or left, to the fen, and every entry comes to zero.
///
/// ```
/// use kaipan::deal::{
///     ChangeFault, ChangeSettling, Deal, DealAction, DealDocument, DealDraft, DealPrice, DocumentKind,
///     DocumentState, FaultRemedy, ReceivedMoney, SettlementTerms,
/// };
/// use kaipan::money::DEPOSIT;
/// let mut deal = Deal::new("D1").with_unit_no("3-1-1802");
/// deal.documents =
///     vec![DealDocument::new(DocumentKind::Subscription).with_state(DocumentState::Active)];
/// deal.price = Some(DealPrice {
///     list_price: "10000".parse()?,
///     list_total: "1000000".parse()?,
///     area: "100".parse()?,
///     discounts: "无".into(),
///     deal_price: "10000".parse()?,
///     deal_total: "1000000".parse()?,
///     contract_total: "1000000".parse()?,
/// });
/// // A deposit of 300,000 for a home of 1,000,000: 200,000 of it are a deposit in law.
/// let received = [ReceivedMoney::new(DEPOSIT, "300000".parse()?)];
/// let now = "2026-09-20T10:00:00".parse()?;
/// let draft = DealDraft::default();
/// let forfeited = ChangeSettling::new(&deal, DealAction::ForfeitSubscription, &draft, now)
///     .received(&received)
///     .settle()?;
/// assert_eq!(forfeited.forfeited, "200000".parse()?);
/// assert_eq!(forfeited.refund, "100000".parse()?);
///
/// // The seller is at fault: the deposit in law comes back twice, and the rest once.
/// let terms = SettlementTerms::default()
///     .with_fault(ChangeFault::Seller)
///     .with_remedy(FaultRemedy::DEPOSIT);
/// let draft = DealDraft::default().with_settlement(terms);
/// let returned = ChangeSettling::new(&deal, DealAction::Quit, &draft, now).received(&received);
/// let returned = returned.settle()?;
/// assert_eq!(returned.refund, "300000".parse()?);
/// assert_eq!(returned.compensation, "200000".parse()?);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct ChangeSettling<'a> {
    pub(super) deal: &'a Deal,
    pub(super) action: DealAction,
    pub(super) draft: &'a DealDraft,
    pub(super) now: Time,
    pub(super) received: &'a [ReceivedMoney],
    pub(super) policy: Option<&'a DealPolicy>,
    pub(super) discounts: Option<&'a Reevaluation>,
    pub(super) to_deal: Option<&'a Text>,
    pub(super) to_unit: Option<&'a Text>,
    /// Guards of the table look at buyers, plans and schedules.
    pub(super) is_guarded: bool,
}

impl<'a> ChangeSettling<'a> {
    /// A deal, what is to be done with it and with what, and when.
    pub fn new(
        deal: &'a Deal,
        action: DealAction,
        draft: &'a DealDraft,
        now: Time,
    ) -> ChangeSettling<'a> {
        ChangeSettling {
            deal,
            action,
            draft,
            now,
            received: &[],
            policy: None,
            discounts: None,
            to_deal: None,
            to_unit: None,
            is_guarded: false,
        }
    }

    inputs! {
        /// What was received for the deal, by item.
        received: &'a [ReceivedMoney];
    }

    optional_inputs! {
        /// What the house has decided about deals and their changes.
        policy: &'a DealPolicy;
        /// The discounts of the deal, looked at again as it becomes.
        discounts: &'a Reevaluation;
        /// The deal that a change of unit moves to.
        to_deal: &'a Text;
        /// The unit that a change of unit moves to.
        to_unit: &'a Text;
    }

    /// As it is asked by the table, whose guards look at buyers, plans and schedules.
    pub(super) fn guarded(mut self) -> Self {
        self.is_guarded = true;
        self
    }

    /// What the change comes to.
    ///
    /// # Errors
    /// [`Code::ChangeAction`] for what is no change, [`Code::ChangeEnded`] for a deal that has
    /// ended, [`Code::ChangeDocument`] for a document that does not take the change,
    /// [`Code::ChangeRefundAbove`] for a refund above what may be returned, [`Code::ChangeRemedy`]
    /// for a remedy that the side at fault does not owe, and others for inputs that are missing,
    /// cannot be or change nothing.
    pub fn settle(&self) -> Result<ChangeSettlement> {
        asked::check(self)?;
        let mut settlement = self.blank()?;
        match self.action {
            DealAction::RefundSubscription | DealAction::ForfeitSubscription | DealAction::Quit => {
                ended::settle(self, &mut settlement)?
            }
            DealAction::ChangeUnit => moved::settle(self, &mut settlement)?,
            _ => agreed::settle(self, &mut settlement)?,
        }
        settlement.findings.extend(self.told(&settlement));
        Ok(settlement)
    }

    pub(super) fn terms(&self) -> Option<&'a SettlementTerms> {
        self.draft.settlement.as_ref()
    }

    pub(super) fn change_policy(&self) -> Option<&'a DealChangePolicy> {
        self.policy.and_then(|policy| policy.change.as_ref())
    }

    pub(super) fn today(&self) -> Date {
        self.now.date()
    }

    /// The price of the deal.
    pub(super) fn old_price(&self) -> Result<&'a DealPrice> {
        let price = self.deal.price.as_ref();
        price.ok_or_else(|| missing("price").at("price").within(Input::Deal))
    }

    /// 合同总价 of the deal, with a settled difference of area.
    pub(super) fn old_total(&self) -> Result<Money> {
        self.deal.plus_area_difference(self.old_price()?.contract_total)
    }

    /// The handling fee: of the terms, else of the policy; none where the seller is at fault.
    pub(super) fn fee(&self, total: Money) -> Result<Money> {
        let terms = self.terms();
        if let Some(fee) = terms.and_then(|terms| terms.handling_fee) {
            return Ok(fee);
        }
        let by_seller = terms.and_then(|terms| terms.fault) == Some(ChangeFault::Seller);
        let fee = self.change_policy().and_then(|policy| policy.fee(self.action));
        let Some(fee) = fee.filter(|_| !by_seller) else { return Ok(Money::ZERO) };
        match (fee.amount, fee.rate) {
            (Some(amount), _) => Ok(amount),
            (None, Some(rate)) => amounts::share(total, rate),
            (None, None) => Ok(Money::ZERO),
        }
    }

    /// An entry of these legs about a deal, with the key that its next event gives it.
    pub(super) fn entry(&self, deal: &Text, legs: Vec<LedgerLeg>) -> Option<LedgerEntry> {
        let version = u64::from(self.deal.version).saturating_add(1);
        let key = Text::of(format_args!("{}/{version}/{}", self.deal.id, self.action.word()));
        let key = if *deal == self.deal.id { key } else { Text::of(format_args!("{key}/to")) };
        (!legs.is_empty()).then(|| LedgerEntry {
            key,
            deal: Some(deal.clone()),
            customer: None,
            payee: None,
            date: self.today(),
            recorded_at: self.now,
            sequence: 0,
            legs,
        })
    }

    /// The settlement before anything is decided: all money stays.
    fn blank(&self) -> Result<ChangeSettlement> {
        let purse = Purse::new(self.received);
        let received = purse.left(|_| true)?;
        let deposit = purse.left(is_deposit)?;
        let price = self.deal.price.as_ref();
        let old_total = self.deal.contract_total()?;
        let limit = self.policy.and_then(|policy| policy.deposit_limit.as_ref());
        let most = price.and_then(|price| amounts::largest_deposit(limit, price, self.today()));
        let fault = asked::fault(self)?;
        let zero = Money::ZERO;
        Ok(ChangeSettlement {
            action: self.action,
            fault,
            received,
            own_house: purse.left(is_own_house)?,
            legal_deposit: most.map_or(deposit, |most| most.min(deposit)),
            handling_fee: zero,
            late_fee: zero,
            penalty: zero,
            forfeited: zero,
            kept: zero,
            refundable: zero,
            refund: zero,
            compensation: zero,
            to_bank: zero,
            transferred: zero,
            stays: received,
            old_total,
            new_total: None,
            difference: None,
            surplus: zero,
            shortfall: zero,
            due_now: zero,
            discounts: self.discounts.map(ChangedDiscounts::from),
            entries: Vec::new(),
            todos: Vec::new(),
            liabilities: Vec::new(),
            counts: Vec::new(),
            record: SettledChange {
                action: self.action,
                at: self.now,
                fault,
                old_total,
                new_total: None,
                refund: zero,
                forfeited: zero,
                handling_fee: zero,
                to_deal: None,
                from_deal: None,
                old_signing: None,
                late_fee_moves: false,
            },
            findings: Vec::new(),
        })
    }

    /// What a person should read.
    fn told(&self, settlement: &ChangeSettlement) -> Vec<Finding> {
        let mut found = Vec::new();
        if let (Some(again), Some(price)) = (&settlement.discounts, &self.draft.price)
            && price.deal_total != again.after
        {
            let told = finding!(
                Code::ChangePriceDiffers,
                found = price.deal_total,
                expected = again.after
            );
            found.push(told.at("price").at("draft").within(Input::Command));
        }
        if !self.is_guarded
            && let Some(todo) = self.deal.todos.first()
        {
            let told = finding!(Code::ChangeTodoOpen, amount = todo.amount);
            found.push(told.at("todos").within(Input::Deal));
        }
        found
    }
}

impl ChangeSettlement {
    /// The record says what the settlement says.
    pub(super) fn record(&mut self) {
        self.record.new_total = self.new_total;
        self.record.refund = self.refund;
        self.record.forfeited = self.forfeited;
        self.record.handling_fee = self.handling_fee;
    }

    /// What of the money received is neither returned, kept nor moved.
    pub(super) fn leave(&mut self) -> Result<()> {
        let gone = Money::sum([self.refund, self.kept, self.to_bank, self.transferred])?;
        self.stays = less(self.received, gone)?;
        Ok(())
    }
}

/// An input that the change needs.
pub(super) fn missing(input: &'static str) -> Error {
    Error::new(Code::ChangeMissing).with("field", input)
}

/// At a field of the draft.
pub(super) fn of_draft(error: Error, field: &'static str) -> Error {
    error.at(field).at("draft").within(Input::Command)
}
