//! What has happened to a quota.

use super::{FixedPriceOffer, Quota, QuotaKind};
use crate::deal::event::{next_version, replayed};
use crate::error::Result;
use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// Something that happened to a quota.
#[boundary(older = crate::deal::event::older_quota)]
pub struct QuotaEvent {
    /// The quota.
    pub quota: Text,
    /// Its place in the stream of the quota, from 1.
    pub version: u32,
    /// When it was recorded.
    pub at: Time,
    /// Who did it.
    pub by: Text,
    /// Why.
    pub reason: Option<Label>,
    /// What changed.
    pub change: QuotaChange,
    /// The schema that it was written in; today's if absent. JSON of older schemas is brought up
    /// to today's when it is read.
    pub schema: Option<u32>,
}

/// What changed about a quota.
#[boundary]
pub enum QuotaChange {
    /// It can be used from now on.
    Opened {
        /// What it belongs to.
        quota_kind: QuotaKind,
        /// How many times.
        limit: u32,
        /// The last day, if it ends.
        until: Option<Date>,
        /// The terms, of a fixed-price offer.
        offer: Option<FixedPriceOffer>,
    },
    /// A deal has used it once.
    Used {
        /// The deal.
        deal: Text,
    },
    /// The use of a deal does not count: its document was void, or its deposit contract ended.
    Returned {
        /// The deal.
        deal: Text,
    },
    /// It has run out, or was ended.
    Ended {},
}

impl Quota {
    /// Takes the next event in.
    ///
    /// # Errors
    /// `deal.foreign_event` for an event of another quota, `deal.event_order` for one that is
    /// not the next, `deal.event_schema` for one of another schema. The quota is unchanged then.
    pub fn apply(&mut self, event: &QuotaEvent) -> Result<()> {
        self.version = next_version(&self.id, self.version, event)?;
        self.changed_at = Some(event.at);
        match &event.change {
            QuotaChange::Opened { quota_kind, limit, until, offer } => {
                (self.kind, self.limit, self.until) = (*quota_kind, *limit, *until);
                self.offer.clone_from(offer);
            }
            QuotaChange::Used { .. } => self.used = self.used.saturating_add(1),
            QuotaChange::Returned { .. } => self.used = self.used.saturating_sub(1),
            QuotaChange::Ended {} => self.ended = true,
        }
        Ok(())
    }

    /// The quota that its events come to, up to and with a moment if one is given.
    ///
    /// # Errors
    /// As [`Quota::apply`], and `deal.event_time` for an event that was recorded before the
    /// one before it, each at its place.
    pub fn replay(id: Text, events: &[QuotaEvent], until: Option<Time>) -> Result<Quota> {
        replayed(Quota::new(id, 0), events, until, Quota::apply)
    }
}
