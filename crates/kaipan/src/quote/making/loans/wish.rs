//! What policies, plan and choice say of a kind of loan.

use crate::Date;
use crate::error::{Error, Finding, Input, InputPlace, PlaceStep, Told};
use crate::number::Money;
use crate::payment::MoneyItem;
use crate::payment::loan::{self, LoanKind, LoanRate, LoanTerms, RepaymentMethod, Suit};
use crate::quote::making::held;
use crate::quote::{LoanOffer, QuoteChoice, Quoting};

/// Months that a loan runs if nobody says otherwise.
const MONTHS: u32 = 360;

/// A kind of loan, with the names of the fields that are about it.
#[derive(Clone, Copy)]
struct LoanFields {
    kind: LoanKind,
    /// The offer among the policies.
    offer: &'static str,
    /// The months of a choice.
    months: &'static str,
    /// The rule in a plan.
    rule: &'static str,
}

const COMMERCIAL: LoanFields = LoanFields {
    kind: LoanKind::Commercial,
    offer: "commercial_loan",
    months: "commercial_months",
    rule: "commercial",
};

const FUND: LoanFields =
    LoanFields { kind: LoanKind::Fund, offer: "fund_loan", months: "fund_months", rule: "fund" };

/// What is said of a kind of loan for which there is an offer.
pub(super) struct Wish<'a> {
    quoting: &'a Quoting<'a>,
    repayment: RepaymentMethod,
    offer: &'a LoanOffer,
    rate: LoanRate,
    by_choice: Option<u32>,
    by_plan: Option<u32>,
    plan_at: usize,
    fields: LoanFields,
}

/// Whether there is a loan in a line, and terms for it.
pub(super) enum Sought<'a> {
    NoLoan,
    NoOffer,
    Wish(Wish<'a>),
}

impl<'a> Wish<'a> {
    /// For a line of a schedule or a plan.
    pub(super) fn of(
        quoting: &'a Quoting<'a>,
        choice: &QuoteChoice,
        item: MoneyItem,
    ) -> Sought<'a> {
        let policies = quoting.policies;
        let found = policies.plans.iter().enumerate().find(|(_, plan)| plan.code == choice.plan);
        let (plan_at, plan) = found.map_or((0, None), |(at, plan)| (at, Some(plan)));
        let (fields, offer, rule, by_choice) = match item {
            MoneyItem::CommercialLoan => (
                COMMERCIAL,
                &policies.commercial_loan,
                plan.and_then(|plan| plan.commercial.as_ref()),
                choice.commercial_months,
            ),
            MoneyItem::FundLoan => (
                FUND,
                &policies.fund_loan,
                plan.and_then(|plan| plan.fund.as_ref()),
                choice.fund_months,
            ),
            _ => return Sought::NoLoan,
        };
        let Some(offer) = offer else { return Sought::NoOffer };
        let repayment = choice.repayment.unwrap_or(offer.repayment);
        let rate = offer.rate.on(quoting.as_of()).for_home(quoting.home_count());
        let by_plan = rule.and_then(|rule| rule.months);
        Sought::Wish(Wish { quoting, repayment, offer, rate, by_choice, by_plan, plan_at, fields })
    }

    /// How long it runs; what is usual where nobody says.
    pub(super) fn months(&self) -> u32 {
        self.given_months().unwrap_or_else(|| self.suit(None).assumed(MONTHS))
    }

    /// How long it runs, if anybody says.
    pub(super) fn given_months(&self) -> Option<u32> {
        self.by_choice.or(self.by_plan).or(self.offer.months)
    }

    /// Where its months are said, or would be.
    pub(super) fn months_at(&self) -> InputPlace {
        match (self.by_choice, self.by_plan) {
            (Some(_), _) => InputPlace::of(Input::Choice).then(self.fields.months),
            (None, Some(_)) => held::plan(self.plan_at).then(self.fields.rule).then("months"),
            (None, None) => self.offer_at().then("months"),
        }
    }

    /// The plan says how long it runs.
    pub(super) fn runs_by_plan(&self) -> bool {
        self.by_choice.is_none() && self.by_plan.is_some()
    }

    /// Where the offer is.
    pub(super) fn offer_at(&self) -> InputPlace {
        InputPlace::of(Input::Policies).then(self.fields.offer)
    }

    /// The loan of this amount, with the first payment a month after the loan is paid out.
    pub(super) fn terms(&self, name: &str, principal: Money, paid_out: Option<Date>) -> LoanTerms {
        let months = self.months();
        // What is repaid once is repaid at the end.
        let first = if self.repayment == RepaymentMethod::Bullet { months } else { 1 };
        let first = i32::try_from(first).unwrap_or(i32::MAX);
        LoanTerms {
            name: Some(name.into()),
            repayment: self.repayment,
            convention: self.offer.convention,
            first_payment: paid_out.and_then(|day| day.add_months(first)),
            kind: Some(self.fields.kind),
            ..LoanTerms::new(principal, months, self.rate.clone())
        }
    }

    /// What stands against its terms whatever its amount.
    pub(super) fn wrong_terms(&self) -> Vec<Error> {
        let wrong = loan::wrong_terms(self.months(), &self.rate, self.repayment);
        wrong.into_iter().map(|error| error.moved_by(&|place| self.held(place))).collect()
    }

    /// Whether it suits what it is for: what is told, and what is refused.
    pub(super) fn judged(&self) -> (Vec<Finding>, Vec<Error>) {
        let (mut told, mut refused) = (Vec::new(), Vec::new());
        self.suit(Some(self.months())).judge(|error| error, &mut told, &mut refused);
        let held = |place: &InputPlace| self.held(place);
        let refused = refused.into_iter().map(|error| error.moved_by(&held)).collect();
        (told.moved_by(&held), refused)
    }

    fn suit(&self, months: Option<u32>) -> Suit<'_> {
        Suit {
            kind: Some(self.fields.kind),
            months,
            rate: Some(&self.offer.rate),
            day: Some(self.quoting.as_of()),
            home_count: self.quoting.home_count(),
            purpose: self.quoting.purpose(),
            policy: self.quoting.policies.loan_terms.as_ref().unwrap_or(loan::NATIONAL),
        }
    }

    /// Where the quote holds what the terms of the loan are made of.
    pub(super) fn held(&self, place: &InputPlace) -> Option<InputPlace> {
        let steps: Vec<&PlaceStep> = place.steps().collect();
        Some(match (place.input(), steps.as_slice()) {
            (None, [PlaceStep::Field("months"), ..]) => self.months_at(),
            (None, [PlaceStep::Field("rate" | "repayment"), ..]) => {
                self.offer_at().then_all(steps.iter().copied())
            }
            (None, [PlaceStep::Field("principal" | "first_payment"), ..]) => self.offer_at(),
            (Some(Input::Purpose), rest) => {
                InputPlace::of(Input::Case).then_all(rest.iter().copied())
            }
            (Some(Input::HomeCount), _) => self.quoting.home_count_at(),
            _ => return None,
        })
    }
}
