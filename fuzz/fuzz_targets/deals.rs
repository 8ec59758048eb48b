//! Deals: any JSON to their operations, questions to the table with hostile dates, amounts and ids in
//! them, and histories that are cut, doubled and mixed.

#![no_main]

#[path = "../../tests/explore/src/case.rs"]
#[allow(dead_code)]
mod case;
#[path = "../../tests/explore/src/desk.rs"]
#[allow(dead_code)]
mod desk;

use arbitrary::Unstructured;
use kaipan::deal::{Deal, DealDecision, DealEvent, DealRuling, StockEvent, UnitStock};
use libfuzzer_sys::fuzz_target;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::LazyLock;

const OPERATIONS: [&str; 4] = ["stock.decide", "deal.decide", "deal.options", "deal.replay"];

/// What nobody should send.
static HOSTILE: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let list = json!([
        null,
        true,
        0,
        -1,
        4294967295_u32,
        "",
        " ",
        "0",
        "-0.01",
        "0.001",
        "92233720368547758.07",
        "-92233720368547758.08",
        "1e308",
        "0001-01-01",
        "9999-12-31",
        "2026-02-30",
        "2026-11-10",
        "0001-01-01T00:00:00",
        "9999-12-31T23:59:59",
        "D1",
        "D2",
        "C9",
        "3-1-1801",
        "signed",
        "subscribe",
        "\u{200b}",
        "超过二十三个字节的名字要另外占用内存",
        [],
        {},
        "1/3",
        "0/0",
    ]);
    list.as_array().cloned().unwrap_or_default()
});

/// A good question for every row of the table, in every state that it begins in.
static QUESTIONS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let question = |case: case::Case| {
        let mut request = json!({ "command": case.command, "context": case.context });
        if let Some(stock) = case.stock {
            request["stock"] = json!({ "unit_no": stock.unit_no, "state": stock });
        }
        if let Some(deal) = case.deal {
            request["deal"] = json!({ "id": deal.id, "state": deal });
        }
        request
    };
    case::Case::all().into_iter().map(question).collect()
});

/// The events that every row of the table leads to.
static HISTORIES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let history = |case: case::Case| match case.ask() {
        DealRuling::Accepted { decision } => json!({
            "unit_no": case.stock.map(|stock| stock.unit_no),
            "stock": decision.stock,
            "deal_id": case.deal.map(|deal| deal.id),
            "deal": decision.deal,
        }),
        other => panic!("a good question is refused: {other:?}"),
    };
    case::Case::all().into_iter().map(history).collect()
});

/// The places in a value, each as a JSON Pointer.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(list) => {
            for (index, one) in list.iter().enumerate() {
                places(one, &format!("{at}/{index}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, one) in fields {
                places(one, &format!("{at}/{name}"), all);
            }
        }
        _ => {}
    }
}

