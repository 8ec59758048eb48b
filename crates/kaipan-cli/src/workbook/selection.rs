//! A choice of units in words.

use crate::text::{Say, aside, state};
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::project::{Clause, Dimension, Selection};
use std::fmt::Display;

/// Names that a list shows before it is cut.
const MOST_NAMES: usize = 12;

/// What a selection chooses: `全部房间`, `楼栋 1、2；除 楼层 3–5`.
pub(super) fn words(lang: Lang, selection: &Selection) -> String {
    let clauses = |all: &[Clause]| -> String {
        let each: Vec<String> = all.iter().map(|one| clause(lang, one)).collect();
        each.join(lang.say("；或 ", "; or "))
    };
    let mut text = match selection.any.is_empty() {
        true => lang.say("全部房间", "all units").to_owned(),
        false => clauses(&selection.any),
    };
    if !selection.except.is_empty() {
        text.push_str(lang.say("；除 ", "; except "));
        text.push_str(&clauses(&selection.except));
    }
    text
}

fn clause(lang: Lang, clause: &Clause) -> String {
    let mut parts = Vec::new();
    for (zh, en, names) in [
        ("房号", "unit", &clause.unit_no),
        ("楼栋", "building", &clause.building),
        ("单元", "stair", &clause.stair),
    ] {
        parts.extend(named(lang, lang.say(zh, en), names));
    }
    let floors: Vec<String> =
        clause.floor.iter().map(|range| ends(lang, range.from, range.to)).collect();
    if !floors.is_empty() {
        parts.push(format!("{} {}", lang.say("楼层", "floor"), floors.join(lang.say("、", ", "))));
    }
    parts.extend(named(lang, lang.say("户位", "line"), &clause.line));
    for one in &clause.attributes {
        let name = dimension(lang, &one.attribute);
        match one.values.is_empty() {
            true => parts.push(format!("{}{name}", lang.say("没有", "without "))),
            false => parts.extend(named(lang, &name, &one.values)),
        }
    }
    let areas = [
        ("建筑面积", "building area", clause.building_area),
        ("套内面积", "inside area", clause.inside_area),
    ];
    for (zh, en, range) in areas {
        parts.extend(range.map(|range| below(lang, lang.say(zh, en), range.from, range.to)));
    }
    let prices = clause.list_price;
    parts.extend(
        prices.map(|range| below(lang, lang.say("表价", "list price"), range.from, range.to)),
    );
    let states: Vec<Text> = clause.state.iter().map(|one| state(lang, *one).into()).collect();
    parts.extend(named(lang, lang.say("状态", "state"), &states));
    parts.extend(named(lang, lang.say("批次", "batch"), &clause.batch));
    parts.extend(named(lang, lang.say("预售许可证", "permit"), &clause.permit));
    match parts.is_empty() {
        true => lang.say("全部房间", "all units").to_owned(),
        false => parts.join(lang.say("，", ", ")),
    }
}

fn named(lang: Lang, label: &str, names: &[Text]) -> Option<String> {
    let comma = lang.say("、", ", ");
    let shown: Vec<&str> = names.iter().take(MOST_NAMES).map(Text::as_str).collect();
    let rest = names.len().saturating_sub(MOST_NAMES);
    let more = match (rest, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => aside(lang, &format!("另 {rest} 个")),
        (_, Lang::En) => aside(lang, &format!("{rest} more")),
    };
    (!names.is_empty()).then(|| format!("{label} {}{more}", shown.join(comma)))
}

/// Both ends included.
pub(super) fn ends(lang: Lang, from: Option<impl Display>, to: Option<impl Display>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from.to_string() == to.to_string() => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => match lang {
            Lang::Zh => format!("{from} 以上"),
            Lang::En => format!("{from} and up"),
        },
        (None, Some(to)) => match lang {
            Lang::Zh => format!("{to} 以下"),
            Lang::En => format!("up to {to}"),
        },
        (None, None) => lang.say("不限", "any").to_owned(),
    }
}

/// From one end to below the other.
fn below(lang: Lang, label: &str, from: Option<impl Display>, to: Option<impl Display>) -> String {
    let from = from.map(|from| format!("{label} ≥ {from}"));
    let to = to.map(|to| format!("{label} < {to}"));
    let both: Vec<String> = from.into_iter().chain(to).collect();
    both.join(lang.say("，", ", "))
}

/// The name of an attribute.
pub(super) fn dimension(lang: Lang, dimension: &Dimension) -> String {
    match (lang, dimension) {
        (Lang::Zh, _) => dimension.chinese().to_owned(),
        (Lang::En, Dimension::Custom(name)) => name.clone(),
        (Lang::En, _) => dimension.to_string().replace('_', " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaipan::project::FloorRange;

    #[test]
    fn a_choice_reads_as_a_sentence() {
        assert_eq!(words(Lang::Zh, &Selection::all()), "全部房间");
        let clause = Clause {
            building: vec!["1".into(), "2".into()],
            floor: vec![FloorRange { from: Some(3), to: Some(5) }],
            ..Clause::default()
        };
        let except = Clause { line: vec!["01".into()], ..Clause::default() };
        let chosen = Selection { any: vec![clause], except: vec![except] };
        assert_eq!(words(Lang::Zh, &chosen), "楼栋 1、2，楼层 3–5；除 户位 01");
        assert_eq!(words(Lang::En, &chosen), "building 1, 2, floor 3–5; except line 01");
    }
}
