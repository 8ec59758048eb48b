//! A quote: list price → discounts → deal price → schedule → loans → fees → cash by date.

pub(super) mod cash;
pub(super) mod check;
mod deal_price;
mod fees;
mod first_cash;
mod held;
pub(super) mod loans;
mod payment;
mod references;
mod refused;
mod told;
mod used;

pub use references::unit_references;

use super::choice::QuoteChoice;
use super::quoted::{Quote, QuotedPlan, QuotedUnit};
use super::quoting::Quoting;
use crate::error::{Code, Error, Finding, Input, Result};
use crate::number::Money;
use crate::payment::PaymentPlan;
use crate::project::Unit;
use payment::{Paid, Purchase, Totals};

impl Quoting<'_> {
    /// Makes a quote (置业计划).
    ///
    /// # Errors
    /// Every reason at once, from whichever policy it comes: unknown plans, discounts that exclude
    /// each other or whose window is past, plans that are disabled or do not add up, tables with
    /// gaps.
    pub fn quote(&self, choice: &QuoteChoice) -> Result<Quote> {
        make(check::reasons(self), self, choice)
    }
}

/// Makes a quote against which these reasons stand already.
pub(super) fn make(
    errors: Vec<Error>,
    quoting: &Quoting<'_>,
    choice: &QuoteChoice,
) -> Result<Quote> {
    match quote(quoting, choice) {
        Ok(quote) => Error::collect(errors).map(|()| quote),
        Err(error) => Err(error.after(errors)),
    }
}

/// The quote for one choice.
pub(super) fn quote(quoting: &Quoting<'_>, choice: &QuoteChoice) -> Result<Quote> {
    let (policies, case) = (quoting.policies, quoting.case);
    let facts = quoting.facts(choice);
    let found = policies.plans.iter().enumerate().find(|(_, plan)| plan.code == choice.plan);
    let Some((plan_at, plan)) = found else {
        let price = deal_price::price(quoting, choice, None, &facts, policies.authority.as_ref());
        return Err(unknown_plan(quoting, choice).and(price.err()));
    };
    let dates = quoting.dates();
    let working_days = policies.working_days.as_ref();
    let purchase = Purchase { quoting, choice, plan, plan_at, dates: &dates, working_days };
    let authority = policies.authority.as_ref();
    let price = deal_price::price(quoting, choice, Some((plan_at, plan)), &facts, authority);
    let price = price.map_err(|error| {
        let against = refused::reasons(&purchase, &facts, &error);
        error.and(against)
    })?;
    let totals = Totals::of(quoting, price.deal_total)?;
    let paid = purchase.pay(totals).map_err(|error| {
        // A list price in other units is the likely reason why nothing fits.
        let differ = |found: &&Finding| found.code == Code::ProjectFiguresDiffer;
        let differ = price.findings.iter().filter(differ).map(Finding::to_error);
        error.and(loans::reasons(&purchase).into_iter().chain(differ))
    })?;
    let lent = loans::lend(quoting, choice, &paid.schedule)?;
    let cash = cash::needs(&paid.schedule, paid.fees.as_ref())?;
    let (first_cash, first_unknown) = first_cash::find(&purchase, totals, &paid.schedule, &cash)?;
    let interest = lent.total_interest.unwrap_or_default();
    let total_cost = match lent.is_known {
        true => Some(Money::sum([totals.contract, cash::fees_of(&cash)?, interest])?),
        false => None,
    };
    let Paid { schedule, fees } = paid;
    let used = used::policies(quoting, plan, &schedule, &lent.loans);
    let mut findings = told::findings(quoting);
    findings.extend(references::findings(policies, case, choice));
    findings.extend(lent.findings);
    findings.extend(first_unknown);
    Ok(Quote {
        as_of: quoting.as_of(),
        valid_until: used::valid_until(policies, plan, &price, quoting.as_of()),
        project: case.project.clone(),
        unit: quoted_unit(&case.unit),
        list_steps: case.list_steps.clone(),
        policies: used,
        price,
        fitout: case.fitout,
        attached_total: (!case.attached.is_empty()).then_some(totals.attached),
        contract_total: totals.contract,
        plan: quoted_plan(plan),
        schedule,
        loans: lent.loans,
        monthly_payment: lent.monthly_payment,
        total_interest: lent.total_interest,
        loan_years: lent.years,
        fees,
        cash,
        first_cash,
        total_cost,
        findings,
    })
}

fn unknown_plan(quoting: &Quoting<'_>, choice: &QuoteChoice) -> Error {
    let known = || quoting.policies.plans.iter().map(|plan| plan.code.as_str());
    let error = Error::new(Code::QuotePlanUnknown).with("plan", &choice.plan);
    let error = error.with_long("known", known().collect::<Vec<_>>().join(", "));
    error.with_nearest(known(), &choice.plan).at("plan").within(Input::Choice)
}

fn quoted_unit(unit: &Unit) -> QuotedUnit {
    QuotedUnit {
        unit_no: unit.unit_no.clone(),
        building: unit.building.clone(),
        floor: unit.floor,
        layout: unit.layout.clone(),
        orientation: unit.orientation.clone(),
        fitout: unit.fitout.clone(),
        building_area: unit.building_area,
        inside_area: unit.inside_area,
    }
}

fn quoted_plan(plan: &PaymentPlan) -> QuotedPlan {
    QuotedPlan {
        code: plan.code.clone(),
        name: plan.name.clone(),
        name_en: plan.name_en.clone().unwrap_or_else(|| (&plan.code).into()),
        method: plan.method,
    }
}
