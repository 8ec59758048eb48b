//! The draw: the order that list and seed give.

use super::LotteryEntry;
use super::list::{LotteryList, sha256};
use crate::error::{Code, Error, Input, Result};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// The order of a draw.
#[boundary(answer)]
pub struct LotteryDraw {
    /// The text of the list, as it was published.
    pub list: String,
    /// The SHA-256 of the list.
    pub list_hash: Text,
    /// The seed.
    pub seed: Label,
    /// The entries in the order drawn.
    #[boundary(required)]
    pub order: Vec<DrawnEntry>,
}

/// One entry of the order.
#[boundary(answer)]
pub struct DrawnEntry {
    /// Its place in the order, from 1.
    pub place: u32,
    /// Its number in the list.
    pub number: u32,
    /// The registration.
    pub registration: Text,
    /// SHA-256 of `seed|list hash|number`: the order is ascending by it.
    pub digest: Text,
}

impl LotteryList {
    /// The order that a seed gives: ascending by the SHA-256 of the text `seed|list hash|number`.
    ///
    /// # Errors
    /// [`Code::DealLotteryHash`] when the hash that was published is not that of the list,
    /// [`Code::DealLotterySeed`] for no seed.
    pub fn draw(&self, seed: &Label, published_hash: &str) -> Result<LotteryDraw> {
        if seed.is_empty() {
            return Err(Error::new(Code::DealLotterySeed).within(Input::Seed));
        }
        if published_hash != self.hash() {
            let error = Error::new(Code::DealLotteryHash).with("found", self.hash());
            return Err(error.with("published", published_hash).within(Input::PublishedHash));
        }
        let digest =
            |entry: &LotteryEntry| sha256(&format!("{seed}|{}|{}", self.hash(), entry.number));
        let mut drawn: Vec<(String, &LotteryEntry)> =
            self.entries().iter().map(|entry| (digest(entry), entry)).collect();
        drawn.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let order = (1..).zip(drawn).map(|(place, (digest, entry))| DrawnEntry {
            place,
            number: entry.number,
            registration: entry.registration.clone(),
            digest: digest.into(),
        });
        Ok(LotteryDraw {
            list: self.text().to_owned(),
            list_hash: self.hash().into(),
            seed: seed.clone(),
            order: order.collect(),
        })
    }
}
