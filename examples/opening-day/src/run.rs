//! A day from the opening of the doors to the last buyer, with or without accidents.

use crate::crew::{Crew, Heard};
use crate::failure::{Failure, Outcome};
use crate::history::History;
use crate::report::Report;
use crate::server::Server;
use crate::table::Table;
use kaipan::error::Lang;
use std::time::{Duration, Instant};

/// A day that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(240);

/// What goes wrong on a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Accident {
    /// When so many of a hundred buyers are done.
    pub(crate) at: usize,
    /// How many workers are killed.
    pub(crate) workers: usize,
    /// The database is killed too.
    pub(crate) database: bool,
}

/// The accidents of a bad day: while homes are sold, and one while money is returned.
pub(crate) const ACCIDENTS: [Accident; 7] = [
    Accident { at: 4, workers: 1, database: false },
    Accident { at: 9, workers: 0, database: true },
    Accident { at: 14, workers: 3, database: false },
    Accident { at: 19, workers: 2, database: true },
    Accident { at: 24, workers: usize::MAX, database: false },
    Accident { at: 30, workers: usize::MAX, database: true },
    Accident { at: 70, workers: 4, database: true },
];

/// What was counted, as the workers told it.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) sales: usize,
    pub(crate) conflicts: usize,
    pub(crate) retries: usize,
    pub(crate) found: usize,
    pub(crate) done: usize,
    pub(crate) workers_killed: usize,
    pub(crate) database_killed: usize,
}

impl Counts {
    /// What was counted is what is stored, and what was to go wrong has gone wrong.
    pub(crate) fn agree_with(&self, history: &History, run: &Run<'_>) -> Outcome {
        let sold = history.units.iter().filter_map(|kept| kept.state.as_ref());
        let sold = sold.filter(|stock| stock.deal.is_some()).count();
        // Whoever is killed after a commit has not told of it.
        let told = if run.accidents.is_empty() { self.sales == sold } else { self.sales <= sold };
        if !told {
            return Err(Failure::told(
                format!("报告成交 {} 套，存储 {sold} 套", self.sales),
                format!("{} sales were told, {sold} are stored", self.sales),
            ));
        }
        let killed = run.accidents.iter().filter(|one| one.database).count();
        let hurt = run.accidents.iter().filter(|one| one.workers > 0).count();
        if self.database_killed != killed || self.workers_killed < hurt {
            return Err(Failure::told("有的事故没有发生", "not every accident has happened"));
        }
        if run.workers > 1 && run.buyers > history.units.len() && self.conflicts == 0 {
            let en = "nobody was ever late, so that nothing is proved: take more buyers";
            return Err(Failure::told("从未发生冲突，证明没有意义：请增加买家", en));
        }
        Ok(())
    }
}

/// What a day needs.
#[derive(Debug)]
pub(crate) struct Run<'a> {
    pub(crate) server: &'a Server,
    pub(crate) buyers: usize,
    pub(crate) workers: usize,
    pub(crate) accidents: &'a [Accident],
    pub(crate) lang: Lang,
}

impl Run<'_> {
    /// Runs the day, and shows every second what was counted. The arguments make a worker of this
    /// program.
    pub(crate) fn day(&self, arguments: Vec<String>) -> Outcome<Counts> {
        let deadline = Instant::now() + PATIENCE;
        let mut crew = Crew::start(self.workers, arguments)?;
        let mut ready = Vec::new();
        while ready.len() < self.workers {
            in_time(deadline)?;
            if let Heard::Told(number, Report::Ready) = crew.hear(Duration::from_millis(100))? {
                ready.push(number);
            }
        }
        let opened = Instant::now();
        for number in ready {
            crew.open(number)?;
        }
        let mut counts = Counts::default();
        // Buyers that each worker has told to be done: one who is started anew tells of all again.
        let mut done = vec![0_usize; self.workers];
        let mut most_done = vec![0_usize; self.workers];
        let mut accidents = self.accidents.iter().peekable();
        let mut table = Table::begin(self.lang, opened);
        while !crew.is_finished() {
            in_time(deadline)?;
            match crew.hear(Duration::from_millis(20))? {
                Heard::Nothing | Heard::Finished => {}
                Heard::StartedAnew(number) => {
                    if let Some(done) = done.get_mut(number) {
                        *done = 0;
                    }
                }
                Heard::Told(number, Report::Ready) => crew.open(number)?,
                Heard::Told(number, Report::Done) => {
                    if let (Some(done), Some(most)) =
                        (done.get_mut(number), most_done.get_mut(number))
                    {
                        *done += 1;
                        *most = (*most).max(*done);
                    }
                    counts.done = most_done.iter().sum();
                }
                Heard::Told(_, Report::Sale) => counts.sales += 1,
                Heard::Told(_, Report::Conflict) => counts.conflicts += 1,
                Heard::Told(_, Report::Retry) => counts.retries += 1,
                Heard::Told(_, Report::Found) => counts.found += 1,
            }
            let due = |accident: &&Accident| counts.done * 100 >= accident.at * self.buyers;
            if let Some(accident) = accidents.next_if(due) {
                let killed = crew.kill(accident.workers)?;
                counts.workers_killed += killed;
                if accident.database {
                    self.server.crash()?;
                    counts.database_killed += 1;
                }
                table.accident(killed, accident.database);
            }
            table.row(&counts);
        }
        let time = opened.elapsed();
        table.end(&counts, time);
        Ok(counts)
    }
}

fn in_time(deadline: Instant) -> Outcome {
    if Instant::now() < deadline {
        return Ok(());
    }
    Err(crate::too_long(PATIENCE))
}
