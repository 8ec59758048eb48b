use crate::error::{Code, Error, Input, Result};
use crate::ledger::RevenueMilestone;
use crate::ledger::figure::{RATE, out_of_range};
use crate::number::Rate;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// How postings become journal lines. All of it is the house's to decide;
/// [`JournalMapping::preset`] is what most have.
#[boundary]
pub struct JournalMapping {
    /// 科目: the account of each role.
    #[boundary(required)]
    pub accounts: Vec<JournalAccount>,
    /// Bank accounts with accounts of their own; the others have that of [`JournalRole::Bank`].
    pub banks: Vec<JournalBank>,
    /// 增值税率: each holds from its day on.
    #[boundary(required)]
    pub vat_rates: Vec<JournalRate>,
    /// 预缴增值税: the share of what comes in without VAT that is prepaid until revenue is
    /// recognised; each holds from its day on. Nothing is prepaid without any.
    pub prepaid_vat: Vec<JournalRate>,
    /// 收入确认时点.
    pub revenue_on: RevenueMilestone,
    /// Late fees and handling fees bear VAT.
    pub vat_on_charges: bool,
}

/// An account of the general ledger.
#[boundary]
pub struct JournalAccount {
    /// What it is for.
    pub role: JournalRole,
    /// 科目代码.
    pub code: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
}

/// The account of a bank account.
#[boundary]
pub struct JournalBank {
    /// The bank account, as receipts name it.
    pub account: Text,
    /// 科目代码.
    pub code: Text,
    /// Its name in Chinese.
    pub zh: Label,
    /// Its name in English.
    pub en: Label,
}

/// A rate, and the day from which it holds.
#[boundary]
pub struct JournalRate {
    /// The day.
    pub from: Date,
    /// A share: 0.09 is 9 %.
    pub rate: Rate,
}

/// 科目用途: what an account of the general ledger is for.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum JournalRole {
    /// 银行存款.
    Bank,
    /// 其他应付款: 售前款.
    PreSaleMoney,
    /// 其他应付款: 预收款.
    Prepayments,
    /// 其他应付款: 代收费用.
    CollectedFees,
    /// 其他应付款: 应退款.
    RefundsDue,
    /// 合同负债.
    ContractLiability,
    /// 待转销项税额.
    VatToRecognise,
    /// 预缴增值税.
    VatPrepaid,
    /// 主营业务收入.
    Revenue,
    /// 销项税额.
    OutputVat,
    /// 营业外收入.
    NonOperatingIncome,
    /// 销售费用: 佣金.
    SellingExpense,
    /// 应付佣金.
    CommissionsPayable,
    /// 内部往来: between deals.
    DealTransfers,
}

impl JournalRole {
    /// Every role.
    pub const ALL: [JournalRole; 14] = [
        JournalRole::Bank,
        JournalRole::PreSaleMoney,
        JournalRole::Prepayments,
        JournalRole::CollectedFees,
        JournalRole::RefundsDue,
        JournalRole::ContractLiability,
        JournalRole::VatToRecognise,
        JournalRole::VatPrepaid,
        JournalRole::Revenue,
        JournalRole::OutputVat,
        JournalRole::NonOperatingIncome,
        JournalRole::SellingExpense,
        JournalRole::CommissionsPayable,
        JournalRole::DealTransfers,
    ];

    /// Code, Chinese and English name of the preset.
    const fn preset(self) -> [&'static str; 3] {
        match self {
            JournalRole::Bank => ["1002", "银行存款", "cash at bank"],
            JournalRole::PreSaleMoney => {
                ["224101", "其他应付款-售前款", "other payables: pre-sale money"]
            }
            JournalRole::Prepayments => {
                ["224102", "其他应付款-预收款", "other payables: prepayments"]
            }
            JournalRole::CollectedFees => {
                ["224103", "其他应付款-代收费用", "other payables: collected fees"]
            }
            JournalRole::RefundsDue => {
                ["224104", "其他应付款-应退款", "other payables: refunds due"]
            }
            JournalRole::ContractLiability => ["2205", "合同负债", "contract liabilities"],
            JournalRole::VatToRecognise => ["222110", "待转销项税额", "VAT to be recognised"],
            JournalRole::VatPrepaid => ["222105", "预缴增值税", "VAT prepaid"],
            JournalRole::Revenue => ["6001", "主营业务收入", "revenue"],
            JournalRole::OutputVat => ["222101", "应交增值税-销项税额", "output VAT"],
            JournalRole::NonOperatingIncome => ["6301", "营业外收入", "non-operating income"],
            JournalRole::SellingExpense => {
                ["6601", "销售费用-佣金", "selling expenses: commissions"]
            }
            JournalRole::CommissionsPayable => {
                ["224105", "其他应付款-佣金", "other payables: commissions"]
            }
            JournalRole::DealTransfers => {
                ["224199", "其他应付款-交易间转款", "transfers between deals"]
            }
        }
    }
}

