//! Every stored state is what its events come to.

use super::{Proof, Words};
use crate::history::{History, Kept};
use crate::store::after_entry;
use kaipan::Text;
use kaipan::deal::{Deal, Quota, ReceivedMoney, UnitStock};

/// What the events come to, without a look at the states that are stored.
#[derive(Debug, Default)]
pub(super) struct Replayed {
    pub(super) units: Vec<UnitStock>,
    pub(super) deals: Vec<Deal>,
    pub(super) quotas: Vec<Quota>,
}

/// Replays every stream, and compares with what is stored of it.
pub(super) fn prove(history: &History) -> (Replayed, Proof) {
    let mut breaches = Vec::new();
    let mut streams = 0;
    let mut events = 0;
    let mut count = |many: usize| {
        streams += 1;
        events += many;
    };
    let mut replayed = Replayed::default();
    for kept in &history.units {
        count(kept.events.len());
        let state = UnitStock::replay(Text::from(&kept.id), &kept.bodies(), None);
        replayed.units.extend(compare(kept, state, |state| state.version, &mut breaches));
    }
    for kept in &history.deals {
        count(kept.events.len());
        let state = Deal::replay(Text::from(&kept.id), &kept.bodies(), None);
        replayed.deals.extend(compare(kept, state, |state| state.version, &mut breaches));
    }
    for kept in &history.quotas {
        count(kept.events.len());
        let state = Quota::replay(Text::from(&kept.id), &kept.bodies(), None);
        replayed.quotas.extend(compare(kept, state, |state| state.version, &mut breaches));
    }
    for kept in &history.ledgers {
        count(kept.events.len());
        let events = kept.events.iter();
        let state = events.clone().try_fold(Vec::<ReceivedMoney>::new(), |received, (_, entry)| {
            after_entry(&received, entry)
        });
        let many = u32::try_from(kept.events.len()).unwrap_or(u32::MAX);
        compare(kept, state, |_| many, &mut breaches);
    }
    let counted =
        (format!("{streams} 个流，{events} 个事件"), format!("{streams} streams, {events} events"));
    let claim = ("每个状态等于其事件的重演", "every state equals its replay");
    (replayed, Proof { claim, counted, breaches })
}

/// The state that a replay gives, told of where it is not the stored one.
fn compare<S: PartialEq, E>(
    kept: &Kept<S, E>,
    replayed: kaipan::Result<S>,
    version: impl Fn(&S) -> u32,
    breaches: &mut Vec<Words>,
) -> Option<S> {
    let id = &kept.id;
    let state = match replayed {
        Ok(state) => state,
        Err(error) => {
            use kaipan::error::Lang;
            let (zh, en) = (error.message(Lang::Zh), error.message(Lang::En));
            breaches.push((format!("“{id}”无法重演：{zh}"), format!("{id} does not replay: {en}")));
            return None;
        }
    };
    // A stream that was only read, and never written to, has no state.
    let is_new = kept.state.is_none() && kept.events.is_empty();
    if kept.state.as_ref() != Some(&state) && !is_new {
        let (zh, en) = ("存储的状态不等于重演", "the stored state is not the replayed one");
        breaches.push((format!("“{id}”{zh}"), format!("{id}: {en}")));
    }
    let in_order = kept.events.iter().zip(1..).all(|((stored, _), next)| *stored == next);
    if kept.version != version(&state) || !in_order {
        let (zh, en) = ("版本号与事件不符", "versions are not those of its events");
        breaches.push((format!("“{id}”{zh}"), format!("{id}: {en}")));
    }
    Some(state)
}
