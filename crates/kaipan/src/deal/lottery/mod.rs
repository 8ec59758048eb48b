//! 摇号: an order that anyone can compute again from a published list and a public seed
//! (handbook §27).

mod draw;
mod list;

pub use draw::{DrawnEntry, LotteryDraw};
pub(crate) use list::sha256;
pub use list::{LotteryEntry, LotteryList};
