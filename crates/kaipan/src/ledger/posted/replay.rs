//! The ledger made from what was kept.

use super::{LedgerChange, LedgerPosting};
use crate::Text;
use crate::error::{Code, Error, Input, Result};
use crate::ledger::book::{Effect, HOUSE, ItemClass, Ledger, ReceiptRow, Underway};
use crate::ledger::posting::{Noted, print};
use crate::money::MoneyCategory;
use crate::number::Money;

impl Ledger {
    /// The ledger that postings come to, in their recorded order. They are taken as they were kept:
    /// no policy is asked again.
    ///
    /// ```
    /// use kaipan::ledger::{Bookkeeping, Ledger, LedgerAct, LedgerCommand, LedgerContext};
    /// let mut ledger = Ledger::new();
    /// let context = LedgerContext::new("2025-03-25T10:00:00".parse()?, "出纳");
    /// let command = LedgerCommand::new("1", LedgerAct::open_deal("D1"));
    /// let recorded = Bookkeeping::new(&mut ledger, &context).record(&command)?;
    /// let again = Ledger::replay(&[recorded.posting])?;
    /// assert_eq!(again.last_order(), 1);
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Code::LedgerOrder`] for postings out of order, [`Code::LedgerKeyReused`] for a key that
    /// stands twice, [`Code::LedgerReplayed`] for what does not fit what was posted before, such as a
    /// receivable that was never raised; placed in [`Input::Postings`].
    pub fn replay(postings: &[LedgerPosting]) -> Result<Ledger> {
        let mut ledger = Ledger::new();
        for (at, posting) in postings.iter().enumerate() {
            let done = ledger.take_in(posting);
            done.map_err(|error| error.at(at).within(Input::Postings))?;
        }
        Ok(ledger)
    }

    /// Takes in a posting that was kept, after those that are there.
    ///
    /// # Errors
    /// As [`Ledger::replay`]; the ledger is then as it was.
    pub fn take_in(&mut self, posting: &LedgerPosting) -> Result<()> {
        let before = self.last_order();
        if posting.order <= before {
            let error = Error::new(Code::LedgerOrder).with("number", posting.order);
            return Err(error.with("before", before).at("order"));
        }
        let command = &posting.command;
        if self.keys.find(&command.key).is_some() {
            let error = Error::new(Code::LedgerKeyReused).with("key", &command.key);
            return Err(error.at("key").at("command"));
        }
        let mark = self.mark()?;
        match self.take_changes(posting).and_then(|()| self.settle()) {
            Ok(()) => {
                let noted = Noted {
                    order: posting.order,
                    date: posting.date,
                    recorded_at: posting.recorded_at,
                    by: &posting.by,
                    voucher: posting.voucher.clone(),
                };
                self.note(command, noted, print(command), mark)
            }
            Err(error) => {
                self.roll_back(mark)?;
                Err(error)
            }
        }
    }

    fn take_changes(&mut self, posting: &LedgerPosting) -> Result<()> {
        for (at, change) in posting.changes.iter().enumerate() {
            let done = self.take_change(posting, change);
            done.map_err(|error| error.at(at).at("changes"))?;
        }
        Ok(())
    }

    fn take_change(&mut self, posting: &LedgerPosting, change: &LedgerChange) -> Result<()> {
        let order = posting.order;
        let effect = match change {
            LedgerChange::DealOpened { deal, customer, unit_no, project } => {
                if self.deals.find(deal).is_some() {
                    return Err(unfit(order, "交易重复建立", "the deal is opened twice"));
                }
                let customer = customer.as_ref().map(|one| self.customer(one)).transpose()?;
                let unit = unit_no.as_ref().map(|one| self.words.add(one)).transpose()?;
                let project = project.as_ref().map(|one| self.words.add(one)).transpose()?;
                let owner = self.new_deal(deal)?;
                let row = self.owners.get_mut(owner)?;
                (row.customer, row.unit, row.project) = (customer, unit, project);
                row.opened_on = Some(posting.date);
                Effect::Opened { owner }
            }
            LedgerChange::Signed { deal, total, vat } => {
                let owner = self.deal(deal)?;
                let row = self.owners.get_mut(owner)?;
                (row.signed_on, row.contract) = (Some(posting.date), Some(*total));
                Effect::Signed { owner, total: *total, vat: *vat }
            }
            LedgerChange::Reached { deal, milestone } => {
                Effect::Reached { owner: self.deal(deal)?, milestone: *milestone }
            }
            LedgerChange::Ended { deal } => {
                let owner = self.deal(deal)?;
                self.owners.get_mut(owner)?.ended_on = Some(posting.date);
                Effect::Ended { owner }
            }
            LedgerChange::Raised {
                receivable,
                deal,
                item,
                category,
                penalty,
                seq,
                due,
                amount,
            } => {
                if self.receivable_names.find(receivable).is_some() {
                    return Err(unfit(order, "应收款重复", "the receivable is raised twice"));
                }
                let owner = self.deal(deal)?;
                let item = self.kept_item(item, *category, order)?;
                let class = match (category, penalty) {
                    (_, true) => ItemClass::Penalty,
                    (MoneyCategory::Charge, false) => ItemClass::Fee,
                    _ => ItemClass::Principal,
                };
                let dated = (*seq, *due, posting.date);
                let at = self.new_receivable(owner, (item, class), receivable, dated)?;
                Effect::Raised { receivable: at, amount: *amount }
            }
            LedgerChange::Adjusted { receivable, by } => {
                Effect::Raised { receivable: self.kept_receivable(receivable, order)?, amount: *by }
            }
            LedgerChange::Waived { receivable, amount } => {
                let receivable = self.kept_receivable(receivable, order)?;
                Effect::Waived { receivable, amount: *amount }
            }
            LedgerChange::Redated { receivable, due } => {
                let receivable = self.kept_receivable(receivable, order)?;
                let underway = Underway { effects: self.recorded_effects, date: posting.date };
                let original = posting.command.act.takes_back().and_then(|key| self.keys.find(key));
                match original {
                    Some(original) => self.redated_back(receivable, original, underway)?,
                    None => self.redated(receivable, *due, underway)?,
                }
            }
            LedgerChange::Received { deal, customer, item, category, account, amount, .. } => {
                let owner = self.kept_owner((deal.as_ref(), customer.as_ref(), None), order)?;
                let item = self.kept_item(item, *category, order)?;
                let home = self.account(account)?;
                let receipt = self.receipts.add(ReceiptRow {
                    owner,
                    item,
                    category: *category,
                    home,
                    posting: self.postings.len()?,
                    date: posting.date,
                    free: Money::ZERO,
                    kept: posting.command.act.keeps_rest(),
                    allocations: None,
                })?;
                Effect::Received { receipt, amount: *amount }
            }
            LedgerChange::Taken { posting: from, number, amount } => {
                let receipt = self.kept_receipt(posting, from, *number)?;
                let amount = crate::number::negative(*amount)?;
                Effect::Received { receipt, amount }
            }
            LedgerChange::Allocated { posting: from, number, receivable, amount, on, signed } => {
                let receipt = self.kept_receipt(posting, from, *number)?;
                let receivable = self.kept_receivable(receivable, order)?;
                return self.allocate_on(receipt, receivable, *amount, *on, *signed);
            }
            LedgerChange::Leg { deal, customer, payee, account, item, category, amount } => {
                let owner = (deal.as_ref(), customer.as_ref(), payee.as_ref());
                let owner = self.kept_owner(owner, order)?;
                let item = self.kept_item(item, *category, order)?;
                Effect::Leg { owner, account: self.account(account)?, item, amount: *amount }
            }
            LedgerChange::Used { approval, amount } => {
                let approval = self.approvals.add(approval)?;
                if self.approvals_used.len()? <= approval {
                    self.approvals_used.add(Money::ZERO)?;
                }
                Effect::Used { approval, amount: *amount }
            }
            LedgerChange::Mirrored { posting: of, deleted } => {
                Effect::Mirrored { posting: self.kept_posting(of, order)?, deleted: *deleted }
            }
            LedgerChange::Verified { posting: of } => {
                Effect::Verified { posting: self.kept_posting(of, order)? }
            }
            LedgerChange::Closed { through } => {
                Effect::Closed { through: *through, before: self.closed_through }
            }
        };
        self.apply(effect)
    }

    fn kept_posting(&self, key: &Text, order: u32) -> Result<u32> {
        let known = self.keys.find(key);
        known.ok_or_else(|| unfit(order, "所指的记录不存在", "what it names was never posted"))
    }

    fn kept_receivable(&self, id: &Text, order: u32) -> Result<u32> {
        let known = self.receivable_names.find(id);
        known.ok_or_else(|| unfit(order, "应收款不存在", "the receivable was never raised"))
    }

    /// Money by the key of what brought it and its number there; it can be what is being taken in.
    fn kept_receipt(&self, posting: &LedgerPosting, key: &Text, number: u32) -> Result<u32> {
        let missing = || unfit(posting.order, "收款不存在", "the money never came in");
        let place = number.checked_sub(1).ok_or_else(missing)?;
        let (first, last) = if *key == posting.command.key {
            let own = self.receipts.rows().iter().rev();
            let next = self.postings.len()?;
            let count = own.take_while(|row| row.posting == next).count();
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let last = self.receipts.len()?;
            (last.saturating_sub(count), last)
        } else {
            let (first, count) =
                self.postings.get(self.kept_posting(key, posting.order)?)?.receipts;
            (first, first.saturating_add(count))
        };
        let receipt = first.saturating_add(place);
        if receipt < last { Ok(receipt) } else { Err(missing()) }
    }

    fn kept_item(&mut self, item: &Text, category: MoneyCategory, order: u32) -> Result<u32> {
        match self.items.find(item) {
            None => self.new_item(item, category),
            Some(at) if *self.item_categories.get(at)? == category => Ok(at),
            Some(_) => Err(unfit(order, "款项的类别前后不同", "an item changes its category")),
        }
    }

    fn kept_owner(
        &mut self,
        owner: (Option<&Text>, Option<&Text>, Option<&Text>),
        order: u32,
    ) -> Result<u32> {
        match owner {
            (Some(deal), None, None) => self.deal(deal),
            (None, Some(customer), None) => self.customer(customer),
            (None, None, Some(payee)) => self.payee(payee),
            (None, None, None) => Ok(HOUSE),
            _ => Err(unfit(order, "款项有不止一个归属", "money has more than one owner")),
        }
    }
}

fn unfit(order: u32, zh: &'static str, en: &'static str) -> Error {
    let error = Error::new(Code::LedgerReplayed).with("number", order);
    error.with("what", en).with("what_zh", zh)
}
