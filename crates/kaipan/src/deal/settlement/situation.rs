//! The settlement as the table asks for it: a rule stands once.

use super::{ChangeSettlement, ChangeSettling, ChangedFrom};
use crate::deal::guard::Situation;
use crate::deal::{Deal, DealAction};
use crate::error::Result;
use crate::number::Money;

impl<'a> Situation<'a> {
    /// The deal and unit that a change of unit leaves.
    pub(in crate::deal) fn changed_from(&self) -> Option<&'a ChangedFrom> {
        let asked = self.row.action == DealAction::ChangeUnit;
        self.context.changed_from.as_deref().filter(|_| asked)
    }

    /// The deal that is changed.
    pub(in crate::deal) fn changed_deal(&self) -> Option<&'a Deal> {
        match self.row.action {
            DealAction::ChangeUnit => self.changed_from().map(|from| &from.deal),
            _ => self.deal,
        }
    }

    /// What the change comes to, settled the first time that it is asked for; none where deal or
    /// money is not known.
    pub(in crate::deal) fn settlement(&self) -> Option<&Result<ChangeSettlement>> {
        self.settled.get_or_init(|| self.settle()).as_ref()
    }

    fn settle(&self) -> Option<Result<ChangeSettlement>> {
        let deal = self.changed_deal()?;
        let received = self.context.received.as_deref()?;
        let asked = ChangeSettling::new(deal, self.row.action, self.draft, self.context.now);
        let mut asked = asked.received(received).policy(&self.context.policy).guarded();
        if self.changed_from().is_some() {
            asked = asked.to_deal(self.deal.map(|deal| &deal.id));
            asked = asked.to_unit(self.stock.map(|stock| &stock.unit_no));
        }
        Some(asked.settle())
    }

    /// What the change returns and the seller pays besides, which a request for it may bound.
    pub(in crate::deal) fn settled_refund(&self) -> Option<Money> {
        let settlement = self.settlement()?.as_ref().ok()?;
        Money::sum([settlement.refund, settlement.compensation]).ok()
    }
}
