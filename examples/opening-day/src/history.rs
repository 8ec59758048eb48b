//! All that is stored, read anew: every stream with its events and the state that is kept of it.

use crate::failure::{Failure, Outcome};
use kaipan::StreamKind;
use kaipan::deal::{Deal, DealEvent, Quota, QuotaEvent, ReceivedMoney, StockEvent, UnitStock};
use kaipan::money::LedgerEntry;
use postgres::Client;
use postgres::types::Json;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;

/// A stream: what is kept of it, and its events.
#[derive(Debug, Clone)]
pub(crate) struct Kept<S, E> {
    pub(crate) id: String,
    pub(crate) version: u32,
    pub(crate) state: Option<S>,
    /// Each event with the version that it is stored under.
    pub(crate) events: Vec<(u32, E)>,
}

impl<S, E: Clone> Kept<S, E> {
    /// The events alone.
    pub(crate) fn bodies(&self) -> Vec<E> {
        self.events.iter().map(|(_, event)| event.clone()).collect()
    }
}

/// Every stream of the database.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    pub(crate) units: Vec<Kept<UnitStock, StockEvent>>,
    pub(crate) deals: Vec<Kept<Deal, DealEvent>>,
    pub(crate) quotas: Vec<Kept<Quota, QuotaEvent>>,
    pub(crate) ledgers: Vec<Kept<Vec<ReceivedMoney>, LedgerEntry>>,
    /// How many commands were answered.
    pub(crate) commands: usize,
    /// How many of them were refused.
    pub(crate) refused: usize,
    /// Keys of accepted commands that have no event: an answer without what it says.
    pub(crate) empty: Vec<String>,
}

impl History {
    /// Reads all of it as of one moment.
    pub(crate) fn read(client: &mut Client) -> Outcome<History> {
        let mut within =
            client.build_transaction().isolation_level(postgres::IsolationLevel::RepeatableRead);
        within = within.read_only(true);
        let mut within = within.start()?;
        let mut events: BTreeMap<(String, String), Vec<(u32, Value)>> = BTreeMap::new();
        let all = "SELECT kind, id, version, body FROM events ORDER BY kind, id, version";
        for row in within.query(all, &[])? {
            let Json(body): Json<Value> = row.get(3);
            let of_stream = events.entry((row.get(0), row.get(1))).or_default();
            of_stream.push((version(row.get(2))?, body));
        }
        let mut history = History::default();
        for row in within.query("SELECT kind, id, version, state FROM streams", &[])? {
            let (kind, id): (String, String) = (row.get(0), row.get(1));
            let state: Option<Json<Value>> = row.get(3);
            let events = events.remove(&(kind.clone(), id.clone())).unwrap_or_default();
            let raw =
                Raw { id, version: version(row.get(2))?, state: state.map(|Json(v)| v), events };
            history.take_in(&kind, raw)?;
        }
        let counted = "SELECT count(*), count(refused) FROM commands";
        let row = within.query_one(counted, &[])?;
        history.commands = usize::try_from(row.get::<_, i64>(0)).unwrap_or(0);
        history.refused = usize::try_from(row.get::<_, i64>(1)).unwrap_or(0);
        let empty = "SELECT key FROM commands WHERE refused IS NULL \
                     AND NOT EXISTS (SELECT FROM events WHERE command = key) ORDER BY key";
        history.empty = within.query(empty, &[])?.iter().map(|row| row.get(0)).collect();
        Ok(history)
    }

    fn take_in(&mut self, kind: &str, raw: Raw) -> Outcome {
        let known =
            [StreamKind::Unit, StreamKind::Deal, StreamKind::Quota, StreamKind::LedgerAccount];
        match known.into_iter().find(|one| one.word() == kind) {
            Some(StreamKind::Unit) => self.units.push(raw.kept()?),
            Some(StreamKind::Deal) => self.deals.push(raw.kept()?),
            Some(StreamKind::Quota) => self.quotas.push(raw.kept()?),
            Some(StreamKind::LedgerAccount) => self.ledgers.push(raw.kept()?),
            _ => {
                let (zh, en) = (format!("不认识的流：{kind}"), format!("no such stream: {kind}"));
                return Err(Failure::told(zh, en));
            }
        }
        Ok(())
    }
}

/// A stream as it is stored.
struct Raw {
    id: String,
    version: u32,
    state: Option<Value>,
    events: Vec<(u32, Value)>,
}

impl Raw {
    fn kept<S: DeserializeOwned, E: DeserializeOwned>(self) -> Outcome<Kept<S, E>> {
        let state = self.state.map(serde_json::from_value).transpose()?;
        let read = |(version, body): (u32, Value)| Ok((version, serde_json::from_value(body)?));
        let events = self.events.into_iter().map(read).collect::<Outcome<Vec<_>>>()?;
        Ok(Kept { id: self.id, version: self.version, state, events })
    }
}

fn version(stored: i32) -> Outcome<u32> {
    u32::try_from(stored).map_err(|_| {
        let (zh, en) = (format!("版本号不对：{stored}"), format!("a version of {stored}"));
        Failure::told(zh, en)
    })
}
