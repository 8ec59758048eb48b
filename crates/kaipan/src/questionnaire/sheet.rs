//! 答卷: what a customer answered.

use super::ids::wrong_ids;
use crate::check::blank;
use crate::error::{Code, Error, Input};
use crate::number::Figure;
use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// 答卷: one customer's answers to one questionnaire.
///
/// ```
/// use kaipan::questionnaire::*;
/// let answer = AnswerValue::Choices { choices: vec!["high".into()], other: None };
/// let sheet = AnswerSheet::new(
///     "S-1",
///     "Q-1",
///     "C-1",
///     "2026-03-01".parse()?,
///     "2026-03-01T10:00:00".parse()?,
///     vec![GivenAnswer::new("floor", answer)],
/// );
/// assert_eq!(sheet.answers.len(), 1);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct AnswerSheet {
    /// Id, unique among the sheets.
    pub id: Text,
    /// The questionnaire.
    pub questionnaire: Text,
    /// The customer.
    pub customer: Text,
    /// The project.
    pub project: Option<Text>,
    /// 业态、产品类型.
    pub product_type: Option<Text>,
    /// The day on which it was answered.
    pub answered_on: Date,
    /// When it was entered.
    pub recorded_at: Time,
    /// The host's sequence number, which decides between equal times.
    #[boundary(default)]
    pub sequence: u32,
    /// What else is known of the customer, by name, for statistics: district, age band, medium.
    pub attributes: Vec<SheetAttribute>,
    /// The answers.
    #[boundary(required)]
    pub answers: Vec<GivenAnswer>,
}

/// Something that is known of a customer.
#[boundary]
pub struct SheetAttribute {
    /// Its name.
    pub name: Text,
    /// Its value.
    pub value: Text,
}

/// The answer to one question.
#[boundary]
pub struct GivenAnswer {
    /// The question.
    pub question: Text,
    /// The answer.
    pub value: AnswerValue,
}

/// An answer.
#[boundary]
pub enum AnswerValue {
    /// What was chosen, of one choice or several.
    Choices {
        /// The ids of the choices.
        choices: Vec<Text>,
        /// What was written as another choice.
        other: Option<Label>,
    },
    /// A text.
    Text {
        /// The text.
        text: Label,
    },
    /// A number.
    Number {
        /// The number.
        number: Figure,
    },
    /// A date.
    Date {
        /// The date.
        date: Date,
    },
}

impl AnswerValue {
    /// As Chinese and English messages call it.
    pub(super) const fn words(&self) -> [&'static str; 2] {
        match self {
            AnswerValue::Choices { .. } => ["选项", "a choice"],
            AnswerValue::Text { .. } => ["文字", "a text"],
            AnswerValue::Number { .. } => ["数字", "a number"],
            AnswerValue::Date { .. } => ["日期", "a date"],
        }
    }

    /// Whether nothing was answered: nothing chosen or written.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            AnswerValue::Choices { choices, other } => {
                choices.is_empty() && other.as_ref().is_none_or(is_blank)
            }
            AnswerValue::Text { text } => is_blank(text),
            AnswerValue::Number { .. } | AnswerValue::Date { .. } => false,
        }
    }
}

/// Whether there is nothing to read in a text.
pub(super) fn is_blank(text: &Label) -> bool {
    text.as_str().trim().is_empty()
}

impl AnswerSheet {
    /// What decides which of two sheets is later: time, sequence, id.
    pub(super) fn age(&self) -> (Time, u32, &Text) {
        (self.recorded_at, self.sequence, &self.id)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &Text) -> Option<&Text> {
        self.attributes.iter().find(|one| one.name == *name).map(|one| &one.value)
    }
}

/// What is wrong with the ids of sheets, and with those of their customers.
pub(super) fn wrong_sheets(sheets: &[AnswerSheet]) -> Vec<Error> {
    let nobody = sheets.iter().enumerate();
    let nobody = nobody.filter_map(|(at, one)| {
        Some(blank(Code::QuestionnaireBlank, "customer", &one.customer)?.at(at))
    });
    let errors = wrong_ids(sheets, |sheet| &sheet.id).into_iter().chain(nobody);
    errors.map(|error| error.within(Input::Sheets)).collect()
}
