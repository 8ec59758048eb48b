//! What comes of two desks that ask at the same moment: one has read and decided, and before it locks,
//! the other has done what it wanted. On a busy day this happens by chance; here it happens for sure.

use crate::buyer::Buyer;
use crate::day::Day;
use crate::failure::{Failure, Outcome, say};
use crate::script::{Script, booking, hold, receipt, subscription};
use crate::server::Server;
use crate::store::{Attempt, Connection, Order, What, what_failed};
use crate::worker::Worker;
use kaipan::error::Lang;
use kaipan::money::{BOOKING, DEPOSIT};
use kaipan::number::Money;
use kaipan::project::Unit;

const FEN: Money = Money::from_fen(1);

/// What comes of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    Conflict,
    Lost,
    Accepted,
    Refused,
    Recalled,
}

impl Came {
    fn word(self, lang: Lang) -> &'static str {
        match self {
            Came::Conflict => say(lang, "冲突", "conflict"),
            Came::Lost => say(lang, "断线", "lost"),
            Came::Accepted => say(lang, "办成", "accepted"),
            Came::Refused => say(lang, "拒绝", "refused"),
            Came::Recalled => say(lang, "已办", "done before"),
        }
    }
}

/// Two desks: one is late, the other is first.
struct Desks<'a> {
    late: Connection,
    first: Script<'a, Worker<'a>>,
    lang: Lang,
}

/// Runs all of it in a database of its own, with three homes and one special discount.
pub(crate) fn run(server: &Server, lang: Lang) -> Outcome {
    drop(server.begin()?);
    let day = Day::new(3)?;
    let [home, second, third] = day.units.as_slice() else {
        return Err(Failure::told("房源不足三套", "there are not three homes"));
    };
    let late = Connection::new(server.address.connect()?)?;
    let first = Script { day: &day, desk: Worker::new(&day, server.address, false)? };
    let mut desks = Desks { late, first, lang };
    desks.first.prepare(1)?;
    // These want to subscribe with the special discount, and this one to book.
    let [one, other, booker] = [7, 8, 11].map(|number| Buyer::new(number, day.units.len()));

    desks.same_key(&one)?;
    desks.first.register(&other)?;
    desks.first.register(&booker)?;
    desks.same_home([&one, &other], home)?;
    desks.last_discount(&one, second, &other, home)?;
    desks.money_moves(&booker, third)?;
    desks.same_version(server)
}

impl Desks<'_> {
    /// A command that is sent twice is done once.
    fn same_key(&mut self, one: &Buyer) -> Outcome {
        let order = receipt(one, "fen", kaipan::money::SINCERITY, FEN);
        let came = self.meet(&order, &order)?;
        self.expect(
            came,
            [Came::Conflict, Came::Recalled],
            "同一命令只办一次",
            "a command that is sent twice is done once",
        )?;
        self.first.register(one)
    }

    /// Of two who want a home, the late one does not have it.
    fn same_home(&mut self, [one, other]: [&Buyer; 2], home: &Unit) -> Outcome {
        let came = self.meet(&hold(one, 0, home), &hold(other, 0, home))?;
        self.expect(
            came,
            [Came::Conflict, Came::Refused],
            "同一套房只留给先到的",
            "of two who want a home, the first has it",
        )
    }

    /// Of two who want the last special discount, on homes of their own, the late one goes without.
    fn last_discount(&mut self, one: &Buyer, home: &Unit, other: &Buyer, others: &Unit) -> Outcome {
        self.first.must(&hold(one, 1, home))?;
        for buyer in [one, other] {
            self.first.must(&receipt(buyer, "deposit", DEPOSIT, buyer.rest_of_deposit()))?;
        }
        let late = subscription(self.first.day, one, home, true)?;
        let first = subscription(self.first.day, other, others, true)?;
        let came = self.meet(&late, &first)?;
        self.expect(
            came,
            [Came::Conflict, Came::Refused],
            "最后一个名额只用一次",
            "the last use of a quota is used once",
        )
    }

    /// A booking reads what was received and writes nothing there; money that moves meanwhile makes
    /// it decide anew all the same.
    fn money_moves(&mut self, booker: &Buyer, home: &Unit) -> Outcome {
        self.first.must(&hold(booker, 0, home))?;
        self.first.must(&receipt(booker, "booking_money", BOOKING, booker.booking()))?;
        let more = receipt(booker, "more", BOOKING, FEN);
        let came = self.meet(&booking(booker, home)?, &more)?;
        self.expect(
            came,
            [Came::Conflict, Came::Accepted],
            "只读的数据变了也要重新判断",
            "what was only read counts too",
        )
    }

    /// Whoever compares no versions is stopped by the key of the table.
    fn same_version(&self, server: &Server) -> Outcome {
        let again = "INSERT INTO events SELECT * FROM events WHERE kind = 'unit' AND version = 1";
        let done = server.address.connect()?.execute(again, &[]);
        let stopped = done.as_ref().is_err_and(|error| what_failed(error) == What::Conflict);
        let (zh, en) = ("同一版本只能写入一次", "a version is written once");
        if stopped {
            println!("  ✓ {}", say(self.lang, zh, en));
            return Ok(());
        }
        Err(Failure::told(format!("{zh}：不成立"), format!("{en}: it is not so")))
    }

    /// One has decided, then the other is first; and what comes when the late one asks again.
    fn meet(&mut self, late: &Order<'_>, first: &Order<'_>) -> Outcome<[Came; 2]> {
        let day = self.first.day;
        let attempt = self.late.attempt_while(day, late, || self.first.must(first))?;
        Ok([came(attempt), came(self.late.attempt(day, late)?)])
    }

    fn expect(&self, came: [Came; 2], expected: [Came; 2], zh: &str, en: &str) -> Outcome {
        if came == expected {
            println!("  ✓ {}", say(self.lang, zh, en));
            return Ok(());
        }
        let words =
            |came: [Came; 2], lang| came.map(|one| one.word(lang)).join(say(lang, "、", ", "));
        let [should, is] = [expected, came].map(|came| words(came, Lang::Zh));
        let zh = format!("{zh}：应为{should}，实为{is}");
        let [should, is] = [expected, came].map(|came| words(came, Lang::En));
        Err(Failure::told(zh, format!("{en}: {is} in place of {should}")))
    }
}

fn came(attempt: Attempt) -> Came {
    match attempt {
        Attempt::Conflict => Came::Conflict,
        Attempt::Lost => Came::Lost,
        Attempt::Answered(answer) if answer.refused.is_some() => Came::Refused,
        Attempt::Answered(answer) if answer.recalled => Came::Recalled,
        Attempt::Answered(_) => Came::Accepted,
    }
}
