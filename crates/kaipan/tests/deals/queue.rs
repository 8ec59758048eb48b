//! Lists, draws and turns, walked through.

use super::desk::read;
use kaipan::deal::{
    ChoosingQueue, LotteryEntry, QueueAction, QueueCommand, QueueContext, QueueDeciding,
    QueueEvent, QueueGuard, QueueRejection, QueueRuling, QueueState, TurnState, queue_rows,
};
use kaipan::error::Code;

/// A queue with its events.
struct Office {
    queue: ChoosingQueue,
    events: Vec<QueueEvent>,
}

impl Office {
    fn new() -> Office {
        Office { queue: ChoosingQueue::new("Q"), events: Vec::new() }
    }

    fn ask(&self, now: &str, command: &QueueCommand) -> kaipan::Result<QueueRuling> {
        let context =
            QueueContext::new(read(now), "王五").with_roles(vec!["stock_controller".into()]);
        QueueDeciding::new(&self.queue, &context).decide(command)
    }

    fn does(&mut self, now: &str, command: QueueCommand) {
        match self.ask(now, &command).unwrap() {
            QueueRuling::Accepted { decision } => {
                assert_eq!(decision.reads[0].version, self.queue.version);
                for event in &decision.events {
                    self.queue.apply(event).unwrap();
                }
                self.events.extend(decision.events);
            }
            refused => panic!("{command:?}: {refused:?}"),
        }
        let replayed = ChoosingQueue::replay("Q".into(), &self.events, None).unwrap();
        assert_eq!(replayed, self.queue);
    }

    /// The guards that are not met.
    fn lacks(&self, now: &str, command: &QueueCommand) -> Vec<QueueGuard> {
        match self.ask(now, command).unwrap() {
            QueueRuling::Rejected { rejection: QueueRejection::GuardsNotMet { guards, .. } } => {
                guards.iter().map(|one| one.guard).collect()
            }
            other => panic!("{command:?}: {other:?}"),
        }
    }
}

fn entries(list: &[(u32, &str)]) -> Vec<LotteryEntry> {
    list.iter().map(|(number, registration)| LotteryEntry::new(*number, *registration)).collect()
}

fn close(group: &str, list: &[(u32, &str)]) -> QueueCommand {
    QueueCommand::CloseList { group: group.into(), entries: entries(list) }
}

fn draw(group: &str, published: &str) -> QueueCommand {
    QueueCommand::Draw {
        group: group.into(),
        seed: "072645".into(),
        seed_published: read(published),
    }
}

fn choose(registration: &str, unit: &str) -> QueueCommand {
    QueueCommand::Choose { registration: registration.into(), unit_no: unit.into() }
}

/// Two groups with their lists closed, on the 1st at nine and at ten.
fn listed() -> Office {
    let mut office = Office::new();
    office.does("2026-09-01T09:00:00", close("无房", &[(2, "R2"), (1, "R1"), (3, "R3")]));
    office.does("2026-09-01T10:00:00", close("其他", &[(1, "R4")]));
    office
}

fn open() -> Office {
    let mut office = listed();
    office.does("2026-09-02T09:00:00", draw("无房", "2026-09-01T20:00:00"));
    office.does("2026-09-02T09:10:00", draw("其他", "2026-09-01T20:00:00"));
    office.does("2026-09-03T09:00:00", QueueCommand::Open { minutes: 5 });
    office
}

