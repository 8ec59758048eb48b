//! Measures over columns of facts.
//!
//! JavaScript hands the facts over in two parts, then asks; after that they are gone.

use crate::done;
use crate::numbers::integers;
use kaipan::error::Input;
use kaipan::json::Write;
use kaipan::kpi::{FactColumns, FactKind};
use kaipan_ops::json;
use kaipan_ops::kpi::KpiMeasureColumnsRequest;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static FACTS: RefCell<Facts> = RefCell::default();
}

/// Facts that were handed over.
#[derive(Default)]
struct Facts {
    kinds: Vec<u8>,
    details: Vec<u16>,
    origins: Vec<u32>,
    nodes: Vec<u32>,
    days: Vec<i32>,
    performance_days: Vec<i32>,
    finance_days: Vec<i32>,
    counts: Vec<u32>,
    areas: Vec<i64>,
    amounts: Vec<i64>,
    finance_amounts: Vec<i64>,
    list_amounts: Vec<i64>,
}

/// Hands over what happened, where and when.
#[wasm_bindgen]
pub fn facts_give(
    kinds: Vec<u8>,
    details: Vec<u16>,
    origins: Vec<u32>,
    nodes: Vec<u32>,
    days: Vec<i32>,
    performance_days: Vec<i32>,
    finance_days: Vec<i32>,
) {
    FACTS.set(Facts {
        kinds,
        details,
        origins,
        nodes,
        days,
        performance_days,
        finance_days,
        ..Facts::default()
    });
}

/// Hands over how much of each; false if a number cannot be.
#[wasm_bindgen]
#[must_use]
pub fn facts_give_amounts(
    counts: Vec<u32>,
    areas: &[f64],
    amounts: &[f64],
    finance_amounts: &[f64],
    list_amounts: &[f64],
) -> bool {
    let facts = FACTS.take();
    let facts = || {
        Ok(Facts {
            counts,
            areas: integers("areas", areas, Input::Facts)?,
            amounts: integers("amounts", amounts, Input::Facts)?,
            finance_amounts: integers("finance_amounts", finance_amounts, Input::Facts)?,
            list_amounts: integers("list_amounts", list_amounts, Input::Facts)?,
            ..facts
        })
    };
    done(facts()).map(|facts| FACTS.set(facts)).is_some()
}

/// Counts the facts by a request that is JSON. Gives the measures of every group in every period as
/// JSON; nothing if it is refused.
#[wasm_bindgen]
#[must_use]
pub fn kpi_measure_columns(request: &str) -> Option<String> {
    let facts = FACTS.take();
    let measure = || {
        let request: KpiMeasureColumnsRequest = kaipan_ops::read_request(request.as_bytes())?;
        let measured = request.measure(&FactColumns {
            kinds: &facts.kinds,
            details: &facts.details,
            origins: &facts.origins,
            nodes: &facts.nodes,
            days: &facts.days,
            performance_days: &facts.performance_days,
            finance_days: &facts.finance_days,
            counts: &facts.counts,
            areas: &facts.areas,
            amounts: &facts.amounts,
            finance_amounts: &facts.finance_amounts,
            list_amounts: &facts.list_amounts,
        })?;
        let mut text = String::new();
        measured.write(&mut text);
        Ok(text)
    };
    done(measure())
}

/// The number of a kind of fact, as JSON has the kind; nothing if there is no such kind.
#[wasm_bindgen]
#[must_use]
pub fn fact_kind_code(kind: &str) -> Option<u8> {
    done(json::read::<FactKind>(kind)).map(FactKind::code)
}
