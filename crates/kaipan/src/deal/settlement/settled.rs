use super::ChangeFault;
use crate::deal::DealAction;
use crate::number::Money;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// 变更记录: a change of a deal as it was settled, kept in its history.
#[boundary]
pub struct SettledChange {
    /// What was done.
    pub action: DealAction,
    /// When.
    pub at: Time,
    /// Whose fault it was.
    #[boundary(default)]
    pub fault: ChangeFault,
    /// Contract total before, yuan.
    pub old_total: Option<Money>,
    /// Contract total after, yuan.
    pub new_total: Option<Money>,
    /// Returned to the buyer, yuan.
    pub refund: Money,
    /// Forfeited, yuan.
    pub forfeited: Money,
    /// Handling fee, yuan.
    pub handling_fee: Money,
    /// The deal that it moved to, of a change of unit.
    pub to_deal: Option<Text>,
    /// The deal that it came from, of a change of unit.
    pub from_deal: Option<Text>,
    /// The agreed signing date before, of an extension.
    pub old_signing: Option<Date>,
    /// Late fees begin at the new days, of an extension.
    pub late_fee_moves: bool,
}

impl SettledChange {
    /// The document goes on, and says something else than was reviewed and printed.
    pub(in crate::deal) fn changes_terms(&self) -> bool {
        matches!(
            self.action,
            DealAction::ChangeNames
                | DealAction::ChangePlan
                | DealAction::ChangePrice
                | DealAction::ExtendPayment
        )
    }
}
