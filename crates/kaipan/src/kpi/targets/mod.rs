//! 销售计划指标: whose figure is to be how much in which period (handbook §8.1).

mod owner;
mod sales_target;

pub use owner::FigureOwner;
pub use sales_target::{SalesTarget, TargetState};
