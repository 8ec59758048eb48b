//! Requests for the tests of areas that stand on approvals.

use super::{
    ApprovalAsked, ApprovalKind, ApprovalRequest, ApprovalStatus, ApprovalStep, RouteSource,
    RouteTaken, SigningRule,
};

/// An approved request about something.
pub(crate) fn approval(kind: ApprovalKind, subject: &str) -> ApprovalRequest {
    let at = "2026-03-01T09:00:00".parse().unwrap();
    let step = ApprovalStep { roles: vec!["manager".into()], rule: SigningRule::All };
    ApprovalRequest {
        id: "A1".into(),
        asked: ApprovalAsked::new(kind, subject, "P1"),
        requested_by: "agent".into(),
        requested_at: at,
        status: ApprovalStatus::Approved,
        route: RouteTaken {
            source: RouteSource::Table,
            code: None,
            steps: vec![step],
            may_sign_again: false,
            decide_by: None,
        },
        step: 2,
        signatures: Vec::new(),
        round: 1,
        changed_at: at,
        note: None,
        version: 3,
    }
}
