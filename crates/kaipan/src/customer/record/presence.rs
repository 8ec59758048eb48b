//! Where a record is used, and by whom.

use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// A city or project that uses a record which was entered elsewhere (引入).
#[boundary]
pub struct CustomerPresence {
    /// The city or project.
    pub node: Text,
    /// When it was imported.
    pub imported_at: Time,
    /// Who imported it.
    pub imported_by: Text,
}

/// 客户共享: somebody who may work with the customer beside the agent.
#[boundary]
pub struct CustomerShare {
    /// Id.
    pub id: Text,
    /// Who may.
    pub agent: Text,
    /// First day; from the beginning if absent.
    pub valid_from: Option<Date>,
    /// Last day; without end if absent.
    pub valid_to: Option<Date>,
    /// Who shared the customer.
    pub shared_by: Text,
    /// Why.
    pub reason: Option<Text>,
}
