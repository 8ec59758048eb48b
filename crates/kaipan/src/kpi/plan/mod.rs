//! 销售计划: overall and stage plans in versions, their approval, re-phasing within a year
//! (handbook §8.12).

mod advance;
mod phases;
mod planning;
mod rephasing;
mod sales_plan;

pub use advance::{AdvancedPlan, PlanStep};
pub use planning::{SalesPlanDifference, SalesPlanPosition, SalesPlanSheet, SalesPlanning};
pub use rephasing::{PlanPhase, RephasedLine, RephasedPlan, RephasedTotal, Rephasing};
pub use sales_plan::{
    SalesPlan, SalesPlanAction, SalesPlanBudget, SalesPlanChange, SalesPlanKind, SalesPlanLine,
};
