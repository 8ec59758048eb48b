//! Decides whose customer it is (handbook §9.3).

use super::check;
use super::claim::{Claim, Origin, Pool, claims, pool};
use super::decision::{LoserReason, OwnerDecision, OwnerLoser, OwnerReason};
use super::departments;
use super::file::{CustomerFile, Families};
use super::policy::OwnershipPolicy;
use super::records::{AgentShare, OwnershipChangeKind, OwnershipRecords};
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Finding, Input, Result, both, finding};
use crate::number::Fraction;
use crate::opportunity::Entered;
use crate::organisation::Organisation;
use crate::{Date, Text};
use std::collections::BTreeMap;

/// Decides whose customer it is: the agent's whose claim was entered first, of those in force.
///
/// ```
/// use kaipan::opportunity::{FollowUp, FollowUpKind};
/// use kaipan::ownership::{OwnerReason, Ownership, OwnershipPolicy, OwnershipRecords};
/// let visit = |id: &str, agent: &str, entered: &str| -> kaipan::error::Result<FollowUp> {
///     let met = "2026-03-01T10:00:00".parse()?;
///     Ok(FollowUp::new(id, "C1", "P1", agent, FollowUpKind::Visit, met, entered.parse()?))
/// };
/// // Li met the customer in the same hour, and entered it later.
/// let records = OwnershipRecords::default().with_follow_ups(vec![
///     visit("F2", "Li", "2026-03-01T18:30:00")?,
///     visit("F1", "Wang", "2026-03-01T18:00:00")?,
/// ]);
/// let policy = OwnershipPolicy::default();
/// let ownership = Ownership::new(&policy, &records);
/// let decision = ownership.owner(&"C1".into(), &"P1".into(), "2026-03-02".parse()?)?;
/// assert_eq!(decision.owner.as_deref(), Some("Wang"));
/// assert_eq!((decision.why, decision.conflict), (OwnerReason::FirstRecorded, true));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Ownership<'a> {
    policy: &'a OwnershipPolicy,
    records: &'a OwnershipRecords,
    organisation: Option<&'a Organisation>,
}

impl<'a> Ownership<'a> {
    /// Decides by the rules of an office on records of any customers, in any order.
    pub fn new(policy: &'a OwnershipPolicy, records: &'a OwnershipRecords) -> Ownership<'a> {
        Ownership { policy, records, organisation: None }
    }

    optional_inputs! {
        /// The organisation: departments of the records that are none there are told.
        organisation: &'a Organisation;
    }

    /// Whose customer it is at a project, by what was entered by the end of a day.
    ///
    /// # Errors
    /// Rules and records that cannot be, each with its place; [`Code::OwnershipCustomerUnknown`]
    /// for a customer whom no record names.
    pub fn owner(&self, customer: &Text, project: &Text, as_of: Date) -> Result<OwnerDecision> {
        let checked = departments::checked(self.policy, self.records, self.organisation, &[]);
        let unknown = check::unknown(self.records, customer);
        let unknown = unknown.map(|one| one.within(Input::Customer));
        let ((), departments) = both(Error::collect(unknown.into_iter().collect()), checked)?;
        let families = Families::new(self.policy, self.records);
        let members = families.members(customer);
        let file = CustomerFile::of(self.records, &members, project, as_of);
        let found = decided(self.policy, &file, as_of)?;
        let family = members.iter().filter(|_| members.len() > 1);
        let mut decision = OwnerDecision {
            customer: customer.clone(),
            project: project.clone(),
            as_of,
            family: family.map(|one| Text::clone(one)).collect(),
            owner: found.owner.map(|claim| claim.agent.clone()),
            department: found.pool.map(|pool| pool.department.clone()),
            why: found.why,
            record: found.began().map(|(_, _, id)| id.clone()),
            since: found.began().map(|(time, _, _)| time),
            protected_until: match (found.owner, found.pool) {
                (Some(claim), _) => claim.until,
                (None, pool) => pool.and_then(|pool| pool.until),
            },
            losers: losers(&file, &found, as_of),
            conflict: found.conflict,
            split: found.split.clone(),
            findings: self.policy.told(),
        };
        decision.findings.extend(check::told(self.records, as_of, Some(Input::AsOf)));
        decision.findings.extend(departments.told(self.records));
        decision.findings.extend(told(&found, as_of));
        Ok(decision)
    }
}

