//! One name of a request is written differently, as a spreadsheet or a person does it: no answer
//! comes out as if nothing had happened.

#![allow(missing_docs)]
#![cfg(feature = "serde")]

use kaipan_ops::discount::{ApplyRequest, apply};
use kaipan_ops::pricing::{
    AdjustRequest, CheckRequest, SolveBaseRequest, TableRequest, adjust, check, solve_base, table,
};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json};

/// How a name gets lost.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Slip {
    DropZero,
    AddZero,
    AppendSpace,
    Case,
    Width,
    Typo,
}

const SLIPS: [Slip; 6] =
    [Slip::DropZero, Slip::AddZero, Slip::AppendSpace, Slip::Case, Slip::Width, Slip::Typo];

impl Slip {
    fn of(self, name: &str, at: usize) -> String {
        let letters: Vec<char> = name.chars().collect();
        let at = at % letters.len().max(1);
        let digit = letters.iter().position(char::is_ascii_digit);
        match self {
            Slip::DropZero => match letters.iter().enumerate().position(|(place, letter)| {
                let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
                *letter == '0' && digit(place + 1) && !(place > 0 && digit(place - 1))
            }) {
                Some(zero) => letters[..zero].iter().chain(&letters[zero + 1..]).collect(),
                None => name.to_owned(),
            },
            Slip::AddZero => match digit {
                Some(at) => {
                    letters[..at].iter().chain(&['0']).chain(&letters[at..]).copied().collect()
                }
                None => name.to_owned(),
            },
            Slip::AppendSpace => format!("{name} "),
            Slip::Case if name == name.to_lowercase() => name.to_uppercase(),
            Slip::Case => name.to_lowercase(),
            Slip::Width => name
                .chars()
                .map(|letter| match letter {
                    '0'..='9' => char::from_u32(u32::from(letter) + 0xfee0).unwrap(),
                    _ => letter,
                })
                .collect(),
            Slip::Typo => letters[..at]
                .iter()
                .chain(&['X'])
                .chain(letters.get(at + 1..).unwrap_or(&[]))
                .collect(),
        }
    }
}

