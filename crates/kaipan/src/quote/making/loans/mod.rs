//! The loans of a quote: terms from policies, plan and choice, and what they cost.

use super::make::{Draft, STAND_IN, joined};
use super::outcome::LoanYear;
use super::policies::LoanOffer;
use super::request::QuoteChoice;
use crate::Date;
use crate::error::{Code, Error, Finding, Input, Result};
use crate::number::Money;
use crate::payment::loan::{
    self, LoanKind, LoanMonth, LoanSchedule, LoanTerms, RepaymentMethod, Suit,
};
use crate::payment::{LineAmount, MoneyItem, PaymentPlan, Schedule};

/// Months that a loan runs if nobody says otherwise.
const MONTHS: u32 = 360;

/// What the loans of a quote cost.
#[derive(Default)]
pub(super) struct Lent {
    pub(super) loans: Vec<LoanSchedule>,
    pub(super) monthly_payment: Option<Money>,
    pub(super) total_interest: Option<Money>,
    pub(super) years: Vec<LoanYear>,
    /// Every loan has its terms. Sums over all loans are given only then.
    pub(super) is_known: bool,
    pub(super) findings: Vec<Finding>,
}

/// Computes the loans of a schedule.
pub(super) fn lend(draft: &Draft<'_>, choice: &QuoteChoice, schedule: &Schedule) -> Result<Lent> {
    let AskedLoans { loans, findings, refused: mut errors } = terms_of(draft, choice, schedule);
    let is_known = !findings.iter().any(|finding| finding.code == Code::QuoteLoanTerms);
    let mut lent = Lent { is_known, findings, ..Lent::default() };
    for asked in &loans {
        let terms = &asked.terms;
        // The months themselves are not kept; `payment.loan` gives them.
        let mut years = Vec::with_capacity(years_of(terms.months));
        let mut fits = true;
        let loan = loan::each_undated_month(terms, |month| {
            fits = fits && add_month(&mut years, &month).is_some();
        });
        match loan {
            Ok(loan) => {
                fits = fits && settle(&mut years, &loan).is_some();
                let told = loan::unusual(terms, &loan).into_iter();
                let placed = |finding: Finding| finding.at(asked.offer).within(Input::Policies);
                lent.findings.extend(told.map(placed));
                lent.loans.push(loan);
            }
            Err(error) => {
                errors.push(asked.placed(error));
                continue;
            }
        }
        if !fits || add_years(&mut lent.years, years).is_none() {
            errors.push(Error::new(Code::NumberOverflow));
        }
    }
    if !errors.is_empty() {
        return Err(joined(errors));
    }
    if !is_known {
        lent.years.clear();
    } else if !lent.loans.is_empty() {
        // What is paid once at the end is no monthly payment.
        let monthly = lent.loans.iter().filter(|one| one.repayment != RepaymentMethod::Bullet);
        if monthly.clone().next().is_some() {
            lent.monthly_payment = Some(Money::sum(monthly.map(|one| one.first_payment))?);
        }
        lent.total_interest = Some(Money::sum(lent.loans.iter().map(|one| one.total_interest))?);
    }
    Ok(lent)
}

/// The loans of a quote, what should be read about them and what stands against them.
#[derive(Default)]
pub(super) struct AskedLoans {
    pub(super) loans: Vec<AskedLoan>,
    findings: Vec<Finding>,
    refused: Vec<Error>,
}

/// A loan of a quote.
pub(super) struct AskedLoan {
    pub(super) terms: LoanTerms,
    /// Field of its offer in the policies.
    offer: &'static str,
    /// The place that its months come from.
    months_at: String,
}

impl AskedLoan {
    /// An error about the terms, at the place they come from.
    fn placed(&self, error: Error) -> Error {
        self.with_places(|places| error.moved_text(places))
    }

    /// As [`AskedLoan::placed`].
    fn placed_finding(&self, finding: Finding) -> Finding {
        self.with_places(|places| finding.moved_text(places))
    }

    /// Where the parts of the terms come from.
    fn with_places<T>(&self, moved: impl FnOnce(&[(&str, &str)]) -> T) -> T {
        let offer = format!("/policies/{}", self.offer);
        let (rate, repayment) = (format!("{offer}/rate"), format!("{offer}/repayment"));
        moved(&[
            ("/months", &self.months_at),
            ("/rate", &rate),
            ("/repayment", &repayment),
            ("/principal", &offer),
            ("/first_payment", &offer),
            ("/purpose", "/case"),
            ("/home_count", "/case/buyers"),
        ])
    }
}

