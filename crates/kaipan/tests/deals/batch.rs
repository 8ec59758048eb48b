//! Many units by one command, each decided as it is by itself.

use super::desk::{Desk, read};
use kaipan::deal::{
    BatchUnit, DealAction, DealCommand, DealDraft, DealRejection, DealRuling, Deciding, StockBatch,
    StockBatchRuling, StockLock, UnitStock,
};
use kaipan::error::Code;
use kaipan::project::{Clause, Selection, Unit, UnitState};

/// Three homes of one building, of which the second has no price and the third is of another floor.
fn homes() -> (Desk, Vec<Unit>, Vec<UnitStock>) {
    let mut desk = Desk::presale();
    let first = desk.context.unit.take().unwrap();
    let second =
        Unit { unit_no: "3-1-1803".into(), list_price: None, list_total: None, ..first.clone() };
    let third = Unit { unit_no: "3-1-1901".into(), floor: 19, ..first.clone() };
    let units = vec![first, second, third];
    let stock = units.iter().map(|unit| UnitStock::new(unit.unit_no.clone())).collect();
    desk.context.roles = vec!["stock_controller".into()];
    (desk, units, stock)
}

fn pairs<'a>(units: &'a [Unit], stock: &'a [UnitStock]) -> Vec<BatchUnit<'a>> {
    units.iter().zip(stock).map(|(unit, stock)| BatchUnit::new(unit, stock)).collect()
}

fn release() -> DealCommand {
    let draft = DealDraft { batch: Some("一批".into()), ..DealDraft::default() };
    DealCommand { action: DealAction::Release, draft }
}

fn accepted(ruling: &StockBatchRuling) -> Vec<Option<bool>> {
    let accepted = |ruling: &DealRuling| matches!(ruling, DealRuling::Accepted { .. });
    ruling.units.iter().map(|one| one.ruling.as_ref().map(accepted)).collect()
}

#[test]
fn each_unit_is_decided_as_it_is_by_itself() {
    let (desk, units, stock) = homes();
    let (pairs, command) = (pairs(&units, &stock), release());
    let batch = StockBatch::new(&desk.context, &command).units(&pairs);
    let ruling = batch.decide().unwrap();
    assert_eq!(accepted(&ruling), [Some(true), Some(false), Some(true)]);
    assert_eq!((ruling.accepted, ruling.rejected, ruling.stands), (2, 1, true));
    for ((unit, stock), one) in units.iter().zip(&stock).zip(&ruling.units) {
        let mut context = desk.context.clone();
        context.unit = Some(unit.clone());
        let alone = Deciding::new(&context).stock(stock).decide(&command).unwrap();
        assert_eq!(one.ruling.as_ref(), Some(&alone));
    }
    let all = batch.all_or_nothing(true).decide().unwrap();
    assert_eq!(accepted(&all), [None, Some(false), None], "what could be done is not done");
    assert_eq!((all.accepted, all.rejected, all.stands), (2, 1, false));
}

#[test]
fn a_selection_looks_at_the_state_of_the_stock() {
    let (desk, units, mut stock) = homes();
    stock[2].state = UnitState::OnSale;
    stock[2].version = 1;
    let on_sale = Selection::of(Clause { state: vec![UnitState::OnSale], ..Clause::default() });
    let (pairs, command) = (
        pairs(&units, &stock),
        DealCommand { action: DealAction::Withdraw, draft: DealDraft::default() },
    );
    let batch = StockBatch::new(&desk.context, &command).units(&pairs).select(&on_sale);
    let ruling = batch.decide().unwrap();
    assert_eq!((ruling.units.len(), ruling.units[0].unit_no.as_str()), (1, "3-1-1901"));
    let signed = Selection::of(Clause { state: vec![UnitState::Signed], ..Clause::default() });
    let nothing = batch.select(&signed).decide().unwrap();
    assert_eq!((nothing.units.len(), nothing.findings[0].code), (0, Code::DealBatchNothing));
}

#[test]
fn locks_and_stale_versions_stop_their_units_alone() {
    let (desk, units, mut stock) = homes();
    stock[0].locks = vec![StockLock::PriceChangePending];
    let pairs: Vec<BatchUnit<'_>> = units
        .iter()
        .zip(&stock)
        .map(|(unit, stock)| {
            BatchUnit::new(unit, stock).expected_version(u32::from(unit.floor == 19))
        })
        .collect();
    let command = release();
    let ruling = StockBatch::new(&desk.context, &command).units(&pairs).decide().unwrap();
    assert_eq!((ruling.accepted, ruling.rejected), (0, 3));
    let last = ruling.units[2].ruling.clone();
    assert!(matches!(last, Some(DealRuling::Rejected { rejection: DealRejection::Stale { .. } })));
}

#[test]
fn mistakes_are_refused_with_their_places() {
    let (mut desk, mut units, stock) = homes();
    desk.context.unit = Some(units[0].clone());
    units[1].unit_no = units[0].unit_no.clone();
    let (pairs, command) = (
        pairs(&units, &stock),
        DealCommand { action: DealAction::Sign, draft: DealDraft::default() },
    );
    let error = StockBatch::new(&desk.context, &command).units(&pairs).decide().unwrap_err();
    let all: Vec<(Code, String)> =
        error.reasons().map(|error| (error.code(), error.path())).collect();
    assert_eq!(
        all,
        [
            (Code::DealBatchAction, "/command/action".to_owned()),
            (Code::JsonTogether, "/context/unit".to_owned()),
            (Code::DealGivenTwice, "/units/1/unit/unit_no".to_owned()),
            (Code::DealUnitDiffers, "/units/1/unit/unit_no".to_owned()),
        ]
    );
}

#[test]
fn a_unit_that_says_another_state_than_its_stock_is_told() {
    let (desk, mut units, stock) = homes();
    units[0].state = UnitState::Signed;
    let (pairs, command) = (pairs(&units, &stock), release());
    let ruling = StockBatch::new(&desk.context, &command).units(&pairs).decide().unwrap();
    assert_eq!(ruling.findings.len(), 1);
    let told = &ruling.findings[0];
    assert_eq!(
        (told.code, told.path.as_ref().unwrap().to_string().as_str()),
        (Code::DealBatchState, "/units/0/unit/state")
    );
    let draft = DealDraft { until: Some(read("2026-09-09")), ..DealDraft::default() };
    let command = DealCommand { action: DealAction::Release, draft };
    let error = StockBatch::new(&desk.context, &command).units(&pairs).decide().unwrap_err();
    assert_eq!(error.code(), Code::DealFieldUnused, "the command itself is wrong");
}
