//! 穿透: the facts behind rows of reports, as far as a reader may read them.

use super::reader::{Access, ReportReader, sight};
use super::records::ReportRecords;
use crate::builder::optional_inputs;
use crate::error::{Code, Finding, Input, Result, finding, told};
use crate::kpi::Fact;
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::HashMap;

/// The facts behind a row.
#[boundary(answer)]
pub struct ReportFacts {
    /// The facts, in the order in which they were asked for.
    #[boundary(required)]
    pub facts: Vec<ReportFact>,
    /// What a person should read: facts that are not there, or not for the reader.
    pub findings: Vec<Finding>,
}

told!(ReportFacts: findings);

/// A fact behind a row.
#[boundary(answer)]
pub struct ReportFact {
    /// The fact, without what is hidden.
    pub fact: Fact,
    /// What is personal is left out: the customer, and the amounts of a fact of one deal.
    pub hidden: bool,
}

/// Finds the facts behind rows of reports by their keys, as they are on a day (穿透, handbook §8.5.1).
///
/// A reader sees the facts of nodes where he may read reports or deals, and those of his own deals where he
/// may read only these. Without `deal.read` he does not see what is personal: the customer, and the amounts of
/// one deal. Errors and findings are placed in [`Input::Facts`], `Records` and `Reader`.
///
/// ```
/// use kaipan::error::Code;
/// use kaipan::kpi::{Fact, FactKind};
/// use kaipan::report::{FactsBehind, ReportRecords};
/// let call = Fact::new("c1", FactKind::Call, "2026-03-02".parse()?);
/// let records = ReportRecords { facts: vec![call.clone()], ..ReportRecords::default() };
/// let keys = ["c1".into(), "c2".into()];
/// let found = FactsBehind::new(&records, &keys, "2026-03-31".parse()?).find()?;
/// assert_eq!(found.facts[0].fact, call);
/// assert_eq!(found.findings[0].code, Code::ReportFactUnknown);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct FactsBehind<'a> {
    records: &'a ReportRecords,
    keys: &'a [Text],
    as_of: Date,
    reader: Option<&'a ReportReader>,
}

impl<'a> FactsBehind<'a> {
    /// Facts of records by their keys, on a day.
    pub fn new(records: &'a ReportRecords, keys: &'a [Text], as_of: Date) -> FactsBehind<'a> {
        FactsBehind { records, keys, as_of, reader: None }
    }

    optional_inputs! {
        /// Who reads them; nothing is hidden without one.
        reader: &'a ReportReader;
    }

    /// The facts.
    ///
    /// # Errors
    /// [`Code::ReportNowhere`], [`Code::ReportReaderAlone`]; as [`ReportRecords::counted_facts`].
    pub fn find(&self) -> Result<ReportFacts> {
        let tree = self.records.tree()?;
        let access = Access::of(tree.as_ref(), self.reader, self.as_of)?;
        if let Some(access) = &access {
            access.refuse(None, true)?;
        }
        let counted = self.records.counted_facts()?;
        let by_key: HashMap<&Text, &Fact> = counted.iter().map(|fact| (&fact.key, fact)).collect();
        let (mut facts, mut findings) = (Vec::with_capacity(self.keys.len()), Vec::new());
        for (at, key) in self.keys.iter().enumerate() {
            let known = by_key.get(key).copied().filter(|fact| fact.date <= self.as_of);
            match known.and_then(|fact| read(fact, access.as_ref())) {
                Some(fact) => facts.push(fact),
                None => findings.push(unknown(key, self.as_of).at(at).within(Input::Facts)),
            }
        }
        Ok(ReportFacts { facts, findings })
    }
}

/// What is told of a key that leads to nothing that the reader may read.
fn unknown(key: &Text, date: Date) -> Finding {
    finding!(Code::ReportFactUnknown, key, date)
}

/// A fact as the reader may read it; none if he may not.
fn read(fact: &Fact, access: Option<&Access<'_>>) -> Option<ReportFact> {
    let sight = sight(access, fact.node.as_ref(), fact.agent.as_ref());
    if !(sight.reports || sight.deals) {
        return None;
    }
    let is_personal = fact.deal.is_some() || fact.customer.is_some();
    if sight.deals || !is_personal {
        return Some(ReportFact { fact: fact.clone(), hidden: false });
    }
    let mut shown = Fact { customer: None, ..fact.clone() };
    if shown.deal.is_some() {
        (shown.amount, shown.finance_amount) = (None, None);
    }
    Some(ReportFact { fact: shown, hidden: true })
}
