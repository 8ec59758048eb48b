//! The loans that a choice asks for: terms from policies, plan and choice.

use crate::error::{Code, Error, Finding, Input, InputPlace, Told};
use crate::number::Money;
use crate::payment::loan::{self, LoanKind, LoanTerms, RepaymentMethod, Suit};
use crate::payment::{LineAmount, MoneyItem, PaymentPlan, Schedule};
use crate::quote::{LoanOffer, QuoteChoice, Quoting};
use crate::{Date, Label};

/// Months that a loan runs if nobody says otherwise.
const MONTHS: u32 = 360;

/// The loans of a quote, what should be read about them and what stands against them.
#[derive(Default)]
pub(in crate::quote) struct AskedLoans {
    pub(in crate::quote) loans: Vec<AskedLoan>,
    pub(super) findings: Vec<Finding>,
    pub(super) refused: Vec<Error>,
}

/// A loan of a quote.
pub(in crate::quote) struct AskedLoan {
    pub(in crate::quote) terms: LoanTerms,
    kind: Kind,
    /// Where its months are said.
    months_at: InputPlace,
    pub(super) months_by_plan: bool,
}

/// What belongs to a kind of loan, by the names of its fields.
#[derive(Clone, Copy)]
struct Kind {
    kind: LoanKind,
    /// The offer among the policies.
    offer: &'static str,
    /// The months among the wishes of a choice.
    months: &'static str,
    /// The rule in a plan.
    rule: &'static str,
}

const COMMERCIAL: Kind = Kind {
    kind: LoanKind::Commercial,
    offer: "commercial_loan",
    months: "commercial_months",
    rule: "commercial",
};

const FUND: Kind =
    Kind { kind: LoanKind::Fund, offer: "fund_loan", months: "fund_months", rule: "fund" };

impl AskedLoan {
    /// Where the quote holds what the terms of the loan were made of.
    pub(super) fn held(&self, place: &InputPlace) -> Option<InputPlace> {
        let offer = || InputPlace::of(Input::Policies).then(self.kind.offer);
        let steps: Vec<&Step> = place.steps().collect();
        Some(match (place.input(), steps.as_slice()) {
            (None, [Step::Field("months"), ..]) => self.months_at.clone(),
            (None, [Step::Field("rate" | "repayment"), ..]) => {
                offer().then_all(steps.iter().copied())
            }
            (None, [Step::Field("principal" | "first_payment"), ..]) => offer(),
            (Some(Input::Purpose), rest) => {
                InputPlace::of(Input::Case).then_all(rest.iter().copied())
            }
            (Some(Input::HomeCount), _) => InputPlace::of(Input::Case).then("buyers"),
            _ => return None,
        })
    }
}
