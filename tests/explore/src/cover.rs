//! Which rows were fired, and which guards were met and unmet.

use kaipan::deal::{DealGuard, DealRejection, DealRuling, Transition, transitions};
use std::collections::{BTreeMap, BTreeSet};

/// What an exploration has seen of the table.
#[derive(Debug, Default)]
pub(crate) struct Cover {
    /// How often each row was fired, by its place in the table.
    fired: BTreeMap<usize, u64>,
    met: Guards,
    unmet: Guards,
}

/// A set of guards, quick to add to.
#[derive(Debug, Default, Clone, Copy)]
struct Guards(u128);

// Each has a bit.
const _: () = assert!(DealGuard::ALL.len() <= 128);

impl Guards {
    fn of(guards: impl IntoIterator<Item = DealGuard>) -> Guards {
        Guards(guards.into_iter().fold(0, |set, guard| set | 1 << guard as u32))
    }

    fn has(self, guard: DealGuard) -> bool {
        self.0 & 1 << guard as u32 != 0
    }
}

impl Cover {
    /// Notes a ruling. It is the first time that this row was fired if the answer is so.
    pub(crate) fn note(&mut self, row: &Transition, ruling: &DealRuling) -> bool {
        match ruling {
            DealRuling::Accepted { decision } => {
                let waived = Guards::of(decision.waived.iter().map(|one| one.guard));
                self.met.0 |= Guards::of(row.guards.iter().copied()).0 & !waived.0;
                let times = self.fired.entry(place(row)).or_default();
                *times += 1;
                *times == 1
            }
            DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } => {
                let lacking = Guards::of(guards.iter().map(|one| one.guard));
                self.met.0 |= Guards::of(row.guards.iter().copied()).0 & !lacking.0;
                self.unmet.0 |= lacking.0;
                false
            }
            other => panic!("a row of the table was refused: {other:?}"),
        }
    }

    pub(crate) fn add(&mut self, other: &Cover) {
        for (row, times) in &other.fired {
            *self.fired.entry(*row).or_default() += times;
        }
        self.met.0 |= other.met.0;
        self.unmet.0 |= other.unmet.0;
    }

    /// Rows that were fired.
    pub(crate) fn fired(&self) -> usize {
        self.fired.len()
    }

    /// Every row was fired, every guard of the table was met and unmet.
    pub(crate) fn check(&self) -> Result<(), String> {
        let mut lacking = Vec::new();
        let fired = |row: &&Transition| self.fired.contains_key(&place(row));
        for row in transitions().filter(|row| !fired(row)) {
            lacking.push(format!("{} {:?} of {:?} was never fired", row.id, row.action, row.units));
        }
        for guard in guards() {
            if !self.met.has(guard) {
                lacking.push(format!("{guard:?} was never met"));
            }
            if !self.unmet.has(guard) {
                lacking.push(format!("{guard:?} was never unmet"));
            }
        }
        if lacking.is_empty() { Ok(()) } else { Err(lacking.join("\n")) }
    }
}

/// The guards that the table has.
pub(crate) fn guards() -> BTreeSet<DealGuard> {
    transitions().flat_map(|row| row.guards.iter().copied()).collect()
}

fn place(row: &Transition) -> usize {
    let same = |one: &&'static Transition| std::ptr::eq::<Transition>(*one, row);
    transitions().position(|one| same(&one)).expect("a row of the table")
}
