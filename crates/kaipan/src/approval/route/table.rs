//! Routes of approvals as hosts store them.

use crate::approval::kind::ApprovalKind;
use crate::check::Span;
use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Who must approve what (审批路线). [`RouteTable::preset`] has the one of the handbook (§22.6).
#[boundary]
pub struct RouteTable {
    /// Version, as a company numbers it.
    pub version: Option<Text>,
    /// The routes. Of several the one of the nearest node counts.
    #[boundary(required)]
    pub routes: Vec<ApprovalRoute>,
}

/// Who must approve some kinds of things at a node and below it.
#[boundary]
pub struct ApprovalRoute {
    /// Its code.
    pub code: Text,
    /// What it is for.
    #[boundary(required)]
    pub kinds: Vec<ApprovalKind>,
    /// Id of the node where it holds, and below it; absent: wherever no nearer route is.
    pub node: Option<Text>,
    /// Amounts above this, yuan, without it; absent: from the least on.
    pub above: Option<Money>,
    /// Amounts up to this, yuan, with it; absent: without a limit.
    pub up_to: Option<Money>,
    /// The steps, one after the other.
    #[boundary(required)]
    pub steps: Vec<ApprovalStep>,
    /// The reference of the signed paper must be given.
    pub needs_paper: bool,
    /// A reason must be given.
    pub needs_reason: bool,
    /// One person may sign in several steps. In one step everybody signs once.
    pub may_sign_again: bool,
    /// Days after which the request expires: 0 lets it be decided on the day it was submitted.
    /// Absent: it does not expire.
    pub days_to_decide: Option<u32>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

/// Roles that sign at once. Two signatures at once are a step of two roles, which two different
/// persons give.
#[boundary]
pub struct ApprovalStep {
    /// Codes of the roles.
    #[boundary(required)]
    pub roles: Vec<Text>,
    /// How many of them must sign.
    #[boundary(default)]
    pub rule: SigningRule,
}

/// How many roles of a step must sign.
#[boundary]
pub enum SigningRule {
    /// 会签: every one of them.
    #[default]
    All,
    /// 或签: any one of them.
    Any,
}

impl ApprovalRoute {
    pub(super) fn days(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }

    pub(super) fn is_for(&self, kind: ApprovalKind, day: Date) -> bool {
        self.kinds.contains(&kind) && self.days().contains(day)
    }

    /// Its band of amounts holds this one.
    pub(super) fn takes(&self, amount: Money) -> bool {
        self.above.is_none_or(|above| amount > above)
            && self.up_to.is_none_or(|up_to| amount <= up_to)
    }

    /// It looks at the amount.
    pub(super) fn has_band(&self) -> bool {
        self.above.is_some() || self.up_to.is_some()
    }
}
