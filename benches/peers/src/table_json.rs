//! `pricing.table` for 10,000 units with full explanation, JSON in and out, against Python.

use crate::{Failure, Outcome, others};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Instant;

const UNITS: usize = 10_000;

/// The same units and factors in both request forms.
fn requests() -> (Value, Value) {
    let floors: Vec<(String, String)> = (1..=25)
        .map(|floor| (floor.to_string(), format!("{:.4}", 0.95 + f64::from(floor) / 200.0)))
        .collect();
    let orientations = [("S", "1.00"), ("N", "0.97"), ("NS", "1.05"), ("E", "0.985")];
    let views = [("none", "1.00"), ("garden", "1.03"), ("river", "1.08")];
    let owned = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    };
    let tables =
        [("floor", floors), ("orientation", owned(&orientations)), ("view", owned(&views))];
    let mut units = Vec::with_capacity(UNITS);
    for at in 0..UNITS {
        let (building, floor, line) = (at / 100 + 1, at % 25 + 1, at / 25 % 4 + 1);
        let area = 7_500 + (at * 37) % 6_000;
        let inside = area * 4 / 5;
        let layout = ["A", "B", "C"][at % 3];
        units.push(json!({
            "unit_no": format!("{building}-{floor}{line:02}"),
            "building": building.to_string(),
            "floor": floor,
            "line": format!("{line:02}"),
            "layout": layout,
            "orientation": orientations[at % 4].0,
            "view": views[at % 3].0,
            "building_area": format!("{}.{:02}", area / 100, area % 100),
            "inside_area": format!("{}.{:02}", inside / 100, inside % 100),
        }));
    }
    let plain: Vec<Value> = tables
        .iter()
        .map(|(dimension, rows)| {
            let values: serde_json::Map<String, Value> =
                rows.iter().map(|(key, value)| (key.clone(), json!(value))).collect();
            json!({"dimension": dimension, "values": values})
        })
        .collect();
    let factors: Vec<Value> = tables
        .iter()
        .map(|(dimension, rows)| {
            let rows: Vec<Value> =
                rows.iter().map(|(key, value)| json!({"key": key, "value": value})).collect();
            json!({"dimension": dimension, "method": "coefficient",
                "values": {"kind": "table", "rows": rows}})
        })
        .collect();
    let python = json!({"scheme": {"base": "10000", "factors": plain}, "units": units});
    let kaipan = json!({
        "project": {"name": "peers", "units": units},
        "schemes": [{"code": "A", "base_price": "10000", "factors": factors}],
        "explain": {"kind": "all"},
    });
    (python, kaipan)
}

/// The request of `pricing.table` as text.
pub(crate) fn request_text() -> String {
    requests().1.to_string()
}

pub(crate) fn measure(folder: &Path, rounds: usize) -> Result<Vec<Outcome>, Failure> {
    let (python, kaipan) = requests();
    let path = folder.join("table.json");
    std::fs::write(&path, python.to_string())?;
    let text = kaipan.to_string();
    let mut best = f64::INFINITY;
    let mut response = String::new();
    for _ in 0..rounds.max(1) * 10 {
        let start = Instant::now();
        response = kaipan_ops::call("pricing.table", &text)?;
        best = best.min(start.elapsed().as_secs_f64());
    }
    let table: kaipan::pricing::PriceTable = serde_json::from_str(&response)?;
    let total = table.summaries.last().map(|summary| summary.total.fen() / 100).unwrap_or(0);
    let ours = Outcome {
        peer: "kaipan-json".into(),
        version: format!("{} bytes in, {} bytes out", text.len(), response.len()),
        units: UNITS as u64,
        seconds: best,
        total_sum: total.to_string(),
        ..Outcome::default()
    };
    Ok(vec![ours, others::python_table(&path, rounds)?])
}
