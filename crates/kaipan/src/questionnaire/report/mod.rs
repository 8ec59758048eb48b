//! 问卷统计: what the customers answered, by question and by whatever is known of them.

mod answer;
mod grouping;
mod statistics;

pub use answer::{
    ChoiceStatistics, NumberStatistics, QuestionStatistics, SurveyGroup, SurveyReport,
};
pub use grouping::SurveyAxis;

use super::definition::Questionnaire;
use super::reading::ReadSheet;
use super::sheet::{AnswerSheet, wrong_sheets};
use crate::builder::{inputs, optional_inputs};
use crate::check::{Span, with_repeats};
use crate::error::{Code, Error, Finding, Input, MOST, Result};
use crate::{Date, Text};
use grouping::{Value, axis_key, value, wrong_axis};
use kaipan_derive::boundary;
use statistics::{count, of_question, persons};

/// Counts the answers to a questionnaire (handbook §9.5).
///
/// Only the sheets of that questionnaire are looked at, and of those the ones that were answered in
/// the period, the project and for the product. An answer that is wrong does not count. The report
/// does not depend on the order of the sheets.
///
/// ```
/// use kaipan::questionnaire::*;
/// let floors = vec![AnswerChoice::new("low", "低楼层"), AnswerChoice::new("high", "高楼层")];
/// let floors = QuestionKind::Multiple { choices: floors, other: false, least: None, most: None };
/// let questionnaire = Questionnaire::new("Q", "问卷", vec![Question::new("floor", "楼层", floors)]);
/// let (on, at) = ("2026-03-01".parse()?, "2026-03-01T10:00:00".parse()?);
/// let sheet = |id: &str, customer: &str, choices: &[&str]| {
///     let choices = choices.iter().map(|choice| (*choice).into()).collect();
///     let answer = GivenAnswer::new("floor", AnswerValue::Choices { choices, other: None });
///     AnswerSheet::new(id, "Q", customer, on, at, vec![answer])
/// };
/// let sheets = [sheet("1", "C-1", &["low", "high"]), sheet("2", "C-2", &["high"])];
/// let report = Survey::new(&questionnaire, &sheets).report()?;
/// let high = &report.questions[0].choices[1];
/// assert_eq!((high.count, report.questions[0].marks), (2, Some(3)));
/// assert_eq!(high.share_of_marks.unwrap().to_string(), "0.6667");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Survey<'a> {
    questionnaire: &'a Questionnaire,
    sheets: &'a [AnswerSheet],
    from: Option<Date>,
    to: Option<Date>,
    project: Option<&'a Text>,
    product_type: Option<&'a Text>,
    counted: SheetsCounted,
    by: &'a [SurveyAxis],
}

/// Which sheets of a customer count.
#[boundary]
pub enum SheetsCounted {
    /// The one that was entered last.
    #[default]
    Latest,
    /// Every one.
    Every,
}

