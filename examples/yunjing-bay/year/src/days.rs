//! Days and times of the year: seasons, weekends, hours of business.

use crate::chance::Dice;
use crate::failure::{Failure, Outcome};
use kaipan::{Date, Time};

/// How busy the months are, from January on.
pub(crate) const SEASONS: [u32; 12] = [45, 30, 120, 95, 110, 115, 65, 60, 105, 110, 80, 65];

/// A day that this program names.
pub(crate) fn day(text: &str) -> Outcome<Date> {
    Ok(text.parse()?)
}

/// So many days later.
pub(crate) fn later(day: Date, days: u32) -> Outcome<Date> {
    day.add_days(days).ok_or_else(|| Failure::missing("day"))
}

/// So many days earlier.
pub(crate) fn earlier(day: Date, days: u32) -> Outcome<Date> {
    let back = i32::try_from(days).unwrap_or(i32::MAX);
    day.shift_days(-back).ok_or_else(|| Failure::missing("day"))
}

/// So many minutes after midnight.
pub(crate) fn clock(day: Date, minutes: u32) -> Outcome<Time> {
    Time::at(day, minutes / 60, minutes % 60, 0).ok_or_else(|| Failure::missing("time"))
}

/// So many minutes later.
pub(crate) fn after(time: Time, minutes: u32) -> Outcome<Time> {
    time.add_seconds(minutes * 60).ok_or_else(|| Failure::missing("time"))
}

/// So many minutes earlier, of at most two days and a half.
pub(crate) fn before(time: Time, minutes: u32) -> Outcome<Time> {
    let start = clock(earlier(time.date(), 3)?, 0)?;
    let since = u32::try_from(time.seconds_since(start)).unwrap_or(0);
    start.add_seconds(since.saturating_sub(minutes * 60)).ok_or_else(|| Failure::missing("time"))
}

/// A time of a day while the sales office is open.
pub(crate) fn in_hours(dice: &mut Dice, day: Date) -> Outcome<Time> {
    clock(day, dice.between(9 * 60, 17 * 60 + 30))
}

/// The month of a day, from 1.
pub(crate) fn month(day: Date) -> Outcome<usize> {
    let text = day.to_string();
    let month = text.get(5..7).and_then(|month| month.parse().ok());
    month.ok_or_else(|| Failure::missing("month"))
}

/// How busy each day of a span is.
#[derive(Debug, Clone)]
pub(crate) struct Season {
    from: Date,
    weights: Vec<u32>,
}

impl Season {
    /// From one day to another, both included.
    pub(crate) fn new(from: Date, to: Date) -> Outcome<Season> {
        let mut weights = Vec::new();
        let mut day = from;
        while day <= to {
            let season = SEASONS.get(month(day)? - 1).copied().unwrap_or(0);
            weights.push(if day.is_weekend() { season * 5 / 2 } else { season });
            day = later(day, 1)?;
        }
        Ok(Season { from, weights })
    }

    /// A day, the likelier the busier it is.
    pub(crate) fn draw(&self, dice: &mut Dice) -> Outcome<Date> {
        let at = u32::try_from(dice.weighted(&self.weights)).unwrap_or(0);
        later(self.from, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_season_lie_in_it_and_weekends_are_busy() {
        let (from, to) = (day("2026-03-14").unwrap(), day("2026-12-20").unwrap());
        let season = Season::new(from, to).unwrap();
        let mut dice = Dice::new(7, 1);
        let days: Vec<Date> = (0..2000).map(|_| season.draw(&mut dice).unwrap()).collect();
        assert!(days.iter().all(|day| (from..=to).contains(day)));
        let weekend = days.iter().filter(|day| day.is_weekend()).count();
        assert!(weekend > 850 && weekend < 1150, "{weekend}");
        assert_eq!(month(to).unwrap(), 12);
        let noon = clock(from, 12 * 60).unwrap();
        assert_eq!(after(before(noon, 3000).unwrap(), 3000).unwrap(), noon);
        assert_eq!(earlier(later(to, 40).unwrap(), 40).unwrap(), to);
    }
}