/// Changes one place: to something hostile, to what stands elsewhere, a list by one more or less.
fn change(bytes: &mut Unstructured<'_>, value: &mut Value) -> arbitrary::Result<()> {
    let mut all = Vec::new();
    places(value, "", &mut all);
    let hostile = bytes.choose(&HOSTILE)?.clone();
    let elsewhere = value.pointer(bytes.choose(&all)?).cloned().unwrap_or_default();
    let how = bytes.int_in_range(0_u8..=5)?;
    let Some(place) = value.pointer_mut(bytes.choose(&all)?) else { return Ok(()) };
    match (how, place) {
        (0, place) => *place = elsewhere,
        (1, Value::Array(list)) if !list.is_empty() => {
            let at = bytes.choose_index(list.len())?;
            list.insert(at, list[at].clone());
        }
        (2, Value::Array(list)) if !list.is_empty() => {
            list.remove(bytes.choose_index(list.len())?);
        }
        (3, Value::Array(list)) => list.reverse(),
        (4, Value::Object(fields)) if !fields.is_empty() => {
            let at = bytes.choose_index(fields.len())?;
            let name = fields.keys().nth(at).cloned().unwrap_or_default();
            fields.remove(&name);
        }
        (_, place) => *place = hostile,
    }
    Ok(())
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// A question, asked of `decide` and of `options`: they agree, and what is decided can be applied.
fn question(bytes: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    let mut request = bytes.choose(&QUESTIONS)?.clone();
    for _ in 0..bytes.int_in_range(0..=4)? {
        change(bytes, &mut request)?;
    }
    let of_deal = request.get("deal").is_some_and(|deal| !deal.is_null());
    let operation = if of_deal { "deal.decide" } else { "stock.decide" };
    let Some(answer) = kaipan_fuzz::check(operation, request.to_string().as_bytes()) else {
        return Ok(());
    };
    if let Some(decision) = answer.get("decision").filter(|decision| !decision.is_null()) {
        let decision: DealDecision = read(decision).expect("a decision reads as it is written");
        applies(&request, &decision);
    }
    let mut asked = request.clone();
    if let Some(fields) = asked.as_object_mut() {
        fields.remove("command");
    }
    asked["drafts"] = json!([request["command"]]);
    let Some(options) = kaipan_fuzz::check("deal.options", asked.to_string().as_bytes()) else {
        return Ok(());
    };
    let same = |one: &&Value| one["action"] == request["command"]["action"];
    let option = options["options"].as_array().and_then(|all| all.iter().find(same));
    match answer["rejection"]["class"].as_str() {
        None => assert_eq!(option.map(|one| &one["may"]), Some(&json!(true)), "{request}"),
        Some("guards_not_met") => {
            let lacking = option.map(|one| &one["lacking"]);
            assert_eq!(lacking, Some(&answer["rejection"]["guards"]), "{request}");
        }
        Some("not_in_table") => assert_eq!(option, None, "{request}"),
        Some(_) => {}
    }
    Ok(())
}

/// The events of a decision are the next of what was given as a state. A change of unit has events
/// of the other unit and the other deal too.
fn applies(request: &Value, decision: &DealDecision) {
    if let Some(mut stock) = read::<UnitStock>(&request["stock"]["state"]) {
        let own = stock.unit_no.clone();
        for event in decision.stock.iter().filter(|event| event.unit_no == own) {
            stock.apply(event).expect("the next event of the unit");
        }
    }
    if let Some(mut deal) = read::<Deal>(&request["deal"]["state"]) {
        let own = deal.id.clone();
        for event in decision.deal.iter().filter(|event| event.deal == own) {
            deal.apply(event).expect("the next event of the deal");
        }
    }
    for entry in &decision.entries {
        assert!(entry.is_balanced(), "{entry:?}");
    }
}

/// A history that people have touched: it is replayed or refused at a place, and an event that is
/// refused changes nothing.
fn history(bytes: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    let mut request = bytes.choose(&HISTORIES)?.clone();
    for _ in 0..bytes.int_in_range(0..=4)? {
        change(bytes, &mut request)?;
    }
    kaipan_fuzz::check("deal.replay", request.to_string().as_bytes());
    let mut stock = UnitStock::new("3-1-1801");
    for event in events::<StockEvent>(&request["stock"]) {
        let before = stock.clone();
        if stock.apply(&event).is_err() {
            assert_eq!(stock, before, "{event:?}");
        }
    }
    let mut deal = Deal::new("D1");
    for event in events::<DealEvent>(&request["deal"]) {
        let before = deal.clone();
        if deal.apply(&event).is_err() {
            assert_eq!(deal, before, "{event:?}");
        }
    }
    Ok(())
}

fn events<T: DeserializeOwned>(list: &Value) -> Vec<T> {
    list.as_array().into_iter().flatten().filter_map(read).collect()
}

fn run(bytes: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    match bytes.int_in_range(0_u8..=7)? {
        0 => {
            let operation = *bytes.choose(&OPERATIONS)?;
            let rest = bytes.bytes(bytes.len())?;
            kaipan_fuzz::check(operation, rest);
            Ok(())
        }
        1 | 2 => history(bytes),
        _ => question(bytes),
    }
}

// Bytes that end too early are no input.
fuzz_target!(|input: &[u8]| {
    let _ = run(&mut Unstructured::new(input));
});
