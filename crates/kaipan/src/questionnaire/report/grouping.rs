//! What answers are grouped by, and where a sheet stands in a grouping.

use crate::Text;
use crate::error::{Code, Error};
use crate::questionnaire::definition::{Question, Questionnaire};
use crate::questionnaire::reading::ReadSheet;
use crate::questionnaire::sheet::{AnswerValue, is_blank};
use kaipan_derive::boundary;

/// What answers are grouped by.
#[boundary]
pub enum SurveyAxis {
    /// The project.
    Project {},
    /// 业态、产品类型.
    ProductType {},
    /// What is known of the customer.
    Attribute {
        /// The name of the attribute.
        name: Text,
    },
    /// The answer to another question, of one choice.
    Answer {
        /// The question.
        question: Text,
    },
}

/// Where a sheet stands in a grouping: what was chosen by its place, another value by its text,
/// what was written instead, nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Value<'a> {
    Chosen(usize, &'a Text),
    Known(&'a Text),
    Written,
    Nothing,
}

/// Why answers cannot be grouped so.
pub(super) fn wrong_axis(questionnaire: &Questionnaire, axis: &SurveyAxis) -> Option<Error> {
    let SurveyAxis::Answer { question: asked } = axis else { return None };
    match questionnaire.question(asked) {
        Some(question) if question.kind.is_single() => None,
        Some(_) => {
            let error = Error::new(Code::QuestionnaireAxisQuestion).with("question", asked);
            Some(error.at("question"))
        }
        None => {
            let known = questionnaire.questions.iter().map(|one| one.id.as_str());
            let error = Error::new(Code::QuestionnaireAxisUnknown)
                .with("questionnaire", &questionnaire.id)
                .with("question", asked);
            Some(error.with_nearest(known, asked).at("question"))
        }
    }
}

/// Where a sheet stands in a grouping.
pub(super) fn value<'s>(
    questionnaire: &'s Questionnaire,
    axis: &SurveyAxis,
    read: &ReadSheet<'s>,
) -> Value<'s> {
    let known = |text: Option<&'s Text>| text.map_or(Value::Nothing, Value::Known);
    match axis {
        SurveyAxis::Project {} => known(read.sheet.project.as_ref()),
        SurveyAxis::ProductType {} => known(read.sheet.product_type.as_ref()),
        SurveyAxis::Attribute { name } => known(read.sheet.attribute(name)),
        SurveyAxis::Answer { question } => {
            let question = questionnaire.question(question);
            question.map_or(Value::Nothing, |question| chosen(question, read.answer(question)))
        }
    }
}

/// What was chosen of one choice.
fn chosen<'s>(question: &'s Question, answer: Option<&'s AnswerValue>) -> Value<'s> {
    let Some(AnswerValue::Choices { choices, other }) = answer else { return Value::Nothing };
    let listed = question.kind.choices().iter().enumerate();
    let mut made = listed.filter(|(_, choice)| choices.contains(&choice.id));
    match made.next() {
        Some((at, choice)) => Value::Chosen(at, &choice.id),
        None if other.as_ref().is_some_and(|text| !is_blank(text)) => Value::Written,
        None => Value::Nothing,
    }
}

/// By which two groupings are told apart.
pub(super) fn axis_key(axis: &SurveyAxis) -> (u8, &str) {
    match axis {
        SurveyAxis::Project {} => (0, ""),
        SurveyAxis::ProductType {} => (1, ""),
        SurveyAxis::Attribute { name } => (2, name),
        SurveyAxis::Answer { question } => (3, question),
    }
}
