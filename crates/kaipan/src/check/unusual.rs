//! Facts that are legal and almost surely a mistake: a signing
//! date decades ahead, a ninth home, a group of none, a home of a hundredth of a square metre.
//!
//! What is usual is far wider than what happens, so that nobody is told of a rare but real deal.
//! A finding never changes an amount.

use crate::Date;
use crate::error::{Code, Finding, Lang, finding, shown};
use crate::number::{Area, Money, UnitPrice};
use std::fmt::Display;

/// Months from subscription within which contracts are signed.
const MONTHS_TO_SIGN: i32 = 12;
/// Homes of a household, the new one counted.
const MOST_HOMES: u32 = 5;
/// Units that a group buys.
const GROUP: [u32; 2] = [2, 1_000];
/// A loan is at least this part of the total: one in a hundred.
const LOAN_PART: i64 = 100;
/// A valuation is at least such a part of the price, and at most as many times it.
const VALUED: i64 = 10;
/// A target is at most so many times the average in force, and the average so many times it.
const AVERAGES: i64 = 3;
/// Areas of a unit, m²: from a locker to a whole building.
const AREAS: [i64; 2] = [1, 100_000];

/// Unit prices, yuan per m² of building area: from a gift to the dearest shop.
const UNIT_PRICES: [i64; 2] = [100, 1_000_000];

/// What a value is of, in both languages, what it is and what is usual.
pub(super) struct Seen<'a> {
    pub(super) what: [&'a str; 2],
    pub(super) value: [String; 2],
    pub(super) usual: [String; 2],
}

impl Seen<'_> {
    pub(super) fn told(&self) -> Finding {
        let ([what_zh, what_en], [value_zh, value_en]) = (self.what, &self.value);
        let [usual_zh, usual_en] = &self.usual;
        finding!(Code::InputUnusual, what_zh, what_en, value_zh, value_en, usual_zh, usual_en)
    }
}

fn both(value: impl Display) -> [String; 2] {
    [value.to_string(), value.to_string()]
}

fn in_both(value: impl Display, shape: &str) -> [String; 2] {
    let value = value.to_string();
    [Lang::Zh, Lang::En].map(|lang| shown(&value, shape, lang))
}

/// A signing date more than a year after the subscription.
pub(crate) fn signing(what: [&str; 2], day: Date, subscription: Date) -> Option<Finding> {
    let last = subscription.add_months(MONTHS_TO_SIGN)?;
    let seen = || Seen {
        what,
        value: both(day),
        usual: [
            format!("在认购后一年以内，即不晚于 {last}"),
            format!("within a year of the subscription, by {last}"),
        ],
    };
    (day > last).then(|| seen().told())
}

/// Which home of the household it is.
pub(crate) fn homes(count: u32) -> Option<Finding> {
    let seen = || Seen {
        what: ["家庭住房套数", "the count of the household's homes"],
        value: both(count),
        usual: [format!("不超过 {MOST_HOMES}"), format!("at most {MOST_HOMES}")],
    };
    (count > MOST_HOMES).then(|| seen().told())
}

/// Days of a policy, with what is usual from one to another.
#[cfg(feature = "ownership")]
pub(crate) fn days(what: [&str; 2], count: u32, [least, most]: [u32; 2]) -> Option<Finding> {
    let seen = || Seen {
        what,
        value: in_both(count, "number"),
        usual: [format!("为 {least} 到 {most}"), format!("from {least} to {most}")],
    };
    (count < least || count > most).then(|| seen().told())
}

/// Units that a group buys.
pub(crate) fn group(count: u32) -> Option<Finding> {
    let [least, most] = GROUP;
    if count >= least && count <= most {
        return None;
    }
    let [zh, en] = in_both(most, "number");
    let seen = Seen {
        what: ["团购套数", "the count of units that the group buys"],
        value: in_both(count, "number"),
        usual: [format!("为 {least} 到 {zh}"), format!("from {least} to {en}")],
    };
    Some(seen.told())
}

