//! 指标分解: a target split over the parts of a whole, and what the parts report instead.

mod engine;
mod part;
mod phasing;
mod sheet;
mod tree;

pub use engine::TargetSplitting;
pub use part::SplitPart;
pub use phasing::{PhaseWeighing, TargetPhasing};
pub use sheet::{SplitLine, SplitPeriod, TargetSplit};
