//! Lists what is due.

use super::listing::Listing;
use super::of_permit::Homes;
use super::{DealDeadlines, DealTaskList, DeskRecord};
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::deal::{Deal, Quota, UnitStock};
use crate::error::{At, Code, Error, Input, Result};
use crate::project::{PresalePermit, Unit};
use crate::{Text, Time, WorkingDays};

/// Lists what is due about deals and units at a moment (handbook §23). A deadline that has passed
/// is a task and a finding, never a refusal; what has run out comes with the command to lapse it.
///
/// Deals may be a hundred thousand: each is looked at once.
///
/// ```
/// use kaipan::deal::{Deal, DealDocument, DealTaskKind, DealTasks, DocumentKind, DocumentState};
/// let booking = DealDocument::new(DocumentKind::Booking)
///     .with_state(DocumentState::Active)
///     .with_valid_until("2026-09-08".parse()?);
/// let deals = [Deal::new("D1").with_documents(vec![booking])];
/// let due = |now: &str| -> kaipan::Result<_> { DealTasks::new(&deals, now.parse()?).list() };
/// assert!(due("2026-09-04T09:00:00")?.tasks.is_empty());
/// let near = due("2026-09-06T09:00:00")?;
/// assert_eq!((near.tasks[0].kind, near.tasks[0].days_left), (DealTaskKind::BookingEnds, 2));
/// let over = due("2026-09-09T09:00:00")?;
/// assert_eq!(over.tasks[0].kind, DealTaskKind::SubscriptionOverdue);
/// assert!(over.tasks[0].command.is_some(), "it lapses");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct DealTasks<'a> {
    deals: &'a [Deal],
    now: Time,
    stock: &'a [UnitStock],
    quotas: &'a [Quota],
    records: &'a [DeskRecord],
    unanswered: &'a [Text],
    permits: &'a [PresalePermit],
    homes: &'a [Unit],
    deadlines: Option<&'a DealDeadlines>,
    working_days: Option<&'a WorkingDays>,
}

impl<'a> DealTasks<'a> {
    /// What is due about these deals at a moment.
    pub fn new(deals: &'a [Deal], now: Time) -> DealTasks<'a> {
        DealTasks {
            deals,
            now,
            stock: &[],
            quotas: &[],
            records: &[],
            unanswered: &[],
            permits: &[],
            homes: &[],
            deadlines: None,
            working_days: None,
        }
    }

    inputs! {
        /// Units with their holds and reservations.
        stock: &'a [UnitStock];
        /// Quotas: fixed-price offers (一口价), and those of discounts and group purchases.
        quotas: &'a [Quota];
        /// Subscriptions, changes and receipts of the desk.
        records: &'a [DeskRecord];
        /// Deals whose questionnaires have required questions without an answer.
        unanswered: &'a [Text];
        /// 预售许可证: their homes are entered, and all put on sale at once.
        permits: &'a [PresalePermit];
        /// Homes with their permits; one that is in `stock` stands as it does there.
        homes: &'a [Unit];
    }

    optional_inputs! {
        /// How long before a deadline it is told; [`DealDeadlines::default`] if absent.
        deadlines: &'a DealDeadlines;
        /// Which days are worked; Monday to Friday if absent.
        working_days: &'a WorkingDays;
    }

    /// The tasks, and what is overdue as findings.
    ///
    /// # Errors
    /// [`Code::DealGivenTwice`] for a deal, unit, quota, record, permit or home that is there twice,
    /// [`Code::DealDeadlineLong`] for deadlines too long to be meant,
    /// [`Code::PaymentWorkingDay`] for a calendar that cannot be, [`Code::PaymentDueDate`] for a
    /// deadline after the calendar's end.
    pub fn list(&self) -> Result<DealTaskList> {
        let standard = DealDeadlines::default();
        let deadlines = self.deadlines.unwrap_or(&standard);
        let mut errors = self.twice();
        errors.extend(deadlines.check().within(Input::Deadlines).err());
        let calendar = self.working_days.map(WorkingDays::calendar).transpose();
        let calendar = match calendar.within(Input::WorkingDays) {
            Err(error) => return Err(error.after(errors)),
            Ok(calendar) => calendar.unwrap_or_default(),
        };
        Error::collect(errors)?;
        let mut listing = Listing::new(self.now, deadlines, calendar);
        for (at, stock) in self.stock.iter().enumerate() {
            listing.stock(at, stock);
        }
        for (at, deal) in self.deals.iter().enumerate() {
            listing.deal(at, deal);
        }
        for (at, quota) in self.quotas.iter().enumerate() {
            listing.quota(at, quota);
        }
        let mut by_id: Vec<(&Text, usize)> =
            (0..).zip(self.deals).map(|(at, deal)| (&deal.id, at)).collect();
        by_id.sort_unstable();
        let known = |id: &Text| {
            let at = by_id.binary_search_by_key(&id, |(known, _)| *known).ok();
            let at = at.and_then(|at| by_id.get(at)).map(|(_, at)| *at);
            at.and_then(|at| self.deals.get(at))
        };
        for (at, id) in self.unanswered.iter().enumerate() {
            listing.questionnaire(at, id, known(id))?;
        }
        for (at, record) in self.records.iter().enumerate() {
            listing.record(at, record, record.deal.as_ref().and_then(known))?;
        }
        let homes = Homes::new(self.homes, self.stock);
        for (at, permit) in self.permits.iter().enumerate() {
            listing.permit(at, permit, &homes)?;
        }
        Ok(listing.list())
    }

    fn twice(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        errors.extend(again(self.deals, "id", Input::Deals, |one| &one.id));
        errors.extend(again(self.stock, "unit_no", Input::Stock, |one| &one.unit_no));
        errors.extend(again(self.quotas, "id", Input::Quotas, |one| &one.id));
        errors.extend(again(self.records, "id", Input::Records, |one| &one.id));
        errors.extend(again(self.permits, "number", Input::Permits, |one| &one.number));
        errors.extend(again(self.homes, "unit_no", Input::Homes, |one| &one.unit_no));
        errors
    }
}

/// An error for everything that is in a list a second time.
fn again<'a, T>(
    list: &'a [T],
    field: &'static str,
    input: Input,
    id: impl Fn(&'a T) -> &'a Text + Copy + 'a,
) -> impl Iterator<Item = Error> + 'a {
    with_repeats(list, id).filter_map(move |(at, one, first)| {
        let error = Error::new(Code::DealGivenTwice).with("name", id(one)).with("first", first?);
        Some(error.at(field).at(at).within(input))
    })
}
