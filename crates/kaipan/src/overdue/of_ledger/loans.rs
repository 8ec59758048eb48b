//! When loans are expected, as their services have it.

use crate::error::Result;
use crate::service::{FollowedService, ServiceDefinition, ServiceFollowing};
use crate::{Date, Text, WorkingDays};
use std::collections::HashMap;

/// When a loan is expected.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Expected {
    /// The day that was promised.
    pub(super) promised: Option<Date>,
    /// The planned day, which is not before the pay-out point.
    pub(super) not_before: Option<Date>,
}

/// The loans that are not paid out yet, by deal.
pub(super) struct Loans<'a>(HashMap<&'a Text, Vec<(&'static str, Expected)>>);

impl<'a> Loans<'a> {
    /// # Errors
    /// As [`ServiceFollowing::list`].
    pub(super) fn new(
        services: &'a [FollowedService],
        definitions: &'a [ServiceDefinition],
        working_days: Option<&'a WorkingDays>,
        as_of: Date,
    ) -> Result<Loans<'a>> {
        let following = ServiceFollowing::new(services, as_of)
            .definitions(definitions)
            .working_days(working_days);
        let mut loans: HashMap<&Text, Vec<_>> = HashMap::new();
        for loan in following.awaited_loans()? {
            let expected = Expected { promised: loan.promised, not_before: loan.planned };
            loans.entry(loan.deal).or_default().push((loan.item, expected));
        }
        Ok(Loans(loans))
    }

    /// Nothing is known of what is no loan, or has no service.
    pub(super) fn of(&self, deal: &Text, item: &str) -> Expected {
        let own = self.0.get(deal).into_iter().flatten();
        let mut own = own.filter(|(loan, _)| *loan == item);
        own.next().map(|(_, expected)| *expected).unwrap_or_default()
    }
}
