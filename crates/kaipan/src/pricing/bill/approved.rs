//! A bill is approved by the request for its approval (handbook §2.9, §22.7).

use super::advance::BillStep;
use super::model::PriceBill;
use crate::approval::{ApprovalKind, ApprovalStatus};
use crate::error::{Code, Error, Input, Result};

impl BillStep<'_> {
    /// Refuses a step unless the request for approval of the bill was decided so. Without one the
    /// step goes on, where none is needed.
    pub(super) fn decided(&self, bill: &PriceBill, status: ApprovalStatus) -> Result<()> {
        let Some(request) = self.approval else {
            let error = Error::new(Code::ApprovalMissing).with("subject", &bill.code);
            return if self.needs_approval { Err(error.within(Input::Approval)) } else { Ok(()) };
        };
        let (kind, expected) = (request.asked.kind, ApprovalKind::PriceBill);
        if kind != expected || request.asked.subject != bill.code {
            let error = Error::new(Code::ApprovalOfAnother);
            let error = error.with("kind_zh", kind.chinese()).with("kind", kind.word());
            let error = error.with("subject", &request.asked.subject);
            let error = error.with("expected_zh", expected.chinese());
            let error = error.with("expected", expected.word());
            let error = error.with("expected_subject", &bill.code);
            return Err(error.at("subject").at("asked").within(Input::Approval));
        }
        if request.status != status {
            let error = Error::new(Code::ApprovalNotDecided).with("id", &request.id);
            let error = error.with("status", request.status.word());
            let error = error.with("status_zh", request.status.chinese());
            let error = error.with("command", self.command.word());
            let error = error.with("command_zh", self.command.chinese());
            return Err(error.at("status").within(Input::Approval));
        }
        Ok(())
    }
}