/// A loan that was applied for and is next to nothing beside the total.
pub(crate) fn loan([zh, en]: [&str; 2], applied: Money, total: Money) -> Option<Finding> {
    let least = Money::from_fen(total.fen().checked_div(LOAN_PART)?);
    if applied >= least {
        return None;
    }
    let [what_zh, what_en] = [format!("申请的{zh}"), format!("the {en} applied for")];
    let [zh, en] = in_both(least, "yuan");
    let seen = Seen {
        what: [&what_zh, &what_en],
        value: in_both(applied, "yuan"),
        usual: [
            format!("不低于总价的百分之一，即 {zh}"),
            format!("at least a hundredth of the total, {en}"),
        ],
    };
    Some(seen.told())
}

/// A valuation that is far from the price: below a tenth of it or above ten times it.
pub(crate) fn valuation(what: [&str; 2], value: Money, price: Money) -> Option<Finding> {
    let least = Money::from_fen(price.fen().checked_div(VALUED)?);
    let most = price.checked_mul(VALUED)?;
    if value >= least && value <= most {
        return None;
    }
    let ([low_zh, low_en], [high_zh, high_en]) = (in_both(least, "yuan"), in_both(most, "yuan"));
    let seen = Seen {
        what,
        value: in_both(value, "yuan"),
        usual: [format!("为 {low_zh}到 {high_zh}"), format!("from {low_en} to {high_en}")],
    };
    Some(seen.told())
}

/// The building area of a unit.
pub(crate) fn area(area: Area) -> Option<Finding> {
    let [least, most] =
        AREAS.map(|metres| Area::from_ten_thousandths(metres.saturating_mul(10_000)));
    if area >= least && area <= most {
        return None;
    }
    let ([low_zh, low_en], [high_zh, high_en]) = (in_both(least, "area"), in_both(most, "area"));
    let seen = Seen {
        what: ["建筑面积", "the building area"],
        value: in_both(area, "area"),
        usual: [format!("为 {low_zh} 到 {high_zh}"), format!("from {low_en} to {high_en}")],
    };
    Some(seen.told())
}

/// A unit price is hardly one: a total, or in 10,000 yuan.
pub(crate) fn is_odd_price(price: UnitPrice) -> bool {
    let [least, most] = UNIT_PRICES.map(yuan_per_m2);
    price < least || price > most
}

/// A unit price that is hardly one.
pub(crate) fn unit_price([zh, en]: [&str; 2], price: UnitPrice) -> Option<Finding> {
    let en = format!("the {en}");
    let seen = || Seen { what: [zh, &en], value: in_both(price, "price"), usual: usual_prices() };
    is_odd_price(price).then(|| seen().told())
}

/// An average that is asked for and is far from the one in force.
pub(crate) fn average(asked: UnitPrice, present: UnitPrice) -> Option<Finding> {
    let is_far = |greater: UnitPrice, less: UnitPrice| {
        less.checked_mul(AVERAGES).is_some_and(|most| greater > most)
    };
    if !is_far(asked, present) && !is_far(present, asked) {
        return None;
    }
    let [zh, en] = in_both(present, "price");
    let seen = Seen {
        what: ["目标均价", "the average of the target"],
        value: in_both(asked, "price"),
        usual: [
            format!("在现行均价 {zh} 的三分之一到三倍之间"),
            format!("from a third of the average in force, {en}, to three times it"),
        ],
    };
    Some(seen.told())
}

