//! The commented files: the project, with what the list of homes already says filled in, and sales
//! policies.

use crate::text::Say;
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::project::{Dimension, Unit};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

const ZH: &str = include_str!("project.zh.jsonc");
const EN: &str = include_str!("project.en.jsonc");
const SALES_ZH: &str = include_str!("sales.zh.jsonc");
const SALES_EN: &str = include_str!("sales.en.jsonc");

/// The attributes that get a table of differences where the homes have them: with their English.
const ATTRIBUTES: [(Dimension, &str); 3] = [
    (Dimension::Orientation, "orientation"),
    (Dimension::View, "view"),
    (Dimension::Fitout, "fitout"),
];

/// The file of sales policies: ways to pay as an example.
pub(super) fn sales(lang: Lang) -> &'static str {
    lang.say(SALES_ZH, SALES_EN)
}

/// The project file; with a base price if its homes are an example.
pub(super) fn project(name: &Text, units: &[Unit], is_example: bool, lang: Lang) -> String {
    let (entered, computed): (Vec<&Unit>, Vec<&Unit>) =
        units.iter().partition(|unit| unit.entered_total.is_some());
    let values = |dimension: Dimension, of: &[&Unit]| {
        let mut seen = HashSet::new();
        let values = of.iter().filter_map(|unit| unit.attribute(&dimension).map(Cow::into_owned));
        values.filter(|value| seen.insert(value.clone())).collect::<Vec<String>>()
    };
    let all: Vec<&Unit> = units.iter().collect();
    let fill = |mark: &str| match mark {
        "name" => quoted(name),
        "buildings" => {
            let codes = values(Dimension::Building, &all);
            let rows = codes.iter().map(|code| format!("      {{\"code\": {}}},", quoted(code)));
            rows.collect::<Vec<String>>().join("\n")
        }
        "per_unit" if entered.is_empty() => String::new(),
        "per_unit" => per_unit(&scope(&entered, &computed), lang),
        "scope" if entered.is_empty() => String::new(),
        "scope" => format!("      \"scope\": {{\"except\": {}}},\n", scope(&entered, &computed)),
        "base_price" if is_example => "\"base_price\": \"21000\",".to_owned(),
        "base_price" => "// \"base_price\": \"21000\",".to_owned(),
        "stacks" => rows(&values(Dimension::Stack, &computed)),
        "floor" => reference_floor(&computed).to_string(),
        "attributes" => {
            let tables = ATTRIBUTES.iter().filter_map(|(dimension, en)| {
                let values = values(dimension.clone(), &computed);
                let name = format!("{}差", dimension.chinese());
                (!values.is_empty()).then(|| attribute(lang.say(&name, en), en, &values))
            });
            tables.collect()
        }
        "unit" => units.first().map(|unit| unit.unit_no.to_string()).unwrap_or_default(),
        "building" => {
            units.first().map(|unit| quoted(&unit.building)).unwrap_or_else(|| quoted("1"))
        }
        _ => String::new(),
    };
    filled(lang.say(ZH, EN), fill)
}

/// The template with every mark replaced, once: what a name holds is no mark.
fn filled(template: &str, fill: impl Fn(&str) -> String) -> String {
    let mut parts = template.split('«');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (mark, rest) = part.split_once('»').unwrap_or((part, ""));
        out.push_str(&fill(mark));
        out.push_str(rest);
    }
    out
}

/// A text of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Rows of a table of differences, all of them none.
fn rows(keys: &[String]) -> String {
    let row = |key: &String| format!("          {{\"key\": {}, \"value\": \"0\"}},", quoted(key));
    keys.iter().map(row).collect::<Vec<String>>().join("\n")
}

fn attribute(name: &str, dimension: &str, values: &[String]) -> String {
    let (name, dimension) = (quoted(name), quoted(dimension));
    let rows = rows(values);
    format!(
        "\n        {{\"name\": {name}, \"dimension\": {dimension}, \"method\": \"difference\", \
         \"values\": {{\"kind\": \"table\", \"rows\": [\n{rows}\n        ]}}}},\n"
    )
}

/// The lowest floor that all buildings have, else the lowest there is.
fn reference_floor(units: &[&Unit]) -> i32 {
    let mut buildings: BTreeMap<&Text, BTreeSet<i32>> = BTreeMap::new();
    for unit in units {
        buildings.entry(&unit.building).or_default().insert(unit.floor);
    }
    let floors: BTreeSet<i32> = units.iter().map(|unit| unit.floor).collect();
    let in_all = |floor: &&i32| buildings.values().all(|own| own.contains(floor));
    floors.iter().find(in_all).or_else(|| floors.first()).copied().unwrap_or(1)
}

/// The clauses that hold the homes whose totals stand in the list: whole buildings by their codes,
/// others by their numbers.
fn scope(entered: &[&Unit], computed: &[&Unit]) -> String {
    let mixed: HashSet<&Text> = computed.iter().map(|unit| &unit.building).collect();
    let mut buildings: Vec<String> = Vec::new();
    let mut numbers: Vec<String> = Vec::new();
    for unit in entered {
        let (list, name) = match mixed.contains(&unit.building) {
            true => (&mut numbers, quoted(&unit.unit_no)),
            false => (&mut buildings, quoted(&unit.building)),
        };
        if !list.contains(&name) {
            list.push(name);
        }
    }
    let mut clauses = Vec::new();
    for (field, list) in [("building", buildings), ("unit_no", numbers)] {
        if !list.is_empty() {
            clauses.push(format!("{{\"{field}\": [{}]}}", list.join(", ")));
        }
    }
    format!("[{}]", clauses.join(", "))
}

/// The scheme of the homes whose totals stand in the list.
fn per_unit(scope: &str, lang: Lang) -> String {
    let told = lang.say(
        "按套计价的房间：总价取自房源表的“录入总价”。",
        "Homes priced per unit: their totals are the entered_total of the list.",
    );
    let code = quoted(lang.say("按套", "per unit"));
    format!(
        "    // {told}\n    {{\"code\": {code}, \"area_basis\": \"per_unit\", \
         \"scope\": {{\"any\": {scope}}}}},\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_looks_like_a_mark_is_no_mark() {
        let text = filled("a «name» b «other»c", |mark| match mark {
            "name" => "«other»".to_owned(),
            _ => "x".to_owned(),
        });
        assert_eq!(text, "a «other» b xc");
    }

    #[test]
    fn both_templates_have_the_same_marks() {
        let marks = |text: &str| {
            let parts = text.split('«').skip(1);
            parts.map(|part| part.split_once('»').unwrap().0.to_owned()).collect::<Vec<String>>()
        };
        assert_eq!(marks(ZH), marks(EN));
        assert_eq!(marks(ZH).len(), 10);
    }
}
