//! The fields of an object, in the order of the type that is read.

use super::misfit::place_of;
use super::{FieldNames, Misfit, Node, Read};
use crate::error::{Code, Error, MOST, PlaceStep};
use std::borrow::Cow;

/// The fields of an object in the order of its type; of something that is none, nothing is said.
#[derive(Debug)]
pub struct Fields<'n, 't> {
    /// In the order of the text.
    pub(super) given: Option<&'n [(Cow<'t, str>, Node<'t>)]>,
    /// Where in the text the next field is looked for first.
    next: usize,
    /// How many were found.
    found: usize,
    /// All names, and those that are left.
    names: FieldNames,
    left: FieldNames,
    /// The name of the field that reading is in.
    name: &'static str,
    depth: usize,
    misfit: &'n Misfit,
}

impl<'n, 't> Fields<'n, 't> {
    pub(super) fn new(names: FieldNames, misfit: &'n Misfit) -> Fields<'n, 't> {
        let depth = misfit.trail.borrow().len();
        Fields { given: None, next: 0, found: 0, names, left: names, name: "", depth, misfit }
    }

    /// The next field, which has to be there.
    #[expect(clippy::should_implement_trait, reason = "each one is of another type")]
    pub fn next<T: Read>(&mut self) -> T {
        T::read(self.required(), self.misfit)
    }

    /// The next field, or what it is where it is missing.
    pub fn next_or<T: Read>(&mut self, missing: impl FnOnce() -> T) -> T {
        match self.take() {
            Node::Absent => missing(),
            node => T::read(node, self.misfit),
        }
    }

    /// The next field, an option, a list or a boolean: these read what is missing as nothing.
    pub fn maybe<T: Read>(&mut self) -> T {
        T::read(self.take(), self.misfit)
    }

    #[inline(never)]
    fn required(&mut self) -> &'n Node<'t> {
        let node = self.take();
        if matches!(node, Node::Absent) && self.given.is_some() {
            self.misfit.trail.borrow_mut().truncate(self.depth);
            let error = Error::new(Code::JsonMissingField).with("field", self.name);
            self.misfit.refuse(error, Some(usize::MAX));
        }
        node
    }

    /// The value of the next field. Reading goes on in it.
    #[inline(never)]
    pub(super) fn take(&mut self) -> &'n Node<'t> {
        let (name, left) = self.left.split_first().unwrap_or((&"", &[]));
        self.name = name;
        self.left = left;
        let given = self.given.unwrap_or_default();
        if self.found == given.len() {
            // All that is given has been found, and belonged to earlier names.
            self.check_end();
            return &Node::Absent;
        }
        // Most requests have their fields in the order of the type.
        let (before, after) = given.split_at_checked(self.next).unwrap_or((given, &[]));
        let (node, place) = match after.iter().position(|(known, _)| known == name) {
            Some(at) => (after.get(at), self.next.saturating_add(at)),
            None => {
                let at = before.iter().position(|(known, _)| known == name);
                (at.and_then(|at| before.get(at)), at.unwrap_or(usize::MAX))
            }
        };
        if node.is_some() {
            self.found = self.found.saturating_add(1);
            self.next = place.saturating_add(1);
        }
        self.check_end();
        let Some((_, node)) = node else { return &Node::Absent };
        self.misfit.go(self.depth, PlaceStep::Field(name), place);
        node
    }

    /// When all fields of the type have been looked for, every one given should have been found.
    pub(super) fn check_end(&self) {
        let given = self.given.unwrap_or_default();
        if self.left.is_empty() && self.found != given.len() {
            self.tell_others(given);
        }
    }

    /// Tells which fields the type does not have. That one is given twice is told after everything
    /// else that is wrong with a request.
    #[cold]
    fn tell_others(&self, given: &[(Cow<'_, str>, Node<'_>)]) {
        self.misfit.found.set(true);
        self.misfit.trail.borrow_mut().truncate(self.depth);
        let mut told: Vec<&str> = Vec::new();
        for (place, (name, _)) in given.iter().enumerate() {
            if told.len() < MOST
                && place_of(name, self.names).is_none()
                && !told.contains(&name.as_ref())
            {
                told.push(name);
                let error = Error::new(Code::JsonUnknownField).with("field", name);
                let error = error.with_long("known", self.names.join(", "));
                let error = error.with_nearest(self.names.iter().copied(), name);
                self.misfit.refuse(error.at(crate::Label::from(name.as_ref())), Some(place));
            }
        }
    }
}
