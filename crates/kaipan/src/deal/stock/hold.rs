use crate::{Text, Time};
use kaipan_derive::boundary;

/// 选房确认: a unit is held for a customer who goes to the cashier. It lies over the state of the
/// unit, and lapses by itself.
#[boundary]
pub struct RoomConfirmation {
    /// The customer.
    pub customer: Text,
    /// 置业顾问.
    pub agent: Text,
    /// The first moment at which it has lapsed.
    pub until: Time,
}
