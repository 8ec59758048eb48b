//! Buckets of days overdue, as data.

use super::answer::AgingColumn;
use crate::Label;
use crate::error::{Code, Error};
use crate::overdue::words::counted;
use kaipan_derive::boundary;

/// A bucket of days overdue: from one day to another, both counted.
#[boundary]
pub struct AgingBucket {
    /// The first day; 1 is the day after the due day.
    pub from_days: u32,
    /// The last day; no end if absent.
    pub to_days: Option<u32>,
}

/// 1–30, 31–60, 61–90, 91–180, 181–360 and longer.
pub(in crate::overdue) fn standard_buckets() -> Vec<AgingBucket> {
    let ends = [Some(30), Some(60), Some(90), Some(180), Some(360), None];
    let begins = [1, 31, 61, 91, 181, 361];
    let each = begins.into_iter().zip(ends);
    each.map(|(from_days, to_days)| AgingBucket { from_days, to_days }).collect()
}

/// Buckets that begin with day 0, overlap, or leave days without one. Places are below the buckets.
pub(in crate::overdue) fn wrong_buckets(buckets: &[AgingBucket]) -> Vec<Error> {
    let mut errors = Vec::new();
    // The day that the next bucket has to begin with; none after one without an end.
    let mut next = Some(1);
    for (at, bucket) in buckets.iter().enumerate() {
        let number = at.saturating_add(1);
        let from = bucket.from_days;
        let wrong = match next {
            Some(1) if from == 0 => Some(Error::new(Code::OverdueBucketsFrom)),
            Some(next) if from == next => None,
            Some(next) if from > next => {
                let error = Error::new(Code::OverdueBucketsHole).with("number", number);
                Some(error.with("low", next).with("high", from.saturating_sub(1)))
            }
            _ => Some(Error::new(Code::OverdueBucketsOverlap).with("number", number)),
        };
        errors.extend(wrong.map(|error| error.at("from_days").at(at)));
        if let Some(to) = bucket.to_days.filter(|to| *to < from) {
            let error = Error::new(Code::OverdueBucketEmpty).with("low", from).with("high", to);
            errors.push(error.at("to_days").at(at));
        }
        next = bucket.to_days.and_then(|to| to.checked_add(1));
    }
    if let Some(days) = next {
        let error = Error::new(Code::OverdueBucketsEnd).with("days", days.saturating_sub(1));
        errors.push(error.at(buckets.len()));
    }
    errors
}

impl AgingBucket {
    /// Such a number of days overdue is in it.
    pub(in crate::overdue) fn has(&self, days: u32) -> bool {
        self.from_days <= days && self.to_days.is_none_or(|to| days <= to)
    }

    /// The column of a report.
    pub(super) fn column(&self) -> AgingColumn {
        let before = self.from_days.saturating_sub(1);
        let [zh, en] = match self.to_days {
            Some(to) if to == self.from_days => [format!("{to} 天"), counted(to, "day")],
            Some(to) => [
                format!("{} 至 {to} 天", self.from_days),
                format!("{} to {to} days", self.from_days),
            ],
            None => [format!("超过 {before} 天"), format!("over {}", counted(before, "day"))],
        };
        AgingColumn {
            from_days: self.from_days,
            to_days: self.to_days,
            zh: Label::from(zh),
            en: Label::from(en),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(buckets: &[(u32, Option<u32>)]) -> Vec<(Code, String)> {
        let buckets =
            buckets.iter().map(|(from, to)| AgingBucket { from_days: *from, to_days: *to });
        let errors = wrong_buckets(&buckets.collect::<Vec<_>>());
        errors.iter().map(|error| (error.code(), error.path())).collect()
    }

    #[test]
    fn buckets_hold_every_day_once() {
        assert!(wrong_buckets(&standard_buckets()).is_empty());
        assert_eq!(wrong(&[(1, None)]), []);
        let at = |at: usize, field: &str| format!("/{at}/{field}");
        for (bad, code, place) in [
            (&[(1, Some(30)), (30, None)][..], Code::OverdueBucketsOverlap, at(1, "from_days")),
            (&[(1, Some(30)), (32, None)], Code::OverdueBucketsHole, at(1, "from_days")),
            (&[(2, None)], Code::OverdueBucketsHole, at(0, "from_days")),
            (&[(0, None)], Code::OverdueBucketsFrom, at(0, "from_days")),
            (&[(1, None), (31, None)], Code::OverdueBucketsOverlap, at(1, "from_days")),
            (&[(1, Some(0)), (1, None)], Code::OverdueBucketEmpty, at(0, "to_days")),
            (&[(1, Some(30))], Code::OverdueBucketsEnd, "/1".into()),
            (&[], Code::OverdueBucketsEnd, "/0".into()),
        ] {
            assert_eq!(wrong(bad), [(code, place)], "{bad:?}");
        }
    }
}
