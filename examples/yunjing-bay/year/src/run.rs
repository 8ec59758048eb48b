//! A whole year: one project after the other, none of them kept.

use crate::chance::Dice;
use crate::days::{clock, day};
use crate::desk::policy;
use crate::diary::Diary;
use crate::failure::Outcome;
use crate::proof::{Replayed, year_end};
use crate::record::Journal;
use crate::site::{Site, Source};
use crate::size::Size;
use crate::team::Team;
use crate::world::{World, YEAR};
use kaipan::approval::RouteTable;
use kaipan::organisation::OrgTree;
use std::collections::BTreeMap;
use std::io::Write;

/// Writes a year of a size by a seed; how many lines it has.
pub(crate) fn write_year(seed: u64, size: Size, out: &mut dyn Write) -> Outcome<u64> {
    write_projects(seed, size.projects(), out)
}

/// Writes projects, each by its number and its share of the homes in thousandths.
pub(crate) fn write_projects(
    seed: u64,
    projects: impl Iterator<Item = (u32, u32)>,
    out: &mut dyn Write,
) -> Outcome<u64> {
    let source = Source::read()?;
    let mut journal = Journal::new(out);
    for project in projects {
        write_project(&source, seed, project, &mut journal)?;
    }
    Ok(journal.written())
}

fn write_project(
    source: &Source,
    seed: u64,
    (number, thousandths): (u32, u32),
    journal: &mut Journal<'_>,
) -> Outcome {
    let mut dice = Dice::new(seed, number);
    let site = Site::new(source, &mut dice, number, thousandths)?;
    let team = Team::new(&site);
    let tree = OrgTree::new(&team.organisation)?;
    let (begin, end) = (clock(day(YEAR.0)?, 8 * 60)?, clock(day(YEAR.1)?, 20 * 60)?);
    journal.begin(&site.node);
    let mut world = World {
        dice,
        site,
        team: &team,
        tree: &tree,
        routes: RouteTable::preset(),
        policy: policy()?,
        journal,
        diary: Diary::new(begin, end),
        stock: Vec::new(),
        wanted: Vec::new(),
        surveys: BTreeMap::new(),
        sales: Vec::new(),
        households: Vec::new(),
        quotas: Vec::new(),
        requests: Vec::new(),
        numbers: BTreeMap::new(),
        by_deal: BTreeMap::new(),
        by_unit: BTreeMap::new(),
    };
    world.head(seed, number, thousandths)?;
    world.pass()?;
    let states = Replayed::of(&world);
    world.journal.end(end, |totals| year_end(totals, &states))
}
