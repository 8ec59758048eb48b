//! What an action of a script is about.

use kaipan::deal::{Deal, DealAction, UnitStock, Waiting, transitions};

/// A unit, a deal, both or neither.
#[derive(Clone, Copy)]
pub(super) struct About<'s> {
    pub(super) stock: Option<&'s UnitStock>,
    pub(super) deal: Option<&'s Deal>,
}

impl<'s> About<'s> {
    /// What an action may be about, in the order of preference: unit and deal, the deal or the unit
    /// alone (the unit first where the step names it), nothing.
    pub(super) fn shapes(self, unit_first: bool) -> [About<'s>; 4] {
        let without_unit = About { stock: None, ..self };
        let without_deal = About { deal: None, ..self };
        let nothing = About { stock: None, deal: None };
        match unit_first {
            true => [self, without_deal, without_unit, nothing],
            false => [self, without_unit, without_deal, nothing],
        }
    }

    /// What the rows of the table for this action are about, where none begins here.
    pub(super) fn by_the_table(self, action: DealAction) -> About<'s> {
        let rows = || transitions().filter(|row| row.action == action);
        let without_deal = rows().all(|row| row.document == Waiting::NoDeal);
        let without_unit = rows().all(|row| row.units.is_empty());
        About {
            stock: self.stock.filter(|_| !without_unit),
            deal: self.deal.filter(|_| !without_deal),
        }
    }
}
