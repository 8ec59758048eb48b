//! The fees of a quote.

use super::make::Draft;
use crate::error::Result;
use crate::fee::{Charging, FeeFacts, FeeSheet, FeeUnit, Payer};
use crate::number::Money;
use crate::payment::AnchorDates;

/// What fees are computed from.
pub(super) struct Priced {
    /// Contract price of the quoted unit.
    pub(super) own: Money,
    /// Σ of the loans.
    pub(super) loans: Money,
}

/// The fees by the rules in force on the day of the quote; none without a fee policy.
pub(super) fn compute(
    draft: &Draft<'_>,
    priced: &Priced,
    dates: &AnchorDates,
) -> Result<Option<FeeSheet>> {
    let (policies, case) = (draft.policies, draft.case);
    let Some(policy) = &policies.fees else { return Ok(None) };
    let unit = &case.unit;
    let quoted = FeeUnit {
        unit_no: Some(unit.unit_no.clone()),
        property_use: case.property_use,
        price: priced.own,
        assessed_price: case.assessed_price,
        building_area: unit.building_area,
        inside_area: unit.inside_area,
        surveyed_area: unit.surveyed_area,
        surveyed_inside_area: unit.surveyed_inside_area,
        elevator: case.elevator,
        storeys: case.storeys,
        certificates: None,
    };
    let attached = case.attached.iter().map(|unit| FeeUnit {
        unit_no: Some(unit.unit_no.clone()),
        property_use: unit.property_use,
        price: unit.total,
        assessed_price: None,
        building_area: unit.building_area,
        inside_area: None,
        surveyed_area: unit.surveyed_area,
        surveyed_inside_area: None,
        elevator: case.elevator,
        storeys: case.storeys,
        certificates: None,
    });
    let mut units = vec![quoted];
    units.extend(attached);
    let facts = FeeFacts {
        date: draft.as_of(),
        city: case.city.clone(),
        units,
        buyers: case.buyers.clone(),
        vat_rate: case.vat_rate,
        loan_amount: Some(priced.loans),
    };
    let working_days = policies.working_days.as_ref();
    let charging = Charging::new(policy, &facts).dates(dates).working_days(working_days);
    let mut fees = charging.charged().map_err(|error| error.moved_text(PLACES))?;
    fees.findings = fees.findings.into_iter().map(|finding| finding.moved_text(PLACES)).collect();
    Ok(Some(fees))
}

/// What the buyer pays of a fee.
pub(super) fn amount_of(fees: Option<&FeeSheet>, code: &str) -> Result<Money> {
    let lines = fees.map_or(&[][..], |fees| &fees.lines);
    let own = lines.iter().filter(|line| line.code == code && line.payer == Payer::Buyer);
    Money::sum(own.map(|line| line.amount))
}

/// Where the parts of a fee request are in a request for a quote.
const PLACES: &[(&str, &str)] = &[
    ("/policy", "/policies/fees"),
    ("/facts/units/0/price", "/case/unit/list_total"),
    ("/facts/units/0/assessed_price", "/case/assessed_price"),
    ("/facts/units/0", "/case/unit"),
    ("/facts/units", "/case/attached"),
    ("/facts/buyers", "/case/buyers"),
    ("/facts/vat_rate", "/case/vat_rate"),
    ("/facts/date", "/case/as_of"),
    ("/facts/city", "/case/city"),
    ("/dates", "/case/dates"),
];