#[test]
fn groups_are_drawn_one_after_the_other_and_choose_in_order() {
    let mut office = open();
    let order: Vec<(Option<&str>, &str)> = office
        .queue
        .turns
        .iter()
        .map(|turn| (turn.group.as_deref(), turn.registration.as_str()))
        .collect();
    // By Python's hashlib: sorted(range(1, 4), key=lambda n:
    //   sha256(f"072645|{sha256(b'1|R1\n2|R2\n3|R3\n').hexdigest()}|{n}".encode()).hexdigest())
    assert_eq!(
        order,
        [
            (Some("无房"), ORDER[0]),
            (Some("无房"), ORDER[1]),
            (Some("无房"), ORDER[2]),
            (Some("其他"), "R4")
        ]
    );
    office.does("2026-09-03T09:01:00", QueueCommand::CALL_NEXT);
    assert_eq!(office.queue.called().unwrap().1.until, Some(read("2026-09-03T09:06:00")));
    office.does("2026-09-03T09:02:00", choose(ORDER[0], "1-101"));
    office.does("2026-09-03T09:02:00", QueueCommand::CALL_NEXT);
    office.does("2026-09-03T09:03:00", QueueCommand::Pass { registration: ORDER[1].into() });
    office.does("2026-09-03T09:03:00", QueueCommand::CALL_NEXT);
    office.does("2026-09-03T09:08:00", QueueCommand::LAPSE);
    office.does("2026-09-03T09:09:00", QueueCommand::CALL_NEXT);
    assert_eq!(office.lacks("2026-09-03T09:09:00", &choose("R4", "1-101")), [QueueGuard::UnitLeft]);
    office.does("2026-09-03T09:09:30", choose("R4", "1-102"));
    assert_eq!(office.queue.state, QueueState::Ended, "nobody is left");
    let states: Vec<TurnState> = office.queue.turns.iter().map(|turn| turn.state).collect();
    assert_eq!(
        states,
        [TurnState::Chosen, TurnState::Passed, TurnState::Lapsed, TurnState::Chosen]
    );
    // The past stays as it was.
    let until = Some(read("2026-09-03T09:02:30"));
    let then = ChoosingQueue::replay("Q".into(), &office.events, until).unwrap();
    assert_eq!(then.called().unwrap().0, 2);
}

const ORDER: [&str; 3] = ["R2", "R1", "R3"];

#[test]
fn a_draw_needs_a_list_that_was_closed_before_its_seed() {
    let mut office = listed();
    let now = "2026-09-02T09:00:00";
    assert_eq!(office.lacks(now, &draw("谁", "2026-09-01T20:00:00"))[0], QueueGuard::ListClosed);
    assert_eq!(
        office.lacks(now, &draw("其他", "2026-09-01T20:00:00")),
        [QueueGuard::EarlierGroupsDrawn]
    );
    assert_eq!(
        office.lacks(now, &draw("无房", "2026-09-01T09:00:00")),
        [QueueGuard::HashBeforeSeed]
    );
    assert_eq!(
        office.lacks(now, &draw("无房", "2026-09-03T09:00:00")),
        [QueueGuard::SeedPublished]
    );
    assert_eq!(
        office.lacks(now, &QueueCommand::Open { minutes: 5 }),
        [QueueGuard::AllDrawn, QueueGuard::SomebodyWaits]
    );
    assert_eq!(office.lacks(now, &close("无房", &[(9, "R9")])), [QueueGuard::GroupNew]);
    office.does(now, draw("无房", "2026-09-01T20:00:00"));
    assert_eq!(
        office.lacks(now, &draw("无房", "2026-09-01T20:00:00")),
        [QueueGuard::ListClosed],
        "once is enough"
    );
}

#[test]
fn turns_are_kept() {
    let mut office = open();
    let now = "2026-09-03T09:01:00";
    assert_eq!(office.lacks(now, &choose(ORDER[0], "1-101")), [QueueGuard::InTurn]);
    assert_eq!(office.lacks(now, &QueueCommand::LAPSE), [QueueGuard::WindowOver]);
    office.does(now, QueueCommand::CALL_NEXT);
    assert_eq!(office.lacks(now, &QueueCommand::CALL_NEXT), [QueueGuard::NobodyCalled]);
    assert_eq!(office.lacks(now, &choose(ORDER[1], "1-101")), [QueueGuard::InTurn]);
    assert_eq!(office.lacks("2026-09-03T09:05:59", &QueueCommand::LAPSE), [QueueGuard::WindowOver]);
    assert_eq!(
        office.lacks("2026-09-03T09:06:00", &choose(ORDER[0], "1-101")),
        [QueueGuard::WithinWindow]
    );
    let end = |reason: Option<&str>| QueueCommand::End { reason: reason.map(Into::into) };
    assert_eq!(office.lacks(now, &end(None)), [QueueGuard::NobodyCalled, QueueGuard::ReasonNamed]);
    office.does(now, QueueCommand::Pass { registration: ORDER[0].into() });
    office.does(now, end(Some("房源已选完")));
    assert_eq!(office.queue.state, QueueState::Ended);
    for row in queue_rows() {
        assert_ne!(row.from, QueueState::Ended, "nothing follows");
    }
}

