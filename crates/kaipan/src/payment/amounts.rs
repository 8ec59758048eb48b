//! The amounts of a schedule: they add up to the contract total, to the fen (handbook §4.3).

use super::lend::{MILLION, loans, yuan};
use super::loan_cap::LoanCapResult;
use super::plan::{LineAmount, PlanLine};
use super::schedule::{AmountRule, AmountStep, MoneyItem};
use super::scheduling::Scheduling;
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Mode, Money, Rounding, Saturating, divide};

/// A line while its amount is found.
#[derive(Debug)]
pub(super) struct Draft {
    /// Position in the plan; none for the deposit.
    pub(super) line: Option<usize>,
    pub(super) item: MoneyItem,
    /// Fen.
    pub(super) fen: i128,
    /// Fen that rounding has added to it: what it can give back.
    excess: i128,
    pub(super) steps: Vec<AmountStep>,
    /// Caps of a loan.
    pub(super) caps: Vec<LoanCapResult>,
}

impl Draft {
    fn new(line: Option<usize>, item: MoneyItem) -> Draft {
        Draft { line, item, fen: 0, excess: 0, steps: Vec::new(), caps: Vec::new() }
    }

    /// The buyer's own payment of the price, the deposit apart.
    fn is_own(&self) -> bool {
        matches!(self.item, MoneyItem::DownPayment | MoneyItem::Instalment)
    }

    fn set(&mut self, rule: AmountRule, value: Option<i128>, fen: i128) {
        self.fen = fen;
        self.steps.push(AmountStep {
            rule,
            value: value.map(money),
            mode: None,
            after: money(fen),
        });
    }

    fn add(&mut self, rule: AmountRule, fen: i128) {
        self.set(rule, Some(fen), self.fen.more(fen));
    }

    /// Takes up to this much off; gives what it could not.
    fn take(&mut self, rule: AmountRule, most: i128, wanted: i128) -> i128 {
        let taken = wanted.min(most);
        if taken > 0 {
            self.set(rule, Some(taken), self.fen.less(taken));
        }
        wanted.less(taken)
    }
}

fn money(fen: i128) -> Exact {
    Exact::counted(fen, 2)
}

/// An amount as messages show it.
fn text(fen: i128) -> String {
    let short = i64::try_from(fen).map(|fen| Money::from_fen(fen).to_string());
    short.unwrap_or_else(|_| money(fen).to_string())
}

/// Every line with its amount, the deposit first. What the amounts hang on has been checked.
///
/// # Errors
/// Every one that there is: [`Code::PaymentLoanAbove`], [`Code::PaymentAboveTotal`],
/// [`Code::PaymentDepositAbove`]. The later two are sought with the loans that can be had and with
/// own lines that are too large rather than too small, so they hold whatever mends the others.
pub(super) fn amounts(request: &Scheduling<'_>) -> Result<Vec<Draft>> {
    let mut errors = Vec::new();
    let mut loans = loans(request, &mut errors)?;
    let lines = &request.plan.lines;
    let total = i128::from(request.total.fen());
    let mut drafts = Vec::with_capacity(lines.len().saturating_add(1));
    let deposit = deposit(request);
    if deposit > 0 {
        let mut draft = Draft::new(None, MoneyItem::Deposit);
        draft.set(AmountRule::Fixed, Some(deposit), deposit);
        drafts.push(draft);
    }
    let mut own = MoneyItem::DownPayment;
    let mut remainder = None;
    for (at, line) in lines.iter().enumerate() {
        let mut draft = Draft::new(Some(at), own);
        match &line.amount {
            LineAmount::Ratio { ratio } => {
                let exact = total.by(i128::from(ratio.millionths()));
                share(&mut draft, line, Exact::from(*ratio), exact)
                    .map_err(|error| error.at(at).at("lines").at("plan"))?;
            }
            LineAmount::Fixed { amount } => {
                let fen = i128::from(amount.fen());
                draft.set(AmountRule::Fixed, Some(fen), fen);
            }
            LineAmount::Remainder {} => remainder = Some(drafts.len()),
            LineAmount::CommercialLoan {} => draft.item = MoneyItem::CommercialLoan,
            LineAmount::FundLoan {} => draft.item = MoneyItem::FundLoan,
            LineAmount::Fee { item } => {
                draft.item = MoneyItem::Fee;
                let fee = request.fees.iter().find(|fee| fee.item == *item);
                let fen = fee.map_or(0, |fee| i128::from(fee.amount.fen()));
                draft.set(AmountRule::Fixed, Some(fen), fen);
            }
        }
        if let Some(lent) = loans.of(draft.item) {
            draft.fen = i128::from(lent.fen);
            draft.steps = std::mem::take(&mut lent.steps);
            draft.caps = std::mem::take(&mut lent.caps);
        }
        if draft.is_own() {
            own = MoneyItem::Instalment;
        }
        drafts.push(draft);
    }
    for at in 0..drafts.len() {
        let item = drafts.get(at).map(|draft| draft.item);
        if let Some(lent) = item.and_then(|item| loans.of(item)) {
            add_cut_off(&mut drafts, at, remainder, lent.cut_off)?;
        }
    }
    errors.extend(settle_remainder(&mut drafts, remainder, total).err());
    if deposit > 0 && in_price(request) {
        errors.extend(deduct(request, &mut drafts, deposit).err());
    }
    Error::collect(errors)?;
    Ok(drafts)
}

