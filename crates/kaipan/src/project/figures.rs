//! Redundant figures: a unit price and an area beside a total must agree.
//!
//! Real lists round both prices, so they agree within a step of each: a step of the unit price as
//! it is written (0.01; 0.1 or 1 yuan if it has no finer digits) × the area, and the place at which
//! the total ends (10, 100 or 1,000 yuan if it does, else 1 yuan). A whole-yuan total of a unit
//! price in fen may differ by a yuan; a total in 万 beside a unit price in yuan does not pass.

use super::Unit;
use crate::error::{Code, Finding, Input, InputPlace, Lang, finding, shown};
use crate::number::{Area, Money, UnitPrice};
use crate::unusual;

/// Which price the figures are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figured {
    /// 表价.
    List,
    /// 底价.
    Floor,
    /// 备案价.
    Filed,
    /// 成交价.
    Deal,
    /// 原表价 of a price bill.
    Old,
    /// 新表价 of a price bill.
    New,
    /// 新底价 of a price bill.
    NewFloor,
}

impl Figured {
    /// Its unit price and its total, in Chinese and English.
    const fn names(self) -> [&'static str; 4] {
        match self {
            Figured::List => ["表价", "list price", "表价总价", "list total"],
            Figured::Floor => ["底价", "floor price", "底价总价", "floor total"],
            Figured::Filed => ["备案价", "filed price", "备案总价", "filed total"],
            Figured::Deal => ["成交价", "deal price", "成交总价", "deal total"],
            Figured::Old => ["原表价", "old list price", "原表价总价", "old list total"],
            Figured::New => ["新表价", "new list price", "新表价总价", "new list total"],
            Figured::NewFloor => ["新底价", "new floor price", "新底价总价", "new floor total"],
        }
    }
}

/// Unit prices have 6 decimals and areas 4: a fen has so many parts in their product.
const FEN: u128 = 100_000_000;

/// What there is to say about a unit price × an area that is not the total given beside them.
///
/// Figures that are not above zero are refused elsewhere and not compared.
pub(crate) fn differ(
    figured: Figured,
    unit_price: UnitPrice,
    area: Area,
    total: Money,
) -> Option<Finding> {
    let micros = u128::try_from(unit_price.micros()).ok().filter(|micros| *micros > 0)?;
    let size = u128::try_from(area.ten_thousandths()).ok().filter(|size| *size > 0)?;
    let fen = u128::try_from(total.fen()).ok().filter(|fen| *fen > 0)?;
    let product = micros.checked_mul(size)?;
    let given = fen.checked_mul(FEN)?;
    let apart = product.abs_diff(given);
    let allowed = step(micros).checked_mul(size)?.checked_add(place(fen).checked_mul(FEN)?)?;
    if apart <= allowed {
        return None;
    }
    let [price_zh, price_en, total_zh, total_en] = figured.names();
    let product_shown = yuan(product);
    let (detail_zh, detail_en) = match scale(product, given, unusual::is_odd_price(unit_price)) {
        Some((zh, en)) => (zh.to_owned(), en.to_owned()),
        None => {
            let apart = |lang: Lang| shown(&yuan(apart), "yuan", lang);
            let (zh, en) = (apart(Lang::Zh), apart(Lang::En));
            (format!("相差 {zh}"), format!("they are {en} apart"))
        }
    };
    Some(finding!(
        Code::ProjectFiguresDiffer,
        price_zh,
        price_en,
        price = unit_price,
        area,
        product = product_shown,
        total_zh,
        total_en,
        total,
        detail_zh,
        detail_en
    ))
}

/// What list, floor and filed prices of a unit say against each other, and an area that is hardly
/// one; `place` is where the unit stands.
pub(crate) fn of_unit(unit: &Unit, place: impl Into<InputPlace>) -> Vec<Finding> {
    let place = place.into();
    let pairs = [
        (Figured::List, unit.list_price, unit.list_total, ["list_price", "list_total"]),
        (Figured::Floor, unit.floor_price, unit.floor_total, ["floor_price", "floor_total"]),
        (Figured::Filed, unit.filed_price, unit.filed_total, ["filed_price", "filed_total"]),
    ];
    let at = |found: Finding, field: &'static str| {
        found.unit(&unit.unit_no).placed(place.clone().then(field))
    };
    let found = pairs.iter().filter_map(|(figured, price, total, [_, field])| {
        Some(at(differ(*figured, (*price)?, unit.building_area, (*total)?)?, field))
    });
    let odd = pairs.iter().filter_map(|(figured, price, total, [of_price, of_total])| {
        let [price_zh, price_en, total_zh, total_en] = figured.names();
        match (price, total) {
            (Some(price), _) => {
                Some(at(unusual::unit_price([price_zh, price_en], *price)?, of_price))
            }
            (None, Some(total)) => {
                let told = unusual::total([total_zh, total_en], *total, unit.building_area)?;
                Some(at(told, of_total))
            }
            (None, None) => None,
        }
    });
    let area = unusual::area(unit.building_area).map(|told| at(told, "building_area"));
    found.chain(odd).chain(area).collect()
}

/// As [`of_unit`], for the units of a project.
pub(crate) fn of_units(units: &[Unit]) -> Vec<Finding> {
    let place = InputPlace::of(Input::Project).then("units");
    let units = units.iter().enumerate();
    units.flat_map(|(at, unit)| of_unit(unit, place.clone().then(at))).collect()
}

