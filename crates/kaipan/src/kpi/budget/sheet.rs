//! What budgets answer.

use super::line::BudgetOwner;
use crate::error::{Finding, told};
use crate::number::{Money, Rate};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Budgets with what was spent of them.
#[boundary(answer)]
pub struct BudgetSheet {
    /// One entry for each budget, in the order given.
    #[boundary(required)]
    pub lines: Vec<BudgetPosition>,
    /// Σ of what was spent and no budget is for, yuan.
    pub unbudgeted: Money,
    /// The expense that is asked for.
    pub expense: Option<ExpenseAnswer>,
    /// What budgets come to beside the plan.
    pub plan: Vec<PlanBudgetCheck>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(BudgetSheet: findings);

/// A budget with what was spent of it.
#[boundary(answer)]
pub struct BudgetPosition {
    /// Its id.
    pub id: Text,
    /// Whose it is, or for what.
    pub owner: BudgetOwner,
    /// Id of the node where it counts.
    pub within: Option<Text>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The budget, yuan.
    pub amount: Money,
    /// What was spent, yuan.
    pub spent: Money,
    /// 余额: the budget less what was spent, yuan; below zero if it is exceeded.
    pub remaining: Money,
    /// 使用率: spent ÷ budget, 4 decimals, half up: 0.8539 is 85.39 %; absent of a budget of 0.
    pub used_rate: Option<Rate>,
    /// More was spent than there is.
    pub exceeded: bool,
}

/// An expense beside the budgets that it falls to.
#[boundary(answer)]
pub struct ExpenseAnswer {
    /// Its key.
    pub key: Text,
    /// Yuan.
    pub amount: Money,
    /// Every budget that it falls to has as much left.
    #[boundary(required)]
    pub is_within: bool,
    /// The budgets that it falls to.
    #[boundary(required)]
    pub lines: Vec<ExpenseBudget>,
}

/// A budget before and after an expense.
#[boundary(answer)]
pub struct ExpenseBudget {
    /// Id of the budget.
    pub id: Text,
    /// What was left before it, yuan.
    pub before: Money,
    /// What is left after it, yuan; below zero if it is above the budget.
    pub after: Money,
}

/// What budgets come to beside the plan.
#[boundary(answer)]
pub struct PlanBudgetCheck {
    /// The medium; absent of what is of all.
    pub media: Option<Text>,
    /// The campaign; absent of what is of all.
    pub campaign: Option<Text>,
    /// What the plan has, yuan.
    pub planned: Money,
    /// Σ of the budgets, yuan.
    pub budgeted: Money,
    /// 差异: budgets less plan, yuan.
    pub difference: Money,
}
