//! Every state that a document reaches, asked every command with everything in order and with each
//! thing spoilt: what the table does not have is refused, what lacks something says so and changes
//! nothing, what is accepted goes where the table says, and the events come to the same state again.

use kaipan::RejectionClass;
use kaipan::approval::ApprovalRequest;
use kaipan::area_settlement::{
    AreaChoice, AreaContract, AreaMoneyWay, AreaPayment, AreaSettlement, AreaSettlementCommand,
    AreaSettlementDeciding, AreaSettlementDecision, AreaSettlementEvent, AreaSettlementPolicy,
    AreaSettlementRow, AreaSettlementStatus, AreaSettling, AreaSurvey,
};
use kaipan::deal::Deal;
use kaipan::number::Money;
use serde_json::json;
use std::collections::BTreeSet;

/// Longest history that is gone through: a void document and a whole one after it.
const LONGEST: u32 = 8;

/// One thing that is not as it must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spoilt {
    Nothing,
    Time,
    Version,
    NoDeal,
    NotSigned,
    OtherUnit,
    NoApproval,
    OtherApproval,
    PendingApproval,
    EarlierApproval,
    ChoiceOpen,
    Quits,
    Far,
    DesignChange,
    PerUnit,
    Total,
}

const SPOILT: &[Spoilt] = &[
    Spoilt::Nothing,
    Spoilt::Time,
    Spoilt::Version,
    Spoilt::NoDeal,
    Spoilt::NotSigned,
    Spoilt::OtherUnit,
    Spoilt::NoApproval,
    Spoilt::OtherApproval,
    Spoilt::PendingApproval,
    Spoilt::EarlierApproval,
    Spoilt::ChoiceOpen,
    Spoilt::Quits,
    Spoilt::Far,
    Spoilt::DesignChange,
    Spoilt::PerUnit,
    Spoilt::Total,
];

fn deal(spoilt: Spoilt) -> Option<Deal> {
    let kind = if spoilt == Spoilt::NotSigned { "subscription" } else { "contract" };
    let unit = if spoilt == Spoilt::OtherUnit { "2" } else { "1" };
    let total = if spoilt == Spoilt::Total { "1300000" } else { "1200000" };
    let deal = json!({
        "id": "D", "version": 5, "unit_no": unit,
        "documents": [{"kind": kind, "state": "active"}],
        "price": {"list_price": "12000", "list_total": "1200000", "area": "100", "discounts": "",
            "deal_price": "12000", "deal_total": "1200000", "contract_total": total},
    });
    (spoilt != Spoilt::NoDeal).then(|| serde_json::from_value(deal).unwrap())
}

fn approval(number: &str, spoilt: Spoilt) -> Option<ApprovalRequest> {
    let subject = if spoilt == Spoilt::OtherApproval { "another" } else { number };
    let status = if spoilt == Spoilt::PendingApproval { "pending" } else { "approved" };
    let asked_at = if spoilt == Spoilt::EarlierApproval {
        "2026-09-01T10:00:00"
    } else {
        "2026-09-01T11:00:00"
    };
    let request = json!({
        "id": "A", "asked": {"kind": "area_change", "subject": subject, "node": "P"},
        "requested_by": "ann", "requested_at": asked_at, "status": status,
        "route": {"source": "table", "steps": []}, "step": 1, "round": 1,
        "changed_at": "2026-09-01T11:30:00", "version": 2,
    });
    (spoilt != Spoilt::NoApproval).then(|| serde_json::from_value(request).unwrap())
}

/// A home of 100 m² at 12,000 yuan; the world is the registered area.
struct World {
    registered: &'static str,
    policy: AreaSettlementPolicy,
}

