//! How much is lent: share, limit, cap, rounding down, and what that cuts off (handbook §4.3).

use super::loan_cap::{LoanCapResult, in_force};
use super::plan::{LoanAbove, LoanBase, LoanRule, PaymentPlan};
use super::schedule::{AmountRule, AmountStep, MoneyItem};
use super::scheduling::Scheduling;
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Mode, Money, Rate, Rounding, Saturating};
use crate::{Label, Text};

/// Millionths of a fen to the fen: amounts × rates are whole numbers of them.
pub(super) const MILLION: i128 = 1_000_000;

/// A loan of a schedule.
#[derive(Debug)]
pub(super) struct Lent {
    /// Fen, a multiple of the loan's place.
    pub(super) fen: i64,
    /// What its share had beyond that, in millionths of a fen.
    pub(super) cut_off: i128,
    /// How it came about.
    pub(super) steps: Vec<AmountStep>,
    /// Every cap, if there are any by name.
    pub(super) caps: Vec<LoanCapResult>,
}

/// The loans of a schedule.
#[derive(Debug, Default)]
pub(super) struct Loans {
    pub(super) fund: Option<Lent>,
    pub(super) commercial: Option<Lent>,
}

impl Loans {
    /// The loan behind a line, if it is a loan line.
    pub(super) fn of(&mut self, item: MoneyItem) -> Option<&mut Lent> {
        match item {
            MoneyItem::CommercialLoan => self.commercial.as_mut(),
            MoneyItem::FundLoan => self.fund.as_mut(),
            _ => None,
        }
    }
}

/// Finds the loans, the fund loan first: the commercial loan takes what it leaves. The request
/// has been checked. Adds [`Code::PaymentLoanAbove`] to the reasons for each loan that is refused
/// for being applied for beyond what can be lent; what can be lent is then found all the same.
///
/// # Errors
/// Amounts outside the range of money.
pub(super) fn loans(request: &Scheduling<'_>, above: &mut Vec<Error>) -> Result<Loans> {
    let plan = &request.plan;
    let total = i128::from(request.total.fen());
    let base = i128::from(base(request).fen());
    let ratio = i128::from(plan.max_loan_ratio.unwrap_or(Rate::ONE).millionths());
    // Both are below 2^63 × 10^6.
    let (limit, room) = (base.by(ratio), total.by(ratio));
    let mut lend = |item, rule: &Option<LoanRule>, applied, taken| {
        let Some(rule) = rule.as_ref() else { return Ok(None) };
        let limit = limit.less(taken);
        let asked = Asked { request, plan, item, rule, applied, base, limit };
        asked.lend(above).map(Some)
    };
    let fund = lend(MoneyItem::FundLoan, &plan.fund, request.fund_loan, 0)?;
    let taken = fund.as_ref().map_or(0, Lent::micro);
    let rule = &plan.commercial;
    let commercial = lend(MoneyItem::CommercialLoan, rule, request.commercial_loan, taken)?;
    let mut loans = Loans { fund, commercial };
    // Loans and what is cut off together never ask for more than the limit: the commercial loan
    // has what the fund loan leaves, the fund loan what the commercial loan does not take up.
    let mut taken_up = 0_i128;
    if let (Some(lent), Some(rule)) = (&mut loans.commercial, &plan.commercial) {
        let left = room.less(taken);
        let most = limit.less(taken);
        let share = share(rule, total, left, plan, request.commercial_loan, most);
        lent.cut_off = share.min(left).less(lent.micro()).max(0);
        taken_up = lent.micro().more(lent.cut_off);
    }
    if let (Some(lent), Some(rule)) = (&mut loans.fund, &plan.fund) {
        let share = share(rule, total, room, plan, request.fund_loan, limit);
        let left = room.less(taken_up);
        lent.cut_off = share.min(left).less(lent.micro()).max(0);
    }
    Ok(loans)
}

/// What loan ratios are a share of.
fn base(request: &Scheduling<'_>) -> Money {
    let total = request.total;
    match request.plan.loan_base {
        LoanBase::ContractTotal => total,
        LoanBase::LowestValuation => {
            let lowest = total.min(request.appraisal.unwrap_or(total));
            lowest.min(request.filed_total.unwrap_or(total))
        }
    }
}

/// What the plan sets aside for a loan, whatever comes to be lent.
fn share(
    rule: &LoanRule,
    total: i128,
    left: i128,
    plan: &PaymentPlan,
    applied: Option<Money>,
    most: i128,
) -> i128 {
    match (rule.ratio, rule.fixed) {
        (Some(ratio), _) => total.by(i128::from(ratio.millionths())),
        (None, Some(fixed)) => micro(fixed),
        (None, None) if plan.max_loan_ratio.is_some() => left,
        (None, None) => applied.map_or(0, micro).min(most),
    }
}

fn micro(amount: Money) -> i128 {
    i128::from(amount.fen()).by(MILLION)
}

/// An amount in millionths of a fen, in yuan.
pub(super) fn yuan(micro: i128) -> Exact {
    Exact::counted(micro, 8)
}

impl Lent {
    fn micro(&self) -> i128 {
        micro(Money::from_fen(self.fen))
    }
}

/// A loan that is asked for.
struct Asked<'a> {
    request: &'a Scheduling<'a>,
    plan: &'a PaymentPlan,
    item: MoneyItem,
    rule: &'a LoanRule,
    applied: Option<Money>,
    /// Fen.
    base: i128,
    /// What the limit for all loans leaves, in millionths of a fen.
    limit: i128,
}

