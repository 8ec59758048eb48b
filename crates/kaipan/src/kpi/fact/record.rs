use super::fact_kind::FactKind;
use crate::check::blank;
use crate::error::{Code, Error};
use crate::number::{Area, Figure, Money};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Something that happened, once, with its key (handbook §8.2). However facts are grouped, each counts
/// once in a measure.
///
/// ```
/// use kaipan::kpi::{Fact, FactKind};
/// let signing = Fact::new("D1/12", FactKind::Signing, "2026-03-20".parse()?)
///     .with_of("D1/7")
///     .with_node("P1")
///     .with_area("89.50".parse()?)
///     .with_amount("1118750.00".parse()?)
///     .with_finance_date("2026-03-25".parse()?);
/// assert_eq!(signing.version, 0);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct Fact {
    /// Its key: that of the event.
    pub key: Text,
    /// What happened.
    pub kind: FactKind,
    /// What of that kind: see [`FactKind`].
    pub detail: Option<Text>,
    /// 业务日期: the day on which it happened.
    pub date: Date,
    /// 业绩归属日期: the day that decides the period of a sale, if it is another.
    pub performance_date: Option<Date>,
    /// 财务确认日期: the day on which finance recognises it; absent as long as it does not.
    pub finance_date: Option<Date>,
    /// The day on which it was recorded; the day of the fact if absent.
    pub recorded_on: Option<Date>,
    /// Key of the fact that it goes back to: the subscription of a signing, the signing of a
    /// cancellation, the call of a visit, the instalment of a receipt.
    pub of: Option<Text>,
    /// Id of the node of the organisation where it happened, mostly a project.
    pub node: Option<Text>,
    /// 房号.
    pub unit: Option<Text>,
    /// The deal.
    pub deal: Option<Text>,
    /// The customer.
    pub customer: Option<Text>,
    /// 置业顾问; of spend, who spent it.
    pub agent: Option<Text>,
    /// 部门: the department of the agent, or the one that has spent.
    pub department: Option<Text>,
    /// 渠道.
    pub channel: Option<Text>,
    /// 媒体大类.
    pub media: Option<Text>,
    /// 媒体小类.
    pub sub_media: Option<Text>,
    /// 推广活动.
    pub campaign: Option<Text>,
    /// 意向等级.
    pub grade: Option<Text>,
    /// 业态、产品类型.
    pub product: Option<Text>,
    /// 户型.
    pub layout: Option<Text>,
    /// 推售批次.
    pub batch: Option<Text>,
    /// Units or batches; 1 if absent.
    pub count: Option<u32>,
    /// m².
    pub area: Option<Area>,
    /// Yuan: the deal total of a sale, with VAT and the fit-out that was chosen.
    pub amount: Option<Money>,
    /// Yuan as finance has it, after the settlement of areas; `amount` if absent.
    pub finance_amount: Option<Money>,
    /// 表价总价, yuan.
    pub list_amount: Option<Money>,
    /// A number of another kind, such as a score.
    pub value: Option<Figure>,
    /// How often the fact has been brought up to date.
    #[boundary(default)]
    pub version: u32,
}

impl Fact {
    /// The day on which it was recorded.
    pub(in crate::kpi) fn recorded(&self) -> Date {
        self.recorded_on.unwrap_or(self.date)
    }

    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let own = self.kind == FactKind::Own && self.detail.is_none();
        let own = own.then(|| Error::new(Code::KpiBlank).with("field", "detail").at("detail"));
        blank(Code::KpiBlank, "key", &self.key).into_iter().chain(own).collect()
    }
}
