//! Anchors, and the dates that are known (handbook §4.2).

use crate::{Date, Text};
use kaipan_derive::boundary;

/// What a due date hangs on.
#[boundary]
pub enum Anchor {
    /// 指定日期.
    FixedDate {
        /// The date.
        date: Date,
    },
    /// 预定登记.
    BookingDate {},
    /// 签认购书.
    SubscriptionDate {},
    /// 约定签约日.
    AgreedSigningDate {},
    /// 签约: the real signing date, before it is known the agreed one.
    SigningDate {},
    /// 工程节点: 封顶, 竣工….
    ConstructionNode {
        /// Name of the node.
        node: Text,
    },
    /// 按揭办理.
    MortgageDate {},
    /// 现房销售备案: the day the sale of completed homes is filed.
    SaleFiled {},
    /// 竣工备案: the day the completion is filed.
    CompletionFiled {},
    /// 面积补差.
    AreaSettlementDate {},
    /// 入伙.
    HandoverDate {},
    /// 产权办理.
    TitleDate {},
}

impl Anchor {
    /// Banks pay a loan out on it: the mortgage, the sale filing, the completion filing.
    pub const fn is_pay_out(&self) -> bool {
        matches!(self, Anchor::MortgageDate {} | Anchor::SaleFiled {} | Anchor::CompletionFiled {})
    }
}

/// The dates that are known so far. Lines on other dates stay undated.
#[boundary]
#[derive(Default)]
pub struct AnchorDates {
    /// 预定登记.
    pub booking: Option<Date>,
    /// 签认购书.
    pub subscription: Option<Date>,
    /// 约定签约日.
    pub agreed_signing: Option<Date>,
    /// 签约.
    pub signing: Option<Date>,
    /// 按揭办理.
    pub mortgage: Option<Date>,
    /// 现房销售备案.
    pub sale_filed: Option<Date>,
    /// 竣工备案.
    pub completion_filed: Option<Date>,
    /// 面积补差.
    pub area_settlement: Option<Date>,
    /// 入伙.
    pub handover: Option<Date>,
    /// 产权办理.
    pub title: Option<Date>,
    /// 工程节点.
    pub nodes: Vec<NodeDate>,
}

impl AnchorDates {
    /// No date is known yet.
    pub(crate) const NONE: &'static AnchorDates = &AnchorDates {
        booking: None,
        subscription: None,
        agreed_signing: None,
        signing: None,
        mortgage: None,
        sale_filed: None,
        completion_filed: None,
        area_settlement: None,
        handover: None,
        title: None,
        nodes: Vec::new(),
    };
}

/// When a construction node is reached.
#[boundary]
pub struct NodeDate {
    /// Name of the node.
    pub node: Text,
    /// Planned date.
    pub planned: Option<Date>,
    /// Real date, once it is known; takes the place of the planned one.
    pub real: Option<Date>,
    /// The day buyers were told; no payment is due before this day and the plan's grace.
    pub notice: Option<Date>,
}
