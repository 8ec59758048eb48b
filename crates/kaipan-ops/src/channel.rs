//! `channel.…`: whose customer somebody is, what channels may sell, what they are promised.

pub use kaipan::channel::{ChannelSheet, CustomerProtection};

use kaipan::channel::{
    ChannelAllotment, ChannelChecking, ChannelRegistration, CommissionTerms, Protection,
    ProtectionPolicy,
};
use kaipan::error::Result;
use kaipan::{Date, Text, Time};
use kaipan_derive::boundary;

/// A request to say which channel is protected for a customer.
#[boundary]
pub struct ChannelProtectRequest {
    /// How registrations protect; as the handbook has it if absent.
    pub policy: Option<ProtectionPolicy>,
    /// The registrations, in any order; those of other projects are left out.
    #[boundary(required)]
    pub registrations: Vec<ChannelRegistration>,
    /// The project.
    pub project: Text,
    /// The customer's phone; its middle may be hidden.
    pub phone: Text,
    /// The customer's id, if it is known.
    pub customer: Option<Text>,
    /// The time looked at; what happened later does not count.
    pub at: Time,
    /// When the sales office itself met the customer, in any order.
    pub own_contacts: Vec<Time>,
}

/// `channel.protect`: which channel is protected for a customer at a time, and why.
///
/// # Errors
/// As [`Protection::new`] and [`Protection::for_customer`].
pub fn protect(request: &ChannelProtectRequest) -> Result<CustomerProtection> {
    let project = request.project.clone();
    let policy = request.policy.clone().unwrap_or_default();
    Protection::new(&policy, &request.registrations, project)?
        .customer(request.customer.as_ref())
        .own_contacts(&request.own_contacts)
        .for_customer(&request.phone, request.at)
}

/// A request to look at what is written down about channels.
#[boundary]
pub struct ChannelCheckRequest {
    /// The day looked at.
    pub on: Date,
    /// How registrations protect.
    pub policy: Option<ProtectionPolicy>,
    /// Registrations, in any order.
    pub registrations: Vec<ChannelRegistration>,
    /// Units allotted to channels, in any order.
    pub allotments: Vec<ChannelAllotment>,
    /// What channels are promised.
    pub terms: Vec<CommissionTerms>,
    /// The numbers of the units that there are; allotted ones are not looked up if empty.
    pub units: Vec<Text>,
}

/// `channel.check`: mistakes in registrations, allotments and terms; what each channel may sell.
///
/// # Errors
/// As [`ChannelChecking::sheet`].
pub fn check(request: &ChannelCheckRequest) -> Result<ChannelSheet> {
    ChannelChecking::new(request.on)
        .policy(request.policy.as_ref())
        .registrations(&request.registrations)
        .allotments(&request.allotments)
        .terms(&request.terms)
        .units(&request.units)
        .sheet()
}
