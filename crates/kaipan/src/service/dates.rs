//! The days that planned days of services count from, as a deal and its services have them.

use super::{Service, ServiceDates, ServiceKind, ServiceState};
use crate::deal::{Deal, DocumentKind};

impl ServiceDates {
    /// The days of a deal: its contract was signed and promises a handover; its services were done. The
    /// pay-out point and the completion filing are not known of a deal.
    ///
    /// ```
    /// use kaipan::deal::Deal;
    /// use kaipan::service::{Service, ServiceDates, ServiceKind, ServiceState};
    /// let filing = Service {
    ///     state: ServiceState::Done,
    ///     finished_on: Some("2026-09-10".parse()?),
    ///     ..Service::new("S1", "D1", ServiceKind::Filing)
    /// };
    /// let dates = ServiceDates::of(&Deal::new("D1"), [&filing]);
    /// assert_eq!(dates.filing, filing.finished_on);
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    #[must_use]
    pub fn of<'a>(deal: &Deal, services: impl IntoIterator<Item = &'a Service>) -> ServiceDates {
        let contract = deal.documents.iter().rev();
        let mut contract =
            contract.filter(|one| one.kind == DocumentKind::Contract && one.active_at.is_some());
        let contract = contract.next();
        let mut dates = ServiceDates {
            signing: contract.and_then(|one| one.active_at).map(|at| at.date()),
            agreed_handover: contract.and_then(|one| one.handover),
            ..ServiceDates::default()
        };
        for service in services.into_iter().filter(|one| one.deal == deal.id) {
            let done = service.finished_on.filter(|_| service.state == ServiceState::Done);
            match service.kind {
                ServiceKind::Filing => dates.filing = dates.filing.or(done),
                ServiceKind::Handover => dates.handover = dates.handover.or(done),
                ServiceKind::Mortgage | ServiceKind::FundLoan => {
                    let arrived = service.disbursed.as_ref().map(|one| one.on);
                    dates.loan_arrived = dates.loan_arrived.max(arrived);
                }
                ServiceKind::Title => {}
            }
        }
        dates
    }
}
