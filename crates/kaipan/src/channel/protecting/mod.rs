//! 判客: whose customer somebody is (handbook §37.2 to §37.4).

mod answer;
mod overlap;
mod standing;

pub use answer::{
    CustomerProtection, PhoneMatch, ProtectionCandidate, ProtectionHolder, ProtectionOutcome,
    ProtectionState,
};

use super::policy::ProtectionPolicy;
use super::registration::{ChannelRegistration, wrong_names};
use crate::builder::{inputs, optional_inputs};
use crate::check::{days, refer};
use crate::customer::{Phone, PhoneAgreement};
use crate::error::{At, Code, Error, Finding, Input, MOST, Result, both, finding};
use crate::number::Fraction;
use crate::{Label, Text, Time};
use overlap::{Claim, Decided, decide, precedence};
use standing::Standing;
use std::collections::BTreeSet;

/// Says which channel is protected for a customer at a time.
///
/// The answer does not depend on the order of the registrations. Equal times are decided by the
/// host's sequence number, then by id. What happened after the time looked at does not count.
///
/// ```
/// use kaipan::channel::*;
/// let at = |text: &str| text.parse::<kaipan::Time>();
/// let (ten, eleven) = (at("2026-03-01T10:00:00")?, at("2026-03-01T11:00:00")?);
/// let registrations = [
///     ChannelRegistration::new("R-2", "p1", "late", "13800011234", eleven, eleven),
///     ChannelRegistration::new("R-1", "p1", "first", "138****1234", ten, ten),
/// ];
/// let policy = ProtectionPolicy::default();
/// let protection = Protection::new(&policy, &registrations, "p1")?;
/// // Whether R-1 is about this customer is not known, and it makes the difference.
/// let answer = protection.for_customer("138 0001 1234", at("2026-03-05T15:00:00")?)?;
/// assert_eq!(answer.outcome, ProtectionOutcome::Ambiguous);
/// assert_eq!(answer.candidates.len(), 2);
/// let other = protection.for_customer("13900001234", at("2026-03-05T15:00:00")?)?;
/// assert_eq!(other.outcome, ProtectionOutcome::Nobody);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Protection<'a> {
    policy: &'a ProtectionPolicy,
    registrations: &'a [ChannelRegistration],
    /// The phone of each registration; `None` if it cannot be read.
    phones: Vec<Option<Phone>>,
    project: Text,
    customer: Option<&'a Text>,
    own_contacts: &'a [Time],
}

