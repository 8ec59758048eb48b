//! What reports are made of, from a record of sales.

use super::args::AboutArgs;
use crate::commented;
use crate::failure::{Choose, Failure};
use crate::record::{self, Reading, Record};
use crate::text::Say;
use kaipan::error::{Code, Lang};
use kaipan::organisation::{Assignment, OrgKind, OrgNode, Organisation, ProjectCompany};
use kaipan::report::{ReportReader, ReportRecords};
use kaipan::{Date, Label, Text, Time};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What was recorded, and who reads it.
pub(super) struct Recorded {
    pub(super) records: ReportRecords,
    pub(super) reader: Option<ReportReader>,
    /// The node that was asked for.
    pub(super) node: Option<Text>,
    /// How many posts of the record the ledger has refused.
    pub(super) refused: usize,
}

/// A record as it is read first: its last day decides the period where none is asked for.
pub(super) fn read(file: &Path, about: &AboutArgs, lang: Lang) -> Result<Record, Failure> {
    let reading = Reading { known_at: about.as_known, policy: None, with_sources: true };
    record::read(file, reading, lang)
}

impl Recorded {
    /// What reports are made of. Homes and services are as they were at the end of the day looked at.
    ///
    /// # Errors
    /// As [`record::read`]; a file of further records that cannot be read; a node that is not there.
    pub(super) fn new(
        file: &Path,
        about: &AboutArgs,
        record: Record,
        as_of: Date,
        lang: Lang,
    ) -> Result<Recorded, Failure> {
        let evening = Time::at(as_of, 23, 59, 59);
        let later = evening.filter(|evening| record.last_at.is_some_and(|last| last > *evening));
        let then = match later {
            Some(_) => {
                let reading = Reading { known_at: later, policy: None, with_sources: true };
                Some(record::read(file, reading, lang)?)
            }
            None => None,
        };
        let known = then.as_ref().unwrap_or(&record);
        let (homes, services) = (known.sources.homes(), known.followed());
        let refused = record.refused.len();
        let sources = record.sources;
        let nodes = record.nodes;
        let organisation = organisation(nodes);
        let node = about.node.as_ref().map(|name| found(name, &organisation, lang)).transpose()?;
        let reader = reader(about, &organisation, node.as_ref(), sources.assignments);
        let mut records = ReportRecords {
            organisation: Some(organisation),
            units: sources.units,
            homes,
            permits: sources.permits,
            events: sources.events,
            stock_events: sources.stock_events,
            postings: sources.postings,
            follow_ups: sources.follow_ups,
            contracts: sources.contracts,
            spend: sources.spend,
            targets: sources.targets,
            services,
            customers: record.customers.into_values().collect(),
            ..ReportRecords::default()
        };
        if let Some(more) = &about.more {
            let further: ReportRecords =
                commented::read(more).map_err(|error| match error.code() {
                    Code::InputFile => Failure::plain(&error),
                    _ => Failure::in_file(&more.display().to_string(), &error),
                })?;
            add(&mut records, further);
        }
        Ok(Recorded { records, reader, node, refused })
    }
}

/// The organisation; the project companies are those that its nodes name.
fn organisation(nodes: Vec<OrgNode>) -> Organisation {
    let names: BTreeMap<&Text, &Label> = nodes.iter().map(|node| (&node.id, &node.name)).collect();
    let codes: BTreeSet<&Text> = nodes.iter().filter_map(|node| node.company.as_ref()).collect();
    let company = |code: &Text| {
        let name = names.get(code).map_or_else(|| Label::from(code), |name| (*name).clone());
        ProjectCompany::new(code.clone(), name)
    };
    let companies = codes.into_iter().map(company).collect();
    let mut organisation = Organisation::new(nodes);
    organisation.companies = companies;
    organisation
}

/// The id of a node that is asked for by id or name.
fn found(name: &Text, organisation: &Organisation, lang: Lang) -> Result<Text, Failure> {
    let nodes = &organisation.nodes;
    let by_id = nodes.iter().find(|node| node.id == *name);
    let names = nodes.iter().map(|node| Text::from(node.name.as_str()));
    let by_name = || nodes.iter().zip(names).find(|(_, own)| own == name).map(|(node, _)| node);
    if let Some(node) = by_id.or_else(by_name) {
        return Ok(node.id.clone());
    }
    let what = match lang {
        Lang::Zh => format!("记录里没有组织单位“{name}”"),
        Lang::En => format!("the record has no node \"{name}\""),
    };
    let shown = |kind: OrgKind| !matches!(kind, OrgKind::Building | OrgKind::Agent);
    let choices = nodes.iter().filter(|node| shown(node.kind));
    let choices = choices.map(|node| (node.id.to_string(), node.name.to_string()));
    let mend = lang.say("可以是：", "it can be:").to_owned();
    Err(Failure::Choose(Choose { what, mend, choices: choices.collect() }))
}

/// Who reads: a person of the record, or somebody of a role at the node, else at every root.
fn reader(
    about: &AboutArgs,
    organisation: &Organisation,
    node: Option<&Text>,
    assignments: Vec<Assignment>,
) -> Option<ReportReader> {
    if let Some(person) = &about.reader {
        return Some(ReportReader::new(person.clone(), assignments));
    }
    let role = about.role.as_ref()?;
    let person = Text::from("reader");
    let at = |node: &Text| Assignment::new(person.clone(), role.clone(), node.clone());
    let assignments = match node {
        Some(node) => vec![at(node)],
        None => {
            let roots = organisation.nodes.iter().filter(|node| node.parents.is_empty());
            roots.map(|root| at(&root.id)).collect()
        }
    };
    Some(ReportReader::new(person.clone(), assignments))
}

/// Adds further records: lists are continued, what stands alone is replaced.
fn add(records: &mut ReportRecords, further: ReportRecords) {
    macro_rules! continued {
        ($($list:ident)*) => { $(records.$list.extend(further.$list);)* };
    }
    continued! {
        units homes permits events stock_events entries postings follow_ups contracts facts targets claims
        claim_deals prepayments services definitions customers merges opportunities cycle_bands
        packaging reminders reasons breaches persons sheets spend costs node_plans exceptions notes
    }
    records.organisation = further.organisation.or(records.organisation.take());
    records.prices_until = further.prices_until.or(records.prices_until);
    records.working_days = further.working_days.or(records.working_days.take());
    records.state = further.state.or(records.state.take());
    records.policy = further.policy.or(records.policy.take());
    records.forecast_policy = further.forecast_policy.or(records.forecast_policy.take());
}
