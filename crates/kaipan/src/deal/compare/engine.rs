//! Compares.

use super::fields::{changed, kind, written};
use super::{ChangedField, ComparedEvent, DealComparison, DealHistory};
use crate::builder::optional_inputs;
use crate::deal::{Deal, DealEvent, StockEvent, UnitStock};
use crate::error::{At, Code, Error, Input, Result, both, finding};
use crate::{StreamKind, Text, Time};

/// Compares two moments of a history, or two histories: what differs, and the events between, each
/// with who, when, why and what it changed.
///
/// ```
/// use kaipan::deal::{DealComparing, DealHistory, StockChange, StockEvent};
/// let event = |version, at: &str, change| -> kaipan::Result<StockEvent> {
///     Ok(StockEvent::new("3-1-1802", version, at.parse()?, "王五", change))
/// };
/// let history = DealHistory::default().with_unit_no("3-1-1802").with_stock(vec![
///     event(1, "2026-09-01T09:00:00", StockChange::released())?,
///     event(2, "2026-09-02T09:00:00", StockChange::CONTROLLED)?,
/// ]);
/// let compared = DealComparing::new(&history).before_at("2026-09-01T12:00:00".parse::<kaipan::Time>()?).compare()?;
/// let field = &compared.stock[0];
/// assert_eq!((field.field.as_str(), field.before.as_deref(), field.after.as_deref()),
///     ("/state", Some("on_sale"), Some("controlled")));
/// assert_eq!(compared.only_after[0].by, "王五");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct DealComparing<'a> {
    before: &'a DealHistory,
    before_at: Option<Time>,
    after: Option<&'a DealHistory>,
    after_at: Option<Time>,
}

impl<'a> DealComparing<'a> {
    /// The first history.
    pub fn new(before: &'a DealHistory) -> DealComparing<'a> {
        DealComparing { before, before_at: None, after: None, after_at: None }
    }

    optional_inputs! {
        /// The moment of the first history: later events do not count. All count if absent.
        before_at: Time;
        /// The second history; the same if absent.
        after: &'a DealHistory;
        /// The moment of the second history.
        after_at: Time;
    }

    /// What differs.
    ///
    /// # Errors
    /// As [`UnitStock::replay`] and [`Deal::replay`], at the place of the event.
    pub fn compare(&self) -> Result<DealComparison> {
        let first = Walked::of(self.before, self.before_at).within(Input::Before);
        let second = match self.after {
            Some(after) => Walked::of(after, self.after_at).within(Input::After),
            None => Walked::of(self.before, self.after_at).within(Input::Before),
        };
        let (first, second) = match self.after {
            Some(_) => both(first, second)?,
            None => (first?, second?),
        };
        let (stock_before, stock_after) = apart(first.stock, second.stock);
        let (deal_before, deal_after) = apart(first.deal, second.deal);
        let mut only_before = events(stock_before)?;
        only_before.extend(events(deal_before)?);
        let mut only_after = events(stock_after)?;
        only_after.extend(events(deal_after)?);
        let other = self.after.filter(|after| {
            (&after.unit_no, &after.deal_id) != (&self.before.unit_no, &self.before.deal_id)
        });
        let findings = other.map(|_| finding!(Code::DealCompareOther).within(Input::After));
        Ok(DealComparison {
            stock: changed(&first.stock_state, &second.stock_state),
            deal: changed(&first.deal_state, &second.deal_state),
            only_before,
            only_after,
            findings: findings.into_iter().collect(),
        })
    }
}

/// What a history comes to at a moment, and the events until then.
struct Walked<'a> {
    stock: &'a [StockEvent],
    deal: &'a [DealEvent],
    stock_state: String,
    deal_state: String,
}

impl<'a> Walked<'a> {
    fn of(history: &'a DealHistory, until: Option<Time>) -> Result<Walked<'a>> {
        let stock = match &history.unit_no {
            Some(unit_no) => UnitStock::replay(unit_no.clone(), &history.stock, until).map(Some),
            None => none_of("unit_no", history.stock.len()).map(|()| None),
        };
        let deal = match &history.deal_id {
            Some(id) => Deal::replay(id.clone(), &history.deal, until).map(Some),
            None => none_of("deal_id", history.deal.len()).map(|()| None),
        };
        let (stock, deal) = both(stock.at("stock"), deal.at("deal"))?;
        let stock_events = stock.as_ref().map_or(0, |stock| stock.version);
        let deal_events = deal.as_ref().map_or(0, |deal| deal.version);
        Ok(Walked {
            stock: first_of(&history.stock, stock_events),
            deal: first_of(&history.deal, deal_events),
            stock_state: written(&stock),
            deal_state: written(&deal),
        })
    }
}

/// Events are of nothing that is named.
fn none_of(input: &'static str, events: usize) -> Result<()> {
    match events {
        0 => Ok(()),
        _ => Err(Error::new(Code::DealInputMissing).with("input", input)),
    }
}

fn first_of<T>(events: &[T], count: u32) -> &[T] {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    events.get(..count).unwrap_or(events)
}

/// What two streams have after what both have.
fn apart<'a, T: PartialEq>(one: &'a [T], other: &'a [T]) -> (Apart<'a, T>, Apart<'a, T>) {
    let shared = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let of = |events: &'a [T]| {
        let (shared, own) = events.split_at_checked(shared).unwrap_or((events, &[]));
        Apart { shared, own }
    };
    (of(one), of(other))
}

struct Apart<'a, T> {
    shared: &'a [T],
    own: &'a [T],
}

/// The events that one of them has alone, each with what it changed.
fn events<T: Happened>(of: Apart<'_, T>) -> Result<Vec<ComparedEvent>> {
    let Some(first) = of.own.first() else { return Ok(Vec::new()) };
    let mut state = first.nothing();
    for event in of.shared {
        event.happens_to(&mut state)?;
    }
    let mut told = Vec::with_capacity(of.own.len());
    let mut before = written(&state);
    for event in of.own {
        event.happens_to(&mut state)?;
        let after = written(&state);
        told.push(event.told(changed(&before, &after)));
        before = after;
    }
    Ok(told)
}

/// An event of either stream.
trait Happened {
    type State: crate::json::Write;

    fn nothing(&self) -> Self::State;
    fn happens_to(&self, state: &mut Self::State) -> Result<()>;
    fn told(&self, fields: Vec<ChangedField>) -> ComparedEvent;
}

macro_rules! happened {
    ($event:ident => $state:ident, $stream:ident, $id:ident) => {
        impl Happened for $event {
            type State = $state;

            fn nothing(&self) -> $state {
                $state::new(self.$id.clone())
            }

            fn happens_to(&self, state: &mut $state) -> Result<()> {
                state.apply(self)
            }

            fn told(&self, fields: Vec<ChangedField>) -> ComparedEvent {
                ComparedEvent {
                    stream: StreamKind::$stream,
                    id: self.$id.clone(),
                    version: self.version,
                    at: self.at,
                    by: self.by.clone(),
                    reason: self.reason.clone(),
                    change: Text::from(kind(&self.change)),
                    fields,
                }
            }
        }
    };
}

happened!(StockEvent => UnitStock, Unit, unit_no);
happened!(DealEvent => Deal, Deal, deal);
