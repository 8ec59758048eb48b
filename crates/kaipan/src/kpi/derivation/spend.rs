//! 营销费用 and 成本: what was spent, and what homes cost.

use super::sale::Known;
use super::store::FactStore;
use crate::check::blank;
use crate::error::{Code, Error, Finding, finding};
use crate::kpi::fact::{Fact, FactKind, recorded_ahead};
use crate::number::Money;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// 营销费用: what was spent on marketing (handbook §8.10).
///
/// ```
/// use kaipan::kpi::{FactDeriving, FactKind, FactState, SpendRecord};
/// let at = "2026-03-09T18:00:00".parse()?;
/// let spend = SpendRecord::new("S1", "2026-03-08".parse()?, at, "26000".parse()?)
///     .with_node("P1")
///     .with_media("户外")
///     .with_department("营销策划部");
/// let derived = FactDeriving::new(&FactState::default()).spend(&[spend]).derive()?;
/// let fact = &derived.state.facts[0];
/// assert_eq!((fact.kind, fact.department.as_deref()), (FactKind::Spend, Some("营销策划部")));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct SpendRecord {
    /// Its key, unique among what was spent.
    pub key: Text,
    /// The day on which it was spent.
    pub date: Date,
    /// When it was recorded.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
    /// Yuan; below zero where some of it comes back.
    pub amount: Money,
    /// Id of the node of the organisation, mostly a project.
    pub node: Option<Text>,
    /// 费用科目: what it was spent on.
    pub item: Option<Text>,
    /// 媒体大类.
    pub media: Option<Text>,
    /// 媒体小类.
    pub sub_media: Option<Text>,
    /// 推广活动.
    pub campaign: Option<Text>,
    /// 渠道.
    pub channel: Option<Text>,
    /// Who has spent it.
    pub person: Option<Text>,
    /// 部门: the department that has spent it; that of the person if absent.
    pub department: Option<Text>,
}

/// 成本: what a home, a product or a project costs, as the host knows it.
#[boundary]
pub struct CostRecord {
    /// Its key, unique among costs.
    pub key: Text,
    /// The day on which it was incurred.
    pub date: Date,
    /// When it was recorded.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
    /// Yuan; below zero where some of it comes back.
    pub amount: Money,
    /// 房号; node, product and layout are then those of the home.
    pub unit_no: Option<Text>,
    /// Id of the node of the organisation, of a cost of no single home.
    pub node: Option<Text>,
    /// 业态、产品类型, of a cost of no single home.
    pub product: Option<Text>,
    /// 成本科目: the item of costs.
    pub item: Option<Text>,
    /// 财务确认日期: the day on which finance recognises it.
    pub finance_date: Option<Date>,
}

/// What is told of a record: a day after it was made, or nothing spent.
pub(super) fn told(key: &Text, day: Date, recorded_at: Time, amount: Money) -> Vec<Finding> {
    let ahead = recorded_ahead(key, day, recorded_at.date()).map(|told| told.at("date"));
    let nothing = || finding!(Code::KpiNothingSpent, key).at("amount");
    ahead.into_iter().chain(amount.is_zero().then(nothing)).collect()
}

impl SpendRecord {
    pub(super) fn fact_key(&self) -> Text {
        Text::of(format_args!("spend/{}", self.key))
    }

    pub(super) fn errors(&self) -> Option<Error> {
        blank(Code::KpiBlank, "key", &self.key)
    }

    /// Takes it in.
    pub(super) fn take(&self, store: &mut FactStore<'_>) -> Vec<Finding> {
        let mut fact = Fact::new(self.fact_key(), FactKind::Spend, self.date);
        fact.recorded_on = Some(self.recorded_at.date());
        fact.detail.clone_from(&self.item);
        fact.node.clone_from(&self.node);
        fact.media.clone_from(&self.media);
        fact.sub_media.clone_from(&self.sub_media);
        fact.campaign.clone_from(&self.campaign);
        fact.channel.clone_from(&self.channel);
        fact.agent.clone_from(&self.person);
        fact.department.clone_from(&self.department);
        fact.amount = Some(self.amount);
        store.add(fact);
        told(&self.key, self.date, self.recorded_at, self.amount)
    }
}

impl CostRecord {
    pub(super) fn fact_key(&self) -> Text {
        Text::of(format_args!("cost/{}", self.key))
    }

    pub(super) fn errors(&self) -> Option<Error> {
        blank(Code::KpiBlank, "key", &self.key)
    }

    /// Takes it in.
    pub(super) fn take(&self, store: &mut FactStore<'_>, known: &Known<'_>) -> Vec<Finding> {
        let mut fact = Fact::new(self.fact_key(), FactKind::Cost, self.date);
        fact.recorded_on = Some(self.recorded_at.date());
        fact.finance_date = self.finance_date;
        fact.detail.clone_from(&self.item);
        fact.node.clone_from(&self.node);
        fact.product.clone_from(&self.product);
        fact.unit.clone_from(&self.unit_no);
        let unit = self.unit_no.as_ref().and_then(|unit| known.units.get(unit.as_str()));
        if let Some(unit) = unit {
            fact.node = Some(unit.node.clone());
            fact.product.clone_from(&unit.product);
            fact.layout.clone_from(&unit.layout);
        }
        fact.amount = Some(self.amount);
        store.add(fact);
        told(&self.key, self.date, self.recorded_at, self.amount)
    }
}
