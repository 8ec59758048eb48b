//! 明细: a row a thing.

mod arrears;
mod by_stage;
mod cancellations;
mod contacts;
mod files;
mod loans;
mod prices;
mod receipts;
mod sales_detail;
mod service_flow;
mod shared;
mod signing_overdue;
mod term_changes;
mod unit_changes;

pub(super) use arrears::{ARREARS, CASH_FORECAST, MONEY_BY_ITEM};
pub(super) use by_stage::CUSTOMERS_BY_STAGE;
pub(super) use cancellations::CANCELLATIONS;
pub(super) use contacts::CONTACTS;
pub(super) use files::{BUYER_FILE, TRACKING_FILE, gender, marital};
pub(super) use loans::{FUND_AWAITED, LOAN_PROGRESS, MORTGAGES};
pub(super) use prices::{PRICE_CUTS, PRICE_PUBLICATION, SALEABLE_BY_PERMIT};
pub(super) use receipts::RECEIPTS;
pub(super) use sales_detail::SALES_DETAIL;
pub(super) use service_flow::SERVICE_FLOW;
pub(super) use shared::lost_finding;
pub(super) use signing_overdue::SIGNING_OVERDUE;
pub(super) use term_changes::TERM_CHANGES;
pub(super) use unit_changes::UNIT_CHANGES;
