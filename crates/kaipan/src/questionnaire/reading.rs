//! Which answers of a sheet count, and what is wrong with the others.

use super::definition::{Question, QuestionKind, Questionnaire};
use super::sheet::{AnswerSheet, AnswerValue, is_blank};
use crate::check::{Span, with_repeats};
use crate::error::{Code, Error, Finding, Severity, finding};
use crate::{Label, Text};
use std::fmt::Display;

/// A sheet as it was read.
#[derive(Debug, Clone)]
pub(super) struct ReadSheet<'a> {
    pub(super) sheet: &'a AnswerSheet,
    /// The answers that count, in the order of the sheet.
    answers: Vec<(&'a Question, &'a AnswerValue)>,
    /// Questions whose answer is wrong.
    wrong: Vec<&'a Question>,
    /// What there is to say, each placed in the sheet.
    pub(super) findings: Vec<Finding>,
}

impl<'a> ReadSheet<'a> {
    /// Reads a sheet of a questionnaire.
    pub(super) fn of(questionnaire: &'a Questionnaire, sheet: &'a AnswerSheet) -> ReadSheet<'a> {
        let mut read = ReadSheet {
            sheet,
            answers: Vec::new(),
            wrong: Vec::new(),
            findings: dates(questionnaire, sheet),
        };
        for (at, given, first) in with_repeats(&sheet.answers, |given| given.question.as_str()) {
            let placed = |finding: Finding| finding.at(at).at("answers");
            let Some(question) = questionnaire.question(&given.question) else {
                let known = questionnaire.questions.iter().map(|question| question.id.as_str());
                let error = Error::new(Code::QuestionnaireQuestionUnknown)
                    .with("questionnaire", &questionnaire.id)
                    .with("question", &given.question)
                    .with_nearest(known, &given.question);
                read.findings.push(placed(error.at("question").finding()));
                continue;
            };
            if let Some(first) = first {
                let told =
                    finding!(Code::QuestionnaireAnsweredTwice, question = question.id, first);
                read.findings.push(placed(told.at("question")));
                continue;
            }
            if given.value.is_blank() {
                continue;
            }
            let told = mistakes(question, &given.value);
            if told.iter().any(|finding| finding.severity == Severity::Violation) {
                read.wrong.push(question);
            } else {
                read.answers.push((question, &given.value));
            }
            read.findings.extend(told.into_iter().map(|told| placed(told.at("value"))));
        }
        read
    }

    /// The answer to a question, if one counts.
    pub(super) fn answer(&self, question: &Question) -> Option<&'a AnswerValue> {
        let own = self.answers.iter().find(|(answered, _)| answered.id == question.id);
        own.map(|(_, value)| *value)
    }

    /// Whether an answer to the question is there, and wrong.
    pub(super) fn is_wrong(&self, question: &Question) -> bool {
        self.wrong.iter().any(|wrong| wrong.id == question.id)
    }
}

/// What is wrong with the day of a sheet, and with what is known of the customer.
fn dates(questionnaire: &Questionnaire, sheet: &AnswerSheet) -> Vec<Finding> {
    let mut told = Vec::new();
    let (day, id) = (sheet.answered_on, &sheet.id);
    if day > sheet.recorded_at.date() {
        let told_early = finding!(
            Code::QuestionnaireAnsweredEarly,
            sheet = id,
            day,
            recorded = sheet.recorded_at
        );
        told.push(told_early.at("answered_on"));
    }
    if !questionnaire.valid().contains(day) {
        let outside = finding!(
            Code::QuestionnaireNotInForce,
            questionnaire = questionnaire.id,
            sheet = id,
            day
        );
        told.push(outside.at("answered_on"));
    }
    let repeats = with_repeats(&sheet.attributes, |one| one.name.as_str());
    told.extend(repeats.filter_map(|(at, one, first)| {
        let first = first?;
        let twice = finding!(Code::QuestionnaireAttributeTwice, sheet = id, name = one.name, first);
        Some(twice.at("name").at(at).at("attributes"))
    }));
    told
}

/// What is wrong with an answer, each placed in its value.
fn mistakes(question: &Question, value: &AnswerValue) -> Vec<Finding> {
    let id = &question.id;
    match (&question.kind, value) {
        (QuestionKind::Single { other, .. }, AnswerValue::Choices { choices, other: written }) => {
            chosen(question, choices, written.as_ref(), *other, Span::new(Some(1), Some(1)))
        }
        (
            QuestionKind::Multiple { other, least, most, .. },
            AnswerValue::Choices { choices, other: written },
        ) => chosen(question, choices, written.as_ref(), *other, Span::new(*least, *most)),
        (QuestionKind::Text { most_characters }, AnswerValue::Text { text }) => {
            let count = text.as_str().chars().count();
            let most = most_characters.filter(|most| u32::try_from(count).is_ok_and(|n| n > *most));
            let told =
                |most| finding!(Code::QuestionnaireLongText, question = id, count, most).at("text");
            most.map(told).into_iter().collect()
        }
        (QuestionKind::Number { low, high }, AnswerValue::Number { number }) => {
            outside(id, *number, Span::new(*low, *high), "number")
        }
        (QuestionKind::Date { first, last }, AnswerValue::Date { date }) => {
            outside(id, *date, Span::new(*first, *last), "date")
        }
        (kind, value) => {
            let ([asked_zh, asked], [given_zh, given]) = (kind.words(), value.words());
            vec![finding!(
                Code::QuestionnaireWrongKind,
                question = id,
                asked,
                asked_zh,
                given,
                given_zh
            )]
        }
    }
}

fn outside<T: Copy + Ord + Display>(
    question: &Text,
    value: T,
    span: Span<T>,
    field: &'static str,
) -> Vec<Finding> {
    if span.contains(value) {
        return Vec::new();
    }
    let end = |end: Option<T>| end.map_or_else(|| "…".to_owned(), |end| end.to_string());
    let (low, high) = (end(span.from), end(span.to));
    vec![finding!(Code::QuestionnaireOutOfLimits, question, value, low, high).at(field)]
}

/// What is wrong with choices that were made.
fn chosen(
    question: &Question,
    choices: &[Text],
    written: Option<&Label>,
    may_write: bool,
    count: Span<u32>,
) -> Vec<Finding> {
    let id = &question.id;
    let mut told = Vec::new();
    let mut made = 0_u32;
    for (at, choice, first) in with_repeats(choices, |choice| choice.as_str()) {
        let known = question.kind.choices().iter().map(|one| one.id.as_str());
        if !known.clone().any(|one| one == choice.as_str()) {
            let error = Error::new(Code::QuestionnaireChoiceUnknown).with("question", id);
            let error = error.with("choice", choice).with_nearest(known, choice);
            told.push(error.at(at).at("choices").finding());
        }
        if first.is_some() {
            let twice = finding!(Code::QuestionnaireChoiceTwice, question = id, choice);
            told.push(twice.at(at).at("choices"));
        } else {
            made = made.saturating_add(1);
        }
    }
    if written.is_some_and(|text| !is_blank(text)) {
        made = made.saturating_add(1);
        if !may_write {
            told.push(finding!(Code::QuestionnaireNoOther, question = id).at("other"));
        }
    }
    match count {
        Span { to: Some(most), .. } if made > most => {
            let many = finding!(Code::QuestionnaireManyChosen, question = id, count = made, most);
            told.push(many.at("choices"));
        }
        Span { from: Some(least), .. } if made < least => {
            let few = finding!(Code::QuestionnaireFewChosen, question = id, count = made, least);
            told.push(few.at("choices"));
        }
        _ => {}
    }
    told
}
