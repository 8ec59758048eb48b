//! The request for approval of a bill: a file of its own, or one of the project.

use super::args::{Action, BillArgs};
use super::store::Bills;
use crate::failure::Failure;
use crate::input;
use kaipan::approval::ApprovalRequest;
use kaipan::error::{Code, Error};
use kaipan_ops::json;
use std::path::PathBuf;

/// A request for approval, and the file that it stands in.
pub(super) struct Approval {
    pub(super) path: PathBuf,
    pub(super) request: ApprovalRequest,
}

impl Approval {
    /// The request for a step that is approved or rejected: as given, else that of the project.
    ///
    /// # Errors
    /// Files that cannot be read, or hold no request.
    pub(super) fn of(
        options: &BillArgs,
        bills: &Bills,
        number: u32,
    ) -> Result<Option<Approval>, Failure> {
        if !matches!(options.action, Action::Approve | Action::Reject) {
            return Ok(None);
        }
        let own = || Some(bills.approval(number)).filter(|path| path.exists());
        let Some(path) = options.approval.clone().or_else(own) else { return Ok(None) };
        let name = path.display().to_string();
        let read = input::read(&path).and_then(|bytes| json::read(json::utf8(&bytes)?));
        let request = read.map_err(|error: Error| match error.code() {
            Code::InputFile => Failure::plain(&error),
            _ => Failure::in_file(&name, &error),
        })?;
        Ok(Some(Approval { path, request }))
    }
}