impl<'a> Protection<'a> {
    /// With the registrations, in any order, for a project.
    ///
    /// # Errors
    /// [`Code::ChannelIdTwice`], [`Code::ChannelBlank`]; a policy that cannot be: [`Code::ChannelDays`],
    /// [`Code::ChannelManyDays`], [`Code::ChannelDatesTurned`], [`Code::ChannelRulesOverlap`].
    pub fn new(
        policy: &'a ProtectionPolicy,
        registrations: &'a [ChannelRegistration],
        project: impl Into<Text>,
    ) -> Result<Protection<'a>> {
        let mut errors = policy.errors();
        errors.extend(wrong_names(registrations));
        let project = project.into();
        let nameless = || Error::new(Code::ChannelBlank).with("field", "project");
        let is_blank = project.trim().is_empty();
        errors.extend(is_blank.then(|| nameless().within(Input::Project)));
        Error::collect(errors)?;
        let phones = registrations.iter().map(|one| one.read_phone().ok()).collect();
        Ok(Protection { policy, registrations, phones, project, customer: None, own_contacts: &[] })
    }

    optional_inputs! {
        /// The id of the customer, if it is known: registrations that name it are surely the
        /// customer's, and one of a hidden phone that names another is not.
        customer: &'a Text;
    }

    inputs! {
        /// When the sales office itself met the customer, in any order.
        own_contacts: &'a [Time];
    }

    /// Which channel is protected for the customer with this phone at a time.
    ///
    /// # Errors
    /// A phone that cannot be read: [`Code::CustomerPhone`], [`Code::CustomerPhonePlaceholder`];
    /// [`Code::ChannelBlank`] for an id of a customer that is blank.
    pub fn for_customer(&self, phone: &str, at: Time) -> Result<CustomerProtection> {
        let blank = self.customer.filter(|customer| customer.trim().is_empty());
        let blank = blank.map(|_| Error::new(Code::ChannelBlank).with("field", "customer"));
        let blank = Error::collect(blank.into_iter().collect()).within(Input::Customer);
        let (phone, ()) = both(Phone::read(phone).within(Input::Phone), blank)?;
        let (claims, told) = self.claims(&phone, at);
        let mut findings = self.policy.findings();
        findings.extend(self.nothing_there(at));
        findings.extend(told);
        let protecting = claims.iter().filter(|claim| claim.is_protecting());
        let protecting: Vec<Claim<'a>> = protecting.copied().collect();
        let (outcome, holders) = match decide(self.policy, &protecting) {
            decided @ (Decided::Depends | Decided::Asks) => {
                findings.push(undecided(&decided, &protecting));
                (ProtectionOutcome::Ambiguous, Vec::new())
            }
            Decided::Holders(holders) => match holders.len() {
                0 => (ProtectionOutcome::Nobody, holders),
                1 => (ProtectionOutcome::Protected, holders),
                _ => (ProtectionOutcome::Shared, holders),
            },
        };
        findings.extend(said(&holders, &protecting));
        findings.extend(claims.iter().filter_map(not_protecting));
        let candidates = claims.iter().map(|claim| candidate(claim, &holders));
        Ok(CustomerProtection {
            outcome,
            candidates: candidates.collect(),
            holders: shared(&holders)?,
            findings,
        })
    }

    /// The registrations that are the customer's or may be, in the order of their precedence, and
    /// what there is to say about registrations.
    fn claims(&self, asked: &Phone, at: Time) -> (Vec<Claim<'a>>, Vec<Finding>) {
        let mut claims = Vec::new();
        let mut told = Vec::new();
        for (place, (one, own)) in self.registrations.iter().zip(&self.phones).enumerate() {
            if one.project != self.project {
                continue;
            }
            let unreadable = own.is_none().then(|| one.read_phone().err()).flatten();
            told.extend(unreadable.map(|error| error.finding().at(place)));
            let Some(matched) = self.matched(one, own.as_ref(), asked) else { continue };
            let odd = one.contradictions().into_iter().chain(one.far_off(at.date()));
            told.extend(odd.map(|finding| finding.at(place)));
            let standing = Standing::of(one, self.policy, self.own_contacts, at);
            claims.push(Claim { registration: one, standing, matched });
        }
        claims.sort_by(|one, two| self.rank(one).cmp(&self.rank(two)));
        let more = told.len().saturating_sub(MOST);
        told.truncate(MOST);
        told.extend((more > 0).then(|| Error::unlisted(more).finding()));
        (claims, told.into_iter().map(|finding| finding.within(Input::Registrations)).collect())
    }

    /// A project that no registration names, and a time before every registration.
    fn nothing_there(&self, at: Time) -> Vec<Finding> {
        let projects: BTreeSet<&str> =
            self.registrations.iter().map(|one| one.project.as_str()).collect();
        let known = projects.iter().copied();
        let unknown = (!projects.is_empty())
            .then(|| refer::nowhere(("project", "项目"), &self.project, known))
            .flatten();
        let own = self.registrations.iter().filter(|one| one.project == self.project);
        let early = days::before_all(at.date(), own.map(|one| one.recorded_at.date()));
        let unknown = unknown.map(|found| found.within(Input::Project));
        unknown.into_iter().chain(early.map(|found| found.within(Input::At))).collect()
    }

    fn rank(&self, claim: &Claim<'a>) -> impl Ord {
        precedence(self.policy, claim.registration, claim.standing.visit)
    }

    /// Whether a registration is the customer's; `None` if it is not.
    fn matched(
        &self,
        one: &ChannelRegistration,
        own: Option<&Phone>,
        asked: &Phone,
    ) -> Option<PhoneMatch> {
        let ids = self.customer.zip(one.customer.as_ref());
        if ids.is_some_and(|(asked, own)| asked == own) {
            return Some(PhoneMatch::Sure);
        }
        match own?.agreement(asked) {
            PhoneAgreement::Same => Some(PhoneMatch::Sure),
            // It was found out whose it is.
            PhoneAgreement::Possible if ids.is_some() => None,
            PhoneAgreement::Possible => Some(PhoneMatch::Possible),
            PhoneAgreement::Other => None,
        }
    }
}

