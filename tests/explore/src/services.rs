//! One deal with one service of each kind, explored to its end: the service is started and its steps
//! are done, branches are taken, the bank pays, the buyer quits and the money goes back.

use crate::commands::{Rules, know, rows};
use crate::cover::Cover;
use crate::desk;
use crate::graph::Graph;
use crate::happen::{forget, pay};
use crate::parts::served;
use crate::search::Report;
use crate::serving;
use crate::world::{Place, World};
use kaipan::deal::{
    AfterSale, DealAction, DealCommand, DealContext, DealRuling, SaleMode, Transition,
};
use kaipan::service::{
    Service, ServiceAct, ServiceCommand, ServiceDeciding, ServiceDecision, ServiceDefinition,
    ServiceKind, ServiceMove, ServiceRejection, ServiceRuling, ServiceState,
};
use serde::Serialize;
use std::collections::BTreeSet;
use std::time::Instant;

/// States beyond which the exploration is a failure.
const BUDGET: usize = 400_000;

/// The only deal, and its unit.
const HERE: Place = Place { unit: Some(0), deal: Some(0) };

/// A deal with a service.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Served {
    pub(crate) world: World,
    pub(crate) mode: SaleMode,
    pub(crate) service: Service,
    /// The buyer has quit.
    pub(crate) quit: bool,
}

/// Every kind of service, in both sale modes.
pub(crate) fn parts() -> Vec<(ServiceKind, SaleMode)> {
    let modes = [SaleMode::Presale, SaleMode::Completed];
    modes.into_iter().flat_map(|mode| ServiceKind::ALL.map(|kind| (kind, mode))).collect()
}

/// What a part is called.
pub(crate) fn name(kind: ServiceKind, mode: SaleMode) -> String {
    format!("one deal with its {} ({mode:?})", kind.english())
}

/// Explores a deal with a service of a kind.
pub(crate) fn explore(kind: ServiceKind, mode: SaleMode) -> Result<Report, String> {
    let clock = Instant::now();
    let name = name(kind, mode);
    let rules = served(mode);
    let mut context = rules.contexts().remove(0);
    let definition = ServiceDefinition::preset_in(kind, mode);
    let mut graph: Graph<Served> = Graph::new(&name, BUDGET);
    let mut moves: BTreeSet<ServiceMove> = BTreeSet::new();
    let mut cover = Cover::default();
    let deal = rules.start().deals.remove(0).deal.id;
    let service = Service::new("S1", deal, kind);
    let world = signed(&rules, &mut context);
    reach(&mut graph, None, Served { world, mode, service, quit: false })?;
    while let Some((from, served)) = graph.next() {
        for next in served.deal_goes_on(&rules, &mut context, &mut cover) {
            reach(&mut graph, Some(from), next)?;
        }
        for one in definition.moves(&served.service) {
            for act in serving::acts(&definition, &served.service, &one) {
                if let Some(decision) = served.ask(&definition, &one, act) {
                    moves.insert(one.clone());
                    reach(&mut graph, Some(from), served.take(&decision))?;
                }
            }
        }
        for next in served.happen() {
            reach(&mut graph, Some(from), next)?;
        }
    }
    graph.check_not_stuck().map_err(|why| format!("{name}: {why}"))?;
    serving::every_step_and_branch(&definition, &moves).map_err(|why| format!("{name}: {why}"))?;
    let (states, edges, depth) = (graph.states(), graph.edges(), graph.depth);
    Ok(Report { name, states, edges, depth, rows: cover.fired(), cover, time: clock.elapsed() })
}

/// A home is signed at once, with the deposit and the down payment.
fn signed(rules: &Rules, context: &mut DealContext) -> World {
    let mut world = rules.start();
    for next in [2, 3] {
        pay(&mut world.deals[0], next, desk::PAID[next], false);
    }
    for (action, at) in
        [(DealAction::Release, Place { deal: None, ..HERE }), (DealAction::Sign, HERE)]
    {
        let row = rows(&world, at).find(|row| row.action == action).expect("a row to sign by");
        know(context, &world, at);
        let done = rules.drafts(row, 0).into_iter().find_map(|draft| {
            let command = DealCommand { action, draft };
            match world.ask(at, context, &command) {
                DealRuling::Accepted { decision } => Some((command, decision)),
                _ => None,
            }
        });
        let (command, decision) = done.expect("a home that is signed");
        world.take(at, context, &command, &decision);
    }
    world
}

