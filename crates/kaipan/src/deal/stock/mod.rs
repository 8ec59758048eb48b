//! Stock control (销控): what a unit is now, what lies over it, and who has it.

mod correction;
mod hold;
mod lock;
mod reservation;
mod unit_stock;

pub use correction::StockCorrection;
pub use hold::RoomConfirmation;
pub use lock::StockLock;
pub use reservation::{OldHomeSale, Reservation, TradeIn};
pub use unit_stock::UnitStock;
