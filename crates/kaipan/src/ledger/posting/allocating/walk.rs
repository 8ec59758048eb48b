//! The walk through the days: what is dated later is taken away, the posting allocates on its day, and
//! every later one allocates again on its own (handbook §6.1).

use super::step::Step;
use super::stops::What;
use super::{Allocating, ByDay, Pair};
use crate::Date;
use crate::error::{Code, Result, finding};
use crate::ledger::book::{Effect, HOUSE, Ledger, Underway};
use crate::ledger::posting::entering::Entering;
use crate::ledger::{LedgerAct, LedgerActKind};
use crate::number::{Money, less, negative, plus};
use std::collections::{BTreeMap, BTreeSet};

/// What is taken away from an owner: everything that is dated later.
#[derive(Debug, Default)]
struct Away {
    facts: BTreeMap<u32, Vec<Effect>>,
    allocated: Vec<Effect>,
    before: ByDay,
    /// Due dates as they are after all days.
    dues: Vec<(u32, Option<Date>)>,
}

/// Allocates what a posting has left to be allocated, deal by deal.
pub(in crate::ledger::posting) fn allocated(
    entering: &mut Entering<'_>,
    act: &LedgerAct,
) -> Result<()> {
    let step = own_step(entering, act)?;
    for owner in touched(entering, act, step)? {
        let differences = walked(entering, owner, step)?;
        tell_places(entering, step, &differences)?;
    }
    Ok(())
}

fn own_step(entering: &Entering<'_>, act: &LedgerAct) -> Result<Step> {
    let ledger = &entering.ledger;
    let about = act.about().and_then(|key| ledger.keys.find(key));
    let kind = act.kind();
    let brought = (entering.receipts, ledger.receipts.len()?.saturating_sub(entering.receipts));
    let receipts = ledger.money_of(kind, about, brought)?;
    let mirror_of = about.filter(|_| kind != LedgerActKind::Allocate);
    Ok(Step { posting: ledger.postings.len()?, kind, receipts, mirror_of, is_own: true })
}

/// The deals and customers whose money is allocated anew, as the posting first names them.
fn touched(entering: &Entering<'_>, act: &LedgerAct, step: Step) -> Result<Vec<u32>> {
    let ledger = &entering.ledger;
    let mut owners: Vec<u32> = Vec::new();
    match step.kind {
        LedgerActKind::OpenDeal
        | LedgerActKind::Sign
        | LedgerActKind::Reach
        | LedgerActKind::Refund
        | LedgerActKind::Verify
        | LedgerActKind::PayOn
        | LedgerActKind::MoveBank
        | LedgerActKind::Commission
        | LedgerActKind::Close => return Ok(owners),
        LedgerActKind::Allocate => owners.extend(ledger.owner_of_money(step.receipts)?),
        _ => {}
    }
    if let LedgerAct::Raise { deal, .. } = act {
        owners.push(ledger.deal(deal)?);
    }
    if let Some(original) = step.mirror_of {
        owners.extend(ledger.owner_allocated(original)?);
    }
    for effect in ledger.effects.part(entering.effects, ledger.effects.len()?) {
        let owner = ledger.owner_of(*effect)?.filter(|owner| *owner != HOUSE);
        owners.extend(owner.filter(|owner| !owners.contains(owner)));
    }
    Ok(owners)
}

