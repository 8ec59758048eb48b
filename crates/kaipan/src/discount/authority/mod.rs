//! Who may approve a discount (折扣权限, handbook §3.4).

mod approval;
pub(super) mod approve;
pub(super) mod asked;
mod check;
mod references;
mod rule;
mod table;

pub use approval::{Approval, ApprovalNeeded, RoleVerdict};
pub use asked::{AskedPrice, ReasonAmount};
pub use table::{AuthorityRule, AuthorityTable, LimitsApplyTo, ReasonLimit};
