//! The fees of a quote.

use crate::error::{Error, Input, InputPlace, PlaceStep, Result, Told};
use crate::fee::{Charging, FeeFacts, FeeSheet, FeeUnit, Payer, wrong_buyers};
use crate::number::Money;
use crate::payment::AnchorDates;
use crate::quote::Quoting;

/// What fees are computed from.
pub(super) struct FeeBase {
    /// Contract price of the quoted unit.
    pub(super) own: Money,
    /// Σ of the loans; none while it is not known.
    pub(super) loans: Option<Money>,
}

/// The fees by the rules in force on the day of the quote; none without a fee policy.
pub(super) fn compute(
    quoting: &Quoting<'_>,
    priced: &FeeBase,
    dates: &AnchorDates,
) -> Result<Option<FeeSheet>> {
    let (policies, case) = (quoting.policies, quoting.case);
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
        date: quoting.as_of(),
        city: case.city.clone(),
        units,
        buyers: case.buyers.clone(),
        vat_rate: case.vat_rate,
        loan_amount: priced.loans,
    };
    let working_days = policies.working_days.as_ref();
    let charging = Charging::new(policy, &facts).dates(dates).working_days(working_days);
    charging.charged().moved_by(&held).map(Some)
}

/// What stands against the fees of a unit at a price; of an unknown price, against rules, buyers and
/// rate.
pub(super) fn reasons(
    quoting: &Quoting<'_>,
    price: Option<Money>,
    dates: &AnchorDates,
) -> Vec<Error> {
    let Some(policy) = &quoting.policies.fees else { return Vec::new() };
    if let Some(price) = price {
        let priced = FeeBase { own: price, loans: None };
        return compute(quoting, &priced, dates).err().into_iter().collect();
    }
    let mut errors = policy.reasons();
    errors.extend(wrong_buyers(&quoting.case.buyers, quoting.case.vat_rate));
    errors.into_iter().map(|error| error.moved_by(&held)).collect()
}

/// What the buyer pays of a fee.
pub(super) fn amount_of(fees: Option<&FeeSheet>, code: &str) -> Result<Money> {
    let lines = fees.map_or(&[][..], |fees| &fees.lines);
    let own = lines.iter().filter(|line| line.code == code && line.payer == Payer::Buyer);
    Money::sum(own.map(|line| line.amount))
}

/// Where a quote holds the inputs of fees.
fn held(place: &InputPlace) -> Option<InputPlace> {
    let steps: Vec<&PlaceStep> = place.steps().collect();
    let case = |field: &'static str| InputPlace::of(Input::Case).then(field);
    Some(match (place.input()?, steps.as_slice()) {
        (Input::Policy, rest) => {
            InputPlace::of(Input::Policies).then("fees").then_all(rest.iter().copied())
        }
        (Input::Dates, rest) => case("dates").then_all(rest.iter().copied()),
        (Input::Facts, [PlaceStep::Field("date"), ..]) => case("as_of"),
        // What the building has is said once for all units.
        (
            Input::Facts,
            [
                PlaceStep::Field("units"),
                PlaceStep::Item(_),
                PlaceStep::Field(field @ ("elevator" | "storeys")),
                ..,
            ],
        ) => case(field),
        (Input::Facts, [PlaceStep::Field("units"), PlaceStep::Item(0), rest @ ..]) => match rest {
            [PlaceStep::Field("price"), ..] => case("unit").then("list_total"),
            [PlaceStep::Field("assessed_price"), ..] => case("assessed_price"),
            _ => case("unit").then_all(rest.iter().copied()),
        },
        // The attached units come after the quoted one.
        (Input::Facts, [PlaceStep::Field("units"), PlaceStep::Item(at), rest @ ..]) => {
            case("attached").then(at.saturating_sub(1)).then_all(rest.iter().copied())
        }
        (Input::Facts, [PlaceStep::Field("units")]) => case("attached"),
        (Input::Facts, rest) => InputPlace::of(Input::Case).then_all(rest.iter().copied()),
        _ => return None,
    })
}
