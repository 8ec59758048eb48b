use super::satisfaction::ScoredQuestion;
use crate::money::MoneyCategory;
use crate::number::{Area, Money};
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// What is known of a unit.
#[boundary]
pub struct FactUnit {
    /// 房号.
    pub unit_no: Text,
    /// Id of the node of the organisation, mostly its project or building.
    pub node: Text,
    /// 业态、产品类型.
    pub product: Option<Text>,
    /// 户型.
    pub layout: Option<Text>,
    /// m².
    pub area: Option<Area>,
    /// 表价总价, yuan: its value in stock.
    pub list_total: Option<Money>,
}

/// What became known of a contract after it was signed.
#[boundary]
pub struct ContractUpdate {
    /// The deal.
    pub deal: Text,
    /// When it was recorded.
    pub recorded_at: Time,
    /// 备案日.
    pub filed_on: Option<Date>,
    /// The contract total after the settlement of areas, yuan.
    pub settled_total: Option<Money>,
}

/// How facts are derived. It stays the same from run to run.
#[boundary]
#[derive(Default)]
pub struct FactPolicy {
    /// When finance recognises a sale.
    #[boundary(default)]
    pub finance_sale: FinanceSale,
    /// Money items of the host's own, with what each is.
    pub items: Vec<FactItem>,
    /// Questions whose answers are scores of satisfaction.
    pub satisfaction: Vec<ScoredQuestion>,
}

/// When finance recognises a sale.
#[boundary]
pub enum FinanceSale {
    /// 签约.
    #[default]
    Signing,
    /// 网签备案.
    Filing,
}

/// A money item of the host's own.
#[boundary]
pub struct FactItem {
    /// The item.
    pub item: Text,
    /// What it is.
    pub category: MoneyCategory,
}

impl FactPolicy {
    /// Whether money of an item is house money: all that counts for the contract total.
    pub(super) fn is_house(&self, item: &str) -> bool {
        let own = self.items.iter().find(|own| own.item == item).map(|own| own.category);
        let category = own.unwrap_or_else(|| crate::money::category(item));
        matches!(
            category,
            MoneyCategory::PreSale
                | MoneyCategory::HouseNonLoan
                | MoneyCategory::HouseLoan
                | MoneyCategory::AreaDifference
        )
    }

    /// Whether money of an item is a loan.
    pub(super) fn is_loan(&self, item: &str) -> bool {
        let own = self.items.iter().find(|own| own.item == item).map(|own| own.category);
        own.unwrap_or_else(|| crate::money::category(item)) == MoneyCategory::HouseLoan
    }
}
