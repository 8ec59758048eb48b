//! What a line of a statement says: what happened, with whom and by which voucher.

use super::View;
use crate::layout::amount;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::ledger::{LedgerActKind, StatementLine, StatementReceivable};
use kaipan::money::LedgerEntry;
use kaipan::number::Money;

/// What is told only where it moves money.
const SILENT: [LedgerActKind; 3] =
    [LedgerActKind::OpenDeal, LedgerActKind::Redate, LedgerActKind::Reach];

impl View<'_> {
    /// The lines that say something to a customer: a deal that is opened moves no money, nor does
    /// another due date or a milestone of revenue.
    pub(super) fn told_lines<'l>(
        &self,
        lines: &'l [StatementLine],
    ) -> impl Iterator<Item = &'l StatementLine> {
        lines.iter().filter(|line| {
            let moves = !line.charged.is_zero() || !line.received.is_zero();
            moves || !SILENT.contains(&line.act)
        })
    }

    /// What happened, in a word.
    pub(super) fn happened(&self, line: &StatementLine) -> &'static str {
        let is_payment =
            line.act == LedgerActKind::Enter && self.record.moved.contains_key(&line.key);
        match (is_payment, line.received.is_negative()) {
            (true, true) => self.lang.say("退款", "refund"),
            (true, false) => self.lang.say("收款", "receipt"),
            _ if line.act == LedgerActKind::Enter => self.lang.say("过账", "entry"),
            _ => self.act(line.act),
        }
    }

    /// What it was about: item, method, payer and voucher of money; lines that became receivable;
    /// what an entry moved.
    pub(super) fn about(&self, line: &StatementLine) -> String {
        if let Some(moved) = self.record.moved.get(&line.key) {
            let method = moved.method.of_ledger();
            return self.listed([
                self.item(&moved.item),
                self.method(method).to_owned(),
                moved.party.to_string(),
            ]);
        }
        if let Some(receivables) = self.record.concerned.get(&line.key) {
            return self.listed(receivables.iter().map(|id| self.receivable_name(id)));
        }
        match self.record.entries.get(&line.key) {
            Some(entry) => self.moves(entry),
            None => self.listed(line.party.iter().map(ToString::to_string)),
        }
    }

    /// The voucher of a line.
    pub(super) fn voucher<'l>(&'l self, line: &'l StatementLine) -> &'l str {
        let moved = self.record.moved.get(&line.key).map(|moved| moved.number.as_str());
        line.voucher.as_deref().or(moved).unwrap_or_default()
    }

    /// The bank account of a line.
    pub(super) fn bank<'l>(&'l self, line: &'l StatementLine) -> &'l str {
        let moved = self.record.moved.get(&line.key).map(|moved| moved.bank_account.as_str());
        line.account.as_deref().or(moved).unwrap_or_default()
    }

    /// What a receivable is called: its line of the plan, else its item.
    pub(super) fn called(&self, receivable: &StatementReceivable) -> String {
        match self.name_of(&receivable.id) {
            Some(name) => name,
            None => self.item(&receivable.item),
        }
    }

    fn receivable_name(&self, id: &str) -> String {
        self.name_of(id).unwrap_or_else(|| match id.contains("/area/") {
            true => self.item(kaipan::money::AREA_DIFFERENCE),
            false => id.to_owned(),
        })
    }

    /// The name that a line of a plan has in the language of the reader.
    fn name_of(&self, id: &str) -> Option<String> {
        let name = self.record.names.get(id)?;
        if self.lang == Lang::Zh {
            return Some(name.to_string());
        }
        let deals = self.record.deals.values().map(|one| &one.deal);
        let deal = deals.into_iter().find(|deal| {
            id.strip_prefix(deal.id.as_str()).is_some_and(|rest| rest.starts_with('/'))
        })?;
        let line = deal.schedule.iter().find(|line| line.name == *name);
        Some(line.map_or(name, |line| &line.name_en).to_string())
    }

    /// What an entry moves, from where to where.
    fn moves(&self, entry: &LedgerEntry) -> String {
        let side = |is_credit: bool| {
            let legs = entry.legs.iter().filter(move |leg| leg.amount.is_positive() == is_credit);
            let leg = legs.map(|leg| {
                let (account, item) = (self.account(&leg.account), self.item(&leg.item));
                let size =
                    leg.amount.max(Money::ZERO.checked_sub(leg.amount).unwrap_or(leg.amount));
                format!("{account} {item} {}", amount(size))
            });
            self.listed(leg)
        };
        format!("{} → {}", side(false), side(true))
    }

    pub(super) fn listed(&self, parts: impl IntoIterator<Item = String>) -> String {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(self.lang.say("、", ", "))
    }
}
