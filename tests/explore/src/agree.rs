//! `options` with drafts and `decide` agree: for every row and every subset of its guards that can be
//! unmet together, and for everything that is not in the table.

use crate::case::Case;
use crate::exclude::{EXCLUSIONS, never};
use crate::random::Random;
use crate::spoil::spoil;
use kaipan::deal::{
    Deal, DealAction, DealCommand, DealDocument, DealGuard, DealOption, DealRejection, DealRuling,
    Deciding, DocumentKind, DocumentState, SaleMode, UnitStock, UnmetDealGuard,
};
use kaipan::project::UnitState;

/// Subsets of a row with more guards than these are not all looked at.
const ALL_SUBSETS: usize = 12;

/// Random subsets of such a row.
const RANDOM_SUBSETS: usize = 10_000;

/// What went wrong, as far as a person reads it.
#[derive(Debug, Default)]
pub(crate) struct Failures(Vec<String>);

impl Failures {
    /// Notes it if it does not hold.
    pub(crate) fn check(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds && self.0.len() < 40 {
            self.0.push(what());
        }
    }

    /// Fails with all that was noted.
    pub(crate) fn tell(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

/// The option of an action.
fn option(deciding: Deciding<'_>, command: &DealCommand) -> Option<DealOption> {
    let options = deciding.options(std::slice::from_ref(command)).expect("options");
    options.into_iter().find(|one| one.action == command.action)
}

/// Asks both; they agree. What is lacking.
fn ask(case: &Case) -> Vec<UnmetDealGuard> {
    let option = option(case.deciding(), &case.command);
    let option = option.unwrap_or_else(|| panic!("no option for {}", case.name()));
    match case.ask() {
        DealRuling::Accepted { .. } => {
            assert!(option.may && option.lacking.is_empty(), "{}", case.name());
            Vec::new()
        }
        DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { row, guards } } => {
            assert_eq!((row.as_str(), option.may), (case.row.id, false), "{}", case.name());
            assert_eq!(option.lacking, guards, "{}", case.name());
            guards
        }
        other => panic!("{}: {other:?}", case.name()),
    }
}

fn unmet(case: &Case) -> Vec<DealGuard> {
    ask(case).into_iter().map(|one| one.guard).collect()
}

/// The guards of a row that can be unmet here.
fn guards(case: &Case) -> Vec<DealGuard> {
    let guards = case.row.guards.iter().copied();
    guards.filter(|guard| never(*guard, case).is_none()).collect()
}

/// The subset is one that can be.
fn is_possible(case: &Case, chosen: &[DealGuard]) -> bool {
    let is_unmet = |guard: &DealGuard| chosen.contains(guard);
    let is_met = |guard: &DealGuard| case.row.guards.contains(guard) && !chosen.contains(guard);
    !EXCLUSIONS
        .iter()
        .any(|one| (one.at)(case) && one.unmet.iter().all(is_unmet) && one.met.iter().all(is_met))
}

/// Subsets of so many guards: all of them, or those of three at most, what is left of all when those
/// are taken away, and random ones.
fn subsets(count: usize, random: &mut Random) -> Vec<u64> {
    let all = (1_u64 << count) - 1;
    if count <= ALL_SUBSETS {
        return (0..=all).collect();
    }
    let mut few = vec![0];
    for one in 0..count {
        few.push(1 << one);
        for two in 0..one {
            few.push(1 << one | 1 << two);
            few.extend((0..two).map(|three| 1_u64 << one | 1 << two | 1 << three));
        }
    }
    let rest: Vec<u64> = few.iter().map(|subset| all & !subset).collect();
    few.extend(rest);
    few.extend((0..RANDOM_SUBSETS).map(|_| random.next() & all));
    few
}

/// Every row, with every subset of its guards that can be unmet together. How many there were.
pub(crate) fn subsets_of_guards() -> u64 {
    let mut random = Random::new(15);
    let (mut asked, mut failed) = (0_u64, Failures::default());
    for case in Case::all() {
        let lacking = unmet(&case);
        failed.check(lacking.is_empty(), || format!("{lacking:?} at {}", case.name()));
        if !lacking.is_empty() {
            continue;
        }
        let guards = guards(&case);
        for subset in subsets(guards.len(), &mut random) {
            let chosen = guards.iter().enumerate().filter(|(at, _)| subset >> at & 1 == 1);
            let chosen: Vec<DealGuard> = chosen.map(|(_, guard)| *guard).collect();
            if !is_possible(&case, &chosen) {
                continue;
            }
            let mut spoilt = case.clone();
            for guard in &chosen {
                spoil(*guard, &mut spoilt);
            }
            let found = unmet(&spoilt);
            failed.check(found == chosen, || {
                format!("{found:?} instead of {chosen:?} at {}", spoilt.name())
            });
            asked += 1;
        }
    }
    failed.tell();
    asked
}

/// Where a guard is said never to be unmet, what would make it unmet elsewhere does not.
pub(crate) fn never_is_never() {
    let mut tried = 0;
    for case in Case::all() {
        for guard in case.row.guards {
            if let Some(why) = never(*guard, &case) {
                let mut spoilt = case.clone();
                spoil(*guard, &mut spoilt);
                assert!(!unmet(&spoilt).contains(guard), "{}: {guard:?}: {why}", case.name());
                tried += 1;
            }
        }
    }
    assert!(tried > 0);
}

/// What is said to exclude each other does, in whichever order it is tried.
pub(crate) fn exclusions_hold() {
    for one in EXCLUSIONS {
        let mut tried = 0;
        for case in Case::all().into_iter().filter(one.at) {
            let has = |guard: &DealGuard| case.row.guards.contains(guard);
            let can = |guard: &DealGuard| has(guard) && never(*guard, &case).is_none();
            if !one.unmet.iter().all(can) || !one.met.iter().all(has) {
                continue;
            }
            tried += 1;
            let forth: Vec<DealGuard> = one.unmet.to_vec();
            let back: Vec<DealGuard> = forth.iter().rev().copied().collect();
            for order in [forth, back] {
                let mut spoilt = case.clone();
                order.into_iter().for_each(|guard| spoil(guard, &mut spoilt));
                let unmet = unmet(&spoilt);
                let all = one.unmet.iter().all(|guard| unmet.contains(guard))
                    && one.met.iter().all(|guard| !unmet.contains(guard));
                assert!(!all, "{}: {}", case.name(), one.why);
            }
        }
        assert!(tried > 0, "no row has {one:?}");
    }
}

/// Every unit state and document, whatever belongs together or not, with every action.
pub(crate) fn what_is_not_in_the_table_is_no_option() {
    let states = UnitState::ALL.into_iter().map(Some).chain([None]);
    let context = crate::desk::context(SaleMode::Presale, 0, 1);
    let (mut refused, mut found) = (0, 0);
    for state in states {
        for deal in deals() {
            for holder in [None, Some("D1"), Some("D2")] {
                let stock = state.map(|state| {
                    let mut stock = UnitStock::new(crate::desk::unit_no(0));
                    (stock.state, stock.deal) = (state, holder.map(Into::into));
                    stock
                });
                let deciding = Deciding::new(&context).stock(stock.as_ref()).deal(deal.as_ref());
                for action in DealAction::ALL {
                    let draft = kaipan::deal::DealDraft::default();
                    let command = DealCommand { action: *action, draft };
                    let option = option(deciding, &command);
                    let ruling = deciding.decide(&command).expect("a ruling");
                    let in_table = !matches!(
                        ruling,
                        DealRuling::Rejected { rejection: DealRejection::NotInTable { .. } }
                    );
                    assert_eq!(
                        in_table,
                        option.is_some(),
                        "{action:?} {state:?} {deal:?} {holder:?}"
                    );
                    if in_table { found += 1 } else { refused += 1 }
                }
            }
        }
    }
    assert!(refused > found && found > 0, "{refused} {found}");
}

/// No deal, a new one, one with each document active, one that has ended.
fn deals() -> Vec<Option<Deal>> {
    let with = |documents: Vec<DealDocument>| {
        let mut deal = Deal::new("D1");
        deal.documents = documents;
        Some(deal)
    };
    let document = |kind, state| {
        let mut document = DealDocument::new(kind);
        document.state = state;
        document
    };
    let active = DocumentKind::ALL.map(|kind| with(vec![document(kind, DocumentState::Active)]));
    let ended = DocumentKind::ALL.map(|kind| with(vec![document(kind, DocumentState::Closed)]));
    [None, with(Vec::new())].into_iter().chain(active).chain(ended).collect()
}