#[test]
fn numbers_need_no_draw() {
    let mut office = Office::new();
    office.does(
        "2026-09-01T09:00:00",
        QueueCommand::TakeNumbers { entries: entries(&[(8, "R8"), (3, "R3")]) },
    );
    office.does("2026-09-01T09:00:00", QueueCommand::Open { minutes: 10 });
    office.does("2026-09-01T09:00:00", QueueCommand::CALL_NEXT);
    assert_eq!(office.queue.called().unwrap().1.registration, "R3");
}

#[test]
fn rejections_have_their_classes() {
    let office = listed();
    let ruling = office.ask("2026-09-02T09:00:00", &QueueCommand::CALL_NEXT).unwrap();
    let QueueRuling::Rejected { rejection: QueueRejection::NotInTable { allowed, .. } } = ruling
    else {
        panic!("it is not open")
    };
    assert_eq!(
        allowed,
        [
            QueueAction::CloseList,
            QueueAction::Draw,
            QueueAction::TakeNumbers,
            QueueAction::Open,
            QueueAction::End
        ]
    );
    let context = QueueContext::new(read("2026-09-02T09:00:00"), "王五");
    let deciding = QueueDeciding::new(&office.queue, &context).expected_version(1);
    let ruling = deciding.decide(&QueueCommand::CALL_NEXT).unwrap();
    assert!(matches!(ruling, QueueRuling::Rejected { rejection: QueueRejection::Stale { .. } }));
    let ruling =
        QueueDeciding::new(&office.queue, &context).decide(&close("新", &[(1, "R9")])).unwrap();
    let QueueRuling::Rejected { rejection: QueueRejection::GuardsNotMet { guards, .. } } = ruling
    else {
        panic!("no role is given")
    };
    assert!(guards[0].needs_input());
}

#[test]
fn mistakes_are_refused_with_their_places() {
    let office = listed();
    let refused = |command: &QueueCommand| {
        let error = office.ask("2026-09-02T09:00:00", command).unwrap_err();
        (error.code(), error.path())
    };
    assert_eq!(
        refused(&close("新", &[(1, "R8"), (2, "R2")])),
        (Code::QueueEntryTwice, "/command/entries/1/registration".to_owned())
    );
    assert_eq!(
        refused(&close("新", &[(1, "R8"), (1, "R9")])),
        (Code::DealLotteryTwice, "/command/entries/1/number".to_owned())
    );
    assert_eq!(
        refused(&close("", &[(1, "R8")])),
        (Code::DealInputMissing, "/command/group".to_owned())
    );
    let seedless = QueueCommand::Draw {
        group: "无房".into(),
        seed: "".into(),
        seed_published: read("2026-09-01T20:00:00"),
    };
    assert_eq!(refused(&seedless), (Code::DealLotterySeed, "/command/seed".to_owned()));
    let mut drawn = listed();
    drawn.does("2026-09-02T09:00:00", draw("无房", "2026-09-01T20:00:00"));
    drawn.does("2026-09-02T09:00:00", draw("其他", "2026-09-01T20:00:00"));
    let window = |minutes| {
        drawn
            .ask("2026-09-02T09:00:00", &QueueCommand::Open { minutes })
            .map_err(|error| error.code())
    };
    assert_eq!(
        (window(0).unwrap_err(), window(1441).unwrap_err()),
        (Code::QueueWindow, Code::QueueWindow)
    );
    assert!(window(1440).is_ok());
}
