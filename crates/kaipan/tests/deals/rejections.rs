//! What is refused, in its three classes.

use super::desk::{Desk, buyer};
use kaipan::deal::{Action, DealCommand, Deciding, Draft, Guard, Rejection, Ruling};

#[test]
fn all_guards_that_are_not_met_are_told() {
    let mut desk = Desk::presale();
    desk.does(Action::Release, Draft::default());
    let draft = Draft { buyers: buyer(), ..Draft::default() };
    let Ruling::Rejected { rejection: Rejection::GuardsNotMet { row, guards } } =
        desk.ask(Action::Subscribe, draft)
    else {
        panic!("nothing was agreed")
    };
    assert_eq!(row, "T12");
    let needs: Vec<Guard> =
        guards.iter().filter(|one| one.needs_input()).map(|one| one.guard).collect();
    assert!(needs.contains(&Guard::PriceAgrees) && needs.contains(&Guard::ScheduleComplete));
}

#[test]
fn what_the_table_does_not_have_names_what_it_has() {
    let desk = Desk::presale();
    let Ruling::Rejected { rejection: Rejection::NotInTable { allowed, .. } } =
        desk.ask(Action::Withdraw, Draft::default())
    else {
        panic!("it is not released")
    };
    assert_eq!(allowed, [Action::Release, Action::CorrectStock]);
}

#[test]
fn a_stream_that_has_moved_on_is_stale() {
    let mut desk = Desk::presale();
    desk.does(Action::Release, Draft::default());
    let command = DealCommand { action: Action::Withdraw, draft: Draft::default() };
    let deciding = Deciding::new(&desk.context).stock(&desk.stock).expected_stock(0);
    let Ruling::Rejected { rejection: Rejection::Stale { streams } } =
        deciding.decide(&command).unwrap()
    else {
        panic!("another has released it")
    };
    assert_eq!((streams[0].expected, streams[0].found), (0, 1));
}
