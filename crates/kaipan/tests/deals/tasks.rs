//! What is due, and that what has run out lapses by the command that comes with it.

use super::desk::{Desk, buyer, price, read};
use kaipan::deal::{
    Deal, DealAction, DealDeadlines, DealDocument, DealDraft, DealRuling, DealTask, DealTaskKind,
    DealTasks, Deciding, DeskRecord, DeskRecordKind, DocumentKind, DocumentState, FinanceTodo,
    Quota, TodoKind,
};
use kaipan::error::Code;
use kaipan::{Text, Time, WorkingDays};

fn document(kind: DocumentKind) -> DealDocument {
    DealDocument::new(kind)
        .with_state(DocumentState::Active)
        .with_active_at(read::<Time>("2026-09-01T10:00:00"))
}

fn deal(id: &str, document: DealDocument) -> Deal {
    Deal::new(id).with_agent("李四").with_documents(vec![document])
}

fn kinds(tasks: &[DealTask]) -> Vec<(DealTaskKind, i32, bool)> {
    tasks.iter().map(|task| (task.kind, task.days_left, task.overdue)).collect()
}

#[test]
fn what_has_run_out_lapses_by_its_command() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    let draft =
        DealDraft { buyers: buyer(), until: Some(read("2026-09-05")), ..DealDraft::default() };
    desk.does(DealAction::Reserve, draft);
    let due = |desk: &Desk, now: &str| {
        let (deals, stock) = ([desk.deal.clone()], [desk.stock.clone()]);
        DealTasks::new(&deals, read(now)).stock(&stock).list().unwrap()
    };
    assert!(due(&desk, "2026-09-01T10:00:00").tasks.is_empty(), "four days are not near");
    let near = due(&desk, "2026-09-05T23:59:59");
    assert_eq!(kinds(&near.tasks), [(DealTaskKind::ReservationEnds, 0, false)]);
    assert_eq!(near.tasks[0].command, None, "the last day counts");
    let over = due(&desk, "2026-09-06T00:00:00");
    assert_eq!(kinds(&over.tasks), [(DealTaskKind::ReservationEnds, -1, true)]);
    assert_eq!((over.overdue, over.findings[0].code), (1, Code::DealRanOut));
    desk.context.now = read("2026-09-06T00:00:00");
    let command = over.tasks[0].command.clone().unwrap();
    let ruling = Deciding::new(&desk.context).stock(&desk.stock).decide(&command).unwrap();
    let DealRuling::Accepted { decision } = ruling else { panic!("{ruling:?}") };
    assert_eq!(decision.stock.len(), 1);
    for event in &decision.stock {
        desk.stock.apply(event).unwrap();
    }
    assert!(due(&desk, "2026-09-06T00:00:00").tasks.is_empty());
}

#[test]
fn a_hold_counts_by_minutes_and_lapses_by_its_command() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    let draft = DealDraft { buyers: buyer(), minutes: Some(30), ..DealDraft::default() };
    desk.does(DealAction::ConfirmRoom, draft);
    let list = |now: &str| {
        let stock = [desk.stock.clone()];
        DealTasks::new(&[], read(now)).stock(&stock).list().unwrap().tasks
    };
    assert!(list("2026-09-01T10:19:59").is_empty());
    for (now, minutes, overdue) in [
        ("2026-09-01T10:20:00", 10, false),
        ("2026-09-01T10:29:59", 0, false),
        ("2026-09-01T10:30:00", 0, true),
        ("2026-09-01T10:31:30", -1, true),
        ("2026-09-02T10:30:00", -1440, true),
    ] {
        let tasks = list(now);
        let task = &tasks[0];
        assert_eq!((task.minutes_left, task.overdue), (Some(minutes), overdue), "{now}");
        assert_eq!(task.command.is_some(), overdue);
        if let Some(command) = &task.command {
            let mut context = desk.context.clone();
            context.now = read(now);
            let ruling = Deciding::new(&context).stock(&desk.stock).decide(command).unwrap();
            let DealRuling::Accepted { decision } = ruling else { panic!("{ruling:?}") };
            assert_eq!(decision.stock.len(), 1, "the hold ends");
        }
    }
}

#[test]
fn a_booking_that_is_not_subscribed_is_overdue_and_lapses() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    desk.receives(kaipan::money::BOOKING, "10000");
    let draft = DealDraft {
        buyers: buyer(),
        amount: Some(read("10000")),
        until: Some(read("2026-09-08")),
        ..DealDraft::default()
    };
    desk.does(DealAction::Book, draft);
    let deals = [desk.deal.clone()];
    let list = |now: &str| DealTasks::new(&deals, read(now)).list().unwrap();
    assert!(list("2026-09-04T10:00:00").tasks.is_empty());
    assert_eq!(kinds(&list("2026-09-05T10:00:00").tasks), [(DealTaskKind::BookingEnds, 3, false)]);
    let over = list("2026-09-10T10:00:00");
    assert_eq!(kinds(&over.tasks), [(DealTaskKind::SubscriptionOverdue, -2, true)]);
    assert_eq!(over.findings[0].code, Code::DealSubscriptionOverdue);
    desk.context.now = read("2026-09-10T10:00:00");
    let command = over.tasks[0].command.clone().unwrap();
    let deciding = Deciding::new(&desk.context).stock(&desk.stock).deal(&desk.deal);
    let DealRuling::Accepted { decision } = deciding.decide(&command).unwrap() else {
        panic!("it has run out")
    };
    for event in &decision.deal {
        desk.deal.apply(event).unwrap();
    }
    let deals = [desk.deal.clone()];
    let after = DealTasks::new(&deals, read("2026-09-10T10:00:00")).list().unwrap();
    // The booking money waits for the cashier.
    assert_eq!(kinds(&after.tasks), [(DealTaskKind::FinanceTodoWaits, 0, false)]);
}

