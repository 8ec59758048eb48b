//! Online requests become tasks, and nothing else.

use super::desk::{Desk, read};
use kaipan::deal::{
    Deal, DealAction, DealIntake, DealRejection, DealRuling, Deciding, IntakeOwner, IntakeWay,
    MoneyNotice, OnlineRequest, Reservation, UnitStock,
};
use kaipan::error::Code;
use kaipan::project::UnitState;

fn request(id: &str, at: &str) -> OnlineRequest {
    OnlineRequest::new(id, read(at))
}

#[test]
fn the_owner_acts_and_else_the_rota_in_turn() {
    let paid = MoneyNotice::new("booking_money", read("10000"));
    // Given in another order than they were made.
    let requests = [
        request("Q3", "2026-09-01T22:00:00").with_wishes("三房"),
        request("Q1", "2026-09-01T20:00:00").with_unit_no("3-1-1802").with_money(paid),
        request("Q2", "2026-09-01T21:00:00").with_customer("C1").with_unit_no("3-1-1803"),
        request("Q4", "2026-09-01T22:00:00").with_wishes("两房"),
    ];
    let (owners, rota) = ([IntakeOwner::new("C1", "李四")], ["王五".into(), "赵六".into()]);
    let intake =
        DealIntake::new(&requests, read("2026-09-02T09:00:00")).owners(&owners).rota(&rota);
    let list = intake.next(5).assign().unwrap();
    let found: Vec<_> = list
        .tasks
        .iter()
        .map(|task| {
            (&*task.request.id, task.agent.as_deref().unwrap(), task.way, task.command.action)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("Q1", "赵六", IntakeWay::Rota, DealAction::Book),
            ("Q2", "李四", IntakeWay::Owner, DealAction::ConfirmRoom),
            ("Q3", "王五", IntakeWay::Rota, DealAction::Register),
            ("Q4", "赵六", IntakeWay::Rota, DealAction::Register),
        ]
    );
    assert_eq!((list.next, list.findings.len()), (0, 0));
    assert_eq!(
        list.tasks[0].zh,
        "自助定房“Q1”：未登记客户，要房间“3-1-1802”，称已付 10000.00 元；建议办理“预定”"
    );
    let nobody = DealIntake::new(&requests[..1], read("2026-09-02T09:00:00")).assign().unwrap();
    assert_eq!(
        (nobody.tasks[0].way, nobody.findings[0].code),
        (IntakeWay::Nobody, Code::DealIntakeNobody)
    );
}

#[test]
fn only_a_command_of_the_agent_makes_a_document_of_it() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, kaipan::deal::DealDraft::default());
    let paid = MoneyNotice::new("booking_money", read("10000"));
    let requests = [request("Q1", "2026-09-01T09:00:00")
        .with_customer("C1")
        .with_unit_no("3-1-1802")
        .with_money(paid)];
    let list = DealIntake::new(&requests, read("2026-09-01T10:00:00")).assign().unwrap();
    let command = &list.tasks[0].command;
    let decide = |desk: &Desk| {
        let deal = Deal::new("D1");
        Deciding::new(&desk.context).stock(&desk.stock).deal(&deal).decide(command).unwrap()
    };
    // The notice is no receipt.
    let DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } =
        decide(&desk)
    else {
        panic!("no money has come")
    };
    assert_eq!(guards.len(), 1, "{guards:?}");
    desk.receives(kaipan::money::BOOKING, "10000");
    assert!(matches!(decide(&desk), DealRuling::Accepted { .. }));
}

#[test]
fn what_is_odd_is_told() {
    let requests = [
        request("Q1", "2026-09-01T20:00:00").with_unit_no("1-101"),
        request("Q2", "2026-09-01T21:00:00").with_unit_no("1-101"),
        request("Q3", "2026-09-03T21:00:00"),
        request("Q4", "2026-09-01T22:00:00").with_customer("C1").with_unit_no("1-102"),
        request("Q5", "2026-09-01T23:00:00").with_customer("C2").with_unit_no("1-102"),
    ];
    let sold = UnitStock::new("1-101").with_state(UnitState::Signed);
    let kept = UnitStock::new("1-102")
        .with_state(UnitState::Reserved)
        .with_reservation(Reservation::new("C1", read("2026-09-09")));
    let (stock, rota) = ([sold, kept], ["王五".into()]);
    let list = DealIntake::new(&requests, read("2026-09-02T09:00:00")).stock(&stock).rota(&rota);
    let list = list.assign().unwrap();
    let found: Vec<(Code, String)> = list
        .findings
        .iter()
        .map(|finding| (finding.code, finding.path.as_ref().unwrap().to_string()))
        .collect();
    assert_eq!(
        found,
        [
            (Code::DealIntakeTaken, "/requests/0/unit_no".to_owned()),
            (Code::DealIntakeTaken, "/requests/1/unit_no".to_owned()),
            (Code::DealIntakeSameUnit, "/requests/1/unit_no".to_owned()),
            (Code::DealIntakeTaken, "/requests/4/unit_no".to_owned()),
            (Code::DealIntakeSameUnit, "/requests/4/unit_no".to_owned()),
            (Code::DealIntakeFuture, "/requests/2/at".to_owned()),
            (Code::DealIntakeEmpty, "/requests/2".to_owned()),
        ]
    );
}

#[test]
fn mistakes_are_refused_with_their_places() {
    let nothing = MoneyNotice::new("booking_money", read("0"));
    let requests = [
        request("Q1", "2026-09-01T20:00:00").with_money(nothing),
        request("Q1", "2026-09-01T20:00:00"),
    ];
    let owners = [IntakeOwner::new("C1", "李四"), IntakeOwner::new("C1", "王五")];
    let intake = DealIntake::new(&requests, read("2026-09-02T09:00:00")).owners(&owners);
    let error = intake.assign().unwrap_err();
    let all: Vec<(Code, String)> =
        error.reasons().map(|error| (error.code(), error.path())).collect();
    assert_eq!(
        all,
        [
            (Code::DealIntakeMoney, "/requests/0/money/amount".to_owned()),
            (Code::DealGivenTwice, "/requests/1/id".to_owned()),
            (Code::DealGivenTwice, "/owners/1/customer".to_owned()),
        ]
    );
}
