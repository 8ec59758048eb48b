//! Figures of a list: of persons, nodes, products, customers.

use crate::Text;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input};
use crate::number::Figure;
use crate::organisation::OrgKind;
use kaipan_derive::boundary;

/// A figure of somebody or something in a list.
#[boundary]
pub struct ListedFigure {
    /// Its id, unique in the list: a person, a node, a product, a customer.
    pub id: Text,
    /// Its figure; absent if there is none.
    pub value: Option<Figure>,
    /// The level of a node of the organisation. Nodes of different levels are not compared.
    pub level: Option<OrgKind>,
}

/// What is wrong with a list: blank ids, ids given twice.
pub(super) fn wrong_list(items: &[ListedFigure]) -> Vec<Error> {
    let repeats = with_repeats(items, |item| &item.id);
    let wrong = repeats.flat_map(|(at, item, first)| {
        let twice = first.map(|first| {
            Error::new(Code::KpiIdTwice).with("id", &item.id).with("first", first).at("id")
        });
        let own = blank(Code::KpiBlank, "id", &item.id).into_iter().chain(twice);
        own.map(move |error| error.at(at).within(Input::Items))
    });
    wrong.collect()
}
