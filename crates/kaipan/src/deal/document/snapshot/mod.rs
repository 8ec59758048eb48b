//! Snapshots (快照, handbook §5.11): what was agreed at subscription and at signing, kept as it was.

mod hash;
mod model;
mod take;
mod terms;

pub use model::{
    DealSnapshot, SnapshotDates, SnapshotPayment, SnapshotPeople, SnapshotPrice, SnapshotTaken,
    SnapshotUnit, SnapshotWriting,
};
pub(in crate::deal) use take::{lacking_details, take};
pub use terms::{AgreedTerms, DealAgentShare, ESignature};
