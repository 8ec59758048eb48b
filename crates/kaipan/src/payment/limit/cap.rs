//! Caps of a loan by name: of several the least binds (handbook §4.3).

use crate::check::with_repeats;
use crate::error::{Code, Error, Result};
use crate::number::{Exact, Figure, Money, Rate, overflow};
use crate::payment::bounds::{not_negative, positive_share};
use crate::payment::item::MoneyItem;
use crate::payment::micro::Micro;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A cap of a loan. Caps of one code follow each other: the latest that has begun counts.
#[boundary]
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
pub struct CapUplift {
    /// Code, as the facts of the borrowers name it.
    pub code: Text,
    /// By how much, share: 0.2 is 20 %. 1 % to 100 % is usual.
    pub rate: Rate,
}

/// What caps ask of the borrowers.
#[boundary]
#[derive(Default)]
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
#[boundary(answer)]
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

/// The caps that count on a day, in the order of their rows.
pub(crate) fn caps_in_force(caps: &[LoanCap], day: Option<Date>) -> Vec<&LoanCap> {
    let begun = |cap: &LoanCap| cap.from.is_none_or(|from| day.is_some_and(|day| from <= day));
    let newer = |cap: &LoanCap, other: &LoanCap| other.code == cap.code && other.from > cap.from;
    let counts =
        |cap: &&LoanCap| begun(cap) && !caps.iter().any(|other| begun(other) && newer(cap, other));
    caps.iter().filter(counts).collect()
}

impl CapLimit {
    /// The amount it comes to; `None` where a fact of the borrowers is missing. `base` is what
    /// loan ratios are a share of.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] for uplifts past any sense.
    pub(crate) fn of_borrowers(
        &self,
        borrower: &BorrowerFacts,
        base: Money,
    ) -> Result<Option<Micro>> {
        Ok(match self {
            CapLimit::Amount { amount } => Some(Micro::of(*amount)),
            CapLimit::Borrowers { single, couple, uplifts, max_uplift } => {
                let held = |uplift: &&CapUplift| borrower.uplifts.contains(&uplift.code);
                let raised = uplifts.iter().filter(held).map(|uplift| millionths(uplift.rate));
                let raised: i128 = raised.sum();
                let raised = max_uplift.map_or(raised, |most| raised.min(millionths(most)));
                let times = [millionths(Rate::ONE), raised].into_iter().sum::<i128>();
                let times = i64::try_from(times).map_err(|_| overflow())?;
                let amount = if borrower.couple == Some(true) { couple } else { single };
                Some(Micro::times(*amount, times))
            }
            CapLimit::Balance { multiple } => {
                let times = |balance| Micro::times(balance, multiple.millionths());
                borrower.fund_balance.map(times)
            }
            CapLimit::PriceShare { ratio } => Some(Micro::share(base, *ratio)),
        })
    }

    /// Everything that is wrong with it, at its places in it.
    fn check(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        match self {
            CapLimit::Amount { amount } => errors.extend(not_negative("amount", *amount)),
            CapLimit::Borrowers { single, couple, uplifts, max_uplift } => {
                errors.extend(not_negative("single", *single));
                errors.extend(not_negative("couple", *couple));
                for (at, uplift, again) in with_repeats(uplifts, |uplift| uplift.code.as_str()) {
                    let mut wrong = |error: Error| errors.push(error.at(at).at("uplifts"));
                    again.map(|first| twice(&uplift.code, first)).map(&mut wrong);
                    not_negative("rate", uplift.rate).map(&mut wrong);
                }
                errors.extend(max_uplift.and_then(|most| not_negative("max_uplift", most)));
            }
            CapLimit::Balance { multiple } => errors.extend(not_negative("multiple", *multiple)),
            CapLimit::PriceShare { ratio } => errors.extend(positive_share("ratio", *ratio)),
        }
        errors
    }
}

fn millionths(rate: Rate) -> i128 {
    i128::from(rate.millionths())
}

/// Everything that is wrong with caps, at its places in their list.
pub(crate) fn check_caps(caps: &[LoanCap]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, cap, again) in with_repeats(caps, |cap| (cap.code.as_str(), cap.from)) {
        errors.extend(again.map(|first| twice(&cap.code, first).at(at)));
        let wrong = cap.limit.check().into_iter();
        errors.extend(wrong.map(|error| error.at("limit").at(at)));
    }
    errors
}

/// A code that an earlier one has too.
fn twice(code: &str, first: usize) -> Error {
    Error::new(Code::PaymentCapTwice).with("code", code).with("first", first).at("code")
}
