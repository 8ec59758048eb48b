//! What a command has read: the states of its streams, each with its version.

use super::connection::Statements;
use super::order::Order;
use crate::failure::{Failure, Outcome};
use kaipan::deal::{Deal, Quota, ReceivedMoney, UnitStock};
use kaipan::money::{LedgerAccount, LedgerEntry};
use kaipan::{StreamKind, StreamRead, Text, Time};
use postgres::Transaction;
use postgres::types::Json;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// States of streams. One that was never written to is as it begins, at version 0.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) stock: Option<UnitStock>,
    pub(crate) deal: Option<Deal>,
    pub(crate) quotas: Vec<Quota>,
    /// 已收款 of the deal: what the entries of its ledger come to.
    pub(crate) received: Vec<ReceivedMoney>,
    pub(crate) ledger: Option<StreamRead>,
    /// The time of the last event of any of them.
    pub(crate) latest: Option<Time>,
}

impl Seen {
    /// Reads the streams that an order is about.
    pub(super) fn read(
        by: &Statements,
        within: &mut Transaction<'_>,
        order: &Order<'_>,
    ) -> Outcome<Seen> {
        let mut seen = Seen::default();
        let mut asked: Vec<(StreamKind, &str)> = Vec::new();
        if let Some(unit) = order.unit {
            seen.stock = Some(UnitStock::new(unit.unit_no.clone()));
            asked.push((StreamKind::Unit, &unit.unit_no));
        }
        if let Some(deal) = order.deal.as_deref() {
            seen.deal = Some(Deal::new(deal));
            seen.ledger = Some(StreamRead::new(StreamKind::LedgerAccount, deal, 0));
            asked.extend([(StreamKind::Deal, deal), (StreamKind::LedgerAccount, deal)]);
        }
        asked.extend(order.quotas.iter().map(|id| (StreamKind::Quota, id.as_str())));
        let (kinds, ids): (Vec<&str>, Vec<&str>) =
            asked.iter().map(|(kind, id)| (kind.word(), *id)).unzip();
        for row in within.query(&by.read, &[&kinds, &ids])? {
            let (kind, id): (&str, &str) = (row.get(0), row.get(1));
            let (version, at): (i32, Option<&str>) = (row.get(2), row.get(3));
            let state: Option<Json<Value>> = row.get(4);
            let at = at.map(str::parse::<Time>).transpose()?;
            seen.latest = seen.latest.max(at);
            if let Some(Json(state)) = state {
                seen.take_in(kind, id, version, state)?;
            }
        }
        Ok(seen)
    }

    fn take_in(&mut self, kind: &str, id: &str, version: i32, state: Value) -> Outcome {
        let known =
            [StreamKind::Unit, StreamKind::Deal, StreamKind::Quota, StreamKind::LedgerAccount];
        match known.into_iter().find(|one| one.word() == kind) {
            Some(StreamKind::Unit) => self.stock = Some(kept(state)?),
            Some(StreamKind::Deal) => self.deal = Some(kept(state)?),
            Some(StreamKind::Quota) => self.quotas.push(kept(state)?),
            Some(StreamKind::LedgerAccount) => {
                self.received = kept(state)?;
                let version = u32::try_from(version).unwrap_or(0);
                self.ledger = Some(StreamRead::new(StreamKind::LedgerAccount, id, version));
            }
            _ => {
                return Err(Failure::told(
                    format!("不认识的流：{kind}"),
                    format!("no such stream: {kind}"),
                ));
            }
        }
        Ok(())
    }

    /// The ledger of the deal, with the version seen.
    pub(super) fn ledger_read(&self) -> Outcome<StreamRead> {
        let ledger = self.ledger.clone();
        ledger.ok_or_else(|| Failure::told("没有写明交易", "no deal is named"))
    }
}

fn kept<T: DeserializeOwned>(state: Value) -> Outcome<T> {
    Ok(serde_json::from_value(state)?)
}

/// 已收款 after an entry: the cashier's add what comes in, and those of a decision move what is there.
/// What the cashier pays out was taken off when it fell due.
pub(crate) fn after_entry(
    received: &[ReceivedMoney],
    entry: &LedgerEntry,
) -> kaipan::Result<Vec<ReceivedMoney>> {
    let bank = entry.legs.iter().find_map(|leg| match &leg.account {
        LedgerAccount::Bank { account } => Some((account, leg)),
        _ => None,
    });
    let Some((account, leg)) = bank else { return ReceivedMoney::after(received, entry) };
    let mut received = received.to_vec();
    if leg.amount.is_negative() {
        let amount = kaipan::number::Money::from_fen(-leg.amount.fen());
        let item: Text = leg.item.clone();
        received.push(ReceivedMoney::new(item, amount).with_account(account.clone()));
    }
    Ok(received)
}
