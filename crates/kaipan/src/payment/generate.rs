//! `payment.schedule`: from a plan and a total to dated lines (handbook §4.3).

use super::amounts::{Draft, amounts, in_price};
use super::check::check;
use super::dating::{Due, DueRules};
use super::deposit_limit::DepositLimit;
use super::down_payment::DownPaymentPolicy;
use super::due::Anchor;
use super::keep::{Surplus, keep};
use super::lend::{field, names};
use super::loan::{LoanKind, Suit};
use super::loan_cap::{CapLimit, LoanCap, in_force};
use super::plan::{LineAmount, LoanRule, PaymentPlan, PlanLine};
use super::references::{self, fee_items, uplifts};
use super::schedule::{AmountRule, MoneyItem, Schedule, ScheduleLine};
use super::scheduling::Scheduling;
use super::unusual::unusual;
use crate::Label;
use crate::error::{At, Code, Error, Finding, Input, Result};
use crate::nearest::nearest;
use crate::number::{Mode, Money, Rate, divide};
use crate::project::PropertyUse;
use crate::refer::with_nearest;
use crate::unusual;

impl Scheduling<'_> {
    /// The schedule.
    ///
    /// # Errors
    /// Everything that is wrong at once: a plan that is not offered or not well formed, amounts
    /// that cannot be, loans applied for beyond what can be lent, a deposit above the own funds,
    /// lines above the total, dates outside the calendar.
    pub fn schedule(&self) -> Result<Schedule> {
        let mut schedule = self.of_quote()?;
        schedule.findings.extend(uplifts(std::iter::once(self.plan), self.borrower));
        schedule.findings.extend(unusual::schedule_dates(self.dates));
        let homes = self.home_count.and_then(unusual::homes);
        schedule.findings.extend(homes.map(|finding| finding.within(Input::HomeCount)));
        Ok(schedule)
    }

    /// The schedule without findings about borrower, dates and homes alone: a quote tells these
    /// itself, once for all of its plans.
    pub(crate) fn of_quote(&self) -> Result<Schedule> {
        scheduled(self)
    }
}

fn scheduled(request: &Scheduling<'_>) -> Result<Schedule> {
    let mut errors = Vec::new();
    let sound = check(request, &mut errors);
    let rules = due_rules(request).map_err(|error| errors.push(error)).unwrap_or_default();
    let deposit_due = errors_of(deposit_due(request, &rules), &mut errors).unwrap_or_default();
    let mut dues = Vec::with_capacity(request.plan.lines.len());
    for (at, line) in request.plan.lines.iter().enumerate() {
        let due = request.dates.due(&line.anchor, line.months, line.days, &rules);
        let due = due.map_err(|error| error.at(at).at("lines").at("plan"));
        dues.push(errors_of(due, &mut errors).unwrap_or_default());
    }
    let drafts = if sound { errors_of(amounts(request), &mut errors) } else { None };
    let told = suit(request, &mut errors);
    Error::collect(errors)?;
    let drafts = drafts.unwrap_or_default();
    let mut lines = Vec::with_capacity(drafts.len());
    let mut own = 0_usize;
    let mut loan_caps = Vec::new();
    for mut draft in drafts {
        loan_caps.append(&mut draft.caps);
        if matches!(draft.item, MoneyItem::DownPayment | MoneyItem::Instalment) {
            own = own.saturating_add(1);
        }
        let source = draft.line.and_then(|at| request.plan.lines.get(at).zip(dues.get(at)));
        let line = match source {
            Some((line, due)) => plan_line(request, draft, line, *due, own)?,
            None => deposit_line(request, draft, deposit_due)?,
        };
        lines.push(line);
    }
    for (at, line) in (1_u32..).zip(&mut lines) {
        line.seq = at;
    }
    let surplus = match request.existing {
        [] => Surplus::default(),
        existing => keep(&mut lines, existing).at("existing")?,
    };
    let mut schedule = finish(request, lines, surplus)?;
    schedule.loan_caps = loan_caps;
    check_caps(request, &mut schedule);
    schedule.findings.extend(references::findings(request));
    schedule.findings.extend(told);
    let far = request.appraisal.and_then(|appraisal| {
        unusual::valuation(["评估价", "the appraisal"], appraisal, request.total)
    });
    schedule.findings.extend(far.map(|finding| finding.path("/appraisal")));
    Ok(schedule)
}