#[test]
fn a_quota_that_has_run_out_lapses_by_its_command() {
    let mut quota = Quota::new("O1", 3).with_until(read::<kaipan::Date>("2026-09-09"));
    let now = read::<Time>("2026-09-10T00:05:00");
    let due = |quota: &Quota| {
        let quotas = [quota.clone()];
        DealTasks::new(&[], now).quotas(&quotas).list().unwrap().tasks
    };
    let tasks = due(&quota);
    assert_eq!(kinds(&tasks), [(DealTaskKind::QuotaEnds, -1, true)]);
    let command = tasks[0].command.clone().unwrap();
    let mut desk = Desk::presale();
    desk.context.now = now;
    desk.context.unit = None;
    desk.context.quotas = Some(vec![quota.clone()]);
    let ruling = Deciding::new(&desk.context).decide(&command).unwrap();
    let DealRuling::Accepted { decision } = ruling else { panic!("{ruling:?}") };
    for event in &decision.quotas {
        quota.apply(event).unwrap();
    }
    assert!(quota.ended && due(&quota).is_empty());
}

#[test]
fn a_hold_for_a_trade_in_is_told_by_its_deal_alone() {
    let mut desk = Desk::presale();
    desk.does(DealAction::Release, DealDraft::default());
    let draft = DealDraft {
        buyers: buyer(),
        old_home: Some("旧房一套".into()),
        until: Some(read("2026-09-20")),
        ..DealDraft::default()
    };
    desk.does(DealAction::HoldForTradeIn, draft);
    let (deals, stock) = ([desk.deal.clone()], [desk.stock.clone()]);
    let list = DealTasks::new(&deals, read("2026-09-21T00:05:00")).stock(&stock).list().unwrap();
    assert_eq!(kinds(&list.tasks), [(DealTaskKind::SubscriptionOverdue, -1, true)]);
    desk.context.now = read("2026-09-21T00:05:00");
    let command = list.tasks[0].command.clone().unwrap();
    let deciding = Deciding::new(&desk.context).stock(&desk.stock).deal(&desk.deal);
    let ruling = deciding.decide(&command).unwrap();
    assert!(matches!(ruling, DealRuling::Accepted { .. }), "{ruling:?}");
}

