//! Who is in a list of customers more than once.

use super::clue::MatchLevel;
use super::columnar::{CustomerKeys, NewcomerKeys};
use super::known::{Known, told_unreadable};
use super::policy::MatchPolicy;
use super::reason::{MatchReason, level_of, reasons};
use super::sound::sound;
use crate::Text;
use crate::customer::record::Customer;
use crate::customer::sets::Sets;
use crate::error::{Error, Finding, Result, told};
use kaipan_derive::boundary;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Finds who is in a list of customers more than once.
///
/// Everybody who is the same as somebody of a group, or suspect of it, belongs to the group. So that
/// a list in which all have one phone is still quick to read, the members of a group are linked
/// to its others by as few links as show why they belong to it.
///
/// ```
/// use kaipan::customer::{Customer, Duplicates, MatchLevel};
/// let at = "2026-03-01T09:30:00".parse()?;
/// let customer = |id, phone| Customer::new(id, at, "张三").with_phones(vec![phone]);
/// let list = [
///     customer("C-1", "13800011234".into()), customer("C-2", "13900000000".into()),
///     customer("C-3", "138-0001-1234".into()),
/// ];
/// let found = Duplicates::new(&list).groups()?;
/// assert_eq!(found.groups.len(), 1);
/// assert_eq!(found.groups[0].level, MatchLevel::Same);
/// let ids: Vec<&str> = found.groups[0].members.iter().map(|one| one.id.as_str()).collect();
/// assert_eq!(ids, ["C-1", "C-3"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Duplicates<'a> {
    customers: &'a [Customer],
    policy: Cow<'a, MatchPolicy>,
}

/// Who is in a list more than once.
#[boundary(answer)]
pub struct DuplicatesFound {
    /// One entry for each customer that is there more than once, the oldest first.
    #[boundary(required)]
    pub groups: Vec<DuplicateGroup>,
    /// How many records were looked at.
    pub customers: u32,
    /// How many records would be left if every group were one.
    pub different: u32,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(DuplicatesFound: findings);

/// Records that are, or may be, one customer.
#[boundary(answer)]
pub struct DuplicateGroup {
    /// Same if all members are linked by what makes them the same; else suspect.
    pub level: MatchLevel,
    /// The records, the oldest first: merging keeps its id.
    #[boundary(required)]
    pub members: Vec<DuplicateMember>,
    /// Why they belong together.
    #[boundary(required)]
    pub links: Vec<DuplicateLink>,
}

/// A record of a group.
#[boundary(answer)]
pub struct DuplicateMember {
    /// Its place in the list, from 0.
    pub index: u32,
    /// Its id.
    pub id: Text,
}

/// Why two records belong together.
#[boundary(answer)]
pub struct DuplicateLink {
    /// The id of the older one.
    pub one: Text,
    /// The id of the other one.
    pub other: Text,
    /// How sure it is.
    pub level: MatchLevel,
    /// Why.
    #[boundary(required)]
    pub reasons: Vec<MatchReason>,
}

impl<'a> Duplicates<'a> {
    /// In this list, by the policy of the handbook.
    pub fn new(customers: &'a [Customer]) -> Duplicates<'a> {
        Duplicates { customers, policy: Cow::default() }
    }

    /// By the policy of the company.
    pub fn policy(mut self, policy: &'a MatchPolicy) -> Duplicates<'a> {
        self.policy = Cow::Borrowed(policy);
        self
    }

    /// Everybody who is there more than once.
    ///
    /// # Errors
    /// As [`Matching::new`](crate::customer::Matching::new) and [`Matching::policy`](crate::customer::Matching::policy).
    pub fn groups(&self) -> Result<DuplicatesFound> {
        sound(self.customers)?;
        Error::collect(self.policy.errors())?;
        // By age, so that the answer does not depend on the order of the list.
        let mut order: Vec<usize> = (0..self.customers.len()).collect();
        order.sort_by_key(|at| self.customers.get(*at).map(Customer::age));
        let customers: Vec<&Customer> =
            order.iter().filter_map(|at| self.customers.get(*at)).collect();
        let known: Vec<Known> = customers.iter().map(|customer| Known::of(customer)).collect();
        let links = self.links(&known);
        let mut sets = Sets::new(customers.len());
        let mut sure = Sets::new(customers.len());
        let mut linked = Vec::new();
        for (one, other) in links {
            let Some(link) = self.link(&customers, &known, one, other) else { continue };
            sets.join(one, other);
            if link.level == MatchLevel::Same {
                sure.join(one, other);
            }
            linked.push((one, link));
        }
        let mut groups: BTreeMap<usize, (Vec<usize>, Vec<DuplicateLink>)> = BTreeMap::new();
        for at in 0..customers.len() {
            groups.entry(sets.first(at)).or_default().0.push(at);
        }
        for (one, link) in linked {
            groups.entry(sets.first(one)).or_default().1.push(link);
        }
        let different = count(groups.len());
        let groups = groups.into_values().filter(|(members, _)| members.len() > 1);
        let groups = groups.map(|(members, links)| {
            let is_sure = members.iter().all(|at| sure.first(*at) == sets.first(*at));
            let member = |at: &usize| {
                let id = customers.get(*at).map(|customer| customer.id.clone());
                DuplicateMember {
                    index: count(order.get(*at).copied().unwrap_or_default()),
                    id: id.unwrap_or_default(),
                }
            };
            DuplicateGroup {
                level: if is_sure { MatchLevel::Same } else { MatchLevel::Suspect },
                members: members.iter().map(member).collect(),
                links,
            }
        });
        Ok(DuplicatesFound {
            groups: groups.collect(),
            customers: count(self.customers.len()),
            different,
            findings: [self.policy.findings(), told_unreadable(self.customers)].concat(),
        })
    }

    /// Pairs of places, the older first, that join everybody whom a key joins.
    fn links(&self, known: &[Known]) -> Vec<(usize, usize)> {
        let keys = CustomerKeys::of_known(known, &self.policy);
        let mut asked = NewcomerKeys::default();
        for (row, known) in known.iter().enumerate() {
            asked.add(row, known, &self.policy);
        }
        // Who asks first for a key is linked to everybody who has it, all others to the first of these.
        let mut askers: BTreeMap<&[u8], usize> = BTreeMap::new();
        let mut links = Vec::new();
        for (row, _, hash, key) in asked.all() {
            let first = *askers.entry(key).or_insert(row) == row;
            let rows = keys.rows(hash, key).take(if first { usize::MAX } else { 1 });
            links.extend(
                rows.filter(|other| *other != row).map(|other| (row.min(other), row.max(other))),
            );
        }
        links.sort_unstable();
        links.dedup();
        links
    }

    fn link(
        &self,
        customers: &[&Customer],
        known: &[Known],
        one: usize,
        other: usize,
    ) -> Option<DuplicateLink> {
        let (first, second) = (known.get(one)?, known.get(other)?);
        let reasons = reasons(&self.policy, first, second);
        Some(DuplicateLink {
            one: customers.get(one)?.id.clone(),
            other: customers.get(other)?.id.clone(),
            level: level_of(&reasons),
            reasons,
        })
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
