//! 完成率: how far targets are reached, and whether that is as far as they should be.

mod actual;
mod base;
mod chosen;
mod engine;
mod parts;
mod row;
mod sheet;

pub use actual::{ActualFigure, CompletionPeriod};
pub use base::{TargetBase, TargetBaseDays};
pub use engine::Completing;
pub use sheet::{CompletionParts, CompletionRow, CompletionSheet};
