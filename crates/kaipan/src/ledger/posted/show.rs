//! Postings as the boundary has them.

use super::{LedgerChange, LedgerPosting, LedgerRecorded};
use crate::Text;
use crate::error::{Code, Error, Result};
use crate::ledger::LedgerPosted;
use crate::ledger::book::{Effect, ItemClass, Ledger, OwnerKind, PendingLeg};
use crate::ledger::{Bookkeeping, LedgerAct, LedgerCommand};
use crate::money::{LedgerEntry, LedgerLeg};
use crate::number::{less, negative};

/// The names of an owner: of a deal, a customer, a payee.
type OwnerNames = (Option<Text>, Option<Text>, Option<Text>);

impl Bookkeeping<'_> {
    /// As [`Bookkeeping::post`], with the posting that a host keeps.
    ///
    /// # Errors
    /// As [`Bookkeeping::post`].
    pub fn record(&mut self, command: &LedgerCommand) -> Result<LedgerRecorded> {
        let posted = self.post(command)?;
        let posting = self.ledger().posting(command)?;
        let LedgerPosted { repeated, voucher_events, findings, .. } = posted;
        Ok(LedgerRecorded { posting, repeated, voucher_events, findings })
    }
}

impl Ledger {
    /// The posting of a command that was carried out.
    ///
    /// # Errors
    /// [`Code::LedgerPostingUnknown`] for a command whose key is not known.
    pub fn posting(&self, command: &LedgerCommand) -> Result<LedgerPosting> {
        let at = self.keys.find(&command.key).ok_or_else(|| {
            Error::new(Code::LedgerPostingUnknown).with("key", &command.key).at("key")
        })?;
        let row = self.postings.get(at)?;
        let effects = self.effects_of(at)?;
        let changes =
            effects.iter().map(|effect| self.change(at, *effect)).collect::<Result<_>>()?;
        Ok(LedgerPosting {
            order: row.order,
            date: row.date,
            recorded_at: row.recorded_at,
            by: self.words.name(row.person)?.clone(),
            voucher: match row.detail.voucher.filter(|_| row.drawn) {
                Some(voucher) => Some(self.vouchers.get(voucher)?.clone()),
                None => None,
            },
            command: command.clone(),
            changes,
            entries: self.entries(at, command)?,
        })
    }

    fn names(&self, owner: u32) -> Result<OwnerNames> {
        let kind = self.owners.get(owner)?.kind;
        let name = self.owner_name(owner)?.cloned();
        Ok(match kind {
            OwnerKind::Deal => (name, None, None),
            OwnerKind::Customer => (None, name, None),
            OwnerKind::Payee => (None, None, name),
            OwnerKind::House => (None, None, None),
        })
    }

    /// The key of what brought money, and its number there.
    pub(in crate::ledger) fn receipt_name(&self, receipt: u32) -> Result<(Text, u32)> {
        let posting = self.receipts.get(receipt)?.posting;
        let first = self.postings.get(posting)?.receipts.0;
        let number = receipt.saturating_sub(first).saturating_add(1);
        Ok((self.keys.name(posting)?.clone(), number))
    }

