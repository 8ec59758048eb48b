//! The transaction of a command, from the first read to the commit.

use super::appended::{Appended, appended};
use super::connection::{Connection, Statements, What, what_failed};
use super::order::Order;
use super::seen::Seen;
use crate::day::Day;
use crate::failure::{Failure, Outcome};
use kaipan::deal::{DealDecision, DealRejection};
use kaipan::{StreamRead, Time};
use postgres::Transaction;
use postgres::types::Json;
use serde_json::Value;

/// What came of an attempt.
#[derive(Debug)]
pub(crate) enum Attempt {
    /// It is answered, and the answer is kept.
    Answered(Answer),
    /// Another has changed a stream that was read: nothing is kept.
    Conflict,
    /// The server went away in the midst. Whether something is kept, the key will tell.
    Lost,
}

/// The answer to a command.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Why it was refused; none if it was accepted.
    pub(crate) refused: Option<Value>,
    /// It was answered before, under the same key.
    pub(crate) recalled: bool,
}

/// What was decided, before it is kept.
pub(super) enum Decided {
    Accepted(DealDecision),
    Refused(DealRejection),
}

impl Connection {
    /// Tries an order once.
    pub(crate) fn attempt(&mut self, day: &Day, order: &Order<'_>) -> Outcome<Attempt> {
        self.attempt_while(day, order, || Ok(()))
    }

    /// As [`Connection::attempt`], and something happens between the decision and the locks.
    pub(crate) fn attempt_while(
        &mut self,
        day: &Day,
        order: &Order<'_>,
        happens: impl FnOnce() -> Outcome,
    ) -> Outcome<Attempt> {
        match self.transact(day, order, happens) {
            Err(Failure::Database(error)) => match what_failed(&error) {
                What::Conflict => Ok(Attempt::Conflict),
                What::Lost => Ok(Attempt::Lost),
                What::Wrong => Err(error.into()),
            },
            done => done,
        }
    }

    /// One transaction: recall, read, decide, lock and compare, append, commit. Where it returns
    /// before the commit, it is rolled back.
    fn transact(
        &mut self,
        day: &Day,
        order: &Order<'_>,
        happens: impl FnOnce() -> Outcome,
    ) -> Outcome<Attempt> {
        let Connection { client, statements: by } = self;
        let mut within = client.transaction()?;
        if let Some(row) = within.query_opt(&by.recall, &[&order.key])? {
            let refused = row.get::<_, Option<Json<Value>>>(0).map(|Json(why)| why);
            return Ok(Attempt::Answered(Answer { refused, recalled: true }));
        }
        let seen = Seen::read(by, &mut within, order)?;
        // Asked for after the streams were read: whoever reads what this transaction appends will ask
        // for the time later than this. A clock that was put back does not go behind the last event.
        let row = within.query_one(&by.time, &[])?;
        let now = row.get::<_, &str>(0).parse::<Time>()?;
        let now = seen.latest.map_or(now, |latest| latest.max(now));
        let decided = order.decide(day, &seen, now)?;
        happens()?;
        let refused = match decided {
            Decided::Refused(rejection) => Some(serde_json::to_value(rejection)?),
            Decided::Accepted(decision) => {
                let streams = appended(&seen, &decision)?;
                if !still_as_read(by, &mut within, decision.reads)? {
                    return Ok(Attempt::Conflict);
                }
                within.execute(&by.answer, &[&order.key, &None::<Json<Value>>])?;
                append(by, &mut within, &order.key, now, &streams)?;
                within.commit()?;
                return Ok(Attempt::Answered(Answer { refused: None, recalled: false }));
            }
        };
        within.execute(&by.answer, &[&order.key, &refused.as_ref().map(Json)])?;
        within.commit()?;
        Ok(Attempt::Answered(Answer { refused, recalled: false }))
    }
}

/// Locks every stream that was read, in an order that is the same for all, and compares versions. A
/// stream that was never written to is begun at version 0, so that there is something to lock.
fn still_as_read(
    by: &Statements,
    within: &mut Transaction<'_>,
    mut reads: Vec<StreamRead>,
) -> Outcome<bool> {
    reads.sort_unstable();
    reads.dedup();
    let names = |reads: &[&StreamRead]| -> (Vec<&'static str>, Vec<String>) {
        reads.iter().map(|read| (read.kind.word(), read.id.to_string())).unzip()
    };
    let new: Vec<&StreamRead> = reads.iter().filter(|read| read.version == 0).collect();
    if !new.is_empty() {
        let (kinds, ids) = names(&new);
        within.execute(&by.begin, &[&kinds, &ids])?;
    }
    let (kinds, ids) = names(&reads.iter().collect::<Vec<_>>());
    let found = within.query(&by.lock, &[&kinds, &ids])?;
    let is_as_read = |row: &postgres::Row| {
        let (kind, id, version): (&str, &str, i32) = (row.get(0), row.get(1), row.get(2));
        reads.iter().any(|read| {
            read.kind.word() == kind
                && read.id == *id
                && i64::from(read.version) == i64::from(version)
        })
    };
    Ok(found.len() == reads.len() && found.iter().all(is_as_read))
}

/// Appends events under the next versions, and keeps what each stream comes to.
fn append(
    by: &Statements,
    within: &mut Transaction<'_>,
    command: &str,
    now: Time,
    streams: &[Appended],
) -> Outcome {
    let (mut kinds, mut ids, mut versions, mut bodies) = (vec![], vec![], vec![], vec![]);
    for stream in streams {
        for (version, body) in &stream.events {
            kinds.push(stream.kind.word());
            ids.push(stream.id.as_str());
            versions.push(*version);
            bodies.push(Json(body));
        }
    }
    within.execute(&by.append, &[&kinds, &ids, &versions, &command, &bodies])?;
    let kinds: Vec<_> = streams.iter().map(|stream| stream.kind.word()).collect();
    let ids: Vec<_> = streams.iter().map(|stream| stream.id.as_str()).collect();
    let versions: Vec<_> = streams.iter().map(Appended::version).collect();
    let states: Vec<_> = streams.iter().map(|stream| Json(&stream.state)).collect();
    within.execute(&by.update, &[&kinds, &ids, &versions, &now.to_string(), &states])?;
    Ok(())
}
