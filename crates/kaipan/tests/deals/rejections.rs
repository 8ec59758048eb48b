//! What is refused, in its three classes.

use super::desk::{Desk, buyer};
use kaipan::deal::{
    DealAction, DealCommand, DealDraft, DealGuard, DealRejection, DealRuling, Deciding,
};

#[test]
fn all_guards_that_are_not_met_are_told() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    let draft = DealDraft { buyers: buyer(), ..DealDraft::default() };
    let DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { row, guards } } =
        desk.ask(DealAction::Subscribe, draft)
    else {
        panic!("nothing was agreed")
    };
    assert_eq!(row, "T12");
    let needs: Vec<DealGuard> =
        guards.iter().filter(|one| one.needs_input()).map(|one| one.guard).collect();
    assert!(
        needs.contains(&DealGuard::PriceAgrees) && needs.contains(&DealGuard::ScheduleComplete)
    );
}

#[test]
fn what_the_table_does_not_have_names_what_it_has() {
    let desk = Desk::presale();
    let DealRuling::Rejected { rejection: DealRejection::NotInTable { allowed, .. } } =
        desk.ask(DealAction::Withdraw, DealDraft::default())
    else {
        panic!("it is not released")
    };
    assert_eq!(allowed, [DealAction::Release, DealAction::CorrectStock]);
}

#[test]
fn a_stream_that_has_moved_on_is_stale() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    let command = DealCommand { action: DealAction::Withdraw, draft: DealDraft::default() };
    let deciding = Deciding::new(&desk.context).stock(&desk.stock).expected_stock(0);
    let DealRuling::Rejected { rejection: DealRejection::Stale { streams } } =
        deciding.decide(&command).unwrap()
    else {
        panic!("another has released it")
    };
    assert_eq!((streams[0].expected, streams[0].found), (0, 1));
}
