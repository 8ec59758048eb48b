//! 撞单: which of several registrations that protect comes first.

use super::answer::{PhoneMatch, ProtectionState};
use super::standing::Standing;
use crate::channel::policy::{OverlapRule, ProtectionPolicy};
use crate::channel::registration::ChannelRegistration;
use crate::{Text, Time};
use std::cmp::Reverse;

/// A registration that is the customer's, or may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim<'a> {
    pub(super) registration: &'a ChannelRegistration,
    pub(super) standing: Standing,
    pub(super) matched: PhoneMatch,
}

impl Claim<'_> {
    pub(super) fn is_sure(&self) -> bool {
        self.matched == PhoneMatch::Sure
    }

    pub(super) fn is_protecting(&self) -> bool {
        self.standing.state == ProtectionState::Protecting
    }
}

/// What comes of claims.
pub(super) enum Decided<'a> {
    /// The claims that are protected, one for each channel; none if nobody is.
    Holders(Vec<Claim<'a>>),
    /// It depends on those that are not sure.
    Depends,
    /// By the policy a person asks first whose the hidden numbers are.
    Asks,
}

/// What decides which of two registrations comes first: visits where the rule looks at them, the
/// time that counts, the time of entry, the host's sequence, the id.
type Precedence<'a> = (bool, Option<Time>, Option<Reverse<Time>>, Time, Time, u32, &'a Text);

pub(super) fn precedence<'a>(
    policy: &ProtectionPolicy,
    registration: &'a ChannelRegistration,
    visit: Option<Time>,
) -> Precedence<'a> {
    let ChannelRegistration { id, sequence, recorded_at, .. } = registration;
    let (without, first, last) = match policy.overlap {
        OverlapRule::FirstRegistered | OverlapRule::Split => (false, None, None),
        OverlapRule::FirstVisit => (visit.is_none(), visit, None),
        OverlapRule::LastVisit => (visit.is_none(), None, visit.map(Reverse)),
    };
    (without, first, last, policy.time_of(registration), *recorded_at, *sequence, id)
}

/// Decides between claims that protect, given in the order of their precedence.
///
/// A claim that is not sure may be this customer's or not. The decision stands only if it is the
/// same channel whichever of them are; where nothing is sure, one channel has to be behind all of
/// them.
pub(super) fn decide<'a>(policy: &ProtectionPolicy, claims: &[Claim<'a>]) -> Decided<'a> {
    let sure = claims.iter().position(|claim| claim.is_sure());
    if depends(policy, claims, sure) {
        return Decided::Depends;
    }
    if sure.is_none() && !claims.is_empty() && !policy.lets_masked_decide() {
        return Decided::Asks;
    }
    let holds = claims.iter().filter(|claim| claim.is_sure() || sure.is_none());
    let mut holders: Vec<Claim<'a>> = Vec::new();
    for claim in holds {
        let is_new = !holders.iter().any(|holder| channel(holder) == channel(claim));
        if is_new && (holders.is_empty() || policy.overlap == OverlapRule::Split) {
            holders.push(*claim);
        }
    }
    Decided::Holders(holders)
}

/// Whether it makes a difference which of the claims that are not sure are the customer's; `sure` is
/// the place of the first that is.
fn depends(policy: &ProtectionPolicy, claims: &[Claim<'_>], sure: Option<usize>) -> bool {
    let Some(sure) = sure else { return are_several_channels(claims) };
    match policy.overlap {
        // Whoever stands before the first that is sure may come first.
        OverlapRule::FirstRegistered | OverlapRule::FirstVisit | OverlapRule::LastVisit => {
            are_several_channels(claims.get(..=sure).unwrap_or(claims))
        }
        // A channel shares as soon as one claim of it is the customer's.
        OverlapRule::Split => claims.iter().any(|claim| {
            !claims.iter().any(|other| other.is_sure() && channel(other) == channel(claim))
        }),
    }
}

fn are_several_channels(claims: &[Claim<'_>]) -> bool {
    let mut channels = claims.iter().map(channel);
    let first = channels.next();
    channels.any(|channel| Some(channel) != first)
}

fn channel<'c>(claim: &'c Claim<'_>) -> &'c Text {
    &claim.registration.channel
}
