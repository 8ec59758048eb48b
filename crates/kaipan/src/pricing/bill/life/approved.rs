//! A bill is approved by the request for its approval (handbook §2.9, §22.7).

use super::advance::BillStep;
use crate::approval::{ApprovalKind, ApprovalStatus};
use crate::error::{At, Code, Error, Input, Result};
use crate::pricing::bill::model::PriceBill;

impl BillStep<'_> {
    /// Refuses a step unless the request for approval of the bill was decided so. Without one the
    /// step goes on, where none is needed.
    pub(super) fn decided(&self, bill: &PriceBill, status: ApprovalStatus) -> Result<()> {
        match self.approval {
            Some(request) => {
                let required = request.require(ApprovalKind::PriceBill, &bill.code, status);
                required.within(Input::Approval)
            }
            None if self.needs_approval => {
                let error = Error::new(Code::ApprovalMissing).with("subject", &bill.code);
                Err(error.within(Input::Approval))
            }
            None => Ok(()),
        }
    }
}
