//! Ids that must be there, each once.

use crate::Text;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error};

/// Ids of a list that are blank, or that an earlier item has, each at its item.
pub(super) fn wrong_ids<'a, T>(list: &'a [T], id: impl Fn(&'a T) -> &'a Text) -> Vec<Error> {
    let all = with_repeats(list, |item| id(item).as_str());
    let wrong = all.filter_map(|(at, item, first)| {
        let id = id(item);
        let twice = |first| {
            let error = Error::new(Code::QuestionnaireIdTwice).with("id", id);
            error.with("first", first).at("id")
        };
        Some(blank(Code::QuestionnaireBlank, "id", id).or_else(|| first.map(twice))?.at(at))
    });
    wrong.collect()
}
