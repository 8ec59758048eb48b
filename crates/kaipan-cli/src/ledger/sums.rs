//! Sums as they are shown.

use super::View;
use crate::grid::Grid;
use crate::layout::{amount, paragraph};
use crate::paint::Style;
use crate::text::Say;
use kaipan::Time;
use kaipan::error::Lang;
use kaipan::ledger::LedgerStatement;
use kaipan::number::Money;

/// An amount; nothing is left blank.
pub(super) fn shown(sum: Money) -> String {
    if sum.is_zero() { String::new() } else { amount(sum) }
}

/// The debit and the credit of a balance, one of them blank.
pub(super) fn sides(balance: Money) -> [String; 2] {
    let size = balance.to_string();
    let size = amount(size.trim_start_matches('-'));
    match balance.is_negative() {
        true => [size, String::new()],
        false => [String::new(), size],
    }
}

impl View<'_> {
    /// The moment of what was known, where it is not now: a day where it is the end of one.
    pub(super) fn known_at(&self) -> Option<String> {
        let known = self.as_known?;
        let is_end = Time::at(known.date(), 23, 59, 59) == Some(known);
        Some(if is_end { known.date().to_string() } else { known.to_string().replace('T', " ") })
    }

    /// The line that says so.
    pub(super) fn known(&self) -> Option<String> {
        let known = self.known_at()?;
        let later = self.record.later;
        Some(match self.lang {
            Lang::Zh => format!("按 {known} 所知：此后记录的 {later} 行不算"),
            Lang::En => {
                format!("as known at {known}: {later} lines that were recorded later do not count")
            }
        })
    }

    /// The figures of a statement with what they are.
    pub(super) fn figures(&self, statement: &LedgerStatement) -> Vec<(&'static str, Money)> {
        let lang = self.lang;
        let LedgerStatement { charged, waived, received, outstanding, .. } = statement;
        let mut figures = vec![(lang.say("应收", "receivable"), *charged)];
        if !waived.is_zero() {
            figures.push((lang.say("减免", "waived"), *waived));
        }
        figures.push((lang.say("已收", "received"), *received));
        figures.push((lang.say("未收", "outstanding"), *outstanding));
        figures.push((lang.say("其中逾期", "of it overdue"), statement.overdue));
        figures.push((lang.say("预收", "paid in advance"), statement.prepaid));
        figures.push((lang.say("应退", "due back"), statement.refund_due));
        figures
    }

    /// A table, and which of its columns had no room.
    pub(super) fn grid(&self, grid: &Grid) -> Vec<String> {
        let drawn = grid.draw(2, self.width, self.paint);
        let mut lines = drawn.lines;
        if !drawn.left_out.is_empty() {
            let names = drawn.left_out.join(self.lang.say("、", ", "));
            let text = match self.lang {
                Lang::Zh => format!("宽度不够，未列：{names}"),
                Lang::En => format!("no room for: {names}"),
            };
            let drawn = paragraph("  ", &text, self.width);
            lines.extend(drawn.iter().map(|line| self.paint.on(Style::Dim, line)));
        }
        lines
    }
}
