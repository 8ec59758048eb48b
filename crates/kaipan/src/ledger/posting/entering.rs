//! A posting while it is made.

use super::slip::Payment;
use crate::error::{Code, Error, Finding, Result, finding};
use crate::ledger::book::{Account, Effect, Instruction, ItemClass, Ledger, SlipKey};
use crate::ledger::figure::{ABOVE_ZERO, out_of_range};
use crate::ledger::{LedgerAct, LedgerApproval, LedgerContext, LedgerPolicy};
use crate::money::{self, MoneyCategory};
use crate::number::{Money, less};
use crate::{Date, Text};

pub(super) struct Entering<'e> {
    pub(super) ledger: &'e mut Ledger,
    pub(super) policy: &'e LedgerPolicy,
    pub(super) context: &'e LedgerContext,
    pub(super) key: &'e Text,
    /// The business date.
    pub(super) date: Date,
    /// The first effect of what is being posted.
    pub(super) effects: u32,
    pub(super) findings: Vec<Finding>,
    /// The first receipt that it brings.
    pub(super) receipts: u32,
    /// What does not pay anything stays free.
    pub(super) keeps_rest: bool,
    /// What people say that the money pays, up to the first line that cannot be.
    pub(super) said: Vec<Instruction>,
    pub(super) said_wrong: Option<Error>,
    /// What is taken of what pays something: money, what it pays, how much.
    pub(super) released: Vec<(u32, u32, Money)>,
}

