//! Words of the output in both languages.

use kaipan::error::{Finding, Lang, Severity};
use kaipan::number::{Magnitude, Money, in_magnitude};
use kaipan::pricing::{PriceSource, Step, StepRule};
use kaipan::project::UnitState;

/// A path as a word of a command line: in quotation marks where a shell would cut it.
pub(crate) fn word(path: &std::path::Path) -> String {
    let text = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | '.' | '-' | '_' | ':');
    if !text.is_empty() && text.chars().all(is_plain) { text } else { format!("\"{text}\"") }
}

/// Chooses between a Chinese and an English text.
pub(crate) trait Say {
    /// The text of this language.
    fn say<'a>(self, zh: &'a str, en: &'a str) -> &'a str;
}

impl Say for Lang {
    fn say<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// A count of homes: `416 套` or `416 homes`.
pub(crate) fn homes(lang: Lang, count: impl TryInto<u64>) -> String {
    let count: u64 = count.try_into().unwrap_or(u64::MAX);
    let shown = crate::layout::group(&count.to_string());
    match (lang, count) {
        (Lang::Zh, _) => format!("{shown} 套"),
        (Lang::En, 1) => "1 home".to_owned(),
        (Lang::En, _) => format!("{shown} homes"),
    }
}

/// An amount in few letters: `514.93万` or `5.15M`.
pub(crate) fn short(lang: Lang, money: Money) -> String {
    if lang == Lang::Zh {
        return in_magnitude(money, Magnitude::Wan, 2).unwrap_or_default();
    }
    // Hundredths of a million.
    let (sign, fen) = (if money.is_negative() { "-" } else { "" }, money.fen().checked_abs());
    let hundredths = fen.and_then(|fen| fen.checked_add(500_000)?.checked_div(1_000_000));
    let hundredths = hundredths.unwrap_or_default().to_string();
    let hundredths = format!("{hundredths:0>3}");
    let (whole, rest) = hundredths
        .len()
        .checked_sub(2)
        .and_then(|at| hundredths.split_at_checked(at))
        .unwrap_or((&hundredths, "00"));
    format!("{sign}{}.{rest}M", crate::layout::group(whole))
}

/// A remark in brackets.
pub(crate) fn aside(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Zh => format!("（{text}）"),
        Lang::En => format!(" ({text})"),
    }
}

/// A severity as a heading.
pub(crate) fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => lang.say("违规", "violation"),
        Severity::Warning => lang.say("注意", "warning"),
        Severity::Info => lang.say("提示", "note"),
        other => other.word(),
    }
}

/// How many findings there are of each severity that occurs, the gravest first.
pub(crate) fn severities(findings: &[Finding]) -> Vec<(Severity, usize)> {
    let kinds = [Severity::Violation, Severity::Warning, Severity::Info];
    let count = |kind| (kind, findings.iter().filter(|one| one.severity == kind).count());
    kinds.into_iter().map(count).filter(|(_, count)| *count > 0).collect()
}

/// Counts of findings: `违规 2 处，注意 3 处`.
pub(crate) fn counted(lang: Lang, counts: &[(Severity, usize)]) -> String {
    let part = |(kind, count): &(Severity, usize)| match (lang, count) {
        (Lang::Zh, _) => format!("{} {count} 处", severity(lang, *kind)),
        (Lang::En, 1) => format!("1 {}", severity(lang, *kind)),
        (Lang::En, _) => format!("{count} {}s", severity(lang, *kind)),
    };
    let parts: Vec<String> = counts.iter().map(part).collect();
    parts.join(lang.say("，", ", "))
}

/// Where a price comes from.
pub(crate) fn source(lang: Lang, source: PriceSource) -> &'static str {
    match source {
        PriceSource::Scheme => lang.say("方案", "scheme"),
        PriceSource::Override => lang.say("手工定价", "override"),
        PriceSource::Entered => lang.say("按套录入", "entered"),
        PriceSource::Kept => lang.say("保留原价", "kept"),
        PriceSource::InForce => lang.say("现行表价", "in force"),
        other => other.word(),
    }
}

/// A state of a unit.
pub(crate) fn state(lang: Lang, state: UnitState) -> String {
    match (lang, state.chinese().first()) {
        (Lang::Zh, Some(chinese)) => (*chinese).to_owned(),
        _ => state.word().replace('_', " "),
    }
}

/// The value of a step; a rounding in words.
pub(crate) fn step_value(lang: Lang, step: &Step) -> String {
    let Some(value) = &step.value else { return String::new() };
    let value = value.to_string();
    match step.mode.filter(|_| step.rule != StepRule::Derived) {
        // What a derived price is divided by is no place of a rounding.
        None => crate::layout::group(&value),
        Some(mode) => mode.text(lang, &value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_few_letters() {
        let money = |text: &str| text.parse::<Money>().unwrap();
        assert_eq!(short(Lang::Zh, money("5149268")), "514.93万");
        for (yuan, expected) in [
            ("5149268", "5.15M"),
            ("1118900774", "1,118.90M"),
            ("184471.29", "0.18M"),
            ("5000", "0.01M"),
            ("0", "0.00M"),
            ("-1118900774", "-1,118.90M"),
            ("-5000", "-0.01M"),
        ] {
            assert_eq!(short(Lang::En, money(yuan)), expected);
        }
    }
}