/// The loans of the plan against what they are for.
fn suit(request: &Scheduling<'_>, errors: &mut Vec<Error>) -> Vec<Finding> {
    let mut told = Vec::new();
    let Some(policy) = request.loan_terms else { return told };
    let plan = request.plan;
    for (kind, rule, field) in [
        (LoanKind::Commercial, &plan.commercial, "commercial"),
        (LoanKind::Fund, &plan.fund, "fund"),
    ] {
        let Some(rule) = rule else { continue };
        let suit = Suit {
            kind: Some(kind),
            // What cannot be a term is told by the check of the plan.
            months: rule.months,
            rate: None,
            day: request.day(),
            home_count: request.home_count,
            purpose: request.purpose,
            policy,
        };
        suit.judge(|error| error.at(field).at("plan"), &mut told, errors);
    }
    told
}

/// The value, or its error among the others.
fn errors_of<T>(result: Result<T>, errors: &mut Vec<Error>) -> Option<T> {
    result.map_err(|error| errors.push(error)).ok()
}

fn due_rules(request: &Scheduling<'_>) -> Result<DueRules> {
    let calendar = request.working_days.as_ref().map(|days| days.calendar()).transpose();
    let calendar = calendar.at("working_days")?;
    Ok(DueRules { node_grace_days: request.plan.node_grace_days, calendar })
}

fn deposit_anchor(plan: &PaymentPlan) -> &Anchor {
    const SUBSCRIPTION: &Anchor = &Anchor::SubscriptionDate {};
    plan.deposit.as_ref().and_then(|rule| rule.anchor.as_ref()).unwrap_or(SUBSCRIPTION)
}

fn deposit_due(request: &Scheduling<'_>, rules: &DueRules) -> Result<Due> {
    let days = request.plan.deposit.as_ref().map_or(0, |rule| rule.days);
    let due = request.dates.due(deposit_anchor(request.plan), 0, days, rules);
    due.at("deposit").at("plan")
}

fn deposit_line(request: &Scheduling<'_>, draft: Draft, due: Due) -> Result<ScheduleLine> {
    let amount = money(draft.fen)?;
    Ok(ScheduleLine {
        seq: 0,
        item: MoneyItem::Deposit,
        name: "定金".into(),
        name_en: Label::from("Deposit"),
        fee: None,
        amount,
        in_price: in_price(request),
        due: due.date,
        provisional: due.provisional,
        anchor: deposit_anchor(request.plan).clone(),
        share: share(amount, request.total)?,
        received: None,
        outstanding: None,
        parts: draft.steps,
    })
}

fn plan_line(
    request: &Scheduling<'_>,
    draft: Draft,
    line: &PlanLine,
    due: Due,
    own: usize,
) -> Result<ScheduleLine> {
    let amount = money(draft.fen)?;
    let fee = match &line.amount {
        LineAmount::Fee { item } => Some(item.clone()),
        _ => None,
    };
    let name_en = line.name_en.clone().unwrap_or_else(|| match draft.item {
        MoneyItem::Deposit => Label::from("Deposit"),
        MoneyItem::DownPayment => Label::from("Down payment"),
        MoneyItem::Instalment => Label::of(format_args!("Instalment {own}")),
        MoneyItem::CommercialLoan => Label::from("Commercial loan"),
        MoneyItem::FundLoan => Label::from("Provident fund loan"),
        MoneyItem::Fee => Label::of(format_args!("Fee {}", fee.as_deref().unwrap_or_default())),
    });
    Ok(ScheduleLine {
        seq: 0,
        item: draft.item,
        name: line.name.clone(),
        name_en,
        fee,
        amount,
        in_price: draft.item != MoneyItem::Fee,
        due: due.date,
        provisional: due.provisional,
        anchor: line.anchor.clone(),
        share: share(amount, request.total)?,
        received: None,
        outstanding: None,
        parts: draft.steps,
    })
}

