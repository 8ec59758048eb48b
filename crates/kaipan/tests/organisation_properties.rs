//! The organisation (handbook §22.1, §22.4): answers by a naive second way, in whatever order nodes,
//! grants and assignments are given.

use kaipan::Date;
use kaipan::organisation::{
    Act, Assignment, Grant, GrantScope, OrgKind, OrgMembership, OrgNode, OrgTree, Organisation,
    Rights, Role, RoleTable,
};
use proptest::prelude::*;

/// Days of the test: the n-th of a span of two months.
fn day(n: u32) -> Date {
    Date::from_ymd(2026, 5, 1).unwrap().add_days(n).unwrap()
}

/// A department moves among others that are before it in the list: on `moves` days, to `homes`.
#[derive(Debug, Clone)]
struct Team {
    moves: Vec<u32>,
    homes: Vec<usize>,
}

fn teams() -> impl Strategy<Value = Vec<Team>> {
    let team =
        (prop::collection::btree_set(1_u32..60, 0..4), prop::collection::vec(0_usize..100, 4))
            .prop_map(|(moves, homes)| Team { moves: moves.into_iter().collect(), homes });
    prop::collection::vec(team, 1..12)
}

fn id(at: usize) -> String {
    format!("N{at}")
}

/// The home of a team on a day: that of the last move.
fn home(team: &Team, at: usize, on: u32) -> usize {
    let moves = team.moves.iter().filter(|first| **first <= on).count();
    team.homes[moves] % (at + 1)
}

fn organisation(teams: &[Team]) -> Organisation {
    let head = OrgNode::new(id(0), OrgKind::Headquarters, "总部");
    let rest = teams.iter().enumerate().map(|(at, team)| {
        let starts = [None].into_iter().chain(team.moves.iter().copied().map(Some));
        let ends = team.moves.iter().copied().map(Some).chain([None]);
        let parents = starts.zip(ends).enumerate().map(|(turn, (start, end))| {
            let mut one = OrgMembership::new(id(team.homes[turn] % (at + 1)));
            one.valid_from = start.map(day);
            one.valid_to = end.map(|end| day(end - 1));
            one
        });
        OrgNode::new(id(at + 1), OrgKind::Department, "部门").with_parents(parents.collect())
    });
    Organisation::new(std::iter::once(head).chain(rest).collect())
}

/// Climbs one step at a time.
fn naive_holds(teams: &[Team], outer: usize, inner: usize, on: u32) -> bool {
    let mut at = inner;
    loop {
        if at == outer {
            return true;
        }
        if at == 0 {
            return false;
        }
        at = home(&teams[at - 1], at - 1, on);
    }
}

fn shuffled<T: Clone>(list: &[T], seed: u64) -> Vec<T> {
    let mut keyed: Vec<(u64, T)> = Vec::new();
    let mut state = seed | 1;
    for one in list {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        keyed.push((state >> 20, one.clone()));
    }
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, one)| one).collect()
}

