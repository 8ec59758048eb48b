//! What an aging report is broken down by.

use crate::money::{MoneyCategory, item_name};
use crate::overdue::claim::{ClaimDeal, MoneyClaim};
use crate::overdue::words::named;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// What a table of an aging report has a row for each of.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum AgingDimension {
    /// 款项.
    Item,
    /// 款项类别.
    Category,
    /// 贷款类与非贷款类.
    Loan,
    /// 置业顾问.
    Agent,
    /// 项目.
    Project,
    /// 产品类型.
    Product,
    /// 客户.
    Customer,
    /// 交易: with everything that is known of it.
    Deal,
}

/// What is analysed.
#[boundary]
pub enum AgingMode {
    /// 逾期未付: what is owed on the day; what is not due yet and undated has columns of its own.
    #[default]
    StillOwed,
    /// 逾期已付: what was paid too late and not given back, by the days it was late.
    SincePaid,
    /// 全部逾期: both.
    AllOverdue,
}

impl AgingDimension {
    /// It is known of the deal alone.
    pub(super) const fn is_of_deal(self) -> bool {
        !matches!(
            self,
            AgingDimension::Item
                | AgingDimension::Category
                | AgingDimension::Loan
                | AgingDimension::Deal
        )
    }

    /// The key of a claim; none where it is not known.
    pub(super) fn of_claim(self, claim: &MoneyClaim, deal: Option<&ClaimDeal>) -> Option<Text> {
        match self {
            AgingDimension::Item => Some(claim.item.clone()),
            AgingDimension::Category => Some(Text::constant(claim.category().word())),
            AgingDimension::Loan => Some(Text::constant(loan(claim.is_loan()))),
            AgingDimension::Deal => Some(claim.deal.clone()),
            _ => self.of_deal(deal?),
        }
    }

    /// The key of a deal's prepayments; they are of no item.
    pub(super) fn of_deal(self, deal: &ClaimDeal) -> Option<Text> {
        match self {
            AgingDimension::Item | AgingDimension::Category | AgingDimension::Loan => None,
            AgingDimension::Agent => deal.agent.clone(),
            AgingDimension::Project => deal.project.clone(),
            AgingDimension::Product => deal.product.clone(),
            AgingDimension::Customer => deal.customer.clone(),
            AgingDimension::Deal => Some(deal.id.clone()),
        }
    }

    /// The names of a key in Chinese and English.
    pub(super) fn names(self, key: Option<&Text>) -> [Label; 2] {
        let Some(key) = key else { return ["（无）", "(none)"].map(Label::constant) };
        let known = match self {
            AgingDimension::Item => item_name(key),
            AgingDimension::Category => category_name(key),
            AgingDimension::Loan if *key == *loan(true) => Some(("贷款类", "loans")),
            AgingDimension::Loan => Some(("非贷款类", "other than loans")),
            _ => None,
        };
        match known {
            Some((zh, en)) => [zh, en].map(Label::constant),
            None => named(key),
        }
    }
}

const fn loan(is_loan: bool) -> &'static str {
    if is_loan { "loan" } else { "non_loan" }
}

/// The names of a category in Chinese and English, by its word.
pub(in crate::overdue) fn category_name(word: &str) -> Option<(&'static str, &'static str)> {
    let names = [
        (MoneyCategory::PreSale, ("售前款", "pre-sale money")),
        (MoneyCategory::HouseNonLoan, ("非贷款类房款", "house money other than loans")),
        (MoneyCategory::HouseLoan, ("贷款类房款", "loans")),
        (MoneyCategory::AreaDifference, ("面积补差款", "area differences")),
        (MoneyCategory::Collected, ("代收费用", "collected fees")),
        (MoneyCategory::Charge, ("收费", "charges")),
        (MoneyCategory::Other, ("其他", "other")),
    ];
    names.into_iter().find(|(category, _)| category.word() == word).map(|(_, names)| names)
}
