//! What comes of a command.

use super::event::VoucherEvent;
use crate::error::{Finding, told};
use crate::{RejectionClass, StreamRead, Text};
use kaipan_derive::boundary;

/// What comes of a command: events and the streams that were read, or a rejection.
#[boundary(answer)]
pub struct VoucherDecision {
    /// The events, each to be appended to the stream of its book; none if the command was rejected. An
    /// exchange has events of several books.
    #[boundary(required)]
    pub events: Vec<VoucherEvent>,
    /// The streams that were read, with the versions that were seen. The events are appended only while
    /// every stream still has this version.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// The number that was drawn.
    pub number: Option<Text>,
    /// Why nothing happens.
    pub rejection: Option<VoucherRejection>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// Why a command is rejected. All books stay as they were.
#[boundary(answer)]
pub struct VoucherRejection {
    /// Of which of the three classes it is.
    pub class: RejectionClass,
    /// Everything that is lacking.
    #[boundary(required)]
    pub reasons: Vec<Finding>,
}

told!(VoucherRejection: reasons);
told!(VoucherDecision: rejection, findings);
