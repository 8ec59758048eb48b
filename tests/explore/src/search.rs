//! Breadth first over every state that a small world can reach, by the real code.

use crate::case::Case;
use crate::commands::{Rules, Shape, row, shape};
use crate::cover::Cover;
use crate::happen::{forget, happen};
use crate::spoil::{never, spoil};
use crate::world::{Place, World};
use kaipan::approval::ApprovalKind;
use kaipan::deal::{
    DealAction, DealCommand, DealContext, DealRejection, DealRuling, Effect, Transition,
};
use kaipan::project::UnitState;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::collections::{HashMap, VecDeque};
use std::hash::Hasher;

/// What an exploration came to.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) name: String,
    pub(crate) states: usize,
    pub(crate) edges: usize,
    pub(crate) depth: u32,
    pub(crate) cover: Cover,
}

/// A command of a shape, and its row.
type Known = Vec<(&'static Transition, DealCommand)>;

struct Search<'a> {
    rules: &'a Rules,
    contexts: Vec<DealContext>,
    /// The number of a state by what it is: 128 bits of hash over its whole JSON.
    numbers: HashMap<[u64; 2], u32>,
    waiting: VecDeque<(u32, u32, World)>,
    edges: Vec<(u32, u32)>,
    at_rest: Vec<u32>,
    shapes: HashMap<Shape, Known>,
    depth: u32,
    cover: Cover,
}

/// Explores a small world to its end.
pub(crate) fn explore(rules: &Rules) -> Result<Report, String> {
    let mut search = Search {
        rules,
        contexts: rules.contexts(),
        numbers: HashMap::new(),
        waiting: VecDeque::new(),
        edges: Vec::new(),
        at_rest: Vec::new(),
        shapes: HashMap::new(),
        depth: 0,
        cover: Cover::default(),
    };
    search.reach(None, rules.start(), 0)?;
    while let Some((number, depth, world)) = search.waiting.pop_front() {
        search.depth = depth;
        search.expand(number, depth, &world)?;
    }
    search.check_not_stuck()?;
    let (states, edges) = (search.numbers.len(), search.edges.len());
    let name = format!("{} ({:?})", rules.name, rules.mode);
    Ok(Report { name, states, edges, depth: search.depth, cover: search.cover })
}

impl Search<'_> {
    fn expand(&mut self, number: u32, depth: u32, world: &World) -> Result<(), String> {
        for at in world.places() {
            let unit = self.rules.know(&mut self.contexts, world, at);
            let shape = shape(world, at);
            if !self.shapes.contains_key(&shape) {
                let known = self.look(world, at, unit);
                self.shapes.insert(shape, known);
            }
            let mut after = Vec::new();
            for (row, command) in &self.shapes[&shape] {
                let context = &self.contexts[unit];
                let ruling = world.ask(at, context, command);
                if self.cover.note(row, &ruling) {
                    self.cover.note_spoilt(row, world, at, context, command, self.rules);
                }
                if let DealRuling::Accepted { decision } = ruling {
                    let mut next = world.clone();
                    next.take(at, context, command, &decision);
                    next.check();
                    after.push(next);
                }
            }
            for next in after {
                self.reach(Some(number), next, depth + 1)?;
            }
        }
        for next in happen(self.rules, world) {
            next.check();
            self.reach(Some(number), next, depth + 1)?;
        }
        Ok(())
    }

    /// The commands that the table has for a shape. All others are refused as not in the table, and
    /// `options` has the same.
    fn look(&self, world: &World, at: Place, unit: usize) -> Known {
        let context = &self.contexts[unit];
        let options = world.deciding(at, context).options(&[]).expect("options of a sound world");
        let who = at.deal.unwrap_or(0);
        let mut known = Vec::new();
        for option in &options {
            let row = row(world, at, option);
            let ended = at.deal.is_some_and(|deal| world.deals[deal].deal.is_ended());
            assert!(!ended || only_money(row), "a way out of an ended deal: {option:?}");
            let command = |draft| (row, DealCommand { action: option.action, draft });
            known.extend(self.rules.drafts(row, who).into_iter().map(command));
        }
        let mut in_table: Vec<DealAction> = options.iter().map(|option| option.action).collect();
        in_table.sort();
        for action in DealAction::ALL.iter().filter(|action| !in_table.contains(action)) {
            let draft = kaipan::deal::DealDraft::default();
            let bare = DealCommand { action: *action, draft };
            match world.ask(at, context, &bare) {
                DealRuling::Rejected {
                    rejection: DealRejection::NotInTable { mut allowed, .. },
                } => {
                    allowed.sort();
                    assert_eq!(allowed, in_table, "{at:?} {action:?}");
                }
                other => panic!("options have no {action:?} here, and it is decided: {other:?}"),
            }
        }
        known
    }

    /// Notes that a state is reached, and puts it in the queue the first time.
    fn reach(&mut self, from: Option<u32>, mut world: World, depth: u32) -> Result<(), String> {
        forget(&mut world);
        let json = serde_json::to_vec(&world).map_err(|error| error.to_string())?;
        let new = u32::try_from(self.numbers.len()).map_err(|error| error.to_string())?;
        let number = match self.numbers.entry(hash(&json)) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(vacant) => {
                vacant.insert(new);
                if is_at_rest(&world) {
                    self.at_rest.push(new);
                }
                self.waiting.push_back((new, depth, world));
                new
            }
        };
        if self.numbers.len() > self.rules.budget {
            return Err(format!("{}: more than {} states", self.rules.name, self.rules.budget));
        }
        if let Some(from) = from.filter(|from| *from != number) {
            self.edges.push((from, number));
        }
        Ok(())
    }

    /// From every state, a state at rest is reached: nothing is sold, or everything is.
    fn check_not_stuck(&mut self) -> Result<(), String> {
        self.edges.sort_unstable();
        self.edges.dedup();
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); self.numbers.len()];
        for (from, to) in &self.edges {
            before[*to as usize].push(*from);
        }
        let mut gets_there = vec![false; self.numbers.len()];
        let mut waiting = self.at_rest.clone();
        while let Some(number) = waiting.pop() {
            if !std::mem::replace(&mut gets_there[number as usize], true) {
                waiting.extend(&before[number as usize]);
            }
        }
        match gets_there.iter().filter(|there| !**there).count() {
            0 => Ok(()),
            stuck => Err(format!("{}: {stuck} states never come to rest", self.rules.name)),
        }
    }
}

