//! What a task says.

use super::{DealTask, DealTaskKind};
use crate::Time;
use crate::deal::TodoKind;
use crate::error::{Lang, shown};
use crate::number::Money;

impl DealTask {
    /// Fills in what it says in both languages.
    pub(super) fn worded(mut self) -> DealTask {
        self.zh = self.chinese();
        self.en = self.english();
        self
    }

    fn chinese(&self) -> String {
        let unit = self.unit_no.as_ref().map(|unit| format!("房间“{unit}”"));
        let deal = self.deal.as_ref().map(|deal| format!("交易“{deal}”"));
        let subject = self.subject.as_ref().map(|subject| match self.kind {
            DealTaskKind::QuotaEnds => format!("名额“{subject}”"),
            DealTaskKind::PermitEntryDue | DealTaskKind::PermitReleaseDue => {
                format!("预售许可证“{subject}”")
            }
            _ => format!("记录“{subject}”"),
        });
        let about = [subject, deal, unit].into_iter().flatten().collect::<Vec<_>>().join("，");
        let what = self.kind.chinese();
        let what = match (&self.todo, self.record) {
            (Some(todo), _) => {
                format!("{what}：{} {}", chinese(todo.kind), yuan(todo.amount, Lang::Zh))
            }
            (None, Some(record)) => format!("{what}{}", record.chinese()),
            (None, None) => match self.homes {
                Some(homes) => format!("{what}，还有 {homes} 套未放盘"),
                None => what.to_owned(),
            },
        };
        let when = match (self.due_at.map(Time::in_words), self.minutes_left) {
            (Some(time), Some(minutes)) if self.overdue => {
                format!("{time} 到期，已过 {} 分钟", minutes.unsigned_abs())
            }
            (Some(time), Some(minutes)) => format!("{time} 到期，还有 {minutes} 分钟"),
            (Some(time), None) => format!("{time} 到期"),
            (None, _) => match self.days_left {
                0 => format!("{}，今天到期", self.due),
                left @ 1.. => format!("{}，还有 {left} 天", self.due),
                over => format!("{}，已过 {} 天", self.due, over.unsigned_abs()),
            },
        };
        format!("{about}：{what}（{when}）")
    }

    fn english(&self) -> String {
        let unit = self.unit_no.as_ref().map(|unit| format!("unit \"{unit}\""));
        let deal = self.deal.as_ref().map(|deal| format!("deal \"{deal}\""));
        let subject = self.subject.as_ref().map(|subject| match self.kind {
            DealTaskKind::QuotaEnds => format!("quota \"{subject}\""),
            DealTaskKind::PermitEntryDue | DealTaskKind::PermitReleaseDue => {
                format!("presale permit \"{subject}\"")
            }
            _ => format!("record \"{subject}\""),
        });
        let about = [subject, deal, unit].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let what = self.kind.english();
        let what = match (&self.todo, self.record) {
            (Some(todo), _) => {
                format!("{what}: {} {}", english(todo.kind), yuan(todo.amount, Lang::En))
            }
            (None, Some(record)) => format!("{what}: {}", record.english()),
            (None, None) => match self.homes {
                Some(homes) => format!("{what}; not on sale yet: {}", counted(homes, "home")),
                None => what.to_owned(),
            },
        };
        let when = match (self.due_at.map(Time::in_words), self.minutes_left) {
            (Some(time), Some(minutes)) if self.overdue => {
                format!("{time}, {} ago", counted(minutes.unsigned_abs(), "minute"))
            }
            (Some(time), Some(minutes)) => {
                format!("{time}, {} left", counted(minutes.unsigned_abs(), "minute"))
            }
            (Some(time), None) => time,
            (None, _) => match self.days_left {
                0 => format!("{}, today", self.due),
                left @ 1.. => format!("{}, {} left", self.due, counted(left.unsigned_abs(), "day")),
                over => format!("{}, {} ago", self.due, counted(over.unsigned_abs(), "day")),
            },
        };
        format!("{about}: {what} ({when})")
    }
}

/// An amount with its unit.
fn yuan(amount: Money, lang: Lang) -> String {
    shown(&amount.to_string(), "yuan", lang)
}

/// A number of things, in English.
fn counted(count: u32, thing: &str) -> String {
    match count {
        1 => format!("1 {thing}"),
        count => format!("{count} {thing}s"),
    }
}

const fn chinese(kind: TodoKind) -> &'static str {
    match kind {
        TodoKind::Refund => "退款",
        TodoKind::Forfeit => "没收转收入",
        TodoKind::RefundOrForfeit => "退款或没收",
        TodoKind::Transfer => "转款",
        TodoKind::Collect => "收款",
        TodoKind::Reallocate => "重新核销收款",
    }
}

const fn english(kind: TodoKind) -> &'static str {
    match kind {
        TodoKind::Refund => "refund",
        TodoKind::Forfeit => "book as forfeited",
        TodoKind::RefundOrForfeit => "refund or book as forfeited",
        TodoKind::Transfer => "transfer",
        TodoKind::Collect => "collect",
        TodoKind::Reallocate => "match with the new schedule",
    }
}
