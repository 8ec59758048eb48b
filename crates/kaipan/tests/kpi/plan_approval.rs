//! A sales plan goes through the approval engine by its preset route, from draft to in force.

use kaipan::Date;
use kaipan::approval::{
    ApprovalAsked, ApprovalCommand, ApprovalKind, ApprovalRequest, Deciding, RouteTable,
};
use kaipan::error::Code;
use kaipan::kpi::{
    PeriodKind, PlanStep, SalesPlan, SalesPlanKind, SalesPlanLine, SalesPlanning, TargetCommand,
    TargetState,
};
use kaipan::organisation::{
    Assignment, OrgKind, OrgMembership, OrgNode, OrgTree, Organisation, ProjectCompany,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn organisation() -> Organisation {
    let below = |id: &str, kind, parent: &str| {
        OrgNode::new(id, kind, id).with_parents(vec![OrgMembership::new(parent)])
    };
    let nodes = vec![
        OrgNode::new("HQ", OrgKind::Headquarters, "总部"),
        below("SZ", OrgKind::CityCompany, "HQ"),
        below("P1", OrgKind::Project, "SZ").with_company("C1"),
    ];
    Organisation::new(nodes).with_companies(vec![ProjectCompany::new("C1", "云境置业")])
}

struct Desk {
    organisation: Organisation,
    assignments: Vec<Assignment>,
}

impl Desk {
    fn decide(
        &self,
        by: &str,
        at: &str,
        state: Option<&ApprovalRequest>,
        command: &ApprovalCommand,
    ) -> ApprovalRequest {
        let (tree, routes) = (OrgTree::new(&self.organisation).unwrap(), RouteTable::preset());
        let deciding = Deciding::new(&tree, &routes, by, at.parse().unwrap());
        let decision = deciding.assignments(&self.assignments).decide(state, command).unwrap();
        assert!(decision.rejection.is_none(), "{:?}", decision.rejection);
        decision.state.unwrap()
    }
}

#[test]
fn a_plan_is_reviewed_by_both_sides_before_it_is_approved() {
    let assignments = vec![
        Assignment::new("ma", "city_marketing_head", "SZ"),
        Assignment::new("gu", "project_gm", "P1"),
        Assignment::new("gao", "city_gm", "SZ"),
    ];
    let desk = Desk { organisation: organisation(), assignments };
    let (from, to) = (day("2026-01-01"), day("2026-12-31"));
    let line =
        SalesPlanLine::new("net_signings", PeriodKind::Year, from, to, "1200".parse().unwrap());
    let plan = SalesPlan::new("SP-1", SalesPlanKind::Overall, "P1", from, to, vec![line]);

    let asked =
        ApprovalAsked::new(ApprovalKind::SalesPlan, plan.subject(), "P1").with_reason("年度计划");
    let submit = ApprovalCommand::Submit { id: "A-1".into(), asked };
    let submitted = desk.decide("li", "2026-01-05T09:00:00", None, &submit);
    let step = |command, by: &str, on: &str| PlanStep::new(command, by, day(on));
    let report = step(TargetCommand::Report, "li", "2026-01-05");
    let plan = plan.advance(&report.approval(&submitted)).unwrap().plan;
    assert_eq!(plan.state, TargetState::Reported);

    let sign = ApprovalCommand::Approve { role: None, note: None };
    let one = desk.decide("ma", "2026-01-06T09:00:00", Some(&submitted), &sign);
    let review = step(TargetCommand::Review, "ma", "2026-01-06");
    let error = plan.advance(&review.approval(&one)).unwrap_err();
    assert_eq!(error.code(), Code::KpiReviewLacks);

    let both = desk.decide("gu", "2026-01-07T09:00:00", Some(&one), &sign);
    let review = step(TargetCommand::Review, "gu", "2026-01-07");
    let plan = plan.advance(&review.approval(&both)).unwrap().plan;
    let approve = step(TargetCommand::Approve, "gao", "2026-01-07");
    let error = plan.advance(&approve.approval(&both)).unwrap_err();
    assert_eq!(error.code(), Code::ApprovalNotDecided);

    let all = desk.decide("gao", "2026-01-08T09:00:00", Some(&both), &sign);
    let approve = step(TargetCommand::Approve, "gao", "2026-01-08");
    let plan = plan.advance(&approve.approval(&all)).unwrap().plan;
    assert_eq!(plan.changes.len(), 3);
    let in_force = |on| {
        let plans = [plan.clone()];
        SalesPlanning::new(&plans, day(on)).sheet().unwrap().plans[0].in_force
    };
    assert_eq!((in_force("2026-01-07"), in_force("2026-01-08")), (None, Some(1)));

    // What was signed for this version says nothing of the next.
    let reason = kaipan::Label::from("年中调整");
    let revise = step(TargetCommand::Revise, "li", "2026-06-01").reason(reason);
    let next = plan.advance(&revise).unwrap().plan;
    let report = step(TargetCommand::Report, "li", "2026-06-01");
    let error = next.advance(&report.approval(&all)).unwrap_err();
    assert_eq!(error.code(), Code::ApprovalOfAnother);
}
