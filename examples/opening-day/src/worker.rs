//! A worker: a process that serves some of the buyers, one after the other. It keeps nothing: killed
//! at any moment and started anew, it asks for everything again under the same keys.

use crate::buyer::Buyer;
use crate::day::Day;
use crate::failure::{Failure, Outcome, doing};
use crate::report::Report;
use crate::script::{Desk, Script};
use crate::store::{Address, Answer, Attempt, Connection, Order};
use std::io::Write;
use std::time::{Duration, Instant};

/// A command that has no answer after this time is a failure.
const PATIENCE: Duration = Duration::from_secs(60);

/// Serves buyers: before the doors open, and after.
pub(crate) fn serve(day: &Day, address: Address, buyers: &[Buyer]) -> Outcome {
    let mut script = Script { day, desk: Worker::new(day, address, true)? };
    for buyer in buyers {
        script.register(buyer)?;
    }
    tell(Report::Ready)?;
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(doing("stdin"))?;
    if line.trim() != "open" {
        return Err(Failure::told("没有人开门", "nobody has opened the doors"));
    }
    for buyer in buyers {
        script.rush(buyer)?;
        tell(Report::Done)?;
    }
    Ok(())
}

/// A desk with a connection.
pub(crate) struct Worker<'a> {
    day: &'a Day,
    address: Address,
    connection: Connection,
    /// Somebody listens to what it tells.
    tells: bool,
}

impl<'a> Worker<'a> {
    pub(crate) fn new(day: &'a Day, address: Address, tells: bool) -> Outcome<Worker<'a>> {
        let connection = connected(address, Instant::now() + PATIENCE)?;
        Ok(Worker { day, address, connection, tells })
    }

    fn tell(&self, report: Report) -> Outcome {
        if self.tells { tell(report) } else { Ok(()) }
    }
}

impl Desk for Worker<'_> {
    fn sold(&mut self) -> Outcome {
        self.tell(Report::Sale)
    }

    /// Asks until there is an answer: again after a conflict, again when the server is back.
    fn ask(&mut self, order: &Order<'_>) -> Outcome<Answer> {
        let deadline = Instant::now() + PATIENCE;
        let mut tries = 0_u64;
        let mut lost = false;
        loop {
            match self.connection.attempt(self.day, order)? {
                Attempt::Answered(answer) => {
                    if lost && answer.recalled {
                        self.tell(Report::Found)?;
                    }
                    return Ok(answer);
                }
                Attempt::Conflict => self.tell(Report::Conflict)?,
                Attempt::Lost => {
                    lost = true;
                    self.connection = connected(self.address, deadline)?;
                }
            }
            if Instant::now() > deadline {
                let (key, seconds) = (&order.key, PATIENCE.as_secs());
                let zh = format!("“{key}”在 {seconds} 秒内没有答复");
                return Err(Failure::told(zh, format!("{key} has no answer after {seconds} s")));
            }
            // Whoever was late twice waits a little, each a time of his own.
            tries = (tries + 1).min(10);
            std::thread::sleep(Duration::from_micros(fastrand::u64(..=500 * tries)));
            self.tell(Report::Retry)?;
        }
    }
}

/// A connection with its statements prepared, as soon as the server takes one.
fn connected(address: Address, deadline: Instant) -> Outcome<Connection> {
    loop {
        match Connection::new(address.connect_until(deadline)?) {
            Err(failure) if failure.is_lost() && Instant::now() < deadline => {}
            done => return done,
        }
    }
}

/// Nobody listens: the one who has started it is gone, and so it goes too.
fn tell(report: Report) -> Outcome {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{}", report.word()).and_then(|()| out.flush());
    written.map_err(doing("stdout"))
}
