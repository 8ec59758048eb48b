//! When the buildings are sold, and how well.

use crate::days::day;
use crate::failure::Outcome;
use kaipan::Date;

/// What is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Home,
    Shop,
    Parking,
}

/// How a building is sold.
#[derive(Debug)]
pub(crate) struct Building {
    pub(crate) code: &'static str,
    pub(crate) kind: Kind,
    /// The day of its opening.
    pub(crate) release: Date,
    /// Days after the opening in which its homes are sold this year.
    pub(crate) days: u32,
    /// Of a thousand homes so many are sold this year.
    pub(crate) sold: u32,
    /// Of a thousand sales so many are made on the day of the opening.
    pub(crate) opening: u32,
    /// The day of handover that contracts promise.
    pub(crate) handover: Date,
    /// Sold as completed homes (现房销售).
    pub(crate) completed: bool,
    /// Completed, surveyed and handed over before the year ends.
    pub(crate) surveyed: bool,
    /// 推盘批次.
    pub(crate) batch: &'static str,
    /// Days before the opening in which buyers may register, after the permit.
    pub(crate) registration_days: u32,
}

/// Code, kind, day of the opening, days of sale, homes sold and sales on the day of the opening in a
/// thousand, day of handover, batch.
type Row = (&'static str, Kind, &'static str, u32, u32, u32, &'static str, &'static str);

/// All buildings of the example. Buildings 5 and 7 are completed in the year: their areas are
/// surveyed, and their homes handed over. Building 10 is sold as completed homes. Building 9 has its
/// permit under the rules of August 2026, so that its loans wait for the completion.
pub(crate) fn buildings() -> Outcome<Vec<Building>> {
    const ROWS: &[Row] = &[
        ("1", Kind::Home, "2026-03-14", 280, 760, 380, "2028-03-31", "首开"),
        ("5", Kind::Home, "2026-03-14", 125, 820, 450, "2026-11-28", "首开"),
        ("7", Kind::Home, "2026-03-14", 125, 800, 350, "2026-11-28", "首开"),
        ("3", Kind::Home, "2026-05-01", 230, 640, 320, "2028-03-31", "加推一"),
        ("8", Kind::Home, "2026-05-01", 230, 660, 300, "2028-03-31", "加推一"),
        ("S1", Kind::Shop, "2026-05-01", 230, 450, 150, "2028-03-31", "加推一"),
        ("2", Kind::Home, "2026-06-13", 190, 560, 330, "2028-03-31", "加推二"),
        ("6", Kind::Home, "2026-06-13", 190, 580, 300, "2028-03-31", "加推二"),
        ("11", Kind::Home, "2026-06-13", 190, 500, 250, "2028-03-31", "加推二"),
        ("12", Kind::Home, "2026-06-13", 190, 450, 250, "2028-03-31", "加推二"),
        ("P", Kind::Parking, "2026-09-05", 105, 330, 250, "2028-03-31", "车位"),
        ("9", Kind::Home, "2026-10-17", 65, 290, 480, "2028-12-31", "二期"),
        ("10", Kind::Home, "2026-10-17", 40, 480, 400, "2026-12-19", "二期现房"),
    ];
    let building = |row: &Row| {
        let (code, kind, release, days, sold, opening, handover, batch) = *row;
        let (release, handover) = (day(release)?, day(handover)?);
        let (completed, surveyed) = (code == "10", matches!(code, "5" | "7"));
        let registration_days = match code {
            "1" | "5" | "7" => 7,
            "3" | "8" => 6,
            "9" => 4,
            "2" | "6" | "11" | "12" | "10" => 1,
            _ => 0,
        };
        let building = Building {
            code,
            kind,
            release,
            days,
            sold,
            opening,
            handover,
            completed,
            surveyed,
            batch,
            registration_days,
        };
        Ok(building)
    };
    ROWS.iter().map(building).collect()
}
