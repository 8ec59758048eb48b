//! Words of messages that are made here.

use crate::{Date, Label, Text};

/// A number of things, in English.
pub(super) fn counted(count: u32, thing: &str) -> String {
    match count {
        1 => format!("1 {thing}"),
        count => format!("{count} {thing}s"),
    }
}

/// What something is about, in Chinese and English.
pub(super) fn about(deal: Option<&Text>, unit_no: Option<&Text>) -> [String; 2] {
    let zh =
        [deal.map(|deal| format!("交易“{deal}”")), unit_no.map(|unit| format!("房间“{unit}”"))];
    let en = [
        deal.map(|deal| format!("deal \"{deal}\"")),
        unit_no.map(|unit| format!("unit \"{unit}\"")),
    ];
    let joined = |parts: [Option<String>; 2], between| {
        parts.into_iter().flatten().collect::<Vec<_>>().join(between)
    };
    [joined(zh, "，"), joined(en, ", ")]
}

/// A day and how far away it is, in Chinese and English.
pub(super) fn when(day: Date, days_left: i32) -> [String; 2] {
    let days = days_left.unsigned_abs();
    match days_left {
        0 => [format!("{day}，今天到期"), format!("{day}, today")],
        1.. => [format!("{day}，还有 {days} 天"), format!("{day}, {} left", counted(days, "day"))],
        _ => [format!("{day}，已过 {days} 天"), format!("{day}, {} ago", counted(days, "day"))],
    }
}

/// A name of the host's in a Chinese and in an English text: in quotes where it is in another language.
pub(super) fn named(name: &str) -> [Label; 2] {
    let zh = match name.chars().any(|letter| letter.is_ascii_alphabetic()) {
        true => Label::of(format_args!("“{name}”")),
        false => Label::from(name),
    };
    let en = match name.is_ascii() {
        true => Label::from(name),
        false => Label::of(format_args!("\"{name}\"")),
    };
    [zh, en]
}
