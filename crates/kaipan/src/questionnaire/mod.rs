//! 问卷: what buyers are asked, whether it was all answered, and what they answered (handbook §9.5).

mod completeness;
mod definition;
mod ids;
mod reading;
mod report;
mod sheet;

pub use completeness::{CheckedQuestionnaire, Completeness, MissingAnswer, QuestionnaireGate};
pub use definition::{AnswerChoice, Question, QuestionKind, Questionnaire};
pub use report::{
    ChoiceStatistics, NumberStatistics, QuestionStatistics, SheetsCounted, Survey, SurveyAxis,
    SurveyGroup, SurveyReport,
};
pub use sheet::{AnswerSheet, AnswerValue, GivenAnswer, SheetAttribute};
