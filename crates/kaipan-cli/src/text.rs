//! Words of the output in both languages.

use kaipan::error::{Lang, Severity};
use kaipan::number::{Magnitude, Mode, Money, Place, in_magnitude};
use kaipan::pricing::{PriceSource, Step, StepRule};
use kaipan::project::{Dimension, UnitState};

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

/// The rule behind a step.
pub(crate) fn rule(lang: Lang, rule: StepRule) -> &'static str {
    match rule {
        StepRule::Base => lang.say("基准价", "base price"),
        StepRule::SolvedBase => lang.say("反推基准价", "solved base"),
        StepRule::Coefficient => lang.say("× 系数", "× coefficient"),
        StepRule::Percent => lang.say("+ 百分比", "+ percentage"),
        StepRule::Score => lang.say("打分", "score"),
        StepRule::Difference => lang.say("+ 差价", "+ difference"),
        StepRule::Spot => lang.say("+ 干扰", "+ spot"),
        StepRule::Gift => lang.say("+ 赠送面积", "+ gift area"),
        StepRule::LumpSum => lang.say("+ 一次性金额", "+ lump sum"),
        StepRule::CompositeDiscount => lang.say("÷ 综合折扣", "÷ discount"),
        StepRule::UnitRounding => lang.say("单价取整", "round unit price"),
        StepRule::Area => lang.say("× 面积", "× area"),
        StepRule::TotalRounding => lang.say("总价取整", "round total"),
        StepRule::Levelling => lang.say("调平", "levelling"),
        StepRule::Derived => lang.say("÷ 面积", "÷ area"),
        StepRule::Override => lang.say("手工定价", "override"),
        StepRule::Entered => lang.say("按套录入", "entered"),
        StepRule::Kept => lang.say("保留原价", "kept"),
        other => other.word(),
    }
}

/// The name of a step; a state of a unit and an attribute are translated.
pub(crate) fn step_name(lang: Lang, step: &Step) -> String {
    let attribute = match step.rule {
        StepRule::Kept => return state_name(lang, &step.name),
        _ => step.name.parse::<Dimension>(),
    };
    match (lang, attribute) {
        (_, Err(_)) => step.name.to_string(),
        (Lang::Zh, Ok(attribute)) => attribute.chinese().to_owned(),
        (Lang::En, Ok(Dimension::Custom(name))) => name,
        (Lang::En, Ok(_)) => step.name.replace('_', " "),
    }
}

/// A state of a unit, by the name used in requests.
fn state_name(lang: Lang, name: &str) -> String {
    let state = UnitState::ALL.iter().find(|state| state.word() == name);
    match (lang, state.and_then(|state| state.chinese().first())) {
        (Lang::Zh, Some(chinese)) => (*chinese).to_owned(),
        _ => name.replace('_', " "),
    }
}

/// The value of a step; a rounding in words.
pub(crate) fn step_value(lang: Lang, step: &Step) -> String {
    let Some(value) = &step.value else { return String::new() };
    let value = value.to_string();
    match step.mode {
        None => crate::layout::group(&value),
        Some(way) => mode(lang, way, &value),
    }
}

/// A rounding in words: `四舍五入到个位`, `half up to 1`.
pub(crate) fn mode(lang: Lang, mode: Mode, place: &str) -> String {
    let mode = match mode {
        Mode::HalfUp => lang.say("四舍五入", "half up"),
        Mode::Up => lang.say("进位", "up"),
        Mode::Down => lang.say("舍去", "down"),
        other => other.word(),
    };
    match (lang, place.parse::<Place>()) {
        (Lang::Zh, Ok(place)) => format!("{mode}到{}", place.chinese()),
        _ => format!("{mode} to {place}"),
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
