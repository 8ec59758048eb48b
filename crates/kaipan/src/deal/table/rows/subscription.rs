//! Rows about subscriptions (认购: T12).

use super::agreed::{SUBSCRIBED, SUBSCRIPTION, TAKE_SUBSCRIBED};
use super::base::of_deal;
use crate::deal::table::{Transition, Waiting};
use crate::deal::{DealAction, DocumentKind};
use crate::project::UnitState;

pub(super) const ROWS: &[Transition] = &[Transition {
    document: Waiting::For {
        kinds: &[DocumentKind::Registration, DocumentKind::Booking],
        or_new: true,
    },
    to: Some(UnitState::Subscribed),
    takes: SUBSCRIPTION,
    guards: SUBSCRIBED,
    effects: TAKE_SUBSCRIBED,
    zh: "认购：定价格、折扣、付款方式、签约日，收定金",
    en: "subscribe: price, discounts, plan and signing date are agreed, the deposit is received",
    law: Some("民法典 §586"),
    ..of_deal(
        "T12",
        DealAction::Subscribe,
        &[UnitState::OnSale, UnitState::Reserved, UnitState::Booked],
    )
}];
