//! What stands on a request for approval: a bill, a step of a deal.

use super::request::{ApprovalRequest, ApprovalStatus};
use crate::approval::kind::ApprovalKind;
use crate::check::blank;
use crate::error::{At, Code, Error, Input, Result};

impl ApprovalRequest {
    /// Refuses a request that is of another kind or about something else, or was not decided so.
    /// Places are in the request.
    ///
    /// # Errors
    /// [`Code::ApprovalBlank`], [`Code::ApprovalOfAnother`], [`Code::ApprovalNotDecided`].
    pub fn require(&self, kind: ApprovalKind, subject: &str, status: ApprovalStatus) -> Result<()> {
        if let Some(error) = blank(Code::ApprovalBlank, "id", &self.id) {
            return Err(error);
        }
        let asked = &self.asked;
        if asked.kind != kind || asked.subject != *subject {
            let error = Error::new(Code::ApprovalOfAnother).with("subject", &asked.subject);
            let error = error.with("kind_zh", asked.kind.chinese()).with("kind", asked.kind.word());
            let error = error.with("expected_zh", kind.chinese()).with("expected", kind.word());
            return Err(error.with("expected_subject", subject).at("subject").at("asked"));
        }
        if self.status != status {
            let error = Error::new(Code::ApprovalNotDecided).with("id", &self.id);
            let error = error.with("status_zh", self.status.chinese());
            let error = error.with("status", self.status.word());
            let error = error.with("expected_zh", status.chinese()).with("expected", status.word());
            return Err(error.at("status"));
        }
        Ok(())
    }

    /// The same of a request that may have been given, in [`Input::Approval`]. Without one what
    /// stands on it goes on, unless one is needed.
    ///
    /// # Errors
    /// Those of [`require`](Self::require); [`Code::ApprovalMissing`].
    pub(crate) fn require_given(
        request: Option<&ApprovalRequest>,
        is_needed: bool,
        (kind, subject): (ApprovalKind, &str),
        status: ApprovalStatus,
    ) -> Result<()> {
        match request {
            Some(request) => request.require(kind, subject, status).within(Input::Approval),
            None if is_needed => {
                let error = Error::new(Code::ApprovalMissing).with("subject", subject);
                Err(error.within(Input::Approval))
            }
            None => Ok(()),
        }
    }
}
