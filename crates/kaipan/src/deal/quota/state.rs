//! The state of a quota.

use super::FixedPriceOffer;
use crate::{Date, StreamKind, StreamRead, Text, Time};
use kaipan_derive::boundary;

/// What a quota belongs to.
#[boundary]
pub enum QuotaKind {
    /// 折扣.
    #[default]
    Discount,
    /// 一口价.
    Offer,
    /// 团购.
    GroupPurchase,
}

/// A quota (名额): what its events come to. A host that counts the uses of a discount by itself
/// gives limit, uses and version.
///
/// ```
/// use kaipan::deal::{Quota, QuotaChange, QuotaEvent, QuotaKind};
/// let at = |version: u32, change: QuotaChange| -> kaipan::Result<QuotaEvent> {
///     Ok(QuotaEvent::new("TG50", version, "2026-09-01T10:00:00".parse()?, "李四", change))
/// };
/// let opened = QuotaChange::opened(QuotaKind::GroupPurchase, 2);
/// let events = [at(1, opened)?, at(2, QuotaChange::used("D1"))?];
/// let quota = Quota::replay("TG50".into(), &events, None)?;
/// assert_eq!((quota.left(), quota.version), (1, 2));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct Quota {
    /// Its id.
    pub id: Text,
    /// What it belongs to.
    #[boundary(default)]
    pub kind: QuotaKind,
    /// How many events it had.
    #[boundary(default)]
    pub version: u32,
    /// How many times it can be used.
    pub limit: u32,
    /// How many times it was used.
    #[boundary(default)]
    pub used: u32,
    /// The last day it can be used, if it ends.
    pub until: Option<Date>,
    /// The terms, of a fixed-price offer.
    pub offer: Option<FixedPriceOffer>,
    /// It has run out, or was ended.
    pub ended: bool,
    /// When its last event was recorded.
    pub changed_at: Option<Time>,
}

impl Quota {
    /// How many uses are left.
    pub fn left(&self) -> u32 {
        if self.ended { 0 } else { self.limit.saturating_sub(self.used) }
    }

    /// Its stream, with the version that this state is of.
    #[must_use]
    pub fn read(&self) -> StreamRead {
        let kind = match self.kind {
            QuotaKind::Discount | QuotaKind::Offer => StreamKind::Quota,
            QuotaKind::GroupPurchase => StreamKind::GroupPurchase,
        };
        StreamRead::new(kind, self.id.clone(), self.version)
    }
}
