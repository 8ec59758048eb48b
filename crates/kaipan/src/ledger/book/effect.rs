//! What a posting does, in the smallest parts.

use super::account::Account;
use crate::Date;
use crate::ledger::command::RevenueMilestone;
use crate::number::Money;

/// One thing that a posting does. Whatever the ledger says on a date is the sum of the effects that
/// are dated by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ledger) enum Effect {
    /// A deal begins to be kept.
    Opened { owner: u32 },
    /// The contract of a deal is signed.
    Signed { owner: u32, total: Money, vat: Option<Money> },
    /// Something has happened at which revenue may be recognised.
    Reached { owner: u32, milestone: RevenueMilestone },
    /// A deal has ended.
    Ended { owner: u32 },
    /// The amount of a receivable grows, or shrinks below zero.
    Raised { receivable: u32, amount: Money },
    /// Some of a receivable is waived, or that is taken back.
    Waived { receivable: u32, amount: Money },
    /// A receivable is due on another day from the day of the posting on, or again on what it was due
    /// where that is taken back. After all days it is due `now`, and before the posting it `was`.
    Dated {
        receivable: u32,
        due: Option<Date>,
        now: Option<Date>,
        was: Option<Date>,
        is_back: bool,
    },
    /// Money comes in, or leaves below zero: what it is free for changes.
    Received { receipt: u32, amount: Money },
    /// Money is applied to a receivable, or freed below zero. It counts from `on`; where it lies
    /// depends on whether the contract was signed.
    Allocated { allocation: u32, amount: Money, on: Date, signed: bool },
    /// The other side: a leg in an account that the rest does not imply.
    Leg { owner: u32, account: Account, item: u32, amount: Money },
    /// So much of an approval is used.
    Used { approval: u32, amount: Money },
    /// Another posting is taken back.
    Mirrored { posting: u32, deleted: bool },
    /// A receipt is verified.
    Verified { posting: u32 },
    /// A period is closed.
    Closed { through: Date, before: Option<Date> },
}
