//! 节点计划: milestones of a project, how late they are, and what moves with them (handbook §8.13).

mod hung;
mod plan_node;
mod progress;
mod shifting;
mod tree;

pub use hung::{HungInstalment, HungStage};
pub use plan_node::{PlanNode, PlanNodeKind};
pub use progress::{NodePlanSheet, NodeProgress, PlanNodePosition, PlanNodeState};
pub use shifting::{NodeMove, NodeMoveKind, NodeShift, NodeShifting, ShiftedNodes};
