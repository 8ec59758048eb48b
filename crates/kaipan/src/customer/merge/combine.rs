//! One record from several: the oldest, and what the others add in the order of their age.

use super::record::{MergedCustomer, TrailTotal};
use crate::Text;
use crate::customer::identity::{Paper, PaperNumber, Phone, name_key};
use crate::customer::record::{
    Customer, CustomerField, CustomerPreferences, CustomerWork, TrailEntry, TrailKind,
};
use crate::error::{At, Code, Finding, Input, Result, finding};
use crate::number::Money;
use std::collections::{BTreeMap, BTreeSet};

/// Fields of which a customer has one value: that of the oldest record stands, and another one is
/// told. (A name that differs becomes another name.)
const SINGLE: [CustomerField; 12] = [
    CustomerField::Email,
    CustomerField::BirthDate,
    CustomerField::Gender,
    CustomerField::MemberCard,
    CustomerField::MailingAddress,
    CustomerField::RegisteredAddress,
    CustomerField::MaritalStatus,
    CustomerField::HouseholdSize,
    CustomerField::Employer,
    CustomerField::Position,
    CustomerField::CustomerClass,
    CustomerField::City,
];

/// One customer from the records of a group, the oldest first.
pub(super) fn combined(
    oldest: &Customer,
    others: &[&Customer],
    findings: &mut Vec<Finding>,
) -> Result<MergedCustomer> {
    let mut customer = oldest.clone();
    count_once(&mut customer, findings);
    for other in others {
        tell_differences(&customer, other, findings);
        add(&mut customer, other);
    }
    let members: Vec<Text> = std::iter::once(oldest)
        .chain(others.iter().copied())
        .map(|member| member.id.clone())
        .collect();
    customer.relatives.retain(|link| !members.contains(&link.customer));
    customer.trail.sort_by(|a, b| trail_order(a).cmp(&trail_order(b)));
    tell_open_twice(&customer, findings);
    let totals = totals(&customer.trail).at("trail").within(Input::Customers)?;
    Ok(MergedCustomer { customer, members, totals })
}

/// An entry that stands in the trail of the oldest record more than once is one.
fn count_once(customer: &mut Customer, findings: &mut Vec<Finding>) {
    let mut there: BTreeMap<(TrailKind, Text), TrailEntry> = BTreeMap::new();
    customer.trail.retain(|entry| {
        let key = (entry.kind, entry.id.clone());
        let Some(first) = there.get(&key) else {
            there.insert(key, entry.clone());
            return true;
        };
        if first != entry {
            let (entry, id) = (&entry.id, &customer.id);
            findings.push(finding!(Code::CustomerTrailDiffers, entry, id));
        }
        false
    });
}

/// Takes over what the kept record lacks.
fn add(kept: &mut Customer, other: &Customer) {
    macro_rules! fill {
        ($($field:ident),+) => {
            $(if kept.$field.is_none() { kept.$field.clone_from(&other.$field); })+
        };
    }
    fill!(
        email,
        birth_date,
        gender,
        member,
        mailing_address,
        registered_address,
        marital_status,
        household_size,
        customer_class,
        city,
        agent
    );
    let names = std::iter::once(&other.name).chain(&other.other_names);
    for name in names {
        let is_there = |own: &Text| name_key(own) == name_key(name);
        if !is_there(&kept.name) && !kept.other_names.iter().any(is_there) {
            kept.other_names.push(name.clone());
        }
    }
    append(&mut kept.phones, &other.phones, phone_key);
    append(&mut kept.papers, &other.papers, paper_key);
    append(&mut kept.relatives, &other.relatives, |link| link.customer.clone());
    append(&mut kept.attributes, &other.attributes, |attribute| attribute.name.clone());
    append(&mut kept.shares, &other.shares, |share| share.id.clone());
    append(&mut kept.trail, &other.trail, |entry| (entry.kind, entry.id.clone()));
    append(&mut kept.presences, &other.presences, |presence| presence.node.clone());
    kept.work = joined(kept.work.take(), other.work.as_ref(), add_work);
    kept.preferences = joined(kept.preferences.take(), other.preferences.as_ref(), add_preferences);
}

/// What is in the other list and not in this one.
fn append<T: Clone, K: Ord>(list: &mut Vec<T>, other: &[T], key: impl Fn(&T) -> K) {
    let mut there: BTreeSet<K> = list.iter().map(&key).collect();
    list.extend(other.iter().filter(|one| there.insert(key(one))).cloned());
}

fn joined<T: Clone>(kept: Option<T>, other: Option<&T>, add: fn(&mut T, &T)) -> Option<T> {
    match (kept, other) {
        (Some(mut kept), Some(other)) => {
            add(&mut kept, other);
            Some(kept)
        }
        (kept, other) => kept.or_else(|| other.cloned()),
    }
}

