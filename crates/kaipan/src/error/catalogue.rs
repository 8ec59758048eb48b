use super::codes::Code;
use super::shown::show;
use super::{Lang, Param, Severity};
use std::fmt;

/// The area of the business that an error or finding belongs to: the first word of its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Area {
    /// The request itself: size, encoding, JSON, unknown names.
    Input,
    /// Numbers and dates.
    Number,
    /// Project, units, selections, import.
    Project,
    /// Pricing.
    Pricing,
    /// Discounts.
    Discount,
    /// Payment plans, schedules, loans.
    Payment,
    /// Fees and taxes.
    Fee,
    /// Quotes.
    Quote,
    /// Organisation, roles, process variants.
    Organisation,
    /// Approvals.
    Approval,
    /// Customers.
    Customer,
    /// Follow-ups and opportunities.
    Opportunity,
    /// Ownership of customers.
    Ownership,
    /// Channels.
    Channel,
    /// Questionnaires.
    Questionnaire,
    /// Numbering rules.
    Numbering,
    /// Deals.
    Deal,
    /// Area settlements.
    AreaSettlement,
    /// Services after signing.
    Service,
    /// Vouchers.
    Voucher,
    /// Supervised accounts.
    Supervision,
    /// Fund plans.
    FundPlan,
    /// The ledger.
    Ledger,
    /// Targets, measures and figures of sales.
    Kpi,
    /// What is overdue.
    Overdue,
    /// Reports.
    Report,
}

/// One row of the catalogue of errors and findings.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Stable dotted code.
    pub code: &'static str,
    /// Stable number.
    pub number: u32,
    /// Area.
    pub area: Area,
    /// Severity when used as a finding; errors are always violations.
    pub severity: Severity,
    /// Message template in Chinese; `{name}` stands for a parameter, `{name:shape}` for one that is
    /// shown with separators and its unit (`yuan`, `price`, `area`, `percent`, `number`), as a list
    /// of quoted names (`list`), with spaces between its words (`words`), or in quotes if it is in
    /// the other language (`source`).
    pub zh: &'static str,
    /// Message template in English.
    pub en: &'static str,
    /// How to mend it, in Chinese.
    pub hint_zh: &'static str,
    /// How to mend it, in English.
    pub hint_en: &'static str,
}

impl Code {
    /// The message with its parameters filled in.
    pub fn message(self, lang: Lang, params: &[Param]) -> String {
        let Entry { zh, en, .. } = self.entry();
        fill(if lang == Lang::Zh { zh } else { en }, lang, params)
    }

    /// How to mend it, with the parameters filled in, and the nearest name if there is one.
    pub fn hint(self, lang: Lang, params: &[Param]) -> String {
        let Entry { hint_zh, hint_en, .. } = self.entry();
        let mut hint = fill(if lang == Lang::Zh { hint_zh } else { hint_en }, lang, params);
        suggest(&mut hint, lang, params);
        hint
    }
}

/// Asks whether the nearest name was meant, if one of the parameters is it.
pub(super) fn suggest(sentence: &mut String, lang: Lang, params: &[Param]) {
    let Some(nearest) = params.iter().find(|param| param.name == NEAREST) else { return };
    let [before, after] = match lang {
        Lang::Zh => ["；是否指“", "”？"],
        Lang::En => ["; did you mean \"", "\"?"],
    };
    for part in [before, &nearest.value, after] {
        sentence.push_str(part);
    }
}

/// The parameter that holds the nearest name.
pub(super) const NEAREST: &str = "nearest";

fn fill(template: &'static str, lang: Lang, params: &[Param]) -> String {
    let mut out = String::with_capacity(template.len().saturating_mul(2));
    let mut rest = template;
    // Templates are short: a plain loop is faster than a search that is set up for each brace.
    let split = |text: &'static str, brace: u8| {
        let (before, after) =
            text.split_at_checked(text.bytes().position(|byte| byte == brace)?)?;
        Some((before, after.get(1..)?))
    };
    while let Some((before, after)) = split(rest, b'{') {
        out.push_str(before);
        let Some((name, tail)) = split(after, b'}') else {
            out.push('{');
            rest = after;
            continue;
        };
        let shaped = split(name, b':');
        let (name, shape) = shaped.unwrap_or((name, ""));
        match params.iter().find(|p| p.name == name) {
            Some(param) if shape.is_empty() => out.push_str(&param.value),
            Some(param) => show(&param.value, shape, lang, &mut out),
            None => out.push('?'),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Code, D::Error> {
        let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(d)?;
        Code::from_text(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("unknown code \"{text}\"")))
    }
}

#[cfg(feature = "json")]
impl crate::json::Write for Code {
    fn write(&self, out: &mut String) {
        crate::json::text(self.as_str(), out);
    }
}

#[cfg(feature = "json")]
impl crate::json::Read for Code {
    fn read(node: &crate::json::Node<'_>, misfit: &crate::json::Misfit) -> Code {
        let text = <String as crate::json::Read>::read(node, misfit);
        Code::from_text(&text).unwrap_or_else(|| {
            // There are too many to name them.
            let error = super::Error::new(Code::JsonChoice).with("text", &text);
            misfit.refuse(error.with("known", "docs/errors.md"), None);
            Code::InputUtf8
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn codes_and_numbers_are_unique_and_bilingual() {
        let codes: HashSet<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        let numbers: HashSet<_> = Code::ALL.iter().map(|c| c.number()).collect();
        assert_eq!(codes.len(), Code::ALL.len());
        assert_eq!(numbers.len(), Code::ALL.len());
        for code in Code::ALL {
            let e = code.entry();
            for text in [e.zh, e.en, e.hint_zh, e.hint_en] {
                assert!(!text.is_empty(), "{code}");
                assert_eq!(text.matches('{').count(), text.matches('}').count(), "{code}");
            }
            assert!(e.zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{code}");
            assert!(e.en.is_ascii(), "{code}");
            assert_eq!(Code::from_text(e.code), Some(*code));
        }
    }
}
