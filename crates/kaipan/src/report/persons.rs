//! Who is one customer and which nodes are one project, and when a customer first met a project.

use super::scene::{Scene, held};
use crate::customer::Merging;
use crate::error::Result;
use crate::kpi::{Fact, FactKind};
use crate::{Date, Text};
use std::collections::{BTreeMap, HashMap};

/// Customers after their merges: the id that is kept of each record that another one has taken in.
#[derive(Debug, Default)]
pub(super) struct Persons(HashMap<Text, Text>);

impl Persons {
    /// The id by which a customer is counted.
    pub(super) fn one<'p>(&'p self, customer: &'p Text) -> &'p Text {
        self.0.get(customer).unwrap_or(customer)
    }
}

/// The first call or visit of every customer at every project (首次接触).
pub(super) struct FirstContacts<'s> {
    scene: &'s Scene<'s>,
    persons: Persons,
    /// By customer, then by project.
    days: BTreeMap<(Text, Text), Date>,
    /// The customers of opportunities that ended with a deal, by deal.
    followed: HashMap<&'s Text, Vec<&'s Text>>,
}

impl Scene<'_> {
    /// Customers after the merges of the records.
    pub(super) fn persons(&self) -> Result<Persons> {
        let records = self.records;
        if records.merges.is_empty() {
            return Ok(Persons::default());
        }
        let merged = Merging::new(&records.customers, &records.merges);
        let merged = merged.and_then(|merging| merging.merged());
        let merged = merged.map_err(|error| error.moved(&held))?;
        Ok(Persons(merged.aliases.into_iter().map(|one| (one.alias, one.id)).collect()))
    }

    /// The project above a node on a day, by its id; the node itself where none is known.
    pub(super) fn project_id<'s>(&'s self, node: &'s Text, day: Date) -> &'s Text {
        let above = self.tree.as_ref().and_then(|tree| {
            let mut chain = tree.chain(tree.node(node)?, day);
            chain.find(|above| above.kind == crate::organisation::OrgKind::Project)
        });
        above.map_or(node, |above| &above.id)
    }
}

impl<'s> FirstContacts<'s> {
    /// Of all calls and visits up to the day looked at, whatever period is asked for.
    pub(super) fn new(scene: &'s Scene<'s>) -> Result<FirstContacts<'s>> {
        let persons = scene.persons()?;
        let mut days: BTreeMap<(Text, Text), Date> = BTreeMap::new();
        for fact in &scene.facts {
            if !matches!(fact.kind, FactKind::Call | FactKind::Visit) || fact.date > scene.as_of {
                continue;
            }
            let Some((customer, node)) = fact.customer.as_ref().zip(fact.node.as_ref()) else {
                continue;
            };
            let project = scene.project_id(node, fact.date);
            let key = (persons.one(customer).clone(), project.clone());
            let day = days.entry(key).or_insert(fact.date);
            *day = fact.date.min(*day);
        }
        let mut followed: HashMap<&Text, Vec<&Text>> = HashMap::new();
        for one in &scene.records.opportunities {
            if let Some(deal) = one.end.as_ref().and_then(|end| end.deal.as_ref()) {
                followed.entry(deal).or_default().push(&one.customer);
            }
        }
        Ok(FirstContacts { scene, persons, days, followed })
    }

    /// Days from the first contact to a sale: that of any of its buyers, or of whoever the opportunity was
    /// with. `None` where no call or visit came before it.
    pub(super) fn days_to(&self, sale: &Fact) -> Option<i64> {
        let project = self.scene.project_id(sale.node.as_ref()?, sale.date);
        let deal = sale.deal.as_ref();
        let known = deal.and_then(|deal| self.scene.deals.get(deal));
        let buyers = known.into_iter().flat_map(|deal| &deal.buyers).map(|buyer| &buyer.customer);
        let followed = deal.and_then(|deal| self.followed.get(deal)).into_iter().flatten().copied();
        let customers = sale.customer.iter().chain(buyers).chain(followed);
        let first = customers.filter_map(|customer| {
            let key = (self.persons.one(customer).clone(), project.clone());
            self.days.get(&key).copied()
        });
        let days = sale.date.days_since(first.min()?);
        (days >= 0).then_some(days)
    }
}
