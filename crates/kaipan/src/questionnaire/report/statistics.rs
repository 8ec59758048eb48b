//! Counting the answers to one question.

use super::answer::{ChoiceStatistics, NumberStatistics, QuestionStatistics};
use crate::Text;
use crate::error::{Code, Error, Result};
use crate::number::{Figure, Rate, Unrounded, Wide};
use crate::questionnaire::definition::{Question, QuestionKind};
use crate::questionnaire::reading::ReadSheet;
use crate::questionnaire::sheet::{AnswerValue, is_blank};

/// Statistics of a question over sheets.
pub(super) fn of_question(
    question: &Question,
    sheets: &[&ReadSheet<'_>],
) -> Result<QuestionStatistics> {
    let answers: Vec<(&Text, &AnswerValue)> = sheets
        .iter()
        .filter_map(|read| Some((&read.sheet.customer, read.answer(question)?)))
        .collect();
    let (answered, all) = (count(answers.len())?, count(sheets.len())?);
    let (choices, marks) = choices(question, &answers)?;
    let dates = answers.iter().filter_map(|(_, value)| match value {
        AnswerValue::Date { date } => Some(*date),
        _ => None,
    });
    Ok(QuestionStatistics {
        question: question.id.clone(),
        text: question.text.clone(),
        answered,
        persons: persons(answers.iter().map(|(customer, _)| *customer))?,
        unanswered: all.saturating_sub(answered),
        share_answered: share(answered, all)?,
        marks,
        choices,
        number: numbers(question, &answers)?,
        first_date: dates.clone().min(),
        last_date: dates.max(),
    })
}

/// How many different customers.
pub(super) fn persons<'a>(customers: impl Iterator<Item = &'a Text>) -> Result<u32> {
    let mut customers: Vec<&Text> = customers.collect();
    customers.sort_unstable();
    customers.dedup();
    count(customers.len())
}

pub(super) fn count(items: usize) -> Result<u32> {
    u32::try_from(items).map_err(|_| Error::new(Code::NumberOverflow))
}

/// A part of a whole with 4 decimals, half up; `None` of nothing.
fn share(part: u32, whole: u32) -> Result<Option<Rate>> {
    if whole == 0 {
        return Ok(None);
    }
    let quotient = Unrounded::new(Wide::from(i64::from(part)), Wide::from(i64::from(whole)))?;
    Ok(Some(Rate::from_millionths(ten_thousandths(&quotient)?)))
}

/// Rounded to 4 decimals, half away from zero, in millionths.
fn ten_thousandths(exact: &Unrounded) -> Result<i64> {
    let rounded = exact.scaled(4)?.to_i64().and_then(|count| count.checked_mul(100));
    rounded.ok_or_else(|| Error::new(Code::NumberOverflow))
}

/// How often each choice was made, and how many were made in all; nothing of other questions.
fn choices(
    question: &Question,
    answers: &[(&Text, &AnswerValue)],
) -> Result<(Vec<ChoiceStatistics>, Option<u32>)> {
    let may_write = match question.kind {
        QuestionKind::Single { other, .. } | QuestionKind::Multiple { other, .. } => other,
        QuestionKind::Text { .. } | QuestionKind::Number { .. } | QuestionKind::Date { .. } => {
            return Ok((Vec::new(), None));
        }
    };
    let listed = question.kind.choices().iter().map(Some);
    let lines = listed.chain(may_write.then_some(None));
    let answered = count(answers.len())?;
    let mut counted = Vec::new();
    let mut marks = 0_u32;
    for line in lines {
        let by = answers.iter().filter(|(_, value)| is_made(value, line.map(|one| &one.id)));
        let made = count(by.clone().count())?;
        marks = marks.checked_add(made).ok_or_else(|| Error::new(Code::NumberOverflow))?;
        counted.push(ChoiceStatistics {
            choice: line.map(|one| one.id.clone()),
            text: line.map(|one| one.text.clone()),
            count: made,
            persons: persons(by.map(|(customer, _)| *customer))?,
            share: share(made, answered)?,
            share_of_marks: None,
        });
    }
    for one in &mut counted {
        one.share_of_marks = share(one.count, marks)?;
    }
    Ok((counted, Some(marks)))
}

/// Whether a choice was made; without one, whether something else was written.
fn is_made(value: &AnswerValue, choice: Option<&Text>) -> bool {
    match (value, choice) {
        (AnswerValue::Choices { choices, .. }, Some(choice)) => choices.contains(choice),
        (AnswerValue::Choices { other, .. }, None) => {
            other.as_ref().is_some_and(|text| !is_blank(text))
        }
        _ => false,
    }
}

fn numbers(
    question: &Question,
    answers: &[(&Text, &AnswerValue)],
) -> Result<Option<NumberStatistics>> {
    let numbers = answers.iter().filter_map(|(_, value)| match value {
        AnswerValue::Number { number } => Some(*number),
        _ => None,
    });
    let (Some(least), Some(greatest)) = (numbers.clone().min(), numbers.clone().max()) else {
        return Ok(None);
    };
    let of = i64::from(count(numbers.clone().count())?);
    let sum = numbers.clone().try_fold(Figure::ZERO, Figure::checked_add);
    let out = || Error::new(Code::QuestionnaireSumRange).with("question", &question.id);
    let sum = sum.ok_or_else(out)?;
    let mean = Unrounded::from(sum).div(&Unrounded::new(Wide::from(of), Wide::from(1_i64))?)?;
    let average = Figure::from_millionths(ten_thousandths(&mean)?);
    Ok(Some(NumberStatistics { sum, average, least, greatest }))
}
