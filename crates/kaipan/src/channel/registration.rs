//! 渠道报备: what a broker registers, and what becomes of it.

use super::named::wrong_ids;
use crate::check::{blank, days};
use crate::customer::Phone;
use crate::error::{Code, Error, Finding, Input, finding};
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// 渠道报备: a broker says who will come (handbook §37.1).
///
/// A host keeps one for each time that somebody is registered; a second one for the same customer is
/// a record of its own.
///
/// ```
/// use kaipan::channel::ChannelRegistration;
/// let at = "2026-03-01T10:00:00".parse()?;
/// let registration = ChannelRegistration::new("R-1", "p1", "channel-a", "138****1234", at, at)
///     .with_broker("wang")
///     .with_visit_at("2026-03-01T10:30:00".parse()?);
/// assert_eq!(registration.sequence, 0);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct ChannelRegistration {
    /// Id, unique among all registrations.
    pub id: Text,
    /// The project.
    pub project: Text,
    /// 渠道: the agency or platform.
    pub channel: Text,
    /// 经纪人.
    pub broker: Option<Text>,
    /// The customer's phone. A mobile number may have its middle hidden: `138****1234` (first three
    /// and last four digits) or `1381****234` (first four and last three).
    pub phone: Text,
    /// The id of the customer, once it is known who that is.
    pub customer: Option<Text>,
    /// When the broker registered, by the channel.
    pub registered_at: Time,
    /// 带看: when the customer came.
    pub visit_at: Option<Time>,
    /// 成交: when the customer bought.
    pub deal_at: Option<Time>,
    /// When it was withdrawn or refused; it does not count from then on.
    pub withdrawn_at: Option<Time>,
    /// When it was entered.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
}

impl ChannelRegistration {
    /// The phone as it is compared.
    ///
    /// # Errors
    /// As [`Phone::read`], placed at the field.
    pub(super) fn read_phone(&self) -> Result<Phone, Error> {
        Phone::read(&self.phone).map_err(|error| error.at("phone"))
    }

    /// Names that are not there.
    fn blanks(&self) -> impl Iterator<Item = Error> {
        // An id that is given must name somebody: two blank ones are not one customer.
        let customer = self.customer.as_ref().map(|customer| ("customer", customer));
        let names = [("project", &self.project), ("channel", &self.channel)];
        names
            .into_iter()
            .chain(customer)
            .filter_map(|(field, name)| blank(Code::ChannelBlank, field, name))
    }

    /// Times that are far from the day looked at, each at its field.
    pub(super) fn far_off(&self, looked_at: Date) -> Vec<Finding> {
        let times = [
            ("registered_at", Some(self.registered_at)),
            ("visit_at", self.visit_at),
            ("deal_at", self.deal_at),
            ("recorded_at", Some(self.recorded_at)),
        ];
        let far =
            |(field, time): (&'static str, Option<Time>)| days::far(field, time?.date(), looked_at);
        times.into_iter().filter_map(far).collect()
    }

    /// Times that cannot have followed each other, each at its field.
    pub(super) fn contradictions(&self) -> Vec<Finding> {
        let registered = self.registered_at;
        let recorded = (self.recorded_at < registered).then(|| {
            let told = finding!(
                Code::ChannelRecordedEarly,
                id = self.id,
                recorded = self.recorded_at,
                registered
            );
            told.at("recorded_at")
        });
        let first = self.visit_at.unwrap_or(registered);
        let deal = self.deal_at.filter(|deal| *deal < first).map(|deal| {
            finding!(Code::ChannelDealEarly, id = self.id, deal, before = first).at("deal_at")
        });
        let withdrawn = self.withdrawn_at.filter(|withdrawn| *withdrawn < registered);
        let withdrawn = withdrawn.map(|withdrawn| {
            let told = finding!(Code::ChannelWithdrawnEarly, id = self.id, withdrawn, registered);
            told.at("withdrawn_at")
        });
        recorded.into_iter().chain(deal).chain(withdrawn).collect()
    }
}

/// What is wrong with the ids and names of registrations.
pub(super) fn wrong_names(registrations: &[ChannelRegistration]) -> Vec<Error> {
    let mut errors = wrong_ids(registrations, "id", |one| &one.id, Input::Registrations);
    for (at, one) in registrations.iter().enumerate() {
        errors.extend(one.blanks().map(|error| error.at(at).within(Input::Registrations)));
    }
    errors
}
