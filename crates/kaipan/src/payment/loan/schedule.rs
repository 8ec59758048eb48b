//! What a loan costs, month by month.

use super::terms::{LoanConvention, RepaymentMethod};
use crate::error::{Finding, told};
use crate::number::{Exact, Money, Rate};
use crate::{Date, Label};
use kaipan_derive::boundary;

/// Loan schedules.
#[boundary(answer)]
pub struct LoanSheet {
    /// One a loan.
    #[boundary(required)]
    pub loans: Vec<LoanSchedule>,
    /// All loans together, month by month, if there are several.
    pub combined: Option<CombinedLoans>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(LoanSheet: findings);

/// What a loan costs.
#[boundary(answer)]
pub struct LoanSchedule {
    /// Name.
    pub name: Option<Label>,
    /// Amount lent, yuan.
    pub principal: Money,
    /// Months until the last payment.
    pub months: u32,
    /// Annual rate at the start, share: 0.035 is 3.5 %.
    pub annual_rate: Rate,
    /// How it is repaid.
    pub repayment: RepaymentMethod,
    /// Where amounts are rounded.
    pub convention: LoanConvention,
    /// 月供: the first month's payment, yuan; for a bullet loan, its one payment.
    pub first_payment: Money,
    /// The last month's payment, yuan.
    pub last_payment: Money,
    /// Equal principal: what each payment is less than the one before, P ÷ n × i at the start, half
    /// up to 6 decimals of a yuan.
    pub monthly_decrease: Option<Exact>,
    /// 万元月供系数: the first payment for 10,000 yuan, half up to 6 decimals, for equal instalments.
    pub per_ten_thousand: Option<Exact>,
    /// Σ payments, early repayments included, yuan.
    pub total_payment: Money,
    /// Σ interest, yuan.
    pub total_interest: Money,
    /// Interest saved against the same loan without early repayments, if it has any.
    pub interest_saved: Option<Money>,
    /// What changed on the way.
    pub changes: Vec<LoanChangeResult>,
    /// Month by month, if asked for; a bullet loan has one row, its last month.
    pub table: Vec<LoanMonth>,
}

/// What a change on the way led to.
#[boundary(answer)]
pub struct LoanChangeResult {
    /// The month it took place in: the first at a new rate, or the one whose payment it came with.
    pub month: u32,
    /// Annual rate from then on, share: 0.035 is 3.5 %.
    pub annual_rate: Rate,
    /// Balance after it, yuan.
    pub balance: Money,
    /// The payment of the following month (of this month, for a new rate); 0.00 when paid off.
    pub payment: Money,
    /// Months from then to the last payment.
    pub months_left: u32,
}

/// A month of a loan.
#[boundary(answer)]
pub struct LoanMonth {
    /// From 1.
    pub month: u32,
    /// Due date, if the first one is given.
    pub due: Option<Date>,
    /// 月供: payment of the month, yuan, without early repayment.
    pub payment: Money,
    /// Principal in it.
    pub principal: Money,
    /// Interest in it.
    pub interest: Money,
    /// Early repayment that comes with it.
    pub prepaid: Option<Money>,
    /// Balance after it.
    pub balance: Money,
}

/// Several loans together: sums of what is shown of each, month by month; their terms may differ.
#[boundary(answer)]
pub struct CombinedLoans {
    /// Σ principal, yuan.
    pub principal: Money,
    /// Payment of the first month, yuan; a bullet loan of more than a month adds nothing to it.
    pub first_payment: Money,
    /// The highest payment of any month, yuan, without early repayment.
    pub highest_payment: Money,
    /// Months until the last payment of any.
    pub months: u32,
    /// Σ payments, early repayments included, yuan.
    pub total_payment: Money,
    /// Σ interest, yuan.
    pub total_interest: Money,
    /// Month by month, if asked for.
    pub table: Vec<CombinedMonth>,
}

/// A month of several loans.
#[boundary(answer)]
pub struct CombinedMonth {
    /// From 1.
    pub month: u32,
    /// Σ payment, yuan, without early repayment.
    pub payment: Money,
    /// Σ principal.
    pub principal: Money,
    /// Σ interest.
    pub interest: Money,
    /// Σ early repayment.
    pub prepaid: Option<Money>,
    /// Σ balance after it.
    pub balance: Money,
}
