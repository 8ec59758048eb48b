//! What is owed and overdue, over columns of claims and receipts.
//!
//! JavaScript hands the claims over, then the receipts, then asks; after that both are gone.

use crate::done;
use crate::numbers::{integers, numbers};
use kaipan::error::{Code, Error, Input, Result};
use kaipan::json::Write;
use kaipan::overdue::{AssessedColumns, ClaimColumns, ReceiptColumns};
use kaipan_ops::overdue::{OverdueAgingColumnsRequest, OverdueAssessColumnsRequest};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static BOOK: RefCell<Book> = RefCell::default();
    static ASSESSED: RefCell<Assessed> = RefCell::default();
}

/// Claims and receipts that were handed over.
#[derive(Default)]
struct Book {
    due: Vec<i32>,
    amounts: Vec<i64>,
    since: Vec<i32>,
    bearing: Vec<bool>,
    contract_totals: Vec<i64>,
    groups: Vec<u16>,
    paid: Vec<u32>,
    days: Vec<i32>,
    received: Vec<i64>,
}

/// What the claims of an assessment owe, until JavaScript takes it.
#[derive(Default)]
struct Assessed {
    outstanding: Vec<f64>,
    overdue_days: Vec<u32>,
    late_fees: Vec<f64>,
}

impl Book {
    fn claims(&self) -> ClaimColumns<'_> {
        ClaimColumns {
            due: &self.due,
            amounts: &self.amounts,
            since: &self.since,
            bearing: &self.bearing,
            contract_totals: &self.contract_totals,
            groups: &self.groups,
        }
    }

    fn receipts(&self) -> ReceiptColumns<'_> {
        ReceiptColumns { claims: &self.paid, days: &self.days, amounts: &self.received }
    }
}

/// Hands claims over, without receipts; false if a number cannot be.
#[wasm_bindgen]
#[must_use]
pub fn claims_give(
    due: Vec<i32>,
    amounts: &[f64],
    since: Vec<i32>,
    bearing: &[u8],
    contract_totals: &[f64],
    groups: Vec<u16>,
) -> bool {
    let book = || {
        Ok(Book {
            due,
            amounts: integers("amounts", amounts, Input::Claims)?,
            since,
            bearing: truths(bearing)?,
            contract_totals: integers("contract_totals", contract_totals, Input::Claims)?,
            groups,
            ..Book::default()
        })
    };
    done(book()).map(|book| BOOK.set(book)).is_some()
}

/// Hands over the receipts of the claims; false if a number cannot be.
#[wasm_bindgen]
#[must_use]
pub fn receipts_give(claims: Vec<u32>, days: Vec<i32>, amounts: &[f64]) -> bool {
    let received = done(integers("amounts", amounts, Input::Received));
    let give = |received: Vec<i64>| {
        BOOK.with_borrow_mut(|book| {
            (book.paid, book.days, book.received) = (claims, days, received)
        });
    };
    received.map(give).is_some()
}

/// Assesses the claims by a request that is JSON. Gives the sums as JSON, and what each claim owes by
/// [`assessed_outstanding`], [`assessed_days`] and [`assessed_late_fees`]; nothing if it is refused.
#[wasm_bindgen]
#[must_use]
pub fn overdue_assess_columns(request: &str) -> Option<String> {
    let book = BOOK.take();
    let assess = || {
        let request: OverdueAssessColumnsRequest = kaipan_ops::read_request(request.as_bytes())?;
        let rows = book.amounts.len();
        let (mut outstanding, mut late_fees) = (vec![0; rows], vec![0; rows]);
        let mut overdue_days = vec![0; rows];
        let out = AssessedColumns {
            outstanding: &mut outstanding,
            overdue_days: &mut overdue_days,
            late_fees: &mut late_fees,
        };
        let sums = request.assess(book.claims(), book.receipts(), out)?;
        let mut assessed =
            Assessed { outstanding: vec![0.0; rows], overdue_days, late_fees: vec![0.0; rows] };
        numbers(&outstanding, &mut assessed.outstanding, 0)?;
        numbers(&late_fees, &mut assessed.late_fees, 0)?;
        ASSESSED.set(assessed);
        let mut text = String::new();
        sums.write(&mut text);
        Ok(text)
    };
    done(assess())
}

/// What the claims of the last assessment owe, in fen.
#[wasm_bindgen]
#[must_use]
pub fn assessed_outstanding() -> Vec<f64> {
    ASSESSED.with_borrow_mut(|assessed| std::mem::take(&mut assessed.outstanding))
}

/// Days that the claims of the last assessment are overdue.
#[wasm_bindgen]
#[must_use]
pub fn assessed_days() -> Vec<u32> {
    ASSESSED.with_borrow_mut(|assessed| std::mem::take(&mut assessed.overdue_days))
}

/// Late fees of the claims of the last assessment, in fen.
#[wasm_bindgen]
#[must_use]
pub fn assessed_late_fees() -> Vec<f64> {
    ASSESSED.with_borrow_mut(|assessed| std::mem::take(&mut assessed.late_fees))
}

/// Ages the claims by a request that is JSON. Gives what each group owes as JSON; nothing if it is
/// refused.
#[wasm_bindgen]
#[must_use]
pub fn overdue_aging_columns(request: &str) -> Option<String> {
    let book = BOOK.take();
    let age = || {
        let request: OverdueAgingColumnsRequest = kaipan_ops::read_request(request.as_bytes())?;
        let mut text = String::new();
        request.age(book.claims(), book.receipts())?.write(&mut text);
        Ok(text)
    };
    done(age())
}

/// Bytes that are 0 or 1.
fn truths(column: &[u8]) -> Result<Vec<bool>> {
    let Some(row) = column.iter().position(|byte| *byte > 1) else {
        return Ok(column.iter().map(|byte| *byte == 1).collect());
    };
    let error = Error::new(Code::CallArgument).with("name", "bearing");
    let error =
        error.with("detail_zh", "既不是 0 也不是 1").with("detail_en", "is neither 0 nor 1");
    Err(error.at(row).at("bearing").within(Input::Claims))
}
