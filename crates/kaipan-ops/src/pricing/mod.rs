//! Requests of pricing: tables, price bills, checks, columns.

mod bill;
mod check;
mod columns;
mod compare;
mod list_prices;
mod net_to_list;
mod table;

pub use bill::{AdjustRequest, AdvanceBillRequest, adjust, advance_bill};
pub use check::{CheckRequest, check};
pub use columns::ColumnsRequest;
pub use compare::{ComparePricesRequest, compare};
pub use kaipan::pricing::{
    AdjustedPrices, AdvancedBill, ComparedPrices, ListFromNet, PriceCheck, PriceTable,
    PricingScheme, SolvedBases,
};
pub use list_prices::{ListPricesRequest, list_prices};
pub use net_to_list::{NetToListRequest, net_to_list};
pub use table::{SolveBaseRequest, TableRequest, solve_base, table};