impl World {
    fn decide(
        &self,
        state: Option<&AreaSettlement>,
        command: &AreaSettlementCommand,
        spoilt: Spoilt,
    ) -> AreaSettlementDecision {
        let version = state.map_or(0, |state| state.version);
        let paid = AreaPayment::new("2026-01-01".parse().unwrap(), "1".parse().unwrap());
        let mut contract =
            AreaContract::new("D", "1", "100".parse().unwrap(), "1200000".parse().unwrap())
                .with_payments(vec![paid]);
        if spoilt == Spoilt::PerUnit {
            contract.basis = kaipan::pricing::AreaBasis::PerUnit;
        }
        let registered = match spoilt {
            Spoilt::Far => "200",
            Spoilt::ChoiceOpen | Spoilt::Quits => "94",
            _ => self.registered,
        };
        let survey = AreaSurvey::new("1", registered.parse().unwrap())
            .with_design_change(spoilt == Spoilt::DesignChange);
        let choice = match spoilt {
            Spoilt::ChoiceOpen => None,
            Spoilt::Quits => Some(AreaChoice::Quit),
            _ => Some(AreaChoice::Keep),
        };
        let settling = AreaSettling::new(&self.policy, &contract, &survey)
            .choice(choice)
            .unpaid(Money::from_fen(1_000_000));
        let number = match command {
            AreaSettlementCommand::Submit { number, .. } => number.clone(),
            _ => state.map(|state| state.number.clone()).unwrap_or_default(),
        };
        let (deal, approval) = (deal(spoilt), approval(&number, spoilt));
        let minute = if spoilt == Spoilt::Time { 0 } else { version + 1 };
        let at = format!("2026-09-01T10:{minute:02}:00").parse().unwrap();
        AreaSettlementDeciding::new("li", at)
            .settling(&settling)
            .deal(deal.as_ref())
            .approval(approval.as_ref())
            .expected_version((spoilt == Spoilt::Version).then_some(version + 1))
            .decide(state, command)
            .unwrap()
    }
}

fn commands(state: Option<&AreaSettlement>) -> Vec<AreaSettlementCommand> {
    let outstanding = state.map_or(Money::ZERO, |state| state.outstanding().unwrap());
    let version = state.map_or(0, |state| state.version);
    let collect = |fen: i64| AreaSettlementCommand::Collect { amount: Money::from_fen(fen) };
    let fen = outstanding.fen();
    vec![
        AreaSettlementCommand::submit(format!("M-{version}").as_str()),
        AreaSettlementCommand::Approve {},
        AreaSettlementCommand::Execute {},
        collect(fen / 2),
        collect(fen),
        collect(fen + 1),
        collect(-1),
        AreaSettlementCommand::Void { reason: "wrong report".into() },
        AreaSettlementCommand::Void { reason: " ".into() },
    ]
}

