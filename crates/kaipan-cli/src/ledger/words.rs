//! What items, accounts and postings are called.

use super::View;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::fee::FeePreset;
use kaipan::ledger::{LedgerActKind, ReceiptMethod};
use kaipan::money::{LedgerAccount, item_name};

impl View<'_> {
    /// The name of an item: that of the library, of the policy, or the house's own word.
    pub(super) fn item(&self, item: &str) -> String {
        let own = self.policy.items.iter().find(|one| one.code == item);
        let own = own.map(|one| (one.zh.as_str(), one.en.as_str()));
        match own.or_else(|| item_name(item)) {
            Some((zh, en)) => self.lang.say(zh, en).to_owned(),
            None => self.fee(item).unwrap_or_else(|| item.to_owned()),
        }
    }

    /// The name of a fee of the presets.
    fn fee(&self, code: &str) -> Option<String> {
        let rules = FeePreset::ALL.iter().flat_map(|preset| preset.rules());
        let rule = rules.into_iter().find(|rule| rule.code == code)?;
        Some(self.lang.say(&rule.name, rule.name_en.as_deref().unwrap_or(code)).to_owned())
    }

    /// The name of an account.
    pub(super) fn account(&self, account: &LedgerAccount) -> String {
        let lang = self.lang;
        if let LedgerAccount::Bank { account } = account {
            let kind = match self.record.is_supervised(account) {
                true => lang.say("监管账户", "supervised account"),
                false => lang.say("一般账户", "ordinary account"),
            };
            return match lang {
                Lang::Zh => format!("{kind}“{account}”"),
                Lang::En => format!("{kind} \"{account}\""),
            };
        }
        let name = match account {
            LedgerAccount::Receivable {} => lang.say("应收款", "receivable"),
            LedgerAccount::Claimed {} => lang.say("已挂账未收", "claimed, not received"),
            LedgerAccount::PreSale {} => lang.say("售前款", "pre-sale money"),
            LedgerAccount::Prepayment {} => lang.say("预收款", "paid in advance"),
            LedgerAccount::HouseMoney {} => lang.say("已收房款", "house money"),
            LedgerAccount::Collected {} => lang.say("代收费用", "collected fees"),
            LedgerAccount::ChargeIncome {} => lang.say("收费收入", "income from charges"),
            LedgerAccount::RefundDue {} => lang.say("应退款", "refunds due"),
            LedgerAccount::Transfer {} => lang.say("交易间转款", "transfers between deals"),
            LedgerAccount::CommissionCost {} => lang.say("佣金支出", "commissions"),
            LedgerAccount::CommissionPayable {} => lang.say("应付佣金", "commissions payable"),
            other => other.word(),
        };
        name.to_owned()
    }

    /// What was posted.
    pub(super) fn act(&self, act: LedgerActKind) -> &'static str {
        self.lang.say(act.chinese(), act.english())
    }

    /// How it was paid.
    pub(super) fn method(&self, method: ReceiptMethod) -> &'static str {
        self.lang.say(method.chinese(), method.english())
    }
}
