//! No home is sold twice.

use super::replays::Replayed;
use super::{Proof, Words};
use crate::history::History;
use kaipan::deal::{Deal, StockChange};
use std::collections::BTreeMap;

/// Looks from the side of the deals, from that of the homes, and at every event in between.
pub(super) fn prove(replayed: &Replayed, history: &History, homes: usize) -> Proof {
    let mut breaches: Vec<Words> = Vec::new();
    let mut buyers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for deal in &replayed.deals {
        let has = deal.active().is_some_and(|document| document.kind.unit_state().is_some());
        if let Some(unit) = deal.unit_no.as_ref().filter(|_| has) {
            buyers.entry(unit).or_default().push(&deal.id);
        }
    }
    for (unit, deals) in &buyers {
        if deals.len() > 1 {
            let (zh, en) = (deals.join("、"), deals.join(", "));
            breaches.push((format!("“{unit}”卖给了 {zh}"), format!("{unit} is sold to {en}")));
        }
    }
    for stock in &replayed.units {
        let of_deals = buyers.get(stock.unit_no.as_str()).and_then(|deals| deals.first());
        if stock.deal.as_deref() != of_deals.copied() {
            let (unit, zh, en) = (&stock.unit_no, "房源与交易不符", "the stock names another deal");
            breaches.push((format!("“{unit}”{zh}"), format!("{unit}: {en}")));
        }
        let agreed = replayed.deals.iter().find(|deal| Some(&deal.id) == stock.deal.as_ref());
        let agreed = agreed.and_then(Deal::active).and_then(|document| document.kind.unit_state());
        if agreed.is_some_and(|state| state != stock.state) || stock.hold.is_some() {
            let (unit, zh, en) =
                (&stock.unit_no, "房源状态与单据不符", "it is not as its document says");
            breaches.push((format!("“{unit}”{zh}"), format!("{unit}: {en}")));
        }
    }
    for kept in &history.units {
        let mut owner = None;
        for (_, event) in &kept.events {
            match &event.change {
                StockChange::Taken { deal, .. } => {
                    if owner.is_some_and(|owner| owner != deal) {
                        let (unit, zh, en) =
                            (&kept.id, "未退回又卖出", "it was sold while it was sold");
                        breaches.push((format!("“{unit}”{zh}"), format!("{unit}: {en}")));
                    }
                    owner = Some(deal);
                }
                StockChange::Returned { .. } => owner = None,
                _ => {}
            }
        }
    }
    if replayed.units.len() != homes {
        let found = replayed.units.len();
        let (zh, en) = (format!("{found} 套"), format!("{found} homes"));
        breaches.push((format!("应有 {homes} 套，只有 {zh}"), format!("{en} of {homes}")));
    }
    let sold = buyers.len();
    let counted =
        (format!("{homes} 套中售出 {sold} 套"), format!("{sold} of {homes} homes are sold"));
    Proof { claim: ("没有一房两卖", "no home is sold twice"), counted, breaches }
}
