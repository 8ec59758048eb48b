//! Words about what is owed.

use crate::text::Say;
use kaipan::error::Lang;
use kaipan::overdue::{
    AgingColumn, AgingDimension, AgingRow, DunningChannel, TaskMatter, TerminationGround,
};

/// The title of a bucket, in few letters.
pub(super) fn bucket(lang: Lang, bucket: &AgingColumn) -> String {
    let days = lang.say("天", " d");
    let from = bucket.from_days;
    match bucket.to_days {
        Some(to) => format!("{from}–{to}{days}"),
        None => format!("{from}{days}+"),
    }
}

/// The name of a row. One of the host's own, such as an agent's, needs no quotation marks in a table.
pub(super) fn row_name(lang: Lang, row: &AgingRow) -> &str {
    lang.say(row.zh.as_str(), row.en.as_str()).trim_matches(['“', '”', '"'])
}

/// The title of a table of aging.
pub(super) fn dimension(lang: Lang, by: AgingDimension) -> &'static str {
    match by {
        AgingDimension::Item => lang.say("账龄：按款项", "Aging by item"),
        AgingDimension::Category => lang.say("账龄：按款项类别", "Aging by kind of money"),
        AgingDimension::Loan => {
            lang.say("账龄：按贷款类与非贷款类", "Aging of loans and other money")
        }
        AgingDimension::Agent => lang.say("账龄：按置业顾问", "Aging by agent"),
        AgingDimension::Project => lang.say("账龄：按项目", "Aging by project"),
        AgingDimension::Product => lang.say("账龄：按产品类型", "Aging by product"),
        AgingDimension::Customer => lang.say("账龄：按客户", "Aging by customer"),
        AgingDimension::Deal => lang.say("账龄：按交易", "Aging by deal"),
        other => other.word(),
    }
}

/// How a buyer is reached.
pub(super) fn channel(lang: Lang, channel: DunningChannel) -> &'static str {
    match channel {
        DunningChannel::Sms => lang.say("短信", "message"),
        DunningChannel::Call => lang.say("电话", "call"),
        DunningChannel::Letter => lang.say("函件", "letter"),
        DunningChannel::LawyersLetter => lang.say("律师函", "lawyer's letter"),
        DunningChannel::TerminationNotice => lang.say("解除通知", "termination notice"),
        other => other.word(),
    }
}

/// Why a contract may be ended, in few words.
pub(super) fn ground(lang: Lang, ground: TerminationGround) -> &'static str {
    match ground {
        TerminationGround::ContractDays => lang.say("合同约定", "contract"),
        TerminationGround::PartOfTotal => lang.say("民法典六百三十四条", "Civil Code Art. 634"),
        TerminationGround::MonthsAfterDemand => {
            lang.say("司法解释第十一条", "interpretation Art. 11")
        }
        other => other.word(),
    }
}

/// What a task is about.
pub(super) fn matter(lang: Lang, matter: TaskMatter) -> &'static str {
    match matter {
        TaskMatter::Money => lang.say("催款", "money"),
        TaskMatter::Signing => lang.say("催签", "signing"),
        TaskMatter::Service => lang.say("签约后事务", "service"),
        TaskMatter::Deadline => lang.say("期限", "deadline"),
        other => other.word(),
    }
}

/// A number of things, in English.
pub(super) fn counted(count: u32, thing: &str) -> String {
    match count {
        1 => format!("1 {thing}"),
        count => format!("{count} {thing}s"),
    }
}