/// A loan that terms are sought for.
struct LoanLine<'a> {
    item: MoneyItem,
    name: &'a str,
    name_en: &'a str,
    amount: Money,
    due: Option<Date>,
}

/// What is wrong with the terms of a plan's loans, where no schedule says how much they are.
pub(super) fn reasons(draft: &Draft<'_>, choice: &QuoteChoice, plan: &PaymentPlan) -> Vec<Error> {
    let mut lines = plan.lines.iter().filter_map(|line| {
        let item = match line.amount {
            LineAmount::CommercialLoan {} => MoneyItem::CommercialLoan,
            LineAmount::FundLoan {} => MoneyItem::FundLoan,
            _ => return None,
        };
        let name_en = line.name_en.as_deref().unwrap_or_default();
        Some(LoanLine { item, name: &line.name, name_en, amount: STAND_IN, due: None })
    });
    let AskedLoans { loans, refused: mut errors, .. } = terms_for(draft, choice, &mut lines);
    for asked in &loans {
        let Err(error) = loan::each_undated_month(&asked.terms, |_| ()) else { continue };
        // The months of a plan are checked with the plan.
        let known: &[Code] = match asked.months_at.starts_with("/policies/plans") {
            true => &[Code::LoanMonths],
            false => &[],
        };
        errors.extend(asked.placed(error).without(known));
    }
    errors
}

/// The terms of each loan of a schedule; loans without an offer are found missing.
pub(super) fn terms_of(draft: &Draft<'_>, choice: &QuoteChoice, schedule: &Schedule) -> AskedLoans {
    let lent = schedule.lines.iter().filter(|line| line.amount.is_positive());
    let mut lines = lent.map(|line| LoanLine {
        item: line.item,
        name: &line.name,
        name_en: &line.name_en,
        amount: line.amount,
        due: line.due,
    });
    terms_for(draft, choice, &mut lines)
}

fn terms_for<'a>(
    draft: &Draft<'_>,
    choice: &QuoteChoice,
    lines: &mut dyn Iterator<Item = LoanLine<'a>>,
) -> AskedLoans {
    let policies = draft.policies;
    let found = policies.plans.iter().enumerate().find(|(_, plan)| plan.code == choice.plan);
    let (plan_at, plan) = found.map_or((0, None), |(at, plan)| (at, Some(plan)));
    let AskedLoans { loans: mut all, mut findings, mut refused } = AskedLoans::default();
    for line in lines {
        let (kind, offer, rule, wanted, [field, wanted_at, rule_at]) = match line.item {
            MoneyItem::CommercialLoan => (
                LoanKind::Commercial,
                &policies.commercial_loan,
                plan.and_then(|plan| plan.commercial.as_ref()),
                choice.commercial_months,
                ["commercial_loan", "commercial_months", "commercial"],
            ),
            MoneyItem::FundLoan => (
                LoanKind::Fund,
                &policies.fund_loan,
                plan.and_then(|plan| plan.fund.as_ref()),
                choice.fund_months,
                ["fund_loan", "fund_months", "fund"],
            ),
            _ => continue,
        };
        let Some(offer) = offer else {
            let params: [(&str, &dyn std::fmt::Display); 2] =
                [("loan", &line.name), ("loan_en", &line.name_en)];
            findings.push(Finding::new(Code::QuoteLoanTerms, &params));
            continue;
        };
        let by_plan = rule.and_then(|rule| rule.months);
        let given = wanted.or(by_plan).or(offer.months);
        let suit = Suit {
            kind: Some(kind),
            months: None,
            rate: Some(&offer.rate),
            day: Some(draft.as_of()),
            home_count: draft.home_count(),
            purpose: draft.purpose(),
            policy: policies.loan_terms.as_ref().unwrap_or(loan::NATIONAL),
        };
        let months = given.unwrap_or_else(|| suit.assumed(MONTHS));
        let months_at = match (wanted, by_plan) {
            (Some(_), _) => format!("/choice/{wanted_at}"),
            (None, Some(_)) => format!("/policies/plans/{plan_at}/{rule_at}/months"),
            (None, None) => format!("/policies/{field}/months"),
        };
        if given.is_none() {
            let params: [(&str, &dyn std::fmt::Display); 3] =
                [("loan", &line.name), ("loan_en", &line.name_en), ("months", &months)];
            findings.push(Finding::new(Code::QuoteTermAssumed, &params).path(months_at.clone()));
        }
        let mut terms = terms(draft.as_of(), choice, &line, offer, months);
        terms.rate = terms.rate.for_home(draft.home_count());
        terms.kind = Some(kind);
        let asked = AskedLoan { terms, offer: field, months_at };
        let (mut told, mut wrong) = (Vec::new(), Vec::new());
        Suit { months: Some(months), ..suit }.judge(|error| error, &mut told, &mut wrong);
        findings.extend(told.into_iter().map(|finding| asked.placed_finding(finding)));
        refused.extend(wrong.into_iter().map(|error| asked.placed(error)));
        all.push(asked);
    }
    AskedLoans { loans: all, findings, refused }
}

