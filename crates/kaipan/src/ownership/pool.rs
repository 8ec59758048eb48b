//! Customers of departments, for whom no agent has been named (handbook §9.3).

use super::claim::{Pool, after};
use super::contact::ContactState;
use super::file::CustomerFile;
use super::policy::OwnershipPolicy;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A customer of a department who has no agent yet: somebody of the department must be named.
#[boundary(answer)]
pub struct PooledCustomer {
    /// Id of the customer; of a family, the smallest.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the department.
    pub department: Text,
    /// Id of the change that gave the customer to it.
    pub record: Text,
    /// The day on which it got the customer.
    pub since: Date,
    /// Days since then.
    pub days: u32,
    /// The last day on which an agent is named in time: as long as a contact may take.
    pub name_by: Date,
    /// How it stands, by the days of a contact. From the days of a reassignment on, the customer has
    /// waited so long that another department should have him.
    pub state: ContactState,
    /// The last event of any agent with the customer, if there was one.
    pub last_event: Option<Date>,
    /// Last day of the department's claim; without end, if absent.
    pub protected_until: Option<Date>,
}

impl Pool<'_> {
    /// As it is listed on a day.
    pub(super) fn listed(
        &self,
        policy: &OwnershipPolicy,
        file: &CustomerFile<'_>,
        (customer, project): (Text, Text),
        as_of: Date,
    ) -> PooledCustomer {
        let since = self.change.recorded_at.date();
        let days = u32::try_from(as_of.days_since(since)).unwrap_or(0);
        PooledCustomer {
            customer,
            project,
            department: self.department.clone(),
            record: self.change.id.clone(),
            since,
            days,
            name_by: after(since, policy.contact.max_gap_days),
            state: policy.contact.state(days),
            last_event: file.follow_ups.iter().map(|one| one.day()).max(),
            protected_until: self.until,
        }
    }
}
