//! Drawing the next number.

use super::counter::{NumberCounter, counted_in};
use super::pattern::Pattern;
use super::rule::{NumberedFor, NumberingRule};
use crate::builder::{inputs, optional_inputs};
use crate::error::{Code, Error, Finding, Input, Result, told};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The next number of a rule (取号, handbook §22.8), for a document that becomes real on a day.
///
/// Errors and findings are placed in [`Input::Rule`], `NumberedFor` and `Last`.
///
/// ```
/// use kaipan::numbering::{Drawing, NumberReset, NumberScope, NumberedDocument, NumberedFor, NumberingRule};
/// let rule = NumberingRule::new("RG", NumberedDocument::Subscription, "RG-{project}-{yyyy}{mm}-{seq:4}")
///     .with_scope(NumberScope::Project)
///     .with_reset(NumberReset::Monthly);
/// let of = NumberedFor::default().with_project("P1");
/// let drawing = |day: &str| -> kaipan::error::Result<_> { Ok(Drawing::new(&rule, day.parse()?)) };
///
/// let first = drawing("2026-05-30")?.numbered_for(&of).draw()?;
/// assert_eq!(first.number, "RG-P1-202605-0001");
/// let second = drawing("2026-05-31")?.numbered_for(&of).last(&first.counter).draw()?;
/// assert_eq!(second.number, "RG-P1-202605-0002");
/// let june = drawing("2026-06-01")?.numbered_for(&of).last(&second.counter).draw()?;
/// assert_eq!(june.number, "RG-P1-202606-0001");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Drawing<'a> {
    rule: &'a NumberingRule,
    day: Date,
    numbered_for: &'a NumberedFor,
    last: Option<&'a NumberCounter>,
}

/// A number, and the counter to store with it.
#[boundary(answer)]
pub struct DrawnNumber {
    /// The number.
    pub number: Text,
    /// The counter afterwards.
    pub counter: NumberCounter,
    /// What a person should read about the rule.
    pub findings: Vec<Finding>,
}

told!(DrawnNumber: findings);

static OF_THE_GROUP: NumberedFor =
    NumberedFor { company: None, city: None, project: None, phase: None, building: None };

impl<'a> Drawing<'a> {
    /// The number of a document that becomes real on this day.
    pub fn new(rule: &'a NumberingRule, day: Date) -> Drawing<'a> {
        Drawing { rule, day, numbered_for: &OF_THE_GROUP, last: None }
    }

    inputs! {
        /// What the document is of: what the pattern and the scope name.
        numbered_for: &'a NumberedFor;
    }

    optional_inputs! {
        /// The counter of the scope as it stands; absent before the first number.
        last: &'a NumberCounter;
    }

    /// The next number, and the counter afterwards.
    ///
    /// # Errors
    /// Patterns that cannot be read or would repeat numbers; [`Code::NumberingPartMissing`] when
    /// something that the number names is not given; counters of another rule, scope or kind of
    /// period; [`Code::NumberingBackward`] for a day before the period of the counter;
    /// [`Code::NumberingOverflow`] when the digits are used up.
    pub fn draw(&self) -> Result<DrawnNumber> {
        let rule = self.rule;
        let pattern = Pattern::of(rule)?;
        let of = |error: Error| error.within(Input::NumberedFor);
        let around = pattern.around(self.day, self.numbered_for).map_err(of);
        let counted = counted_in(rule, self.day, self.numbered_for).map_err(of);
        let ([before, after], counted) = (around?, counted?);
        let first = Ok(rule.first.unwrap_or(1));
        let sequence = self.last.map_or(first, |last| last.next(rule, &counted))?;
        let Some(digits) = pattern.digits(sequence) else {
            let error = Error::new(Code::NumberingOverflow).with("sequence", sequence);
            return Err(error.with("largest", pattern.largest()).at("pattern").within(Input::Rule));
        };
        let far = self.last.and_then(|last| last.far_off(self.day));
        let far = far.map(|found| found.within(Input::Last));
        let findings = pattern.told(rule).into_iter().chain(far);
        let (scope, period) = counted;
        Ok(DrawnNumber {
            number: Text::from([before, digits, after].concat()),
            counter: NumberCounter { rule: rule.code.clone(), scope, period, last: sequence },
            findings: findings.collect(),
        })
    }
}
