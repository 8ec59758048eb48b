//! Fees and taxes: the worked examples of the handbook (§7) and its rules one by one.

mod receipts;
mod refusals;
mod rules;
mod taxes;

use kaipan::Text;
use kaipan::error::{Code, Result, Severity};
use kaipan::fee::*;
use kaipan::number::{Mode, Place, Rounding};
use kaipan::payment::{Anchor, AnchorDates, NodeDate};

/// What a contract is charged by and for.
#[derive(Clone)]
struct Contract {
    policy: FeePolicy,
    facts: FeeFacts,
    dates: AnchorDates,
    existing: Vec<ExistingFee>,
}

impl Contract {
    fn sheet(&self) -> Result<FeeSheet> {
        let charging = Charging::new(&self.policy, &self.facts);
        charging.dates(&self.dates).existing(&self.existing).sheet()
    }
}

fn home(area: &str, price: &str) -> FeeUnit {
    let (price, area) = (price.parse().unwrap(), area.parse().unwrap());
    FeeUnit::new(PropertyUse::Residential, price, area).with_unit_no("1-1801")
}

fn shop(price: &str) -> FeeUnit {
    FeeUnit { property_use: PropertyUse::NonResidential, ..home("50", price) }
}

fn buyer(name: &str, share: &str, home_count: u32) -> FeeBuyer {
    FeeBuyer::new(share.parse().unwrap()).with_name(name).with_home_count(home_count)
}

fn request(date: &str, units: Vec<FeeUnit>, buyers: Vec<FeeBuyer>) -> Contract {
    Contract {
        policy: FeePolicy::default().with_presets(vec![FeePreset::National]),
        facts: FeeFacts::new(date.parse().unwrap(), units).with_buyers(buyers),
        dates: AnchorDates::default(),
        existing: vec![],
    }
}

/// A rule of the project's own with one value for everything.
fn rule(code: &str, basis: FeeBasis, value: &str) -> FeeRule {
    let rows = vec![when(FeeCondition::default(), value)];
    FeeRule::new(code, code, FeeCategory::Collected, basis, rows, Payer::Buyer)
}

fn when(when: FeeCondition, value: &str) -> FeeRow {
    FeeRow { when, ..FeeRow::new(value.parse().unwrap()) }
}

fn own(rules: Vec<FeeRule>, units: Vec<FeeUnit>, buyers: Vec<FeeBuyer>) -> Contract {
    let request = request("2026-06-01", units, buyers);
    Contract { policy: FeePolicy { rules, ..FeePolicy::default() }, ..request }
}

/// The amounts of a fee's lines.
fn amounts(response: &FeeSheet, code: &str) -> Vec<String> {
    let of_code = response.lines.iter().filter(|line| line.code == code);
    of_code.map(|line| line.amount.to_string()).collect()
}

fn codes(response: &FeeSheet) -> Vec<Code> {
    response.findings.iter().map(|finding| finding.code).collect()
}
