//! Merging records that are one customer, and taking a merge back (handbook §9.1).

mod combine;
mod guards;
mod likely;
mod record;
mod undo;

pub use record::{
    CustomerAlias, CustomerHappening, CustomerMerge, CustomerUnmerge, MergeDecision,
    MergedCustomer, MergedCustomers, TrailTotal,
};

use super::matching::sound;
use super::record::Customer;
use super::sets::Sets;
use crate::approval::ApprovalRequest;
use crate::builder::{inputs, optional_inputs};
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::{StreamKind, StreamRead, Text};
use combine::combined;
use std::collections::BTreeMap;

/// Merges records that are one customer.
///
/// The records stay as they were entered, and merges are a list beside them; what a merged customer
/// is follows from both, whatever their order. The id of the oldest record is kept (by time, then
/// sequence, then id), the ids of the others become its aliases. What the oldest lacks is taken
/// from the others in the order of their age, and every entry of all trails is kept once.
///
/// ```
/// use kaipan::customer::{Customer, CustomerMerge, Merging};
/// let old = Customer::new("C-1", "2026-03-01T09:30:00".parse()?, "张三");
/// let new = Customer::new("C-2", "2026-04-01T10:00:00".parse()?, "张三")
///     .with_phones(vec!["13800011234".into()]);
/// let customers = [new, old];
/// let merge = CustomerMerge::new("M-1", "C-2", "C-1", "2026-04-02T08:00:00".parse()?, "manager");
/// let decision = Merging::new(&customers, &[])?.merge(&merge)?;
/// let merged = &decision.customers[0];
/// assert_eq!((merged.customer.id.as_str(), merged.customer.phones[0].as_str()), ("C-1", "13800011234"));
/// assert_eq!(decision.aliases[0].alias, "C-2");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Merging<'a> {
    customers: &'a [Customer],
    merges: &'a [CustomerMerge],
    /// The places of the customers, the oldest first.
    by_age: Vec<usize>,
    /// The place of a customer among them, by its id.
    places: BTreeMap<&'a Text, usize>,
    approval: Option<&'a ApprovalRequest>,
    needs_approval: bool,
}

