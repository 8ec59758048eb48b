//! Facts behind a difference.

use crate::Text;
use crate::kpi::Fact;
use crate::number::Exact;
use std::collections::HashMap;

/// Facts by key.
#[derive(Debug, Default)]
pub(super) struct Behind<'a>(HashMap<&'a str, &'a Fact>);

impl<'a> Behind<'a> {
    pub(super) fn new(facts: &'a [Fact]) -> Behind<'a> {
        Behind(facts.iter().map(|fact| (fact.key.as_str(), fact)).collect())
    }

    /// Those of the facts that are as much as a difference.
    pub(super) fn likely(&self, facts: &[Text], difference: Option<&Exact>) -> Vec<Text> {
        let Some(difference) = difference else { return Vec::new() };
        let size = |number: &Exact| number.to_string().trim_start_matches('-').to_owned();
        let wanted = size(difference);
        let is_as_much = |key: &&Text| {
            self.0.get(key.as_str()).is_some_and(|fact| {
                let amounts = [fact.amount, fact.finance_amount, fact.list_amount];
                let amounts = amounts.into_iter().flatten().map(Exact::from);
                let area = fact.area.map(Exact::from);
                amounts.chain(area).any(|own| size(&own) == wanted)
            })
        };
        facts.iter().filter(is_as_much).cloned().collect()
    }
}