/// The deposit asked for, fen; 0 if there is none.
fn deposit(request: &Scheduling<'_>) -> i128 {
    let plan = request.plan.deposit.as_ref().map(|rule| rule.amount);
    request.deposit.or(plan).map_or(0, |amount| i128::from(amount.fen()))
}

/// 定金计入房价.
pub(super) fn in_price(request: &Scheduling<'_>) -> bool {
    request.plan.deposit.as_ref().is_none_or(|rule| rule.in_price)
}

/// A share of the total, rounded as its line says.
fn share(draft: &mut Draft, line: &PlanLine, ratio: Exact, exact: i128) -> Result<()> {
    let rounding = line.rounding.unwrap_or(Rounding::YUAN);
    let fen = i128::from(rounding.quotient(exact, MILLION)?.fen());
    draft.fen = fen;
    draft.excess = fen.less(divide(exact, MILLION, Mode::Down)?).max(0);
    draft.steps.reserve_exact(5);
    draft.steps.extend([
        AmountStep { rule: AmountRule::Ratio, value: Some(ratio), mode: None, after: yuan(exact) },
        AmountStep {
            rule: AmountRule::Rounding,
            value: Some(rounding.place.into()),
            mode: Some(rounding.mode),
            after: money(fen),
        },
    ]);
    Ok(())
}

/// Adds what a loan cut off to the nearest own line before it, or else the next after it.
fn add_cut_off(
    drafts: &mut [Draft],
    loan: usize,
    remainder: Option<usize>,
    cut_off: i128,
) -> Result<()> {
    let before = drafts.iter().take(loan).rposition(Draft::is_own);
    let Some(at) = before.or_else(|| drafts.iter().position(Draft::is_own)) else { return Ok(()) };
    let fen = divide(cut_off, MILLION, Mode::HalfUp)?;
    // The remainder holds it anyway.
    if remainder == Some(at) || fen == 0 {
        return Ok(());
    }
    let added = fen.less(divide(cut_off, MILLION, Mode::Down)?);
    if let Some(draft) = drafts.get_mut(at) {
        draft.add(AmountRule::LoanCutOff, fen);
        draft.excess = draft.excess.more(added);
    }
    Ok(())
}

/// Gives the line marked remainder, or else the last own line, what is left of the total. Where
/// the lines ask for more than that, those before give back what rounding has added, last first.
fn settle_remainder(drafts: &mut [Draft], marked: Option<usize>, total: i128) -> Result<()> {
    let in_price = |draft: &&Draft| !matches!(draft.item, MoneyItem::Deposit | MoneyItem::Fee);
    let sum: i128 = drafts.iter().filter(in_price).map(|draft| draft.fen).sum();
    let rest = total.less(sum);
    let at = marked.or_else(|| drafts.iter().rposition(Draft::is_own));
    let mut short = rest.saturating_neg();
    if let Some(line) = at.and_then(|at| drafts.get_mut(at)) {
        let change = rest.max(line.fen.saturating_neg());
        if marked.is_some() {
            line.set(AmountRule::Remainder, None, change);
        } else if change != 0 {
            line.add(AmountRule::Remainder, change);
        }
        short = change.less(rest);
    }
    for (other, line) in drafts.iter_mut().enumerate().rev() {
        if short > 0 && Some(other) != at {
            short = line.take(AmountRule::GivenBack, line.excess, short);
        }
    }
    if short > 0 {
        let error = Error::new(Code::PaymentAboveTotal).with("sum", text(sum));
        return Err(error.with("total", text(total)).at("lines").at("plan"));
    }
    Ok(())
}

/// Takes the deposit off the line marked for it, or else the first own line; what that cannot
/// hold off those after it, then off those before, the nearest first.
fn deduct(request: &Scheduling<'_>, drafts: &mut [Draft], deposit: i128) -> Result<()> {
    let marked = |draft: &Draft| {
        let line = draft.line.and_then(|at| request.plan.lines.get(at));
        draft.is_own() && line.is_some_and(|line| line.deduct_deposit)
    };
    let first = drafts.iter().position(marked);
    let first = first.or_else(|| drafts.iter().position(Draft::is_own)).unwrap_or(0);
    let own: i128 = drafts.iter().filter(|draft| draft.is_own()).map(|draft| draft.fen).sum();
    if deposit > own {
        let error = Error::new(Code::PaymentDepositAbove).with("value", text(deposit));
        let error = error.with("most", text(own));
        return Err(match request.deposit {
            Some(_) => error.at("deposit"),
            None => error.at("amount").at("deposit").at("plan"),
        });
    }
    let (before, after) = drafts.split_at_mut(first);
    let mut rule = AmountRule::Deposit;
    let mut left = deposit;
    for line in after.iter_mut().chain(before.iter_mut().rev()).filter(|line| line.is_own()) {
        left = line.take(rule, line.fen, left);
        rule = AmountRule::CarriedDeposit;
    }
    Ok(())
}
