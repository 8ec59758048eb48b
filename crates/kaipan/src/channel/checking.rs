//! Looking at what is written down about channels.

use super::allotment::{AllottedUnits, ChannelAllotment, allotted, conflicts};
use super::commission::{self, CommissionTerms};
use super::named::wrong_ids;
use super::policy::ProtectionPolicy;
use super::registration::{ChannelRegistration, wrong_names};
use crate::builder::{inputs, optional_inputs};
use crate::check::{KnownNames, blank};
use crate::error::{Code, Error, Finding, Input, MOST, Result, told};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Looks at registrations, allotted units and terms of channels.
///
/// ```
/// use kaipan::channel::*;
/// let at = "2026-02-27T18:00:00".parse()?;
/// let allotments = [
///     ChannelAllotment::new("A-1", "channel-a", "p1", vec!["101".into(), "102".into()], at),
///     ChannelAllotment::new("A-2", "channel-b", "p1", vec!["102".into()], at),
/// ];
/// let sheet = ChannelChecking::new("2026-03-01".parse()?).allotments(&allotments).sheet()?;
/// assert_eq!(sheet.allotted[0].count, 2);
/// assert_eq!(sheet.findings[0].code, kaipan::error::Code::ChannelUnitTwice);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct ChannelChecking<'a> {
    on: Date,
    policy: Option<&'a ProtectionPolicy>,
    registrations: &'a [ChannelRegistration],
    allotments: &'a [ChannelAllotment],
    terms: &'a [CommissionTerms],
    units: &'a [Text],
}

/// What there is to say about channels.
#[boundary(answer)]
pub struct ChannelSheet {
    /// The units that each channel may sell on the day, by channel and project.
    #[boundary(required)]
    pub allotted: Vec<AllottedUnits>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ChannelSheet: findings);

impl<'a> ChannelChecking<'a> {
    /// What is looked at, on a day.
    pub fn new(on: Date) -> ChannelChecking<'a> {
        ChannelChecking {
            on,
            policy: None,
            registrations: &[],
            allotments: &[],
            terms: &[],
            units: &[],
        }
    }

    optional_inputs! {
        /// How registrations protect.
        policy: &'a ProtectionPolicy;
    }

    inputs! {
        /// Registrations, in any order.
        registrations: &'a [ChannelRegistration];
        /// Units allotted to channels, in any order.
        allotments: &'a [ChannelAllotment];
        /// What channels are promised.
        terms: &'a [CommissionTerms];
        /// The numbers of the units that there are; allotted ones are not looked up if empty.
        units: &'a [Text];
    }

    /// What there is to say.
    ///
    /// # Errors
    /// Blank ids and names, ids given twice, dates that are turned; a policy that cannot be, as
    /// [`super::Protection::new`]; terms of wrong amounts ([`ChannelAmount`]), parts that do not come
    /// to 1 ([`ChannelParts`]), claw-backs out of order, or two for one day ([`ChannelTermsOverlap`]).
    ///
    /// [`ChannelAmount`]: crate::error::Code::ChannelAmount
    /// [`ChannelParts`]: crate::error::Code::ChannelParts
    /// [`ChannelTermsOverlap`]: crate::error::Code::ChannelTermsOverlap
    pub fn sheet(&self) -> Result<ChannelSheet> {
        let mut errors = self.policy.map(ProtectionPolicy::errors).unwrap_or_default();
        errors.extend(wrong_names(self.registrations));
        errors.extend(self.wrong_allotments());
        errors.extend(commission::errors(self.terms));
        Error::collect(errors)?;
        let mut findings = self.policy.map(ProtectionPolicy::findings).unwrap_or_default();
        findings.extend(commission::findings(self.terms));
        findings.extend(listed(self.of_registrations(), Input::Registrations));
        let mut of_units = self.unknown_units();
        of_units.extend(conflicts(self.allotments));
        findings.extend(listed(of_units, Input::Allotments));
        Ok(ChannelSheet { allotted: allotted(self.allotments, self.on), findings })
    }

    fn wrong_allotments(&self) -> Vec<Error> {
        let mut errors = wrong_ids(self.allotments, "id", |one| &one.id, Input::Allotments);
        for (at, one) in self.allotments.iter().enumerate() {
            let names = [("channel", &one.channel), ("project", &one.project)];
            let blanks = names
                .into_iter()
                .filter_map(|(field, name)| blank(Code::ChannelBlank, field, name));
            let own = one.turned().into_iter().chain(blanks);
            errors.extend(own.map(|error| error.at(at).within(Input::Allotments)));
        }
        errors
    }

    fn of_registrations(&self) -> Vec<Finding> {
        let all = self.registrations.iter().enumerate().flat_map(|(at, one)| {
            let unreadable = one.read_phone().err().map(Error::finding);
            let own = unreadable.into_iter().chain(one.contradictions());
            let own = own.chain(one.far_off(self.on));
            own.map(move |told| told.at(at).within(Input::Registrations))
        });
        all.collect()
    }

    fn unknown_units(&self) -> Vec<Finding> {
        if self.units.is_empty() {
            return Vec::new();
        }
        let known = KnownNames::new(self.units.iter().map(Text::as_str));
        let known = &known;
        let all = self.allotments.iter().enumerate().flat_map(|(at, one)| {
            one.units.iter().enumerate().filter_map(move |(place, unit)| {
                let told = known.nowhere(("unit", "房间"), unit)?;
                Some(told.at(place).at("units").at(at).within(Input::Allotments))
            })
        });
        all.collect()
    }
}

/// The first of them, and how many more there are.
fn listed(told: Vec<Finding>, input: Input) -> Vec<Finding> {
    let more = told.len().saturating_sub(MOST);
    let rest = (more > 0).then(|| Error::unlisted(more).within(input).finding());
    told.into_iter().take(MOST).chain(rest).collect()
}
