//! Every fen is accounted for.

use super::endings::ending;
use super::replays::Replayed;
use super::{Proof, Words};
use crate::buyer::{Buyer, Ending};
use crate::day::SINCERITY;
use crate::history::History;
use kaipan::deal::Deal;
use kaipan::money::{self, LedgerAccount, LedgerEntry};
use kaipan::number::Money;
use std::collections::{BTreeMap, BTreeSet};

/// Fen by account and item. `paid` and `returned` are what went through the bank.
#[derive(Debug, Default, PartialEq, Eq)]
struct Balances {
    paid: i64,
    returned: i64,
    lies: BTreeMap<(&'static str, String), i64>,
}

const PRE_SALE: &str = "pre_sale";
const PREPAYMENT: &str = "prepayment";
const REFUND_DUE: &str = "refund_due";

/// Adds up the entries of every deal, and compares with what its buyer must have paid and what the
/// document says.
pub(super) fn prove(replayed: &Replayed, history: &History, buyers: &[Buyer]) -> Proof {
    let mut breaches: Vec<Words> = Vec::new();
    let mut keys = BTreeSet::new();
    let mut total = Balances::default();
    for buyer in buyers {
        let id = buyer.deal();
        let kept = history.ledgers.iter().filter(|kept| kept.id == id);
        let entries: Vec<&LedgerEntry> =
            kept.flat_map(|kept| &kept.events).map(|(_, entry)| entry).collect();
        let mut balances = Balances::default();
        for entry in &entries {
            let is_right = entry.is_balanced()
                && keys.insert(&entry.key)
                && entry.deal.as_ref().is_some_and(|deal| *deal == *id)
                && balances.add(entry);
            if !is_right {
                let key = &entry.key;
                let zh = format!("“{id}”的分录“{key}”不平、重复或透支");
                let en = format!("{id}: entry {key} is not balanced, is there twice, or overdraws");
                breaches.push((zh, en));
            }
        }
        let deal = replayed.deals.iter().find(|deal| *deal.id == *id);
        let expected = deal.and_then(|deal| expected(buyer, deal));
        if expected.as_ref() != Some(&balances) {
            let should = expected.unwrap_or_default().words();
            let is = balances.words();
            let zh = format!("“{id}”的款项应为：{}；实为：{}", should.0, is.0);
            breaches.push((zh, format!("{id} should have {}, and has {}", should.1, is.1)));
        }
        let received = history.ledgers.iter().filter(|kept| kept.id == id);
        let received = received.filter_map(|kept| kept.state.as_ref()).flatten();
        if by_item(received.map(|one| (one.item.as_str(), one.amount.fen()))) != balances.held() {
            let zh = format!("“{id}”的已收款与账户不符");
            breaches.push((zh, format!("{id}: what it has received is not what lies there")));
        }
        total.merge(&balances);
    }
    let known = buyers.len();
    if history.ledgers.len() != known {
        let found = history.ledgers.len();
        let zh = format!("{known} 位买家，{found} 本账");
        breaches.push((zh, format!("{found} ledgers for {known} buyers")));
    }
    let lies: i64 = total.lies.values().sum();
    if total.paid - total.returned != lies {
        let zh = "收支与余额不符".to_owned();
        breaches.push((zh, "what was paid is not what lies there".to_owned()));
    }
    Proof {
        claim: ("每一分钱都有着落", "every fen is accounted for"),
        counted: total.words(),
        breaches,
    }
}

/// What must be there of a buyer: by what he pays on the day, and by what his document says.
fn expected(buyer: &Buyer, deal: &Deal) -> Option<Balances> {
    let ending = ending(deal)?;
    let mut expected = Balances { paid: buyer.paid(ending).fen(), ..Balances::default() };
    match ending {
        Ending::Left => expected.returned = expected.paid,
        Ending::Booked => {
            expected.put(PRE_SALE, money::SINCERITY, SINCERITY.fen());
            expected.put(PRE_SALE, money::BOOKING, buyer.booking().fen());
        }
        Ending::Subscribed => {
            let deposit = deal.active()?.deposit?.fen();
            expected.put(PRE_SALE, money::DEPOSIT, deposit);
            expected.put(PREPAYMENT, money::HOUSE_PAYMENT, expected.paid - deposit);
        }
    }
    Some(expected)
}

/// Sums by item.
fn by_item<'a>(amounts: impl Iterator<Item = (&'a str, i64)>) -> BTreeMap<String, i64> {
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for (item, fen) in amounts {
        *sums.entry(item.to_owned()).or_default() += fen;
    }
    sums
}

impl Balances {
    fn put(&mut self, account: &'static str, item: &str, fen: i64) {
        let lies = self.lies.entry((account, item.to_owned())).or_default();
        *lies += fen;
        if *lies == 0 {
            self.lies.remove(&(account, item.to_owned()));
        }
    }

    /// Adds an entry; false if an account is not one of a sale, or holds less than nothing after it.
    fn add(&mut self, entry: &LedgerEntry) -> bool {
        for leg in &entry.legs {
            let fen = leg.amount.fen();
            match &leg.account {
                LedgerAccount::Bank { .. } if fen < 0 => self.paid -= fen,
                LedgerAccount::Bank { .. } => self.returned += fen,
                LedgerAccount::PreSale {} => self.put(PRE_SALE, &leg.item, fen),
                LedgerAccount::Prepayment {} => self.put(PREPAYMENT, &leg.item, fen),
                LedgerAccount::RefundDue {} => self.put(REFUND_DUE, &leg.item, fen),
                _ => return false,
            }
        }
        self.lies.values().all(|fen| *fen >= 0)
    }

    /// By item, what lies there for the deal.
    fn held(&self) -> BTreeMap<String, i64> {
        let held = self.lies.iter().filter(|((account, _), _)| *account != REFUND_DUE);
        by_item(held.map(|((_, item), fen)| (item.as_str(), *fen)))
    }

    fn merge(&mut self, other: &Balances) {
        self.paid += other.paid;
        self.returned += other.returned;
        for ((account, item), fen) in &other.lies {
            self.put(account, item, *fen);
        }
    }

    fn words(&self) -> Words {
        let of = |account: &'static str, item: &str| {
            let fen = self.lies.get(&(account, item.to_owned())).copied().unwrap_or(0);
            Money::from_fen(fen).to_string()
        };
        let [paid, returned] = [self.paid, self.returned].map(Money::from_fen);
        let [deposit, house, booking, sincerity] = [
            of(PRE_SALE, money::DEPOSIT),
            of(PREPAYMENT, money::HOUSE_PAYMENT),
            of(PRE_SALE, money::BOOKING),
            of(PRE_SALE, money::SINCERITY),
        ];
        let zh = format!(
            "收 {paid} 元 = 定金 {deposit} + 房款 {house} + 预定金 {booking} + 诚意金 {sincerity} + 已退 {returned}"
        );
        let en = format!(
            "{paid} yuan paid = deposits {deposit} + house money {house} + booking money {booking} \
             + sincerity money {sincerity} + returned {returned}"
        );
        (zh, en)
    }
}
