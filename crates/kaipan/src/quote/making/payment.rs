//! The payment side of a quote: schedule and fees.

use super::deal_price;
use super::fees::{self, FeeBase};
use super::held;
use crate::Text;
use crate::error::{Error, Result, Told};
use crate::fee::{FeePolicy, FeeSheet};
use crate::number::{Money, Rounding};
use crate::payment::{
    AnchorDates, FeeAmount, LineAmount, PaymentPlan, Schedule, Scheduling, WorkingDays,
};
use crate::pricing::total_of;
use crate::project::Unit;
use crate::quote::{QuoteChoice, Quoting};

/// How a contract is paid.
pub(super) struct Paid {
    pub(super) schedule: Schedule,
    pub(super) fees: Option<FeeSheet>,
}

/// What is paid, by which plan.
#[derive(Clone, Copy)]
pub(super) struct Purchase<'a> {
    pub(super) quoting: &'a Quoting<'a>,
    pub(super) choice: &'a QuoteChoice,
    pub(super) plan: &'a PaymentPlan,
    /// The place of the plan among the plans.
    pub(super) plan_at: usize,
    pub(super) dates: &'a AnchorDates,
    pub(super) working_days: Option<&'a WorkingDays>,
}

/// What a contract comes to, yuan.
#[derive(Clone, Copy)]
pub(super) struct Totals {
    pub(super) attached: Money,
    /// The unit itself, with its fit-out.
    pub(super) own: Money,
    pub(super) contract: Money,
}

impl Totals {
    /// With this deal total.
    pub(super) fn of(quoting: &Quoting<'_>, deal: Money) -> Result<Totals> {
        let case = quoting.case;
        let attached = Money::sum(case.attached.iter().map(|unit| unit.total))?;
        let own = Money::sum([deal, case.fitout.unwrap_or_default()])?;
        Ok(Totals { attached, own, contract: Money::sum([own, attached])? })
    }
}

impl Purchase<'_> {
    /// Fees that the plan has lines for need their amounts before the schedule, and fees on loans
    /// need the loans before their amounts: the loans come first, while the fees are open.
    pub(super) fn pay(&self, totals: Totals) -> Result<Paid> {
        let unknown = self.unknown_fees();
        let loans = match self.scheduling().open_fees().loan_total(totals.contract) {
            Ok(loans) => loans,
            Err(error) => {
                let error = error.moved(&held::by_schedule(self.quoting, self.plan_at));
                let fees = fees::reasons(self.quoting, Some(totals.own), self.dates);
                return Err(error.and(fees.into_iter().chain(unknown)));
            }
        };
        let base = FeeBase { own: totals.own, loans: Some(loans) };
        let fees = match fees::compute(self.quoting, &base, self.dates) {
            Ok(fees) => fees,
            Err(error) => return Err(error.and(unknown)),
        };
        Error::collect(unknown)?;
        let amounts = self.fee_amounts(fees.as_ref())?;
        Ok(Paid { schedule: self.schedule(totals.contract, &amounts)?, fees })
    }

    /// What stands against plan and case where the price is refused.
    pub(super) fn reasons(&self) -> Vec<Error> {
        let schedule = self.scheduling().open_fees().reasons();
        let mut errors: Vec<Error> = schedule
            .into_iter()
            .map(|error| error.moved(&held::by_schedule(self.quoting, self.plan_at)))
            .collect();
        let list = deal_price::list(self.quoting).and_then(|list| list.resolve());
        let list = list.ok().map(|list| list.total);
        errors.extend(fees::reasons(self.quoting, list, self.dates));
        errors.extend(self.unknown_fees());
        errors
    }

    /// What the fees come to that the plan has lines for. No fee has two.
    fn fee_amounts(&self, fees: Option<&FeeSheet>) -> Result<Vec<FeeAmount>> {
        let amount = |item: &str| Ok(FeeAmount::new(item, fees::amount_of(fees, item)?));
        self.plan.fee_items().map(amount).collect()
    }

    fn schedule(&self, total: Money, fees: &[FeeAmount]) -> Result<Schedule> {
        let schedule = self.scheduling().fees(fees).of_quote(total);
        schedule.moved(&held::by_schedule(self.quoting, self.plan_at))
    }

    /// The schedule asked for, without amounts of fees.
    fn scheduling(&self) -> Scheduling<'_> {
        let (policies, case, choice) = (self.quoting.policies, self.quoting.case, self.choice);
        Scheduling::new(self.plan)
            .dates(self.dates)
            .as_of(self.quoting.subscription())
            .project(case.facts.project.as_deref())
            .deposit(choice.deposit)
            .commercial_loan(choice.commercial_loan)
            .fund_loan(choice.fund_loan)
            .appraisal(case.appraisal)
            .filed_total(filed_total(&case.unit))
            .home_count(self.quoting.home_count())
            .min_down_payment(policies.min_down_payment.as_ref())
            .deposit_limit(policies.deposit_limit.as_ref())
            .purpose(self.quoting.purpose())
            .borrower(&case.borrower)
            // The loans of a quote have terms of their own.
            .without_loan_terms()
            .working_days(self.working_days)
    }

    /// Fee lines of the plan that no rule knows.
    fn unknown_fees(&self) -> Vec<Error> {
        if self.plan.fee_items().next().is_none() {
            return Vec::new();
        }
        let codes = self.quoting.policies.fees.as_ref();
        let codes = codes.map(FeePolicy::codes).unwrap_or_default();
        let unknown = self.plan.lines.iter().enumerate().filter_map(|(at, line)| {
            let LineAmount::Fee { item } = &line.amount else { return None };
            if codes.contains(item) {
                return None;
            }
            let error = line.fee_missing(item).with_nearest(codes.iter().map(Text::as_str), item);
            Some(error.placed(
                held::plan(self.plan_at).then("lines").then(at).then("amount").then("item"),
            ))
        });
        unknown.collect()
    }
}

/// The filed total of a unit; of a filed price, what it comes to.
fn filed_total(unit: &Unit) -> Option<Money> {
    let of_price = || total_of(unit.filed_price?, unit.building_area, &Rounding::FEN).ok();
    unit.filed_total.or_else(of_price)
}
