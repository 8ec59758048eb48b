//! The seam to money: what money is called, and entries that move it.

mod entry;
mod item;

pub use entry::{LedgerAccount, LedgerEntry, LedgerLeg};
pub(crate) use item::meant_item;
pub use item::{
    AREA_DIFFERENCE, BOOKING, COMMERCIAL_LOAN, DEED_TAX, DEPOSIT, DOWN_PAYMENT, FUND_LOAN,
    HANDLING_FEE, HOUSE_PAYMENT, LATE_FEE, MAINTENANCE_FUND, REGISTRATION_FEE, SINCERITY,
};
pub use item::{MoneyCategory, category, item_name};