    fn change(&self, at: u32, effect: Effect) -> Result<LedgerChange> {
        let receivable = |one: u32| self.receivable_names.name(one).cloned();
        let deal =
            |owner: u32| Ok::<_, Error>(self.owner_name(owner)?.cloned().unwrap_or_default());
        Ok(match effect {
            Effect::Opened { owner } => {
                let row = self.owners.get(owner)?;
                let word =
                    |one: Option<u32>| one.map(|one| self.words.name(one).cloned()).transpose();
                let customer = row.customer.map(|one| self.names(one)).transpose()?;
                LedgerChange::DealOpened {
                    deal: deal(owner)?,
                    customer: customer.and_then(|(_, customer, _)| customer),
                    unit_no: word(row.unit)?,
                    project: word(row.project)?,
                }
            }
            Effect::Signed { owner, total, vat } => {
                LedgerChange::Signed { deal: deal(owner)?, total, vat }
            }
            Effect::Reached { owner, milestone } => {
                LedgerChange::Reached { deal: deal(owner)?, milestone }
            }
            Effect::Ended { owner } => LedgerChange::Ended { deal: deal(owner)? },
            Effect::Raised { receivable: one, amount } => {
                let row = self.receivables.get(one)?;
                match row.posting == at {
                    false => LedgerChange::Adjusted { receivable: receivable(one)?, by: amount },
                    true => LedgerChange::Raised {
                        receivable: receivable(one)?,
                        deal: deal(row.owner)?,
                        item: self.items.name(row.item)?.clone(),
                        category: row.category,
                        penalty: row.class == ItemClass::Penalty,
                        seq: row.seq,
                        due: row.first_due,
                        amount,
                    },
                }
            }
            Effect::Waived { receivable: one, amount } => {
                LedgerChange::Waived { receivable: receivable(one)?, amount }
            }
            Effect::Dated { receivable: one, due, .. } => {
                LedgerChange::Redated { receivable: receivable(one)?, due }
            }
            Effect::Received { receipt, amount } => {
                let row = self.receipts.get(receipt)?;
                let (posting, number) = self.receipt_name(receipt)?;
                if row.posting == at && amount.is_positive() {
                    let (deal, customer, _) = self.names(row.owner)?;
                    LedgerChange::Received {
                        number,
                        deal,
                        customer,
                        item: self.items.name(row.item)?.clone(),
                        category: row.category,
                        account: self.shown_account(row.home)?,
                        amount,
                    }
                } else {
                    LedgerChange::Taken { posting, number, amount: negative(amount)? }
                }
            }
            Effect::Allocated { allocation, amount, on, signed } => {
                let row = self.allocations.get(allocation)?;
                let (posting, number) = self.receipt_name(row.receipt)?;
                let receivable = receivable(row.receivable)?;
                LedgerChange::Allocated { posting, number, receivable, amount, on, signed }
            }
            Effect::Leg { owner, account, item, amount } => {
                let (deal, customer, payee) = self.names(owner)?;
                LedgerChange::Leg {
                    deal,
                    customer,
                    payee,
                    account: self.shown_account(account)?,
                    item: self.items.name(item)?.clone(),
                    category: *self.item_categories.get(item)?,
                    amount,
                }
            }
            Effect::Used { approval, amount } => {
                LedgerChange::Used { approval: self.approvals.name(approval)?.clone(), amount }
            }
            Effect::Mirrored { posting, deleted } => {
                LedgerChange::Mirrored { posting: self.keys.name(posting)?.clone(), deleted }
            }
            Effect::Verified { posting } => {
                LedgerChange::Verified { posting: self.keys.name(posting)?.clone() }
            }
            Effect::Closed { through, .. } => LedgerChange::Closed { through },
        })
    }

    /// The entries of a posting: of each owner one, where each comes to zero by itself, else one for
    /// all. What an entry of another area leads to stands beside it.
    fn entries(&self, at: u32, command: &LedgerCommand) -> Result<Vec<LedgerEntry>> {
        let mut implied: Vec<PendingLeg> = Vec::new();
        for effect in self.effects_of(at)? {
            self.imply(*effect, &mut implied)?;
        }
        let mut legs = Vec::with_capacity(implied.len());
        for leg in implied {
            let item = self.items.name(leg.item)?.clone();
            let account = self.shown_account(leg.account)?;
            legs.push((self.names(leg.owner)?, LedgerLeg { account, item, amount: leg.amount }));
        }
        let mut given = Vec::new();
        if let LedgerAct::Enter { entry } = &command.act {
            given.push(entry.clone());
            for leg in &entry.legs {
                let same = |(_, one): &&mut (OwnerNames, LedgerLeg)| {
                    one.account == leg.account && one.item == leg.item
                };
                match legs.iter_mut().find(same) {
                    Some((_, one)) => one.amount = less(one.amount, leg.amount)?,
                    None => {
                        let owner = (entry.deal.clone(), entry.customer.clone(), None);
                        let mut back = leg.clone();
                        back.amount = negative(leg.amount)?;
                        legs.push((owner, back));
                    }
                }
            }
        }
        let row = self.postings.get(at)?;
        let mut entries: Vec<LedgerEntry> = Vec::new();
        for (owner, leg) in legs.into_iter().filter(|(_, leg)| !leg.amount.is_zero()) {
            let same = |entry: &&mut LedgerEntry| {
                (&entry.deal, &entry.customer, &entry.payee) == (&owner.0, &owner.1, &owner.2)
            };
            match entries.iter_mut().find(same) {
                Some(entry) => entry.legs.push(leg),
                None => entries.push(LedgerEntry {
                    key: command.key.clone(),
                    deal: owner.0,
                    customer: owner.1,
                    payee: owner.2,
                    date: row.date,
                    recorded_at: row.recorded_at,
                    sequence: row.order,
                    legs: vec![leg],
                }),
            }
        }
        if entries.iter().any(|entry| !entry.is_balanced()) {
            merge(&mut entries);
        }
        given.extend(entries);
        for (at, entry) in given.iter_mut().enumerate().skip(1) {
            entry.key = Text::of(format_args!("{}/{}", command.key, at.saturating_add(1)));
        }
        Ok(given)
    }
}

/// Entries that come to zero together and not each by itself are one.
fn merge(entries: &mut Vec<LedgerEntry>) {
    let mut rest = std::mem::take(entries).into_iter();
    let Some(mut one) = rest.next() else { return };
    for other in rest {
        one.deal = one.deal.or(other.deal);
        one.customer = one.customer.or(other.customer);
        one.payee = one.payee.or(other.payee);
        one.legs.extend(other.legs);
    }
    entries.push(one);
}
