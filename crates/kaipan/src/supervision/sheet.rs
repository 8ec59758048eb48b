//! What supervision comes to on a day.

use super::account::MoneyAccountKind;
use super::movement::MovementPurpose;
use super::rule::RequiredBalance;
use crate::error::{Finding, told};
use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What accounts hold and may release on a day, and what lies elsewhere.
#[boundary(answer)]
pub struct SupervisionSheet {
    /// The day: movements after it are left out.
    pub as_of: Date,
    /// Code of the rule that holds.
    pub rule: Text,
    /// Every account, in the order given.
    #[boundary(required)]
    pub accounts: Vec<AccountPosition>,
    /// Money that came to a wrong account, in the order given, with what has been put right since.
    pub misplaced: Vec<MisplacedMoney>,
    /// Violations, and what a person should read.
    pub findings: Vec<Finding>,
}

/// What an account holds and may release.
#[boundary(answer)]
pub struct AccountPosition {
    /// Code of the account.
    pub account: Text,
    /// What it is.
    pub kind: MoneyAccountKind,
    /// Yuan.
    pub balance: Money,
    /// The number of the stage that holds, counted from 1; absent for ordinary accounts.
    pub stage: Option<u32>,
    /// What the stage asks for.
    pub kept: Option<RequiredBalance>,
    /// What must be kept, yuan; absent for ordinary accounts and once supervision has ended.
    pub required: Option<Money>,
    /// What may be released, yuan: balance − required, at least zero.
    pub releasable: Money,
    /// What is lacking of the required balance, yuan.
    pub shortfall: Money,
}

/// Money that came to a wrong account.
#[boundary(answer)]
pub struct MisplacedMoney {
    /// Key of the movement.
    pub key: Text,
    /// The deal.
    pub deal: Option<Text>,
    /// The account that it came to.
    pub account: Text,
    /// The supervised account that it belongs in; absent where none is given.
    pub belongs_in: Option<Text>,
    /// What the money is.
    pub purpose: MovementPurpose,
    /// When it came.
    pub date: Date,
    /// Yuan.
    pub amount: Money,
    /// What has been put right by the day, yuan.
    pub put_right: Money,
    /// What has not, yuan.
    pub left: Money,
}

told!(SupervisionSheet: findings);
