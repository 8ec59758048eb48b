use crate::error::{Finding, Lang, told};
use crate::number::Money;
use crate::service::{Service, ServiceDecision, ServiceFacts, ServiceKind, UnmetServiceGuard};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A row of a bank's list of loans that it has paid.
#[boundary]
pub struct DisbursementRow {
    /// The host's key of the row: the same key with the same row is carried out once.
    pub key: Text,
    /// The deal.
    pub deal: Text,
    /// Mortgage or fund loan.
    pub loan: ServiceKind,
    /// The bank that paid.
    pub bank: Text,
    /// Yuan.
    pub amount: Money,
    /// The day it arrived.
    pub on: Date,
    /// The account of the developer that it came to.
    pub account: Text,
}

/// A loan that a row can be about, with what is known of its deal.
#[boundary]
pub struct BankedLoan {
    /// The service.
    pub service: Service,
    /// What is known of the deal.
    #[boundary(empty)]
    pub facts: ServiceFacts,
}

/// Why a row is refused. The service stays as it was.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum DisbursementRefusal {
    /// 金额不大于零: the amount is not above zero.
    NoAmount,
    /// 没有该交易的贷款: no loan of this kind is known of the deal.
    UnknownDeal,
    /// 已放款: the loan was paid before.
    AlreadyDisbursed,
    /// 已关闭: the loan was stopped, or went to another bank.
    LoanClosed,
    /// 未批贷: the loan is not approved, or something comes first.
    NotApproved,
    /// 银行不符: another bank handles the loan.
    WrongBank,
    /// 超过批准额: more than was approved.
    AboveApproved,
    /// 条件未满足: something else has to hold first.
    GuardsNotMet,
    /// 批次号已用: the key was used for another row.
    KeyReused,
}

/// The answer for one row.
#[boundary(answer)]
pub struct DisbursedRow {
    /// The key of the row.
    pub key: Text,
    /// The deal.
    pub deal: Text,
    /// The service, if one is known.
    pub service: Option<Text>,
    /// What follows, if it is taken.
    pub decision: Option<ServiceDecision>,
    /// Why it is refused.
    pub refusal: Option<DisbursementRefusal>,
    /// What has to hold first, where guards are not met.
    pub guards: Vec<UnmetServiceGuard>,
    /// Why it is refused, in Chinese.
    pub zh: Option<String>,
    /// Why it is refused, in English.
    pub en: Option<String>,
}

told!(DisbursedRow: decision);

/// What follows from a list: one answer a row, in the order given. Each stands by itself.
#[boundary(answer)]
pub struct DisbursementRuling {
    /// The answers.
    #[boundary(required)]
    pub rows: Vec<DisbursedRow>,
    /// How many are taken.
    pub accepted: u32,
    /// How many are refused.
    pub rejected: u32,
    /// What came in by the rows that are taken now, yuan. Repeated rows do not count again.
    pub total: Money,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(DisbursementRuling: rows, findings);

impl DisbursementRefusal {
    /// Why, in the language asked for.
    pub const fn message(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (DisbursementRefusal::NoAmount, Lang::Zh) => "金额应大于零",
            (DisbursementRefusal::NoAmount, Lang::En) => "the amount is not above zero",
            (DisbursementRefusal::UnknownDeal, Lang::Zh) => "没有该交易的此类贷款",
            (DisbursementRefusal::UnknownDeal, Lang::En) => {
                "no loan of this kind is known of the deal"
            }
            (DisbursementRefusal::AlreadyDisbursed, Lang::Zh) => "该贷款已经放款",
            (DisbursementRefusal::AlreadyDisbursed, Lang::En) => "the loan was paid out before",
            (DisbursementRefusal::LoanClosed, Lang::Zh) => "该贷款已关闭",
            (DisbursementRefusal::LoanClosed, Lang::En) => "the loan is closed",
            (DisbursementRefusal::NotApproved, Lang::Zh) => "该贷款尚未办到放款",
            (DisbursementRefusal::NotApproved, Lang::En) => {
                "the loan has not come to its payment yet"
            }
            (DisbursementRefusal::WrongBank, Lang::Zh) => "银行与办理银行不一致",
            (DisbursementRefusal::WrongBank, Lang::En) => "another bank handles the loan",
            (DisbursementRefusal::AboveApproved, Lang::Zh) => "金额超过批准额",
            (DisbursementRefusal::AboveApproved, Lang::En) => {
                "the amount is above what was approved"
            }
            (DisbursementRefusal::GuardsNotMet, Lang::Zh) => "有条件未满足",
            (DisbursementRefusal::GuardsNotMet, Lang::En) => "conditions are not met",
            (DisbursementRefusal::KeyReused, Lang::Zh) => "该批次号已用于另一行",
            (DisbursementRefusal::KeyReused, Lang::En) => "the key was used for another row",
        }
    }
}
