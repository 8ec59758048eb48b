//! Every buyer has come to one end, and every answer has what it says.

use super::replays::Replayed;
use super::{Proof, Words};
use crate::buyer::{Buyer, Ending};
use crate::history::History;
use kaipan::deal::{CloseReason, Deal, DocumentKind};

/// What the day has come to for a deal, if it has come to an end.
pub(super) fn ending(deal: &Deal) -> Option<Ending> {
    match deal.active().map(|document| document.kind) {
        Some(DocumentKind::Subscription) => Some(Ending::Subscribed),
        Some(DocumentKind::Booking) => Some(Ending::Booked),
        Some(_) => None,
        None => {
            let left = deal.documents.last().and_then(|document| document.closed);
            let left = left == Some(CloseReason::Refunded) && deal.todos.is_empty();
            left.then_some(Ending::Left)
        }
    }
}

/// Looks for the deal of every buyer.
pub(super) fn prove(replayed: &Replayed, history: &History, buyers: &[Buyer]) -> Proof {
    let mut breaches: Vec<Words> = Vec::new();
    let mut counts = [0_usize; 3];
    for buyer in buyers {
        let id = buyer.deal();
        let deal = replayed.deals.iter().find(|deal| *deal.id == *id);
        match deal.and_then(ending) {
            Some(Ending::Subscribed) => counts[0] += 1,
            Some(Ending::Booked) => counts[1] += 1,
            Some(Ending::Left) => counts[2] += 1,
            None => breaches.push((format!("“{id}”没有结果"), format!("{id} has come to no end"))),
        }
    }
    let (deals, known) = (replayed.deals.len(), buyers.len());
    if deals != known {
        let zh = format!("{known} 位买家，{deals} 个交易");
        breaches.push((zh, format!("{deals} deals of {known} buyers")));
    }
    for key in &history.empty {
        let zh = format!("“{key}”已受理而没有事件");
        breaches.push((zh, format!("{key} was accepted and has no event")));
    }
    let [subscribed, booked, left] = counts;
    let History { commands, refused, .. } = history;
    let zh = format!(
        "认购 {subscribed}，预定 {booked}，退号 {left}；命令 {commands} 条，拒绝 {refused} 条"
    );
    let en = format!(
        "{subscribed} subscribed, {booked} booked, {left} left; {commands} commands, {refused} refused"
    );
    let claim = ("每位买家有且只有一个结果", "every buyer has come to one end");
    Proof { claim, counted: (zh, en), breaches }
}
