//! What holds for the events of every stream: of a unit, a deal, a queue, a quota.

use super::schema::todays;
use super::{DealEvent, StockEvent};
use crate::deal::{QueueEvent, QuotaEvent};
use crate::error::{At, Code, Error, Result};
use crate::{Text, Time};

/// An event of a stream.
pub(crate) trait StreamEvent {
    /// The field that names the stream.
    const STREAM: &'static str;
    /// The stream that it belongs to.
    fn stream(&self) -> &Text;
    /// Its place in the stream, from 1.
    fn version(&self) -> u32;
    /// When it was recorded.
    fn at(&self) -> Time;
    /// Its schema, where it is not that of this release.
    fn schema(&self) -> Option<u32>;
}

macro_rules! stream_events {
    ($($event:ident by $stream:ident),* $(,)?) => {$(
        impl StreamEvent for $event {
            const STREAM: &'static str = stringify!($stream);

            fn stream(&self) -> &Text {
                &self.$stream
            }

            fn version(&self) -> u32 {
                self.version
            }

            fn at(&self) -> Time {
                self.at
            }

            fn schema(&self) -> Option<u32> {
                self.schema
            }
        }
    )*};
}

stream_events!(StockEvent by unit_no, DealEvent by deal, QueueEvent by queue, QuotaEvent by quota);

/// The version of a stream after an event, which must be its next one.
///
/// # Errors
/// [`Code::DealForeignEvent`] for an event of another stream, [`Code::DealEventOrder`] for one that
/// is not the next, [`Code::EventSchema`] for one of another schema.
pub(crate) fn next_version<E: StreamEvent>(stream: &Text, version: u32, event: &E) -> Result<u32> {
    if event.stream() != stream {
        let error = Error::new(Code::DealForeignEvent).with("stream", stream);
        return Err(error.with("found", event.stream()).at(E::STREAM));
    }
    let next = version.checked_add(1).ok_or_else(|| Error::new(Code::NumberOverflow))?;
    if event.version() != next {
        let error = Error::new(Code::DealEventOrder).with("next", next);
        return Err(error.with("found", event.version()).at("version"));
    }
    todays(event.schema())?;
    Ok(next)
}

/// What events make of a new state, up to and with a moment if one is given.
///
/// # Errors
/// [`Code::DealEventTime`] for an event that was recorded before the one before it, and those of
/// `apply`, each at the place of the event.
pub(crate) fn replayed<S, E: StreamEvent>(
    mut state: S,
    events: &[E],
    until: Option<Time>,
    apply: impl Fn(&mut S, &E) -> Result<()>,
) -> Result<S> {
    let mut before: Option<Time> = None;
    for (at, event) in events.iter().enumerate() {
        in_time(before, event.at()).at(at)?;
        before = Some(event.at());
        if until.is_some_and(|until| event.at() > until) {
            break;
        }
        apply(&mut state, event).at(at)?;
    }
    Ok(state)
}

/// Events were recorded one after the other.
fn in_time(before: Option<Time>, at: Time) -> Result<()> {
    let Some(before) = before.filter(|before| at < *before) else { return Ok(()) };
    let error = Error::new(Code::DealEventTime).with("time", at.in_words());
    Err(error.with("before", before.in_words()).at("at"))
}
