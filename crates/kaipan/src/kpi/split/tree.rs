//! Parts of a whole, of which each may have parts of its own.

use super::part::SplitPart;
use crate::check::with_repeats;
use crate::error::{Code, Error, Input, Result};
use crate::number::{Figure, overflow};
use std::collections::HashMap;

/// The parts below each part, in the order given.
pub(super) struct PartTree<'a> {
    parts: &'a [SplitPart],
    /// Places of the parts that have no parent.
    pub(super) top: Vec<usize>,
    below: Vec<Vec<usize>>,
    /// Every part behind the one that it is a part of.
    pub(super) order: Vec<usize>,
}

impl<'a> PartTree<'a> {
    /// The tree of parts without errors.
    pub(super) fn new(parts: &'a [SplitPart]) -> Result<PartTree<'a>> {
        let mut errors = Vec::new();
        if parts.is_empty() {
            errors.push(Error::new(Code::KpiNoParts));
        }
        let places: HashMap<&str, usize> =
            parts.iter().enumerate().rev().map(|(at, part)| (part.id.as_str(), at)).collect();
        let mut tree = PartTree {
            parts,
            top: Vec::new(),
            below: vec![Vec::new(); parts.len()],
            order: Vec::new(),
        };
        for (at, part, first) in with_repeats(parts, |part| &part.id) {
            let twice = first.map(|first| {
                Error::new(Code::KpiIdTwice).with("id", &part.id).with("first", first).at("id")
            });
            errors.extend(twice.into_iter().chain(part.errors()).map(|error| error.at(at)));
            let Some(parent) = &part.parent else {
                tree.top.push(at);
                continue;
            };
            match places.get(parent.as_str()).and_then(|parent| tree.below.get_mut(*parent)) {
                Some(below) => below.push(at),
                None => {
                    let names = parts.iter().map(|part| part.id.as_str());
                    let error = Error::new(Code::KpiPartUnknown).with("id", parent);
                    errors.push(error.with_nearest(names, parent).at("parent").at(at));
                }
            }
        }
        tree.walk();
        if errors.is_empty() {
            errors.extend(tree.circle());
        }
        Error::collect(errors.into_iter().map(|error| error.within(Input::Parts)).collect())?;
        Ok(tree)
    }

    fn walk(&mut self) {
        let mut order = self.top.clone();
        let mut next = 0;
        while let Some(at) = order.get(next).copied() {
            order.extend(self.below(at));
            next = next.saturating_add(1);
        }
        self.order = order;
    }

    /// Parts that lead to no whole: they are parts of each other.
    fn circle(&self) -> Option<Error> {
        let mut reached = vec![false; self.parts.len()];
        for at in &self.order {
            if let Some(slot) = reached.get_mut(*at) {
                *slot = true;
            }
        }
        let at = reached.iter().position(|reached| !reached)?;
        let part = self.parts.get(at)?;
        Some(Error::new(Code::KpiCircle).with("id", &part.id).at("parent").at(at))
    }

    /// Places of the parts of a part.
    pub(super) fn below(&self, at: usize) -> &[usize] {
        self.below.get(at).map(Vec::as_slice).unwrap_or_default()
    }

    /// What parts report together; `None` if one of them reports nothing.
    pub(super) fn sum(&self, of: &[usize], reported: &[Option<Figure>]) -> Result<Option<Figure>> {
        let mut sum = Figure::ZERO;
        for at in of {
            let Some(value) = reported.get(*at).copied().flatten() else { return Ok(None) };
            sum = sum.checked_add(value).ok_or_else(overflow)?;
        }
        Ok(Some(sum))
    }
}
