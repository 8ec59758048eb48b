//! 收退款明细表: a row an item of money that came in or went out.

use super::shared::{item_words, lost_finding};
use crate::Text as Name;
use crate::error::Result;
use crate::ledger::{LedgerAct, LedgerActKind, LedgerPosting};
use crate::money::{LedgerAccount, LedgerEntry};
use crate::number::{Money as Yuan, less};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Date, Money, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, col};

/// The money that came in and went out in a period, item by item. Transfers touch no bank and are not told.
pub(in crate::report) const RECEIPTS: Spec = Spec {
    name: "receipts",
    zh: "收退款明细表",
    en: "Receipts and refunds",
    periods: ANY,
    due_after: &[],
    records: &["postings", "entries", "events", "units", "customers"],
    columns: COLUMNS,
    fill: Fill::List(rows),
};

const COLUMNS: &[Col] = &[
    col("date", "日期", "date", Date),
    col("number", "单号", "number", Text),
    col("voucher", "票据编号", "voucher", Text),
    col("payer", "交款人", "payer", Text).personal(),
    col("project", "项目", "project", Text),
    col("unit", "房号", "unit", Text),
    col("item", "款项", "item", Text),
    col("act", "业务", "what it is", Text),
    col("method", "收付方式", "method", Text),
    col("amount", "金额", "amount", Money).sum().personal(),
    col("collections", "其中房款", "of it house money", Money).sum().personal(),
    col("reversal", "红冲", "reversal", Text),
    col("cashier", "出纳", "cashier", Text),
    col("agent", "置业顾问", "agent", Text),
];

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let records = scene.records;
    let posted = records.postings.iter();
    let posted = posted.flat_map(|one| one.entries.iter().map(move |entry| (entry, Some(one))));
    let all = records.entries.iter().map(|entry| (entry, None)).chain(posted);
    let mut all: Vec<(&LedgerEntry, Option<&LedgerPosting>)> =
        all.filter(|(entry, _)| scene.has(entry.date)).collect();
    all.sort_by_key(|(entry, _)| (entry.date, entry.recorded_at, entry.sequence, &entry.key));
    let (mut drafts, mut lost) = (Vec::new(), 0);
    for (entry, posting) in all {
        for (item, amount) in banked(entry)? {
            let fact = scene.fact(&format!("{}/{item}", entry.key));
            let place = scene.place_of(entry.deal.as_ref(), None);
            let node = fact.and_then(|fact| fact.node.as_ref()).or(place.node);
            if !scene.counts(node, entry.date, &mut lost) {
                continue;
            }
            let customer = entry.customer.as_ref().or(place.customer);
            let details = posting.map(details).unwrap_or_default();
            let payer = details.payer.map(crate::Label::from);
            let kind = posting.map(|posting| posting.command.act.kind());
            let voucher = posting.and_then(|posting| posting.voucher.as_ref());
            let cells = vec![
                ReportCell::day(Some(entry.date)),
                ReportCell::shown(Some(&entry.key)),
                ReportCell::shown(voucher.or(details.voucher)),
                ReportCell::shown(payer.or_else(|| scene.customer_name(customer))),
                ReportCell::shown(scene.project_name(node, entry.date)),
                ReportCell::shown(place.unit),
                item_words(item),
                act_words(kind, amount),
                details.method.unwrap_or(ReportCell::Absent {}),
                ReportCell::yuan(Some(amount)),
                ReportCell::yuan(fact.and_then(|fact| fact.amount)),
                reversal(kind),
                ReportCell::shown(posting.map(|posting| &posting.by)),
                ReportCell::shown(place.agent),
            ];
            let mut draft = Draft::new(cells).of(node, place.agent).deal(entry.deal.as_ref());
            draft.facts.extend(fact.map(|fact| fact.key.clone()));
            drafts.push(draft);
        }
    }
    let findings = lost_finding(lost);
    Ok(Listing { drafts, findings, ..Listing::default() })
}

/// What an entry brings into banks, item by item; below zero what leaves them.
fn banked(entry: &LedgerEntry) -> Result<Vec<(&Name, Yuan)>> {
    let mut items: Vec<(&Name, Yuan)> = Vec::new();
    for leg in &entry.legs {
        if !matches!(leg.account, LedgerAccount::Bank { .. }) {
            continue;
        }
        match items.iter_mut().find(|(item, _)| *item == &leg.item) {
            Some((_, sum)) => *sum = less(*sum, leg.amount)?,
            None => items.push((&leg.item, less(Yuan::ZERO, leg.amount)?)),
        }
    }
    items.retain(|(_, amount)| !amount.is_zero());
    Ok(items)
}

/// What a command says of the one who pays.
#[derive(Default)]
struct Details<'a> {
    payer: Option<&'a Name>,
    voucher: Option<&'a Name>,
    method: Option<ReportCell>,
}

fn details(posting: &LedgerPosting) -> Details<'_> {
    let said = |method: &crate::ledger::ReceiptMethod| {
        Some(ReportCell::said(method.chinese(), method.english()))
    };
    match &posting.command.act {
        LedgerAct::Receive { receipt } => Details {
            payer: receipt.payer.as_ref(),
            voucher: receipt.voucher.as_ref(),
            method: said(&receipt.method),
        },
        LedgerAct::Refund { refund } => Details {
            payer: refund.payee.as_ref(),
            voucher: refund.voucher.as_ref(),
            method: said(&refund.method),
        },
        LedgerAct::PayOn { payment } => {
            Details { payer: Some(&payment.authority), ..Details::default() }
        }
        _ => Details::default(),
    }
}

fn act_words(kind: Option<LedgerActKind>, amount: Yuan) -> ReportCell {
    match kind {
        Some(kind) if kind != LedgerActKind::Enter => {
            ReportCell::said(kind.chinese(), kind.english())
        }
        _ if amount.is_negative() => ReportCell::said("退款", "refund"),
        _ => ReportCell::said("收款", "receipt"),
    }
}

fn reversal(kind: Option<LedgerActKind>) -> ReportCell {
    match kind {
        Some(kind @ (LedgerActKind::Reverse | LedgerActKind::Delete)) => {
            ReportCell::said(kind.chinese(), kind.english())
        }
        _ => ReportCell::Absent {},
    }
}
