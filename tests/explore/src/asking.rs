//! Requests for approval in a small world, by their real code: whoever does whatever with them, what
//! they allow in a deal is what was signed.

use crate::desk;
use crate::world::World;
use kaipan::Text;
use kaipan::approval::{
    ApprovalAsked, ApprovalCommand, ApprovalKind, ApprovalRequest, ApprovalRoute, ApprovalStatus,
    ApprovalStep, Deciding, Delegation, RouteTable, SigningRule,
};
use kaipan::deal::DealGuard;
use kaipan::organisation::{Assignment, OrgKind, OrgNode, OrgTree, Organisation};
use std::sync::LazyLock;

/// Who there is: the person at the desk, three who sign, and one who stands in for the last.
const PERSONS: [&str; 5] = [desk::PERSON, "经理", "高级经理", "财务", "代签"];

static ORGANISATION: LazyLock<Organisation> =
    LazyLock::new(|| Organisation::new(vec![OrgNode::new("P1", OrgKind::Headquarters, "总部")]));

static TREE: LazyLock<OrgTree<'static>> =
    LazyLock::new(|| OrgTree::new(&ORGANISATION).expect("a tree"));

/// First any manager, then two at once; on the day itself.
static ROUTES: LazyLock<RouteTable> = LazyLock::new(|| {
    let roles = |roles: &[&str]| roles.iter().map(|role| Text::from(*role)).collect();
    let first = ApprovalStep::new(roles(&["sales_manager", "project_gm"]));
    let steps = vec![
        first.with_rule(SigningRule::Any),
        ApprovalStep::new(roles(&["senior_sales_manager", "finance_officer"])),
    ];
    let kinds =
        vec![ApprovalKind::Refund, ApprovalKind::Quit, ApprovalKind::Void, ApprovalKind::Waiver];
    RouteTable::new(vec![ApprovalRoute::new("R", kinds, steps).with_days_to_decide(0_u32)])
});

static ASSIGNMENTS: LazyLock<Vec<Assignment>> = LazyLock::new(|| {
    let has = |person: &str, role: &str| Assignment::new(person, role, "P1");
    vec![
        has(desk::PERSON, "sales_manager"),
        has("经理", "sales_manager"),
        has("高级经理", "senior_sales_manager"),
        has("财务", "finance_officer"),
    ]
});

static DELEGATIONS: LazyLock<Vec<Delegation>> = LazyLock::new(|| {
    let today = desk::today();
    vec![Delegation::new("财务", "代签", today, today)]
});

/// What is asked: of each kind, and for each guard that money would meet.
fn asked() -> Vec<ApprovalAsked> {
    let ask = |kind| {
        let mut asked = ApprovalAsked::new(kind, "D1", "P1");
        asked.reason = Some("按规定".into());
        asked
    };
    let kinds = [ApprovalKind::Refund, ApprovalKind::Quit, ApprovalKind::Void].map(ask);
    let guards = [DealGuard::BookingMoney, DealGuard::DepositReceived, DealGuard::DownPayment];
    let waivers = guards.map(|guard| {
        let mut asked = ask(ApprovalKind::Waiver);
        asked.waives = vec![guard.word().into()];
        asked
    });
    kinds.into_iter().chain(waivers).collect()
}

/// Every world that this one can become by what somebody does with a request; one that is over can be
/// put away.
pub(crate) fn happen(world: &World, after: &mut Vec<World>) {
    let state = world.requests.first();
    // The person at the desk asks, or one who may sign for others.
    let persons = if state.is_none() { &PERSONS[..2] } else { &PERSONS };
    for person in persons {
        for command in commands(state) {
            let deciding = Deciding::new(&TREE, &ROUTES, *person, desk::now());
            let deciding = deciding.assignments(&ASSIGNMENTS).delegations(&DELEGATIONS);
            let decision = deciding.decide(state, &command);
            let decision = decision.unwrap_or_else(|error| panic!("{command:?}: {error}"));
            if decision.rejection.is_some() {
                assert_eq!(decision.state.as_ref(), state, "a rejection changes nothing");
                continue;
            }
            let next = decision.state.expect("the state after a decision");
            check(&next);
            let mut world = world.clone();
            world.requests = vec![next];
            after.push(world);
        }
    }
    if state.is_some_and(is_over) {
        let mut world = world.clone();
        world.requests.clear();
        after.push(world);
    }
}

fn commands(state: Option<&ApprovalRequest>) -> Vec<ApprovalCommand> {
    let Some(state) = state else {
        let submit = |asked| ApprovalCommand::Submit { id: "A-1".into(), asked };
        return asked().into_iter().map(submit).collect();
    };
    let note = || "说明".into();
    vec![
        ApprovalCommand::Approve { role: None, note: None },
        ApprovalCommand::Reject { role: None, note: note() },
        ApprovalCommand::Return { role: None, note: note() },
        ApprovalCommand::Withdraw { note: None },
        ApprovalCommand::Resubmit { asked: state.asked.clone() },
        ApprovalCommand::Expire {},
    ]
}

fn is_over(request: &ApprovalRequest) -> bool {
    !matches!(request.status, ApprovalStatus::Pending | ApprovalStatus::Returned)
}

/// Nobody signs an own request; nobody signs twice; what is approved was signed in every step.
fn check(request: &ApprovalRequest) {
    let mut persons: Vec<&Text> = Vec::new();
    for one in &request.signatures {
        for who in [Some(&one.person), one.on_behalf_of.as_ref()].into_iter().flatten() {
            assert!(*who != request.requested_by, "an own request is signed: {request:?}");
            assert!(!persons.contains(&who), "somebody signed twice: {request:?}");
            persons.push(who);
        }
    }
    if request.status == ApprovalStatus::Approved {
        let signed = |step: u32| request.signatures.iter().filter(|one| one.step == step).count();
        assert_eq!([signed(1), signed(2)], [1, 2], "{request:?}");
    }
}

/// A day passes: the last day to decide is over.
pub(crate) fn pass(request: &mut ApprovalRequest) {
    request.route.decide_by = request.route.decide_by.and_then(|_| desk::today().shift_days(-1));
}

/// What no decision looks at: how many events and rounds there were, what was said.
pub(crate) fn forget(request: &mut ApprovalRequest) {
    (request.version, request.round, request.note) = (1, 1, None);
}
