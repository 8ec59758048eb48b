//! 客户共享: others than the agent who may work with a customer.

use super::record::{Customer, CustomerShare};
use crate::check::{Span, blank};
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::{Date, StreamRead, Text};
use kaipan_derive::boundary;

/// What is to become of the sharing of a customer.
#[boundary]
pub enum SharingCommand {
    /// Somebody may work with the customer from now on.
    Share {
        /// Who, for how long, and by whom.
        share: CustomerShare,
    },
    /// A share ends.
    Stop {
        /// The id of the share.
        share: Text,
        /// Its last day.
        last: Date,
    },
}

/// The decision about the sharing of a customer.
#[boundary(answer)]
pub struct SharingDecision {
    /// The record after it.
    pub customer: Customer,
    /// Who may work with the customer on the day: the agent, then the others by id.
    #[boundary(required)]
    pub agents: Vec<Text>,
    /// The streams that the decision read: it is appended only while they are as they were.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(SharingDecision: findings);

/// Shares a customer, or ends that.
///
/// ```
/// use kaipan::customer::*;
/// let customer = Customer::new("C-1", "2026-03-01T09:30:00".parse()?, "张三").with_agent("alice");
/// let share = CustomerShare::new("S-1", "bob", "alice").with_valid_to("2026-03-31".parse()?);
/// let shared = Sharing::new(&customer, "2026-03-31".parse()?).decide(&SharingCommand::Share { share })?;
/// assert_eq!(shared.agents, ["alice", "bob"]);
/// let april = Sharing::new(&shared.customer, "2026-04-01".parse()?);
/// assert_eq!(april.agents(), ["alice"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Sharing<'a> {
    customer: &'a Customer,
    on: Date,
}

impl<'a> Sharing<'a> {
    /// A customer, on a day.
    pub fn new(customer: &'a Customer, on: Date) -> Sharing<'a> {
        Sharing { customer, on }
    }

    /// Who may work with the customer on the day: the agent, then the others by id.
    #[must_use]
    pub fn agents(&self) -> Vec<Text> {
        let shares = self.customer.shares.iter().filter(|share| days(share).contains(self.on));
        let mut others: Vec<Text> = shares.map(|share| share.agent.clone()).collect();
        others.sort_unstable();
        others.dedup();
        others.retain(|other| Some(other) != self.customer.agent.as_ref());
        self.customer.agent.iter().cloned().chain(others).collect()
    }

    /// Decides about a command.
    ///
    /// # Errors
    /// [`Code::CustomerShareOwn`], [`Code::CustomerShareIdTwice`], [`Code::CustomerShareTwice`],
    /// [`Code::CustomerDatesTurned`], [`Code::CustomerShareNoAgent`], [`Code::CustomerShareUnknown`],
    /// [`Code::CustomerShareOver`].
    pub fn decide(&self, command: &SharingCommand) -> Result<SharingDecision> {
        let mut customer = self.customer.clone();
        let mut findings = Vec::new();
        match command {
            SharingCommand::Share { share } => {
                let wrong = self.wrong(share).into_iter();
                let wrong = wrong.map(|error| error.at("share").within(Input::Sharing));
                Error::collect(wrong.collect())?;
                if share.valid_to.is_some_and(|last| last < self.on) {
                    let told = finding!(Code::CustomerShareOver, share = share.id, today = self.on);
                    findings.push(told.at("valid_to").at("share").within(Input::Sharing));
                }
                customer.shares.push(share.clone());
            }
            SharingCommand::Stop { share, last } => {
                let refused =
                    |error: Error, field: &'static str| error.at(field).within(Input::Sharing);
                let known = self.customer.shares.iter().map(|one| one.id.as_str());
                let found = customer.shares.iter_mut().find(|one| one.id == *share);
                let Some(found) = found else {
                    let error = Error::new(Code::CustomerShareUnknown).with("share", share);
                    return Err(refused(error.with_nearest(known, share), "share"));
                };
                if found.valid_to.is_some_and(|end| end <= *last) {
                    let error = Error::new(Code::CustomerShareEnded).with("share", share);
                    return Err(refused(error.with("last", last), "last"));
                }
                let stopped = Span::new(found.valid_from, Some(*last));
                if stopped.turned().is_some() {
                    let error = stopped.named_in(Error::new(Code::CustomerDatesTurned));
                    return Err(refused(error, "last"));
                }
                found.valid_to = Some(*last);
            }
        }
        let agents = Sharing::new(&customer, self.on).agents();
        let reads = vec![super::merge::read(self.customer)];
        Ok(SharingDecision { customer, agents, reads, findings })
    }

    fn wrong(&self, share: &CustomerShare) -> Vec<Error> {
        let mut errors: Vec<Error> =
            blank(Code::CustomerBlank, "id", &share.id).into_iter().collect();
        let days_of = days(share);
        if self.customer.agent.as_ref() == Some(&share.agent) {
            let error = Error::new(Code::CustomerShareOwn).with("agent", &share.agent);
            errors.push(error.at("agent"));
        }
        if share.agent.is_empty() {
            errors.push(Error::new(Code::CustomerShareNoAgent).at("agent"));
        }
        if days_of.turned().is_some() {
            let error = days_of.named_in(Error::new(Code::CustomerDatesTurned));
            errors.push(error.at("valid_to"));
        }
        if let Some(first) = self.customer.shares.iter().position(|one| one.id == share.id) {
            let error = Error::new(Code::CustomerShareIdTwice).with("share", &share.id);
            errors.push(error.with("first", first.saturating_add(1)).at("id"));
        }
        let own = self.customer.shares.iter().filter(|one| one.agent == share.agent);
        for other in own.filter(|one| one.id != share.id && days(one).meets(days_of)) {
            let error = Error::new(Code::CustomerShareTwice).with("agent", &share.agent);
            errors.push(error.with("share", &other.id).at("agent"));
        }
        errors
    }
}

fn days(share: &CustomerShare) -> Span<Date> {
    Span::new(share.valid_from, share.valid_to)
}
