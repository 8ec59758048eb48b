//! Rows about fixed-price offers (一口价: T32, T31), which have no unit and no deal.

use super::base::{EVERYBODY, NO_UNIT, by_request, of_stock};
use crate::approval::ApprovalKind;
use crate::deal::table::{DraftField, Effect, Transition};
use crate::deal::{DealAction, DealGuard};

pub(super) const ROWS: &[Transition] = &[
    Transition {
        roles: &["planner", "sales_manager", "senior_sales_manager"],
        approval: by_request(ApprovalKind::SpecialDiscount),
        takes: &[DraftField::Reason, DraftField::Offer],
        guards: &[DealGuard::MayAct, DealGuard::OfferGiven, DealGuard::Approved],
        effects: &[Effect::OpenOffer],
        zh: "一口价：经批准，写明房源、价格、期限和名额",
        en: "a fixed-price offer: approved, with units, prices, a last day and a number of uses",
        ..of_stock("T32", DealAction::OpenOffer, NO_UNIT)
    },
    Transition {
        roles: EVERYBODY,
        takes: &[DraftField::Reason, DraftField::Quotas],
        guards: &[DealGuard::OfferExpired],
        effects: &[Effect::EndQuota],
        zh: "一口价到期失效",
        en: "a fixed-price offer lapses",
        ..of_stock("T31", DealAction::Lapse, NO_UNIT)
    },
];
