//! Accounts that money lies in.

use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What an account is.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum MoneyAccountKind {
    /// 一般账户: nobody supervises it.
    Ordinary,
    /// 预售资金监管账户: for purchase money.
    SupervisedPresale,
    /// 定金监管账户: for deposits of deposit contracts.
    SupervisedDeposit,
}

impl MoneyAccountKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            MoneyAccountKind::Ordinary => "一般账户",
            MoneyAccountKind::SupervisedPresale => "预售资金监管账户",
            MoneyAccountKind::SupervisedDeposit => "定金监管账户",
        }
    }
}

/// An account of a project.
#[boundary]
pub struct MoneyAccount {
    /// Its code.
    pub code: Text,
    /// What it is.
    pub kind: MoneyAccountKind,
    /// The building that it is for; all buildings that have no account of their own if absent.
    pub building: Option<Text>,
    /// The balance before the first movement, yuan; nothing if absent.
    pub opening: Option<Money>,
    /// What shares of required balances are of, each from its day on.
    pub bases: Vec<SupervisedBases>,
}

/// What shares of required balances are of.
#[boundary]
#[derive(Default)]
pub struct SupervisedBases {
    /// The first day; the row without one holds before all others.
    pub from: Option<Date>,
    /// 合同总价: the total of the contracts whose money the account holds, yuan.
    pub contract_value: Option<Money>,
    /// 重点监管额度: the sum that is supervised, yuan.
    pub supervised_sum: Option<Money>,
}
