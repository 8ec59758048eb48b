//! The parts of a pattern.

use super::rule::{NumberReset, NumberScope, NumberedFor, NumberingRule};
use crate::Date;
use crate::check::blank;
use crate::error::{Code, Error, Finding, Input, Result, both, finding};

/// A pattern in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern<'r> {
    parts: Vec<Part<'r>>,
    /// Digits of the sequence.
    width: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part<'r> {
    Literal(&'r str),
    Of(NumberScope),
    Year,
    ShortYear,
    Month,
    Day,
    Sequence,
}

/// Names in braces, but the sequence.
const NAMES: &[(&str, Part<'static>)] = &[
    ("company", Part::Of(NumberScope::Company)),
    ("city", Part::Of(NumberScope::City)),
    ("project", Part::Of(NumberScope::Project)),
    ("phase", Part::Of(NumberScope::Phase)),
    ("building", Part::Of(NumberScope::Building)),
    ("yyyy", Part::Year),
    ("yy", Part::ShortYear),
    ("mm", Part::Month),
    ("dd", Part::Day),
];

impl<'r> Pattern<'r> {
    /// Reads the pattern of a rule.
    ///
    /// # Errors
    /// Braces that are not closed, names that mean nothing, no sequence or two, a reset without its
    /// part of the date, a blank code; in [`Input::Rule`].
    pub(super) fn of(rule: &'r NumberingRule) -> Result<Pattern<'r>> {
        let read = Pattern::read(&rule.pattern).and_then(|pattern| {
            pattern.check_reset(rule.reset)?;
            Ok(pattern)
        });
        let read = read.map_err(|error| error.at("pattern"));
        // The counters of rules without a code could not be told apart.
        let code = blank(Code::NumberingBlank, "code", &rule.code).map_or(Ok(()), Err);
        let (pattern, ()) = both(read, code).map_err(|error| error.within(Input::Rule))?;
        Ok(pattern)
    }

    fn read(text: &'r str) -> Result<Pattern<'r>> {
        let (mut parts, mut widths) = (Vec::new(), Vec::new());
        let mut rest = text;
        let broken = || Error::new(Code::NumberingBraces).with("pattern", text);
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}').ok_or_else(broken)?;
            if before.contains('}') {
                return Err(broken());
            }
            if !before.is_empty() {
                parts.push(Part::Literal(before));
            }
            match NAMES.iter().find(|(known, _)| *known == name) {
                Some((_, part)) => parts.push(*part),
                None => {
                    widths.push(sequence_width(name)?);
                    parts.push(Part::Sequence);
                }
            }
            rest = tail;
        }
        if rest.contains('}') {
            return Err(broken());
        }
        if !rest.is_empty() {
            parts.push(Part::Literal(rest));
        }
        match widths.as_slice() {
            [width] => Ok(Pattern { parts, width: *width }),
            [] => Err(Error::new(Code::NumberingNoSequence).with("pattern", text)),
            _ => Err(Error::new(Code::NumberingTwoSequences).with("pattern", text)),
        }
    }

    /// Numbers would repeat when the sequence begins anew and the date does not tell them apart.
    fn check_reset(&self, reset: NumberReset) -> Result<()> {
        let has = |part: Part<'_>| self.parts.contains(&part);
        let year = has(Part::Year) || has(Part::ShortYear);
        let (is_told, needed) = match reset {
            NumberReset::Never => (true, ""),
            NumberReset::Yearly => (year, "{yyyy}"),
            NumberReset::Monthly => (year && has(Part::Month), "{yyyy}{mm}"),
            NumberReset::Daily => (year && has(Part::Month) && has(Part::Day), "{yyyy}{mm}{dd}"),
        };
        if is_told {
            return Ok(());
        }
        Err(Error::new(Code::NumberingResetParts).with("needed", needed))
    }

    /// What is legal in it and makes numbers repeat.
    pub(super) fn told(&self, rule: &NumberingRule) -> Vec<Finding> {
        let mut findings = Vec::new();
        if rule.scope != NumberScope::Group && !self.parts.contains(&Part::Of(rule.scope)) {
            let (scope, scope_zh) = (rule.scope.word(), rule.scope.chinese());
            findings.push(finding!(Code::NumberingScopePart, scope, scope_zh));
        }
        let mut pairs = self.parts.iter().zip(self.parts.iter().skip(1));
        if pairs.any(|(one, two)| matches!((one, two), (Part::Of(_), Part::Of(_)))) {
            findings.push(finding!(Code::NumberingPartsTouch, pattern = rule.pattern));
        }
        findings.into_iter().map(|found| found.at("pattern").within(Input::Rule)).collect()
    }

    /// What stands before and after the sequence.
    pub(super) fn around(&self, day: Date, of: &NumberedFor) -> Result<[String; 2]> {
        let mut around = [String::new(), String::new()];
        let mut errors = Vec::new();
        let [before, after] = &mut around;
        let mut text = before;
        let date = day.to_string();
        let mut after = Some(after);
        for part in &self.parts {
            match part {
                Part::Literal(literal) => text.push_str(literal),
                Part::Of(scope) => match of.of(*scope) {
                    Some(code) => text.push_str(code),
                    None => errors.push(missing(*scope)),
                },
                Part::Year => text.push_str(date.get(..4).unwrap_or_default()),
                Part::ShortYear => text.push_str(date.get(2..4).unwrap_or_default()),
                Part::Month => text.push_str(date.get(5..7).unwrap_or_default()),
                Part::Day => text.push_str(date.get(8..).unwrap_or_default()),
                Part::Sequence => {
                    if let Some(after) = after.take() {
                        text = after;
                    }
                }
            }
        }
        Error::collect(errors)?;
        Ok(around)
    }

    /// The sequence in its digits; none if it has more.
    pub(super) fn digits(&self, sequence: u32) -> Option<String> {
        let text = format!("{sequence:0width$}", width = self.width);
        (text.len() <= self.width).then_some(text)
    }

    /// The sequence of a number, by what stands around it.
    pub(super) fn sequence(&self, number: &str, [before, after]: &[String; 2]) -> Option<u32> {
        let digits = number.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
        let plain = digits.len() == self.width && digits.bytes().all(|one| one.is_ascii_digit());
        if plain { digits.parse().ok() } else { None }
    }

    /// The largest sequence that its digits hold.
    pub(super) fn largest(&self) -> String {
        "9".repeat(self.width)
    }
}

/// What the number is of is not said.
pub(super) fn missing(scope: NumberScope) -> Error {
    let error = Error::new(Code::NumberingPartMissing).with("part", scope.word());
    error.with("part_zh", scope.chinese())
}

fn sequence_width(name: &str) -> Result<usize> {
    if name == "seq" || name.starts_with("seq:") {
        let digits = name.strip_prefix("seq:").unwrap_or_default();
        return match digits.as_bytes() {
            [digit @ b'1'..=b'9'] => Ok(usize::from(digit.saturating_sub(b'0'))),
            _ => Err(Error::new(Code::NumberingWidth).with("part", name)),
        };
    }
    let names = NAMES.iter().map(|(known, _)| *known).chain(["seq:4"]);
    let error = Error::new(Code::NumberingUnknownPart).with("part", name);
    Err(error.with("known", names.clone().collect::<Vec<_>>().join(", ")).with_nearest(names, name))
}
