//! A history as JSON: every ruling, the state, and what may come next.

use super::outlook::Next;
use super::walk::Walk;
use kaipan::deal::{Deal, DealAction, DealOption, DealTask, ReceivedMoney, UnitStock};
use kaipan::project::UnitState;
use kaipan::{Text, Time};
use kaipan_derive::boundary;
use kaipan_ops::deal::{DecisionAnswer, UnmetDealGuardAnswer};

/// A history that was walked.
#[boundary(write)]
pub(super) struct WalkAnswer {
    /// Every step.
    #[boundary(required)]
    steps: Vec<StepAnswer>,
    /// The moment of the state.
    at: Option<Time>,
    /// The stock of every unit.
    #[boundary(required)]
    units: Vec<UnitStock>,
    /// Every deal.
    #[boundary(required)]
    deals: Vec<DealAnswer>,
    /// What is due.
    tasks: Vec<DealTask>,
    /// What may come next.
    #[boundary(required)]
    next: Vec<NextAnswer>,
}

/// A step.
#[boundary(write)]
struct StepAnswer {
    at: Time,
    by: Text,
    deal: Text,
    action: Option<DealAction>,
    row: Option<Text>,
    unit: Option<Text>,
    /// State of the unit before.
    before: Option<UnitState>,
    /// State of the unit after.
    after: Option<UnitState>,
    /// The answer of `stock.decide` or `deal.decide`.
    ruling: Option<DecisionAnswer>,
}

/// A deal, and what was received for it.
#[boundary(write)]
struct DealAnswer {
    deal: Deal,
    received: Vec<ReceivedMoney>,
}

/// What may come next for a unit, a deal, or both.
#[boundary(write)]
struct NextAnswer {
    unit: Option<Text>,
    /// The deal; absent for the stock alone and for a new deal.
    deal: Option<Text>,
    /// A deal that nobody has begun.
    new_deal: bool,
    #[boundary(required)]
    options: Vec<OptionAnswer>,
}

/// An action, and whether it may be done.
#[boundary(write)]
struct OptionAnswer {
    action: DealAction,
    row: Text,
    #[boundary(required)]
    may: bool,
    lacking: Vec<UnmetDealGuardAnswer>,
}

/// The answer.
pub(super) fn answer(
    walk: &Walk<'_>,
    at: Option<Time>,
    tasks: Vec<DealTask>,
    next: Vec<Next<'_>>,
) -> WalkAnswer {
    let steps = walk.done.iter().map(|done| {
        let asked = done.asked.as_ref();
        let unit = asked.and_then(|asked| asked.unit.as_ref());
        StepAnswer {
            at: done.step.at,
            by: done.step.by.clone(),
            deal: done.deal.clone(),
            action: asked.map(|asked| asked.action),
            row: asked.and_then(|asked| asked.row.clone()),
            unit: unit.map(|unit| unit.unit_no.clone()),
            before: unit.map(|unit| unit.before),
            after: unit.map(|unit| unit.after),
            ruling: asked.map(|asked| asked.ruling.clone().into()),
        }
    });
    let deals = walk.deals.iter().zip(&walk.received);
    let deals =
        deals.map(|(deal, received)| DealAnswer { deal: deal.clone(), received: received.clone() });
    WalkAnswer {
        steps: steps.collect(),
        at,
        units: walk.stocks.clone(),
        deals: deals.collect(),
        tasks,
        next: next.into_iter().map(next_answer).collect(),
    }
}

fn next_answer(next: Next<'_>) -> NextAnswer {
    let new_deal = next.is_new();
    let deal = next.deal.filter(|_| !new_deal).map(|deal| deal.id);
    let options = next.options.into_iter().map(|option| {
        let DealOption { action, row, may, lacking, .. } = option;
        let lacking = lacking.into_iter().map(UnmetDealGuardAnswer::from).collect();
        OptionAnswer { action, row, may, lacking }
    });
    NextAnswer {
        unit: next.unit.map(|unit| unit.unit_no.clone()),
        deal,
        new_deal,
        options: options.collect(),
    }
}
