use super::JournalRole;
use crate::ledger::LedgerActKind;
use crate::money::LedgerAccount;
use crate::number::Money;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// The journal of a period. Debits equal credits in every posting, and in all.
#[boundary(answer)]
pub struct JournalSheet {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The place in the recorded order: what was recorded later does not count.
    pub horizon: u32,
    /// The lines, by date, then as they were recorded.
    #[boundary(required)]
    pub lines: Vec<JournalLine>,
    /// Σ of the debits, yuan.
    pub debit: Money,
    /// Σ of the credits, yuan.
    pub credit: Money,
    /// 试算平衡表 of the general ledger.
    #[boundary(required)]
    pub trial: Vec<JournalTrialRow>,
    /// The accounts of the ledger itself on the last day. They come to zero.
    #[boundary(required)]
    pub ledger: Vec<LedgerTrialRow>,
    /// The lines as CSV, if it was asked for.
    pub csv: Option<String>,
}

/// A line of the journal.
#[boundary(answer)]
pub struct JournalLine {
    /// The business date.
    pub date: Date,
    /// The place of its posting in the recorded order.
    pub order: u32,
    /// The key that it was posted under.
    pub key: Text,
    /// What was posted.
    pub act: LedgerActKind,
    /// What the account is for.
    pub role: JournalRole,
    /// 科目代码.
    pub account: Text,
    /// The name of the account in Chinese.
    pub zh: Label,
    /// The name of the account in English.
    pub en: Label,
    /// 借方, yuan.
    pub debit: Money,
    /// 贷方, yuan.
    pub credit: Money,
    /// The deal.
    pub deal: Option<Text>,
    /// The customer, of money for no deal.
    pub customer: Option<Text>,
    /// Who a commission is owed to.
    pub payee: Option<Text>,
    /// 票据编号.
    pub voucher: Option<Text>,
}

/// A row of the trial balance. `closing` = `opening` + `debit` − `credit`.
#[boundary(answer)]
pub struct JournalTrialRow {
    /// 科目代码.
    pub account: Text,
    /// The name in Chinese.
    pub zh: Label,
    /// The name in English.
    pub en: Label,
    /// 期初, a debit above zero, yuan.
    pub opening: Money,
    /// 本期借方, yuan.
    pub debit: Money,
    /// 本期贷方, yuan.
    pub credit: Money,
    /// 期末, a debit above zero, yuan.
    pub closing: Money,
}

/// An account of the ledger itself.
#[boundary(answer)]
pub struct LedgerTrialRow {
    /// The account.
    pub account: LedgerAccount,
    /// Yuan: a credit is above zero, a debit below.
    pub amount: Money,
}
