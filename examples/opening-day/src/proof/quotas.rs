//! No quota is passed.

use super::replays::Replayed;
use super::{Proof, Words};
use crate::day::{SPECIAL, SPECIAL_NAMES};
use crate::history::History;
use kaipan::deal::{Quota, QuotaChange};
use std::collections::BTreeSet;

/// Counts uses by the events of the quota and by the deals that name it.
pub(super) fn prove(replayed: &Replayed, history: &History) -> Proof {
    let mut breaches: Vec<Words> = Vec::new();
    let mut counted = (Vec::new(), Vec::new());
    for quota in &replayed.quotas {
        let Quota { id, limit, .. } = quota;
        let (zh_name, en_name) =
            if *id == *SPECIAL { SPECIAL_NAMES } else { ("未知名额", "unknown") };
        let mut users = BTreeSet::new();
        let kept = history.quotas.iter().filter(|kept| *id == *kept.id);
        for (_, event) in kept.flat_map(|kept| &kept.events) {
            let right = match &event.change {
                QuotaChange::Used { deal } => users.insert(deal),
                QuotaChange::Returned { deal } => users.remove(deal),
                _ => true,
            };
            if !right {
                let version = event.version;
                let (zh, en) = (format!("第 {version} 个事件"), format!("event {version}"));
                breaches.push((
                    format!("{zh_name}{zh}重复使用"),
                    format!("{en_name}: {en} is one too many"),
                ));
            }
        }
        let used = users.len();
        let deals = replayed.deals.iter().filter(|deal| deal.quotas.contains(id));
        let of_deals: BTreeSet<_> = deals.map(|deal| &deal.id).collect();
        if used > usize::try_from(*limit).unwrap_or(usize::MAX) {
            let zh = format!("{zh_name}用了 {used} 次，名额只有 {limit}");
            breaches.push((zh, format!("{en_name} was used {used} times, {limit} may be")));
        }
        if of_deals != users {
            let zh = format!("{zh_name}的使用与交易不符");
            breaches.push((zh, format!("{en_name}: its uses are not those of the deals")));
        }
        counted.0.push(format!("{zh_name} {used}/{limit}"));
        counted.1.push(format!("{en_name} {used} of {limit}"));
    }
    if replayed.quotas.is_empty() {
        breaches.push(("没有名额".to_owned(), "there is no quota".to_owned()));
    }
    let counted = (counted.0.join("，"), counted.1.join(", "));
    Proof { claim: ("没有超出名额", "no quota is passed"), counted, breaches }
}