impl Served {
    /// What the deal becomes by its own commands: a change is applied for, withdrawn, the buyer
    /// quits, the cashier pays out.
    fn deal_goes_on(
        &self,
        rules: &Rules,
        context: &mut DealContext,
        cover: &mut Cover,
    ) -> Vec<Served> {
        if self.world.deals[0].deal.documents.is_empty() {
            return Vec::new();
        }
        know(context, &self.world, HERE);
        let asked: Vec<(&'static Transition, DealCommand)> = rows(&self.world, HERE)
            .filter(|row| serving::is_of_quitting(row.action))
            .flat_map(|row| {
                let command = move |draft| (row, DealCommand { action: row.action, draft });
                rules.drafts(row, 0).into_iter().map(command)
            })
            .collect();
        let mut after = Vec::new();
        for (row, command) in asked {
            let ruling = self.world.ask(HERE, context, &command);
            cover.note(row, &ruling);
            if let DealRuling::Accepted { decision } = ruling {
                let mut next = self.clone();
                next.world.take(HERE, context, &command, &decision);
                next.quit |= next.world.deals[0].deal.is_ended();
                after.push(next);
            }
        }
        after
    }

    /// What is decided about the service, if it may be done.
    fn ask(
        &self,
        definition: &ServiceDefinition,
        of: &ServiceMove,
        act: ServiceAct,
    ) -> Option<ServiceDecision> {
        let context = serving::context(self);
        let deciding = ServiceDeciding::new(&self.service, &context).definition(Some(definition));
        match deciding.decide(&ServiceCommand::new(act)) {
            Ok(ServiceRuling::Accepted { decision }) => Some(decision),
            Ok(ServiceRuling::Rejected { rejection: ServiceRejection::GuardsNotMet { .. } }) => {
                None
            }
            other => panic!("{of:?} of {:?}: {other:?}", self.service),
        }
    }

    /// Takes a decision in: events by the real code, money by the second book.
    fn take(&self, decision: &ServiceDecision) -> Served {
        let mut next = self.clone();
        for event in &decision.events {
            next.service.apply(event).unwrap_or_else(|error| panic!("{event:?}: {error}"));
        }
        let open = &mut next.world.deals[0];
        for entry in &decision.entries {
            assert!(entry.is_balanced(), "an entry comes to zero: {entry:?}");
            assert!(!next.quit, "money of a deal that has ended moves: {entry:?}");
            open.purse.bank_pays(entry);
        }
        open.purse.lent = !next.quit && next.service.disbursed.is_some();
        if next.service.kind == ServiceKind::Filing {
            open.after.filed =
                next.service.done("filed").is_some() && !next.service.state.is_closed();
        }
        next
    }

    /// What happens beside: another desk files the contract, the bank releases the buyer.
    fn happen(&self) -> Vec<Served> {
        let open = &self.world.deals[0];
        let other = self.service.kind != ServiceKind::Filing;
        let with = |change: &dyn Fn(&mut AfterSale)| {
            let mut next = self.clone();
            change(&mut next.world.deals[0].after);
            next
        };
        let filed = (other && !self.quit).then(|| with(&|after| after.filed = !after.filed));
        let releases = open.purse.lent && !self.quit && !open.after.loan_released;
        let released = releases.then(|| with(&|after| after.loan_released = true));
        filed.into_iter().chain(released).collect()
    }

    /// Nothing is pending: a contract with its service done, or stopped, or closed; or a deal that has
    /// ended with its money, and a service that is closed or was never started.
    fn is_at_rest(&self) -> bool {
        let open = &self.world.deals[0];
        let state = self.service.state;
        let locked = self.world.units.iter().any(|unit| !unit.locks.is_empty());
        if locked || !open.deal.todos.is_empty() || !self.service.todos.is_empty() {
            return false;
        }
        match self.quit {
            true => state.is_closed() || state == ServiceState::NotStarted,
            false => state.is_closed() || state == ServiceState::Done,
        }
    }
}

/// Notes that a state is reached, after all that no decision looks at is forgotten.
fn reach(
    graph: &mut Graph<Served>,
    from: Option<(u32, u32)>,
    mut served: Served,
) -> Result<(), String> {
    served.world.check();
    serving::forget(&mut served.service);
    forget(&mut served.world);
    let at_rest = served.is_at_rest();
    graph.reach(from, served, at_rest)
}
