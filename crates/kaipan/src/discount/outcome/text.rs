//! The discount text (折扣说明): `一次性付款98折*按时签约99折;总价优惠5000元;个位四舍五入自动取整`.

use crate::discount::scheme::DiscountKind;
use crate::discount::scheme::{AdditiveBase, Stacking};
use crate::discount::stack::{self, Item};
use crate::error::Result;
use crate::number::{Exact, Mode, Place, Rate, Rounding, discount_text};
use std::fmt::Write;

/// The text in Chinese and in English; the items are in the order of calculation.
pub(crate) fn texts(items: &[Item<'_>], stacking: &Stacking) -> Result<(String, String)> {
    let (mut zh, mut en) = (String::with_capacity(128), String::with_capacity(128));
    let mut last: Option<&Item<'_>> = None;
    for item in items {
        if let Some(last) = last {
            let join = join(last, item, stacking.additive_base);
            zh.push_str(join);
            en.push_str(match join {
                ";" => "; ",
                "+" => " + ",
                _ => " x ",
            });
        }
        let (name, name_en) = (&item.discount.name, &item.discount.name_en);
        chinese(&mut zh, name, item.value)?;
        english(&mut en, name_en.as_deref().unwrap_or(&item.discount.code), item.value);
        last = Some(item);
    }
    let (unit, total) = stack::roundings(items, stacking);
    for (rounding, of_zh, of_en) in [(unit, "单价", "unit price "), (total, "", "")] {
        let Some(rounding) = rounding.filter(|rounding| rounding.place != Place::Fen) else {
            continue;
        };
        if !zh.is_empty() {
            zh.push(';');
            en.push_str("; ");
        }
        let (way_zh, way_en) = way(rounding);
        // As price sheets write it; a rounded unit price is only said beside the total.
        let tail = if of_zh.is_empty() { "自动取整" } else { "取整" };
        zh.push_str(&format!("{of_zh}{}{way_zh}{tail}", rounding.place.chinese()));
        en.push_str(&format!("{of_en}rounded {way_en} to {} yuan", rounding.place));
    }
    Ok((zh, en))
}

/// Rates that multiply are joined by `*`, points that are summed by `+`; amounts stand apart.
fn join(last: &Item<'_>, item: &Item<'_>, base: AdditiveBase) -> &'static str {
    let scales = |item: &Item<'_>| {
        matches!(item.value, DiscountKind::Rate { .. } | DiscountKind::Points { .. })
    };
    // A share of the original price is summed with whatever stands before it.
    let summed = item.is_added() && (last.is_added() || base == AdditiveBase::Original);
    match scales(last) && scales(item) {
        true if summed => "+",
        true => "*",
        false => ";",
    }
}

fn chinese(text: &mut String, name: &str, value: &DiscountKind) -> Result<()> {
    // 总价优惠5000元, not 总价优惠优惠5000元.
    let off = if name.ends_with("优惠") { "" } else { "优惠" };
    // Writing to a string cannot fail.
    let _ = match value {
        DiscountKind::Rate { rate } => write!(text, "{name}{}", discount_text(*rate)?),
        DiscountKind::Points { off } => write!(text, "{name}减{}点", hundredfold(*off)),
        DiscountKind::TotalOff { amount } => {
            write!(text, "{name}{off}{}元", Exact::from(*amount))
        }
        DiscountKind::UnitOff { amount } => {
            write!(text, "{name}{off}{}元/㎡", Exact::from(*amount))
        }
        DiscountKind::FixedPrice { total } => {
            write!(text, "{name}一口价{}元", Exact::from(*total))
        }
        DiscountKind::FixedUnitPrice { unit_price } => {
            write!(text, "{name}一口价{}元/㎡", Exact::from(*unit_price))
        }
        DiscountKind::DepositMultiplier { paid, counts_as } => {
            write!(text, "{name}交{}抵{}", Exact::from(*paid), Exact::from(*counts_as))
        }
        DiscountKind::Gift { .. } => {
            let mut gift = name;
            // The search behind `trim_start_matches` is not in what a page loads otherwise.
            while let Some(rest) = gift.strip_prefix("赠送") {
                gift = rest;
            }
            write!(text, "赠送{gift}")
        }
    };
    Ok(())
}