/// The finest digit of a unit price as it is written, in millionths: at most a yuan, at least a fen.
fn step(micros: u128) -> u128 {
    let steps = [1_000_000, 100_000];
    steps.into_iter().find(|step| micros.is_multiple_of(*step)).unwrap_or(10_000)
}

/// Where a total ends, in fen: at 1,000, 100 or 10 yuan, else a yuan.
fn place(fen: u128) -> u128 {
    let places = [100_000, 10_000, 1_000];
    places.into_iter().find(|place| fen.is_multiple_of(*place)).unwrap_or(100)
}

/// Half up to the fen, in yuan.
fn yuan(parts: u128) -> String {
    let half = FEN.checked_div(2).unwrap_or(0);
    let fen = parts.saturating_add(half).checked_div(FEN);
    let fen = fen.and_then(|fen| i64::try_from(fen).ok()).unwrap_or(i64::MAX);
    Money::from_fen(fen).to_string()
}

/// What is meant when one of two amounts is about 1,000 or 10,000 times the other: within 5 %.
///
/// `odd`: the unit price by itself is hardly one, and so the one that is mistaken.
fn scale(product: u128, total: u128, odd: bool) -> Option<(&'static str, &'static str)> {
    let about = |small: u128, times: u128, large: u128| {
        let Some(scaled) = small.checked_mul(times) else { return false };
        scaled.abs_diff(large).saturating_mul(20) <= large
    };
    if about(total, 10_000, product) {
        return Some((
            "总价约为乘积的万分之一，像是以万元填写",
            "the total is about a ten-thousandth of it, as if it were in 10,000 yuan",
        ));
    }
    if about(product, 10_000, total) && !odd {
        return Some((
            "总价约为乘积的一万倍，像是总价已是元，却按万元读取",
            "the total is about 10,000 times that, as if it were in yuan and read as 10,000 yuan",
        ));
    }
    if about(product, 10_000, total) {
        return Some((
            "总价约为乘积的一万倍，像是单价以万元填写",
            "the total is about 10,000 times that, as if the unit price were in 10,000 yuan",
        ));
    }
    if about(total, 1_000, product) {
        return Some((
            "总价约为乘积的千分之一，像是以千元填写",
            "the total is about a thousandth of it, as if it were in 1,000 yuan",
        ));
    }
    about(product, 1_000, total).then_some((
        "总价约为乘积的一千倍，像是单价以千元填写",
        "the total is about 1,000 times that, as if the unit price were in 1,000 yuan",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(price: &str, area: &str, total: &str) -> Option<String> {
        let [price, area, total] = [price, area, total].map(str::to_owned);
        let (price, area) = (price.parse().unwrap(), area.parse().unwrap());
        let finding = differ(Figured::List, price, area, total.parse().unwrap())?;
        Some(finding.message(Lang::En).to_owned())
    }

    #[test]
    fn roundings_of_real_lists_agree() {
        // Unit-first to the yuan and to 100, total-first with a unit price in fen: a yuan apart.
        assert_eq!(found("9780", "88.95", "869931"), None);
        assert_eq!(found("12000", "89.58", "1075000"), None);
        assert_eq!(found("48898.26", "88.50", "4327495"), None);
        assert_eq!(found("9780", "88.95", "870000"), None, "to 1,000");
        assert_eq!(found("9780.4", "88.95", "869967"), None, "the unit price in tenths");
        assert!(found("9000000000000", "9999", "1").is_some(), "as far apart as can be");
    }

    #[test]
    fn prices_that_were_rounded_agree() {
        use crate::number::{Mode, Place, Rounding};
        use crate::pricing::{per_area, total_of};
        let places = Place::ALL;
        for at in 0..2_000_i64 {
            let area = Area::from_ten_thousandths(300_000 + at * 7_919 % 1_700_000);
            let mode = [Mode::HalfUp, Mode::Up, Mode::Down][usize::try_from(at % 3).unwrap()];
            let place = places[usize::try_from(at % 6).unwrap()];
            let price =
                UnitPrice::from_micros((6_500_000_000 + at * 104_729_000) / 10_000 * 10_000);
            // Unit price first.
            let total = total_of(price, area, &Rounding::new(mode, place)).unwrap();
            assert_eq!(differ(Figured::List, price, area, total), None, "{price} {area} {total}");
            // Total first.
            let derived = per_area(total, area).unwrap();
            assert_eq!(differ(Figured::List, derived, area, total), None, "{derived} {area}");
        }
    }

    #[test]
    fn what_is_further_apart_is_told_with_both() {
        let text = found("9780", "88.95", "999999").unwrap();
        assert_eq!(
            text,
            "list price 9,780 yuan/m² x area 88.95 m² = 869,931 yuan does not agree with the list \
             total 999,999 yuan: they are 130,068 yuan apart"
        );
        assert!(found("9780", "88.95", "870200").is_some());
        assert!(found("9780.01", "88.95", "869935").is_some(), "a price in fen is held to fen");
    }

    #[test]
    fn mistaken_units_are_named() {
        let cases = [
            ("12000", "107.5", "in 10,000 yuan"),
            ("1.2", "1074960", "unit price were in 10,000 yuan"),
            ("12000", "10749600000", "in yuan and read as 10,000 yuan"),
            ("12000", "1074.96", "in 1,000 yuan"),
            ("12", "1074960", "unit price were in 1,000 yuan"),
        ];
        for (price, total, expected) in cases {
            let text = found(price, "89.58", total).unwrap();
            assert!(text.contains(expected), "{text}");
        }
    }
}