/// What was met on the way.
#[derive(Default)]
struct Met {
    statuses: BTreeSet<Option<AreaSettlementStatus>>,
    rows: BTreeSet<(Option<AreaSettlementStatus>, &'static str)>,
    codes: BTreeSet<&'static str>,
}

fn walk(world: &World, events: &[AreaSettlementEvent], met: &mut Met) {
    let state = (!events.is_empty()).then(|| AreaSettlement::replay(events).unwrap());
    let state = state.as_ref();
    let status = state.map(|state| state.status);
    met.statuses.insert(status);
    for command in commands(state) {
        let row = AreaSettlementRow::table()
            .iter()
            .find(|row| row.from == status && row.command == command.word());
        for spoilt in SPOILT {
            let decision = world.decide(state, &command, *spoilt);
            let Some(rejection) = decision.rejection else {
                let row = row.expect("only what the table has is accepted");
                met.rows.insert((row.from, row.command));
                accepted(state, &decision, row);
                if *spoilt == Spoilt::Nothing && decision.events[0].version < LONGEST {
                    let mut longer = events.to_vec();
                    longer.extend(decision.events.iter().cloned());
                    assert_eq!(AreaSettlement::replay(&longer).ok(), decision.state);
                    walk(world, &longer, met);
                }
                continue;
            };
            assert_eq!(decision.state.as_ref(), state, "a rejection changes nothing");
            assert!(decision.events.is_empty() && decision.entries.is_empty());
            assert!(decision.deal_events.is_empty() && !rejection.reasons.is_empty());
            met.codes.extend(rejection.reasons.iter().map(|reason| reason.code.as_str()));
            let class = match (spoilt, row) {
                (Spoilt::Version, _) => RejectionClass::Stale,
                (_, None) => RejectionClass::NotInTable,
                (_, Some(_)) => RejectionClass::GuardsNotMet,
            };
            assert_eq!(rejection.class, class, "{status:?} {command:?} {spoilt:?}");
        }
    }
}

fn accepted(
    before: Option<&AreaSettlement>,
    decision: &AreaSettlementDecision,
    row: &AreaSettlementRow,
) {
    let after = decision.state.as_ref().unwrap();
    assert!(row.to.contains(&after.status), "{:?} {} {:?}", row.from, row.command, after.status);
    assert_eq!(decision.events.len(), 1);
    assert_eq!(decision.reads[0].version, before.map_or(0, |state| state.version));
    assert!(decision.entries.iter().all(kaipan::money::LedgerEntry::is_balanced));
    assert!(!after.outstanding().unwrap().is_negative());
    // A refund that is posted is a to-do of the cashier, and the same money an entry.
    let refund = after.sheet.money.iter().find(|line| line.way == AreaMoneyWay::Refund);
    let executes = row.command == "execute";
    let posts = executes && refund.is_some();
    // The deal hears of whatever changes its contract total.
    let settles = executes && !after.sheet.amount.is_zero();
    let events = usize::from(settles) + usize::from(posts);
    assert_eq!((decision.entries.len(), decision.deal_events.len()), (posts.into(), events));
    let mut deal = Deal::new("D1");
    if let Some(first) = decision.deal_events.first() {
        (deal.id, deal.version) = (first.deal.clone(), first.version - 1);
        decision.deal_events.iter().for_each(|event| deal.apply(event).unwrap());
        assert_eq!(deal.area_difference, Some(after.sheet.amount));
        assert!(deal.todos.iter().all(|todo| todo.id == deal.version));
    }
    if let Some(refund) = refund.filter(|_| posts) {
        assert_eq!(decision.entries[0].legs[1].amount, refund.amount);
    }
}

#[test]
fn every_state_is_closed_under_every_command() {
    let mut met = Met::default();
    let offset = AreaSettlementPolicy {
        refund: kaipan::area_settlement::RefundWay::Offset,
        ..AreaSettlementPolicy::default()
    };
    for (registered, policy) in [
        ("102.5", AreaSettlementPolicy::default()),
        ("98", AreaSettlementPolicy::default()),
        ("100", AreaSettlementPolicy::default()),
        ("94", offset.clone()),
        ("99.5", offset),
    ] {
        walk(&World { registered, policy }, &[], &mut met);
    }
    let all = AreaSettlementStatus::ALL.iter().copied().map(Some).chain([None]);
    assert_eq!(met.statuses, all.collect());
    let rows = AreaSettlementRow::table().iter().map(|row| (row.from, row.command));
    assert_eq!(met.rows, rows.collect(), "every row is taken");
    let codes = [
        "approval.missing",
        "approval.not_decided",
        "approval.of_another",
        "area_settlement.already_settled",
        "area_settlement.amount",
        "area_settlement.blank",
        "area_settlement.by_supplement",
        "area_settlement.choice_open",
        "area_settlement.earlier",
        "area_settlement.far",
        "area_settlement.no_contract",
        "area_settlement.not_allowed",
        "area_settlement.per_unit",
        "area_settlement.quit_instead",
        "area_settlement.stale",
        "area_settlement.total_differs",
    ];
    assert_eq!(met.codes, BTreeSet::from(codes));
}