fn terms(
    as_of: Date,
    choice: &QuoteChoice,
    line: &LoanLine<'_>,
    offer: &LoanOffer,
    months: u32,
) -> LoanTerms {
    let repayment = choice.repayment.unwrap_or(offer.repayment);
    // What is repaid once is repaid at the end.
    let first = if repayment == RepaymentMethod::Bullet { months } else { 1 };
    let first = i32::try_from(first).unwrap_or(i32::MAX);
    LoanTerms {
        name: Some(line.name.into()),
        principal: line.amount,
        months,
        rate: offer.rate.on(as_of),
        repayment,
        convention: offer.convention,
        first_payment: line.due.and_then(|due| due.add_months(first)),
        changes: Vec::new(),
        kind: None,
    }
}

/// Years that so many months reach into, as far as room is made for them.
fn years_of(months: u32) -> usize {
    usize::try_from(months.div_ceil(12).min(100)).unwrap_or(0)
}

/// Adds a month to the years of its loan.
fn add_month(years: &mut Vec<LoanYear>, month: &LoanMonth) -> Option<()> {
    let year = month.month.saturating_sub(1).checked_div(12)?.checked_add(1)?;
    match years.last_mut().filter(|last| last.year == year) {
        Some(last) => {
            last.payment = last.payment.checked_add(month.payment)?;
            last.principal = last.principal.checked_add(month.principal)?;
            last.interest = last.interest.checked_add(month.interest)?;
            last.balance = month.balance;
        }
        None => years.push(LoanYear {
            year,
            payment: month.payment,
            principal: month.principal,
            interest: month.interest,
            balance: month.balance,
        }),
    }
    Some(())
}

/// What months shown to the fen leave of a loan's totals (where nothing is rounded inside) falls
/// into its last year, so that the years add up.
fn settle(years: &mut [LoanYear], loan: &LoanSchedule) -> Option<()> {
    let sum = |amount: fn(&LoanYear) -> Money, years: &[LoanYear]| {
        years.iter().try_fold(Money::ZERO, |sum, year| sum.checked_add(amount(year)))
    };
    let principal = loan.principal.checked_sub(sum(|year| year.principal, years)?)?;
    let interest = loan.total_interest.checked_sub(sum(|year| year.interest, years)?)?;
    let last = years.last_mut()?;
    last.principal = last.principal.checked_add(principal)?;
    last.interest = last.interest.checked_add(interest)?;
    last.payment = last.principal.checked_add(last.interest)?;
    Some(())
}

/// Adds the years of a loan to those of all.
fn add_years(all: &mut Vec<LoanYear>, years: Vec<LoanYear>) -> Option<()> {
    if all.is_empty() {
        *all = years;
        return Some(());
    }
    for (at, own) in years.into_iter().enumerate() {
        match all.get_mut(at) {
            None => all.push(own),
            Some(year) => {
                year.payment = year.payment.checked_add(own.payment)?;
                year.principal = year.principal.checked_add(own.principal)?;
                year.interest = year.interest.checked_add(own.interest)?;
                year.balance = year.balance.checked_add(own.balance)?;
            }
        }
    }
    Some(())
}
