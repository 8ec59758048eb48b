//! 包装: what a project is dressed in for its visitors, as data.

use crate::Text;
use crate::check::blank;
use crate::error::{Code, Error};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// 包装项目: something that a project is dressed in for its visitors: 样板房, 售楼处, 导示, 楼书
/// (handbook §8.5). It is known by what is spent on it and by the answers that name it.
///
/// ```
/// use kaipan::report::{PackagingAnswer, PackagingItem};
/// let flat = PackagingItem::new("样板房")
///     .with_spend_items(vec!["样板房装修".into()])
///     .with_answers(vec![PackagingAnswer::new("Q-1", "印象", "show_flat")]);
/// assert_eq!(flat.answers.len(), 1);
/// ```
#[boundary]
pub struct PackagingItem {
    /// Its name, unique among them.
    pub name: Text,
    /// 费用科目: items of spend that pay for it, as [`SpendRecord`](crate::kpi::SpendRecord) names them.
    pub spend_items: Vec<Text>,
    /// Answers by which a visitor says that it has impressed him.
    pub answers: Vec<PackagingAnswer>,
}

/// An answer that names a packaging item.
#[boundary]
#[derive(PartialOrd, Ord)]
pub struct PackagingAnswer {
    /// The questionnaire.
    pub questionnaire: Text,
    /// The question.
    pub question: Text,
    /// The choice.
    pub choice: Text,
}

/// Names, spend items and answers that are blank, or given twice.
pub(super) fn wrong_packaging(items: &[PackagingItem]) -> Vec<Error> {
    let mut errors = Vec::new();
    let mut names: BTreeMap<&Text, usize> = BTreeMap::new();
    let mut spends: BTreeMap<&Text, usize> = BTreeMap::new();
    let mut answers: BTreeMap<&PackagingAnswer, usize> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        let number = at.saturating_add(1);
        let twice = |first: usize, name: &Text| {
            Error::new(Code::ReportPackagingTwice).with("name", name).with("first", first)
        };
        let mut own: Vec<Error> =
            blank(Code::ReportBlank, "name", &item.name).into_iter().collect();
        let first = *names.entry(&item.name).or_insert(number);
        own.extend((first != number).then(|| twice(first, &item.name).at("name")));
        for (place, spend) in item.spend_items.iter().enumerate() {
            let is_known = spends.contains_key(spend);
            let first = *spends.entry(spend).or_insert(number);
            let again = is_known.then(|| twice(first, spend));
            let empty = spend.trim().is_empty();
            let empty = empty.then(|| Error::new(Code::ReportBlank).with("field", "spend_items"));
            own.extend(again.into_iter().chain(empty).map(|one| one.at(place).at("spend_items")));
        }
        for (place, answer) in item.answers.iter().enumerate() {
            let is_known = answers.contains_key(answer);
            let first = *answers.entry(answer).or_insert(number);
            let again = is_known.then(|| twice(first, &answer.choice).at("choice"));
            let fields = [
                ("questionnaire", &answer.questionnaire),
                ("question", &answer.question),
                ("choice", &answer.choice),
            ];
            let empty = fields.into_iter();
            let empty = empty.filter_map(|(field, text)| blank(Code::ReportBlank, field, text));
            own.extend(again.into_iter().chain(empty).map(|one| one.at(place).at("answers")));
        }
        errors.extend(own.into_iter().map(|error| error.at(at).at("packaging")));
    }
    errors
}
