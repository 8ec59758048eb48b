use crate::{Text, Time};
use kaipan_derive::boundary;

/// What the host knows as it asks about a queue.
#[boundary]
pub struct QueueContext {
    /// Now.
    pub now: Time,
    /// Who asks.
    pub person: Text,
    /// His roles here, by code.
    pub roles: Vec<Text>,
}
