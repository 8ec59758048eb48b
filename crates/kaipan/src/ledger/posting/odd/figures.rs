//! Days, the clock and amounts that nobody can have meant.

use crate::Date;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::ledger::posting::entering::Entering;
use crate::ledger::{LedgerAct, LedgerCommand};
use crate::number::{Money, negative};

/// What is dated further back has a wrong year.
const MONTHS_BACK: i32 = 50 * 12;
/// 10 billion yuan: no home costs as much.
const LARGE: Money = Money::from_fen(1_000_000_000_000);

impl Entering<'_> {
    /// What is odd about the figures of any command.
    pub(in crate::ledger::posting) fn tell_figures(
        &mut self,
        command: &LedgerCommand,
    ) -> Result<()> {
        self.tell_date(command);
        self.tell_clock()?;
        self.tell_large(&command.act)
    }

    /// The day that is given is of the lifetime of a house.
    fn tell_date(&mut self, command: &LedgerCommand) {
        let today = self.context.now.date();
        let first = today.add_months(-MONTHS_BACK).unwrap_or(Date::FIRST);
        if self.date >= first {
            return;
        }
        let told = finding!(Code::LedgerDateOdd, date = self.date, today).at("date");
        match &command.act {
            LedgerAct::Enter { .. } => self.tell(told.at("entry").at("act")),
            _ if command.date.is_some() => self.tell(told),
            // It has the day of what it is about, which was told there.
            _ => {}
        }
    }

    /// The clock does not go back.
    fn tell_clock(&mut self) -> Result<()> {
        let now = self.context.now;
        let last = self.ledger.postings.rows().last().map(|row| row.recorded_at);
        if let Some(last) = last.filter(|last| now < *last) {
            let (now, last) = (now.in_words(), last.in_words());
            let told = finding!(Code::LedgerClockBack, now, last);
            self.findings.push(told.at("now").within(Input::Context));
        }
        Ok(())
    }

    fn tell_large(&mut self, act: &LedgerAct) -> Result<()> {
        let mut told: Vec<Finding> = Vec::new();
        let mut look = |amount: Money, place: &[&'static str], at: Option<usize>| -> Result<()> {
            if amount.max(negative(amount)?) >= LARGE {
                let found = finding!(Code::LedgerAmountLarge, amount);
                let found = place.iter().rev().fold(found, |found, step| match *step {
                    "" => at.into_iter().fold(found, Finding::at),
                    step => found.at(step),
                });
                told.push(found.at("act"));
            }
            Ok(())
        };
        act.each_amount(&mut look)?;
        told.into_iter().for_each(|told| self.tell(told));
        Ok(())
    }
}
