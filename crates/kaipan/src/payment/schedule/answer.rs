//! A schedule and its lines.

use crate::error::{Finding, told};
use crate::number::{Exact, Mode, Money, Rate};
use crate::payment::due::Anchor;
use crate::payment::item::MoneyItem;
use crate::payment::limit::LoanCapResult;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// A payment schedule. Σ of the lines in the price = the contract total, to the fen.
#[boundary(answer)]
pub struct Schedule {
    /// Code of the plan.
    pub plan: Text,
    /// Contract total, yuan.
    pub total: Money,
    /// The lines, in the order of the plan; the deposit first.
    #[boundary(required)]
    pub lines: Vec<ScheduleLine>,
    /// Σ of the buyer's own lines in the price, deposit included.
    pub own_funds: Money,
    /// Σ of the loans.
    pub loan_total: Money,
    /// Own funds ÷ contract total, share: 0.3 is 30 %; half up to 6 decimals.
    pub own_ratio: Rate,
    /// Loans ÷ contract total, share: 0.7 is 70 %; half up to 6 decimals.
    pub loan_ratio: Rate,
    /// Every cap of the loans that have caps by name, and which one binds.
    pub loan_caps: Vec<LoanCapResult>,
    /// The least down payment that was checked, share: 0.15 is 15 %.
    pub min_down_payment: Option<Rate>,
    /// What sets it.
    pub min_down_payment_source: Option<Label>,
    /// Received beyond what the new schedule asks for: to be refunded or kept as prepayment.
    pub surplus: Option<Money>,
    /// Of it, what was received on loan lines: it goes back to the lender, not to the buyer.
    pub loan_surplus: Option<Money>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(Schedule: findings);

/// A line of a schedule.
#[boundary(answer)]
pub struct ScheduleLine {
    /// Position, from 1.
    pub seq: u32,
    /// What it is.
    pub item: MoneyItem,
    /// Name to show.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// Code of the fee, for fee lines.
    pub fee: Option<Text>,
    /// Yuan.
    pub amount: Money,
    /// Part of the contract total.
    #[boundary(required)]
    pub in_price: bool,
    /// Due date; none until the event it hangs on has a date.
    pub due: Option<Date>,
    /// The date hangs on a planned or agreed day and may still move.
    pub provisional: bool,
    /// What the due date hangs on.
    pub anchor: Anchor,
    /// Amount ÷ contract total, share: 0.3 is 30 %; half up to 6 decimals.
    pub share: Rate,
    /// Received so far, if the request says.
    pub received: Option<Money>,
    /// Still to be paid, if the request says what was received.
    pub outstanding: Option<Money>,
    /// How the amount came about.
    pub parts: Vec<AmountStep>,
}

/// One step of an amount.
#[boundary(answer)]
pub struct AmountStep {
    /// Which rule was applied.
    pub rule: AmountRule,
    /// The number applied: a share (0.3 is 30 %), a cap, a place, an amount in yuan.
    pub value: Option<Exact>,
    /// Which way a rounding step went.
    pub mode: Option<Mode>,
    /// The amount after.
    pub after: Exact,
}

/// The rule behind a step of an amount.
#[boundary]
pub enum AmountRule {
    /// A share of the contract total.
    Ratio,
    /// A share of the lowest valuation.
    ValuationRatio,
    /// What the limit for all loans leaves of it; what the other loan leaves of all that loan
    /// ratios are a share of, where there is no limit.
    LoanLimit,
    /// A fixed amount.
    Fixed,
    /// The amount applied for or approved.
    AppliedFor,
    /// Not more than the cap.
    Cap,
    /// Rounding to a multiple of the place, as it was done: an amount that the guard of the
    /// policy kept from its place was rounded to the fen.
    Rounding,
    /// + what rounding down a loan cut off.
    LoanCutOff,
    /// − the deposit.
    Deposit,
    /// − what a line before could not take off.
    CarriedDeposit,
    /// Whatever is left of the contract total; with a value, what was added to the line for it.
    Remainder,
    /// − what rounding had added, where the lines would else ask for more than the total.
    GivenBack,
}
