//! The documents of a deal (registration, booking, deposit contract, subscription, contract), its
//! buyers, price and open matters.

mod before;
mod buyer;
mod contract_buyer;
mod deal;
mod price;
mod snapshot;
mod state;
mod todo;
mod work;

pub use before::AgreedBefore;
pub use buyer::DealBuyer;
pub use contract_buyer::{BuyerDetails, BuyerEdit, BuyerEdited, BuyerField};
pub use deal::Deal;
pub use price::DealPrice;
pub use snapshot::{
    AgreedTerms, DealAgentShare, DealSnapshot, ESignature, SnapshotDates, SnapshotPayment,
    SnapshotPeople, SnapshotPrice, SnapshotTaken, SnapshotUnit, SnapshotWriting,
};
pub(super) use snapshot::{lacking_details, take};
pub use state::{CloseReason, DocumentKind, DocumentState};
pub use todo::{FinanceTodo, TodoKind};
pub use work::DealDocument;
