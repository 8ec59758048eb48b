//! The effects of a row, in order.

use super::DealDecision;
use super::settle;
use crate::deal::guard::Situation;
use crate::deal::table::{Effect, Transition};
use crate::deal::{
    CloseReason, Deal, DealChange, DealDocument, DealEvent, DocumentKind, DocumentState,
    Reservation, RoomHold, StockChange, StockEvent, TradeIn,
};
use crate::error::{Code, Error, Input, Result};
use crate::number::{Money, Rounding, UnitPrice};
use crate::pricing::{per_area, total_of};
use crate::project::{Unit, UnitState};
use crate::{Date, Text};

/// Days that a reservation for a trade-in lasts where the draft names no day.
const TRADE_IN_DAYS: u32 = 90;

/// The effects of a row on their way to a decision.
pub(super) struct Applying<'a> {
    pub(super) at: &'a Situation<'a>,
    row: &'static Transition,
    /// The active document after the effects so far.
    active: Option<DocumentKind>,
    pub(super) decision: DealDecision,
}

impl<'a> Applying<'a> {
    pub(super) fn new(at: &'a Situation<'a>, row: &'static Transition) -> Applying<'a> {
        let active = at.deal.and_then(Deal::active).map(|document| document.kind);
        Applying { at, row, active, decision: DealDecision::default() }
    }

    pub(super) fn run(mut self) -> Result<DealDecision> {
        for effect in self.row.effects {
            self.apply(*effect)?;
        }
        Ok(self.decision)
    }

    fn apply(&mut self, effect: Effect) -> Result<()> {
        let draft = self.at.draft;
        match effect {
            Effect::Release => self.stock(StockChange::Released { batch: draft.batch.clone() }),
            Effect::Withdraw => self.stock(StockChange::Withdrawn {}),
            Effect::Control => self.stock(StockChange::Controlled {}),
            Effect::Uncontrol => self.stock(StockChange::Uncontrolled {}),
            Effect::Reserve => {
                let until = draft.until.ok_or_else(|| missing("until"))?;
                self.reserve(until, None)
            }
            Effect::ReserveForTradeIn => self.reserve_for_trade_in(),
            Effect::EndReservation => {
                let reserved = self.at.stock.is_some_and(|stock| stock.reservation.is_some());
                self.stock_if(reserved, StockChange::ReservationEnded {})
            }
            Effect::Hold => self.hold(),
            Effect::EndHold => {
                let held = self.at.stock.is_some_and(|stock| stock.hold.is_some());
                self.stock_if(held, StockChange::HoldEnded {})
            }
            Effect::Correct => {
                let paper = draft.paper.clone().ok_or_else(|| missing("paper"))?;
                self.stock(StockChange::Corrected { paper })
            }
            Effect::Lapse => self.lapse(),
            Effect::NameBuyers if draft.buyers.is_empty() => Ok(()),
            Effect::NameBuyers => self.deal(DealChange::BuyersNamed {
                buyers: draft.buyers.clone(),
                agent: draft.agent.clone(),
                channel: draft.channel.clone(),
            }),
            Effect::ChooseUnit => self.choose_unit(),
            Effect::Queue => match draft.queue_number {
                Some(number) => self.deal(DealChange::Queued { number }),
                None => Ok(()),
            },
            Effect::AgreePrice => match draft.price.clone() {
                Some(price) => self.deal(DealChange::PriceAgreed { price }),
                None => Ok(()),
            },
            Effect::AgreePayment => match draft.plan.clone() {
                Some(plan) => {
                    let schedule = draft.schedule.clone();
                    self.deal(DealChange::PaymentAgreed { plan, schedule })
                }
                None => Ok(()),
            },
            Effect::Open(kind) => self.open(kind),
            Effect::Close(why) => self.close(why),
            Effect::Void => self.void(),
            Effect::Take => self.take(),
            Effect::Return => self.give_back(false),
            Effect::ReturnUnconfirmed => self.give_back(true),
            Effect::Lock => self.deal(DealChange::Locked {}),
            Effect::Unlock => self.deal(DealChange::Unlocked {}),
            Effect::Review => self.deal(DealChange::FinanceReviewed {}),
            Effect::BecomeDeposit => settle::become_deposit(self),
            Effect::Todo(kind) => settle::todo(self, kind),
            Effect::SettleDepositContract => settle::deposit_contract(self),
        }
    }

    fn reserve(&mut self, until: Date, trade_in: Option<TradeIn>) -> Result<()> {
        let customer = self.at.buyer().ok_or_else(|| missing("buyers"))?.clone();
        self.stock(StockChange::Reserved { reservation: Reservation { customer, until, trade_in } })
    }

    fn reserve_for_trade_in(&mut self) -> Result<()> {
        let unit = self.at.unit().ok_or_else(|| missing("unit"))?;
        let until = self.at.draft.until.or_else(|| self.at.today().add_days(TRADE_IN_DAYS));
        let until = until.ok_or_else(|| missing("until"))?;
        let old_home = self.at.draft.old_home.clone().ok_or_else(|| missing("old_home"))?;
        let (list_price, list_total) = list_prices(unit).ok_or_else(|| missing("list_price"))?;
        self.reserve(until, Some(TradeIn { old_home, list_price, list_total }))
    }

    fn hold(&mut self) -> Result<()> {
        let customer = self.at.buyer().ok_or_else(|| missing("buyers"))?.clone();
        let agent = self.at.draft.agent.as_ref().unwrap_or(&self.at.context.person).clone();
        let minutes = self.at.draft.minutes.ok_or_else(|| missing("minutes"))?;
        let seconds = minutes.checked_mul(60);
        let until = seconds.and_then(|seconds| self.at.context.now.add_seconds(seconds));
        let until = until.ok_or_else(|| Error::new(Code::NumberOverflow).at("minutes"))?;
        self.stock(StockChange::Held { hold: RoomHold { customer, agent, until } })
    }

    /// Whatever has run out ends.
    fn lapse(&mut self) -> Result<()> {
        let Some(stock) = self.at.stock else { return Ok(()) };
        let held = stock.hold.as_ref().is_some_and(|hold| self.at.context.now >= hold.until);
        self.stock_if(held, StockChange::HoldEnded {})?;
        let reservation = stock.reservation.as_ref();
        let over = reservation.is_some_and(|reservation| self.at.today() > reservation.until);
        self.stock_if(over, StockChange::ReservationEnded {})
    }

    fn choose_unit(&mut self) -> Result<()> {
        let stock = self.at.stock.ok_or_else(|| missing("stock"))?;
        let known = self.at.deal.and_then(|deal| deal.unit_no.as_ref());
        if known == Some(&stock.unit_no) {
            return Ok(());
        }
        self.deal(DealChange::UnitChosen { unit_no: stock.unit_no.clone() })
    }

    fn open(&mut self, kind: DocumentKind) -> Result<()> {
        if self.active.is_some() {
            self.close(CloseReason::Converted)?;
        }
        let draft = self.at.draft;
        let document = DealDocument {
            kind,
            number: draft.number.clone(),
            state: DocumentState::Active,
            closed: None,
            locked: false,
            finance_reviewed: false,
            active_at: Some(self.at.context.now),
            unit_before: self.at.stock.map(|stock| stock.state),
            valid_until: draft.until,
            agreed_signing: draft.agreed_signing,
            handover: draft.handover,
        };
        self.active = Some(kind);
        self.deal(DealChange::DocumentOpened { document })
    }

    pub(super) fn close(&mut self, why: CloseReason) -> Result<()> {
        match self.active.take() {
            Some(document) => self.deal(DealChange::DocumentClosed { document, why }),
            None => Ok(()),
        }
    }

    /// The active document is void, the unit is as it was before it, and the document that it took
    /// the place of counts again.
    fn void(&mut self) -> Result<()> {
        let deal = self.at.deal.ok_or_else(|| missing("deal"))?;
        let before = deal.active().and_then(|document| document.unit_before);
        self.close(CloseReason::Void)?;
        let converted = deal.documents.iter().rev();
        let converted =
            converted.into_iter().find(|one| one.closed == Some(CloseReason::Converted));
        if let Some(document) = converted {
            self.deal(DealChange::DocumentReopened { document: document.kind })?;
        }
        match (converted.and_then(|one| one.kind.unit_state()), before) {
            (Some(state), _) => self.stock(StockChange::Taken { deal: deal.id.clone(), state }),
            (None, Some(UnitState::Reserved)) | (None, None) => {
                self.return_to(UnitState::OnSale, false)
            }
            (None, Some(state)) => self.return_to(state, false),
        }
    }

    fn take(&mut self) -> Result<()> {
        let deal = self.at.deal.ok_or_else(|| missing("deal"))?;
        let state = self.row.to.ok_or_else(|| missing("stock"))?;
        self.stock(StockChange::Taken { deal: deal.id.clone(), state })
    }

    fn give_back(&mut self, needs_price_confirmation: bool) -> Result<()> {
        let state = self.row.to.ok_or_else(|| missing("stock"))?;
        self.return_to(state, needs_price_confirmation)
    }

    fn return_to(&mut self, state: UnitState, needs_price_confirmation: bool) -> Result<()> {
        if self.at.stock.is_none() {
            return Ok(());
        }
        self.stock(StockChange::Returned { state, needs_price_confirmation })
    }

    fn stock_if(&mut self, it_is: bool, change: StockChange) -> Result<()> {
        if it_is { self.stock(change) } else { Ok(()) }
    }

    fn stock(&mut self, change: StockChange) -> Result<()> {
        let stock = self.at.stock.ok_or_else(|| missing("stock"))?;
        let version = next(stock.version, self.decision.stock.len())?;
        self.decision.stock.push(StockEvent {
            unit_no: stock.unit_no.clone(),
            version,
            at: self.at.context.now,
            by: self.at.context.person.clone(),
            reason: self.at.draft.reason.clone(),
            change,
            schema: None,
        });
        Ok(())
    }

    pub(super) fn deal(&mut self, change: DealChange) -> Result<()> {
        let deal = self.at.deal.ok_or_else(|| missing("deal"))?;
        let version = next(deal.version, self.decision.deal.len())?;
        self.decision.deal.push(DealEvent {
            deal: deal.id.clone(),
            version,
            at: self.at.context.now,
            by: self.at.context.person.clone(),
            reason: self.at.draft.reason.clone(),
            change,
            schema: None,
        });
        Ok(())
    }

    /// The version that the next event of the deal has.
    pub(super) fn next_of_deal(&self) -> Result<u32> {
        let deal = self.at.deal.ok_or_else(|| missing("deal"))?;
        next(deal.version, self.decision.deal.len())
    }

    /// The deal's id.
    pub(super) fn deal_id(&self) -> Result<Text> {
        Ok(self.at.deal.ok_or_else(|| missing("deal"))?.id.clone())
    }
}

/// The list prices in force, of which one follows from the other; none if the unit has neither.
fn list_prices(unit: &Unit) -> Option<(UnitPrice, Money)> {
    let area = unit.building_area;
    match (unit.list_price, unit.list_total) {
        (Some(price), Some(total)) => Some((price, total)),
        (Some(price), None) => Some((price, total_of(price, area, &Rounding::FEN).ok()?)),
        (None, Some(total)) => Some((per_area(total, area).ok()?, total)),
        (None, None) => None,
    }
}

/// The version after those that a decision has already.
fn next(version: u32, decided: usize) -> Result<u32> {
    let decided = u32::try_from(decided).ok().and_then(|decided| decided.checked_add(1));
    let next = decided.and_then(|more| version.checked_add(more));
    next.ok_or_else(|| Error::new(Code::NumberOverflow))
}

/// An input that an effect needs; the guards of its row have looked at it.
pub(super) fn missing(input: &'static str) -> Error {
    Error::new(Code::DealInputMissing).with("input", input).within(Input::Context)
}