/// The differences of an owner are recorded; they are answered.
fn walked(entering: &mut Entering<'_>, owner: u32, step: Step) -> Result<ByDay> {
    let (from, first) = (entering.date, entering.ledger.allocations.len()?);
    let end = entering.ledger.effects.len()?;
    let mut facts = Vec::new();
    for effect in entering.ledger.effects.part(entering.effects, end) {
        if is_fact(effect) && entering.ledger.owner_of(*effect)? == Some(owner) {
            facts.push(*effect);
        }
    }
    let (said, released) =
        (std::mem::take(&mut entering.said), std::mem::take(&mut entering.released));
    // What was said of money is done where the money is.
    let is_here = entering.ledger.owner_of_money(step.receipts)? == Some(owner);
    let own = if is_here { said.as_slice() } else { &[] };
    let mut walk = Allocating {
        ledger: &mut *entering.ledger,
        policy: entering.policy,
        owner,
        step,
        day: from,
        from,
        paid: ByDay::new(),
        by_hand: BTreeMap::new(),
        waiting: BTreeMap::new(),
        mirrored: BTreeSet::new(),
        own,
        wrong: entering.said_wrong.as_ref().filter(|_| is_here),
        released: &released,
    };
    let mut away = Away::default();
    let done = walk.all_days(&facts, &mut away);
    let walked = std::mem::take(&mut walk.paid);
    walk.put_back(&walked, away.facts.into_values().flatten().chain(away.allocated), &away.dues)?;
    let checked = done.and_then(|()| walk.keeps_words(&away.before, &walked));
    entering.ledger.cut_allocations(first)?;
    (entering.said, entering.released) = (said, released);
    checked?;
    let mut differences = walked;
    for (place, amount) in away.before {
        let sum = differences.entry(place).or_default();
        *sum = less(*sum, amount)?;
    }
    differences.retain(|_, amount| !amount.is_zero());
    for ((day, receipt, receivable), amount) in &differences {
        entering.ledger.allocate(*receipt, *receivable, *amount, *day)?;
    }
    Ok(differences)
}

/// Money that from some later day on pays less of a line than before is told, unless it was itself taken
/// back.
fn tell_places(entering: &mut Entering<'_>, step: Step, differences: &ByDay) -> Result<()> {
    let mut pairs: BTreeMap<Pair, (Money, Option<Date>, Money)> = BTreeMap::new();
    for ((day, receipt, receivable), amount) in differences {
        let (sum, since, least) = pairs.entry((*receipt, *receivable)).or_default();
        *sum = plus(*sum, *amount)?;
        if sum.is_negative() {
            *since = since.or(Some(*day));
            *least = (*least).min(*sum);
        }
    }
    for ((receipt, receivable), (_, since, least)) in pairs {
        let posting = entering.ledger.receipts.get(receipt)?.posting;
        let Some(day) = since.filter(|day| *day > entering.date) else { continue };
        if Some(posting) == step.mirror_of || posting == step.posting {
            continue;
        }
        let key = entering.ledger.keys.name(posting)?;
        let receivable = entering.ledger.receivable_names.name(receivable)?;
        let amount = negative(least)?;
        let told = finding!(Code::LedgerPlaceTaken, key, receivable, amount, day);
        entering.tell(told.at("act"));
    }
    Ok(())
}

/// What changes lines and money themselves.
const fn is_fact(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Raised { .. }
            | Effect::Waived { .. }
            | Effect::Dated { .. }
            | Effect::Received { .. }
    )
}

impl Ledger {
    /// The money of a posting: what it allocates, if it does nothing else, or what it brought.
    pub(super) fn money_of(
        &self,
        kind: LedgerActKind,
        about: Option<u32>,
        brought: (u32, u32),
    ) -> Result<(u32, u32)> {
        match about.filter(|_| kind == LedgerActKind::Allocate) {
            Some(about) => Ok(self.postings.get(about)?.receipts),
            None => Ok(brought),
        }
    }

    /// Whose money it is.
    fn owner_of_money(&self, (first, count): (u32, u32)) -> Result<Option<u32>> {
        match count {
            0 => Ok(None),
            _ => Ok(Some(self.receipts.get(first)?.owner)),
        }
    }

    /// Whose money a posting allocates, if it does nothing else.
    pub(in crate::ledger) fn owner_allocated(&self, posting: u32) -> Result<Option<u32>> {
        let row = self.postings.get(posting)?;
        self.owner_of_money(self.money_of(row.kind, row.about, (0, 0))?)
    }
}