/// The row changes nothing about documents and unit: it settles what the cashier has still to do.
fn only_money(row: &Transition) -> bool {
    let of_money = |effect: &Effect| matches!(effect, Effect::FinishTodo | Effect::SettleTodo(_));
    row.effects.iter().all(of_money)
}

/// Nothing is pending: every deal is over or is a contract with nothing left to do, and every unit is
/// sold, or may be sold and nothing lies over it.
fn is_at_rest(world: &World) -> bool {
    let deals = world.deals.iter().all(|open| {
        let signed =
            open.deal.active().is_some_and(|one| one.kind == kaipan::deal::DocumentKind::Contract);
        (signed && open.deal.todos.is_empty())
            || (open.deal.documents.is_empty() && open.purse.is_empty())
    });
    let units = world.units.iter().all(|unit| {
        let free = unit.locks.is_empty() && unit.hold.is_none() && unit.reservation.is_none();
        let states = [UnitState::NotReleased, UnitState::OnSale, UnitState::Signed];
        free && states.contains(&unit.state)
    });
    deals && units
}

/// Two hashes of 64 bits: with a million states, the chance that any two fall together is about
/// 10⁻²⁷.
fn hash(json: &[u8]) -> [u64; 2] {
    [1_u8, 2].map(|salt| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(salt);
        hasher.write(json);
        hasher.finish()
    })
}

impl Cover {
    /// The first time that a row is fired, each of its guards is made unmet there, by itself.
    fn note_spoilt(
        &mut self,
        row: &'static Transition,
        world: &World,
        at: Place,
        context: &DealContext,
        command: &DealCommand,
        rules: &Rules,
    ) {
        let case = Case {
            row,
            mode: rules.mode,
            stock: at.unit.map(|unit| world.units[unit].clone()),
            deal: at.deal.map(|deal| world.deals[deal].deal.clone()),
            context: context.clone(),
            command: command.clone(),
        };
        for guard in row.guards.iter().filter(|guard| never(**guard, &case).is_none()) {
            let mut spoilt = case.clone();
            spoil(*guard, &mut spoilt);
            spoilt.context.approvals.retain(|one| one.asked.kind != ApprovalKind::Waiver);
            let ruling = spoilt.ask();
            self.note(row, &ruling);
            assert!(
                matches!(&ruling, DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } }
                    if guards.iter().any(|one| one.guard == *guard)),
                "{guard:?} was made unmet and is met: {}",
                spoilt.name()
            );
        }
    }
}
