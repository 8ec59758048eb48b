//! What comes next: steps by the time at which they are done, those of one time in the order in
//! which they were written down.

use crate::failure::{Failure, Outcome};
use kaipan::Time;
use std::collections::BTreeMap;

/// Steps that are still to be done.
#[derive(Debug)]
pub(crate) struct Diary<S> {
    steps: BTreeMap<(Time, u64), S>,
    written: u64,
    now: Time,
    end: Time,
}

impl<S> Diary<S> {
    /// Nothing is done before the beginning or after the end.
    pub(crate) fn new(begin: Time, end: Time) -> Diary<S> {
        Diary { steps: BTreeMap::new(), written: 0, now: begin, end }
    }

    /// Writes a step down; one in the past is a mistake.
    pub(crate) fn add(&mut self, at: Time, step: S) -> Outcome {
        if at < self.now {
            let (now, at) = (self.now, at);
            return Err(Failure::told(
                format!("“{at}”已过去，现在是“{now}”"),
                format!("{at} has passed, it is {now}"),
            ));
        }
        if at <= self.end {
            self.written += 1;
            self.steps.insert((at, self.written), step);
        }
        Ok(())
    }

    /// The next step.
    pub(crate) fn next(&mut self) -> Option<(Time, S)> {
        let ((at, _), step) = self.steps.pop_first()?;
        self.now = at;
        Some((at, step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_by_time_and_then_as_written() {
        let time = |text: &str| text.parse::<Time>().unwrap();
        let (begin, end) = (time("2026-01-01T08:00:00"), time("2026-12-31T20:00:00"));
        let mut diary = Diary::new(begin, end);
        for (at, step) in [("2026-05-02T09:00:00", 1), ("2026-05-01T09:00:00", 2)] {
            diary.add(time(at), step).unwrap();
        }
        diary.add(time("2026-05-01T09:00:00"), 3).unwrap();
        diary.add(time("2027-01-01T09:00:00"), 4).unwrap();
        let steps: Vec<i32> = std::iter::from_fn(|| diary.next()).map(|(_, step)| step).collect();
        assert_eq!(steps, [2, 3, 1]);
        assert!(diary.add(time("2026-05-02T08:59:00"), 5).is_err());
    }
}