impl Allocating<'_> {
    /// Goes through all days from that of the posting on.
    fn all_days(&mut self, facts: &[Effect], away: &mut Away) -> Result<()> {
        let own = self.step;
        if !self.ledger.has_later(self.owner, self.from)? {
            return self.do_step(facts);
        }
        self.take_away(away)?;
        let stops = self.stops()?;
        self.do_step(facts)?;
        for (day, posting, what) in stops {
            self.day = day;
            self.step = if posting == own.posting { own } else { self.recorded_step(posting)? };
            match what {
                What::Itself => {
                    let facts = away.facts.remove(&posting).unwrap_or_default();
                    for fact in &facts {
                        self.put_fact(*fact)?;
                    }
                    self.do_step(&facts)?;
                }
                // What was taken back in the meantime is no longer done.
                What::Said | What::Again if self.mirrored.contains(&posting) => {}
                What::Said => self.deferred()?,
                What::Again => self.spread_again()?,
            }
        }
        self.step = own;
        Ok(())
    }

    pub(super) fn recorded_step(&self, posting: u32) -> Result<Step> {
        let row = self.ledger.postings.get(posting)?;
        let receipts = self.ledger.money_of(row.kind, row.about, row.receipts)?;
        let (kind, mirror_of) = (row.kind, row.mirror_of());
        Ok(Step { posting, kind, receipts, mirror_of, is_own: false })
    }

    /// The owner is as he was on the day.
    fn take_away(&mut self, away: &mut Away) -> Result<()> {
        for at in self.ledger.owners.get(self.owner)?.postings.clone() {
            let date = self.ledger.postings.get(at)?.date;
            for effect in self.ledger.effects_of(at)?.to_vec() {
                let day = effect.day(date);
                if day <= self.from || self.ledger.owner_of(effect)? != Some(self.owner) {
                    continue;
                }
                if let Effect::Allocated { allocation, amount, .. } = effect {
                    let row = *self.ledger.allocations.get(allocation)?;
                    let place = (day, row.receipt, row.receivable);
                    let sum = away.before.entry(place).or_default();
                    *sum = plus(*sum, amount)?;
                    away.allocated.push(effect);
                    self.ledger.turn(effect, true)?;
                } else if is_fact(&effect) {
                    away.facts.entry(at).or_default().push(effect);
                    if !matches!(effect, Effect::Dated { .. }) {
                        self.ledger.turn(effect, true)?;
                    }
                }
            }
        }
        let underway = self.underway();
        for at in self.ledger.dated_lines(self.owner, underway)? {
            let due = self.ledger.due_on(at, self.from, underway)?;
            let row = self.ledger.receivables.get_mut(at)?;
            away.dues.push((at, std::mem::replace(&mut row.due, due)));
        }
        Ok(())
    }

    const fn underway(&self) -> Underway {
        Underway { effects: self.ledger.recorded_effects, date: self.from }
    }

    fn put_fact(&mut self, fact: Effect) -> Result<()> {
        match fact {
            Effect::Dated { receivable, .. } => {
                let due = self.ledger.due_on(receivable, self.day, self.underway())?;
                self.ledger.receivables.get_mut(receivable)?.due = due;
                Ok(())
            }
            fact => self.ledger.turn(fact, false),
        }
    }

    /// The rows are as they were before the walk.
    fn put_back(
        &mut self,
        walked: &ByDay,
        away: impl Iterator<Item = Effect>,
        dues: &[(u32, Option<Date>)],
    ) -> Result<()> {
        for ((_, receipt, receivable), amount) in walked {
            self.ledger.shift(*receipt, *receivable, negative(*amount)?)?;
        }
        for effect in away {
            if !matches!(effect, Effect::Dated { .. }) {
                self.ledger.turn(effect, false)?;
            }
        }
        for (at, due) in dues {
            self.ledger.receivables.get_mut(*at)?.due = *due;
        }
        Ok(())
    }
}
