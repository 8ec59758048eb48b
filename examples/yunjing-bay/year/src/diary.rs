//! What comes next: steps by the time at which they are done, those of one time in the order in
//! which they were written down.

use kaipan::Time;
use std::collections::BTreeMap;

/// Steps that are still to be done.
#[derive(Debug)]
pub(crate) struct Diary<S> {
    steps: BTreeMap<(Time, u64), S>,
    written: u64,
    end: Time,
}

impl<S> Diary<S> {
    /// Nothing is done after the end.
    pub(crate) fn new(end: Time) -> Diary<S> {
        Diary { steps: BTreeMap::new(), written: 0, end }
    }

    /// Writes a step down.
    pub(crate) fn add(&mut self, at: Time, step: S) {
        if at <= self.end {
            self.written += 1;
            self.steps.insert((at, self.written), step);
        }
    }

    /// The next step.
    pub(crate) fn next(&mut self) -> Option<(Time, S)> {
        self.steps.pop_first().map(|((at, _), step)| (at, step))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_by_time_and_then_as_written() {
        let time = |text: &str| text.parse::<Time>().unwrap();
        let mut diary = Diary::new(time("2026-12-31T20:00:00"));
        for (at, step) in [("2026-05-02T09:00:00", 1), ("2026-05-01T09:00:00", 2)] {
            diary.add(time(at), step);
        }
        diary.add(time("2026-05-01T09:00:00"), 3);
        diary.add(time("2027-01-01T09:00:00"), 4);
        let steps: Vec<i32> = std::iter::from_fn(|| diary.next()).map(|(_, step)| step).collect();
        assert_eq!(steps, [2, 3, 1]);
    }
}
