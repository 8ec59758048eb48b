//! The classes in which a command on a stream is rejected (decision 16).

use crate::error::{Code, Finding, Input, finding};
use kaipan_derive::boundary;

/// Why a command on a stream is rejected: one of three classes. The state stays as it was.
///
/// Approvals answer it in [`ApprovalRejection`](crate::approval::ApprovalRejection), deals in
/// `kaipan::deal::DealRejection`.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum RejectionClass {
    /// The transition table has no row for this state and this command.
    NotInTable,
    /// The table has a row, and something that must hold does not. All that is lacking is told.
    GuardsNotMet,
    /// A stream has changed since the caller looked at it.
    Stale,
}

/// A word of the JSON, and its name in Chinese.
pub(crate) type Named<'a> = [&'a str; 2];

/// The command is not in the table for the status, which is none where nothing is there yet; the
/// reason lists those that are.
pub(crate) fn not_in_table(
    code: Code,
    status: Option<Named<'_>>,
    command: Named<'_>,
    allowed: &[&str],
) -> Finding {
    let allowed = if allowed.is_empty() { "—".to_owned() } else { allowed.join(", ") };
    let [status, status_zh] = status.unwrap_or(["not there", "不存在"]);
    let [command, command_zh] = command;
    finding!(code, status, status_zh, command, command_zh, allowed).within(Input::Command)
}
