//! Batch import of a survey: one result a row.

mod answer;
mod index;
mod repeated;
mod survey_import;

pub use answer::{ImportedSurvey, SurveyRowResult};
pub use survey_import::{SurveyImport, SurveyRow};
