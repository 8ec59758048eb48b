//! Deals that end before their homes are handed over: bookings, subscriptions, contracts.

use super::Deed;
use crate::days::later;
use crate::desk::{Besides, Place};
use crate::failure::{Failure, Outcome};
use crate::story::Story;
use crate::team::Team;
use crate::world::World;
use kaipan::Time;
use kaipan::approval::ApprovalKind;
use kaipan::deal::{
    ChangeFault, DealAction, DealDraft, FaultRemedy, SettlementTerms, StockLock, TodoKind,
};
use kaipan::opportunity::{FollowUp, FollowUpKind};

impl World<'_, '_, '_> {
    /// The buyer would like to have the booking money back.
    pub(super) fn ask_to_end_booking(&mut self, now: Time, sale: usize) -> Outcome {
        self.request(now, sale, ApprovalKind::Refund, Deed::RefundBooking)
    }

    /// 退定 of a booking.
    pub(super) fn refund_booking(&mut self, now: Time, sale: usize) -> Outcome {
        let controller = Team::worker("stock_controller")?;
        let draft = DealDraft::default().with_reason("客户另有安排");
        self.must(now, &controller, sale, DealAction::RefundBooking, draft)?;
        self.sale_step(later(now.date(), 2)?, sale, Deed::FinishTodos)
    }

    /// A booking has run out; what becomes of its money is decided later.
    pub(super) fn lapse_booking(&mut self, now: Time, sale: usize) -> Outcome {
        let controller = Team::worker("stock_controller")?;
        self.must(now, &controller, sale, DealAction::Lapse, DealDraft::default())?;
        self.request(now, sale, ApprovalKind::Quit, Deed::ForfeitBooking)
    }

    /// The money of a booking that has lapsed is kept.
    pub(super) fn forfeit_booking(&mut self, now: Time, sale: usize) -> Outcome {
        let todos = &self.deal(sale)?.todos;
        let open = todos.iter().find(|todo| todo.kind == TodoKind::RefundOrForfeit);
        let todo = open.map(|todo| todo.id).ok_or_else(|| Failure::missing("to-do"))?;
        let draft = DealDraft::default().with_reason("逾期未认购").with_todo(todo);
        let controller = Team::worker("stock_controller")?;
        // The home is on sale again, and may have been sold to another: the money alone is decided.
        let place = Place { unit: None, sale: Some(sale) };
        let command = (DealAction::ForfeitBooking, draft);
        self.must_at(now, &controller, place, command, Besides::default()).map(drop)
    }

    /// A subscription or contract is to end: it is applied for, and approval is asked for.
    pub(super) fn ask_to_end(&mut self, now: Time, sale: usize) -> Outcome {
        let agent = Team::agent(&self.household(sale)?.agent);
        let draft =
            DealDraft::default().with_reason("申请退房").with_pending(StockLock::QuitPending);
        self.must(now, &agent, sale, DealAction::ApplyForChange, draft)?;
        let kind = match self.sale(sale)?.story {
            Story::SubscriptionRefunded => ApprovalKind::Refund,
            _ => ApprovalKind::Quit,
        };
        self.request(now, sale, kind, Deed::End)
    }

    /// It ends, and its money is settled.
    pub(super) fn end_deal(&mut self, now: Time, sale: usize) -> Outcome {
        let unit = self.unit_of(sale)?;
        let story = self.sale(sale)?.story;
        if self.after_sale(sale)?.filed {
            self.cancel_filing(now, sale)?;
        }
        let terms = SettlementTerms::default();
        let (action, terms) = match story {
            Story::SubscriptionRefunded => (DealAction::RefundSubscription, terms),
            Story::SubscriptionForfeited => {
                let reminded = self.remind(now, sale)?;
                (DealAction::ForfeitSubscription, terms.with_reminded_on(reminded))
            }
            Story::BuyerQuits => {
                let remedy = FaultRemedy::penalty_rate();
                (DealAction::Quit, terms.with_fault(ChangeFault::Buyer).with_remedy(remedy))
            }
            Story::QuitsForDelay => {
                let remedy = FaultRemedy::late_handover();
                (DealAction::Quit, terms.with_fault(ChangeFault::Seller).with_remedy(remedy))
            }
            _ => (DealAction::Quit, terms),
        };
        let draft = DealDraft::default().with_reason("按结算单办理").with_settlement(terms);
        let after_sale = Some(self.after_sale(sale)?);
        let besides = Besides { after_sale, ..Besides::default() };
        let (controller, place) = (Team::worker("stock_controller")?, self.place(sale)?);
        self.must_at(now, &controller, place, (action, draft), besides)?;
        self.sale_step(later(now.date(), 3)?, sale, Deed::FinishTodos)?;
        self.diary.add(crate::days::after(now, 60 * 24)?, super::Step::Return(unit))?;
        Ok(())
    }

    /// The day on which the buyer was reminded to sign: eight days ago, as the record says.
    fn remind(&mut self, now: Time, sale: usize) -> Outcome<kaipan::Date> {
        let on = crate::days::earlier(now.date(), 8)?;
        let at = crate::days::clock(on, 15 * 60)?;
        let about = self.about(sale)?;
        let id = self.number("F");
        let (customer, agent) =
            (about.customer.clone().unwrap_or_default(), about.agent.clone().unwrap_or_default());
        let node = self.site.node.clone();
        let mut record = FollowUp::new(id, customer, node, agent, FollowUpKind::Call, at, now);
        record.note = Some("催签".into());
        self.write_follow_up(&about, record)?;
        Ok(on)
    }
}
