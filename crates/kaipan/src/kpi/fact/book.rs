//! Facts that were looked through: each key once, and each fact with what it goes back to.

use super::fact_kind::FactKind;
use super::record::Fact;
use super::told::Told;
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, MOST, Result};
use std::collections::HashMap;

/// Facts with the places of what they go back to.
#[derive(Debug, Clone)]
pub(in crate::kpi) struct FactBook<'a> {
    facts: &'a [Fact],
    origins: Vec<Option<usize>>,
    findings: Vec<Finding>,
}

impl<'a> FactBook<'a> {
    /// The book of facts; its errors and findings stand in this input.
    pub(in crate::kpi) fn new(facts: &'a [Fact], input: Input) -> Result<FactBook<'a>> {
        let mut errors = Vec::new();
        for (at, fact, first) in with_repeats(facts, |fact| &fact.key) {
            let twice = first.map(|first| {
                let error = Error::new(Code::KpiFactTwice).with("key", &fact.key);
                error.with("first", first).at("key")
            });
            errors.extend(fact.errors().into_iter().chain(twice).map(|error| error.at(at)));
        }
        let places: HashMap<&str, usize> =
            facts.iter().enumerate().map(|(at, fact)| (fact.key.as_str(), at)).collect();
        let origin = |fact: &Fact| places.get(fact.of.as_deref()?).copied();
        let origins: Vec<Option<usize>> = facts.iter().map(origin).collect();
        let mut book = FactBook { facts, origins, findings: Vec::new() };
        errors.extend(book.circle());
        Error::collect(errors.into_iter().map(|error| error.within(input)).collect())?;
        let told = Told { facts, origins: &book.origins }.findings().into_iter();
        let mut findings: Vec<Finding> = told.map(|told| told.within(input)).collect();
        let more = findings.len().saturating_sub(MOST);
        findings.truncate(MOST);
        findings.extend((more > 0).then(|| Error::unlisted(more).within(input).finding()));
        book.findings = findings;
        Ok(book)
    }

    pub(in crate::kpi) fn facts(&self) -> &'a [Fact] {
        self.facts
    }

    /// What a person should read about them.
    pub(in crate::kpi) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The nearest fact of one of these kinds that a fact goes back to.
    pub(in crate::kpi) fn origin(
        &self,
        at: usize,
        is_meant: impl Fn(FactKind) -> bool,
    ) -> Option<usize> {
        let mut before = self.before(at)?;
        loop {
            if self.facts.get(before).is_some_and(|fact| is_meant(fact.kind)) {
                return Some(before);
            }
            before = self.before(before)?;
        }
    }

    /// The first fact of the chain that a fact stands in.
    pub(in crate::kpi) fn root(&self, at: usize) -> usize {
        let mut root = at;
        while let Some(before) = self.before(root) {
            root = before;
        }
        root
    }

    fn before(&self, at: usize) -> Option<usize> {
        self.origins.get(at).copied().flatten()
    }

    /// A fact that goes back to itself.
    fn circle(&self) -> Option<Error> {
        // 0: not looked at; 1: on the way now; 2: leads to a beginning.
        let mut marks = vec![0_u8; self.facts.len()];
        for start in 0..self.facts.len() {
            let (mut way, mut next) = (Vec::new(), Some(start));
            while let Some(at) = next {
                let mark = marks.get_mut(at)?;
                if *mark == 1 {
                    let error =
                        Error::new(Code::KpiFactCircle).with("key", &self.facts.get(at)?.key);
                    return Some(error.at("of").at(at));
                }
                if *mark == 2 {
                    break;
                }
                *mark = 1;
                way.push(at);
                next = self.before(at);
            }
            for at in way {
                if let Some(mark) = marks.get_mut(at) {
                    *mark = 2;
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(key: &str, kind: FactKind, of: Option<&str>) -> Fact {
        let mut fact = Fact::new(key, kind, "2026-03-01".parse().unwrap());
        fact.of = of.map(Into::into);
        fact
    }

    #[test]
    fn facts_go_back_to_others() {
        let facts = [
            fact("quit", FactKind::Cancellation, Some("sign")),
            fact("sub", FactKind::Subscription, None),
            fact("sign", FactKind::Signing, Some("sub")),
            fact("lost", FactKind::Visit, Some("nowhere")),
        ];
        let book = FactBook::new(&facts, Input::Facts).unwrap();
        assert_eq!(book.origin(0, |kind| kind == FactKind::Signing), Some(2));
        assert_eq!(book.origin(0, |kind| kind == FactKind::Subscription), Some(1));
        assert_eq!(book.origin(0, |kind| kind == FactKind::Call), None);
        assert_eq!((book.root(0), book.root(1)), (1, 1));
        assert_eq!(book.findings().len(), 1);
    }

    #[test]
    fn a_cancellation_before_what_it_cancels_is_told() {
        let mut facts = [
            fact("sign", FactKind::Signing, None),
            fact("quit", FactKind::Cancellation, Some("sign")),
        ];
        assert!(FactBook::new(&facts, Input::Facts).unwrap().findings().is_empty());
        facts[1].date = "2026-02-28".parse().unwrap();
        let book = FactBook::new(&facts, Input::Facts).unwrap();
        assert_eq!(book.findings()[0].code, Code::KpiCancellationEarly);
    }

    #[test]
    fn what_goes_back_to_itself_is_refused() {
        let facts = [
            fact("a", FactKind::Signing, Some("b")),
            fact("b", FactKind::Signing, Some("a")),
            fact("b", FactKind::Signing, None),
        ];
        let error = FactBook::new(&facts[..2], Input::Facts).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::KpiFactCircle, "/facts/0/of".into()));
        let error = FactBook::new(&facts[1..], Input::Facts).unwrap_err();
        assert_eq!(error.code(), Code::KpiFactTwice);
    }
}
