//! Names by which one part of a request points to another part of it, and that point nowhere.
//!
//! One that some other name has in another spelling is a violation
//! ([`Code::ProjectReferenceSpelling`]): almost surely that one was meant. Else it is a warning
//! ([`Code::ProjectReferenceUnknown`]) with the nearest name, if one is near. See ADR 14.

use crate::error::{Code, Error, Finding};
use crate::nearest::spelling;

/// A kind of name, in English and in Chinese.
pub(crate) type Kind = (&'static str, &'static str);

/// What there is to say about a name, if it is none of those that it may point to.
pub(crate) fn nowhere<'a>(
    kind: Kind,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<Finding> {
    if known.clone().any(|other| other == name) {
        return None;
    }
    if let Some(finding) = alike(kind, name, known.clone()) {
        return Some(finding);
    }
    Some(unknown(kind, name).with_nearest(known, name).finding())
}

/// The same, only if one of them differs in nothing but its spelling: where other names are in
/// order.
pub(crate) fn alike<'a>(
    kind: Kind,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<Finding> {
    // Where no name is known, none is alike.
    known.clone().next()?;
    if known.clone().any(|other| other == name) {
        return None;
    }
    let plain = spelling(name);
    let other = known.clone().find(|other| spelling(other) == plain)?;
    Some(spelt_otherwise(kind, name, other))
}

/// The name is none of those there are.
pub(super) fn unknown(kind: Kind, name: &str) -> Error {
    about(Code::ProjectReferenceUnknown, kind, name)
}

/// Another name differs from it in nothing but its spelling.
pub(super) fn spelt_otherwise(kind: Kind, name: &str, other: &str) -> Finding {
    about(Code::ProjectReferenceSpelling, kind, name).with_long("other", other).finding()
}

fn about(code: Code, (en, zh): Kind, name: &str) -> Error {
    Error::new(code).with("kind", en).with("kind_zh", zh).with_long("name", name)
}
