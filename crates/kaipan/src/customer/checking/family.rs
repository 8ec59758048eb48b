//! 家庭: customers who are family of each other.

use crate::Text;
use crate::check::KnownNames;
use crate::customer::record::{Customer, FamilyRelation};
use crate::customer::sets::Sets;
use crate::error::{Code, Error, Finding, Input, finding};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// 家庭: customers who are linked as family, by however many links.
#[boundary(answer)]
pub struct Family {
    /// Their ids, the oldest record first.
    #[boundary(required)]
    pub members: Vec<Text>,
}

/// Links of a family, each once for the two that it links, and what is wrong with them.
pub(super) struct Families {
    pub(super) families: Vec<Family>,
    pub(super) findings: Vec<Finding>,
}

pub(super) fn families(customers: &[Customer]) -> Families {
    let mut order: Vec<usize> = (0..customers.len()).collect();
    order.sort_by_key(|at| customers.get(*at).map(Customer::age));
    let by_age: Vec<(usize, &Customer)> =
        order.iter().filter_map(|at| Some((*at, customers.get(*at)?))).collect();
    let ids = by_age.iter().enumerate().map(|(rank, (_, customer))| (&customer.id, rank));
    let places: BTreeMap<&Text, usize> = ids.collect();
    let mut sets = Sets::new(by_age.len());
    let known = KnownNames::new(places.keys().map(|id| id.as_str()));
    let mut findings = Vec::new();
    // What the second is to the first, of every link that was read.
    let mut relations: BTreeMap<(usize, usize), FamilyRelation> = BTreeMap::new();
    let mut spouses: BTreeMap<usize, usize> = BTreeMap::new();
    for (rank, (at, customer)) in by_age.iter().enumerate() {
        for (place, link) in customer.relatives.iter().enumerate() {
            let placed = |told: Finding, field: &'static str| {
                told.at(field).at(place).at("relatives").at(*at).within(Input::Customers)
            };
            let Some(other) = places.get(&link.customer).copied() else {
                let error = Error::new(Code::CustomerUnknown).with("id", &link.customer);
                let told = known.near(error, &link.customer).finding();
                findings.push(placed(told, "customer"));
                continue;
            };
            if other == rank {
                let told = finding!(Code::CustomerFamilySelf, id = customer.id);
                findings.push(placed(told, "customer"));
                continue;
            }
            sets.join(rank, other);
            let (pair, relation) = match rank < other {
                true => ((rank, other), link.relation),
                false => ((other, rank), link.relation.turned()),
            };
            let before = *relations.entry(pair).or_insert(relation);
            if before != relation {
                let told = finding!(
                    Code::CustomerFamilyDiffers,
                    id = customer.id,
                    other_id = link.customer,
                    relation = link.relation.word(),
                    relation_zh = link.relation.chinese()
                );
                findings.push(placed(told, "relation"));
            }
            if link.relation == FamilyRelation::Spouse {
                for (one, two) in [(rank, other), (other, rank)] {
                    if *spouses.entry(one).or_insert(two) != two {
                        let id =
                            by_age.get(one).map(|(_, one)| one.id.as_str()).unwrap_or_default();
                        let told = finding!(Code::CustomerSpouseTwice, id);
                        findings.push(placed(told, "relation"));
                    }
                }
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<Text>> = BTreeMap::new();
    for (rank, (_, customer)) in by_age.iter().enumerate() {
        groups.entry(sets.first(rank)).or_default().push(customer.id.clone());
    }
    let families = groups.into_values().filter(|members| members.len() > 1);
    Families { families: families.map(|members| Family { members }).collect(), findings }
}
