//! Breadth first over every state that a small world can reach, by the real code.

use crate::case::Case;
use crate::commands::{Rules, Shape, row, shape};
use crate::cover::Cover;
use crate::exclude::never;
use crate::graph::Graph;
use crate::happen::{forget, happen};
use crate::spoil::spoil;
use crate::world::{Place, World};
use kaipan::approval::ApprovalKind;
use kaipan::deal::{
    DealAction, DealCommand, DealContext, DealRejection, DealRuling, Effect, Transition,
};
use kaipan::project::UnitState;
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// What an exploration came to.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) name: String,
    pub(crate) states: usize,
    pub(crate) edges: usize,
    pub(crate) depth: u32,
    /// Rows that were fired.
    pub(crate) rows: usize,
    pub(crate) cover: Cover,
    pub(crate) time: Duration,
}

/// A command of a shape, and its row.
type Known = Vec<(&'static Transition, DealCommand)>;

struct Search<'a> {
    rules: &'a Rules,
    contexts: Vec<DealContext>,
    graph: Graph<World>,
    shapes: HashMap<Shape, Known>,
    cover: Cover,
}

/// Explores a small world to its end.
pub(crate) fn explore(rules: &Rules) -> Result<Report, String> {
    let clock = Instant::now();
    let name = format!("{} ({:?})", rules.name, rules.mode);
    let graph = Graph::new(&name, rules.budget);
    let mut contexts = rules.contexts();
    // In the order of their ids, requests are seen to be given once each without being sorted.
    for context in &mut contexts {
        context.approvals.sort_by(|one, other| one.id.cmp(&other.id));
    }
    let shapes = HashMap::new();
    let mut search = Search { rules, contexts, graph, shapes, cover: Cover::default() };
    search.reach(None, None, rules.start())?;
    while let Some((from, world)) = search.graph.next() {
        search.expand(from, &world)?;
    }
    search.graph.check_not_stuck().map_err(|why| format!("{name}: {why}"))?;
    let Search { graph, cover, .. } = search;
    let (states, edges, depth) = (graph.states(), graph.edges(), graph.depth);
    Ok(Report { name, states, edges, depth, rows: cover.fired(), cover, time: clock.elapsed() })
}

impl Search<'_> {
    fn expand(&mut self, from: (u32, u32), world: &World) -> Result<(), String> {
        for at in world.places() {
            let unit = self.rules.know(&mut self.contexts, world, at);
            let shape = shape(world, at);
            if !self.shapes.contains_key(&shape) {
                let known = self.look(world, at, unit);
                self.shapes.insert(shape, known);
            }
            let mut after = Vec::new();
            let moving = self.rules.moving(&self.contexts[unit], world, at);
            for (row, command) in &self.shapes[&shape] {
                let moving = moving.as_ref().filter(|_| row.action == DealAction::ChangeUnit);
                let context = moving.unwrap_or(&self.contexts[unit]);
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
                self.reach(Some(from), Some(world), next)?;
            }
        }
        for next in happen(self.rules, world) {
            next.check();
            self.reach(Some(from), Some(world), next)?;
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
            // A row without a unit is the same whatever unit is looked at beside it.
            if row.units.is_empty() && at.unit.is_some() {
                continue;
            }
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

    /// Notes that a world is reached from one before it, after all that no decision looks at is
    /// forgotten. One that is as it was before is no new state, and no edge.
    fn reach(
        &mut self,
        from: Option<(u32, u32)>,
        before: Option<&World>,
        mut world: World,
    ) -> Result<(), String> {
        forget(&mut world);
        if before == Some(&world) {
            return Ok(());
        }
        let at_rest = is_at_rest(&world);
        let reached = self.graph.reach(from, world, at_rest);
        reached.map_err(|why| format!("{}: {why}", self.rules.name))
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
        let case = case.written_out();
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