/// Sums, shares, and what a person should read.
fn finish(
    request: &Scheduling<'_>,
    lines: Vec<ScheduleLine>,
    surplus: Surplus,
) -> Result<Schedule> {
    let total = request.total;
    let is_loan =
        |line: &&ScheduleLine| matches!(line.item, MoneyItem::CommercialLoan | MoneyItem::FundLoan);
    let loan_total = Money::sum(lines.iter().filter(is_loan).map(|line| line.amount))?;
    let own_funds = total.checked_sub(loan_total).ok_or_else(overflow)?;
    let mut schedule = Schedule {
        plan: request.plan.code.clone(),
        total,
        own_funds,
        loan_total,
        own_ratio: share(own_funds, total)?,
        loan_ratio: share(loan_total, total)?,
        loan_caps: Vec::new(),
        min_down_payment: None,
        min_down_payment_source: None,
        surplus: Some(surplus.all).filter(|money| money.is_positive()),
        loan_surplus: Some(surplus.loans).filter(|money| money.is_positive()),
        findings: Vec::new(),
        lines,
    };
    check_deposit(request, &mut schedule)?;
    check_loans(request, &mut schedule);
    check_down_payment(request, &mut schedule)?;
    check_fees(request, &mut schedule);
    schedule.findings.extend(unusual(request));
    if let Some(all) = schedule.surplus {
        let params: [(&str, &dyn std::fmt::Display); 2] =
            [("surplus", &all), ("loans", &surplus.loans)];
        schedule.findings.push(Finding::new(Code::PaymentSurplus, &params).path("/existing"));
    }
    Ok(schedule)
}

/// Facts that caps ask for and the request leaves out.
fn check_caps(request: &Scheduling<'_>, schedule: &mut Schedule) {
    let mut findings = Vec::new();
    for cap in schedule.loan_caps.iter().filter(|cap| cap.amount.is_none()) {
        let params: [(&str, &dyn std::fmt::Display); 2] =
            [("name", &cap.name), ("name_en", &cap.name_en)];
        let finding = Finding::new(Code::PaymentCapFactMissing, &params);
        findings.push(finding.path("/borrower/fund_balance"));
    }
    let rules = [&request.plan.commercial, &request.plan.fund].into_iter().flatten();
    let caps = || rules.clone().flat_map(|rule| in_force(&rule.caps, request.day()));
    let by_borrowers = |cap: &LoanCap| matches!(&cap.limit, CapLimit::Borrowers { single, couple, .. } if single != couple);
    if request.borrower.couple.is_none() && caps().any(by_borrowers) {
        let finding = Finding::new(Code::PaymentBorrowerAssumed, &[]);
        findings.push(finding.path("/borrower/couple"));
    }
    schedule.findings.append(&mut findings);
}

fn check_deposit(request: &Scheduling<'_>, schedule: &mut Schedule) -> Result<()> {
    let Some(line) = schedule.lines.first().filter(|line| line.item == MoneyItem::Deposit) else {
        return Ok(());
    };
    let day = request.day();
    let limit = request.deposit_limit.unwrap_or(&DepositLimit::Legal {});
    let Some(largest) = limit.most(day) else {
        if let Some(day) = day.filter(|_| limit.needs_day()) {
            let finding = Finding::new(Code::PaymentNoDepositLimit, &[("day", &day)]);
            schedule.findings.push(finding.path("/deposit_limit"));
        }
        return Ok(());
    };
    let path = if request.deposit.is_some() { "/deposit" } else { "/plan/deposit/amount" };
    let deposit = line.amount;
    if let Some(share) = largest.ratio {
        let most = part(schedule.total, share.limit, Mode::Down)?;
        if deposit > most {
            let finding = Finding::new(
                Code::PaymentDepositHigh,
                &[
                    ("deposit", &deposit),
                    ("limit", &share.limit),
                    ("most", &most),
                    ("source_zh", &share.source_zh),
                    ("source_en", &share.source_en),
                ],
            );
            schedule.findings.push(finding.path(path));
        }
    }
    if let Some(amount) = largest.amount.filter(|amount| deposit > amount.limit) {
        let finding = Finding::new(
            Code::PaymentDepositAboveAmount,
            &[
                ("deposit", &deposit),
                ("most", &amount.limit),
                ("source_zh", &amount.source_zh),
                ("source_en", &amount.source_en),
            ],
        );
        schedule.findings.push(finding.path(path));
    }
    Ok(())
}