fn add_work(kept: &mut CustomerWork, other: &CustomerWork) {
    let CustomerWork { employer, industry, position, income_band } = kept;
    let pairs = [
        (employer, &other.employer),
        (industry, &other.industry),
        (position, &other.position),
        (income_band, &other.income_band),
    ];
    pairs.into_iter().filter(|(own, _)| own.is_none()).for_each(|(own, more)| own.clone_from(more));
}

fn add_preferences(kept: &mut CustomerPreferences, other: &CustomerPreferences) {
    let texts = [(&mut kept.purpose, &other.purpose), (&mut kept.medium, &other.medium)];
    texts.into_iter().filter(|(own, _)| own.is_none()).for_each(|(own, more)| own.clone_from(more));
    // A range is taken as a whole: two halves of two records are no wish of anybody.
    if kept.area_from.is_none() && kept.area_to.is_none() {
        (kept.area_from, kept.area_to) = (other.area_from, other.area_to);
    }
    if kept.budget_from.is_none() && kept.budget_to.is_none() {
        (kept.budget_from, kept.budget_to) = (other.budget_from, other.budget_to);
    }
    append(&mut kept.layouts, &other.layouts, Text::clone);
    append(&mut kept.districts, &other.districts, Text::clone);
}

/// The same number in two spellings is one; what cannot be read is itself.
fn phone_key(phone: &Text) -> Result<Phone, Text> {
    Phone::read(phone).map_err(|_| phone.clone())
}

fn paper_key(paper: &Paper) -> Result<PaperNumber, (crate::customer::PaperKind, Text)> {
    PaperNumber::of(paper).map_err(|_| (paper.kind, paper.number.clone()))
}

/// What decides the order of a trail, whatever record an entry came with.
fn trail_order(entry: &TrailEntry) -> (crate::Time, u32, TrailKind, &Text) {
    (entry.recorded_at, entry.sequence, entry.kind, &entry.id)
}

fn tell_differences(kept: &Customer, other: &Customer, findings: &mut Vec<Finding>) {
    for field in SINGLE {
        let (own, more) = (field.values(kept, None), field.values(other, None));
        if !own.is_empty() && !more.is_empty() && own != more {
            findings.push(finding!(
                Code::CustomerMergeDiffers,
                field = field.word(),
                field_zh = field.chinese(),
                id = other.id
            ));
        }
    }
    let agents = kept.agent.as_ref().zip(other.agent.as_ref());
    if let Some((agent, other_agent)) = agents.filter(|(one, two)| one != two) {
        findings.push(finding!(Code::CustomerMergeAgents, agent, other_agent, id = other.id));
    }
    let key = |entry: &'_ TrailEntry| (entry.kind, entry.id.clone());
    let own: BTreeMap<_, &TrailEntry> = kept.trail.iter().map(|one| (key(one), one)).collect();
    for entry in &other.trail {
        if own.get(&key(entry)).is_some_and(|one| *one != entry) {
            findings.push(finding!(Code::CustomerTrailDiffers, entry = entry.id, id = other.id));
        }
    }
}

/// A customer has at most one open opportunity in a project (handbook §9.2).
fn tell_open_twice(customer: &Customer, findings: &mut Vec<Finding>) {
    let open = customer.trail.iter().filter(|one| one.open && one.kind == TrailKind::Opportunity);
    let mut by_project: BTreeMap<&Text, Vec<&str>> = BTreeMap::new();
    for entry in open {
        if let Some(project) = &entry.project {
            by_project.entry(project).or_default().push(&entry.id);
        }
    }
    for (project, ids) in by_project.into_iter().filter(|(_, ids)| ids.len() > 1) {
        findings.push(finding!(Code::CustomerMergeOpenTwice, project, ids = ids.join(", ")));
    }
}

/// The entries of a trail by their kind.
pub(super) fn totals(trail: &[TrailEntry]) -> Result<Vec<TrailTotal>> {
    let mut kinds: BTreeMap<TrailKind, Vec<&TrailEntry>> = BTreeMap::new();
    trail.iter().for_each(|entry| kinds.entry(entry.kind).or_default().push(entry));
    let total = |(kind, entries): (TrailKind, Vec<&TrailEntry>)| {
        let amounts: Vec<Money> = entries.iter().filter_map(|entry| entry.amount).collect();
        let sum = Money::sum(amounts.iter().copied());
        let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let amount = if amounts.is_empty() { None } else { Some(sum?) };
        Ok(TrailTotal { kind, count, amount })
    };
    kinds.into_iter().map(total).collect()
}
