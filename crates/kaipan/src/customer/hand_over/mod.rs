//! 离职交接: everything that an agent holds goes to others when the agent leaves (handbook §9.1).

mod record;

pub use record::{
    ActiveAgent, HandOver, HandOverSheet, HandOverTotal, Holding, HoldingKind, HoldingLeft,
    HoldingMove, Successor,
};

use crate::check::{Span, blank, with_repeats};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::{Date, StreamKind, StreamRead, Text};
use std::collections::BTreeMap;

/// Hands over what an agent holds.
///
/// ```
/// use kaipan::customer::*;
/// let holdings = [
///     Holding::new(HoldingKind::Customer, "C-1", "alice"),
///     Holding::new(HoldingKind::Deal, "D-1", "alice").with_customer("C-1").with_project("P-1"),
/// ];
/// let bob = Successor::new("bob");
/// let hand_over = HandOver::new("alice", "2026-03-31".parse()?, "manager", vec![bob]);
/// let sheet = HandingOver::new(&holdings, &hand_over).sheet()?;
/// assert!(sheet.left.is_empty());
/// assert_eq!((sheet.moves[1].id.as_str(), sheet.moves[1].to.as_str()), ("D-1", "bob"));
/// assert_eq!(sheet.moves[0].from_day.to_string(), "2026-04-01");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct HandingOver<'a> {
    holdings: &'a [Holding],
    hand_over: &'a HandOver,
}

