//! Today's date: the only clock of the program, and always shown where it is used.

use kaipan::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// China has one time zone, without summer time.
const EAST_OF_UTC: u64 = 8 * 3_600;
const DAY: u64 = 24 * 3_600;

/// Today in China, where the homes are sold, wherever the machine stands.
pub(crate) fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    date(seconds)
}

fn date(seconds: u64) -> Option<Date> {
    let days = seconds.checked_add(EAST_OF_UTC)?.checked_div(DAY)?;
    Date::from_ymd(1970, 1, 1)?.add_days(u32::try_from(days).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_china() {
        // 2026-07-03T15:59:59Z and the second after it.
        assert_eq!(date(1_783_094_399).unwrap().to_string(), "2026-07-03");
        assert_eq!(date(1_783_094_400).unwrap().to_string(), "2026-07-04");
        assert_eq!(date(u64::MAX), None);
    }
}
