//! 市场活动方案: what a campaign is to bring and may cost, beside what it brought and cost (handbook §8.17).

mod engine;
mod facts;
mod plan;
mod sheet;

pub use engine::CampaignReviewing;
pub use plan::{Campaign, CampaignGoal, CampaignState};
pub use sheet::{CampaignPhase, CampaignPosition, CampaignSheet, GoalPosition};
