//! `overdue.claims`, `overdue.assess`, `overdue.aging`, `overdue.dun`, `overdue.tasks`, `overdue.forecast`: what
//! deals owe, what of it is late, and what will come in.

mod aging;
mod assess;
mod claims;
mod columns;
mod dun;
mod forecast;
mod tasks;

pub use aging::{AgingReport, OverdueAgingRequest, aging};
pub use assess::{OverdueAssessRequest, OverdueAssessment, assess};
pub use claims::{LedgerClaims, OverdueClaimsRequest, claims};
pub use columns::{AgedColumns, OverdueAgingColumnsRequest, OverdueAssessColumnsRequest};
pub use dun::{DunningList, OverdueDunRequest, dun};
pub use forecast::{CashForecast, OverdueForecastRequest, forecast};
pub use tasks::{OverdueTaskList, OverdueTasksRequest, tasks};
