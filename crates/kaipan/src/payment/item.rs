//! What the money of a schedule is.

use super::loan::LoanKind;
use kaipan_derive::boundary;

/// What a line of a schedule is.
#[boundary]
pub enum MoneyItem {
    /// 定金.
    Deposit,
    /// 首期款: the first own-funds line of a plan.
    DownPayment,
    /// 分期款 / 房款: own-funds lines after the first.
    Instalment,
    /// 商业贷款.
    CommercialLoan,
    /// 公积金贷款.
    FundLoan,
    /// Fees and taxes, outside the contract total.
    Fee,
}

impl MoneyItem {
    /// The loan that it is, if it is one.
    pub(super) fn loan(self) -> Option<LoanKind> {
        match self {
            MoneyItem::CommercialLoan => Some(LoanKind::Commercial),
            MoneyItem::FundLoan => Some(LoanKind::Fund),
            _ => None,
        }
    }

    /// The buyer's own payment of the price, the deposit apart.
    pub(super) fn is_own(self) -> bool {
        matches!(self, MoneyItem::DownPayment | MoneyItem::Instalment)
    }
}

impl From<LoanKind> for MoneyItem {
    fn from(kind: LoanKind) -> MoneyItem {
        match kind {
            LoanKind::Commercial => MoneyItem::CommercialLoan,
            LoanKind::Fund => MoneyItem::FundLoan,
        }
    }
}