/// A loan that comes to less than was applied for, or to nothing.
fn check_loans(request: &Scheduling<'_>, schedule: &mut Schedule) {
    let Schedule { lines, findings, total, .. } = schedule;
    for line in lines {
        let (rule, path, applied): (&Option<LoanRule>, _, _) = match line.item {
            MoneyItem::CommercialLoan => {
                (&request.plan.commercial, "/plan/commercial", request.commercial_loan)
            }
            MoneyItem::FundLoan => (&request.plan.fund, "/plan/fund", request.fund_loan),
            _ => continue,
        };
        let (zh, en) = names(line.item);
        // Rounding comes last; before it, the amount applied for stands if it can be lent.
        let before = line.parts.iter().rev().nth(1);
        if let Some(applied) = applied
            && before.is_none_or(|step| step.rule != AmountRule::AppliedFor)
        {
            let params: [(&str, &dyn std::fmt::Display); 4] =
                [("loan_zh", &zh), ("loan_en", &en), ("value", &applied), ("lent", &line.amount)];
            let place = format!("/{}", field(line.item));
            findings.push(Finding::new(Code::PaymentLoanCut, &params).path(place));
        }
        if !line.amount.is_zero() {
            let told = applied.and_then(|applied| unusual::loan([zh, en], applied, *total));
            findings.extend(told.map(|told| told.path(format!("/{}", field(line.item)))));
            continue;
        }
        let place = rule.as_ref().map(|rule| rule.place).unwrap_or_default();
        let params: [(&str, &dyn std::fmt::Display); 3] =
            [("loan_zh", &zh), ("loan_en", &en), ("place", &place)];
        findings.push(Finding::new(Code::PaymentLoanNothing, &params).path(path));
    }
}

fn check_down_payment(request: &Scheduling<'_>, schedule: &mut Schedule) -> Result<()> {
    let (Some(policy), Some(day)) = (&request.min_down_payment, request.day()) else {
        return Ok(());
    };
    if schedule.loan_total.is_zero() {
        return Ok(());
    }
    if let (DownPaymentPolicy::National {}, Some(use_of)) = (policy, request.purpose.property_use)
        && use_of != PropertyUse::Residential
    {
        let params: [(&str, &dyn std::fmt::Display); 2] =
            [("use_zh", &use_of.zh()), ("use_en", &use_of)];
        let finding = Finding::new(Code::PaymentDownPaymentPurpose, &params);
        schedule.findings.push(finding.path("/min_down_payment"));
        return Ok(());
    }
    let Some(least) = policy.least(day, request.home_count.unwrap_or(1)) else {
        let finding = Finding::new(Code::PaymentNoPolicy, &[("day", &day)]);
        schedule.findings.push(finding.path("/min_down_payment"));
        return Ok(());
    };
    let second = policy.least(day, 2).map(|second| second.ratio);
    if request.home_count.is_none() && second != Some(least.ratio) {
        schedule.findings.push(Finding::new(Code::PaymentHomeAssumed, &[]).path("/home_count"));
    }
    schedule.min_down_payment = Some(least.ratio);
    schedule.min_down_payment_source = least.source.map(Label::from);
    // A whole number of fen is below the share exactly when it is below the share rounded up.
    let amount = part(schedule.total, least.ratio, Mode::Up)?;
    if schedule.own_funds < amount {
        let finding = Finding::new(
            Code::PaymentDownPaymentLow,
            &[
                ("own", &schedule.own_funds),
                ("own_ratio", &schedule.own_ratio),
                ("least", &amount),
                ("least_ratio", &least.ratio),
            ],
        );
        schedule.findings.push(finding.path("/min_down_payment"));
    }
    Ok(())
}

fn check_fees(request: &Scheduling<'_>, schedule: &mut Schedule) {
    for (at, fee) in request.fees.iter().enumerate() {
        let has = |line: &ScheduleLine| line.fee.as_ref() == Some(&fee.item);
        if !schedule.lines.iter().any(has) {
            let params: [(&str, &dyn std::fmt::Display); 2] =
                [("item", &fee.item), ("amount", &fee.amount)];
            let near = nearest(fee_items(request.plan), &fee.item);
            let finding = with_nearest(Code::PaymentFeeUnused, &params, near);
            schedule.findings.push(finding.path(format!("/fees/{at}")));
        }
    }
}

fn money(fen: i128) -> Result<Money> {
    i64::try_from(fen).map(Money::from_fen).map_err(|_| overflow())
}

/// Amount ÷ total, half up to 6 decimals.
fn share(amount: Money, total: Money) -> Result<Rate> {
    let count = i128::from(amount.fen()).saturating_mul(1_000_000);
    let share = divide(count, i128::from(total.fen()), Mode::HalfUp)?;
    i64::try_from(share).map(Rate::from_millionths).map_err(|_| overflow())
}

/// A share of an amount, in whole fen.
fn part(amount: Money, share: Rate, mode: Mode) -> Result<Money> {
    let count = i128::from(amount.fen()).saturating_mul(i128::from(share.millionths()));
    money(divide(count, 1_000_000, mode)?)
}

fn overflow() -> Error {
    Error::new(Code::NumberOverflow)
}