impl<'a> HandingOver<'a> {
    /// Everything that agents hold (that of other agents stays), and the hand-over.
    pub fn new(holdings: &'a [Holding], hand_over: &'a HandOver) -> HandingOver<'a> {
        HandingOver { holdings, hand_over }
    }

    /// Who takes over what.
    ///
    /// # Errors
    /// [`Code::CustomerBlank`], [`Code::CustomerHoldingTwice`], [`Code::CustomerSuccessorSelf`],
    /// [`Code::CustomerSuccessorTwice`], [`Code::CustomerSuccessorKind`],
    /// [`Code::CustomerSuccessorUnknown`], [`Code::CustomerSuccessorGone`],
    /// [`Code::CustomerHandOverLast`].
    pub fn sheet(&self) -> Result<HandOverSheet> {
        let Some(from_day) = self.hand_over.last_day.add_days(1) else {
            let error = Error::new(Code::CustomerHandOverLast).at("last_day");
            return Err(error.within(Input::HandOver));
        };
        Error::collect(self.errors(from_day))?;
        let own = self.holdings.iter().filter(|one| one.agent == self.hand_over.from);
        let mut own: Vec<&Holding> = own.collect();
        own.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
        let mut used = vec![false; self.hand_over.successors.len()];
        let (mut moves, mut left, mut reads) = (Vec::new(), Vec::new(), Vec::new());
        let mut totals: BTreeMap<(&Text, HoldingKind), u32> = BTreeMap::new();
        for holding in &own {
            let (kind, id) = (holding.kind, holding.id.clone());
            reads.extend(stream(holding));
            let Some((at, successor)) = self.successor(holding) else {
                left.push(HoldingLeft { kind, id });
                continue;
            };
            if let Some(slot) = used.get_mut(at) {
                *slot = true;
            }
            let count = totals.entry((&successor.agent, kind)).or_default();
            *count = count.saturating_add(1);
            let (from, to) = (holding.agent.clone(), successor.agent.clone());
            moves.push(HoldingMove { kind, id, from, to, from_day });
        }
        let totals = totals.into_iter();
        let total = |((agent, kind), count): ((&Text, HoldingKind), u32)| HandOverTotal {
            agent: agent.clone(),
            kind,
            count,
        };
        let findings = self.findings(&own, &moves, &left, &used);
        Ok(HandOverSheet { totals: totals.map(total).collect(), moves, left, reads, findings })
    }

    /// The row that is most precise for a thing, with its place.
    fn successor(&self, holding: &Holding) -> Option<(usize, &'a Successor)> {
        let rows = self.hand_over.successors.iter().enumerate();
        let fitting = rows.filter(|(_, row)| row.takes(holding));
        fitting.max_by_key(|(at, row)| (row.precision(), std::cmp::Reverse(*at)))
    }

    fn errors(&self, from_day: Date) -> Vec<Error> {
        let HandOver { from, by, .. } = self.hand_over;
        let named = [("from", from), ("by", by)]
            .into_iter()
            .filter_map(|(field, id)| blank(Code::CustomerBlank, field, id));
        let mut errors: Vec<Error> = named.map(|error| error.within(Input::HandOver)).collect();
        for (at, holding, first) in with_repeats(self.holdings, |one| (one.kind, one.id.as_str())) {
            if let Some(first) = first {
                let error = Error::new(Code::CustomerHoldingTwice).with("id", &holding.id);
                errors.push(error.with("first", first).at("id").at(at).within(Input::Holdings));
            }
        }
        let successors = &self.hand_over.successors;
        let key =
            |row: &Successor| (row.kind, row.id.clone(), row.customer.clone(), row.project.clone());
        for (at, row, first) in with_repeats(successors, key) {
            let placed = |error: Error, field: &'static str| {
                error.at(field).at(at).at("successors").within(Input::HandOver)
            };
            let about = |code| Error::new(code).with("agent", &row.agent);
            if let Some(error) = blank(Code::CustomerBlank, "agent", &row.agent) {
                errors.push(error.at(at).at("successors").within(Input::HandOver));
                continue;
            }
            if row.agent == self.hand_over.from {
                errors.push(placed(about(Code::CustomerSuccessorSelf), "agent"));
            }
            if row.id.is_some() && row.kind.is_none() {
                errors.push(placed(about(Code::CustomerSuccessorKind), "kind"));
            }
            if let Some(first) = first {
                let error = about(Code::CustomerSuccessorTwice).with("first", first);
                errors.push(placed(error, "agent"));
            }
            errors.extend(self.absent(&row.agent, from_day).map(|error| placed(error, "agent")));
        }
        errors
    }

    /// Why an agent cannot take over on a day; nothing is known if no agents are given.
    fn absent(&self, agent: &Text, day: Date) -> Option<Error> {
        let all = &self.hand_over.agents;
        let mut own = all.iter().filter(|one| one.agent == *agent).peekable();
        if all.is_empty() {
            return None;
        }
        if own.peek().is_none() {
            let known = all.iter().map(|one| one.agent.as_str());
            let error = Error::new(Code::CustomerSuccessorUnknown).with("agent", agent);
            return Some(error.with_nearest(known, agent));
        }
        let is_there = own.any(|one| Span::new(one.valid_from, one.valid_to).contains(day));
        let error =
            || Error::new(Code::CustomerSuccessorGone).with("agent", agent).with("day", day);
        (!is_there).then(error)
    }

    fn findings(
        &self,
        own: &[&Holding],
        moves: &[HoldingMove],
        left: &[HoldingLeft],
        used: &[bool],
    ) -> Vec<Finding> {
        let mut told = Vec::new();
        if own.is_empty() {
            let agents = self.holdings.iter().map(|one| one.agent.as_str());
            let from = &self.hand_over.from;
            let error = Error::new(Code::CustomerHandOverNothing).with("agent", from);
            let error = error.with_nearest(agents, from).at("from").within(Input::HandOver);
            told.push(error.finding());
        }
        if !left.is_empty() {
            let ids: Vec<&str> = left.iter().map(|one| one.id.as_str()).collect();
            let error = Error::new(Code::CustomerHandOverLeft).with("count", left.len());
            let error = error.with_long("ids", ids.join(", ")).at("successors");
            told.push(error.within(Input::HandOver).finding());
        }
        for (at, _) in used.iter().enumerate().filter(|(_, used)| !**used) {
            let one = finding!(Code::CustomerSuccessorUnused, number = at.saturating_add(1));
            told.push(one.at(at).at("successors").within(Input::HandOver));
        }
        let to: BTreeMap<(HoldingKind, &Text), &Text> =
            moves.iter().map(|one| ((one.kind, &one.id), &one.to)).collect();
        for holding in own {
            let Some(customer) = &holding.customer else { continue };
            let taken = to.get(&(holding.kind, &holding.id));
            let of_customer = to.get(&(HoldingKind::Customer, customer));
            if taken.zip(of_customer).is_some_and(|(one, other)| one != other) {
                told.push(finding!(Code::CustomerHandOverSplit, id = holding.id, customer));
            }
        }
        told
    }
}

impl Successor {
    /// Whether a thing falls under the row.
    fn takes(&self, holding: &Holding) -> bool {
        let is_customer = holding.kind == HoldingKind::Customer;
        let customer = if is_customer { Some(&holding.id) } else { holding.customer.as_ref() };
        self.kind.is_none_or(|kind| kind == holding.kind)
            && self.id.as_ref().is_none_or(|id| *id == holding.id)
            && self.customer.as_ref().is_none_or(|own| Some(own) == customer)
            && self.project.as_ref().is_none_or(|own| Some(own) == holding.project.as_ref())
    }

    /// What it names, the most precise first.
    fn precision(&self) -> [bool; 4] {
        [self.id.is_some(), self.customer.is_some(), self.project.is_some(), self.kind.is_some()]
    }
}

/// The stream of a thing, as it was seen.
fn stream(holding: &Holding) -> Option<StreamRead> {
    let kind = match holding.kind {
        HoldingKind::Customer => StreamKind::Customer,
        HoldingKind::Deal => StreamKind::Deal,
        HoldingKind::Opportunity | HoldingKind::Task | HoldingKind::Service => return None,
    };
    Some(StreamRead::new(kind, holding.id.clone(), holding.version))
}