/// What is found about a file.
pub(super) struct Found<'a> {
    /// All claims, in the order in which they began.
    pub(super) claims: Vec<Claim<'a>>,
    pub(super) owner: Option<Claim<'a>>,
    /// The claim of the department that has the customer; there is no owner then.
    pub(super) pool: Option<Pool<'a>>,
    /// The department's claim that has lapsed, if the latest change began one.
    pub(super) lapsed_pool: Option<Pool<'a>>,
    pub(super) why: OwnerReason,
    pub(super) conflict: bool,
    pub(super) split: Vec<AgentShare>,
}

impl<'a> Found<'a> {
    /// The place in the order of entry of what began the claim of the owner or the department.
    fn began(&self) -> Option<Entered<'a>> {
        let owner = self.owner.map(|claim| claim.origin.entered());
        owner.or(self.pool.map(|pool| pool.change.entered()))
    }
}

/// Whose customer it is, by the records of one file.
pub(super) fn decided<'a>(
    policy: &OwnershipPolicy,
    file: &CustomerFile<'a>,
    as_of: Date,
) -> Result<Found<'a>> {
    let claims = claims(policy, file);
    let (pool, lapsed_pool) = match pool(policy, file) {
        Some(pool) if pool.in_force(as_of) => (Some(pool), None),
        pool => (None, pool),
    };
    if pool.is_some() {
        let (owner, why, conflict, split) = (None, OwnerReason::Assigned, false, Vec::new());
        return Ok(Found { claims, owner, pool, lapsed_pool, why, conflict, split });
    }
    let mut in_force = claims.iter().filter(|claim| claim.in_force(as_of));
    let (owner, second) = (in_force.next().copied(), in_force.next().copied());
    let ruling = owner.and_then(|claim| match claim.origin {
        Origin::Change(change) if change.kind == OwnershipChangeKind::Ruled => Some(change),
        _ => None,
    });
    let conflict = second.is_some() && ruling.is_none();
    let split = match (ruling, owner, second) {
        (Some(ruling), _, _) => ruling.shares.clone(),
        (None, Some(owner), Some(second)) => divided(policy, owner, second)?,
        _ => Vec::new(),
    };
    let why = match owner {
        Some(owner) => why(owner, second),
        None if claims.is_empty() && lapsed_pool.is_none() => OwnerReason::NoClaim,
        None => OwnerReason::Lapsed,
    };
    Ok(Found { claims, owner, pool, lapsed_pool, why, conflict, split })
}

fn why(owner: Claim<'_>, second: Option<Claim<'_>>) -> OwnerReason {
    if let Origin::Change(change) = owner.origin {
        return match change.kind {
            OwnershipChangeKind::Assigned => OwnerReason::Assigned,
            OwnershipChangeKind::Reassigned => OwnerReason::Reassigned,
            OwnershipChangeKind::Ruled => OwnerReason::Ruled,
        };
    }
    let Some(second) = second else { return OwnerReason::OnlyClaim };
    let ((time, sequence, _), (later, after, _)) =
        (owner.origin.entered(), second.origin.entered());
    match (time == later, sequence == after) {
        (false, _) => OwnerReason::FirstRecorded,
        (true, false) => OwnerReason::SmallerSequence,
        (true, true) => OwnerReason::SmallerId,
    }
}