impl<'a> Merging<'a> {
    /// With the records as they were entered, and the merges up to now.
    ///
    /// # Errors
    /// As [`Matching::new`](super::Matching::new); merges that name unknown customers, a customer twice, or an id of
    /// a merge that is given twice.
    pub fn new(customers: &'a [Customer], merges: &'a [CustomerMerge]) -> Result<Merging<'a>> {
        sound(customers)?;
        let mut by_age: Vec<usize> = (0..customers.len()).collect();
        by_age.sort_by_key(|at| customers.get(*at).map(Customer::age));
        let ids = by_age.iter().enumerate();
        let ids = ids.filter_map(|(place, at)| Some((&customers.get(*at)?.id, place)));
        let places = ids.collect();
        let (approval, needs_approval) = (None, false);
        let merging = Merging { customers, merges, places, by_age, approval, needs_approval };
        let mut errors = Vec::new();
        let known = merging.known();
        for (at, merge, first) in with_repeats(merges, |merge| merge.id.as_str()) {
            let placed = |error: Error| error.at(at).within(Input::Merges);
            if let Some(first) = first {
                let error = Error::new(Code::CustomerMergeIdTwice).with("id", &merge.id);
                errors.push(placed(error.with("first", first).at("id")));
            }
            errors.extend(merging.pair_errors(merge, &known).into_iter().map(placed));
        }
        Error::collect(errors)?;
        Ok(merging)
    }

    optional_inputs! {
        /// The request for approval of the merge, as it was decided: of the kind `customer_merge`,
        /// about the id of the merge.
        approval: &'a ApprovalRequest;
    }

    inputs! {
        /// Merge only by such a request.
        needs_approval: bool;
    }

    /// All customers that several records are.
    ///
    /// # Errors
    /// Amounts of a trail whose sum is outside the range of money.
    pub fn merged(&self) -> Result<MergedCustomers> {
        let groups = self.groups(self.merges.iter());
        let mut findings = self.early();
        let (mut customers, mut aliases) = (Vec::new(), Vec::new());
        for group in groups.values().filter(|group| group.len() > 1) {
            let customer = self.customer(group, &mut findings)?;
            aliases.extend(customer.iter().flat_map(aliases_of));
            customers.extend(customer);
        }
        Ok(MergedCustomers { customers, aliases, findings })
    }

    /// Merges two more records.
    ///
    /// # Errors
    /// [`Code::CustomerBlank`], [`Code::CustomerUnknown`], [`Code::CustomerMergeSelf`], [`Code::CustomerMergeIdTwice`],
    /// [`Code::CustomerMergeEarly`], and [`Code::CustomerMergeUnlikely`] until it is confirmed.
    /// [`Code::ApprovalMissing`], [`Code::ApprovalOfAnother`] and [`Code::ApprovalNotDecided`] when the
    /// request for approval is needed or named and missing, is not of this merge or was not approved.
    pub fn merge(&self, new: &CustomerMerge) -> Result<MergeDecision> {
        let mut errors: Vec<Error> = [("id", &new.id), ("by", &new.by)]
            .into_iter()
            .filter_map(|(field, id)| blank(Code::CustomerBlank, field, id))
            .collect();
        errors.extend(self.pair_errors(new, &self.known()));
        if let Some(at) = self.merges.iter().position(|merge| merge.id == new.id) {
            let error = Error::new(Code::CustomerMergeIdTwice).with("id", &new.id);
            errors.push(error.with("first", at.saturating_add(1)).at("id"));
        }
        let pair =
            self.place(&new.one).zip(self.place(&new.other)).filter(|(one, other)| one != other);
        let mut findings = Vec::new();
        if let Some((one, other)) = pair {
            let before = self.groups(self.merges.iter());
            let group_of = |place| before.values().find(|group| group.contains(&place));
            if group_of(one).is_some_and(|group| group.contains(&other)) {
                let told = finding!(Code::CustomerMergeAgain, one = new.one, other = new.other);
                findings.push(told.within(Input::Merge));
            }
            let of = |place| self.records(group_of(place).map(Vec::as_slice).unwrap_or_default());
            let unlikely = likely::doubts(&of(one), &of(other));
            let early = of(one)
                .into_iter()
                .chain(of(other))
                .filter(|one| new.recorded_at < one.recorded_at);
            errors.extend(early.map(|record| {
                let error = Error::new(Code::CustomerMergeEarly).with("id", &record.id);
                error.at("recorded_at")
            }));
            if new.confirmed {
                findings
                    .extend(unlikely.into_iter().map(|doubt| doubt.finding().within(Input::Merge)));
            } else {
                errors.extend(unlikely);
            }
        }
        let mut errors: Vec<Error> =
            errors.into_iter().map(|error| error.within(Input::Merge)).collect();
        errors.extend(self.approved(new).err());
        Error::collect(errors)?;
        let merges = self.merges.iter().chain([new]);
        let mut merge = new.clone();
        merge.approval = self.approval.map(|request| request.id.clone());
        let mut decision = self.decision(merge, merges, findings)?;
        decision.reads.extend(self.approval.map(ApprovalRequest::read));
        Ok(decision)
    }

    /// What is decided about a merge, with the customers as they are after it.
    fn decision<'m>(
        &self,
        merge: CustomerMerge,
        merges: impl Iterator<Item = &'m CustomerMerge>,
        mut findings: Vec<Finding>,
    ) -> Result<MergeDecision> {
        findings.extend(self.early());
        let groups = self.groups(merges);
        let pair = [self.place(&merge.one), self.place(&merge.other)];
        let touched = groups
            .values()
            .filter(|group| pair.iter().flatten().any(|place| group.contains(place)));
        let (mut customers, mut aliases, mut reads) = (Vec::new(), Vec::new(), Vec::new());
        for group in touched {
            let customer = self.customer(group, &mut findings)?;
            aliases.extend(customer.iter().flat_map(aliases_of));
            customers.extend(customer);
            reads.extend(self.records(group).into_iter().map(read));
        }
        Ok(MergeDecision { merge, customers, aliases, reads, findings })
    }

    fn place(&self, id: &Text) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The places of the records of every customer, the oldest first, by the oldest of each.
    fn groups<'m>(
        &self,
        merges: impl Iterator<Item = &'m CustomerMerge>,
    ) -> BTreeMap<usize, Vec<usize>> {
        let mut sets = Sets::new(self.by_age.len());
        for merge in merges.filter(|merge| merge.undone_at.is_none()) {
            if let Some((one, other)) = self.place(&merge.one).zip(self.place(&merge.other)) {
                sets.join(one, other);
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in 0..self.by_age.len() {
            groups.entry(sets.first(place)).or_default().push(place);
        }
        groups
    }

    fn records(&self, group: &[usize]) -> Vec<&'a Customer> {
        let at = group.iter().filter_map(|place| self.by_age.get(*place));
        at.filter_map(|at| self.customers.get(*at)).collect()
    }

    fn customer(
        &self,
        group: &[usize],
        findings: &mut Vec<Finding>,
    ) -> Result<Option<MergedCustomer>> {
        let records = self.records(group);
        let parts = records.split_first();
        parts.map(|(oldest, others)| combined(oldest, others, findings)).transpose()
    }
}

fn aliases_of(customer: &MergedCustomer) -> Vec<CustomerAlias> {
    let id = &customer.customer.id;
    let others = customer.members.iter().filter(|member| *member != id);
    others.map(|alias| CustomerAlias { alias: alias.clone(), id: id.clone() }).collect()
}

/// The stream of a customer as it was seen.
pub(super) fn read(customer: &Customer) -> StreamRead {
    StreamRead::new(StreamKind::Customer, customer.id.clone(), customer.version)
}
