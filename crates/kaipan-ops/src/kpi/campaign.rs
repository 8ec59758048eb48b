//! `kpi.campaigns`.

pub use kaipan::kpi::CampaignSheet;

use kaipan::Date;
use kaipan::error::Result;
use kaipan::kpi::{Campaign, CampaignReviewing, Fact};
use kaipan_derive::boundary;

/// A request to hold campaigns against their plans.
#[boundary]
pub struct KpiCampaignsRequest {
    /// The plans of campaigns.
    #[boundary(required)]
    pub campaigns: Vec<Campaign>,
    /// What happened and what was spent: facts with the campaign that they are of.
    #[boundary(required)]
    pub facts: Vec<Fact>,
    /// The day.
    pub on: Date,
}

/// `kpi.campaigns`: what campaigns brought and cost, beside their goals and budgets.
///
/// # Errors
/// As [`CampaignReviewing::sheet`].
pub fn campaigns(request: &KpiCampaignsRequest) -> Result<CampaignSheet> {
    CampaignReviewing::new(&request.campaigns, &request.facts, request.on).sheet()
}
