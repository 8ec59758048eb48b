//! The documents of a deal (registration, booking, deposit contract, subscription, contract), its
//! buyers, price and open matters.

mod buyer;
mod deal;
mod price;
mod state;
mod todo;
mod work;

pub use buyer::DealBuyer;
pub use deal::Deal;
pub use price::DealPrice;
pub use state::{CloseReason, DocumentKind, DocumentState};
pub use todo::{FinanceTodo, TodoKind};
pub use work::DealDocument;
