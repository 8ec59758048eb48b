//! Money that comes into an account or goes out.

use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What money of a movement is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum MovementPurpose {
    /// 购房款: purchase money of a buyer, loans with it. It comes in.
    HouseMoney,
    /// 定金合同的定金: the deposit of a deposit contract. It comes in.
    DepositMoney,
    /// 退款: returned to a buyer or a bank. It goes out, and is held to the required balance as all that does.
    Refund,
    /// 拨付: released to the developer. It goes out.
    Release,
    /// 归位: money that came to a wrong account is moved to the right one. It comes in.
    PutRight,
    /// 其他: interest, charges of the bank, movements of ordinary accounts.
    Other,
}

impl MovementPurpose {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            MovementPurpose::HouseMoney => "购房款",
            MovementPurpose::DepositMoney => "定金合同的定金",
            MovementPurpose::Refund => "退款",
            MovementPurpose::Release => "拨付",
            MovementPurpose::PutRight => "归位",
            MovementPurpose::Other => "其他",
        }
    }

    /// Whether an amount goes the way that money of this purpose goes.
    pub(super) fn goes(self, amount: Money) -> bool {
        match self {
            MovementPurpose::HouseMoney
            | MovementPurpose::DepositMoney
            | MovementPurpose::PutRight => amount.is_positive(),
            MovementPurpose::Refund | MovementPurpose::Release => amount.is_negative(),
            MovementPurpose::Other => !amount.is_zero(),
        }
    }
}

/// A movement of an account. Movements of one day count in the order in which they are given.
#[boundary]
pub struct AccountMovement {
    /// The host's key.
    pub key: Text,
    /// The business date.
    pub date: Date,
    /// Code of the account.
    pub account: Text,
    /// Yuan: above zero it comes in, below it goes out.
    pub amount: Money,
    /// What the money is.
    pub purpose: MovementPurpose,
    /// The deal, if it is of one.
    pub deal: Option<Text>,
    /// The building of the home that it is for.
    pub building: Option<Text>,
    /// The key of the movement that it is about: what is put right, what a refund returns.
    pub about: Option<Text>,
}