/// How the rules divide the commission between the owner and the second claim.
fn divided(
    policy: &OwnershipPolicy,
    owner: Claim<'_>,
    second: Claim<'_>,
) -> Result<Vec<AgentShare>> {
    let Some(split) = &policy.split else { return Ok(Vec::new()) };
    let day = |claim: Claim<'_>| claim.origin.entered().0.date();
    let apart = day(second).days_since(day(owner));
    let near = split.within_days.is_none_or(|days| apart <= i64::from(days));
    let (part, whole) = (split.owner_share.numerator(), split.owner_share.denominator());
    let rest = whole.checked_sub(part).filter(|rest| *rest > 0 && near);
    let Some(rest) = rest else { return Ok(Vec::new()) };
    let share = |claim: Claim<'_>, share| AgentShare { agent: claim.agent.clone(), share };
    Ok(vec![share(owner, split.owner_share), share(second, Fraction::new(rest, whole)?)])
}

/// Everybody else who had to do with the customer, and why he does not own him.
fn losers(file: &CustomerFile<'_>, found: &Found<'_>, as_of: Date) -> Vec<OwnerLoser> {
    // Everybody with the place in the order of entry of what he did first.
    let mut firsts: BTreeMap<&Text, Entered<'_>> = BTreeMap::new();
    let records = file.follow_ups.iter().chain(&file.false_ones);
    let records = records.map(|one| (&one.agent, one.entered()));
    let claims = found.claims.iter().map(|claim| (claim.agent, claim.origin.entered()));
    for (agent, entered) in records.chain(claims) {
        let first = firsts.entry(agent).or_insert(entered);
        *first = entered.min(*first);
    }
    let others = firsts.into_iter();
    let others = others.filter(|(agent, _)| found.owner.is_none_or(|owner| owner.agent != *agent));
    let mut losers: Vec<(Entered<'_>, OwnerLoser)> = Vec::new();
    for (agent, first) in others {
        let claim = found.claims.iter().find(|claim| claim.agent == agent);
        let mut own = file.follow_ups.iter().filter(|one| one.agent == *agent).peekable();
        let reason = match claim {
            Some(claim) if claim.in_force(as_of) => LoserReason::RecordedLater,
            Some(_) => LoserReason::Lapsed,
            None if own.peek().is_none() => LoserReason::FalseRecord,
            None if own.all(|one| file.is_service(one)) => LoserReason::ServedForOwner,
            None => LoserReason::Superseded,
        };
        let (recorded_at, _, record) = claim.map_or(first, |claim| claim.origin.entered());
        let until = claim.and_then(|claim| claim.until);
        let (agent, record) = (agent.clone(), record.clone());
        losers.push((first, OwnerLoser { agent, reason, record, recorded_at, until }));
    }
    losers.sort_by_key(|(first, _)| *first);
    losers.into_iter().map(|(_, loser)| loser).collect()
}

/// A conflict, a customer of a department, and one whose last claim has lapsed.
fn told(found: &Found<'_>, as_of: Date) -> Option<Finding> {
    let in_force = found.claims.iter().filter(|claim| claim.in_force(as_of)).count();
    let told = if let Some(pool) = found.pool {
        let date = pool.change.recorded_at.date();
        Some(finding!(Code::OwnershipAssigned, node = pool.department, date))
    } else if found.conflict {
        Some(finding!(Code::OwnershipConflict, count = in_force))
    } else if in_force == 0 {
        let last = found.claims.iter().max_by_key(|claim| (claim.until, claim.origin.entered()));
        let agent = last.and_then(|last| Some((last.agent, last.until?)));
        let pool = found.lapsed_pool.and_then(|pool| Some((pool.department, pool.until?)));
        // Of equal days the agent's record is the later one.
        let last = [pool, agent].into_iter().flatten().max_by_key(|(_, until)| *until);
        last.map(|(agent, date)| finding!(Code::OwnershipLapsed, agent, date))
    } else {
        None
    };
    told.map(|told| told.within(Input::Customer))
}
