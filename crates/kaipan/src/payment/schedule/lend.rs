//! How much is lent: share, limit, cap, rounding down, and what that cuts off (handbook §4.3).

use super::answer::{AmountRule, AmountStep};
use super::scheduling::{Scheduling, applied_input};
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Mode, Money, Rate, Rounding};
use crate::payment::limit::{LoanCapResult, caps_in_force};
use crate::payment::loan::LoanKind;
use crate::payment::micro::Micro;
use crate::payment::plan::{LoanAbove, LoanBase, LoanRule};
use crate::{Label, Text};

/// A loan of a schedule.
#[derive(Debug)]
pub(super) struct Lent {
    /// A multiple of the loan's place.
    pub(super) amount: Money,
    /// What its share had beyond that.
    pub(super) cut_off: Micro,
    /// It is what was applied for, rounded.
    pub(super) as_applied: bool,
    /// How it came about.
    pub(super) steps: Vec<AmountStep>,
    /// Every cap, if there are any by name.
    pub(super) caps: Vec<LoanCapResult>,
}

/// The loans of a schedule.
#[derive(Debug, Default)]
pub(super) struct LentLoans {
    fund: Option<Lent>,
    commercial: Option<Lent>,
}

impl LentLoans {
    /// A loan, if the plan has it.
    pub(super) fn of(&mut self, kind: LoanKind) -> Option<&mut Lent> {
        match kind {
            LoanKind::Commercial => self.commercial.as_mut(),
            LoanKind::Fund => self.fund.as_mut(),
        }
    }
}

impl Scheduling<'_> {
    /// Finds the loans, the fund loan first: the commercial loan takes what it leaves. The inputs
    /// have been checked. Adds [`Code::PaymentLoanAbove`] to the reasons for each loan that is
    /// refused for being applied for beyond what can be lent; what can be lent is then found all
    /// the same.
    ///
    /// # Errors
    /// Amounts outside the range of money.
    pub(super) fn loans(&self, total: Money, above: &mut Vec<Error>) -> Result<LentLoans> {
        let ratio = self.plan.max_loan_ratio.unwrap_or(Rate::ONE);
        let base = self.base(total);
        let (limit, room) = (Micro::share(base, ratio), Micro::share(total, ratio));
        let fund = self.lend(LoanKind::Fund, base, limit, above)?;
        let taken = fund.as_ref().map_or(Micro::ZERO, |lent| Micro::of(lent.amount));
        let (most, left) = (limit.less(taken)?, room.less(taken)?);
        let commercial = self.lend(LoanKind::Commercial, base, most, above)?;
        let mut loans = LentLoans { fund, commercial };
        // Loans and what is cut off together never ask for more than the limit: the commercial
        // loan has what the fund loan leaves, the fund loan what the commercial loan does not take
        // up.
        let mut taken_up = Micro::ZERO;
        if let (Some(lent), Some(rule)) = (&mut loans.commercial, &self.plan.commercial) {
            let amount = Micro::of(lent.amount);
            let share = self.set_aside(rule, LoanKind::Commercial, total, [left, most]);
            lent.cut_off = share.min(left).less(amount)?.max(Micro::ZERO);
            taken_up = amount.plus(lent.cut_off)?;
        }
        if let (Some(lent), Some(rule)) = (&mut loans.fund, &self.plan.fund) {
            let share = self.set_aside(rule, LoanKind::Fund, total, [room, limit]);
            let left = room.less(taken_up)?;
            lent.cut_off = share.min(left).less(Micro::of(lent.amount))?.max(Micro::ZERO);
        }
        Ok(loans)
    }

    /// What loan ratios are a share of.
    fn base(&self, total: Money) -> Money {
        match self.plan.loan_base {
            LoanBase::ContractTotal => total,
            LoanBase::LowestValuation => {
                let lowest = total.min(self.appraisal.unwrap_or(total));
                lowest.min(self.filed_total.unwrap_or(total))
            }
        }
    }

    /// What the plan sets aside for a loan, whatever comes to be lent.
    fn set_aside(
        &self,
        rule: &LoanRule,
        kind: LoanKind,
        total: Money,
        [left, most]: [Micro; 2],
    ) -> Micro {
        match (rule.ratio, rule.fixed) {
            (Some(ratio), _) => Micro::share(total, ratio),
            (None, Some(fixed)) => Micro::of(fixed),
            (None, None) if self.plan.max_loan_ratio.is_some() => left,
            (None, None) => self.applied(kind).map_or(Micro::ZERO, Micro::of).min(most),
        }
    }

    /// A loan without its cut-off, if the plan has it; `limit` is what the limit for all loans
    /// leaves.
    fn lend(
        &self,
        kind: LoanKind,
        base: Money,
        limit: Micro,
        above: &mut Vec<Error>,
    ) -> Result<Option<Lent>> {
        let Some(rule) = self.plan.loan(kind) else { return Ok(None) };
        LoanSought { scheduling: self, kind, rule, base, limit }.lend(above).map(Some)
    }
}

/// A loan while it is found.
struct LoanSought<'a> {
    scheduling: &'a Scheduling<'a>,
    kind: LoanKind,
    rule: &'a LoanRule,
    /// What its ratio is a share of.
    base: Money,
    /// What the limit for all loans leaves.
    limit: Micro,
}

