//! One line: one event or one fact.

use super::YearEnd;
use super::figure::{Spend, Target};
use kaipan::approval::ApprovalEvent;
use kaipan::area_settlement::{AreaSettlementEvent, AreaSurvey};
use kaipan::channel::ChannelRegistration;
use kaipan::customer::Customer;
use kaipan::deal::{DealAction, DealEvent, DealPolicy, QuotaEvent, SaleStatus, StockEvent};
use kaipan::money::LedgerEntry;
use kaipan::number::{Money, UnitPrice};
use kaipan::opportunity::FollowUp;
use kaipan::organisation::{Assignment, OrgNode};
use kaipan::project::{PresalePermit, Unit};
use kaipan::questionnaire::{AnswerSheet, Questionnaire};
use kaipan::service::{ServiceAction, ServiceEvent};
use kaipan::{Date, StreamKind, Text, Time};
use serde::{Deserialize, Serialize};

/// A line of the year. What does not apply is left out.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Line {
    /// Its place in the file, from 1.
    pub(crate) n: u64,
    /// The project.
    pub(crate) project: Text,
    /// The business date.
    pub(crate) date: Date,
    /// When it was recorded.
    pub(crate) at: Time,
    /// Lines with the same number were decided together, and a host appends them together.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) decision: Option<u64>,
    /// The stream that it belongs to, and its place there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) stream: Option<StreamAt>,
    /// The node of the organisation.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) node: Option<Text>,
    /// 房号.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) unit: Option<Text>,
    /// The first customer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) customer: Option<Text>,
    /// 置业顾问.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) agent: Option<Text>,
    /// 渠道.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) channel: Option<Text>,
    /// 媒体.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) media: Option<Text>,
    /// What it is, and what it says.
    #[serde(flatten)]
    pub(crate) body: Body,
}

/// A place in a stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StreamAt {
    pub(crate) kind: StreamKind,
    pub(crate) id: Text,
    /// From 1.
    pub(crate) version: u32,
}

/// What a line says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub(crate) enum Body {
    /// A project begins: how it was made.
    Year(Year),
    /// A node of the organisation.
    Node(OrgNode),
    /// Who has which role where.
    Assignment(Assignment),
    /// A permit.
    Permit(PresalePermit),
    /// What is known of project and buildings.
    Status(Box<SaleStatus>),
    /// What the house has decided about deals.
    Policy(Box<DealPolicy>),
    /// What buyers are asked.
    Questionnaire(Questionnaire),
    /// A home, as it is offered first.
    Unit(Box<Unit>),
    /// Another list price.
    Price(NewPrice),
    /// What is aimed at.
    Target(Target),
    /// What was spent on a medium.
    Spend(Spend),
    /// A customer.
    Customer(Box<Customer>),
    /// A call, a visit, another contact.
    FollowUp(FollowUp),
    /// What a buyer has answered.
    AnswerSheet(AnswerSheet),
    /// 渠道报备.
    ChannelRegistration(ChannelRegistration),
    /// An event of a home.
    Stock(Box<StockEvent>),
    /// An event of a deal.
    Deal(Box<DealEvent>),
    /// An event of a quota.
    Quota(QuotaEvent),
    /// An event of a request for approval.
    Approval(Box<ApprovalEvent>),
    /// An event of a service.
    Service(Box<ServiceEvent>),
    /// The survey of a home.
    Survey(AreaSurvey),
    /// An event of an area settlement.
    AreaSettlement(Box<AreaSettlementEvent>),
    /// Money that a decision moves.
    Entry(LedgerEntry),
    /// Money that came in.
    Receipt(MoneyMoved),
    /// Money that went out.
    Payment(MoneyMoved),
    /// What was refused, as it had to be.
    Refused(Refused),
    /// A project ends: what its lines come to.
    End(YearEnd),
}

/// How a project of a year was made.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Year {
    pub(crate) seed: u64,
    /// Which project of the year, from 1.
    pub(crate) number: u32,
    /// Its share of the homes of the example, in thousandths.
    pub(crate) thousandths: u32,
    pub(crate) name: String,
    pub(crate) first_day: Date,
    pub(crate) last_day: Date,
}

/// Another list price of a home, in force from the date of the line.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct NewPrice {
    pub(crate) list_price: UnitPrice,
}

/// Money that a cashier has taken or paid out, or a bank has sent.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct MoneyMoved {
    /// 票据号.
    pub(crate) number: Text,
    /// 款项.
    pub(crate) item: Text,
    /// Yuan, above zero.
    pub(crate) amount: Money,
    /// How it was paid: `transfer`, `card`, `cash`, `loan`.
    pub(crate) method: Text,
    /// The account of the house.
    pub(crate) bank_account: Text,
    /// Who paid, or who was paid.
    pub(crate) party: Text,
    /// The line of the schedule that it is for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) schedule_line: Option<u32>,
    /// The entry; its legs come to zero.
    pub(crate) entry: LedgerEntry,
}

/// What somebody tried, and was refused.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Refused {
    /// Why it was tried: what the refusal shows.
    pub(crate) because: Offered,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) deal_action: Option<DealAction>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) service_action: Option<ServiceAction>,
    /// The guards that are not met.
    pub(crate) guards: Vec<Text>,
}

/// Attempts that have to be refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Offered {
    /// Two buyers want one home.
    HomeHeldForAnother,
    /// The opening discount has no use left.
    DiscountUsedUp,
    /// A contract is to be signed before the down payment is there.
    SignedBeforePayment,
    /// A home is to be handed over before it is paid.
    HandedOverBeforePayment,
}
