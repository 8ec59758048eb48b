//! Running a compiled scheme: JavaScript copies rows into buffers here, a part at a time, and the
//! prices out of them. So memory does not grow with the number of rows, and a part stays in the
//! cache.

use crate::numbers::{numbers, whole};
use crate::{schemes, thrown};
use kaipan::error::Result;
use kaipan::pricing::{ColumnSums, ColumnsView, CompiledScheme, PricedColumns};
use serde::Serialize;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// Rows of a part.
const ROWS: usize = 4_096;

#[derive(Default)]
struct Buffers {
    /// Codes, one axis after the other, [`ROWS`] each.
    codes: Vec<u16>,
    areas: Vec<f64>,
    gift_areas: Vec<f64>,
    lump_sums: Vec<f64>,
    unit_prices: Vec<f64>,
    totals: Vec<f64>,
    exact: Exact,
    sums: ColumnSums,
    /// Rows priced so far.
    counted: usize,
    axes: usize,
    gift_areas_given: bool,
    lump_sums_given: bool,
}

/// The same columns as the core has them.
#[derive(Default)]
struct Exact {
    areas: Vec<i64>,
    gift_areas: Vec<i64>,
    lump_sums: Vec<i64>,
    unit_prices: Vec<i64>,
    totals: Vec<i64>,
}

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
        buffers.sums = ColumnSums::default();
        buffers.counted = 0;
        buffers.axes = axes;
        buffers.gift_areas_given = gift_areas > 0;
        buffers.lump_sums_given = lump_sums > 0;
        buffers.codes.resize(ROWS * axes, 0);
        let Buffers { areas, gift_areas, lump_sums, unit_prices, totals, exact, .. } =
            &mut *buffers;
        for column in [areas, gift_areas, lump_sums, unit_prices, totals] {
            column.resize(ROWS, 0.0);
        }
        let Exact { areas, gift_areas, lump_sums, unit_prices, totals } = exact;
        for column in [areas, gift_areas, lump_sums, unit_prices, totals] {
            column.resize(ROWS, 0);
        }
        let mut places = vec![ROWS as u32, buffers.codes.as_ptr() as u32];
        let columns = [
            &buffers.areas,
            &buffers.gift_areas,
            &buffers.lump_sums,
            &buffers.unit_prices,
            &buffers.totals,
        ];
        places.extend(columns.map(|column| column.as_ptr() as u32));
        places
    })
}

/// Prices the rows that lie in the buffers; false if the scheme is not kept any more.
///
/// # Errors
/// The error as JSON, with the row counted from the beginning.
#[wasm_bindgen]
pub fn columns_price(id: u32, rows: usize) -> std::result::Result<bool, JsValue> {
    let run = |scheme: &mut CompiledScheme| {
        BUFFERS.with_borrow_mut(|buffers| price(scheme, buffers, rows))
    };
    schemes::with(id, run).transpose().map(|run| run.is_some()).map_err(|error| thrown(&error))
}

fn price(scheme: &CompiledScheme, buffers: &mut Buffers, rows: usize) -> Result<()> {
    let rows = rows.min(ROWS);
    let gift = if buffers.gift_areas_given { rows } else { 0 };
    let lump = if buffers.lump_sums_given { rows } else { 0 };
    let Buffers { exact, counted, .. } = buffers;
    whole(&buffers.areas[..rows], &mut exact.areas[..rows], "areas", *counted)?;
    whole(&buffers.gift_areas[..gift], &mut exact.gift_areas[..gift], "gift_areas", *counted)?;
    whole(&buffers.lump_sums[..lump], &mut exact.lump_sums[..lump], "lump_sums", *counted)?;
    let codes: Vec<&[u16]> =
        buffers.codes.chunks(ROWS).take(buffers.axes).map(|column| &column[..rows]).collect();
    let view = ColumnsView {
        codes: &codes,
        areas: &exact.areas[..rows],
        gift_areas: &exact.gift_areas[..gift],
        lump_sums: &exact.lump_sums[..lump],
    };
    let out = PricedColumns {
        unit_prices: &mut exact.unit_prices[..rows],
        totals: &mut exact.totals[..rows],
    };
    scheme.price_next(&view, out, &mut buffers.sums)?;
    numbers(&exact.unit_prices[..rows], &mut buffers.unit_prices[..rows], *counted)?;
    numbers(&exact.totals[..rows], &mut buffers.totals[..rows], *counted)?;
    *counted += rows;
    Ok(())
}

#[derive(Serialize)]
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
        let totals = BUFFERS.with_borrow(|buffers| buffers.sums.totals())?;
        let units = u32::try_from(totals.units).unwrap_or(u32::MAX);
        kaipan_ops::json::write(&Sums { units, area: totals.area, total: totals.total }, 96)
    };
    sums().map_err(|error| thrown(&error))
}