/// A total that is hardly one of such an area: in 10,000 yuan, or taken for that.
pub(crate) fn total([zh, en]: [&str; 2], total: Money, area: Area) -> Option<Finding> {
    // fen ÷ 0.0001 m²: 10^-2 ÷ 10^-4 yuan per m², and 10^6 millionths a yuan.
    let millionths = i128::from(total.fen()).checked_mul(100_000_000)?;
    let per_m2 = millionths.checked_div(i128::from(area.ten_thousandths()))?;
    let price = UnitPrice::from_micros(i64::try_from(per_m2).unwrap_or(i64::MAX));
    if !is_odd_price(price) {
        return None;
    }
    let (en, [usual_zh, usual_en]) = (format!("the {en}"), usual_prices());
    let [area_zh, area_en] = in_both(area, "area");
    let seen = Seen {
        what: [zh, &en],
        value: in_both(total, "yuan"),
        usual: [
            format!("{usual_zh}（面积 {area_zh}）"),
            format!("{usual_en}, and the area is {area_en}"),
        ],
    };
    Some(seen.told())
}

fn yuan_per_m2(yuan: i64) -> UnitPrice {
    UnitPrice::from_micros(yuan.saturating_mul(1_000_000))
}

fn usual_prices() -> [String; 2] {
    let [least, most] = UNIT_PRICES.map(yuan_per_m2).map(|price| in_both(price, "price"));
    let ([low_zh, low_en], [high_zh, high_en]) = (least, most);
    [format!("为 {low_zh} 到 {high_zh}"), format!("from {low_en} to {high_en}")]
}

/// Names of the signing dates.
pub(crate) const AGREED: [&str; 2] = ["约定签约日", "the agreed signing date"];
/// See [`AGREED`].
pub(crate) const SIGNED: [&str; 2] = ["签约日", "the signing date"];

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_usual_is_not_told() {
        let subscription = day("2026-02-28");
        assert_eq!(signing(AGREED, day("2027-02-28"), subscription), None);
        assert!(signing(AGREED, day("2027-03-01"), subscription).is_some());
        assert_eq!(homes(5), None);
        assert!(homes(6).is_some());
        assert_eq!((group(2), group(1_000)), (None, None));
        assert!([0, 1, 1_001, u32::MAX].map(group).iter().all(Option::is_some));
        let area = |text: &str| super::area(text.parse().unwrap());
        assert_eq!((area("1"), area("100000")), (None, None));
        assert!(area("0.99").is_some() && area("100000.01").is_some());
        let price = |text: &str| unit_price(["表价", "list price"], text.parse().unwrap());
        assert_eq!((price("100"), price("1000000")), (None, None));
        assert!(price("99.99").is_some() && price("1000000.01").is_some());
        let of_total = |text: &str, area: &str| {
            super::total(["表价总价", "list total"], text.parse().unwrap(), area.parse().unwrap())
        };
        assert_eq!((of_total("8950", "89.50"), of_total("89500000", "89.50")), (None, None));
        assert!(of_total("8949", "89.50").is_some() && of_total("89500001", "89.50").is_some());
        assert_eq!(of_total("100", "0"), None, "an area of nothing is refused elsewhere");
        let total = "5000000".parse().unwrap();
        let loan = |text: &str| super::loan(["商业贷款", "loan"], text.parse().unwrap(), total);
        assert_eq!(loan("50000"), None);
        assert!(loan("49999.99").is_some());
    }

    #[test]
    fn averages_are_compared_with_those_in_force() {
        let told = |asked: &str| {
            let found = average(asked.parse().unwrap(), "21000".parse().unwrap());
            found.map(|found| (found.zh, found.en))
        };
        assert_eq!((told("7000"), told("63000")), (None, None));
        let (zh, en) = told("2100000").unwrap();
        assert_eq!(
            zh,
            "目标均价为 2,100,000 元/㎡，通常在现行均价 21,000 元/㎡ 的三分之一到三倍之间"
        );
        assert!(en.contains("three times") && told("2.1").is_some() && told("6999.99").is_some());
    }

    #[test]
    fn what_is_told_says_what_is_usual() {
        let told = group(0).unwrap();
        assert_eq!(told.zh, "团购套数为 0，通常为 2 到 1,000");
        assert_eq!(
            told.en,
            "the count of units that the group buys is 0; usually it is from 2 to 1,000"
        );
    }
}
