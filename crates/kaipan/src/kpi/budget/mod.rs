//! 费用预算: budgets of people, departments, projects, media and campaigns (handbook §8.15).

mod engine;
mod line;
mod of_plan;
mod places;
mod sheet;

pub use engine::{BudgetLimit, Budgeting};
pub use line::{BudgetKind, BudgetLine, BudgetOwner};
pub use sheet::{BudgetPosition, BudgetSheet, ExpenseAnswer, ExpenseBudget, PlanBudgetCheck};
