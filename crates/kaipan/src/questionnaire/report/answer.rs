//! What the statistics of a questionnaire answer.

use super::SurveyAxis;
use crate::error::{Finding, told};
use crate::number::{Figure, Rate};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Statistics of one questionnaire.
#[boundary(answer)]
pub struct SurveyReport {
    /// The questionnaire.
    pub questionnaire: Text,
    /// How many sheets count.
    pub sheets: u32,
    /// How many customers they are of.
    pub persons: u32,
    /// How many of the sheets have every required answer.
    pub complete: u32,
    /// One entry for each question, in order.
    #[boundary(required)]
    pub questions: Vec<QuestionStatistics>,
    /// One entry for each value of each grouping: the groupings in the order given, choices in the
    /// order of the question, other values in the order of their text, and last what has none. The
    /// sheets of one grouping come to all sheets.
    pub groups: Vec<SurveyGroup>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(SurveyReport: findings);

/// Statistics of the sheets that have one value.
#[boundary(answer)]
pub struct SurveyGroup {
    /// What is grouped by.
    pub by: SurveyAxis,
    /// The value; absent for the sheets without one.
    pub value: Option<Text>,
    /// The sheets on which another choice was written.
    pub other: bool,
    /// How many sheets.
    pub sheets: u32,
    /// How many customers they are of.
    pub persons: u32,
    /// One entry for each question, in order.
    #[boundary(required)]
    pub questions: Vec<QuestionStatistics>,
}

/// How one question was answered.
#[boundary(answer)]
pub struct QuestionStatistics {
    /// The question.
    pub question: Text,
    /// What it asks.
    pub text: Label,
    /// How many sheets have an answer that counts.
    pub answered: u32,
    /// How many customers those sheets are of.
    pub persons: u32,
    /// How many sheets have none.
    pub unanswered: u32,
    /// The sheets with an answer as a share of all: 0.3333 is 33.33 %. 4 decimals, half up; absent
    /// without sheets.
    pub share_answered: Option<Rate>,
    /// How many choices were made in all, of a choice question.
    pub marks: Option<u32>,
    /// One entry for each choice, in order, and one for what was written instead.
    pub choices: Vec<ChoiceStatistics>,
    /// The numbers, of a number question with answers.
    pub number: Option<NumberStatistics>,
    /// The earliest day, of a date question with answers.
    pub first_date: Option<Date>,
    /// The latest day.
    pub last_date: Option<Date>,
}

/// How often a choice was made.
#[boundary(answer)]
pub struct ChoiceStatistics {
    /// The choice; absent for what was written instead.
    pub choice: Option<Text>,
    /// What it says.
    pub text: Option<Label>,
    /// On how many sheets.
    pub count: u32,
    /// By how many customers.
    pub persons: u32,
    /// As a share of the sheets that answered the question: 0.3333 is 33.33 %. 4 decimals, half up;
    /// of several choices the shares come to more than 1. Absent without answers.
    pub share: Option<Rate>,
    /// As a share of all choices made: 0.25 is 25 %. 4 decimals, half up; absent without answers.
    pub share_of_marks: Option<Rate>,
}

/// The numbers that were answered.
#[boundary(answer)]
pub struct NumberStatistics {
    /// Their sum.
    pub sum: Figure,
    /// Their mean, 4 decimals, half away from zero.
    pub average: Figure,
    /// The least.
    pub least: Figure,
    /// The greatest.
    pub greatest: Figure,
}
