use super::account::Account;
use super::effect::Effect;
use super::names::{FixedHash, Names};
use super::owner::OwnerKind;
use super::rows::{AllocationRow, OwnerRow, PostingRow, ReceiptRow, ReceivableRow, SlipKey};
use super::table::Table;
use crate::error::Result;
use crate::fund_plan::FundPayment;
use crate::money::MoneyCategory;
use crate::number::Money;
use crate::{Date, Text, Time};
use indexmap::IndexMap;

/// The ledger (台账): everything that was posted, in the order in which it was recorded.
///
/// Nothing in it is ever changed: what corrects a posting is another. [`Bookkeeping`] posts;
/// [`StatementDrawing`] and [`Journalising`] say what was the case on any date, as it was known at
/// any point of the recorded order. A host keeps the [`LedgerPosting`]s that come of commands, and
/// [`Ledger::replay`] makes the ledger from them.
///
/// [`Bookkeeping`]: crate::ledger::Bookkeeping
/// [`StatementDrawing`]: crate::ledger::StatementDrawing
/// [`Journalising`]: crate::ledger::Journalising
/// [`LedgerPosting`]: crate::ledger::LedgerPosting
#[derive(Debug, Clone)]
pub struct Ledger {
    pub(in crate::ledger) deals: Names,
    pub(in crate::ledger) deal_owners: Vec<u32>,
    pub(in crate::ledger) customers: Names,
    pub(in crate::ledger) customer_owners: Vec<u32>,
    pub(in crate::ledger) payees: Names,
    pub(in crate::ledger) payee_owners: Vec<u32>,
    /// Deals as they are spelt in small, narrow letters: the first of each.
    pub(in crate::ledger) deals_alike: IndexMap<Text, u32, FixedHash>,
    /// Deals of a unit, by the number of its name.
    pub(in crate::ledger) unit_deals: IndexMap<u32, Vec<u32>, FixedHash>,
    pub(in crate::ledger) owners: Table<OwnerRow>,
    pub(in crate::ledger) items: Names,
    pub(in crate::ledger) item_categories: Table<MoneyCategory>,
    pub(in crate::ledger) banks: Names,
    /// What has come to each bank account and not left it.
    pub(in crate::ledger) bank_money: Table<Money>,
    /// Payers, units, projects, people: what is only shown.
    pub(in crate::ledger) words: Names,
    /// Vouchers, which are only shown too; mostly each has a name of its own.
    pub(in crate::ledger) vouchers: Table<Text>,
    pub(in crate::ledger) receivable_names: Names,
    pub(in crate::ledger) receivables: Table<ReceivableRow>,
    pub(in crate::ledger) receipts: Table<ReceiptRow>,
    pub(in crate::ledger) allocations: Table<AllocationRow>,
    pub(in crate::ledger) keys: Names,
    pub(in crate::ledger) postings: Table<PostingRow>,
    pub(in crate::ledger) effects: Table<Effect>,
    /// Where the effects of what is recorded end; those of what is being posted come after.
    pub(in crate::ledger) recorded_effects: u32,
    pub(in crate::ledger) references: IndexMap<Text, u32, FixedHash>,
    /// Numbers of vouchers, each with the first posting on whose paper it stands.
    pub(in crate::ledger) papers: IndexMap<Text, u32, FixedHash>,
    pub(in crate::ledger) slips: IndexMap<SlipKey, u32, FixedHash>,
    /// Those that look the same and were confirmed to be others.
    pub(in crate::ledger) twins: IndexMap<SlipKey, Vec<u32>, FixedHash>,
    /// What amounts of all commands come to, whatever their sign.
    pub(in crate::ledger) amounts: Money,
    /// Payments that went out under a line of a fund plan, each with its posting.
    pub(in crate::ledger) fund_payments: Vec<(u32, FundPayment)>,
    pub(in crate::ledger) approvals: Names,
    pub(in crate::ledger) approvals_used: Table<Money>,
    /// What approvals allow in all, as it was given when they were last used.
    pub(in crate::ledger) approvals_allow: IndexMap<u32, Money, FixedHash>,
    /// What approvals were used for first, in Chinese and in English.
    pub(in crate::ledger) approvals_for: IndexMap<u32, [&'static str; 2], FixedHash>,
    pub(in crate::ledger) closed_through: Option<Date>,
    /// Legs of what is being posted.
    pub(in crate::ledger) pending: Vec<PendingLeg>,
}

/// A leg of what is being posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ledger) struct PendingLeg {
    pub(in crate::ledger) owner: u32,
    pub(in crate::ledger) account: Account,
    pub(in crate::ledger) item: u32,
    pub(in crate::ledger) amount: Money,
}

