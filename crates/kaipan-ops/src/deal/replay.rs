//! `deal.replay`.

use super::given::together;
use kaipan::deal::{
    ChoosingQueue, Deal, DealEvent, QueueEvent, Quota, QuotaEvent, StockEvent, UnitStock,
    expect_events,
};
use kaipan::error::{Input, Result};
use kaipan::json::{Read, read_lines};
use kaipan::{Text, Time};
use kaipan_derive::boundary;
use std::borrow::Cow;

/// Histories of a unit, a deal, a queue and a quota, and the moment to look at. A history is a list of
/// events, or the text in which a host stores them, one event a line (NDJSON).
#[boundary]
#[derive(Default)]
pub struct DealReplayRequest {
    /// 房号, if the history of a unit is given.
    pub unit_no: Option<Text>,
    /// All events of the unit.
    pub stock: Vec<StockEvent>,
    /// Or their text.
    pub stock_lines: Option<String>,
    /// How many events the unit has, if that is known: a shorter history is refused.
    pub stock_version: Option<u32>,
    /// The deal, if its history is given.
    pub deal_id: Option<Text>,
    /// All events of the deal.
    pub deal: Vec<DealEvent>,
    /// Or their text.
    pub deal_lines: Option<String>,
    /// How many events the deal has, if that is known.
    pub deal_version: Option<u32>,
    /// The queue, if its history is given.
    pub queue_id: Option<Text>,
    /// All events of the queue.
    pub queue: Vec<QueueEvent>,
    /// Or their text.
    pub queue_lines: Option<String>,
    /// How many events the queue has, if that is known.
    pub queue_version: Option<u32>,
    /// The quota, if its history is given.
    pub quota_id: Option<Text>,
    /// All events of the quota.
    pub quota: Vec<QuotaEvent>,
    /// Or their text.
    pub quota_lines: Option<String>,
    /// How many events the quota has, if that is known.
    pub quota_version: Option<u32>,
    /// The moment: events after it are left out. Without one all count.
    pub until: Option<Time>,
}

/// What histories come to.
#[boundary(answer)]
pub struct DealReplayResponse {
    /// The stock of the unit.
    pub stock: Option<UnitStock>,
    /// The deal.
    pub deal: Option<Deal>,
    /// The queue.
    pub queue: Option<ChoosingQueue>,
    /// The quota.
    pub quota: Option<Quota>,
}

/// `deal.replay`: the state that histories come to, at any moment.
///
/// # Errors
/// As [`UnitStock::replay`], [`Deal::replay`], [`ChoosingQueue::replay`] and [`Quota::replay`], at
/// the place of the event; as [`read_lines`] for texts, [`expect_events`] for short histories;
/// [`kaipan::error::Code::JsonTogether`] for a list beside a text.
pub fn replay(request: &DealReplayRequest) -> Result<DealReplayResponse> {
    let until = request.until;
    let stock = request.unit_no.clone().map(|unit_no| {
        let given = Given(("stock", &request.stock), ("stock_lines", &request.stock_lines));
        given.replayed(Input::Stock, request.stock_version, |events| {
            UnitStock::replay(unit_no, events, until)
        })
    });
    let deal = request.deal_id.clone().map(|id| {
        let given = Given(("deal", &request.deal), ("deal_lines", &request.deal_lines));
        let replay = |events: &[DealEvent]| Deal::replay(id, events, until);
        given.replayed(Input::Deal, request.deal_version, replay)
    });
    let queue = request.queue_id.clone().map(|id| {
        let given = Given(("queue", &request.queue), ("queue_lines", &request.queue_lines));
        let replay = |events: &[QueueEvent]| ChoosingQueue::replay(id, events, until);
        given.replayed(Input::Queue, request.queue_version, replay)
    });
    let quota = request.quota_id.clone().map(|id| {
        let given = Given(("quota", &request.quota), ("quota_lines", &request.quota_lines));
        let replay = |events: &[QuotaEvent]| Quota::replay(id, events, until);
        given.replayed(Input::Quota, request.quota_version, replay)
    });
    Ok(DealReplayResponse {
        stock: stock.transpose()?,
        deal: deal.transpose()?,
        queue: queue.transpose()?,
        quota: quota.transpose()?,
    })
}

/// A history as a list, or as text, each with the name of its field.
struct Given<'a, T>((&'static str, &'a [T]), (&'static str, &'a Option<String>));

impl<T: Read + Clone> Given<'_, T> {
    fn replayed<S>(
        &self,
        input: Input,
        expected: Option<u32>,
        replay: impl FnOnce(&[T]) -> Result<S>,
    ) -> Result<S> {
        let Given((list, events), (lines, text)) = *self;
        let events = match text {
            None => Cow::Borrowed(events),
            Some(_) if !events.is_empty() => return Err(together(lines, list)),
            Some(text) => Cow::Owned(read_lines(text).map_err(|error| error.at(lines))?),
        };
        let place = |error: kaipan::Error| match text {
            Some(_) => error.at(lines),
            None => error.within(input),
        };
        expect_events(events.len(), expected).map_err(place)?;
        replay(&events).map_err(place)
    }
}
