//! The discount text (折扣说明): `一次性付款98折*按时签约99折;总价优惠5000元;个位四舍五入自动取整`.

use super::kind::DiscountKind;
use super::scheme::{AdditiveBase, Stacking};
use super::stack::{self, Item};
use crate::error::Result;
use crate::number::{Exact, Fraction, Mode, Place, Rate, Rounding, Wide, discount_text};

/// The text in Chinese and in English; the items are in the order of calculation.
pub(crate) fn text(items: &[Item<'_>], stacking: &Stacking) -> Result<(String, String)> {
    let (mut zh, mut en) = (String::new(), String::new());
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
        zh.push_str(&chinese(name, item.value)?);
        en.push_str(&english(name_en.as_ref().unwrap_or(&item.discount.code), item.value)?);
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

fn chinese(name: &str, value: &DiscountKind) -> Result<String> {
    // 总价优惠5000元, not 总价优惠优惠5000元.
    let off = |word: &str| if name.ends_with("优惠") { "" } else { word }.to_owned();
    Ok(match value {
        DiscountKind::Rate { rate } => format!("{name}{}", discount_text(*rate)?),
        DiscountKind::Points { off } => format!("{name}减{}点", hundredfold(*off)?),
        DiscountKind::TotalOff { amount } => {
            format!("{name}{}{}元", off("优惠"), Exact::from(*amount))
        }
        DiscountKind::UnitOff { amount } => {
            format!("{name}{}{}元/㎡", off("优惠"), Exact::from(*amount))
        }
        DiscountKind::FixedPrice { total } => format!("{name}一口价{}元", Exact::from(*total)),
        DiscountKind::FixedUnitPrice { unit_price } => {
            format!("{name}一口价{}元/㎡", Exact::from(*unit_price))
        }
        DiscountKind::DepositMultiplier { paid, counts_as } => {
            format!("{name}交{}抵{}", Exact::from(*paid), Exact::from(*counts_as))
        }
        DiscountKind::Gift { .. } => format!("赠送{}", name.trim_start_matches("赠送")),
    })
}

fn english(name: &str, value: &DiscountKind) -> Result<String> {
    Ok(match value {
        DiscountKind::Rate { rate } => format!("{name} {}%", hundredfold(*rate)?),
        DiscountKind::Points { off } => {
            let points = hundredfold(*off)?;
            let word = if points == "1" { "point" } else { "points" };
            format!("{name} {points} {word} off")
        }
        DiscountKind::TotalOff { amount } => format!("{name} {} yuan off", Exact::from(*amount)),
        DiscountKind::UnitOff { amount } => {
            format!("{name} {} yuan/m² off", Exact::from(*amount))
        }
        DiscountKind::FixedPrice { total } => {
            format!("{name} fixed price {} yuan", Exact::from(*total))
        }
        DiscountKind::FixedUnitPrice { unit_price } => {
            format!("{name} fixed price {} yuan/m²", Exact::from(*unit_price))
        }
        DiscountKind::DepositMultiplier { paid, counts_as } => {
            format!("{name} {} counts as {}", Exact::from(*paid), Exact::from(*counts_as))
        }
        DiscountKind::Gift { .. } => format!("gift: {name}"),
    })
}

/// A ratio as percent or points: 0.985 → 98.5.
fn hundredfold(rate: Rate) -> Result<String> {
    Fraction::new(Wide::from(rate.millionths()), Wide::from(10_000_i64))?.to_text()
}

fn way(rounding: &Rounding) -> (&'static str, &'static str) {
    match rounding.mode {
        Mode::HalfUp => ("四舍五入", "half up"),
        Mode::Up => ("进位", "up"),
        Mode::Down => ("抹零", "down"),
    }
}