impl Asked<'_> {
    /// The loan without its cut-off: never more than can be lent.
    fn lend(&self, above: &mut Vec<Error>) -> Result<Lent> {
        let mut steps = Vec::with_capacity(4);
        let mut amount = self.share(&mut steps);
        let mut caps = self.caps(amount);
        if amount > self.limit {
            amount = self.limit;
            steps.push(self.limited());
        }
        let by_name = caps.iter().filter_map(|cap| cap.micro);
        let cap = by_name.chain(self.rule.cap.map(micro)).min().filter(|cap| *cap < amount);
        let most = cap.unwrap_or(amount);
        if let Some(applied) = self.applied {
            if micro(applied) > most && self.plan.loan_above == LoanAbove::Refuse {
                let (zh, en) = names(self.item);
                let error = Error::new(Code::PaymentLoanAbove).with("value", applied);
                let error = error.with("most", Money::from_fen(self.floor(most)?));
                above.push(error.with("loan_zh", zh).with("loan_en", en).at(field(self.item)));
            }
            if micro(applied) <= amount {
                amount = micro(applied);
                steps.push(step(AmountRule::AppliedFor, Some(applied.into()), amount));
            }
        }
        if let Some(cap) = cap.filter(|cap| *cap < amount) {
            amount = cap;
            steps.push(step(AmountRule::Cap, Some(yuan(cap)), amount));
        }
        // What was applied for is less than any cap: none binds.
        let binds = caps.iter().position(|cap| cap.micro == Some(most) && amount == most);
        if let Some(cap) = binds.and_then(|at| caps.get_mut(at)) {
            cap.result.binds = true;
        }
        let fen = self.floor(amount)?;
        steps.push(AmountStep {
            rule: AmountRule::Rounding,
            value: Some(self.rule.place.into()),
            mode: Some(Mode::Down),
            after: Money::from_fen(fen).into(),
        });
        let caps = caps.into_iter().map(|cap| cap.result).collect();
        Ok(Lent { fen, cut_off: 0, steps, caps })
    }

    /// What the plan itself sets and the caps by name; nothing without the latter. `share` is what
    /// the rule asks for.
    fn caps(&self, share: i128) -> Vec<FoundCap> {
        let (rule, day) = (self.rule, self.request.day());
        let by_name = in_force(&rule.caps, day);
        if by_name.is_empty() {
            return Vec::new();
        }
        let own = |zh: &str, en: &str, micro: i128| {
            FoundCap::new(self.item, None, (zh.into(), en.into()), Some(micro), None)
        };
        let mut caps = Vec::new();
        if rule.ratio.is_some() || rule.fixed.is_some() {
            caps.push(own("付款方式的贷款额", "loan of the plan", share));
        }
        if self.plan.max_loan_ratio.is_some() {
            caps.push(own("贷款总额上限的余额", "rest of the limit for all loans", self.limit));
        }
        if let Some(cap) = rule.cap {
            caps.push(own("付款方式的上限", "cap of the plan", micro(cap)));
        }
        for cap in by_name {
            let english = cap.name_en.clone().unwrap_or_else(|| (&cap.code).into());
            let names = (cap.name.clone(), english);
            let amount = cap.limit.micro(self.request, self.base);
            let code = Some(cap.code.clone());
            caps.push(FoundCap::new(self.item, code, names, amount, cap.source.clone()));
        }
        caps
    }

    /// What the rule asks for, before limit, application and cap.
    fn share(&self, steps: &mut Vec<AmountStep>) -> i128 {
        let rule = self.rule;
        if let Some(ratio) = rule.ratio {
            let amount = self.base.by(i128::from(ratio.millionths()));
            let name = match self.plan.loan_base {
                LoanBase::ContractTotal => AmountRule::Ratio,
                LoanBase::LowestValuation => AmountRule::ValuationRatio,
            };
            steps.push(step(name, Some(ratio.into()), amount));
            amount
        } else if let Some(fixed) = rule.fixed {
            steps.push(step(AmountRule::Fixed, Some(fixed.into()), micro(fixed)));
            micro(fixed)
        } else {
            // Without a limit, only the amount applied for says how much: up to the base.
            if self.plan.max_loan_ratio.is_some() {
                steps.push(self.limited());
            }
            self.limit
        }
    }

    /// Fen, down to a multiple of the place, without a guard: 9,999 to 10,000 is nothing.
    fn floor(&self, micro: i128) -> Result<i64> {
        let down = Rounding { guard: false, ..Rounding::new(Mode::Down, self.rule.place) };
        down.quotient(micro, MILLION).map(Money::fen)
    }

    fn limited(&self) -> AmountStep {
        step(AmountRule::LoanLimit, self.plan.max_loan_ratio.map(Exact::from), self.limit)
    }
}

/// A cap while the loan is found.
struct FoundCap {
    /// Millionths of a fen.
    micro: Option<i128>,
    result: LoanCapResult,
}

impl FoundCap {
    fn new(
        item: MoneyItem,
        code: Option<Text>,
        (name, name_en): (Label, Label),
        micro: Option<i128>,
        source: Option<Label>,
    ) -> FoundCap {
        let amount = micro.map(yuan);
        let result = LoanCapResult { item, code, name, name_en, amount, binds: false, source };
        FoundCap { micro, result }
    }
}

fn step(rule: AmountRule, value: Option<Exact>, after: i128) -> AmountStep {
    AmountStep { rule, value, mode: None, after: yuan(after) }
}

/// The field of the request with the amount applied for.
pub(super) fn field(item: MoneyItem) -> &'static str {
    if item == MoneyItem::FundLoan { "fund_loan" } else { "commercial_loan" }
}

/// The names of a loan in messages.
pub(super) fn names(item: MoneyItem) -> (&'static str, &'static str) {
    match item {
        MoneyItem::FundLoan => ("公积金贷款", "provident fund loan"),
        _ => ("商业贷款", "commercial loan"),
    }
}
