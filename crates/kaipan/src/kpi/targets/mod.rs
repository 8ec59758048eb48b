//! 销售计划指标: whose figure is to be how much in which period, and how targets move from draft to
//! approved (handbook §8.1, §8.12).

mod advancing;
mod approved;
mod command;
mod levels;
mod owner;
mod sales_target;

pub use advancing::{AdvancedTargets, TargetAdvancing};
pub(in crate::kpi) use approved::MovedBy;
pub use command::TargetCommand;
pub use levels::TargetLevels;
pub use owner::FigureOwner;
pub use sales_target::{SalesTarget, TargetState};
