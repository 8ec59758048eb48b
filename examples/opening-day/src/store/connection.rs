//! A connection that gives up in time, and what its errors mean.

use crate::failure::Outcome;
use postgres::error::SqlState;
use postgres::{Client, Config, NoTls, Statement};
use std::error::Error;
use std::time::{Duration, Instant};

/// Nobody waits longer for the server than this.
const CONNECT: Duration = Duration::from_secs(5);
/// No statement runs, and no transaction rests, longer than this; a lock is waited for half as long.
const LIMITS: &str = "-c statement_timeout=10s -c lock_timeout=5s \
                      -c idle_in_transaction_session_timeout=10s -c timezone=UTC";

/// Where the server is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Address {
    pub(crate) port: u16,
}

impl Address {
    /// A connection; it is tried once.
    pub(crate) fn connect(self) -> Outcome<Client> {
        let mut config = Config::new();
        config.host("127.0.0.1").port(self.port).user("postgres").dbname("postgres");
        config.connect_timeout(CONNECT).tcp_user_timeout(2 * CONNECT).options(LIMITS);
        Ok(config.connect(NoTls)?)
    }

    /// A connection, as soon as the server takes one again.
    pub(crate) fn connect_until(self, deadline: Instant) -> Outcome<Client> {
        loop {
            match self.connect() {
                Err(failure) if Instant::now() > deadline => return Err(failure),
                Err(failure) if failure.is_lost() => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                done => return done,
            }
        }
    }
}

/// A connection with the statements of a command.
pub(crate) struct Connection {
    pub(super) client: Client,
    pub(super) statements: Statements,
}

impl Connection {
    pub(crate) fn new(mut client: Client) -> Outcome<Connection> {
        let statements = Statements::prepare(&mut client)?;
        Ok(Connection { client, statements })
    }
}

/// The statements of a command, each prepared once.
pub(super) struct Statements {
    /// The answer that is kept under a key.
    pub(super) recall: Statement,
    /// States and versions of streams.
    pub(super) read: Statement,
    /// What the clock on the wall shows.
    pub(super) time: Statement,
    /// Begins streams that are not there.
    pub(super) begin: Statement,
    /// Locks streams, and tells their versions.
    pub(super) lock: Statement,
    /// Keeps an answer.
    pub(super) answer: Statement,
    /// Adds events.
    pub(super) append: Statement,
    /// Keeps what streams come to.
    pub(super) update: Statement,
}

impl Statements {
    fn prepare(client: &mut Client) -> Outcome<Statements> {
        let mut prepare = |text: &str| client.prepare(text);
        Ok(Statements {
            recall: prepare("SELECT refused FROM commands WHERE key = $1")?,
            read: prepare(
                "SELECT kind, id, version, to_char(at, 'YYYY-MM-DD\"T\"HH24:MI:SS'), state \
                 FROM streams JOIN unnest($1::text[], $2::text[]) AS asked (kind, id) \
                 USING (kind, id)",
            )?,
            time: prepare(
                "SELECT to_char(shown + (clock_timestamp() - since), 'YYYY-MM-DD\"T\"HH24:MI:SS') \
                 FROM clock",
            )?,
            begin: prepare(
                "INSERT INTO streams (kind, id) \
                 SELECT * FROM unnest($1::text[], $2::text[]) AS new (kind, id) ORDER BY kind, id \
                 ON CONFLICT DO NOTHING",
            )?,
            lock: prepare(
                "SELECT kind, id, version FROM streams \
                 WHERE (kind, id) IN (SELECT * FROM unnest($1::text[], $2::text[])) \
                 ORDER BY kind, id FOR UPDATE",
            )?,
            answer: prepare("INSERT INTO commands (key, refused) VALUES ($1, $2)")?,
            append: prepare(
                "INSERT INTO events (kind, id, version, command, body) \
                 SELECT kind, id, version, $4, body \
                 FROM unnest($1::text[], $2::text[], $3::integer[], $5::jsonb[]) \
                     AS new (kind, id, version, body)",
            )?,
            update: prepare(
                "UPDATE streams SET version = new.version, at = $4::text::timestamp, \
                     state = new.state \
                 FROM unnest($1::text[], $2::text[], $3::integer[], $5::jsonb[]) \
                     AS new (kind, id, version, state) \
                 WHERE streams.kind = new.kind AND streams.id = new.id",
            )?,
        })
    }
}

/// What an error of the database means for whoever asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// Another was first: to be decided anew.
    Conflict,
    /// The server is gone, or not there yet: nobody knows whether the transaction was committed. Asked
    /// again under the same key, it is answered or done.
    Lost,
    /// A mistake.
    Wrong,
}

/// What an error means.
pub(crate) fn what_failed(error: &postgres::Error) -> What {
    match error.code() {
        Some(code) if CONFLICTS.contains(code) => What::Conflict,
        Some(code) if GONE.contains(code) || code.code().starts_with("08") => What::Lost,
        Some(_) => What::Wrong,
        None => {
            let of_system = error.source().is_some_and(|cause| cause.is::<std::io::Error>());
            if error.is_closed() || of_system { What::Lost } else { What::Wrong }
        }
    }
}

const CONFLICTS: [SqlState; 4] = [
    SqlState::UNIQUE_VIOLATION,
    SqlState::T_R_SERIALIZATION_FAILURE,
    SqlState::T_R_DEADLOCK_DETECTED,
    SqlState::LOCK_NOT_AVAILABLE,
];

const GONE: [SqlState; 3] =
    [SqlState::ADMIN_SHUTDOWN, SqlState::CRASH_SHUTDOWN, SqlState::CANNOT_CONNECT_NOW];