/// Holders with equal shares.
fn shared(holders: &[Claim<'_>]) -> Result<Vec<ProtectionHolder>> {
    let count = i64::try_from(holders.len()).map_err(|_| Error::new(Code::NumberOverflow))?;
    let holder = |claim: &Claim<'_>| {
        let ChannelRegistration { id, channel, broker, .. } = claim.registration;
        Ok(ProtectionHolder {
            registration: id.clone(),
            channel: channel.clone(),
            broker: broker.clone(),
            share: Fraction::new(1, count)?,
            since: claim.standing.since,
            until: claim.standing.until,
        })
    };
    holders.iter().map(holder).collect()
}

fn candidate(claim: &Claim<'_>, holders: &[Claim<'_>]) -> ProtectionCandidate {
    let ChannelRegistration { id, channel, broker, .. } = claim.registration;
    let is_holder = holders.iter().any(|holder| holder.registration.id == *id);
    let is_behind = claim.is_protecting() && !is_holder;
    // One of a channel that shares stands behind the registration by which that channel does.
    let of_channel = holders.iter().find(|holder| holder.registration.channel == *channel);
    let before = of_channel.or(holders.first()).filter(|_| is_behind);
    ProtectionCandidate {
        registration: id.clone(),
        channel: channel.clone(),
        broker: broker.clone(),
        phone: claim.registration.read_phone().ok().map(|phone| phone.shown().into()),
        matched: claim.matched,
        state: claim.standing.state,
        until: claim.standing.until,
        behind: before.map(|holder| holder.registration.id.clone()),
    }
}

/// Why a person has to decide.
fn undecided(decided: &Decided<'_>, claims: &[Claim<'_>]) -> Finding {
    let ids = listed(claims.iter().map(|claim| &claim.registration.id));
    match decided {
        Decided::Asks => finding!(Code::ChannelMaskAsked, ids),
        _ => finding!(Code::ChannelAmbiguous, count = claims.len(), ids),
    }
}

/// What a person should read about the channels that are protected.
fn said(holders: &[Claim<'_>], claims: &[Claim<'_>]) -> Option<Finding> {
    let first = holders.first()?;
    let id = &first.registration.id;
    if !first.is_sure() {
        return Some(finding!(Code::ChannelByMask, id));
    }
    let is_holder = |id: &Text| holders.iter().any(|holder| holder.registration.id == *id);
    let others = claims.iter().map(|claim| &claim.registration.id).filter(|id| !is_holder(id));
    let ids = listed(others);
    (!ids.is_empty()).then(|| finding!(Code::ChannelOverlap, id, ids))
}

/// Why a registration that is surely the customer's was of no use, where somebody will ask.
fn not_protecting(claim: &Claim<'_>) -> Option<Finding> {
    let state = claim.standing.state;
    let is_asked = matches!(
        state,
        ProtectionState::OwnCustomer
            | ProtectionState::VisitBefore
            | ProtectionState::LeadTooShort
            | ProtectionState::VisitLate
            | ProtectionState::NoRule
    );
    let told = || {
        finding!(
            Code::ChannelNotProtecting,
            id = claim.registration.id,
            state = state.english(),
            state_zh = state.chinese()
        )
    };
    (is_asked && claim.is_sure()).then(told)
}

fn listed<'i>(ids: impl Iterator<Item = &'i Text>) -> Label {
    let ids: Vec<&str> = ids.map(Text::as_str).collect();
    Label::from(ids.join(", "))
}
