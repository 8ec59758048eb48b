//! 问卷设计: questionnaires and their questions.

use super::ids::wrong_ids;
use crate::check::Span;
use crate::error::{Code, Error, Input};
use crate::number::Figure;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 问卷: questions that buyers of some projects and products are asked (handbook §9.5).
///
/// ```
/// use kaipan::questionnaire::*;
/// let floors = QuestionKind::Single {
///     choices: vec![AnswerChoice::new("low", "低楼层"), AnswerChoice::new("high", "高楼层")],
///     other: false,
/// };
/// let questions = vec![Question::new("floor", "喜欢的楼层", floors).with_required(true)];
/// let questionnaire = Questionnaire::new("Q-1", "成交客户调查问卷", questions)
///     .with_projects(vec!["p1".into()])
///     .with_valid_from("2026-01-01".parse()?);
/// assert!(questionnaire.is_for("p1", None, "2026-03-01".parse()?));
/// assert!(!questionnaire.is_for("p2", None, "2026-03-01".parse()?));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct Questionnaire {
    /// Id, unique among the questionnaires.
    pub id: Text,
    /// Its title.
    pub title: Label,
    /// The projects in which it is asked; all if empty.
    pub projects: Vec<Text>,
    /// 业态、产品类型: the products for which it is asked; all if empty.
    pub product_types: Vec<Text>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
    /// The questions, in order.
    #[boundary(required)]
    pub questions: Vec<Question>,
}

/// A question.
#[boundary]
pub struct Question {
    /// Id, unique in the questionnaire.
    pub id: Text,
    /// What is asked.
    pub text: Label,
    /// 必答: whether it must be answered.
    pub required: bool,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
}

/// 题型: what kind of answer a question takes.
#[boundary]
pub enum QuestionKind {
    /// 单选.
    Single {
        /// What can be chosen.
        #[boundary(required)]
        choices: Vec<AnswerChoice>,
        /// Whether something else may be written instead.
        other: bool,
    },
    /// 多选.
    Multiple {
        /// What can be chosen.
        #[boundary(required)]
        choices: Vec<AnswerChoice>,
        /// Whether something else may be written besides.
        other: bool,
        /// At least so many; 1 if absent.
        least: Option<u32>,
        /// At most so many; all if absent.
        most: Option<u32>,
    },
    /// 填空.
    Text {
        /// At most so many characters.
        most_characters: Option<u32>,
    },
    /// 数字.
    Number {
        /// At least.
        low: Option<Figure>,
        /// At most.
        high: Option<Figure>,
    },
    /// 日期.
    Date {
        /// The earliest day.
        first: Option<Date>,
        /// The latest day.
        last: Option<Date>,
    },
}

/// 选项.
#[boundary]
pub struct AnswerChoice {
    /// Id, unique in the question.
    pub id: Text,
    /// What it says.
    pub text: Label,
}

impl QuestionKind {
    /// What can be chosen; nothing where nothing is chosen.
    pub(super) fn choices(&self) -> &[AnswerChoice] {
        match self {
            QuestionKind::Single { choices, .. } | QuestionKind::Multiple { choices, .. } => {
                choices
            }
            QuestionKind::Text { .. } | QuestionKind::Number { .. } | QuestionKind::Date { .. } => {
                &[]
            }
        }
    }

    pub(super) const fn is_single(&self) -> bool {
        matches!(self, QuestionKind::Single { .. })
    }

    const fn is_choice(&self) -> bool {
        matches!(self, QuestionKind::Single { .. } | QuestionKind::Multiple { .. })
    }

    fn errors(&self, question: &Text) -> Vec<Error> {
        let ids = wrong_ids(self.choices(), |choice| &choice.id).into_iter();
        let mut errors: Vec<Error> = ids.map(|error| error.at("choices")).collect();
        if self.is_choice() && self.choices().len() < 2 {
            let error = Error::new(Code::QuestionnaireFewChoices).with("question", question);
            errors.push(error.at("choices"));
        }
        let turned = |low: String, high: String, field: &'static str| {
            let error = Error::new(Code::QuestionnaireLimitsTurned);
            error.with("low", low).with("high", high).at(field)
        };
        match self {
            QuestionKind::Multiple { choices, other, least, most } => {
                let span = Span::new(*least, *most).turned();
                errors.extend(span.map(|(l, h)| turned(l.to_string(), h.to_string(), "most")));
                let count = choices.len().saturating_add(usize::from(*other));
                let many = least.filter(|least| u32::try_from(count).is_ok_and(|all| all < *least));
                errors.extend(many.map(|least| {
                    let error = Error::new(Code::QuestionnaireManyAsked).with("least", least);
                    error.with("count", count).at("least")
                }));
            }
            QuestionKind::Number { low, high } => {
                let span = Span::new(*low, *high).turned();
                errors.extend(span.map(|(l, h)| turned(l.to_string(), h.to_string(), "high")));
            }
            QuestionKind::Date { first, last } => {
                let span = Span::new(*first, *last).turned();
                errors.extend(span.map(|(l, h)| turned(l.to_string(), h.to_string(), "last")));
            }
            QuestionKind::Single { .. } | QuestionKind::Text { .. } => {}
        }
        errors
    }

    /// As Chinese and English messages call it.
    pub(super) const fn words(&self) -> [&'static str; 2] {
        match self {
            QuestionKind::Single { .. } => ["单选题", "one choice"],
            QuestionKind::Multiple { .. } => ["多选题", "choices"],
            QuestionKind::Text { .. } => ["填空题", "a text"],
            QuestionKind::Number { .. } => ["数字题", "a number"],
            QuestionKind::Date { .. } => ["日期题", "a date"],
        }
    }
}

impl Questionnaire {
    /// Whether it is asked in a project, for a product, on a day. One for certain products is not
    /// asked where the product is not known.
    #[must_use]
    pub fn is_for(&self, project: &str, product_type: Option<&str>, on: Date) -> bool {
        let holds = |all: &[Text], one: Option<&str>| {
            all.is_empty() || one.is_some_and(|one| all.iter().any(|any| any.is_same_as(one)))
        };
        holds(&self.projects, Some(project))
            && holds(&self.product_types, product_type)
            && self.valid().contains(on)
    }

    pub(super) fn valid(&self) -> Span<Date> {
        Span::new(self.valid_from, self.valid_to)
    }

    pub(super) fn question(&self, id: &Text) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let mut errors = Vec::new();
        let valid = self.valid();
        let turned = valid.turned().map(|_| Error::new(Code::QuestionnaireDatesTurned));
        errors.extend(turned.map(|error| valid.named_in(error).at("valid_to")));
        if self.questions.is_empty() {
            let error = Error::new(Code::QuestionnaireNoQuestions);
            errors.push(error.with("questionnaire", &self.id).at("questions"));
        }
        let ids = wrong_ids(&self.questions, |question| &question.id).into_iter();
        errors.extend(ids.map(|error| error.at("questions")));
        for (at, question) in self.questions.iter().enumerate() {
            let kind = question.kind.errors(&question.id).into_iter();
            errors.extend(kind.map(|error| error.at("kind").at(at).at("questions")));
        }
        errors
    }
}

/// What is wrong with questionnaires.
pub(super) fn errors(questionnaires: &[Questionnaire]) -> Vec<Error> {
    let mut errors = wrong_ids(questionnaires, |one| &one.id);
    for (at, one) in questionnaires.iter().enumerate() {
        errors.extend(one.errors().into_iter().map(|error| error.at(at)));
    }
    errors.into_iter().map(|error| error.within(Input::Questionnaires)).collect()
}
