//! Many newcomers with very many customers, by columns of keys.
//!
//! The only second way of matching: for every newcomer it finds the customers and the rules that
//! [`Matching`](crate::customer::Matching) finds, and a property test holds it to that.

mod combination;
mod index;

use super::clue::MatchLevel;
use super::known::Known;
use super::policy::MatchPolicy;
use super::sound::sound;
use crate::customer::record::Customer;
use crate::error::{Error, Result};
use combination::{Side, combinations};
use index::{KeyIndex, hash};

/// A newcomer and a customer between whom a rule holds, each by its place in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyMatch {
    /// The place of the newcomer.
    pub newcomer: usize,
    /// The place of the customer.
    pub customer: usize,
    /// The place of the rule in the policy.
    pub rule: usize,
}

/// Keys of customers by the rules of a policy, with an index that is built once.
///
/// ```
/// use kaipan::customer::{Customer, CustomerKeys, MatchPolicy};
/// let at = "2026-03-01T09:30:00".parse()?;
/// let customer = |id, name, phone| Customer::new(id, at, name).with_phones(vec![phone]);
/// let known = [customer("C-1", "张三", "13800011234".into()), customer("C-2", "李四", "13900011234".into())];
/// let policy = MatchPolicy::default();
/// let keys = CustomerKeys::new(&known, &policy)?;
/// let newcomers = keys.newcomers(&[customer("N-1", "李四", "137 0001 1234".into())]);
/// let found = keys.match_many(&newcomers);
/// assert_eq!((found[0].newcomer, found[0].customer), (0, 1));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct CustomerKeys<'a> {
    policy: &'a MatchPolicy,
    index: KeyIndex,
}

/// Keys of newcomers, to be looked up in [`CustomerKeys`] that were made by the same policy.
#[derive(Debug, Clone, Default)]
pub struct NewcomerKeys {
    keys: Vec<u8>,
    hashes: Vec<u64>,
    /// Where each key ends; it begins where the one before it ends.
    ends: Vec<usize>,
    newcomers: Vec<usize>,
    rules: Vec<usize>,
}

impl<'a> CustomerKeys<'a> {
    /// The keys of customers.
    ///
    /// # Errors
    /// As [`Matching::new`](crate::customer::Matching::new) and [`Matching::policy`](crate::customer::Matching::policy).
    pub fn new(customers: &[Customer], policy: &'a MatchPolicy) -> Result<CustomerKeys<'a>> {
        sound(customers)?;
        Error::collect(policy.errors())?;
        let known: Vec<Known> = customers.iter().map(Known::of).collect();
        Ok(CustomerKeys::of_known(&known, policy))
    }

    pub(super) fn of_known(known: &[Known], policy: &'a MatchPolicy) -> CustomerKeys<'a> {
        let mut index = KeyIndex::default();
        for (row, known) in known.iter().enumerate() {
            for (at, rule) in policy.rules.iter().enumerate() {
                for key in combinations(known, at, rule, Side::Stored) {
                    index.add(row, &key);
                }
            }
        }
        index.finish();
        CustomerKeys { policy, index }
    }

    /// The keys of newcomers.
    #[must_use]
    pub fn newcomers(&self, newcomers: &[Customer]) -> NewcomerKeys {
        let mut keys = NewcomerKeys::default();
        for (row, newcomer) in newcomers.iter().enumerate() {
            keys.add(row, &Known::of(newcomer), self.policy);
        }
        keys
    }

    /// Every newcomer, customer and rule that belong together, in this order.
    #[must_use]
    pub fn match_many(&self, newcomers: &NewcomerKeys) -> Vec<KeyMatch> {
        let mut found = Vec::new();
        for (newcomer, rule, hash, key) in newcomers.all() {
            let rows = self.index.rows(hash, key);
            found.extend(rows.map(|customer| KeyMatch { newcomer, customer, rule }));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The level of a rule.
    #[must_use]
    pub fn level(&self, found: KeyMatch) -> MatchLevel {
        self.policy.rules.get(found.rule).map_or(MatchLevel::New, |rule| rule.level)
    }

    /// The customers that have a key.
    pub(super) fn rows<'k>(&'k self, hash: u64, key: &'k [u8]) -> impl Iterator<Item = usize> + 'k {
        self.index.rows(hash, key)
    }
}

impl NewcomerKeys {
    pub(super) fn add(&mut self, row: usize, known: &Known, policy: &MatchPolicy) {
        for (at, rule) in policy.rules.iter().enumerate() {
            for key in combinations(known, at, rule, Side::Asked) {
                self.hashes.push(hash(&key));
                self.keys.extend_from_slice(&key);
                self.ends.push(self.keys.len());
                self.newcomers.push(row);
                self.rules.push(at);
            }
        }
    }

    /// Newcomer, rule, hash and key of every key.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, usize, u64, &[u8])> {
        let mut begin = 0;
        let rows = self.newcomers.iter().zip(&self.rules);
        rows.zip(&self.hashes).zip(&self.ends).map(move |(((newcomer, rule), hash), end)| {
            let key = self.keys.get(begin..*end).unwrap_or_default();
            begin = *end;
            (*newcomer, *rule, *hash, key)
        })
    }
}
