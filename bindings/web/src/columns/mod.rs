//! Running a compiled scheme over columns.

mod buffers;
mod column;

use crate::{done, schemes};
use buffers::{Buffers, ROWS};
use kaipan::json::Write;
use kaipan::pricing::CompiledScheme;
use kaipan_derive::boundary;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// Begins to price columns of these lengths: those of codes, then of gift areas, lump sums, unit
/// prices and totals.
///
/// Gives the rows of a part, then where in memory codes, areas, gift areas, lump sums, unit prices
/// and totals of a part lie; nothing if the scheme is not kept any more, or refuses.
#[wasm_bindgen]
#[must_use]
pub fn columns_begin(id: u32, rows: usize, codes: &[u32], others: &[u32]) -> Option<Vec<u32>> {
    let length = |length: &u32| usize::try_from(*length).unwrap_or(usize::MAX);
    let other = |at: usize| others.get(at).map_or(0, length);
    let others = [other(0), other(1), other(2), other(3)];
    let check =
        |scheme: &CompiledScheme| scheme.check_lengths(rows, codes.iter().map(length), others);
    done(schemes::with(id, check)?).map(|()| begin(codes.len(), others))
}

fn begin(axes: usize, [gift_areas, lump_sums, ..]: [usize; 4]) -> Vec<u32> {
    BUFFERS.with_borrow_mut(|buffers| {
        buffers.begin(axes, gift_areas > 0, lump_sums > 0);
        std::iter::once(ROWS).chain(buffers.places()).map(|place| place as u32).collect()
    })
}

/// Prices the rows that lie in the buffers; false if the scheme is not kept any more, or refuses. A
/// refusal counts rows from the beginning.
#[wasm_bindgen]
#[must_use]
pub fn columns_price(id: u32, rows: usize) -> bool {
    let run =
        |scheme: &CompiledScheme| BUFFERS.with_borrow_mut(|buffers| buffers.price(scheme, rows));
    schemes::with(id, run).and_then(done).is_some()
}

#[boundary(write)]
struct Sums {
    units: u32,
    area: kaipan::number::Area,
    total: kaipan::number::Money,
    average: Option<kaipan::number::UnitPrice>,
}

/// The sums of all parts, as JSON; nothing if they are refused.
#[wasm_bindgen]
#[must_use]
pub fn columns_end() -> Option<String> {
    let sums = || {
        let totals = BUFFERS.with_borrow(|buffers| buffers.totals())?;
        let units = u32::try_from(totals.units).unwrap_or(u32::MAX);
        let average = totals.average()?;
        let mut out = String::new();
        Sums { units, area: totals.area, total: totals.total, average }.write(&mut out);
        Ok(out)
    };
    done(sums())
}
