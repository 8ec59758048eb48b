//! Fees and taxes: the first row that fits, basis × value.

use super::payments::moved;
use super::{
    Basis, Case, FeeLine, FeeRow, FeeRule, Fees, Note, Policies, Severity, half_up, within,
};
use rust_decimal::Decimal;

pub(super) fn fees(policies: &Policies, case: &Case, price: Decimal) -> Fees {
    let ex_vat = half_up(price / (Decimal::ONE + case.vat_rate), 2);
    let mut lines = Vec::with_capacity(policies.fees.len());
    let mut notes = Vec::new();
    for rule in policies.fees.iter().filter(|rule| within(case.as_of, rule.from, rule.to)) {
        let Some(row) = rule.rows.iter().find(|row| fits(row, case)) else { continue };
        let basis = match rule.basis {
            Basis::PriceExVat => ex_vat,
            Basis::ContractPrice => price,
            Basis::SurveyedArea => case.surveyed_area.unwrap_or(case.unit.building_area),
            Basis::PerUnit => Decimal::ONE,
        };
        let estimated = rule.basis == Basis::SurveyedArea && case.surveyed_area.is_none();
        if estimated && !row.value.is_zero() {
            notes.push(not_surveyed(rule, case));
        }
        let raw = basis * row.value;
        let (day, _) = case.day(&rule.anchor);
        lines.push(FeeLine {
            code: rule.code.clone(),
            name: rule.name.clone(),
            name_en: rule.name_en.clone(),
            category: rule.category,
            unit_no: case.unit.unit_no.clone(),
            buyer: if rule.per_buyer { case.buyer.name.clone() } else { None },
            basis,
            value: row.value,
            raw,
            amount: half_up(raw, 2),
            due: day.and_then(|day| moved(day, 0, rule.days)),
            source: rule.source.clone(),
            note: row.note.clone(),
        });
    }
    let buyer_total = lines.iter().map(|line| line.amount).sum();
    Fees { lines, buyer_total, ex_vat, vat: price - ex_vat, notes }
}

fn fits(row: &FeeRow, case: &Case) -> bool {
    let area = case.unit.building_area;
    (row.uses.is_empty() || row.uses.contains(&case.property_use))
        && (!row.persons_only || case.buyer.person)
        && row.home.is_none_or(|home| case.buyer.person && case.buyer.home_count == home)
        && row.area_above.is_none_or(|least| area > least)
        && row.area_to.is_none_or(|most| area <= most)
        && row.elevator.is_none_or(|elevator| elevator == case.elevator)
}

fn not_surveyed(rule: &FeeRule, case: &Case) -> Note {
    Note {
        code: "fee.not_surveyed",
        severity: Severity::Info,
        unit_no: Some(case.unit.unit_no.clone()),
        params: vec![("name", rule.name.clone()), ("code", rule.code.clone())],
        zh: format!("“{}”暂按建筑面积计算，实测后重算", rule.name),
        en: format!(
            "\"{}\" is computed from the building area until the unit is surveyed",
            rule.name_en
        ),
    }
}
