//! The classes in which a command on a stream is rejected (decision 16).

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
