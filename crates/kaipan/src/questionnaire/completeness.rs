//! 问卷强控: whether a customer has answered what must be answered before a subscription.

use super::definition::{Questionnaire, errors};
use super::reading::ReadSheet;
use super::sheet::{AnswerSheet, wrong_sheets};
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Finding, Input, MOST, Result, finding, told};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Says whether a customer has answered every question that must be answered (handbook §9.5).
///
/// Asked are the questionnaires of the project and the product on the day. Of several sheets of one
/// questionnaire the one that was entered last counts; those entered after the day do not.
///
/// ```
/// use kaipan::questionnaire::*;
/// let age = QuestionKind::Number { low: Some("18".parse()?), high: None };
/// let questions = vec![Question::new("age", "年龄", age).with_required(true)];
/// let questionnaires = [Questionnaire::new("Q-1", "成交客户调查问卷", questions)];
/// let on = "2026-03-01".parse()?;
/// let completeness = Completeness::new(&questionnaires, "p1", on)?;
/// let gate = completeness.of_customer("C-1", &[])?;
/// assert!(!gate.complete);
/// assert_eq!(gate.questionnaires[0].missing[0].question, "age");
///
/// let answer = AnswerValue::Number { number: "35".parse()? };
/// let at = "2026-03-01T10:00:00".parse()?;
/// let sheet = AnswerSheet::new("S-1", "Q-1", "C-1", on, at, vec![GivenAnswer::new("age", answer)]);
/// assert!(completeness.of_customer("C-1", &[sheet])?.complete);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Completeness<'a> {
    questionnaires: &'a [Questionnaire],
    project: Text,
    on: Date,
    product_type: Option<&'a Text>,
}

/// Whether a subscription may go on, as far as questionnaires are concerned.
#[boundary(answer)]
pub struct QuestionnaireGate {
    /// Everything that must be answered is.
    #[boundary(written)]
    pub complete: bool,
    /// One entry for each questionnaire that is asked, in the order given.
    #[boundary(required)]
    pub questionnaires: Vec<CheckedQuestionnaire>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(QuestionnaireGate: findings);

/// What a customer has answered of one questionnaire.
#[boundary(answer)]
pub struct CheckedQuestionnaire {
    /// The questionnaire.
    pub questionnaire: Text,
    /// Its title.
    pub title: Label,
    /// The sheet that counts; absent if there is none.
    pub sheet: Option<Text>,
    /// Everything that must be answered is.
    #[boundary(written)]
    pub complete: bool,
    /// How many questions have an answer that counts.
    pub answered: u32,
    /// What must be answered and is not, in the order of the questions.
    pub missing: Vec<MissingAnswer>,
}

/// A question that must be answered and is not.
#[boundary(answer)]
pub struct MissingAnswer {
    /// The question.
    pub question: Text,
    /// What it asks.
    pub text: Label,
    /// An answer is there, and it is wrong: see the findings.
    #[boundary(written)]
    pub wrong: bool,
}

impl<'a> Completeness<'a> {
    /// With the questionnaires that there are, for a project on a day.
    ///
    /// # Errors
    /// Questionnaires that cannot be: [`Code::QuestionnaireIdTwice`], [`Code::QuestionnaireBlank`],
    /// [`Code::QuestionnaireNoQuestions`], [`Code::QuestionnaireFewChoices`],
    /// [`Code::QuestionnaireDatesTurned`], [`Code::QuestionnaireLimitsTurned`],
    /// [`Code::QuestionnaireManyAsked`].
    pub fn new(
        questionnaires: &'a [Questionnaire],
        project: impl Into<Text>,
        on: Date,
    ) -> Result<Completeness<'a>> {
        Error::collect(errors(questionnaires))?;
        Ok(Completeness { questionnaires, project: project.into(), on, product_type: None })
    }

    optional_inputs! {
        /// The product that is bought; without it, questionnaires for certain products are not asked.
        product_type: &'a Text;
    }

