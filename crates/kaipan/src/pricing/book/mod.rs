//! The price book: which scheme prices which unit, with all values looked up.

mod codes;
mod floors;
mod look_up;
mod price_book;
pub(super) mod references;
mod resolve;
mod unmatched;

pub(super) use codes::{MISSING, OUT_OF_SCOPE};
pub(super) use floors::FloorIndex;
pub use price_book::ActiveDeals;
pub(super) use price_book::{Book, BookScheme, Fixing, Slot, deals_without_price, kept, of_unit};
pub(super) use resolve::{ResolvedFactor, ResolvedScheme, attribute_text, resolve};
