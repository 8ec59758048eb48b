//! What holds for opportunities, whatever the commands: at most one is open of a customer and a
//! project, a refused command changes nothing, and the events tell the whole history.

use kaipan::opportunity::*;
use kaipan::{Date, Text, Time};
use proptest::prelude::*;

fn day(number: u32) -> Date {
    "2026-01-01".parse::<Date>().unwrap().add_days(number).unwrap()
}

fn visit(id: usize, project: u32, on: u32) -> FollowUp {
    let at = Time::at(day(on), 10, 0, 0).unwrap();
    let (id, project) = (Text::of(format!("F{id}")), Text::of(format!("P{project}")));
    FollowUp::new(id, "C1", project, "A1", FollowUpKind::Visit, at, at).with_grade("A")
}

/// A command, many of which are refused: `which` of them, on the opportunity or stage `number`.
fn command(at: usize, (which, number, on): (u32, u32, u32)) -> OpportunityCommand {
    let stages = StagePreset::NewHome.stages();
    let opportunity = Text::of(format!("O{number}"));
    let (on_day, by) = (day(on), Text::from("A1"));
    match which {
        0 | 1 => OpportunityCommand::Record {
            follow_up: visit(at, number % 2, on),
            opportunity: Some(Text::of(format!("O{at}"))),
        },
        2 => OpportunityCommand::Open {
            opportunity: Text::of(format!("O{at}")),
            project: Text::of(format!("P{}", number % 2)),
            agent: by,
            on: on_day,
            fields: OpportunityFields::default(),
        },
        3 => OpportunityCommand::Close {
            opportunity,
            on: on_day,
            by,
            reason: "x".into(),
            note: None,
        },
        4 => OpportunityCommand::Win {
            opportunity,
            deal: "D".into(),
            on: on_day,
            by,
            reason: None,
            note: None,
        },
        _ => OpportunityCommand::Move {
            opportunity,
            to: stages[at % stages.len()].code.clone(),
            on: on_day,
            by,
            reason: Some("why".into()),
        },
    }
}

proptest! {
    #[test]
    fn at_most_one_is_open_and_events_tell_everything(
        steps in prop::collection::vec((0..9_u32, 0..6_u32, 0..9_u32), 1..40),
        reopens_on_return in any::<bool>(),
    ) {
        let policy = OpportunityPolicy::new(StagePreset::NewHome.stages())
            .with_reopens_on_return(reopens_on_return);
        let mut history = CustomerHistory::new("C1");
        let mut events = Vec::new();
        for (at, step) in steps.into_iter().enumerate() {
            let deciding = OpportunityDeciding::new(&policy, &history);
            let Ok(decision) = deciding.decide(&command(at, step)) else { continue };
            prop_assert_eq!(decision.reads[0].version, history.version);
            prop_assert!(!decision.events.is_empty());
            decision.events.iter().for_each(|event| history.evolve(event));
            let after = decision.opportunity.as_ref();
            prop_assert_eq!(after.and_then(|one| history.opportunity(&one.id)), after);
            events.extend(decision.events);
            for project in ["P0", "P1"] {
                let open = history.opportunities.iter();
                let open = open.filter(|one| one.is_open() && one.project == project);
                prop_assert!(open.count() <= 1);
            }
        }
        prop_assert_eq!(CustomerHistory::replay("C1", &events), history);
    }

    #[test]
    fn no_order_of_the_lists_matters(
        (given, shuffled) in prop::collection::vec((0..2_u32, 0..9_u32, 0..3_u32), 1..12)
            .prop_map(|rows| {
                let rows = rows.into_iter().enumerate();
                rows.map(|(at, (project, on, sequence))| {
                    FollowUp { sequence, ..visit(at, project, on) }.with_next_contact(day(on + 3))
                }).collect::<Vec<_>>()
            })
            .prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle())),
    ) {
        let calendar = |list: &[FollowUp]| Agenda::new().follow_ups(list).between(day(4), day(9));
        prop_assert_eq!(calendar(&given).unwrap(), calendar(&shuffled).unwrap());
        let register = |list: &[FollowUp]| Intentions::new(&[], list, &[]).register();
        prop_assert_eq!(register(&given).unwrap(), register(&shuffled).unwrap());
        let policy = OpportunityPolicy::new(StagePreset::NewHome.stages());
        let first = |list: &[FollowUp]| {
            let review = OpportunityReviewing::new(&policy).follow_ups(list).review().unwrap();
            let mut rows: Vec<_> = review.follow_ups.into_iter().map(|row| (row.id, row.occurrence.word())).collect();
            rows.sort();
            rows
        };
        prop_assert_eq!(first(&given), first(&shuffled));
    }
}
