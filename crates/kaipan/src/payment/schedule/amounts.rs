//! The amounts of a schedule: they add up to the contract total, to the fen (handbook §4.3).

use super::answer::{AmountRule, AmountStep};
use super::scheduling::Scheduling;
use crate::error::{At, Code, Error, Input, Result};
use crate::number::{Exact, Mode, Money, Rate, Rounding, less};
use crate::payment::item::MoneyItem;
use crate::payment::limit::LoanCapResult;
use crate::payment::micro::Micro;
use crate::payment::plan::{LineAmount, PlanLine};

/// A line with its amount, before it is dated.
#[derive(Debug)]
pub(super) struct AmountLine<'a> {
    /// The line of the plan; none for the deposit.
    pub(super) line: Option<(usize, &'a PlanLine)>,
    pub(super) item: MoneyItem,
    pub(super) amount: Money,
    /// What rounding has added to it: what it can give back.
    excess: Money,
    pub(super) steps: Vec<AmountStep>,
    /// Of a loan: it is what was applied for, rounded.
    pub(super) as_applied: bool,
    /// Caps of a loan.
    pub(super) caps: Vec<LoanCapResult>,
}

impl<'a> AmountLine<'a> {
    fn new(line: Option<(usize, &'a PlanLine)>, item: MoneyItem) -> AmountLine<'a> {
        let (amount, excess) = (Money::ZERO, Money::ZERO);
        let (steps, caps) = (Vec::new(), Vec::new());
        AmountLine { line, item, amount, excess, steps, as_applied: false, caps }
    }

    fn set(&mut self, rule: AmountRule, value: Option<Money>, amount: Money) {
        self.amount = amount;
        let value = value.map(Exact::from);
        self.steps.push(AmountStep { rule, value, mode: None, after: amount.into() });
    }

    fn add(&mut self, rule: AmountRule, more: Money) -> Result<()> {
        self.set(rule, Some(more), Money::sum([self.amount, more])?);
        Ok(())
    }

    /// Takes up to this much off; gives what it could not. Both are zero or more.
    fn take(&mut self, rule: AmountRule, most: Money, wanted: Money) -> Result<Money> {
        let taken = wanted.min(most);
        if taken.is_positive() {
            self.set(rule, Some(taken), less(self.amount, taken)?);
        }
        less(wanted, taken)
    }

    /// A share of the total, rounded as its line says.
    fn set_share(&mut self, line: &PlanLine, ratio: Rate, total: Money) -> Result<()> {
        let exact = Micro::share(total, ratio);
        let rounding = exact.rounding(&line.rounding.unwrap_or(Rounding::YUAN));
        self.amount = exact.rounded(&rounding)?;
        self.excess = less(self.amount, exact.to_fen(Mode::Down)?)?.max(Money::ZERO);
        self.steps.reserve_exact(5);
        self.steps.extend([
            AmountStep {
                rule: AmountRule::Ratio,
                value: Some(ratio.into()),
                mode: None,
                after: exact.yuan(),
            },
            AmountStep {
                rule: AmountRule::Rounding,
                value: Some(rounding.place.into()),
                mode: Some(rounding.mode),
                after: self.amount.into(),
            },
        ]);
        Ok(())
    }
}

impl<'a> Scheduling<'a> {
    /// Every line with its amount, the deposit first. What the amounts hang on has been checked.
    ///
    /// # Errors
    /// Every one that there is: [`Code::PaymentLoanAbove`], [`Code::PaymentAboveTotal`],
    /// [`Code::PaymentDepositAbove`]. The later two are sought with the loans that can be had and
    /// with own lines that are too large rather than too small, so they hold whatever mends the
    /// others.
    pub(super) fn amounts(&self, total: Money) -> Result<Vec<AmountLine<'a>>> {
        let mut errors = Vec::new();
        let mut loans = self.loans(total, &mut errors)?;
        let plan = self.plan;
        let mut lines = Vec::with_capacity(plan.lines.len().saturating_add(1));
        let deposit = self.deposit_amount();
        if deposit.is_positive() {
            let mut line = AmountLine::new(None, MoneyItem::Deposit);
            line.set(AmountRule::Fixed, Some(deposit), deposit);
            lines.push(line);
        }
        let mut own = MoneyItem::DownPayment;
        let mut remainder = None;
        for (at, of_plan) in plan.lines.iter().enumerate() {
            let mut line = AmountLine::new(Some((at, of_plan)), own);
            match &of_plan.amount {
                LineAmount::Ratio { ratio } => {
                    let made = line.set_share(of_plan, *ratio, total);
                    made.at(at).at("lines").within(Input::Plan)?;
                }
                LineAmount::Fixed { amount } => line.set(AmountRule::Fixed, Some(*amount), *amount),
                LineAmount::Remainder {} => remainder = Some(lines.len()),
                LineAmount::CommercialLoan {} => line.item = MoneyItem::CommercialLoan,
                LineAmount::FundLoan {} => line.item = MoneyItem::FundLoan,
                LineAmount::Fee { item } => {
                    // A fee is no part of the price: without its amount the other lines stand.
                    let fee = self.fees.given().iter().find(|fee| fee.item == *item);
                    let Some(amount) = fee.map(|fee| fee.amount) else { continue };
                    line.item = MoneyItem::Fee;
                    line.set(AmountRule::Fixed, Some(amount), amount);
                }
            }
            if let Some(lent) = line.item.loan().and_then(|kind| loans.of(kind)) {
                line.amount = lent.amount;
                line.as_applied = lent.as_applied;
                line.steps = std::mem::take(&mut lent.steps);
                line.caps = std::mem::take(&mut lent.caps);
            }
            if line.item.is_own() {
                own = MoneyItem::Instalment;
            }
            lines.push(line);
        }
        for at in 0..lines.len() {
            let kind = lines.get(at).and_then(|line| line.item.loan());
            if let Some(lent) = kind.and_then(|kind| loans.of(kind)) {
                add_cut_off(&mut lines, at, remainder, lent.cut_off)?;
            }
        }
        errors.extend(settle_remainder(&mut lines, remainder, total).err());
        if deposit.is_positive() && self.has_deposit_in_price() {
            errors.extend(self.deduct(&mut lines, deposit).err());
        }
        Error::collect(errors)?;
        Ok(lines)
    }

    /// The deposit asked for; zero if there is none.
    fn deposit_amount(&self) -> Money {
        let of_plan = self.plan.deposit.as_ref().map(|rule| rule.amount);
        self.deposit.or(of_plan).unwrap_or_default()
    }

    /// 定金计入房价.
    pub(super) fn has_deposit_in_price(&self) -> bool {
        self.plan.deposit.as_ref().is_none_or(|rule| rule.in_price)
    }

    /// Takes the deposit off the line marked for it, or else the first own line; what that cannot
    /// hold off those after it, then off those before, the nearest first.
    fn deduct(&self, lines: &mut [AmountLine<'_>], deposit: Money) -> Result<()> {
        let is_marked = |line: &AmountLine<'_>| {
            line.item.is_own() && line.line.is_some_and(|(_, line)| line.deduct_deposit)
        };
        let first = lines.iter().position(is_marked);
        let first = first.or_else(|| lines.iter().position(|line| line.item.is_own()));
        let own = fen_of(lines.iter().filter(|line| line.item.is_own()));
        if i128::from(deposit.fen()) > own {
            let error = Error::new(Code::PaymentDepositAbove).with("value", deposit);
            let error = error.with("most", text(own));
            return Err(match self.deposit {
                Some(_) => error.within(Input::Deposit),
                None => error.at("amount").at("deposit").within(Input::Plan),
            });
        }
        let (before, after) = lines.split_at_mut(first.unwrap_or(0));
        let mut rule = AmountRule::Deposit;
        let mut left = deposit;
        let all = after.iter_mut().chain(before.iter_mut().rev());
        for line in all.filter(|line| line.item.is_own()) {
            left = line.take(rule, line.amount, left)?;
            rule = AmountRule::CarriedDeposit;
        }
        Ok(())
    }
}

/// Adds what a loan cut off to the nearest own line before it, or else the next after it.
fn add_cut_off(
    lines: &mut [AmountLine<'_>],
    loan: usize,
    remainder: Option<usize>,
    cut_off: Micro,
) -> Result<()> {
    let is_own = |line: &AmountLine<'_>| line.item.is_own();
    let before = lines.iter().take(loan).rposition(is_own);
    let Some(at) = before.or_else(|| lines.iter().position(is_own)) else { return Ok(()) };
    let rounded = cut_off.to_fen(Mode::HalfUp)?;
    // The remainder holds it anyway.
    if remainder == Some(at) || rounded.is_zero() {
        return Ok(());
    }
    let added = less(rounded, cut_off.to_fen(Mode::Down)?)?;
    if let Some(line) = lines.get_mut(at) {
        line.add(AmountRule::LoanCutOff, rounded)?;
        line.excess = Money::sum([line.excess, added])?;
    }
    Ok(())
}

/// Gives the line marked remainder, or else the last own line, what is left of the total. Where
/// the lines ask for more than that, those before give back what rounding has added, last first.
fn settle_remainder(
    lines: &mut [AmountLine<'_>],
    marked: Option<usize>,
    total: Money,
) -> Result<()> {
    let in_price =
        |line: &&AmountLine<'_>| !matches!(line.item, MoneyItem::Deposit | MoneyItem::Fee);
    let asked = fen_of(lines.iter().filter(in_price));
    let above = || {
        let error = Error::new(Code::PaymentAboveTotal).with("sum", text(asked));
        error.with("total", total).at("lines").within(Input::Plan)
    };
    // Lines that ask for more than any total cannot give back enough.
    let rest = i128::from(total.fen()).checked_sub(asked).and_then(|rest| i64::try_from(rest).ok());
    let rest = rest.map(Money::from_fen).ok_or_else(above)?;
    let at = marked.or_else(|| lines.iter().rposition(|line| line.item.is_own()));
    let mut short = less(Money::ZERO, rest)?;
    if let Some(line) = at.and_then(|at| lines.get_mut(at)) {
        let change = rest.max(less(Money::ZERO, line.amount)?);
        if marked.is_some() {
            line.set(AmountRule::Remainder, None, change);
        } else if !change.is_zero() {
            line.add(AmountRule::Remainder, change)?;
        }
        short = less(change, rest)?;
    }
    for (other, line) in lines.iter_mut().enumerate().rev() {
        if short.is_positive() && Some(other) != at {
            short = line.take(AmountRule::GivenBack, line.excess, short)?;
        }
    }
    if short.is_positive() { Err(above()) } else { Ok(()) }
}

/// Σ of the lines, fen.
fn fen_of<'a>(lines: impl Iterator<Item = &'a AmountLine<'a>>) -> i128 {
    lines.map(|line| i128::from(line.amount.fen())).sum()
}

/// An amount of fen as messages show it.
fn text(fen: i128) -> String {
    let short = i64::try_from(fen).map(|fen| Money::from_fen(fen).to_string());
    short.unwrap_or_else(|_| Exact::counted(fen, 2).to_string())
}
