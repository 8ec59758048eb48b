//! Kinds of money that come in.

use crate::money::MoneyCategory;
use kaipan_derive::boundary;

/// What kind of money comes in.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum CollectionKind {
    /// 非贷款类: the buyers' own money.
    NonLoan,
    /// 贷款类: of banks and the fund.
    Loan,
    /// 费用: collected fees, handling fees, late fees.
    Fee,
}

impl CollectionKind {
    /// Every kind.
    pub const ALL: [CollectionKind; 3] =
        [CollectionKind::NonLoan, CollectionKind::Loan, CollectionKind::Fee];

    pub(super) const fn of(category: MoneyCategory) -> CollectionKind {
        match category {
            MoneyCategory::HouseLoan => CollectionKind::Loan,
            MoneyCategory::Collected | MoneyCategory::Charge => CollectionKind::Fee,
            MoneyCategory::PreSale
            | MoneyCategory::HouseNonLoan
            | MoneyCategory::AreaDifference
            | MoneyCategory::Other => CollectionKind::NonLoan,
        }
    }

    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            CollectionKind::NonLoan => "非贷款类",
            CollectionKind::Loan => "贷款类",
            CollectionKind::Fee => "费用",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            CollectionKind::NonLoan => "other than loans",
            CollectionKind::Loan => "loans",
            CollectionKind::Fee => "fees",
        }
    }
}
