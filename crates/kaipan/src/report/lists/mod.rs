//! 明细: a row a thing.

mod contacts;
mod sales_detail;
mod shared;

pub(super) use contacts::CONTACTS;
pub(super) use sales_detail::SALES_DETAIL;
