//! A rejection takes little memory: with eight unmet guards at most eight allocations.

#[path = "../benches/deals/history.rs"]
#[allow(dead_code)]
mod history;
#[path = "../benches/deals/plain/mod.rs"]
#[allow(dead_code)]
mod plain;

use kaipan::deal::{DealRejection, DealRuling, Deciding};

#[test]
fn a_rejection_with_eight_unmet_guards_allocates_at_most_eight_times() {
    let (_, home, command) = plain::questions().into_iter().next_back().unwrap();
    plain::check_same(&home, &command);
    let deciding = Deciding::new(&home.context).stock(&home.stock).deal(&home.deal);
    let mut ruling = None;
    let used = allocation_counter::measure(|| ruling = Some(deciding.decide(&command)));
    let Some(Ok(DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } })) =
        ruling
    else {
        panic!("{ruling:?}")
    };
    assert_eq!(guards.len(), 8);
    assert!(used.count_total <= 8, "{} allocations", used.count_total);
}
