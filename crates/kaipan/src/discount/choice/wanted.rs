//! The discounts that somebody wants, and where they come from.

use crate::Text;
use crate::discount::deal::facts::ChosenDiscount;
use crate::discount::scheme::DiscountKind;
use crate::error::{Error, Finding, Input};

/// A discount that is wanted in a deal.
#[derive(Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) code: &'a Text,
    /// The value agreed on.
    pub(crate) value: Option<&'a DiscountKind>,
    source: Source,
}

/// Where a wanted discount comes from.
#[derive(Clone, Copy)]
enum Source {
    /// The discounts of the payment plan, at this place among them.
    Plan(usize),
    /// The choice, at this place in it.
    Choice(usize),
}

impl<'a> Wanted<'a> {
    /// The discounts of the plan that are not chosen too, then those that are chosen.
    pub(crate) fn all(plan: &'a [Text], chosen: &'a [ChosenDiscount]) -> Vec<Wanted<'a>> {
        let is_chosen = |code: &Text| chosen.iter().any(|one| one.code == *code);
        let of_plan = plan.iter().enumerate().filter(|(_, code)| !is_chosen(code));
        let of_plan =
            of_plan.map(|(at, code)| Wanted { code, value: None, source: Source::Plan(at) });
        let of_choice = chosen.iter().enumerate().map(|(at, one)| Wanted {
            code: &one.code,
            value: one.value.as_ref(),
            source: Source::Choice(at),
        });
        of_plan.chain(of_choice).collect()
    }

    /// It came with the payment plan. If its conditions do not hold, it is left out and never
    /// refused.
    pub(crate) fn comes_by_itself(&self) -> bool {
        matches!(self.source, Source::Plan(_))
    }

    /// The error at the place of this discount.
    pub(crate) fn error(&self, error: Error) -> Error {
        match self.source {
            Source::Plan(at) => error.at(at).at("discounts").within(Input::Plan),
            Source::Choice(at) => error.at(at).within(Input::Chosen),
        }
    }

    /// As [`Wanted::error`], for an error that stops nothing.
    pub(crate) fn finding(&self, error: &Error) -> Finding {
        Finding::from(&self.error(error.clone()))
    }

    /// The finding at the place of this discount.
    pub(crate) fn placed(&self, finding: Finding) -> Finding {
        match self.source {
            Source::Plan(at) => finding.at(at).at("discounts").within(Input::Plan),
            Source::Choice(at) => finding.at(at).within(Input::Chosen),
        }
    }
}

/// The wanted discount with this code.
pub(crate) fn wanted_as<'w, 'a>(wanted: &'w [Wanted<'a>], code: &str) -> Option<&'w Wanted<'a>> {
    wanted.iter().find(|one| one.code == code)
}
