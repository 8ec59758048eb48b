//! 满意度: scores that answers to questionnaires give.

use super::contacts::Contacts;
use super::store::FactStore;
use crate::Text;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Finding, finding};
use crate::kpi::fact::{Fact, FactKind, recorded_ahead};
use crate::number::Figure;
use crate::questionnaire::{AnswerSheet, AnswerValue};
use kaipan_derive::boundary;

/// A question whose answers are scores of satisfaction: of a number, which is the score, or of one
/// choice.
///
/// ```
/// use kaipan::kpi::{ChoiceScore, ScoredQuestion};
/// let scored = ScoredQuestion::new("Q-1", "服务").with_choices(vec![
///     ChoiceScore::new("满意", "5".parse()?),
///     ChoiceScore::new("不满意", "1".parse()?),
/// ]);
/// assert_eq!(scored.choices.len(), 2);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct ScoredQuestion {
    /// The questionnaire.
    pub questionnaire: Text,
    /// The question.
    pub question: Text,
    /// What each choice scores; none where the answer is a number.
    pub choices: Vec<ChoiceScore>,
}

/// What a choice scores.
#[boundary]
pub struct ChoiceScore {
    /// The choice.
    pub choice: Text,
    /// Its score.
    pub score: Figure,
}

impl ScoredQuestion {
    /// The score of an answer.
    fn score(&self, value: &AnswerValue) -> Option<Figure> {
        match value {
            AnswerValue::Number { number } => Some(*number),
            AnswerValue::Choices { choices, .. } => {
                let [chosen] = choices.as_slice() else { return None };
                let scored = self.choices.iter().find(|one| one.choice == *chosen);
                scored.map(|one| one.score)
            }
            AnswerValue::Text { .. } | AnswerValue::Date { .. } => None,
        }
    }
}

/// What is wrong with the questions of a policy, each at its question.
pub(super) fn errors(scored: &[ScoredQuestion]) -> Vec<Error> {
    let twice = |id: &Text, first: usize, field: &'static str| {
        Error::new(Code::KpiIdTwice).with("id", id).with("first", first).at(field)
    };
    let mut errors = Vec::new();
    for (at, one, first) in with_repeats(scored, |one| (&one.questionnaire, &one.question)) {
        let mut own: Vec<Error> = Vec::new();
        own.extend(blank(Code::KpiBlank, "questionnaire", &one.questionnaire));
        own.extend(blank(Code::KpiBlank, "question", &one.question));
        own.extend(first.map(|first| twice(&one.question, first, "question")));
        for (at, choice, first) in with_repeats(&one.choices, |choice| &choice.choice) {
            let error = first.map(|first| twice(&choice.choice, first, "choice"));
            own.extend(error.map(|error| error.at(at).at("choices")));
        }
        errors.extend(own.into_iter().map(|error| error.at(at)));
    }
    errors
}

/// The key of a sheet among what was taken in.
pub(super) fn key_of(sheet: &AnswerSheet) -> Text {
    Text::of(format_args!("sheet/{}", sheet.id))
}

/// Takes a sheet in: a fact for every scored question that is answered. Who received the customer
/// first stands for it.
pub(super) fn take(
    store: &mut FactStore<'_>,
    contacts: &Contacts,
    scored: &[ScoredQuestion],
    sheet: &AnswerSheet,
) -> Vec<Finding> {
    let day = sheet.answered_on;
    let ahead = recorded_ahead(&sheet.id, day, sheet.recorded_at.date());
    let mut told: Vec<Finding> = ahead.map(|told| told.at("answered_on")).into_iter().collect();
    for scored in scored.iter().filter(|one| one.questionnaire == sheet.questionnaire) {
        let given = sheet.answers.iter().enumerate();
        let mut given = given.filter(|(_, given)| given.question == scored.question);
        let Some((first, answer)) = given.next() else { continue };
        told.extend(given.map(|(at, _)| {
            let first = first.saturating_add(1);
            let question = &scored.question;
            let twice = finding!(Code::QuestionnaireAnsweredTwice, question, first);
            twice.at("question").at(at).at("answers")
        }));
        if answer.value.is_blank() {
            continue;
        }
        let Some(score) = scored.score(&answer.value) else {
            let question = &scored.question;
            let lost = finding!(Code::KpiNoScore, sheet = sheet.id, question);
            told.push(lost.at("value").at(first).at("answers"));
            continue;
        };
        let key = format!("answer/{}/{}", sheet.id, scored.question);
        let mut fact = Fact::new(key, FactKind::Satisfaction, day);
        fact.detail = Some(scored.question.clone());
        fact.recorded_on = Some(sheet.recorded_at.date());
        fact.node.clone_from(&sheet.project);
        fact.product.clone_from(&sheet.product_type);
        fact.customer = Some(sheet.customer.clone());
        fact.value = Some(score);
        let met = sheet.project.as_ref();
        let met = met.and_then(|node| contacts.first(store, &sheet.customer, node)).cloned();
        if let Some(met) = met {
            (fact.agent, fact.department, fact.media) = (met.agent, met.department, met.media);
            (fact.sub_media, fact.campaign) = (met.sub_media, met.campaign);
        }
        store.add(fact);
    }
    told
}
