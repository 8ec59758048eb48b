use super::{
    AgreedBefore, BuyerDetails, BuyerEdited, DealBuyer, DealDocument, DealPrice, DocumentKind,
    FinanceTodo, SnapshotTaken,
};
use crate::deal::SettledChange;
use crate::error::Result;
use crate::number::Money;
use crate::payment::ScheduleLine;
use crate::{Text, Time};
use kaipan_derive::boundary;

/// A deal (交易): the documents of one household about one unit, from registration to contract.
#[boundary]
pub struct Deal {
    /// Its id.
    pub id: Text,
    /// How many events it had.
    #[boundary(default)]
    pub version: u32,
    /// The unit; a registration may name none.
    pub unit_no: Option<Text>,
    /// 置业顾问.
    pub agent: Option<Text>,
    /// 渠道 by which the buyers came.
    pub channel: Option<Text>,
    /// The buyers; the first speaks for all.
    pub buyers: Vec<DealBuyer>,
    /// The documents, in the order in which they became active.
    pub documents: Vec<DealDocument>,
    /// 排队号, of a registration.
    pub queue_number: Option<u32>,
    /// 摇号登记号, of a registration that is entered for a lottery.
    pub lottery_number: Option<u32>,
    /// The price agreed.
    pub price: Option<DealPrice>,
    /// 面积补差, yuan: what a settled difference of area adds to the contract total; below 0 it takes
    /// off (handbook §5.12).
    pub area_difference: Option<Money>,
    /// The payment plan.
    pub plan: Option<Text>,
    /// What is due.
    pub schedule: Vec<ScheduleLine>,
    /// Quotas that the price has used.
    pub quotas: Vec<Text>,
    /// Snapshots that were taken, the earliest first.
    pub snapshots: Vec<SnapshotTaken>,
    /// 合同客户: the buyers as the contract has them. They are changed in the contract alone.
    pub contract_buyers: Vec<BuyerDetails>,
    /// 客户历史信息: what was changed about them.
    pub buyer_edits: Vec<BuyerEdited>,
    /// What the cashier has still to do.
    pub todos: Vec<FinanceTodo>,
    /// 变更记录: changes that were settled, the earliest first.
    pub changes: Vec<SettledChange>,
    /// Requests for approval by which something was done. Each serves once.
    pub approvals: Vec<Text>,
    /// When its last event was recorded.
    pub changed_at: Option<Time>,
}

impl Deal {
    /// What is agreed now, for the document that comes next.
    pub(in crate::deal) fn agreed(&self) -> AgreedBefore {
        AgreedBefore {
            unit_no: self.unit_no.clone(),
            agent: self.agent.clone(),
            channel: self.channel.clone(),
            buyers: self.buyers.clone(),
            price: self.price.clone(),
            plan: self.plan.clone(),
            schedule: self.schedule.clone(),
            quotas: self.quotas.clone(),
        }
    }

    /// What was agreed before a document is agreed again.
    pub(in crate::deal) fn agree_again(&mut self, before: AgreedBefore) {
        let AgreedBefore { unit_no, agent, channel, buyers, price, plan, schedule, quotas } =
            before;
        self.unit_no = unit_no;
        self.agent = agent;
        self.channel = channel;
        self.buyers = buyers;
        self.price = price;
        self.plan = plan;
        self.schedule = schedule;
        self.quotas = quotas;
    }

    /// Quotas that the active document has used, and none before it.
    pub(in crate::deal) fn own_quotas(&self) -> impl Iterator<Item = &Text> {
        let before = self.active().and_then(|document| document.before.as_ref());
        let before = before.map(|before| before.quotas.as_slice()).unwrap_or_default();
        self.quotas.iter().filter(move |id| !before.contains(id))
    }

    /// The document that is active, if one is.
    pub fn active(&self) -> Option<&DealDocument> {
        self.documents.iter().find(|document| document.is_active())
    }

    /// The active document, if it is of this kind.
    pub fn active_of(&self, kind: DocumentKind) -> Option<&DealDocument> {
        self.active().filter(|document| document.kind == kind)
    }

    /// 合同总价, yuan, with what a settled difference of area has made of it; none where no price is
    /// agreed.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`](crate::error::Code::NumberOverflow) for a sum beyond any money.
    pub fn contract_total(&self) -> Result<Option<Money>> {
        let Some(price) = &self.price else { return Ok(None) };
        self.plus_area_difference(price.contract_total).map(Some)
    }

    /// A contract total of its home, with the settled difference of area.
    pub(in crate::deal) fn plus_area_difference(&self, total: Money) -> Result<Money> {
        Money::sum([total, self.area_difference.unwrap_or(Money::ZERO)])
    }

    /// All its documents are closed.
    pub fn is_ended(&self) -> bool {
        !self.documents.is_empty() && self.active().is_none()
    }

    /// The first buyer.
    pub fn first_buyer(&self) -> Option<&Text> {
        self.buyers.first().map(|buyer| &buyer.customer)
    }
}
