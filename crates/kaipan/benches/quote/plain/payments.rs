//! The schedule: loan, shares, remainder, deposit, due dates; and the buyer's cash by date.

use super::{
    Anchor, Case, CashItem, CashNeed, Fees, Item, Line, LineAmount, Mode, Note, Part, PartRule,
    Plan, Policies, Schedule, Severity, half_up, rounded, within,
};
use chrono::{Days, Months, NaiveDate};
use rust_decimal::Decimal;

pub(super) fn moved(day: NaiveDate, months: i32, days: i32) -> Option<NaiveDate> {
    let by = Months::new(months.unsigned_abs());
    let day = if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }?;
    let by = Days::new(days.unsigned_abs().into());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

pub(super) fn schedule(
    policies: &Policies,
    case: &Case,
    plan: &Plan,
    total: Decimal,
) -> Result<Schedule, Vec<String>> {
    let mut problems = Vec::new();
    if !plan.enabled || !within(case.subscription, plan.valid_from, plan.valid_to) {
        problems.push(format!("plan {} is not offered", plan.code));
    }
    let mut lines = Vec::with_capacity(plan.lines.len() + 1);
    let deposit = plan.deposit;
    lines.push(Line {
        seq: 1,
        item: Item::Deposit,
        name: "定金".to_owned(),
        name_en: "Deposit".to_owned(),
        amount: deposit,
        due: Some(case.subscription),
        provisional: false,
        anchor: Anchor::Subscription,
        share: Decimal::ZERO,
        parts: vec![part(PartRule::Fixed, Some(deposit), None, deposit)],
    });
    let (mut remainder, mut deducted, mut cut_off) = (None, None, None);
    let (mut last_own, mut loan_total) = (None, Decimal::ZERO);
    for line in &plan.lines {
        let at = lines.len();
        let mut parts = Vec::with_capacity(4);
        let mut amount = Decimal::ZERO;
        let mut item = if last_own.is_none() { Item::DownPayment } else { Item::Instalment };
        match line.amount {
            LineAmount::Ratio(ratio) => {
                let exact = total * ratio;
                amount = rounded(exact, line.place, line.mode);
                parts.push(part(PartRule::Ratio, Some(ratio), None, exact));
                parts.push(part(PartRule::Rounding, Some(line.place), Some(line.mode), amount));
            }
            LineAmount::Remainder => remainder = Some(at),
            LineAmount::Loan => {
                let Some(rule) = &plan.loan else {
                    problems.push(format!("plan {} has no loan", plan.code));
                    continue;
                };
                let exact = total * rule.ratio;
                amount = rounded(exact, rule.place, Mode::Down);
                item = Item::Loan;
                parts.push(part(PartRule::Ratio, Some(rule.ratio), None, exact));
                parts.push(part(PartRule::Rounding, Some(rule.place), Some(Mode::Down), amount));
                // What is cut off goes to the own line before it.
                cut_off = last_own.map(|own: usize| (own, half_up(exact - amount, 2)));
                loan_total += amount;
            }
        }
        if item != Item::Loan {
            last_own = Some(at);
        }
        if line.deduct_deposit {
            deducted = Some(at);
        }
        let (day, provisional) = case.day(&line.anchor);
        let due = match day {
            Some(day) => match moved(day, line.months, line.days) {
                Some(due) => Some(due),
                None => {
                    problems.push(format!("{} is due outside the calendar", line.name));
                    continue;
                }
            },
            None => None,
        };
        lines.push(Line {
            seq: at as u32 + 1,
            item,
            name: line.name.clone(),
            name_en: line.name_en.clone(),
            amount,
            due,
            provisional,
            anchor: line.anchor.clone(),
            share: Decimal::ZERO,
            parts,
        });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    if let Some((at, amount)) =
        cut_off.filter(|(at, amount)| Some(*at) != remainder && !amount.is_zero())
    {
        let line = &mut lines[at];
        line.amount += amount;
        line.parts.push(part(PartRule::LoanCutOff, Some(amount), None, line.amount));
    }
    let asked: Decimal = lines.iter().skip(1).map(|line| line.amount).sum();
    if let Some(line) = remainder.or(last_own).map(|at| &mut lines[at]) {
        let rest = total - asked;
        if rest + line.amount < Decimal::ZERO {
            return Err(vec![format!("the lines ask for more than {total}")]);
        }
        line.amount += rest;
        if remainder.is_some() || !rest.is_zero() {
            let value = if remainder.is_some() { None } else { Some(rest) };
            line.parts.push(part(PartRule::Remainder, value, None, line.amount));
        }
    }
    // The deposit comes off its line, what that cannot hold off the ones after it.
    let mut left = deposit;
    let own = lines.iter_mut().skip(deducted.unwrap_or(1)).filter(|line| line.item != Item::Loan);
    for line in own {
        let taken = left.min(line.amount);
        if taken > Decimal::ZERO {
            line.amount -= taken;
            left -= taken;
            line.parts.push(part(PartRule::Deposit, Some(taken), None, line.amount));
        }
    }
    if left > Decimal::ZERO {
        return Err(vec![format!("the deposit {deposit} is above the own funds")]);
    }
    for line in &mut lines {
        line.share = half_up(line.amount / total, 6);
    }
    let own_funds = total - loan_total;
    let mut schedule = Schedule {
        plan: plan.code.clone(),
        total,
        lines,
        own_funds,
        loan_total,
        own_ratio: half_up(own_funds / total, 6),
        loan_ratio: half_up(loan_total / total, 6),
        min_down_payment: None,
        min_down_payment_source: None,
        notes: Vec::new(),
    };
    check(policies, case, deposit, &mut schedule);
    Ok(schedule)
}

fn part(rule: PartRule, value: Option<Decimal>, mode: Option<Mode>, after: Decimal) -> Part {
    Part { rule, value, mode, after }
}

/// Deposit limit and least down payment.
fn check(policies: &Policies, case: &Case, deposit: Decimal, schedule: &mut Schedule) {
    let most = (schedule.total * Decimal::new(2, 1)).trunc_with_scale(2);
    if deposit > most {
        schedule.notes.push(Note {
            code: "payment.deposit_high",
            severity: Severity::Warning,
            unit_no: None,
            params: vec![("deposit", deposit.to_string()), ("most", most.to_string())],
            zh: format!("定金 {deposit} 超过总价的 20%（即 {most}），超出部分不具有定金效力"),
            en: format!("the deposit {deposit} is above 20 % of the total, which is {most}"),
        });
    }
    let rows = policies.down_payment.iter().filter(|row| row.from <= case.subscription);
    let Some(least) = rows.max_by_key(|row| row.from).filter(|_| !schedule.loan_total.is_zero())
    else {
        return;
    };
    schedule.min_down_payment = Some(least.ratio);
    schedule.min_down_payment_source = least.source.clone();
    let amount = schedule.total * least.ratio;
    if schedule.own_funds < amount {
        let own = schedule.own_funds;
        schedule.notes.push(Note {
            code: "payment.down_payment_low",
            severity: Severity::Violation,
            unit_no: None,
            params: vec![("own", own.to_string()), ("least", amount.to_string())],
            zh: format!("自付 {own} 低于最低首付 {amount}"),
            en: format!("own funds {own} are below the least down payment {amount}"),
        });
    }
}

/// What the buyer needs on each date; amounts without a date come last.
pub(super) fn cash(schedule: &Schedule, fees: &Fees) -> Vec<CashNeed> {
    let own = schedule.lines.iter().filter(|line| line.item != Item::Loan);
    let own = own.map(|line| (line.due, &line.name, &line.name_en, line.amount, false));
    let due = fees.lines.iter();
    let due = due.map(|line| (line.due, &line.name, &line.name_en, line.amount, true));
    let mut needs: Vec<CashNeed> = Vec::new();
    for (due, name, name_en, amount, fee) in own.chain(due).filter(|item| !item.3.is_zero()) {
        let item = CashItem { name: name.clone(), name_en: name_en.clone(), amount, fee };
        match needs.iter_mut().find(|need| need.due == due) {
            Some(need) => {
                need.amount += amount;
                need.items.push(item);
            }
            None => {
                needs.push(CashNeed { due, amount, cumulative: Decimal::ZERO, items: vec![item] });
            }
        }
    }
    needs.sort_by_key(|need| (need.due.is_none(), need.due));
    let mut cumulative = Decimal::ZERO;
    for need in &mut needs {
        cumulative += need.amount;
        need.cumulative = cumulative;
    }
    needs
}