    /// What a customer has answered, of these sheets.
    ///
    /// # Errors
    /// [`Code::QuestionnaireIdTwice`], [`Code::QuestionnaireBlank`] for sheets.
    pub fn of_customer(
        &self,
        customer: impl Into<Text>,
        sheets: &[AnswerSheet],
    ) -> Result<QuestionnaireGate> {
        Error::collect(wrong_sheets(sheets))?;
        let customer = customer.into();
        let mut findings = Vec::new();
        let mut of_sheets = self.strangers(&customer, sheets);
        let product = self.product_type.map(Text::as_str);
        let asked: Vec<&Questionnaire> = self
            .questionnaires
            .iter()
            .filter(|one| one.is_for(&self.project, product, self.on))
            .collect();
        if asked.is_empty() {
            findings.push(finding!(Code::QuestionnaireNoneAsked, day = self.on));
        }
        let mut checked = Vec::with_capacity(asked.len());
        for questionnaire in asked {
            let own = sheets.iter().enumerate().filter(|(_, sheet)| {
                sheet.questionnaire == questionnaire.id
                    && sheet.customer == customer
                    && sheet.recorded_at.date() <= self.on
            });
            let last = own.max_by(|(_, one), (_, two)| one.age().cmp(&two.age()));
            let read = last.map(|(at, sheet)| (at, ReadSheet::of(questionnaire, sheet)));
            let one = checked_one(questionnaire, read.as_ref().map(|(_, read)| read));
            let told = read.into_iter().flat_map(|(at, read)| {
                read.findings.into_iter().map(move |told| told.at(at).within(Input::Sheets))
            });
            of_sheets.extend(told);
            findings.extend(lacking(&one));
            checked.push(one);
        }
        let more = of_sheets.len().saturating_sub(MOST);
        findings.extend(of_sheets.into_iter().take(MOST));
        findings.extend((more > 0).then(|| Error::unlisted(more).within(Input::Sheets).finding()));
        let complete = checked.iter().all(|one| one.complete);
        Ok(QuestionnaireGate { complete, questionnaires: checked, findings })
    }

    /// Sheets of another customer, and of a questionnaire that there is not.
    fn strangers(&self, customer: &Text, sheets: &[AnswerSheet]) -> Vec<Finding> {
        let known = self.questionnaires.iter().map(|one| one.id.as_str());
        let told = sheets.iter().enumerate().filter_map(|(at, sheet)| {
            let placed = |told: Finding| told.at(at).within(Input::Sheets);
            if sheet.customer != *customer {
                let told = finding!(Code::QuestionnaireOtherCustomer, sheet = sheet.id);
                return Some(placed(told.at("customer")));
            }
            let is_known = known.clone().any(|one| one == sheet.questionnaire.as_str());
            let unknown = || {
                let error = Error::new(Code::QuestionnaireUnknown);
                let error = error.with("questionnaire", &sheet.questionnaire);
                let error = error.with_nearest(known.clone(), &sheet.questionnaire);
                placed(error.at("questionnaire").finding())
            };
            (!is_known).then(unknown)
        });
        told.collect()
    }
}

fn checked_one(
    questionnaire: &Questionnaire,
    read: Option<&ReadSheet<'_>>,
) -> CheckedQuestionnaire {
    let answered = |question| read.is_some_and(|read| read.answer(question).is_some());
    let (with, without): (Vec<_>, Vec<_>) =
        questionnaire.questions.iter().partition(|question| answered(question));
    let missing = without.into_iter().filter(|question| question.required);
    let missing: Vec<MissingAnswer> = missing
        .map(|question| MissingAnswer {
            question: question.id.clone(),
            text: question.text.clone(),
            wrong: read.is_some_and(|read| read.is_wrong(question)),
        })
        .collect();
    CheckedQuestionnaire {
        questionnaire: questionnaire.id.clone(),
        title: questionnaire.title.clone(),
        sheet: read.map(|read| read.sheet.id.clone()),
        complete: missing.is_empty(),
        answered: u32::try_from(with.len()).unwrap_or(u32::MAX),
        missing,
    }
}

/// That answers are lacking, with all of the questions.
fn lacking(one: &CheckedQuestionnaire) -> Option<Finding> {
    let questions: Vec<&str> = one.missing.iter().map(|lack| lack.question.as_str()).collect();
    let told = || {
        finding!(
            Code::QuestionnaireIncomplete,
            questionnaire = one.questionnaire,
            count = questions.len(),
            questions = questions.join(", ")
        )
    };
    (!one.complete).then(told)
}