fn english(text: &mut String, name: &str, value: &DiscountKind) {
    let _ = match value {
        // 8% alone would be read as what is taken off.
        DiscountKind::Rate { rate } if *rate < HALF => {
            let off = Rate::ONE.checked_sub(*rate).unwrap_or_default();
            write!(text, "{name} {}% off", hundredfold(off))
        }
        DiscountKind::Rate { rate } => write!(text, "{name} {}%", hundredfold(*rate)),
        DiscountKind::Points { off } => {
            let points = hundredfold(*off);
            let word = if points == Exact::from(1) { "point" } else { "points" };
            write!(text, "{name} {points} {word} off")
        }
        DiscountKind::TotalOff { amount } => {
            write!(text, "{name} {} yuan off", Exact::from(*amount))
        }
        DiscountKind::UnitOff { amount } => {
            write!(text, "{name} {} yuan/m² off", Exact::from(*amount))
        }
        DiscountKind::FixedPrice { total } => {
            write!(text, "{name} fixed price {} yuan", Exact::from(*total))
        }
        DiscountKind::FixedUnitPrice { unit_price } => {
            write!(text, "{name} fixed price {} yuan/m²", Exact::from(*unit_price))
        }
        DiscountKind::DepositMultiplier { paid, counts_as } => {
            write!(text, "{name} {} counts as {}", Exact::from(*paid), Exact::from(*counts_as))
        }
        DiscountKind::Gift { .. } => write!(text, "gift: {name}"),
    };
}

const HALF: Rate = Rate::from_millionths(500_000);

/// A ratio as percent or points: 0.985 → 98.5.
fn hundredfold(rate: Rate) -> Exact {
    Exact::counted(rate.millionths().into(), 4)
}

