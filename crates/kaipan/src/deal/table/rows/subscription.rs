//! Rows about subscriptions (认购: T12, and after a trade-in T30).

use super::agreed::{SUBSCRIPTION, TAKE_SUBSCRIBED, subscribed};
use super::base::{of_deal, of_unit, only};
use crate::deal::table::{DraftField, Transition, Waiting};
use crate::deal::{DealAction, DealGuard, DocumentKind};
use crate::project::UnitState;

pub(super) const ROWS: &[Transition] = &[
    Transition {
        document: Waiting::For {
            kinds: &[DocumentKind::Registration, DocumentKind::Booking],
            or_new: true,
        },
        to: Some(UnitState::Subscribed),
        takes: SUBSCRIPTION,
        guards: subscribed![NoTradeInPending, ListPriceKept],
        effects: TAKE_SUBSCRIBED,
        zh: "认购：定价格、折扣、付款方式、签约日，收定金",
        en: "subscribe: price, discounts, plan and signing date are agreed, the deposit is received",
        law: Some("民法典 §586"),
        ..of_deal(
            "T12",
            DealAction::Subscribe,
            &[UnitState::OnSale, UnitState::Reserved, UnitState::Booked],
        )
    },
    Transition {
        document: only(&[DocumentKind::Booking]),
        to: Some(UnitState::Subscribed),
        takes: &[
            DraftField::Reason,
            DraftField::Buyers,
            DraftField::Agent,
            DraftField::Channel,
            DraftField::Number,
            DraftField::Amount,
            DraftField::Price,
            DraftField::Plan,
            DraftField::Schedule,
            DraftField::AgreedSigning,
            DraftField::Handover,
            DraftField::Quotas,
            DraftField::OldHomeSold,
            DraftField::Confirmed,
        ],
        guards: subscribed![OldHomeSold, LockedPrice],
        effects: TAKE_SUBSCRIBED,
        zh: "以旧换新转认购：旧房已售出，执行保留时锁定的价格",
        en: "subscribe after the trade-in: the old home is sold, the locked list price is kept",
        law: Some("民法典 §586"),
        ..of_deal("T30", DealAction::SubscribeTradeIn, &[UnitState::Reserved])
    },
];
