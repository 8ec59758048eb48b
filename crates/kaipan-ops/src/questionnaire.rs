//! `questionnaire.…`: whether everything was answered, and what was.

pub use kaipan::questionnaire::{QuestionnaireGate, SurveyReport};

use kaipan::error::Result;
use kaipan::questionnaire::{
    AnswerSheet, Completeness, Questionnaire, SheetsCounted, Survey, SurveyAxis,
};
use kaipan::{Date, Text};
use kaipan_derive::boundary;

/// A request to say whether a customer has answered what must be answered.
#[boundary]
pub struct QuestionnaireCheckRequest {
    /// The questionnaires that there are.
    #[boundary(required)]
    pub questionnaires: Vec<Questionnaire>,
    /// The customer.
    pub customer: Text,
    /// The project.
    pub project: Text,
    /// The product; without it, questionnaires for certain products are not asked.
    pub product_type: Option<Text>,
    /// The day looked at.
    pub on: Date,
    /// The customer's sheets, in any order.
    #[boundary(required)]
    pub sheets: Vec<AnswerSheet>,
}

/// `questionnaire.check`: whether every question is answered that must be, with all that are not.
///
/// # Errors
/// As [`Completeness::new`] and [`Completeness::of_customer`].
pub fn check(request: &QuestionnaireCheckRequest) -> Result<QuestionnaireGate> {
    Completeness::new(&request.questionnaires, request.project.clone(), request.on)?
        .product_type(request.product_type.as_ref())
        .of_customer(request.customer.clone(), &request.sheets)
}

/// A request for the statistics of a questionnaire.
#[boundary]
pub struct QuestionnaireReportRequest {
    /// The questionnaire.
    pub questionnaire: Questionnaire,
    /// Sheets, in any order; those of other questionnaires are left out.
    #[boundary(required)]
    pub sheets: Vec<AnswerSheet>,
    /// Answered on this day or later.
    pub from: Option<Date>,
    /// Answered on this day or before.
    pub to: Option<Date>,
    /// Answered in this project only.
    pub project: Option<Text>,
    /// Answered for this product only.
    pub product_type: Option<Text>,
    /// Which sheets of a customer count.
    #[boundary(default)]
    pub counted: SheetsCounted,
    /// What the answers are grouped by, each apart.
    pub by: Vec<SurveyAxis>,
}

/// `questionnaire.report`: counts and shares by question and by whatever is known of the customers.
///
/// # Errors
/// As [`Survey::report`].
pub fn report(request: &QuestionnaireReportRequest) -> Result<SurveyReport> {
    Survey::new(&request.questionnaire, &request.sheets)
        .from(request.from)
        .to(request.to)
        .project(request.project.as_ref())
        .product_type(request.product_type.as_ref())
        .counted(request.counted)
        .by(&request.by)
        .report()
}