impl JournalMapping {
    /// A mapping to begin with: accounts of the usual chart, 9 % VAT from 2019-04-01 with 10 % from
    /// 2018-05-01 and 11 % from 2016-05-01 before, nothing prepaid, revenue at handover, no VAT on
    /// charges (handbook §29, tag M: to be checked by the house's accountant).
    pub fn preset() -> JournalMapping {
        let account = |role: JournalRole| {
            let [code, zh, en] = role.preset();
            JournalAccount::new(role, code, zh, en)
        };
        let rate = |year, month, day, millionths| {
            let from = Date::from_ymd(year, month, day)?;
            Some(JournalRate::new(from, Rate::from_millionths(millionths)))
        };
        let rates =
            [rate(2016, 5, 1, 110_000), rate(2018, 5, 1, 100_000), rate(2019, 4, 1, 90_000)];
        JournalMapping {
            accounts: JournalRole::ALL.into_iter().map(account).collect(),
            banks: Vec::new(),
            vat_rates: rates.into_iter().flatten().collect(),
            prepaid_vat: Vec::new(),
            revenue_on: RevenueMilestone::Handover,
            vat_on_charges: false,
        }
    }

    /// The account of a role.
    pub(super) fn account(&self, role: JournalRole) -> Result<&JournalAccount> {
        self.accounts.iter().find(|one| one.role == role).ok_or_else(|| {
            let [_, zh, en] = role.preset();
            let error = Error::new(Code::LedgerMapping).with("role", en).with("role_zh", zh);
            error.at("accounts").within(Input::Mapping)
        })
    }

    /// The VAT rate on a day.
    pub(super) fn vat_rate(&self, day: Date) -> Result<Rate> {
        in_force(&self.vat_rates, day).ok_or_else(|| {
            let error = Error::new(Code::LedgerRate).with("date", day);
            error.at("vat_rates").within(Input::Mapping)
        })
    }

    /// Everything wrong with the mapping.
    pub(super) fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        let mut twice =
            |at: usize, id: &str, first: usize, field: &'static str, list: &'static str| {
                let error = Error::new(Code::LedgerTwice).with("id", id).with("first", first);
                errors.push(error.at(field).at(at).at(list));
            };
        for (at, one, again) in crate::check::with_repeats(&self.accounts, |one| one.role) {
            if let Some(first) = again {
                twice(at, one.role.word(), first, "role", "accounts");
            }
        }
        for (at, one, again) in crate::check::with_repeats(&self.banks, |one| &one.account) {
            if let Some(first) = again {
                twice(at, &one.account, first, "account", "banks");
            }
        }
        for (list, rates) in [("vat_rates", &self.vat_rates), ("prepaid_vat", &self.prepaid_vat)] {
            for (at, one) in rates.iter().enumerate() {
                if one.rate < Rate::ZERO || one.rate >= Rate::ONE {
                    errors.push(out_of_range("rate", one.rate, RATE).at(at).at(list));
                }
            }
        }
        Error::collect(errors).map_err(|error| error.within(Input::Mapping))
    }
}

/// The rate that holds on a day: that of the last day not after it.
pub(super) fn in_force(rates: &[JournalRate], day: Date) -> Option<Rate> {
    let begun = rates.iter().filter(|one| one.from <= day);
    begun.max_by_key(|one| one.from).map(|one| one.rate)
}
