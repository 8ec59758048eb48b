//! Ids and names that must be there.

use crate::Text;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input};

/// Ids of a list that are blank, or that an earlier item has.
pub(super) fn wrong_ids<'a, T>(
    list: &'a [T],
    field: &'static str,
    id: impl Fn(&'a T) -> &'a Text,
    input: Input,
) -> Vec<Error> {
    let all = with_repeats(list, |item| id(item).as_str());
    let wrong = all.filter_map(|(at, item, first)| {
        let id = id(item);
        let twice =
            |first| Error::new(Code::ChannelIdTwice).with("id", id).with("first", first).at(field);
        let error = blank(Code::ChannelBlank, field, id).or_else(|| first.map(twice))?;
        Some(error.at(at).within(input))
    });
    wrong.collect()
}
