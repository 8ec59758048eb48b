//! Fees and taxes: the worked examples of the handbook (§7) and its rules one by one.

mod receipts;
mod refusals;
mod rules;
mod taxes;

use kaipan::Text;
use kaipan::error::{Code, Severity};
use kaipan::fee::*;
use kaipan::number::{Mode, Place, Rounding};
use kaipan::payment::{Anchor, AnchorDates, NodeDate};

fn home(area: &str, price: &str) -> FeeUnit {
    FeeUnit {
        unit_no: Some("1-1801".into()),
        property_use: PropertyUse::Residential,
        price: price.parse().unwrap(),
        assessed_price: None,
        building_area: area.parse().unwrap(),
        inside_area: None,
        surveyed_area: None,
        surveyed_inside_area: None,
        elevator: None,
        storeys: None,
        certificates: None,
    }
}

fn shop(price: &str) -> FeeUnit {
    FeeUnit { property_use: PropertyUse::NonResidential, ..home("50", price) }
}

fn buyer(name: &str, share: &str, home_count: u32) -> FeeBuyer {
    FeeBuyer {
        name: Some(name.into()),
        buyer: BuyerKind::Person,
        share: share.parse().unwrap(),
        home_count: Some(home_count),
    }
}

fn request(date: &str, units: Vec<FeeUnit>, buyers: Vec<FeeBuyer>) -> FeeRequest {
    FeeRequest {
        policy: FeePolicy { presets: vec![FeePreset::National], ..FeePolicy::default() },
        facts: FeeFacts {
            date: date.parse().unwrap(),
            city: None,
            units,
            buyers,
            vat_rate: None,
            loan_amount: None,
        },
        dates: AnchorDates::default(),
        working_days: None,
        existing: vec![],
    }
}

/// A rule of the project's own with one value for everything.
fn rule(code: &str, basis: FeeBasis, value: &str) -> FeeRule {
    FeeRule {
        code: code.into(),
        name: code.into(),
        name_en: None,
        source: None,
        category: FeeCategory::Collected,
        basis,
        rows: vec![when(FeeCondition::default(), value)],
        min: None,
        max: None,
        rounding: Rounding::FEN,
        payer: Payer::Buyer,
        per_buyer: false,
        anchor: None,
        months: 0,
        days: 0,
        effective_from: None,
        effective_to: None,
    }
}

fn when(when: FeeCondition, value: &str) -> FeeRow {
    FeeRow { when, value: value.parse().unwrap(), note: None }
}

fn own(rules: Vec<FeeRule>, units: Vec<FeeUnit>, buyers: Vec<FeeBuyer>) -> FeeRequest {
    let request = request("2026-06-01", units, buyers);
    FeeRequest { policy: FeePolicy { rules, ..FeePolicy::default() }, ..request }
}

/// The amounts of a fee's lines.
fn amounts(response: &FeeSheet, code: &str) -> Vec<String> {
    let of_code = response.lines.iter().filter(|line| line.code == code);
    of_code.map(|line| line.amount.to_string()).collect()
}

fn codes(response: &FeeSheet) -> Vec<Code> {
    response.findings.iter().map(|finding| finding.code).collect()
}
