//! `lottery.draw`.

pub use kaipan::deal::LotteryDraw;

use kaipan::deal::{LotteryEntry, LotteryList};
use kaipan::error::Result;
use kaipan::{Label, Text};
use kaipan_derive::boundary;

/// The list of a group, the hash that was published of it, and the seed.
#[boundary]
pub struct LotteryDrawRequest {
    /// The entries, in any order.
    #[boundary(required)]
    pub entries: Vec<LotteryEntry>,
    /// The SHA-256 of the list as it was published before the seed was known: 64 lower-case
    /// hexadecimal digits.
    pub published_hash: Text,
    /// The public figure that was named beforehand, exactly as published.
    pub seed: Label,
}

/// `lottery.draw`: the order of a draw, which anyone can compute again.
///
/// # Errors
/// As [`LotteryList::new`] and [`LotteryList::draw`].
pub fn draw(request: &LotteryDrawRequest) -> Result<LotteryDraw> {
    LotteryList::new(&request.entries)?.draw(&request.seed, &request.published_hash)
}