proptest! {
    #[test]
    fn holding_is_climbing(teams in teams(), on in 0_u32..62, seed: u64) {
        let mut organisation = organisation(&teams);
        organisation.nodes = shuffled(&organisation.nodes, seed);
        let tree = OrgTree::new(&organisation).unwrap();
        for outer in 0..=teams.len() {
            let under = tree.under(&id(outer), day(on)).unwrap();
            for inner in 0..=teams.len() {
                let holds = naive_holds(&teams, outer, inner, on);
                prop_assert_eq!(tree.holds(&id(outer), &id(inner), day(on)).unwrap(), holds);
                prop_assert_eq!(under.iter().any(|node| node.id == id(inner)), holds);
                let path = tree.path(&id(inner), day(on)).unwrap();
                prop_assert_eq!(path.iter().any(|node| node.id == id(outer)), holds);
            }
        }
    }

    #[test]
    fn a_circle_is_found_on_the_day_that_it_closes(
        teams in teams(), low in 0_usize..12, high in 0_usize..12, on in 0_u32..62, seed: u64,
    ) {
        // A team goes below one that it may hold: a circle exactly if it does on some day from then on.
        let (low, high) = (low % teams.len(), high % teams.len());
        let mut teams = teams;
        teams[low].moves = Vec::new();
        let mut organisation = organisation(&teams);
        let first = teams[low].homes[0] % (low + 1);
        organisation.nodes[low + 1].parents = match on {
            0 => vec![OrgMembership::new(id(high + 1))],
            on => vec![
                OrgMembership::new(id(first)).with_valid_to(day(on - 1)),
                OrgMembership::new(id(high + 1)).with_valid_from(day(on)),
            ],
        };
        let closes = (on..62).any(|later| naive_holds(&teams, low + 1, high + 1, later));
        organisation.nodes = shuffled(&organisation.nodes, seed);
        let refused = OrgTree::new(&organisation).err();
        let codes: Vec<&str> = refused
            .iter()
            .flat_map(|error| error.reasons().map(|one| one.code().as_str()).collect::<Vec<_>>())
            .collect();
        prop_assert_eq!(!codes.is_empty(), closes, "{:?}", codes);
        prop_assert!(codes.iter().all(|code| *code == "organisation.circle"), "{:?}", codes);
    }

    #[test]
    fn rights_do_not_depend_on_the_order(
        teams in teams(),
        held in prop::collection::vec((0_usize..4, 0_usize..3, 0_usize..12, 0_u32..62, 0_u32..62), 0..10),
        grants in prop::collection::btree_set((0_usize..3, 0_usize..7), 1..8),
        asked in (0_usize..4, 0_usize..12, 0_u32..62, 0_usize..5),
        seed: u64,
    ) {
        const SCOPES: [GrantScope; 7] = [
            GrantScope::Own, GrantScope::Team, GrantScope::Project, GrantScope::City,
            GrantScope::Region, GrantScope::Node, GrantScope::All,
        ];
        let organisation = organisation(&teams);
        let tree = OrgTree::new(&organisation).unwrap();
        let roles = (0..3).map(|role| Role::new(format!("R{role}"), "岗位", "role")).collect();
        let grants: Vec<Grant> = grants
            .into_iter()
            .map(|(role, scope)| Grant::new(format!("R{role}"), "deal.lock", SCOPES[scope]))
            .collect();
        let assignments: Vec<Assignment> = held
            .into_iter()
            .map(|(person, role, node, from, to)| {
                Assignment::new(format!("p{person}"), format!("R{role}"), id(node % (teams.len() + 1)))
                    .with_valid_from(day(from.min(to)))
                    .with_valid_to(day(from.max(to)))
            })
            .collect();
        let (person, node, on, owner) = asked;
        let mut act = Act::new(format!("p{person}"), "deal.lock", id(node % (teams.len() + 1)), day(on));
        act.owner = (owner < 4).then(|| format!("p{owner}").into());
        let table = RoleTable::new(roles, grants.clone());
        let answer = Rights::new(&tree, &table, &assignments).unwrap().may(&act).unwrap();

        let other = RoleTable::new(shuffled(&table.roles, seed), shuffled(&grants, seed));
        let reordered = shuffled(&assignments, seed);
        let again = Rights::new(&tree, &other, &reordered).unwrap().may(&act).unwrap();
        prop_assert_eq!(&again.who_may, &answer.who_may);
        prop_assert_eq!(&again.because, &answer.because);
        // Who may not is told why; who may is among those who may.
        prop_assert_eq!(answer.allowed, answer.lacking.is_empty());
        prop_assert_eq!(answer.allowed, answer.who_may.iter().any(|one| one.person == act.person));
        for one in &answer.who_may {
            let held = assignments.iter().any(|held| {
                (&held.person, &held.role, &held.node) == (&one.person, &one.role, &one.node)
                    && held.valid_from <= Some(act.day)
                    && Some(act.day) <= held.valid_to
            });
            prop_assert!(held, "{:?} is not in force", one);
            prop_assert!(one.scope != GrantScope::Own || act.owner.as_ref() == Some(&one.person));
        }
    }
}
