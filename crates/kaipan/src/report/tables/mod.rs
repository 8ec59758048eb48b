//! 统计: rows of measures.

mod analyses;
mod companies;
mod finance;
mod people;
mod summaries;
mod weekly;

pub(super) use analyses::{CHANNEL_ANALYSIS, MEDIA_EFFECT, PRODUCT_ANALYSIS};
pub(super) use companies::COMPANY_SUMMARY;
pub(super) use finance::{FINANCE_SALES, SALES_COLLECTIONS};
pub(super) use people::AGENT_PERFORMANCE;
pub(super) use summaries::SALES_SUMMARY;
pub(super) use weekly::PROJECT_WEEKLY;
