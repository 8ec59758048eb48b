//! The fields in which two states differ.

use super::ChangedField;
use crate::Label;
use crate::json::{Node, Write};
use std::borrow::Cow;
use std::fmt::Write as _;

/// A state as its JSON.
pub(super) fn written(state: &impl Write) -> String {
    let mut text = String::new();
    state.write(&mut text);
    text
}

/// The word that a change has as `kind`.
pub(super) fn kind(change: &impl Write) -> String {
    let text = written(change);
    let node = Node::parse(&text).unwrap_or(Node::Absent);
    node.get("kind").and_then(Node::as_str).unwrap_or_default().to_owned()
}

/// Where two states differ, in the order of their fields. Versions of the states are left out: the
/// events say them.
pub(super) fn changed(before: &str, after: &str) -> Vec<ChangedField> {
    let mut found = Vec::new();
    // The writer of the library writes nothing that its reader does not read.
    let before = Node::parse(before).unwrap_or(Node::Absent);
    let after = Node::parse(after).unwrap_or(Node::Absent);
    differ("", &before, &after, &mut found);
    found.retain(|one| !["/version", "/changed_at"].contains(&one.field.as_str()));
    found
}

fn differ(at: &str, before: &Node<'_>, after: &Node<'_>, found: &mut Vec<ChangedField>) {
    if before == after {
        return;
    }
    let (old, new) = (inner(before), inner(after));
    if old.is_none() && new.is_none() {
        // What is null is as absent.
        if leaf(before) == leaf(after) {
            return;
        }
        found.push(ChangedField { field: at.into(), before: leaf(before), after: leaf(after) });
        return;
    }
    // What was a value and is a record, or the other way round.
    if old.is_none() && leaf(before).is_some() {
        found.push(ChangedField { field: at.into(), before: leaf(before), after: None });
    }
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    for (name, value) in &old {
        let other = new.iter().find(|(known, _)| known == name).map(|(_, value)| *value);
        differ(&below(at, name), value, other.unwrap_or(&Node::Absent), found);
    }
    for (name, value) in new.iter().filter(|(name, _)| !old.iter().any(|(known, _)| known == name))
    {
        differ(&below(at, name), &Node::Absent, value, found);
    }
    if inner(after).is_none() && leaf(after).is_some() {
        found.push(ChangedField { field: at.into(), before: None, after: leaf(after) });
    }
}

/// What lies in a record or a list, each with its name or its place.
fn inner<'n, 't>(node: &'n Node<'t>) -> Option<Vec<(Cow<'n, str>, &'n Node<'t>)>> {
    match node {
        Node::Object(fields) => {
            Some(fields.iter().map(|(name, value)| (Cow::Borrowed(name.as_ref()), value)).collect())
        }
        Node::List(items) => {
            let named = items.iter().enumerate();
            Some(named.map(|(at, item)| (Cow::Owned(at.to_string()), item)).collect())
        }
        _ => None,
    }
}

/// A value as it is shown; nothing for what is not there.
fn leaf(node: &Node<'_>) -> Option<Label> {
    match node {
        Node::Absent | Node::Null | Node::Object(_) | Node::List(_) => None,
        Node::Text(text) => Some(text.as_ref().into()),
        Node::Number(digits) => Some((*digits).into()),
        Node::Bool(value) => Some(Label::constant(if *value { "true" } else { "false" })),
    }
}

fn below(at: &str, name: &str) -> String {
    let mut below = at.to_owned();
    // Writing to a text cannot fail.
    let _ = write!(below, "/{}", name.replace('~', "~0").replace('/', "~1"));
    below
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> Vec<String> {
        let shown = |value: &Option<Label>| value.as_deref().unwrap_or("-").to_owned();
        let changed = changed(before, after);
        let lines = changed
            .iter()
            .map(|one| format!("{} {} {}", one.field, shown(&one.before), shown(&one.after)));
        lines.collect()
    }

    #[test]
    fn every_value_that_differs_is_named_by_its_place() {
        assert!(told(r#"{"version":1,"a":1}"#, r#"{"version":2,"a":1}"#).is_empty());
        assert_eq!(
            told(
                r#"{"a":"x","b":{"c":true},"d":[{"e":1}],"f/g":0}"#,
                r#"{"a":"y","d":[{"e":1,"h":null},{"e":2}],"f/g":1,"i":{"j":"k"}}"#
            ),
            ["/a x y", "/b/c true -", "/d/1/e - 2", "/f~1g 0 1", "/i/j - k"]
        );
    }

    #[test]
    fn a_value_that_becomes_a_record_is_told_as_both() {
        assert_eq!(told(r#"{"a":1}"#, r#"{"a":{"b":2}}"#), ["/a 1 -", "/a/b - 2"]);
        assert_eq!(told(r#"{"a":[1]}"#, r#"{"a":2}"#), ["/a/0 1 -", "/a - 2"]);
    }
}