/// Places of names in a request, as JSON Pointers: texts under one of these fields.
fn names(request: &Value, fields: &[&str]) -> Vec<String> {
    fn walk(value: &Value, place: String, named: bool, fields: &[&str], found: &mut Vec<String>) {
        match value {
            Value::String(_) if named => found.push(place),
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    walk(item, format!("{place}/{at}"), named, fields, found);
                }
            }
            Value::Object(members) => {
                for (field, member) in members {
                    let named = fields.contains(&field.as_str());
                    walk(member, format!("{place}/{field}"), named, fields, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(request, String::new(), false, fields, &mut found);
    found
}

/// Every text of a request: a slip must not make another name that exists.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => members.values().for_each(|member| texts(member, found)),
        _ => {}
    }
}

/// An answer: nothing where it was refused, the figures that hang on names, and findings.
type Answer = Option<(Vec<String>, usize)>;

/// Renames one name and compares the answers. A name that nobody refers to may change in silence.
fn no_silence(
    request: &Value,
    fields: &[&str],
    (place, slip, at): (usize, Slip, usize),
    covered: impl Fn(&str) -> bool,
    answer: impl Fn(Value) -> Answer,
) -> Result<(), TestCaseError> {
    let places = names(request, fields);
    let place = &places[place % places.len()];
    let name = request.pointer(place).and_then(Value::as_str).unwrap();
    let new = slip.of(name, at);
    let mut known = Vec::new();
    texts(request, &mut known);
    if known.contains(&new) || (slip == Slip::Typo && !covered(place)) {
        return Ok(());
    }
    let before = answer(request.clone());
    prop_assert_eq!(
        before.as_ref().map(|(_, findings)| *findings),
        Some(0),
        "the request is clean"
    );
    let mut renamed = request.clone();
    *renamed.pointer_mut(place).unwrap() = Value::String(new.clone());
    let after = answer(renamed);
    let silent = after.as_ref().is_some_and(|(_, findings)| *findings == 0);
    prop_assert!(!silent || after == before, "{place}: {name:?} → {new:?} changes in silence");
    Ok(())
}

fn project() -> Value {
    let unit = |building: &str, floor: i32, line: &str| {
        let lake = if line == "01" { "湖景" } else { "园景" };
        json!({
            "unit_no": format!("{building}-{floor:02}{line}"), "building": building,
            "stair": "U01", "floor": floor, "line": line, "phase": "P01", "view": lake,
            "layout": format!("L{line}"), "batch": "B01", "permit": "No01",
            "building_area": "100", "list_price": "10000",
            "attributes": [{"name": "hall", "value": "own"}]
        })
    };
    let mut units: Vec<Value> = Vec::new();
    for building in ["A01", "A02"] {
        for floor in 1..=3 {
            units.extend(["01", "02"].map(|line| unit(building, floor, line)));
        }
    }
    units[1]["attached_to"] = json!("A01-0101");
    json!({
        "name": "P", "phases": [{"code": "P01"}],
        "buildings": [{"code": "A01", "stairs": [{"code": "U01"}]},
            {"code": "A02", "phase": "P01", "stairs": [{"code": "U01"}]}],
        "permits": [{"number": "No01", "issued_on": "2026-01-01",
            "covers": {"any": [{"building": ["A01"]}, {"unit_no": ["A02-0101"]}]}}],
        "units": units
    })
}

fn schemes() -> Value {
    let rows = |keys: &[&str]| -> Vec<Value> {
        keys.iter().zip(3..).map(|(key, at)| json!({"key": key, "value": at.to_string()})).collect()
    };
    let table = |dimension: &str, keys: &[&str]| {
        let values = json!({"kind": "table", "rows": rows(keys)});
        json!({"dimension": dimension, "method": "difference", "values": values})
    };
    json!([{
        "code": "S", "base_price": "10000",
        "scope": {"any": [{"building": ["A01", "A02"]}]},
        "factors": [
            table("line", &["01", "02"]),
            table("stack", &["A01/U01/01", "A01/U01/02", "A02/U01/01", "A02/U01/02"]),
            table("layout", &["L01", "L02"]),
            table("floor", &["01", "02", "03"]),
            table("custom:hall", &["own"]),
            {"dimension": "view", "method": "difference", "reference": "园景",
                "values": {"kind": "steps", "order": ["园景", "湖景"], "steps": ["50"]}},
            {"dimension": "floor", "method": "difference",
                "scope": {"any": [{"line": ["01"]}]},
                "values": {"kind": "floors", "rule":
                    {"reference": 1, "step": "7", "lines": [{"line": "01", "step": "9"}]}}}
        ],
        "spots": [{"select": {"any": [{"unit_no": ["A01-0101", "A02-0202"]}]}, "amount": "-11"}],
        "lump_sums": [{"name": "fit-out", "amount": "500", "select": {"any":
            [{"attributes": [{"attribute": "layout", "values": ["L02"]}], "stair": ["U01"]}]}}],
        "overrides": [{"unit_price": "12000", "select": {"any": [{"unit_no": ["A01-0302"]}],
            "except": [{"building": ["A02"]}]}}]
    }])
}

fn read<T: DeserializeOwned>(request: Value) -> Option<T> {
    from_value(request).ok()
}

const PRICED: [&str; 20] = [
    "unit_no",
    "unit_nos",
    "building",
    "stair",
    "line",
    "layout",
    "view",
    "batch",
    "permit",
    "phase",
    "attached_to",
    "value",
    "values",
    "key",
    "order",
    "reference",
    "number",
    "code",
    "dimension",
    "attribute",
];

/// What of these is a name: figures, dimensions that are words, and codes of schemes are not.
fn is_name(place: &str) -> bool {
    let figure = place.ends_with("/value") && !place.contains("/attributes/");
    let word = place.ends_with("/dimension") && !place.ends_with("factors/4/dimension");
    !figure && !word && !place.ends_with("/attribute") && place != "/schemes/0/code"
}

/// Only names of figures count; the rest stays as it is.
fn priced_no_silence(
    request: &Value,
    slip: (usize, Slip, usize),
    answer: impl Fn(Value) -> Answer,
) -> Result<(), TestCaseError> {
    let places = names(request, &PRICED);
    if !is_name(&places[slip.0 % places.len()]) {
        return Ok(());
    }
    // A batch is asked for by no factor: which unit was meant cannot be known.
    let covered = |place: &str| !(place.starts_with("/project/units") && place.ends_with("/batch"));
    no_silence(request, &PRICED, slip, covered, answer)
}

fn slip() -> impl Strategy<Value = (usize, Slip, usize)> {
    (any::<usize>(), 0..SLIPS.len(), 0..12_usize)
        .prop_map(|(place, slip, at)| (place, SLIPS[slip], at))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_table_is_never_silent(slip in slip()) {
        let request = json!({
            "project": project(), "schemes": schemes(),
            "targets": [{"scope": {"any": [{"building": ["A01"]}]},
                    "goal": {"kind": "average", "average": "10100"}},
                {"scope": {"any": [{"building": ["A02"], "line": ["01", "02"]}]},
                    "split": {"buildings": [{"building": "A02", "coefficient": "1"}]},
                    "goal": {"kind": "average", "average": "10200"}}],
            "select": {"any": [{"batch": ["B01"], "permit": ["No01"]}]},
            "explain": {"kind": "units", "unit_nos": ["A01-0101"]}
        });
        priced_no_silence(&request, slip, |request| {
            let response = table(read::<TableRequest>(request)?).ok()?;
            let prices = response.rows.iter().map(|row| format!("{} {}", row.total, row.steps.len()));
            Some((prices.collect(), response.findings.len()))
        })?;
    }

    #[test]
    fn a_solved_base_is_never_silent(slip in slip()) {
        let request = json!({
            "project": project(), "schemes": schemes(),
            "targets": [{"scope": {"any": [{"building": ["A01"], "stair": ["U01"]}]},
                "goal": {"kind": "average", "average": "10100"}}]
        });
        priced_no_silence(&request, slip, |request| {
            let response = solve_base(read::<SolveBaseRequest>(request)?).ok()?;
            let bases = response.targets.iter().flat_map(|target| &target.bases);
            let bases = bases.map(|base| format!("{}/{}", base.numerator, base.denominator));
            Some((bases.collect(), response.findings.len()))
        })?;
    }

    #[test]
    fn an_adjustment_is_never_silent(slip in slip(), reprice in any::<bool>()) {
        let prices = json!([{"unit_no": "A01-0101", "unit_price": "10500"},
            {"unit_no": "A01-0302", "unit_price": "10600"}]);
        let mode = match reprice {
            true => json!({"kind": "reprice", "schemes": schemes()}),
            false => json!({"kind": "explicit", "prices": prices}),
        };
        let request = json!({
            "project": project(), "select": {"any": [{"building": ["A01"], "line": ["01", "02"]}]},
            "kind": "adjust", "effective_date": "2026-05-01", "code": "B", "mode": mode,
            "last_changes": [{"unit_no": "A01-0101", "on": "2026-01-01"}]
        });
        priced_no_silence(&request, slip, |request| {
            let response = adjust(read::<AdjustRequest>(request)?).ok()?;
            let lines = response.bill.lines.iter().map(|line| line.new_list_total.to_string());
            Some((lines.collect(), response.findings.len() + response.skipped.len()))
        })?;
    }

    #[test]
    fn a_check_is_never_silent(slip in slip()) {
        let request = json!({
            "project": project(), "on": "2026-05-01",
            "prices": [{"unit_no": "A01-0101", "list_price": "10000"}],
            "last_changes": [{"unit_no": "A01-0101", "on": "2026-01-01"}]
        });
        priced_no_silence(&request, slip, |request| {
            let response = check(read::<CheckRequest>(request)?).ok()?;
            Some((vec![response.checked.to_string()], response.findings.len()))
        })?;
    }

    #[test]
    fn discounts_are_never_silent(slip in slip()) {
        let rate = json!({"kind": "rate", "rate": "0.98"});
        let request: Value = json!({
            "list": {"total": "1000000", "area": "100"},
            "scheme": {"code": "S", "discounts": [
                {"code": "D01", "name": "a", "value": rate, "exclusive_group": "G01",
                    "conditions": {"plans": ["AJ01"], "projects": ["P01"]}},
                {"code": "D02", "name": "b", "value": rate, "exclusive_group": "G01", "max_uses": 3},
                {"code": "D03", "name": "c", "value": rate, "not_with": ["D02"],
                    "campaign": "Open01",
                    "conditions": {"member_levels": ["Gold01"]},
                    "tiers": [{"member_level": "Gold01", "value": {"kind": "rate", "rate": "0.9"}}]}
            ]},
            "chosen": [{"code": "D01"}, {"code": "D03"}],
            "facts": {"subscription_date": "2026-05-01", "plan": "AJ01", "project": "P01",
                "member_level": "Gold01", "campaigns": ["Open01"], "uses": [{"code": "D02", "used": 3}]},
            "authority": {"rules": [{"role": "r", "projects": ["P01"], "may_break_floor": true},
                {"role": "s", "may_break_floor": true}]}
        });
        let fields = ["code", "exclusive_group", "plans", "projects", "not_with", "campaign",
            "member_levels", "member_level", "plan", "project", "campaigns"];
        // Other plans and levels may be meant; a scheme's own code is a name of nothing else.
        let covered = |place: &str| !place.contains("/authority/");
        no_silence(&request, &fields, slip, covered, |request| {
            let outcome = apply(&read::<ApplyRequest>(request)?).ok()?;
            let role = outcome.approval.and_then(|approval| approval.role);
            let figures = vec![outcome.deal_total.to_string(), format!("{role:?}")];
            Some((figures, outcome.findings.len() + outcome.removed.len()))
        })?;
    }
}

#[test]
fn slips_are_what_they_say() {
    let of = |slip: Slip, name: &str| slip.of(name, 0);
    assert_eq!(of(Slip::DropZero, "A01-0102"), "A1-0102");
    assert_eq!(of(Slip::AddZero, "A1"), "A01");
    assert_eq!(of(Slip::Case, "A1"), "a1");
    assert_eq!(of(Slip::Width, "A1"), "A１");
    assert_eq!(of(Slip::Typo, "A1"), "X1");
}
