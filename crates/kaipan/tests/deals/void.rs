//! One deal, one unit: no way to hold two.

use super::desk::{Desk, buyer, read, subscription};
use kaipan::deal::{
    DealAction, DealCommand, DealDraft, DealRejection, DealRuling, Deciding, UnitStock,
};
use kaipan::money::BOOKING;
use kaipan::project::UnitState;

#[test]
fn a_deal_whose_document_has_a_unit_takes_no_other() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(BOOKING, "50000");
    let draft = DealDraft { buyers: buyer(), amount: Some(read("50000")), ..DealDraft::default() };
    desk.does(DealAction::Book, draft);
    let mut other = UnitStock::new("3-1-1803");
    other.state = UnitState::OnSale;
    let mut context = desk.context.clone();
    context.unit.as_mut().unwrap().unit_no = "3-1-1803".into();
    let command = DealCommand { action: DealAction::Subscribe, draft: subscription() };
    let ruling = Deciding::new(&context).stock(&other).deal(&desk.deal).decide(&command);
    let DealRuling::Rejected { rejection: DealRejection::NotInTable { .. } } = ruling.unwrap()
    else {
        panic!("it would hold two")
    };
}

#[test]
fn nothing_lapses_before_its_time() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.does(
        DealAction::ConfirmRoom,
        DealDraft { buyers: buyer(), minutes: Some(30), ..DealDraft::default() },
    );
    let lapse = |desk: &Desk| {
        let command = DealCommand { action: DealAction::Lapse, draft: DealDraft::default() };
        Deciding::new(&desk.context).stock(&desk.stock).decide(&command).unwrap()
    };
    assert!(matches!(lapse(&desk), DealRuling::Rejected { .. }));
    desk.context.now = read("2026-09-01T10:30:00");
    let DealRuling::Accepted { decision } = lapse(&desk) else { panic!("it has run out") };
    assert_eq!(decision.stock.len(), 1);
}