impl LoanSought<'_> {
    /// The loan without its cut-off: never more than can be lent.
    fn lend(&self, above: &mut Vec<Error>) -> Result<Lent> {
        let mut steps = Vec::with_capacity(4);
        let mut amount = self.wanted(&mut steps);
        let mut caps = self.caps(amount)?;
        if amount > self.limit {
            amount = self.limit;
            steps.push(self.limited());
        }
        let by_name = caps.iter().filter_map(|cap| cap.amount);
        let cap = by_name.chain(self.rule.cap.map(Micro::of)).min().filter(|cap| *cap < amount);
        let most = cap.unwrap_or(amount);
        let mut as_applied = false;
        if let Some(applied) = self.scheduling.applied(self.kind) {
            if Micro::of(applied) > most && self.scheduling.plan.loan_above == LoanAbove::Refuse {
                let error = Error::new(Code::PaymentLoanAbove).with("value", applied);
                let error = error.with("most", self.floor(most)?);
                above.push(self.kind.named(error).within(applied_input(self.kind)));
            }
            if Micro::of(applied) <= amount {
                (amount, as_applied) = (Micro::of(applied), true);
                steps.push(step(AmountRule::AppliedFor, Some(applied.into()), amount));
            }
        }
        if let Some(cap) = cap.filter(|cap| *cap < amount) {
            (amount, as_applied) = (cap, false);
            steps.push(step(AmountRule::Cap, Some(cap.yuan()), amount));
        }
        // What was applied for is less than any cap: none binds.
        let binds = caps.iter().position(|cap| cap.amount == Some(most) && amount == most);
        if let Some(cap) = binds.and_then(|at| caps.get_mut(at)) {
            cap.result.binds = true;
        }
        let amount = self.floor(amount)?;
        steps.push(AmountStep {
            rule: AmountRule::Rounding,
            value: Some(self.rule.place.into()),
            mode: Some(Mode::Down),
            after: amount.into(),
        });
        let caps = caps.into_iter().map(|cap| cap.result).collect();
        Ok(Lent { amount, cut_off: Micro::ZERO, as_applied, steps, caps })
    }

    /// What the plan itself sets and the caps by name; nothing without the latter. `wanted` is what
    /// the rule asks for.
    fn caps(&self, wanted: Micro) -> Result<Vec<FoundCap>> {
        let Scheduling { plan, borrower, .. } = *self.scheduling;
        let rule = self.rule;
        let by_name = caps_in_force(&rule.caps, self.scheduling.day());
        if by_name.is_empty() {
            return Ok(Vec::new());
        }
        let own = |zh: &str, en: &str, amount: Micro| {
            FoundCap::new(self.kind, None, (zh.into(), en.into()), Some(amount), None)
        };
        let mut caps = Vec::new();
        if !rule.is_open() {
            caps.push(own("付款方式的贷款额", "loan of the plan", wanted));
        }
        if plan.max_loan_ratio.is_some() {
            caps.push(own("贷款总额上限的余额", "rest of the limit for all loans", self.limit));
        }
        if let Some(cap) = rule.cap {
            caps.push(own("付款方式的上限", "cap of the plan", Micro::of(cap)));
        }
        for cap in by_name {
            let english = cap.name_en.clone().unwrap_or_else(|| (&cap.code).into());
            let names = (cap.name.clone(), english);
            let amount = cap.limit.of_borrowers(borrower, self.base)?;
            let code = Some(cap.code.clone());
            caps.push(FoundCap::new(self.kind, code, names, amount, cap.source.clone()));
        }
        Ok(caps)
    }

    /// What the rule asks for, before limit, application and cap.
    fn wanted(&self, steps: &mut Vec<AmountStep>) -> Micro {
        let (rule, plan) = (self.rule, self.scheduling.plan);
        if let Some(ratio) = rule.ratio {
            let amount = Micro::share(self.base, ratio);
            let name = match plan.loan_base {
                LoanBase::ContractTotal => AmountRule::Ratio,
                LoanBase::LowestValuation => AmountRule::ValuationRatio,
            };
            steps.push(step(name, Some(ratio.into()), amount));
            amount
        } else if let Some(fixed) = rule.fixed {
            let amount = Micro::of(fixed);
            steps.push(step(AmountRule::Fixed, Some(fixed.into()), amount));
            amount
        } else {
            // Without a limit, only the amount applied for says how much: up to the base.
            let applied = self.scheduling.applied(self.kind).map(Micro::of);
            if plan.max_loan_ratio.is_some() || applied.is_none_or(|applied| applied > self.limit) {
                steps.push(self.limited());
            }
            self.limit
        }
    }

    /// Down to a multiple of the place, without a guard: 9,999 to 10,000 is nothing.
    fn floor(&self, amount: Micro) -> Result<Money> {
        amount.rounded(&Rounding { guard: false, ..Rounding::new(Mode::Down, self.rule.place) })
    }

    fn limited(&self) -> AmountStep {
        let limit = self.scheduling.plan.max_loan_ratio;
        step(AmountRule::LoanLimit, limit.map(Exact::from), self.limit)
    }
}

/// A cap while the loan is found.
struct FoundCap {
    amount: Option<Micro>,
    result: LoanCapResult,
}

impl FoundCap {
    fn new(
        kind: LoanKind,
        code: Option<Text>,
        (name, name_en): (Label, Label),
        found: Option<Micro>,
        source: Option<Label>,
    ) -> FoundCap {
        let (item, amount) = (kind.into(), found.map(Micro::yuan));
        let result = LoanCapResult { item, code, name, name_en, amount, binds: false, source };
        FoundCap { amount: found, result }
    }
}

fn step(rule: AmountRule, value: Option<Exact>, after: Micro) -> AmountStep {
    AmountStep { rule, value, mode: None, after: after.yuan() }
}
