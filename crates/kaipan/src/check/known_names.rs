//! KnownNames that many others point to: each is looked up without going through all of them.

use super::refer::{self, Kind};
use crate::error::{Error, Finding};
use crate::nearest::spelling;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

/// The nearest name is looked for so many times, each of which goes through all names. Who is told of
/// more names than that has the wrong list, and no use for a nearest name.
const SEARCHES: usize = 20;

/// KnownNames that others may point to.
pub(crate) struct KnownNames<'a> {
    /// In their own order, so that what is told does not depend on that of a list: of two names that
    /// are equally near the smaller is named.
    known: BTreeSet<&'a str>,
    /// The smallest name of each spelling; made when a name is missing.
    spellings: OnceCell<BTreeMap<Cow<'a, str>, &'a str>>,
    searches: Cell<usize>,
}

impl<'a> KnownNames<'a> {
    pub(crate) fn new(names: impl Iterator<Item = &'a str>) -> KnownNames<'a> {
        KnownNames { known: names.collect(), spellings: OnceCell::new(), searches: Cell::new(0) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.known.contains(name)
    }

    /// As [`refer::nowhere`].
    pub(crate) fn nowhere(&self, kind: Kind, name: &str) -> Option<Finding> {
        if self.contains(name) {
            return None;
        }
        let alike = self.spellings().get(&spelling(name)).copied();
        Some(match alike {
            Some(other) => refer::spelt_otherwise(kind, name, other),
            None => self.near(refer::unknown(kind, name), name).finding(),
        })
    }

    /// An error about a name that is missing, with the nearest of these.
    pub(crate) fn near(&self, error: Error, name: &str) -> Error {
        if let Some(other) = self.spellings().get(&spelling(name)) {
            return error.with_nearest([*other], name);
        }
        let searches = self.searches.get();
        if searches >= SEARCHES {
            return error;
        }
        self.searches.set(searches.saturating_add(1));
        error.with_nearest(self.known.iter().copied(), name)
    }

    fn spellings(&self) -> &BTreeMap<Cow<'a, str>, &'a str> {
        self.spellings.get_or_init(|| {
            let mut spellings = BTreeMap::new();
            for name in &self.known {
                spellings.entry(spelling(name)).or_insert(*name);
            }
            spellings
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    const KIND: Kind = ("customer", "客户");

    #[test]
    fn names_are_found_as_one_by_one() {
        let given = ["C-01", "C-2", "C-3", "王"];
        let names = KnownNames::new(given.into_iter());
        for name in ["C-01", "C-1", "c-2", "C-33", "王", "nosuch", ""] {
            let slow = refer::nowhere(KIND, name, given.into_iter());
            assert_eq!(names.nowhere(KIND, name), slow, "{name}");
        }
    }

    /// Counted, not timed: every search goes through all names, and there are few of them.
    #[test]
    fn however_many_names_are_missing_few_searches_are_made() {
        let given: Vec<String> = (0..20_000).map(|number| format!("customer-{number}x")).collect();
        let names = KnownNames::new(given.iter().map(String::as_str));
        let asked = (0..20_000).map(|number| format!("customer-{number}y"));
        let told: Vec<Finding> = asked.filter_map(|name| names.nowhere(KIND, &name)).collect();
        assert_eq!(told.len(), 20_000);
        assert!(told.iter().all(|found| found.code == Code::ProjectReferenceUnknown));
        assert_eq!(names.searches.get(), SEARCHES);
    }
}
