//! 统计: rows of measures.

mod analyses;
mod board;
mod companies;
mod finance;
mod packaging;
mod people;
mod purchase_cycle;
mod stages;
mod summaries;
mod visitors;
mod weekly;

pub(super) use analyses::{CHANNEL_ANALYSIS, MEDIA_EFFECT, PRODUCT_ANALYSIS};
pub(super) use board::PROGRESS_BOARD;
pub(super) use companies::COMPANY_SUMMARY;
pub(super) use finance::{FINANCE_SALES, SALES_COLLECTIONS};
pub(super) use packaging::PACKAGING_EFFECT;
pub(super) use people::AGENT_PERFORMANCE;
pub(super) use purchase_cycle::PURCHASE_CYCLE;
pub(super) use stages::STAGE_SUMMARY;
pub(super) use summaries::SALES_SUMMARY;
pub(super) use visitors::VISITOR_BUYER;
pub(super) use weekly::PROJECT_WEEKLY;