impl Entering<'_> {
    pub(super) fn act(&mut self, act: &LedgerAct) -> Result<()> {
        self.guard_repeat(act).map_err(|error| error.at("act"))?;
        let done = match act {
            LedgerAct::OpenDeal { deal, customer, unit_no, project } => {
                self.open_deal(deal, customer.as_ref(), unit_no.as_ref(), project.as_ref())
            }
            LedgerAct::Sign { deal, total, vat } => self.sign(deal, *total, *vat),
            LedgerAct::Reach { deal, milestone } => self.reach(deal, *milestone),
            LedgerAct::EndDeal { deal, .. } => self.end_deal(deal),
            LedgerAct::Raise { deal, lines, replaces, approval } => {
                self.raise(deal, lines, *replaces, approval.as_ref())
            }
            LedgerAct::Adjust { receivable, by, approval, .. } => {
                self.adjust(receivable, *by, approval.as_ref())
            }
            LedgerAct::Waive { receivable, amount, approval, .. } => {
                self.waive(receivable, *amount, approval)
            }
            LedgerAct::Redate { receivable, due } => self.redate(receivable, *due),
            LedgerAct::Receive { receipt } => self.receive(receipt).map_err(|e| e.at("receipt")),
            LedgerAct::Allocate { receipt, allocations } => self.allocate(receipt, allocations),
            LedgerAct::Transfer { transfer } => {
                self.transfer(transfer).map_err(|e| e.at("transfer"))
            }
            LedgerAct::Refund { refund } => self.refund(refund).map_err(|e| e.at("refund")),
            LedgerAct::Reverse { posting, .. } => self.mirror(posting, false),
            LedgerAct::Delete { posting, handed_over, .. } => self.delete(posting, *handed_over),
            LedgerAct::Verify { posting } => self.verify(posting),
            LedgerAct::PayOn { payment } => self.pay_on(payment).map_err(|e| e.at("payment")),
            LedgerAct::MoveBank { moved } => self.move_bank(moved).map_err(|e| e.at("moved")),
            LedgerAct::Commission { commission } => {
                self.commission(commission).map_err(|e| e.at("commission"))
            }
            LedgerAct::Enter { entry } => self.enter(entry).map_err(|e| e.at("entry")),
            LedgerAct::Close { through } => self.close(*through),
        };
        done.and_then(|()| self.within_plan(act)).map_err(|error| error.at("act"))
    }

    /// An amount above zero.
    pub(super) fn positive(&self, amount: Money, field: &'static str) -> Result<()> {
        if amount.is_positive() {
            return Ok(());
        }
        Err(out_of_range(field, amount, ABOVE_ZERO))
    }

    /// A text that is only shown, by number.
    pub(super) fn word(&mut self, word: &Text) -> Result<u32> {
        self.ledger.words.add(word)
    }

    /// A bank account of the house.
    pub(super) fn bank(&mut self, account: &Text, field: &'static str) -> Result<u32> {
        if let Some(error) = crate::check::blank(Code::LedgerBlank, field, account) {
            return Err(error);
        }
        let known = &self.policy.accounts;
        if !known.is_empty() && !known.iter().any(|one| one.code == *account) {
            let error = Error::new(Code::LedgerAccountUnknown).with("account", account);
            let names = known.iter().map(|one| one.code.as_str());
            return Err(error.with_nearest(names, account).at(field));
        }
        self.ledger.bank(account)
    }

    /// A deal, or else a customer: whose money it is.
    pub(super) fn owner(
        &mut self,
        (deal, customer): (Option<&Text>, Option<&Text>),
        fields: (&'static str, &'static str),
    ) -> Result<u32> {
        match (deal, customer) {
            (Some(deal), None) => self.ledger.deal(deal).map_err(|error| error.at(fields.0)),
            (None, Some(customer)) => self.ledger.customer(customer),
            _ => Err(Error::new(Code::LedgerOwner).at(fields.0)),
        }
    }

    /// A money item, and what kind of money it is: that of the library, that of the policy, what was
    /// said of it before, or what is said with it.
    pub(super) fn item(
        &mut self,
        item: &Text,
        given: Option<MoneyCategory>,
        field: &'static str,
    ) -> Result<u32> {
        let other = |known: MoneyCategory| given.filter(|given| *given != known);
        let differs = |known: MoneyCategory| {
            let error = Error::new(Code::LedgerItemCategory).with("item", item);
            error.with("known", known.word()).at("category")
        };
        if let Some(at) = self.ledger.items.find(item) {
            let known = *self.ledger.item_categories.get(at)?;
            return match other(known) {
                Some(_) => Err(differs(known)),
                None => Ok(at),
            };
        }
        let policy = self.policy.items.iter().find(|one| one.code == *item);
        let category = match (money::category(item), policy, given) {
            (MoneyCategory::Other, None, None) => return Err(self.unknown_item(item).at(field)),
            (MoneyCategory::Other, None, Some(given)) => given,
            (MoneyCategory::Other, Some(own), _) => own.category,
            (known, ..) => known,
        };
        if other(category).is_some() {
            return Err(differs(category));
        }
        self.ledger.new_item(item, category)
    }

    fn unknown_item(&self, item: &Text) -> Error {
        let error = Error::new(Code::LedgerItemUnknown).with("item", item);
        match money::meant_item(item) {
            Some(meant) => error.with("nearest", meant),
            None => error.with_nearest(self.policy.items.iter().map(|one| one.code.as_str()), item),
        }
    }

    /// Uses an approval up to what it allows. While something of it is used, it allows what it was given
    /// with.
    pub(super) fn use_approval(&mut self, approval: &LedgerApproval, amount: Money) -> Result<()> {
        if let Some(error) = crate::check::blank(Code::LedgerBlank, "id", &approval.id) {
            return Err(error.at("approval"));
        }
        let at = self.ledger.approvals.add(&approval.id)?;
        if self.ledger.approvals_used.len()? <= at {
            self.ledger.approvals_used.add(Money::ZERO)?;
        }
        let used = *self.ledger.approvals_used.get(at)?;
        let known = self.ledger.approvals_allow.get(&at).copied();
        if let Some(known) = known.filter(|known| !used.is_zero() && *known != approval.amount) {
            let error = Error::new(Code::LedgerApprovalAmount).with("approval", &approval.id);
            let error = error.with("known", known).with("amount", approval.amount);
            return Err(error.at("amount").at("approval"));
        }
        let left = less(approval.amount, used)?;
        if amount > left {
            let error = Error::new(Code::LedgerAboveApproval).with("approval", &approval.id);
            let error = error.with("left", left.max(Money::ZERO)).with("amount", amount);
            return Err(error.at("amount").at("approval"));
        }
        self.ledger.apply(Effect::Used { approval: at, amount })
    }

    /// The same payment is not taken twice: neither the number that the bank gave it, nor one that
    /// looks the same and is not confirmed to be another. Two that both have a number are two. What was
    /// taken back does not count.
    fn guard_repeat(&mut self, act: &LedgerAct) -> Result<()> {
        let Some(payment) = Payment::of(act) else { return Ok(()) };
        if let Some(reference) = payment.reference {
            let known = self.ledger.references.get(reference.as_str()).copied();
            if let Some(first) = self.ledger.standing(known)? {
                let error = Error::new(Code::LedgerReferenceUsed).with("reference", reference);
                let error = error.with("first", self.ledger.keys.name(first)?);
                return Err(error.at("reference").at(payment.group));
            }
        }
        let slip = self.ledger.slip(&payment, self.date)?;
        let Some(slip) = slip.filter(|_| !payment.confirmed) else { return Ok(()) };
        let other = (!slip.has_reference).then_some(SlipKey { has_reference: true, ..slip });
        for slip in std::iter::once(SlipKey { has_reference: false, ..slip }).chain(other) {
            let twins = self.ledger.twins.get(&slip).into_iter().flatten();
            for at in self.ledger.slips.get(&slip).into_iter().chain(twins) {
                if let Some(first) = self.ledger.standing(Some(*at))? {
                    let error = Error::new(Code::LedgerLooksRepeated);
                    let error = error.with("first", self.ledger.keys.name(first)?);
                    return Err(error.at("confirmed").at(payment.group));
                }
            }
        }
        Ok(())
    }

    pub(super) fn leg(
        &mut self,
        owner: u32,
        account: Account,
        item: u32,
        amount: Money,
    ) -> Result<()> {
        self.ledger.apply(Effect::Leg { owner, account, item, amount })
    }

    /// What money going out leaves in an account.
    pub(super) fn leaves(
        &mut self,
        bank: u32,
        amount: Money,
        (group, field): (&'static str, &'static str),
    ) -> Result<()> {
        let name = self.ledger.banks.name(bank)?.clone();
        let Some(account) = self.policy.accounts.iter().find(|one| one.code == name) else {
            return Ok(());
        };
        let left = less(*self.ledger.bank_money.get(bank)?, amount)?;
        if let Some(required) = account.required.filter(|required| left < *required) {
            let error = Error::new(Code::LedgerBelowRequired).with("account", &name);
            let error = error.with("required", required).with("left", left);
            return Err(error.at(field));
        }
        if let Some(least) = account.alert_below.filter(|least| left < *least) {
            let told = finding!(Code::LedgerBalanceLow, account = name, left = left, least = least);
            self.tell(told.at(field).at(group).at("act"));
        }
        Ok(())
    }
}

impl LedgerPolicy {
    /// What comes first where penalties do.
    pub(super) fn class(&self, item: &Text, category: MoneyCategory) -> ItemClass {
        let own = || self.items.iter().any(|one| one.code == *item && one.penalty);
        match category {
            MoneyCategory::Charge if *item == money::LATE_FEE || own() => ItemClass::Penalty,
            MoneyCategory::Charge => ItemClass::Fee,
            _ => ItemClass::Principal,
        }
    }
}