#[test]
fn every_kind_is_told_in_its_time() {
    let subscribed = document(DocumentKind::Subscription)
        .with_agreed_signing(read::<kaipan::Date>("2026-09-10"));
    let promised = document(DocumentKind::DepositContract)
        .with_valid_until(read::<kaipan::Date>("2026-09-09"));
    let registered =
        document(DocumentKind::Registration).with_valid_until(read::<kaipan::Date>("2026-09-09"));
    let signed =
        document(DocumentKind::Contract).with_agreed_signing(read::<kaipan::Date>("2026-09-01"));
    let todo = FinanceTodo::new(4, TodoKind::Refund, read("10000"), "booking_money");
    let deals = [
        deal("D1", subscribed).with_unit_no("3-1-1802"),
        deal("D2", promised),
        deal("D3", registered),
        deal("D4", signed).with_todos(vec![todo]),
    ];
    let quotas = [Quota::new("O1", 3).with_until(read::<kaipan::Date>("2026-09-09"))];
    let records = [
        DeskRecord::new("R1", DeskRecordKind::Receipt, read("2026-09-08")).with_deal("D1"),
        DeskRecord::new("R2", DeskRecordKind::Subscription, read("2026-09-01"))
            .with_deal("D1")
            .with_recorded_at(read::<Time>("2026-09-03T09:00:00")),
        DeskRecord::new("R3", DeskRecordKind::Change, read("2026-09-07"))
            .with_deal("D9")
            .with_recorded_at(read::<Time>("2026-09-06T09:00:00")),
    ];
    let unanswered: [Text; 3] = ["D1".into(), "D3".into(), "D8".into()];
    let list = |now: &str| {
        DealTasks::new(&deals, read(now))
            .quotas(&quotas)
            .records(&records)
            .unanswered(&unanswered)
            .list()
            .unwrap()
    };
    // Tuesday; two working days after Tuesday the 1st were over on Thursday the 3rd.
    let before = list("2026-09-08T09:00:00");
    let found = |tasks: &[DealTask]| -> Vec<(DealTaskKind, i32)> {
        tasks.iter().map(|task| (task.kind, task.days_left)).collect()
    };
    assert_eq!(
        found(&before.tasks),
        [
            (DealTaskKind::QuestionnaireDue, -5),
            (DealTaskKind::EntryDue, 0),
            (DealTaskKind::FinanceTodoWaits, 0),
            (DealTaskKind::RegistrationEnds, 1),
            (DealTaskKind::DepositContractEnds, 1),
            (DealTaskKind::QuotaEnds, 1),
            (DealTaskKind::SigningReminder, 2),
        ]
    );
    let codes = |findings: &[kaipan::error::Finding]| -> Vec<Code> {
        findings.iter().map(|finding| finding.code).collect()
    };
    assert_eq!(
        codes(&before.findings),
        [
            Code::DealQuestionnaireLate,
            Code::ProjectReferenceUnknown,
            Code::DealEntryLate,
            Code::ProjectReferenceUnknown,
            Code::DealEntryEarly,
        ]
    );
    let after = list("2026-09-11T09:00:00");
    assert_eq!(
        codes(&after.findings),
        [
            Code::DealSigningOverdue,
            Code::DealSubscriptionOverdue,
            Code::DealRanOut,
            Code::DealRanOut,
            Code::DealQuestionnaireLate,
            Code::ProjectReferenceUnknown,
            Code::DealEntryLate,
            Code::DealEntryLate,
            Code::ProjectReferenceUnknown,
            Code::DealEntryEarly,
        ]
    );
    let signing =
        after.tasks.iter().find(|task| task.kind == DealTaskKind::SigningOverdue).unwrap();
    assert_eq!(signing.zh, "交易“D1”，房间“3-1-1802”：逾期未签约（2026-09-10，已过 1 天）");
    assert_eq!(
        signing.en,
        "deal \"D1\", unit \"3-1-1802\": not signed in time (2026-09-10, 1 day ago)"
    );
    let cashier = after.tasks.iter().find(|task| task.todo.is_some()).unwrap();
    assert_eq!(cashier.zh, "交易“D4”：财务待办：退款 10,000 元（2026-09-11，今天到期）");
    assert_eq!(
        after
            .tasks
            .iter()
            .find(|task| task.kind == DealTaskKind::SubscriptionOverdue)
            .unwrap()
            .command,
        None,
        "a deposit contract does not lapse"
    );
}

#[test]
fn working_days_decide_when_a_questionnaire_is_due() {
    // Subscribed on Friday the 4th: due on Tuesday the 8th, or with Monday off on Wednesday.
    let friday =
        document(DocumentKind::Subscription).with_active_at(read::<Time>("2026-09-04T10:00:00"));
    let deals = [deal("D1", friday)];
    let unanswered: [Text; 1] = ["D1".into()];
    let tasks = DealTasks::new(&deals, read("2026-09-04T18:00:00")).unanswered(&unanswered);
    assert_eq!(tasks.list().unwrap().tasks[0].due, read("2026-09-08"));
    let monday_off = WorkingDays::default().with_holidays(vec![read("2026-09-07")]);
    assert_eq!(tasks.working_days(&monday_off).list().unwrap().tasks[0].due, read("2026-09-09"));
}

#[test]
fn mistakes_are_refused_with_their_places() {
    let deals = [Deal::new("D1"), Deal::new("D1")];
    let quotas = [Quota::new("O", 1), Quota::new("O", 1)];
    let deadlines = DealDeadlines { ending_days: 367, ..DealDeadlines::default() };
    let tasks = DealTasks::new(&deals, read("2026-09-04T18:00:00")).quotas(&quotas);
    let error = tasks.deadlines(&deadlines).list().unwrap_err();
    let all: Vec<(Code, String)> =
        error.reasons().map(|error| (error.code(), error.path())).collect();
    assert_eq!(
        all,
        [
            (Code::DealGivenTwice, "/deals/1/id".to_owned()),
            (Code::DealGivenTwice, "/quotas/1/id".to_owned()),
            (Code::DealDeadlineLong, "/deadlines/ending_days".to_owned()),
        ]
    );
}

#[test]
fn a_hundred_thousand_deals_are_listed_in_order() {
    let deals: Vec<Deal> = (0..100_000)
        .map(|at| {
            let day = kaipan::Date::from_ymd(2026, 9, 1).unwrap().add_days(at % 30).unwrap();
            let signing = document(DocumentKind::Subscription).with_agreed_signing(day);
            deal(&format!("D{at}"), signing).with_price(price())
        })
        .collect();
    let unanswered: Vec<Text> = deals.iter().map(|deal| deal.id.clone()).collect();
    let started = std::time::Instant::now();
    let list = DealTasks::new(&deals, read("2026-09-15T09:00:00")).unanswered(&unanswered).list();
    let list = list.unwrap();
    assert_eq!(
        list.tasks.iter().filter(|task| task.kind == DealTaskKind::SigningReminder).count(),
        13_332
    );
    assert!(list.tasks.is_sorted_by_key(|task| task.due));
    // Quadratic work would take minutes; the limit is for slow machines without optimisation.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
