//! 房号确认单: the paper that confirms a home held for a customer (handbook §5.14).

mod answer;
mod engine;
mod wording;

pub use answer::RoomSlip;
pub use engine::RoomSlipWriting;
