//! Which requests for approval count.

use super::desk::{Desk, because, subscription};
use kaipan::deal::{
    DealAction, DealCommand, DealDraft, DealGuard, DealRejection, DealRuling, Deciding, Lacking,
    StockCorrection,
};
use kaipan::error::Code;
use kaipan::money::DEPOSIT;
use kaipan::{StreamKind, StreamRead};

/// A subscription whose questionnaire is open.
fn unanswered() -> Desk {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(DEPOSIT, "50000");
    desk.context.unanswered = Some(vec!["Q1".into()]);
    desk
}

fn lacks(desk: &Desk) -> Vec<DealGuard> {
    desk.lacks(DealAction::Subscribe, subscription())
}

#[test]
fn a_waiver_is_about_this_deal_names_the_guard_and_is_signed_by_another_who_may() {
    let mut desk = unanswered();
    let lacking = [DealGuard::Questionnaire];
    assert_eq!(lacks(&desk), lacking);
    let request = desk.approve("waiver", &[("sales_manager", "王五")]);
    request.asked.waives = vec!["questionnaire".into()];
    assert_eq!(lacks(&desk), []);

    let right = desk.context.approvals[0].clone();
    let wrong: [fn(&mut kaipan::approval::ApprovalRequest); 7] = [
        |one| one.asked.subject = "D2".into(),
        |one| one.asked.waives = vec!["required_fields".into()],
        |one| one.asked.kind = kaipan::approval::ApprovalKind::Refund,
        |one| one.status = kaipan::approval::ApprovalStatus::Pending,
        |one| one.signatures[0].role = "sales_agent".into(),
        |one| one.signatures[0].person = "李四".into(),
        |one| one.requested_by = "王五".into(),
    ];
    for (at, spoil) in wrong.iter().enumerate() {
        desk.context.approvals[0] = right.clone();
        spoil(&mut desk.context.approvals[0]);
        assert_eq!(lacks(&desk), lacking, "{at}");
    }
    // In somebody's place it is still his own request.
    desk.context.approvals[0] = right.clone();
    desk.context.approvals[0].signatures[0].on_behalf_of = Some("李四".into());
    assert_eq!(lacks(&desk), lacking);

    desk.context.approvals[0] = right;
    let decision = desk.does(DealAction::Subscribe, subscription());
    let waived = &decision.waived[0];
    assert_eq!((waived.approval.as_str(), waived.version), ("A1", 3));
    assert!(decision.reads.iter().any(|read| read.id == "A1" && read.version == 3));
}

#[test]
fn a_waiver_of_what_is_no_guard_is_an_error() {
    let mut desk = unanswered();
    let request = desk.approve("waiver", &[("sales_manager", "王五")]);
    request.asked.waives = vec!["questionaire".into()];
    let command = DealCommand { action: DealAction::Subscribe, draft: subscription() };
    let deciding = Deciding::new(&desk.context).stock(&desk.stock).deal(&desk.deal);
    let error = deciding.decide(&command).unwrap_err();
    assert_eq!(error.code(), Code::DealWaiverUnknown);
    assert_eq!(error.path(), "/context/approvals/0/asked/waives/0");
}

#[test]
fn a_row_names_the_request_that_it_needs() {
    let mut desk = Desk::presale();
    let paper = Some("字〔2026〕1号".into());
    let corrections = vec![StockCorrection::new("building_area", "100.10")];
    let draft = DealDraft { paper, corrections, ..because("面积有误") };
    let DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } =
        desk.ask(DealAction::CorrectStock, draft.clone())
    else {
        panic!("nobody has signed")
    };
    assert!(guards.iter().any(|one| one.guard == DealGuard::MayAct));
    let request = guards.iter().find(|one| one.guard == DealGuard::Approved).unwrap();
    let kaipan::approval::ApprovalKind::StockData = (match &request.lacking {
        Lacking::Request { about, .. } => *about,
        other => panic!("{other:?}"),
    }) else {
        panic!("initial data")
    };
    desk.context.roles.push("data_clerk".into());
    let both = [("regional_gm", "王五"), ("senior_sales_manager", "赵六")];
    for signed in [&both[..1], &[both[0], ("senior_sales_manager", "王五")]] {
        desk.context.approvals =
            vec![super::desk::approved("S1", "stock_data", "3-1-1802", signed)];
        assert_eq!(desk.lacks(DealAction::CorrectStock, draft.clone()), [DealGuard::Approved]);
    }
    desk.context.approvals = vec![super::desk::approved("S1", "stock_data", "3-1-1802", &both)];
    let decision = desk.does(DealAction::CorrectStock, draft);
    assert!(decision.reads.iter().any(|read| read.id == "S1"));
}

#[test]
fn what_is_not_known_cannot_be_waived() {
    let mut desk = unanswered();
    desk.context.unanswered = None;
    let request = desk.approve("waiver", &[("sales_manager", "王五")]);
    request.asked.waives = vec!["questionnaire".into()];
    assert_eq!(lacks(&desk), [DealGuard::Questionnaire]);
}

#[test]
fn a_request_about_the_unit_that_was_made_for_another_deal_does_not_count() {
    let mut desk = unanswered();
    let request = desk.approve("waiver", &[("sales_manager", "王五")]);
    request.asked.waives = vec!["questionnaire".into()];
    request.asked.subject = "3-1-1802".into();
    assert_eq!(lacks(&desk), [DealGuard::Questionnaire], "it says for whom");
    let about = |deal: &str| vec![StreamRead::new(StreamKind::Deal, deal, 1)];
    desk.context.approvals[0].asked.about = about("D2");
    assert_eq!(lacks(&desk), [DealGuard::Questionnaire]);
    desk.context.approvals[0].asked.about = about("D1");
    assert_eq!(lacks(&desk), []);
}
