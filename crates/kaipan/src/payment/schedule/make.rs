//! Puts a schedule together: dated lines, sums, and what a person should read (handbook §4.3).

use super::amounts::AmountLine;
use super::answer::{Schedule, ScheduleLine};
use super::keep::{Surplus, keep};
use super::references::uplifts;
use super::scheduling::Scheduling;
use crate::error::{At, Code, Error, Finding, Input, Result, finding};
use crate::number::{Mode, Money, Rate, divide, overflow};
use crate::payment::due::{Anchor, Due, DueRules};
use crate::payment::item::MoneyItem;
use crate::payment::loan::{LoanKind, Suit};
use crate::payment::plan::{LineAmount, PlanLine};
use crate::payment::schedule_dates;
use crate::{Label, unusual};

/// The due dates of a plan.
struct DueDates {
    deposit: Due,
    /// One a line of the plan.
    lines: Vec<Due>,
}

/// Dates and amounts of which nothing is wrong.
struct Settled<'a> {
    dues: DueDates,
    amounts: Vec<AmountLine<'a>>,
    /// What there is to say about the terms of the loans.
    told_of_terms: Vec<Finding>,
}

impl Scheduling<'_> {
    /// The schedule for a contract total (or deal total) in yuan.
    ///
    /// # Errors
    /// Everything that is wrong at once: a plan that is not offered or not well formed, amounts
    /// that cannot be, loans applied for beyond what can be lent, a deposit above the own funds,
    /// lines above the total, dates outside the calendar.
    pub fn schedule(&self, total: Money) -> Result<Schedule> {
        let mut schedule = self.of_quote(total)?;
        schedule.findings.extend(uplifts(std::iter::once(self.plan), self.borrower));
        schedule.findings.extend(schedule_dates(self.dates));
        let homes = self.home_count.and_then(unusual::homes);
        schedule.findings.extend(homes.map(|finding| finding.within(Input::HomeCount)));
        Ok(schedule)
    }

    /// The schedule without findings about borrower, dates and homes alone: a quote tells these
    /// itself, once for all of its plans.
    pub(crate) fn of_quote(&self, total: Money) -> Result<Schedule> {
        let Settled { dues, amounts, told_of_terms } = self.settled(total)?;
        let mut told_of_loans = Vec::new();
        let (mut lines, mut loan_caps) = (Vec::with_capacity(amounts.len()), Vec::new());
        let mut own = 0_usize;
        for mut amount in amounts {
            loan_caps.append(&mut amount.caps);
            if let Some(kind) = amount.item.loan() {
                told_of_loans.extend(self.told_of_loan(kind, &amount, total));
            }
            if amount.item.is_own() {
                own = own.saturating_add(1);
            }
            let line = match amount.line {
                Some((at, line)) => {
                    let due = dues.lines.get(at).copied().unwrap_or_default();
                    self.plan_line(amount, total, line, due, own)?
                }
                None => self.deposit_line(amount, total, dues.deposit)?,
            };
            lines.push(line);
        }
        for (at, line) in (1_u32..).zip(&mut lines) {
            line.seq = at;
        }
        let surplus = match self.existing {
            [] => Surplus::default(),
            existing => keep(&mut lines, existing).within(Input::Existing)?,
        };
        let mut schedule = self.sums(lines, total, &surplus)?;
        schedule.loan_caps = loan_caps;
        schedule.findings = self.told_of_deposit(&schedule)?;
        schedule.findings.extend(told_of_loans);
        self.check_down_payment(&mut schedule)?;
        schedule.findings.extend(self.told_of_fees());
        schedule.findings.extend(self.unusual());
        schedule.findings.extend(told_of_surplus(&surplus));
        let told = self.told_of_caps(&schedule);
        schedule.findings.extend(told);
        schedule.findings.extend(self.references());
        schedule.findings.extend(told_of_terms);
        let far = self.appraisal.and_then(|appraisal| {
            unusual::valuation(["评估价", "the appraisal"], appraisal, total)
        });
        schedule.findings.extend(far.map(|finding| finding.within(Input::Appraisal)));
        Ok(schedule)
    }

    /// Σ of the loans for a contract total, which fees are computed from.
    ///
    /// # Errors
    /// As those of [`Scheduling::schedule`].
    pub(crate) fn loan_total(&self, total: Money) -> Result<Money> {
        let amounts = self.settled(total)?.amounts;
        Money::sum(amounts.iter().filter(|line| line.item.loan().is_some()).map(|line| line.amount))
    }

    /// What a schedule for this total is put together from.
    fn settled(&self, total: Money) -> Result<Settled<'_>> {
        let mut errors = Vec::new();
        let sound = self.check(Some(total), &mut errors);
        let dues = self.due_dates(&mut errors);
        let amounts = if sound { kept(self.amounts(total), &mut errors) } else { None };
        let told_of_terms = self.suit(&mut errors);
        Error::collect(errors)?;
        Ok(Settled { dues, amounts: amounts.unwrap_or_default(), told_of_terms })
    }

    /// What stands against plan and inputs whatever the total.
    pub(crate) fn reasons(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        self.check(None, &mut errors);
        self.due_dates(&mut errors);
        self.suit(&mut errors);
        errors
    }

    /// The loans of the plan against what they are for.
    fn suit(&self, errors: &mut Vec<Error>) -> Vec<Finding> {
        let mut told = Vec::new();
        let Some(policy) = self.loan_terms else { return told };
        for kind in [LoanKind::Commercial, LoanKind::Fund] {
            let Some(rule) = self.plan.loan(kind) else { continue };
            let suit = Suit {
                kind: Some(kind),
                // What cannot be a term is told by the check of the plan.
                months: rule.months,
                rate: None,
                day: self.day(),
                home_count: self.home_count,
                purpose: self.purpose,
                policy,
            };
            let placed = |error: Error| error.at(kind.word()).within(Input::Plan);
            suit.judge(placed, &mut told, errors);
        }
        told
    }

    /// The due dates; what is wrong with them is added to the errors.
    fn due_dates(&self, errors: &mut Vec<Error>) -> DueDates {
        let calendar = self.working_days.map(|days| days.calendar()).transpose();
        let calendar = kept(calendar.within(Input::WorkingDays), errors).flatten();
        let rules = DueRules { node_grace_days: self.plan.node_grace_days, calendar };
        let days = self.plan.deposit.as_ref().map_or(0, |rule| rule.days);
        let deposit = self.dates.due(self.deposit_anchor(), 0, days, &rules);
        let deposit = kept(deposit.at("deposit").within(Input::Plan), errors).unwrap_or_default();
        let lines = self.plan.lines.iter().enumerate().map(|(at, line)| {
            let is_loan =
                matches!(line.amount, LineAmount::CommercialLoan {} | LineAmount::FundLoan {});
            let due = match is_loan {
                true => self.dates.loan_due(&line.anchor, line.months, line.days, &rules),
                false => self.dates.due(&line.anchor, line.months, line.days, &rules),
            };
            kept(due.at(at).at("lines").within(Input::Plan), errors).unwrap_or_default()
        });
        DueDates { deposit, lines: lines.collect() }
    }

    fn deposit_anchor(&self) -> &Anchor {
        const SUBSCRIPTION: &Anchor = &Anchor::SubscriptionDate {};
        let rule = self.plan.deposit.as_ref();
        rule.and_then(|rule| rule.anchor.as_ref()).unwrap_or(SUBSCRIPTION)
    }

    fn deposit_line(&self, of: AmountLine<'_>, total: Money, due: Due) -> Result<ScheduleLine> {
        Ok(ScheduleLine {
            seq: 0,
            item: MoneyItem::Deposit,
            name: "定金".into(),
            name_en: Label::constant("Deposit"),
            fee: None,
            amount: of.amount,
            in_price: self.has_deposit_in_price(),
            due: due.date,
            provisional: due.provisional,
            anchor: self.deposit_anchor().clone(),
            share: ratio(of.amount, total)?,
            received: None,
            outstanding: None,
            parts: of.steps,
        })
    }

    /// A line of the plan; `own` is its number among the buyer's own.
    fn plan_line(
        &self,
        of: AmountLine<'_>,
        total: Money,
        line: &PlanLine,
        due: Due,
        own: usize,
    ) -> Result<ScheduleLine> {
        let name_en = line.name_en.clone().unwrap_or_else(|| match of.item {
            MoneyItem::Deposit => Label::constant("Deposit"),
            MoneyItem::DownPayment => Label::constant("Down payment"),
            MoneyItem::Instalment => Label::of(format_args!("Instalment {own}")),
            MoneyItem::CommercialLoan => Label::constant("Commercial loan"),
            MoneyItem::FundLoan => Label::constant("Provident fund loan"),
            MoneyItem::Fee => Label::of(format_args!("Fee {}", line.fee().unwrap_or_default())),
        });
        Ok(ScheduleLine {
            seq: 0,
            item: of.item,
            name: line.name.clone(),
            name_en,
            fee: line.fee().map(Into::into),
            amount: of.amount,
            in_price: of.item != MoneyItem::Fee,
            due: due.date,
            provisional: due.provisional,
            anchor: line.anchor.clone(),
            share: ratio(of.amount, total)?,
            received: None,
            outstanding: None,
            parts: of.steps,
        })
    }

    /// The schedule of these lines: its sums and shares.
    fn sums(&self, lines: Vec<ScheduleLine>, total: Money, surplus: &Surplus) -> Result<Schedule> {
        let loans = lines.iter().filter(|line| line.item.loan().is_some());
        let loan_total = Money::sum(loans.map(|line| line.amount))?;
        let own_funds = total.checked_sub(loan_total).ok_or_else(overflow)?;
        Ok(Schedule {
            plan: self.plan.code.clone(),
            total,
            own_funds,
            loan_total,
            own_ratio: ratio(own_funds, total)?,
            loan_ratio: ratio(loan_total, total)?,
            loan_caps: Vec::new(),
            min_down_payment: None,
            min_down_payment_source: None,
            surplus: Some(surplus.all).filter(|money| money.is_positive()),
            loan_surplus: Some(surplus.loans).filter(|money| money.is_positive()),
            findings: Vec::new(),
            lines,
        })
    }
}

/// The value, or its error among the others.
fn kept<T>(result: Result<T>, errors: &mut Vec<Error>) -> Option<T> {
    result.map_err(|error| errors.push(error)).ok()
}

/// What was received and the new schedule has no place for.
fn told_of_surplus(surplus: &Surplus) -> Option<Finding> {
    let finding = || {
        finding!(Code::PaymentSurplus, surplus = surplus.all, loans = surplus.loans)
            .within(Input::Existing)
    };
    surplus.all.is_positive().then(finding)
}

/// Amount ÷ total, half up to 6 decimals.
fn ratio(amount: Money, total: Money) -> Result<Rate> {
    // Two numbers of 64 bits multiply within 128.
    let millionths = i128::from(amount.fen()).wrapping_mul(1_000_000);
    let share = divide(millionths, i128::from(total.fen()), Mode::HalfUp)?;
    i64::try_from(share).map(Rate::from_millionths).map_err(|_| overflow())
}
