//! Running a compiled scheme over columns.

use crate::{schemes, thrown};
use kaipan::json::Write;
use kaipan::pricing::CompiledScheme;
use kaipan_web_columns::{Buffers, ROWS};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// Begins to price columns of these lengths: those of codes, then of gift areas, lump sums, unit
/// prices and totals.
///
/// Gives the rows of a part, then where in memory codes, areas, gift areas, lump sums, unit prices
/// and totals of a part lie; nothing if the scheme is not kept any more.
///
/// # Errors
/// The error as JSON.
#[wasm_bindgen]
pub fn columns_begin(
    id: u32,
    rows: usize,
    codes: &[u32],
    others: &[u32],
) -> std::result::Result<Vec<u32>, JsValue> {
    let length = |length: &u32| usize::try_from(*length).unwrap_or(usize::MAX);
    let other = |at: usize| others.get(at).map_or(0, length);
    let others = [other(0), other(1), other(2), other(3)];
    schemes::with(id, |scheme| scheme.check_lengths(rows, codes.iter().map(length), others))
        .transpose()
        .map(|found| found.map_or_else(Vec::new, |()| begin(codes.len(), others)))
        .map_err(|error| thrown(&error))
}

fn begin(axes: usize, [gift_areas, lump_sums, ..]: [usize; 4]) -> Vec<u32> {
    BUFFERS.with_borrow_mut(|buffers| {
        buffers.begin(axes, gift_areas > 0, lump_sums > 0);
        std::iter::once(ROWS).chain(buffers.places()).map(|place| place as u32).collect()
    })
}

/// Prices the rows that lie in the buffers; false if the scheme is not kept any more.
///
/// # Errors
/// The error as JSON, with the row counted from the beginning.
#[wasm_bindgen]
pub fn columns_price(id: u32, rows: usize) -> std::result::Result<bool, JsValue> {
    let run = |scheme: &mut CompiledScheme| {
        BUFFERS.with_borrow_mut(|buffers| buffers.price(scheme, rows))
    };
    schemes::with(id, run).transpose().map(|run| run.is_some()).map_err(|error| thrown(&error))
}

#[derive(Write)]
struct Sums {
    units: u32,
    area: kaipan::number::Area,
    total: kaipan::number::Money,
}

/// The sums of all parts, as JSON.
///
/// # Errors
/// The error as JSON.
#[wasm_bindgen]
pub fn columns_end() -> std::result::Result<String, JsValue> {
    let sums = || {
        let totals = BUFFERS.with_borrow(|buffers| buffers.totals())?;
        let units = u32::try_from(totals.units).unwrap_or(u32::MAX);
        let mut out = String::new();
        Sums { units, area: totals.area, total: totals.total }.write(&mut out);
        Ok(out)
    };
    sums().map_err(|error| thrown(&error))
}
