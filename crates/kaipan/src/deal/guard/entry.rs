//! Whether the data of a unit were approved as they were entered (handbook §5.8, §22.6).

use super::approvals::ASKING;
use super::{Lacking, Situation};
use crate::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus, Signature};
use crate::{StreamKind, StreamRead, Text};

/// The role that approves at last, where no process variant names another.
const LAST: &str = "project_gm";

impl<'a> Situation<'a> {
    /// The request by which the unit was entered, where the policy asks for one: about the unit, or
    /// about a batch that names it among its streams. The last who signed has the role that approves
    /// at last. One request serves every release of every unit that it names.
    pub(in crate::deal) fn entry_approval(&self) -> Result<Option<&'a ApprovalRequest>, Lacking> {
        if !self.context.policy.entry_approval {
            return Ok(None);
        }
        let variant = self.variant(ApprovalKind::StockEntry.command());
        let named = variant.map(|variant| variant.approves.as_slice()).unwrap_or_default();
        let preset = [Text::constant(LAST)];
        let roles = if named.is_empty() { preset.as_slice() } else { named };
        let unit = self.unit_no();
        let is_of_unit = |request: &ApprovalRequest| {
            let of_unit =
                |read: &StreamRead| read.kind == StreamKind::Unit && Some(&read.id) == unit;
            Some(&request.asked.subject) == unit || request.asked.about.iter().any(of_unit)
        };
        let mut requests = self.context.approvals.iter().filter(|request| {
            request.asked.kind == ApprovalKind::StockEntry
                && request.status == ApprovalStatus::Approved
                && is_of_unit(request)
        });
        let found = requests.find(|request| {
            self.last_signature(request).is_some_and(|last| roles.contains(&last.role))
        });
        let lacking =
            || Lacking::Request { about: ApprovalKind::StockEntry, role: roles.first().cloned() };
        found.map(Some).ok_or_else(lacking)
    }

    /// The last signature of a request by somebody else than who asked for it, as of now.
    fn last_signature<'r>(&self, request: &'r ApprovalRequest) -> Option<&'r Signature> {
        let (asker, now) = (&request.requested_by, self.context.now);
        let others = request.signatures.iter().filter(|one| {
            one.at <= now
                && one.role != *ASKING
                && one.person != *asker
                && one.on_behalf_of.as_ref() != Some(asker)
        });
        others.max_by_key(|one| one.at)
    }
}
