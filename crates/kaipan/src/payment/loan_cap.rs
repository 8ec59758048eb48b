//! Caps of a loan by name: of several the least binds (handbook §4.3).

use super::schedule::MoneyItem;
use super::scheduling::Scheduling;
use crate::Date;
use crate::error::{Code, Error};
use crate::firsts::firsts;
use crate::number::{Exact, Figure, Money, Rate, Saturating};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A cap of a loan. Caps of one code follow each other: the latest that has begun counts.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanCap {
    /// Code.
    pub code: Text,
    /// Name to show: 账户余额倍数.
    pub name: Label,
    /// Name in English; the code if absent.
    pub name_en: Option<Label>,
    /// How much may be lent.
    pub limit: CapLimit,
    /// First day it is in force; of all times before the next of its code if absent.
    pub from: Option<Date>,
    /// What sets it.
    pub source: Option<Label>,
}

/// How much a cap lets be lent.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CapLimit {
    /// An amount.
    Amount {
        /// Yuan.
        amount: Money,
    },
    /// An amount for one borrower or for a couple, raised by what holds of them:
    /// `base × (1 + min(Σ uplifts, max_uplift))`.
    Borrowers {
        /// Yuan for one borrower.
        single: Money,
        /// Yuan for a couple.
        couple: Money,
        /// What raises it.
        uplifts: Vec<CapUplift>,
        /// The most that uplifts together raise it, share: 0.7 is 70 %; all of them if absent. 1 % to
        /// 200 % is usual.
        max_uplift: Option<Rate>,
    },
    /// A multiple of the borrowers' balance with the fund (账户余额).
    Balance {
        /// How many times: a factor, 20 is twenty times. 1 to 100 is usual.
        multiple: Figure,
    },
    /// A share of what loan ratios are a share of.
    PriceShare {
        /// Share in (0, 1]: 0.7 is 70 %. 5 % to 95 % is usual.
        ratio: Rate,
    },
}

/// What raises a cap: several children, a green building, talent.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapUplift {
    /// Code, as the facts of the borrowers name it.
    pub code: Text,
    /// By how much, share: 0.2 is 20 %. 1 % to 100 % is usual.
    pub rate: Rate,
}

/// What caps ask of the borrowers.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BorrowerFacts {
    /// A couple that both pay into the fund; one borrower, with a finding, if absent.
    pub couple: Option<bool>,
    /// Σ of the balances with the fund, yuan. Caps that ask for it are left out, with a finding, if
    /// absent.
    pub fund_balance: Option<Money>,
    /// Codes of the uplifts that hold.
    pub uplifts: Vec<Text>,
}

/// A cap of a loan and what it came to.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanCapResult {
    /// The loan.
    pub item: MoneyItem,
    /// Code; none for what the plan itself says.
    pub code: Option<Text>,
    /// Name.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// Yuan, before the loan is rounded down; none where a fact is missing.
    pub amount: Option<Exact>,
    /// It is the least, and the loan is not smaller by what was applied for.
    #[boundary(required)]
    pub binds: bool,
    /// What sets it.
    pub source: Option<Label>,
}

/// The caps that count on the day of a request, in the order of their rows.
pub(super) fn in_force(caps: &[LoanCap], day: Option<Date>) -> Vec<&LoanCap> {
    let begun = |cap: &LoanCap| cap.from.is_none_or(|from| day.is_some_and(|day| from <= day));
    let newer = |cap: &LoanCap, other: &LoanCap| other.code == cap.code && other.from > cap.from;
    let counts =
        |cap: &&LoanCap| begun(cap) && !caps.iter().any(|other| begun(other) && newer(cap, other));
    caps.iter().filter(counts).collect()
}

impl CapLimit {
    /// In millionths of a fen; `None` where a fact is missing. `base` is fen.
    pub(super) fn micro(&self, request: &Scheduling<'_>, base: i128) -> Option<i128> {
        let facts = request.borrower;
        let times = |amount: Money, millionths: i128| i128::from(amount.fen()).by(millionths);
        match self {
            CapLimit::Amount { amount } => Some(times(*amount, ONE)),
            CapLimit::Borrowers { single, couple, uplifts, max_uplift } => {
                let held = |uplift: &&CapUplift| facts.uplifts.contains(&uplift.code);
                let raised = uplifts.iter().filter(held).map(|uplift| millionths(uplift.rate));
                let raised = raised.fold(0, i128::more);
                let raised = max_uplift.map_or(raised, |most| raised.min(millionths(most)));
                let base = if facts.couple == Some(true) { couple } else { single };
                Some(times(*base, ONE.more(raised)))
            }
            CapLimit::Balance { multiple } => {
                let balance = facts.fund_balance?;
                Some(times(balance, i128::from(multiple.millionths())))
            }
            CapLimit::PriceShare { ratio } => Some(base.by(millionths(*ratio))),
        }
    }
}

const ONE: i128 = 1_000_000;

fn millionths(rate: Rate) -> i128 {
    i128::from(rate.millionths())
}

/// Everything that is wrong with caps, with the places in their list.
pub(super) fn check(caps: &[LoanCap]) -> Vec<Error> {
    let mut errors = Vec::new();
    let again = firsts(caps, |cap| (cap.code.as_str(), cap.from));
    for ((at, cap), first) in caps.iter().enumerate().zip(again) {
        if first != at {
            errors.push(twice(&cap.code, first).at("code").at(at));
        }
        let wrong = limit(&cap.limit).into_iter();
        errors.extend(wrong.map(|error| error.at("limit").at(at)));
    }
    errors
}

fn limit(limit: &CapLimit) -> Vec<Error> {
    let mut errors = Vec::new();
    let amount = |field: &'static str, value: Money| {
        let error = || wrong_amount(field, &value).at(field);
        value.is_negative().then(error)
    };
    match limit {
        CapLimit::Amount { amount: value } => errors.extend(amount("amount", *value)),
        CapLimit::Borrowers { single, couple, uplifts, max_uplift } => {
            errors.extend(amount("single", *single));
            errors.extend(amount("couple", *couple));
            let again = firsts(uplifts, |uplift| uplift.code.as_str());
            for ((at, uplift), first) in uplifts.iter().enumerate().zip(again) {
                if first != at {
                    errors.push(twice(&uplift.code, first).at("code").at(at).at("uplifts"));
                }
                if uplift.rate.is_negative() {
                    errors.push(wrong_amount("rate", &uplift.rate).at("rate").at(at).at("uplifts"));
                }
            }
            if let Some(most) = max_uplift.filter(|most| most.is_negative()) {
                errors.push(wrong_amount("max_uplift", &most).at("max_uplift"));
            }
        }
        CapLimit::Balance { multiple } => {
            if multiple.is_negative() {
                errors.push(wrong_amount("multiple", multiple).at("multiple"));
            }
        }
        CapLimit::PriceShare { ratio } => errors.extend(super::check::share("ratio", *ratio)),
    }
    errors
}

fn wrong_amount(field: &'static str, value: &dyn std::fmt::Display) -> Error {
    let error = Error::new(Code::PaymentAmount).with("field", field).with("value", value);
    error.with("rule_zh", "不小于零").with("rule_en", "zero or more")
}

fn twice(code: &str, first: usize) -> Error {
    let error = Error::new(Code::PaymentCapTwice).with("code", code);
    error.with("first", first.saturating_add(1))
}
