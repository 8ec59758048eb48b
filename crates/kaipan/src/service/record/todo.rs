use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// Something that has to be done about a service, beside its steps.
#[boundary]
pub struct ServiceTodo {
    /// Its id in the service: the number of the event that opened it.
    pub id: u32,
    /// What is to be done.
    pub kind: ServiceTodoKind,
    /// Yuan, of a shortfall.
    pub amount: Option<Money>,
    /// The documents, of a supplement.
    pub documents: Vec<Text>,
    /// The other bank.
    pub bank: Option<Text>,
    /// The last day on which it is in time.
    pub due: Option<Date>,
}

/// What has to be done about a service.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum ServiceTodoKind {
    /// 贷款差额: the buyer pays what the bank does not: a receivable of his own money, of the amount.
    Shortfall,
    /// 补充资料.
    Supplement,
    /// 拒贷后处理: another bank, another plan, or the buyer quits.
    DecideOnRefusal,
    /// 在其他银行重新办理.
    StartAtOtherBank,
    /// 整改.
    Repair,
}

impl ServiceTodoKind {
    /// The name in Chinese.
    pub const fn chinese(self) -> &'static str {
        match self {
            ServiceTodoKind::Shortfall => "收贷款差额",
            ServiceTodoKind::Supplement => "补充资料",
            ServiceTodoKind::DecideOnRefusal => "拒贷后处理",
            ServiceTodoKind::StartAtOtherBank => "在其他银行重新办理",
            ServiceTodoKind::Repair => "整改",
        }
    }

    /// The name in English.
    pub const fn english(self) -> &'static str {
        match self {
            ServiceTodoKind::Shortfall => "collect the shortfall of the loan",
            ServiceTodoKind::Supplement => "bring more documents",
            ServiceTodoKind::DecideOnRefusal => "decide what follows the refusal",
            ServiceTodoKind::StartAtOtherBank => "start again at another bank",
            ServiceTodoKind::Repair => "mend the defects",
        }
    }
}