fn way(rounding: &Rounding) -> (&'static str, &'static str) {
    match rounding.mode {
        Mode::HalfUp => ("四舍五入", "half up"),
        Mode::Up => ("进位", "up"),
        Mode::Down => ("抹零", "down"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discount::samples::{discount, items, points, rate, total_off};
    use crate::discount::scheme::Stack;
    use crate::pricing::PriceBasis;

    fn of(name: &str, value: DiscountKind) -> (String, String) {
        let mut one = discount("CODE", value);
        one.name = name.into();
        let text = texts(&items(&[one]), &Stacking::default()).unwrap();
        (text.0, text.1)
    }

    #[test]
    fn every_kind() {
        let unit_off = |amount: &str| DiscountKind::UnitOff { amount: amount.parse().unwrap() };
        let fixed = DiscountKind::FixedPrice { total: "1200000".parse().unwrap() };
        let fixed_unit = DiscountKind::FixedUnitPrice { unit_price: "9999.5".parse().unwrap() };
        let deposit = DiscountKind::DepositMultiplier {
            paid: "10000".parse().unwrap(),
            counts_as: "20000".parse().unwrap(),
        };
        for (name, value, zh, en) in [
            ("开盘", rate("0.985"), "开盘98.5折", "CODE 98.5%"),
            ("开盘", rate("0.8"), "开盘8折", "CODE 80%"),
            ("开盘", rate("0.4"), "开盘4折", "CODE 60% off"),
            ("开盘", rate("0.08"), "开盘减92点", "CODE 92% off"),
            ("开盘", rate("1"), "开盘无折扣", "CODE 100%"),
            ("会员", points("0.02"), "会员减2点", "CODE 2 points off"),
            ("会员", points("0.01"), "会员减1点", "CODE 1 point off"),
            ("会员", points("0.0025"), "会员减0.25点", "CODE 0.25 points off"),
            ("团购", total_off("5000"), "团购优惠5000元", "CODE 5000 yuan off"),
            ("总价优惠", total_off("5000.5"), "总价优惠5000.5元", "CODE 5000.5 yuan off"),
            ("团购", unit_off("88.8"), "团购优惠88.8元/㎡", "CODE 88.8 yuan/m² off"),
            ("单价优惠", unit_off("100"), "单价优惠100元/㎡", "CODE 100 yuan/m² off"),
            ("特价房", fixed, "特价房一口价1200000元", "CODE fixed price 1200000 yuan"),
            ("特价房", fixed_unit, "特价房一口价9999.5元/㎡", "CODE fixed price 9999.5 yuan/m²"),
            ("认筹", deposit, "认筹交10000抵20000", "CODE 10000 counts as 20000"),
            ("家电", DiscountKind::Gift { value: None }, "赠送家电", "gift: CODE"),
            ("赠送家电", DiscountKind::Gift { value: None }, "赠送家电", "gift: CODE"),
        ] {
            assert_eq!(of(name, value), (zh.to_owned(), en.to_owned()));
        }
    }

    #[test]
    fn english_names() {
        let mut one = discount("A", rate("0.98"));
        one.name_en = Some("Lump sum".into());
        let (_, en) = texts(&items(&[one]), &Stacking::default()).unwrap();
        assert_eq!(en, "Lump sum 98%");
    }

    #[test]
    fn joints() {
        let all = |kinds: [(DiscountKind, Stack); 3], additive_base: AdditiveBase| {
            let mut all = vec![];
            for (name, (value, stack)) in ["甲", "乙", "丙"].into_iter().zip(kinds) {
                let mut one = discount(name, value);
                one.stack = stack;
                all.push(one);
            }
            texts(&items(&all), &Stacking { additive_base, ..Stacking::default() }).unwrap()
        };
        let (add, multiply) = ((points("0.01"), Stack::Add), (rate("0.98"), Stack::Multiply));
        let off = (total_off("1"), Stack::Add);
        let running = AdditiveBase::Running;
        let (zh, en) = all([multiply.clone(), add.clone(), add.clone()], running);
        assert_eq!(zh, "甲98折*乙减1点+丙减1点");
        assert_eq!(en, "甲 98% x 乙 1 point off + 丙 1 point off");
        let (zh, en) = all([add.clone(), off.clone(), add.clone()], running);
        assert_eq!(zh, "甲减1点;乙优惠1元;丙减1点");
        assert_eq!(en, "甲 1 point off; 乙 1 yuan off; 丙 1 point off");
        let (zh, _) = all([multiply.clone(), add.clone(), multiply], AdditiveBase::Original);
        assert_eq!(zh, "甲98折+乙减1点*丙98折");
    }

    #[test]
    fn rounding_notes() {
        let note = |price_basis: PriceBasis, unit_rounding: Rounding, total_rounding: Rounding| {
            let stacking =
                Stacking { price_basis, unit_rounding, total_rounding, ..Stacking::default() };
            texts(&[], &stacking).unwrap()
        };
        let total = |mode: Mode, place: Place| {
            note(PriceBasis::TotalFirst, Rounding::YUAN, Rounding::new(mode, place))
        };
        let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        assert_eq!(total(Mode::Up, Place::Ten), pair("十位进位自动取整", "rounded up to 10 yuan"));
        let down = pair("百位抹零自动取整", "rounded down to 100 yuan");
        assert_eq!(total(Mode::Down, Place::Hundred), down);
        assert_eq!(total(Mode::HalfUp, Place::Fen), pair("", ""));
        assert_eq!(
            note(PriceBasis::UnitFirst, Rounding::YUAN, Rounding::half_up(Place::Jiao)),
            pair(
                "单价个位四舍五入取整;角四舍五入自动取整",
                "unit price rounded half up to 1 yuan; rounded half up to 0.1 yuan"
            )
        );
    }
}
