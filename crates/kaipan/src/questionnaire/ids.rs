//! Ids that must be there, each once.

use crate::Text;
use crate::check::with_repeats;
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
        Some(blank("id", id).or_else(|| first.map(twice))?.at(at))
    });
    wrong.collect()
}

/// A name that is not there.
pub(super) fn blank(field: &'static str, name: &Text) -> Option<Error> {
    name.is_empty().then(|| Error::new(Code::QuestionnaireBlank).with("field", field).at(field))
}
