//! Dates of a sale that are hardly right: out of order, or a signing years ahead.

use super::AnchorDates;
use crate::error::{Code, Finding, Input, finding};
use crate::unusual::{AGREED, SIGNED, signing};

/// Dates that contradict each other: what comes first in every sale is later.
pub(crate) fn dates_out_of_order(dates: &AnchorDates) -> Vec<Finding> {
    let signing = match dates.signing {
        Some(day) => (Some(day), "signing", ["签约日", "signing date"]),
        None => (dates.agreed_signing, "agreed_signing", ["约定签约日", "agreed signing date"]),
    };
    let booking = (dates.booking, "booking", ["预定日期", "booking date"]);
    let subscription = (dates.subscription, "subscription", ["认购日", "subscription date"]);
    let mortgage = (dates.mortgage, "mortgage", ["按揭办理日", "mortgage date"]);
    let handover = (dates.handover, "handover", ["交付日", "handover date"]);
    let title = (dates.title, "title", ["办理产权日", "title date"]);
    let order = [
        (booking, subscription),
        (subscription, signing),
        (subscription, mortgage),
        (signing, handover),
        (signing, title),
    ];
    let wrong = order.into_iter().filter_map(|(first, later)| {
        let (Some(first_day), Some(later_day)) = (first.0, later.0) else { return None };
        let finding = || {
            finding!(
                Code::InputDatesOrder,
                first_zh = first.2[0],
                first_en = first.2[1],
                day = first_day,
                later_zh = later.2[0],
                later_en = later.2[1],
                date = later_day
            )
        };
        (later_day < first_day).then(|| finding().at(later.1).within(Input::Dates))
    });
    wrong.collect()
}

/// What a request for schedules or fees says of its dates: their order, and signing far ahead.
pub(crate) fn schedule_dates(given: &AnchorDates) -> Vec<Finding> {
    let mut told = dates_out_of_order(given);
    told.extend(far_dates(given));
    told
}

/// Signing dates far ahead.
pub(crate) fn far_dates(given: &AnchorDates) -> Vec<Finding> {
    let Some(subscription) = given.subscription else { return Vec::new() };
    let mut told = Vec::new();
    for (day, field, what) in
        [(given.agreed_signing, "agreed_signing", AGREED), (given.signing, "signing", SIGNED)]
    {
        let found = day.and_then(|day| signing(what, day, subscription));
        told.extend(found.map(|finding| finding.at(field).within(Input::Dates)));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Date;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn dates_come_in_the_order_of_a_sale() {
        let [early, late] = [Some(day("2026-07-04")), Some(day("2026-07-05"))];
        let all = AnchorDates {
            subscription: early,
            signing: early,
            handover: early,
            title: early,
            ..AnchorDates::default()
        };
        assert!(dates_out_of_order(&all).is_empty(), "one day for all is no contradiction");
        let told = dates_out_of_order(&AnchorDates { signing: late, ..all });
        let places: Vec<_> = told.iter().filter_map(|one| one.path.clone()).collect();
        assert_eq!(places, ["/dates/handover", "/dates/title"]);
    }
}
