//! A bill is approved by the request for its approval (handbook §2.9, §22.7).

use super::advance::BillStep;
use crate::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus};
use crate::error::Result;
use crate::pricing::bill::model::PriceBill;

impl BillStep<'_> {
    /// Refuses a step unless the request for approval of the bill was decided so. Without one the
    /// step goes on, where none is needed.
    pub(super) fn decided(&self, bill: &PriceBill, status: ApprovalStatus) -> Result<()> {
        let about = (ApprovalKind::PriceBill, bill.code.as_str());
        ApprovalRequest::require_given(self.approval, self.needs_approval, about, status)
    }
}
