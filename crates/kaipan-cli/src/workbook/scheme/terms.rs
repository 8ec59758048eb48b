//! The terms of a scheme and the rules of a project, a label and a text each.

use crate::layout::group;
use crate::price::summary::percent_of;
use crate::text::Say;
use crate::workbook::selection;
use kaipan::error::Lang;
use kaipan::number::Rounding;
use kaipan::pricing::{
    AreaBasis, CoefCombine, GiftRule, PriceBasis, PriceRules, PricingScheme, TableRow,
};

type Fact = (&'static str, String);

/// Base price, bases, roundings, discount and gift area; of the rows of the table those of the
/// scheme say which bases were used.
pub(super) fn of_scheme(lang: Lang, scheme: &PricingScheme, rows: &[TableRow]) -> Vec<Fact> {
    let mut facts = Vec::new();
    facts.push((lang.say("基准价", "Base price"), base(lang, scheme, rows)));
    let area = match scheme.area_basis {
        AreaBasis::Building => lang.say("按建筑面积", "building area"),
        AreaBasis::Inside => lang.say("按套内面积", "inside area"),
        AreaBasis::PerUnit => lang.say("按套", "per unit"),
        other => other.word(),
    };
    facts.push((lang.say("计价面积", "Priced per"), area.to_owned()));
    let (unit, total) =
        (rounding(lang, &scheme.unit_rounding), rounding(lang, &scheme.total_rounding));
    let basis = match (scheme.price_basis, lang) {
        (PriceBasis::UnitFirst, Lang::Zh) => format!("单价优先；单价{unit}，总价{total}"),
        (PriceBasis::UnitFirst, Lang::En) => format!("unit price first; {unit}, total {total}"),
        (PriceBasis::TotalFirst, Lang::Zh) => format!("总价优先；总价{total}"),
        (PriceBasis::TotalFirst, Lang::En) => format!("total first; total {total}"),
        (other, _) => other.word().to_owned(),
    };
    facts.push((lang.say("取整", "Rounding"), basis));
    let combine = match scheme.combine {
        CoefCombine::Multiplicative => lang.say("连乘", "multiplied"),
        CoefCombine::Additive => lang.say("相加", "added"),
        CoefCombine::Score => lang.say("打分法", "scores"),
        other => other.word(),
    };
    facts.push((lang.say("系数", "Coefficients"), combine.to_owned()));
    facts.extend(gift(lang, scheme).map(|text| (lang.say("赠送面积", "Gift area"), text)));
    facts.extend(discount(lang, scheme).map(|text| (lang.say("综合折扣", "Discount"), text)));
    facts
}

/// The base price that is given, or those that were solved, a building each if they differ.
fn base(lang: Lang, scheme: &PricingScheme, rows: &[TableRow]) -> String {
    let price = |price: &str| format!("{} {}", group(price), lang.say("元/㎡", "yuan/m²"));
    let mut used: Vec<(String, Vec<&str>)> = Vec::new();
    for row in rows.iter().filter(|row| row.scheme == scheme.code) {
        let Some(base) = row.base_price.as_ref().map(ToString::to_string) else { continue };
        let building = row.building.as_str();
        match used.iter_mut().find(|(known, _)| *known == base) {
            Some((_, buildings)) if buildings.contains(&building) => {}
            Some((_, buildings)) => buildings.push(building),
            None => used.push((base, vec![building])),
        }
    }
    let solved: Vec<String> = match used.as_slice() {
        [(base, _)] => vec![price(base)],
        all => {
            let comma = lang.say("、", ", ");
            let each = all.iter().map(|(base, buildings)| {
                let buildings = buildings.join(comma);
                format!("{buildings}{}{}", lang.say("：", ": "), price(base))
            });
            each.collect()
        }
    };
    let solved = solved.join(lang.say("；", "; "));
    match (scheme.base_price, lang) {
        // A target goes before the base price of the scheme.
        (Some(given), _)
            if used.len() < 2 && used.iter().all(|(base, _)| *base == given.to_string()) =>
        {
            price(&given.to_string())
        }
        (None, _) if scheme.area_basis == AreaBasis::PerUnit && solved.is_empty() => {
            lang.say("没有：总价按套录入", "none: totals are entered for each unit").to_owned()
        }
        (None, _) if solved.is_empty() => lang.say("由目标反推", "solved from a target").to_owned(),
        (Some(given), _) if solved.is_empty() => price(&given.to_string()),
        (_, Lang::Zh) => format!("由目标反推：{solved}"),
        (_, Lang::En) => format!("solved from a target: {solved}"),
    }
}

fn rounding(lang: Lang, rounding: &Rounding) -> String {
    rounding.mode.text(lang, &rounding.place.to_string())
}

fn gift(lang: Lang, scheme: &PricingScheme) -> Option<String> {
    Some(match (scheme.gift.as_ref()?, lang) {
        (GiftRule::Price { price }, Lang::Zh) => format!("{} 元/㎡", group(&price.to_string())),
        (GiftRule::Price { price }, Lang::En) => {
            format!("{} yuan/m²", group(&price.to_string()))
        }
        (GiftRule::Conversion { rate }, Lang::Zh) => {
            format!("按本房单价的 {}", percent_of(lang, *rate))
        }
        (GiftRule::Conversion { rate }, Lang::En) => {
            format!("at {} of the unit's own price", percent_of(lang, *rate))
        }
        (other, _) => other.word().to_owned(),
    })
}

fn discount(lang: Lang, scheme: &PricingScheme) -> Option<String> {
    let discount = scheme.composite_discount.as_ref()?;
    let modes = discount.modes.iter().map(|mode| {
        let name = mode.name.as_deref().unwrap_or_default();
        let (share, rate) = (percent_of(lang, mode.share), percent_of(lang, mode.rate));
        match lang {
            Lang::Zh => format!("{name}占 {share}、付 {rate}"),
            Lang::En => format!("{name} {share} of buyers pay {rate}").trim().to_owned(),
        }
    });
    let others = discount.others.iter().map(|rate| match lang {
        Lang::Zh => format!("另打 {}", percent_of(lang, *rate)),
        Lang::En => format!("all pay {}", percent_of(lang, *rate)),
    });
    let parts: Vec<String> = modes.chain(others).collect();
    Some(parts.join(lang.say("；", "; ")))
}

/// What concerns single units: spots, amounts and prices set by hand, each with its lines.
pub(super) fn exceptions(lang: Lang, scheme: &PricingScheme) -> Vec<(&'static str, Vec<String>)> {
    let line = |name: Option<&str>, amount: String, select| {
        let name = name.map(|name| format!("{name} ")).unwrap_or_default();
        let units = selection::words(lang, select);
        format!("{name}{amount}{}{units}", lang.say("：", ": "))
    };
    let per_area = |price: &dyn std::fmt::Display| {
        format!("{} {}", group(&price.to_string()), lang.say("元/㎡", "yuan/m²"))
    };
    let whole = |total: &dyn std::fmt::Display| {
        format!("{} {}", group(&total.to_string()), lang.say("元/套", "yuan a unit"))
    };
    let spots = scheme.spots.iter();
    let spots = spots.map(|one| line(one.name.as_deref(), per_area(&one.amount), &one.select));
    let sums = scheme.lump_sums.iter();
    let sums = sums.map(|one| line(Some(one.name.as_str()), whole(&one.amount), &one.select));
    let set = scheme.overrides.iter().map(|one| {
        let amounts =
            [one.unit_price.map(|price| per_area(&price)), one.total.map(|total| whole(&total))];
        let amounts: Vec<String> = amounts.into_iter().flatten().collect();
        line(one.name.as_deref(), amounts.join(" "), &one.select)
    });
    let groups = [
        (lang.say("干扰", "Spots"), spots.collect::<Vec<String>>()),
        (lang.say("一次性金额", "Lump sums"), sums.collect()),
        (lang.say("手工定价", "Overrides"), set.collect()),
    ];
    groups.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

/// What prices are checked against.
pub(super) fn of_rules(lang: Lang, rules: &PriceRules) -> Vec<Fact> {
    let filed = match &rules.filed {
        None => lang.say("不检查", "not checked").to_owned(),
        Some(band) => {
            let up = percent_of(lang, band.up);
            match (lang, band.down.map(|down| percent_of(lang, down))) {
                (Lang::Zh, Some(down)) => format!("上浮不超过 {up}，下浮不超过 {down}"),
                (Lang::Zh, None) => format!("上浮不超过 {up}，下浮不限"),
                (Lang::En, Some(down)) => format!("at most {up} above, at most {down} below"),
                (Lang::En, None) => format!("at most {up} above, below without limit"),
            }
        }
    };
    let mut facts = vec![(lang.say("备案价", "Filed price"), filed)];
    if rules.filed_exact {
        let text = lang.say("一房一价，一分不差", "equal to the fen");
        facts.push((lang.say("备案一致", "As filed"), text.to_owned()));
    }
    let floor = match rules.floor {
        true => lang.say("不低于底价", "not below the floor price"),
        false => lang.say("不检查", "not checked"),
    };
    facts.push((lang.say("底价", "Floor price"), floor.to_owned()));
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaipan_ops::{json, pricing};

    #[test]
    fn the_base_price_is_the_one_that_was_used() {
        let table = |scheme: &str, more: &str| {
            let unit = |no: &str, building: &str| {
                format!(
                    "{{\"unit_no\":\"{no}\",\"building\":\"{building}\",\"floor\":1,\"line\":\"01\",\"building_area\":\"100\"}}"
                )
            };
            let units = [unit("a", "1"), unit("b", "2")].join(",");
            let text = format!(
                "{{\"project\":{{\"name\":\"p\",\"units\":[{units}]}},\"schemes\":[{scheme}]{more}}}"
            );
            let request: pricing::TableRequest = json::read(&text).unwrap();
            let scheme = request.schemes[0].clone();
            let rows = pricing::table(request).unwrap().rows;
            [Lang::Zh, Lang::En].map(|lang| base(lang, &scheme, &rows))
        };
        let given = r#"{"code":"A","base_price":"21000"}"#;
        assert_eq!(table(given, "")[0], "21,000.00 元/㎡");
        let target = r#","targets":[{"goal":{"kind":"average","average":"22000"}}]"#;
        let [zh, en] = table(r#"{"code":"A"}"#, target);
        assert_eq!(zh, "由目标反推：22,000.00 元/㎡");
        assert_eq!(en, "solved from a target: 22,000.00 yuan/m²");
        assert_eq!(table(given, target)[0], zh, "a target goes before the base price");
        let split = r#","targets":[{"goal":{"kind":"average","average":"22000"},"split":{"buildings":[{"building":"1","coefficient":"1"},{"building":"2","coefficient":"1.2"}]}}]"#;
        assert_eq!(
            table(r#"{"code":"A"}"#, split)[0],
            "由目标反推：1：20,000.00 元/㎡；2：24,000.00 元/㎡"
        );
    }
}
