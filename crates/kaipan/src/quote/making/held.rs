//! Where a quote holds the inputs of the engines that it asks.

use crate::error::{Input, InputPlace, PlaceStep};
use crate::quote::Quoting;

fn case(field: &'static str) -> InputPlace {
    InputPlace::of(Input::Case).then(field)
}

fn policies(field: &'static str) -> InputPlace {
    InputPlace::of(Input::Policies).then(field)
}

fn choice(field: &'static str) -> InputPlace {
    InputPlace::of(Input::Choice).then(field)
}

/// A payment plan, by its place among the plans.
pub(super) fn plan(at: usize) -> InputPlace {
    policies("plans").then(at)
}

/// The inputs of discounts.
pub(super) fn by_discounts(input: Input) -> Option<InputPlace> {
    Some(match input {
        Input::List => case("list"),
        Input::Facts => case("facts"),
        Input::Unit => case("unit"),
        Input::Scheme => policies("discounts"),
        Input::Authority | Input::Rules => policies(input.name()),
        Input::Chosen => choice("discounts"),
        _ => return None,
    })
}

/// A list price that is the unit's own.
pub(super) fn list_of_unit(place: &InputPlace) -> Option<InputPlace> {
    let unit = case("unit");
    let steps: Vec<&PlaceStep> = place.steps().collect();
    match (place.input()?, steps.as_slice()) {
        (Input::List, [PlaceStep::Field("total"), ..]) => Some(unit.then("list_total")),
        (Input::List, [PlaceStep::Field("unit_price"), ..]) => Some(unit.then("list_price")),
        (Input::List, [PlaceStep::Field("area"), ..]) => Some(unit.then("building_area")),
        (Input::List, _) => Some(unit),
        _ => None,
    }
}

/// The inputs of a schedule for the plan at a place.
pub(super) fn by_schedule(
    quoting: &Quoting<'_>,
    plan_at: usize,
) -> impl Fn(Input) -> Option<InputPlace> {
    move |input| {
        Some(match input {
            Input::Plan => plan(plan_at),
            Input::Dates | Input::Appraisal | Input::Borrower => case(input.name()),
            Input::AsOf => case("facts").then("subscription_date"),
            Input::Project => case("facts").then("project"),
            Input::HomeCount => quoting.home_count_at(),
            Input::FiledTotal => case("unit").then("filed_total"),
            Input::Purpose | Input::Total => InputPlace::of(Input::Case),
            Input::Deposit | Input::CommercialLoan | Input::FundLoan => choice(input.name()),
            Input::MinDownPayment | Input::DepositLimit | Input::Fees | Input::WorkingDays => {
                policies(input.name())
            }
            _ => return None,
        })
    }
}