/// Where the rows ended before a posting began.
#[derive(Debug, Clone, Copy)]
pub(in crate::ledger) struct Mark {
    pub(super) deals: usize,
    pub(super) customers: usize,
    pub(super) payees: usize,
    pub(super) owners: u32,
    pub(super) items: usize,
    pub(super) banks: usize,
    pub(super) receivables: u32,
    pub(in crate::ledger) receipts: u32,
    pub(in crate::ledger) allocations: u32,
    pub(in crate::ledger) effects: u32,
    pub(super) approvals: usize,
}

impl Default for Ledger {
    fn default() -> Ledger {
        let mut owners = Table::default();
        // The first owner of a ledger is the house; adding it to an empty table cannot fail.
        let house = owners.add(OwnerRow::new(OwnerKind::House, 0));
        debug_assert_eq!(house, Ok(super::owner::HOUSE));
        Ledger {
            deals: Names::default(),
            deal_owners: Vec::new(),
            customers: Names::default(),
            customer_owners: Vec::new(),
            payees: Names::default(),
            payee_owners: Vec::new(),
            deals_alike: IndexMap::default(),
            unit_deals: IndexMap::default(),
            owners,
            items: Names::default(),
            item_categories: Table::default(),
            banks: Names::default(),
            bank_money: Table::default(),
            words: Names::default(),
            vouchers: Table::default(),
            receivable_names: Names::default(),
            receivables: Table::default(),
            receipts: Table::default(),
            allocations: Table::default(),
            keys: Names::default(),
            postings: Table::default(),
            effects: Table::default(),
            recorded_effects: 0,
            references: IndexMap::default(),
            papers: IndexMap::default(),
            slips: IndexMap::default(),
            twins: IndexMap::default(),
            amounts: Money::ZERO,
            fund_payments: Vec::new(),
            approvals: Names::default(),
            approvals_used: Table::default(),
            approvals_allow: IndexMap::default(),
            approvals_for: IndexMap::default(),
            closed_through: None,
            pending: Vec::new(),
        }
    }
}

impl Ledger {
    /// A ledger in which nothing is posted.
    #[must_use]
    pub fn new() -> Ledger {
        Ledger::default()
    }

    /// How many postings it has.
    #[must_use]
    pub fn posting_count(&self) -> usize {
        self.postings.rows().len()
    }

    /// The place of the last posting in the recorded order; 0 of an empty ledger.
    #[must_use]
    pub fn last_order(&self) -> u32 {
        self.postings.rows().last().map_or(0, |row| row.order)
    }

    /// The place of the last posting that was recorded by a moment; 0 before the first.
    #[must_use]
    pub fn order_at(&self, known_at: Time) -> u32 {
        let known = self.postings.rows().iter().take_while(|row| row.recorded_at <= known_at);
        known.last().map_or(0, |row| row.order)
    }

    /// A deal is kept.
    #[must_use]
    pub fn keeps_deal(&self, deal: &str) -> bool {
        self.deals.find(deal).is_some()
    }

    /// The last day of what is closed.
    #[must_use]
    pub fn closed_through(&self) -> Option<Date> {
        self.closed_through
    }

    /// What has come to a bank account and not left it, yuan.
    #[must_use]
    pub fn bank_balance(&self, account: &str) -> Money {
        let found = self.banks.find(account).and_then(|at| self.bank_money.get(at).ok());
        found.copied().unwrap_or(Money::ZERO)
    }

    pub(in crate::ledger) fn mark(&self) -> Result<Mark> {
        Ok(Mark {
            deals: self.deals.count(),
            customers: self.customers.count(),
            payees: self.payees.count(),
            owners: self.owners.len()?,
            items: self.items.count(),
            banks: self.banks.count(),
            receivables: self.receivables.len()?,
            receipts: self.receipts.len()?,
            allocations: self.allocations.len()?,
            effects: self.effects.len()?,
            approvals: self.approvals.count(),
        })
    }

    /// The effects of a posting.
    pub(in crate::ledger) fn effects_of(&self, posting: u32) -> Result<&[Effect]> {
        let from = self.postings.get(posting)?.effects;
        let next = posting.checked_add(1).and_then(|next| self.postings.get(next).ok());
        let to = match next {
            Some(next) => next.effects,
            None => self.recorded_effects,
        };
        Ok(self.effects.part(from, to))
    }
}
