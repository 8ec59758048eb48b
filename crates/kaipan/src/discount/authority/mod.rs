//! Who may approve a discount (折扣权限, handbook §3.4).

mod approval;
mod approve;
mod asked;
mod check;
mod references;
mod rule;
mod table;

pub use approval::{Approval, ApprovalNeeded, RoleVerdict};
pub(super) use approve::approve;
pub use asked::{AskedPrice, ReasonAmount};
pub use table::{AuthorityRule, AuthorityTable, LimitsApplyTo, ReasonLimit};