impl<'a> Survey<'a> {
    /// Of a questionnaire, with sheets in any order.
    pub fn new(questionnaire: &'a Questionnaire, sheets: &'a [AnswerSheet]) -> Survey<'a> {
        Survey {
            questionnaire,
            sheets,
            from: None,
            to: None,
            project: None,
            product_type: None,
            counted: SheetsCounted::default(),
            by: &[],
        }
    }

    optional_inputs! {
        /// Answered on this day or later.
        from: Date;
        /// Answered on this day or before.
        to: Date;
        /// Answered in this project.
        project: &'a Text;
        /// Answered for this product.
        product_type: &'a Text;
    }

    inputs! {
        /// Which sheets of a customer count.
        counted: SheetsCounted;
        /// What the answers are grouped by, each apart.
        by: &'a [SurveyAxis];
    }

    /// The statistics.
    ///
    /// # Errors
    /// [`Code::QuestionnaireIdTwice`], [`Code::QuestionnaireBlank`]; a questionnaire that cannot be, as
    /// [`super::Completeness::new`]; [`Code::QuestionnaireDatesTurned`];
    /// [`Code::QuestionnaireAxisUnknown`], [`Code::QuestionnaireAxisQuestion`],
    /// [`Code::QuestionnaireAxisTwice`] for groupings; [`Code::QuestionnaireSumRange`] for numbers
    /// whose sum does not fit.
    pub fn report(&self) -> Result<SurveyReport> {
        self.refuse()?;
        let mut all: Vec<(usize, ReadSheet<'_>)> = self
            .counting()
            .into_iter()
            .map(|(at, sheet)| (at, ReadSheet::of(self.questionnaire, sheet)))
            .collect();
        let mut findings = self.unknown_attributes(&all);
        let told: Vec<Finding> = all
            .iter_mut()
            .flat_map(|(at, read)| {
                let at = *at;
                std::mem::take(&mut read.findings)
                    .into_iter()
                    .map(move |told| told.at(at).within(Input::Sheets))
            })
            .collect();
        let more = told.len().saturating_sub(MOST);
        findings.extend(told.into_iter().take(MOST));
        findings.extend((more > 0).then(|| Error::unlisted(more).within(Input::Sheets).finding()));
        let sheets: Vec<&ReadSheet<'_>> = all.iter().map(|(_, read)| read).collect();
        let is_complete = |read: &&&ReadSheet<'_>| {
            let mut required = self.questionnaire.questions.iter().filter(|one| one.required);
            required.all(|question| read.answer(question).is_some())
        };
        let mut groups = Vec::new();
        for axis in self.by {
            groups.extend(self.groups(axis, &sheets)?);
        }
        Ok(SurveyReport {
            questionnaire: self.questionnaire.id.clone(),
            sheets: count(sheets.len())?,
            persons: persons(sheets.iter().map(|read| &read.sheet.customer))?,
            complete: count(sheets.iter().filter(is_complete).count())?,
            questions: self.questions(&sheets)?,
            groups,
            findings,
        })
    }

    fn refuse(&self) -> Result<()> {
        let wrong = self.questionnaire.errors().into_iter();
        let mut errors: Vec<Error> =
            wrong.map(|error| error.within(Input::Questionnaire)).collect();
        errors.extend(wrong_sheets(self.sheets));
        let period = Span::new(self.from, self.to);
        let turned = period.turned().map(|_| Error::new(Code::QuestionnaireDatesTurned));
        errors.extend(turned.map(|error| period.named_in(error).within(Input::To)));
        let axes = with_repeats(self.by, axis_key).flat_map(|(at, axis, first)| {
            let twice = first.map(|first| {
                let error = Error::new(Code::QuestionnaireAxisTwice);
                error.with("number", at.saturating_add(1)).with("first", first)
            });
            let own = wrong_axis(self.questionnaire, axis).into_iter().chain(twice);
            own.map(move |error| error.at(at).within(Input::By))
        });
        errors.extend(axes);
        Error::collect(errors)
    }

    /// The sheets that count, in the order of their age, each with its place.
    fn counting(&self) -> Vec<(usize, &'a AnswerSheet)> {
        let period = Span::new(self.from, self.to);
        let holds = |(_, sheet): &(usize, &AnswerSheet)| {
            sheet.questionnaire == self.questionnaire.id
                && period.contains(sheet.answered_on)
                && self.project.is_none_or(|one| sheet.project.as_ref() == Some(one))
                && self.product_type.is_none_or(|one| sheet.product_type.as_ref() == Some(one))
        };
        let mut all: Vec<(usize, &AnswerSheet)> =
            self.sheets.iter().enumerate().filter(holds).collect();
        // Of each customer the latest comes first.
        all.sort_by(|(_, a), (_, b)| (&a.customer, b.age()).cmp(&(&b.customer, a.age())));
        if self.counted == SheetsCounted::Latest {
            all.dedup_by(|(_, later), (_, first)| later.customer == first.customer);
        }
        all.sort_by(|(_, a), (_, b)| a.age().cmp(&b.age()));
        all
    }

    fn questions(&self, sheets: &[&ReadSheet<'_>]) -> Result<Vec<QuestionStatistics>> {
        let questions = self.questionnaire.questions.iter();
        let counted = questions.map(|question| of_question(question, sheets));
        counted.collect::<Result<_>>().map_err(|error| error.within(Input::Sheets))
    }

    fn groups(&self, axis: &SurveyAxis, sheets: &[&ReadSheet<'_>]) -> Result<Vec<SurveyGroup>> {
        let mut all: Vec<(Value<'_>, &ReadSheet<'_>)> =
            sheets.iter().map(|read| (value(self.questionnaire, axis, read), *read)).collect();
        // Stable: within a group the sheets keep the order of their age.
        all.sort_by(|(one, _), (two, _)| one.cmp(two));
        let mut groups = Vec::new();
        for group in all.chunk_by(|(one, _), (two, _)| one == two) {
            let sheets: Vec<&ReadSheet<'_>> = group.iter().map(|(_, read)| *read).collect();
            let value = group.first().map(|(value, _)| value);
            groups.push(SurveyGroup {
                by: axis.clone(),
                value: match value {
                    Some(Value::Chosen(_, text) | Value::Known(text)) => Some((*text).clone()),
                    _ => None,
                },
                other: matches!(value, Some(Value::Written)),
                sheets: count(sheets.len())?,
                persons: persons(sheets.iter().map(|read| &read.sheet.customer))?,
                questions: self.questions(&sheets)?,
            });
        }
        Ok(groups)
    }

    /// Attributes that no sheet has.
    fn unknown_attributes(&self, sheets: &[(usize, ReadSheet<'_>)]) -> Vec<Finding> {
        let known = sheets.iter().flat_map(|(_, read)| &read.sheet.attributes);
        let known = known.map(|one| one.name.as_str());
        let told = self.by.iter().enumerate().filter_map(|(at, axis)| {
            let SurveyAxis::Attribute { name } = axis else { return None };
            let is_known = known.clone().any(|one| one == name.as_str());
            let told = || {
                let error = Error::new(Code::QuestionnaireAttributeUnknown).with("name", name);
                let error = error.with_nearest(known.clone(), name);
                error.at("name").at(at).within(Input::By).finding()
            };
            (!is_known && !sheets.is_empty()).then(told)
        });
        told.collect()
    }
}
