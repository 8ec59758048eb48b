use crate::ledger::RevenueMilestone;
use crate::money::{LedgerAccount, MoneyCategory};
use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// One thing that a posting does. The ledger on any date is the sum of them.
///
/// Money that has come in is named by the key of the posting that brought it and its number there,
/// from 1.
#[boundary]
pub enum LedgerChange {
    /// A deal begins to be kept.
    DealOpened {
        /// The deal.
        deal: Text,
        /// The customer.
        customer: Option<Text>,
        /// 房号.
        unit_no: Option<Text>,
        /// The project.
        project: Option<Text>,
    },
    /// The contract is signed.
    Signed {
        /// The deal.
        deal: Text,
        /// Contract total, yuan.
        total: Money,
        /// The VAT in it, yuan.
        vat: Option<Money>,
    },
    /// Something has happened at which revenue may be recognised.
    Reached {
        /// The deal.
        deal: Text,
        /// What.
        milestone: RevenueMilestone,
    },
    /// The deal has ended.
    Ended {
        /// The deal.
        deal: Text,
    },
    /// Something becomes receivable.
    Raised {
        /// Its id.
        receivable: Text,
        /// The deal.
        deal: Text,
        /// What it is.
        item: Text,
        /// What kind of money.
        category: MoneyCategory,
        /// It is a penalty.
        penalty: bool,
        /// Its place among lines of one due date.
        #[boundary(default)]
        seq: u32,
        /// The due date.
        due: Option<Date>,
        /// Yuan.
        amount: Money,
    },
    /// The amount of a receivable changes.
    Adjusted {
        /// The receivable.
        receivable: Text,
        /// Yuan: more above zero, less below.
        by: Money,
    },
    /// Some of a receivable is waived; below zero that is taken back.
    Waived {
        /// The receivable.
        receivable: Text,
        /// Yuan.
        amount: Money,
    },
    /// The due date changes.
    Redated {
        /// The receivable.
        receivable: Text,
        /// The day.
        due: Option<Date>,
    },
    /// Money comes in.
    Received {
        /// Its number in this posting, from 1.
        number: u32,
        /// The deal whose it is.
        deal: Option<Text>,
        /// Or the customer.
        customer: Option<Text>,
        /// What it is.
        item: Text,
        /// What kind of money.
        category: MoneyCategory,
        /// Where it lies while it pays nothing.
        account: LedgerAccount,
        /// Yuan.
        amount: Money,
    },
    /// Free money leaves; below zero it comes back.
    Taken {
        /// The key of what brought it.
        posting: Text,
        /// Its number there.
        number: u32,
        /// Yuan.
        amount: Money,
    },
    /// Money pays a receivable; below zero it is freed.
    Allocated {
        /// The key of what brought it.
        posting: Text,
        /// Its number there.
        number: u32,
        /// The receivable.
        receivable: Text,
        /// Yuan.
        amount: Money,
        /// From when on it counts.
        on: Date,
        /// The contract was signed.
        signed: bool,
    },
    /// The other side, in an account that the rest does not imply.
    Leg {
        /// The deal, if it is about one.
        deal: Option<Text>,
        /// The customer, if it is about one.
        customer: Option<Text>,
        /// Who a commission is owed to.
        payee: Option<Text>,
        /// The account.
        account: LedgerAccount,
        /// What the money is.
        item: Text,
        /// What kind of money.
        category: MoneyCategory,
        /// Yuan: a credit is above zero, a debit below.
        amount: Money,
    },
    /// So much of an approval is used; below zero it is given back.
    Used {
        /// The approval.
        approval: Text,
        /// Yuan.
        amount: Money,
    },
    /// Another posting is taken back.
    Mirrored {
        /// Its key.
        posting: Text,
        /// It is deleted, and not reversed.
        deleted: bool,
    },
    /// A receipt is verified.
    Verified {
        /// Its key.
        posting: Text,
    },
    /// A period is closed.
    Closed {
        /// Its last day.
        through: Date,
    },
}
