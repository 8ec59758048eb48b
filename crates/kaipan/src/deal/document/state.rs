//! Kinds and states of documents (handbook §5.2).

use crate::project::UnitState;
use kaipan_derive::boundary;

/// What a document of a deal is. A deal passes them in this order; completed homes may have a
/// deposit contract in the place of a booking.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum DocumentKind {
    /// 认筹 / 预约排号.
    Registration,
    /// 订房 / 小订 / 预定.
    Booking,
    /// 购房定金合同: of completed homes.
    DepositContract,
    /// 认购.
    Subscription,
    /// 签约.
    Contract,
}

/// State of a document.
#[boundary]
pub enum DocumentState {
    /// 草稿.
    #[default]
    Draft,
    /// 待审批.
    PendingApproval,
    /// 生效.
    Active,
    /// 已关闭.
    Closed,
}

/// Why a document was closed.
#[boundary]
pub enum CloseReason {
    /// 转认购 / 转签约: the next document took its place.
    Converted,
    /// 退定 / 退号.
    Refunded,
    /// 挞定.
    Forfeited,
    /// 退房.
    Quit,
    /// 换房.
    ChangedUnit,
    /// 更名.
    ChangedName,
    /// 到期失效.
    Expired,
    /// 作废: a mistake of entry.
    Void,
}

impl DocumentKind {
    /// Every kind, in the order of a sale.
    pub const ALL: [DocumentKind; 5] = [
        DocumentKind::Registration,
        DocumentKind::Booking,
        DocumentKind::DepositContract,
        DocumentKind::Subscription,
        DocumentKind::Contract,
    ];

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            DocumentKind::Registration => "认筹",
            DocumentKind::Booking => "预定",
            DocumentKind::DepositContract => "定金合同",
            DocumentKind::Subscription => "认购",
            DocumentKind::Contract => "合同",
        }
    }

    /// The name in English, to stand in a sentence.
    pub const fn english(self) -> &'static str {
        match self {
            DocumentKind::Registration => "registration",
            DocumentKind::Booking => "booking",
            DocumentKind::DepositContract => "deposit contract",
            DocumentKind::Subscription => "subscription",
            DocumentKind::Contract => "contract",
        }
    }

    /// The state of a unit that an active document of this kind has; a registration has none.
    pub const fn unit_state(self) -> Option<UnitState> {
        match self {
            DocumentKind::Registration => None,
            DocumentKind::Booking => Some(UnitState::Booked),
            DocumentKind::DepositContract => Some(UnitState::Promised),
            DocumentKind::Subscription => Some(UnitState::Subscribed),
            DocumentKind::Contract => Some(UnitState::Signed),
        }
    }
}

impl CloseReason {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            CloseReason::Converted => "转下一步",
            CloseReason::Refunded => "退定",
            CloseReason::Forfeited => "挞定",
            CloseReason::Quit => "退房",
            CloseReason::ChangedUnit => "换房",
            CloseReason::ChangedName => "更名",
            CloseReason::Expired => "到期失效",
            CloseReason::Void => "作废",
        }
    }
}
