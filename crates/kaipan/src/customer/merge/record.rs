//! Merges of customers, and what deciding one answers.

use crate::customer::record::{Customer, TrailKind};
use crate::error::{Finding, told};
use crate::number::Money;
use crate::{StreamRead, Text, Time};
use kaipan_derive::boundary;

/// 客户合并: somebody decided that two records are one customer.
#[boundary]
pub struct CustomerMerge {
    /// Id.
    pub id: Text,
    /// The one record; which of the two is named first does not matter.
    pub one: Text,
    /// The other record.
    pub other: Text,
    /// When it was recorded.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
    /// Who decided.
    pub by: Text,
    /// Why.
    pub reason: Option<Text>,
    /// Id of the request for approval, where the company wants one. A merge that is being decided gets
    /// that of the request that is given with it.
    pub approval: Option<Text>,
    /// That the two are one customer is meant, though it looks unlikely.
    pub confirmed: bool,
    /// When it was undone; it does not count then.
    pub undone_at: Option<Time>,
}

impl CustomerMerge {
    /// What decides which of two merges is earlier: time, sequence, id.
    pub(super) fn age(&self) -> (Time, u32, &Text) {
        (self.recorded_at, self.sequence, &self.id)
    }
}

/// A merge is taken back.
#[boundary]
pub struct CustomerUnmerge {
    /// The id of the merge.
    pub merge: Text,
    /// When it is taken back.
    pub recorded_at: Time,
    /// Who takes it back.
    pub by: Text,
    /// Why.
    pub reason: Option<Text>,
}

/// Something that happened with a customer and is not in the trail, such as a change of the record.
#[boundary]
pub struct CustomerHappening {
    /// The customer.
    pub customer: Text,
    /// Its id, such as that of the change.
    pub id: Text,
    /// When it was recorded.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
}

/// A customer that several records are.
#[boundary(answer)]
pub struct MergedCustomer {
    /// The record as it reads now: the id of the oldest, what the others add, and every entry of
    /// all trails.
    pub customer: Customer,
    /// The ids of all records, the oldest first.
    #[boundary(required)]
    pub members: Vec<Text>,
    /// The trail in sums.
    #[boundary(required)]
    pub totals: Vec<TrailTotal>,
}

/// The entries of one kind in a trail.
#[boundary(answer)]
pub struct TrailTotal {
    /// The kind.
    pub kind: TrailKind,
    /// How many there are.
    pub count: u32,
    /// What they come to, yuan, where they have amounts.
    pub amount: Option<Money>,
}

/// An id that is another customer's now.
#[boundary(answer)]
pub struct CustomerAlias {
    /// The id that was.
    pub alias: Text,
    /// The id that is kept.
    pub id: Text,
}

/// Customers after their merges.
#[boundary(answer)]
pub struct MergedCustomers {
    /// Every customer that several records are, the oldest first.
    #[boundary(required)]
    pub customers: Vec<MergedCustomer>,
    /// Every id that is another customer's now, in the order of the customers.
    #[boundary(required)]
    pub aliases: Vec<CustomerAlias>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(MergedCustomers: findings);

/// A decision to merge two records, or to take a merge back.
#[boundary(answer)]
pub struct MergeDecision {
    /// The merge, to be appended; with `undone_at` where it is taken back.
    pub merge: CustomerMerge,
    /// The customers that the two records belong to after it, the oldest first: one after a
    /// merge, two after it was taken back.
    #[boundary(required)]
    pub customers: Vec<MergedCustomer>,
    /// Every id of those that is another customer's now.
    #[boundary(required)]
    pub aliases: Vec<CustomerAlias>,
    /// The streams that the decision read: the merge is appended only while they are as they were.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(MergeDecision: findings);
