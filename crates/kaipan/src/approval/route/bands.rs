//! Bands of amounts: at one node they take every amount, and each amount once.

use super::table::{ApprovalRoute, RouteTable};
use crate::Date;
use crate::approval::kind::ApprovalKind;
use crate::error::{Code, Error};
use crate::number::Money;

impl RouteTable {
    /// Holes and overlaps, told once for each kind at each node, at the route after which they are.
    pub(super) fn wrong_bands(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        for kind in ApprovalKind::ALL {
            let mut nodes: Vec<Option<&str>> =
                self.of(*kind).map(|(_, one)| one.node.as_deref()).collect();
            nodes.sort_unstable();
            nodes.dedup();
            for node in nodes {
                let routes: Vec<(usize, &ApprovalRoute)> =
                    self.of(*kind).filter(|(_, one)| one.node.as_deref() == node).collect();
                errors.extend(wrong_on_some_day(*kind, &routes));
            }
        }
        errors
    }

    fn of(&self, kind: ApprovalKind) -> impl Iterator<Item = (usize, &ApprovalRoute)> {
        self.routes.iter().enumerate().filter(move |(_, one)| one.kinds.contains(&kind))
    }
}

/// The first day on which something is wrong is a day on which a route begins, or has just ended.
fn wrong_on_some_day(kind: ApprovalKind, routes: &[(usize, &ApprovalRoute)]) -> Option<Error> {
    let begins = routes.iter().map(|(_, one)| one.valid_from.unwrap_or(Date::FIRST));
    let ended = routes.iter().filter_map(|(_, one)| one.valid_to.and_then(|day| day.add_days(1)));
    let mut days: Vec<Date> = begins.chain(ended).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().find_map(|day| wrong_on(kind, routes, day))
}

fn wrong_on(kind: ApprovalKind, routes: &[(usize, &ApprovalRoute)], day: Date) -> Option<Error> {
    let in_force = routes.iter().filter(|(_, one)| one.days().contains(day));
    let mut in_force: Vec<&(usize, &ApprovalRoute)> = in_force.collect();
    in_force.sort_by_key(|(_, one)| one.above);
    let first = in_force.first()?;
    let about = |code: Code, at: usize| {
        let error = Error::new(code).with("kind_zh", kind.chinese()).with("kind", kind.word());
        // Open from the beginning.
        let since = if day == Date::FIRST { "…".to_owned() } else { day.to_string() };
        error.with("day", since).at(at).at("routes")
    };
    let shown =
        |amount: Option<Money>| amount.map_or_else(|| "…".to_owned(), |one| one.to_string());
    let hole = |from: Option<Money>, to: Option<Money>, at: usize| {
        about(Code::ApprovalRouteHole, at).with("from", shown(from)).with("to", shown(to))
    };
    if let Some(above) = first.1.above {
        return Some(hole(None, Some(above), first.0));
    }
    for (lower, higher) in in_force.iter().zip(in_force.iter().skip(1)) {
        let (end, begin) = (lower.1.up_to, higher.1.above);
        if end.is_none() || begin < end {
            let error = about(Code::ApprovalRouteOverlap, higher.0);
            return Some(error.with("code", &higher.1.code).with("other", &lower.1.code));
        }
        if begin > end {
            return Some(hole(end, begin, higher.0));
        }
    }
    let last = in_force.last()?;
    last.1.up_to.map(|up_to| hole(Some(up_to), None, last.0))
}
