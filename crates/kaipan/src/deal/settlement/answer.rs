//! The settlement of a change.

use super::{ChangeFault, SettledChange};
use crate::Text;
use crate::deal::{DealAction, TodoKind};
use crate::discount::{Reevaluation, RemovedDiscount};
use crate::error::{Finding, Input, InputPlace, Told, told};
use crate::money::LedgerEntry;
use crate::number::Money;
use kaipan_derive::boundary;

/// What a change comes to before anyone commits it.
///
/// `received` = `refund` + `kept` + `to_bank` + `transferred` + `stays`, to the fen.
#[boundary(answer)]
pub struct ChangeSettlement {
    /// The change.
    pub action: DealAction,
    /// Whose fault it is.
    pub fault: ChangeFault,
    /// All that was received, yuan.
    pub received: Money,
    /// Of it the buyer's own house money, yuan.
    pub own_house: Money,
    /// The part of the deposit that is one in law: min(paid, 20 % of the price), yuan.
    pub legal_deposit: Money,
    /// Handling fee, yuan.
    pub handling_fee: Money,
    /// Late fees that the buyer owes, yuan.
    pub late_fee: Money,
    /// Penalty that the buyer owes, yuan.
    pub penalty: Money,
    /// Forfeited of the deposit, yuan.
    pub forfeited: Money,
    /// What stays with the seller of what was received: forfeited, fees, penalty, yuan.
    pub kept: Money,
    /// What may be returned to the buyer, yuan.
    pub refundable: Money,
    /// What is returned to the buyer of what he paid, yuan.
    pub refund: Money,
    /// What the seller pays besides: the deposit once more, a penalty, yuan.
    pub compensation: Money,
    /// Loans that go back to the bank, yuan.
    pub to_bank: Money,
    /// What moves to the new deal, yuan.
    pub transferred: Money,
    /// What stays with this deal, yuan.
    pub stays: Money,
    /// Contract total before, yuan.
    pub old_total: Option<Money>,
    /// Contract total after, yuan; none of a deal that ends.
    pub new_total: Option<Money>,
    /// New total − old total, yuan.
    pub difference: Option<Money>,
    /// House money that is more than the new total, yuan.
    pub surplus: Money,
    /// Of a deal that goes on: new total less the house money that it has. Of one that ends: what
    /// the buyer owes and his money does not cover. Yuan.
    pub shortfall: Money,
    /// What the new schedule has due by today and is not there, yuan.
    pub due_now: Money,
    /// The discounts, looked at again.
    pub discounts: Option<ChangedDiscounts>,
    /// Money that moves, each entry coming to zero.
    pub entries: Vec<LedgerEntry>,
    /// What the cashier has to do before the next step.
    pub todos: Vec<ChangeTodo>,
    /// Who owes whom what.
    pub liabilities: Vec<ChangeLiability>,
    /// What the figures count, and with which sign.
    pub counts: Vec<ChangeCount>,
    /// The record that the deal keeps.
    pub record: SettledChange,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ChangeSettlement: findings);

/// What a change does to the discounts.
#[boundary(answer)]
pub struct ChangedDiscounts {
    /// Discounts that are lost, with every reason.
    pub lost: Vec<RemovedDiscount>,
    /// Codes of discounts that are new.
    pub gained: Vec<Text>,
    /// Deal total before, yuan.
    pub before: Money,
    /// Deal total after, yuan.
    pub after: Money,
    /// After − before, yuan.
    pub difference: Money,
}

/// What a cashier has to do, not yet opened.
#[boundary(answer)]
pub struct ChangeTodo {
    /// The deal.
    pub deal: Text,
    /// What is to be done.
    pub kind: TodoKind,
    /// Yuan.
    pub amount: Money,
    /// What the money is.
    pub item: Text,
    /// The account it lies in, if it is known.
    pub account: Option<Text>,
}

/// A side of a deal.
#[boundary]
pub enum ChangeParty {
    /// 买方.
    Buyer,
    /// 卖方.
    Seller,
}

/// What somebody owes for.
#[boundary]
pub enum LiabilityKind {
    /// 没收定金.
    Forfeiture,
    /// 双倍返还定金: what is returned once more.
    DoubleReturn,
    /// 违约金.
    Penalty,
    /// 逾期交房违约金.
    LateHandover,
    /// 手续费.
    HandlingFee,
    /// 滞纳金.
    LateFee,
}

/// What one side owes the other by a change.
#[boundary(answer)]
pub struct ChangeLiability {
    /// Who owes it.
    pub owed_by: ChangeParty,
    /// For what.
    pub kind: LiabilityKind,
    /// Yuan.
    pub amount: Money,
    /// Of it not covered by money that is there, yuan.
    pub open: Money,
}

/// A figure that a change counts in (handbook §8.2).
#[boundary]
pub enum ChangeMeasure {
    /// 认购.
    Subscriptions,
    /// 签约.
    Signings,
    /// 退房.
    Cancellations,
    /// 回款: it counts on the day the money is returned.
    Collections,
}

/// What a change counts in a figure, on the day of the change.
#[boundary(answer)]
pub struct ChangeCount {
    /// The figure.
    pub measure: ChangeMeasure,
    /// The deal that counts.
    pub deal: Text,
    /// Units, with their sign.
    pub units: i32,
    /// Yuan, with its sign.
    pub amount: Money,
}

impl From<&Reevaluation> for ChangedDiscounts {
    /// Reasons name places in what was asked when the discounts were looked at again; here they
    /// came with its answer.
    fn from(again: &Reevaluation) -> ChangedDiscounts {
        let mut lost = again.lost.clone();
        let here = &mut |found: &mut Finding| found.path = Some(InputPlace::of(Input::Discounts));
        lost.each_finding(here);
        ChangedDiscounts {
            lost,
            gained: again.gained.clone(),
            before: again.before.deal_total,
            after: again.after.deal_total,
            difference: again.difference,
        }
    }
}
