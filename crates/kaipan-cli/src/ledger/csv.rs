//! Statements and sums as CSV, in UTF-8 with a byte-order mark, which spreadsheets need.

use super::View;
use crate::failure::Failure;
use crate::text::Say;
use kaipan::Text;
use kaipan::ledger::{LedgerStatement, LedgerSummary};
use kaipan::project::spreadsheet_text;
use std::io;

/// What happened, a line each.
pub(super) fn statement(view: &View<'_>, statement: &LedgerStatement) -> Result<String, Failure> {
    let head = [
        ("日期", "date"),
        ("业务号", "key"),
        ("事项", "what"),
        ("摘要", "about"),
        ("票据", "voucher"),
        ("账户", "account"),
        ("应收", "charged"),
        ("收付", "received"),
        ("余额", "balance"),
        ("冲销", "reverses"),
    ];
    let lines = statement.lines.iter().map(|line| {
        let named = |text: &Option<Text>| guarded(text.as_deref().unwrap_or_default());
        vec![
            line.date.to_string(),
            guarded(&line.key),
            view.happened(line).to_owned(),
            guarded(&view.about(line)),
            guarded(view.voucher(line)),
            guarded(view.bank(line)),
            line.charged.to_string(),
            line.received.to_string(),
            line.balance.to_string(),
            named(&line.reverses),
        ]
    });
    written(view, &head, lines)
}

/// The sums, a line an item.
pub(super) fn summary(view: &View<'_>, summary: &LedgerSummary) -> Result<String, Failure> {
    let head = [
        ("款项代码", "item"),
        ("款项", "name"),
        ("应收", "receivable"),
        ("减免", "waived"),
        ("已收", "received"),
        ("未收", "outstanding"),
        ("逾期", "overdue"),
        ("预收", "in_advance"),
        ("应退", "due_back"),
    ];
    let lines = summary.items.iter().map(|one| {
        let sums = [
            one.charged,
            one.waived,
            one.received,
            one.outstanding,
            one.overdue,
            one.prepaid,
            one.refund_due,
        ];
        let name = [guarded(&one.item), guarded(&view.item(&one.item))];
        name.into_iter().chain(sums.iter().map(ToString::to_string)).collect()
    });
    written(view, &head, lines)
}

fn written(
    view: &View<'_>,
    head: &[(&str, &str)],
    lines: impl Iterator<Item = Vec<String>>,
) -> Result<String, Failure> {
    let refuse = |error: csv::Error| Failure::Output(io::Error::other(error));
    let mut out = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record(head.iter().map(|(zh, en)| view.lang.say(zh, en))).map_err(refuse)?;
    for line in lines {
        out.write_record(line).map_err(refuse)?;
    }
    let bytes =
        out.into_inner().map_err(|error| Failure::Output(io::Error::other(error.to_string())))?;
    String::from_utf8(bytes).map_err(|error| Failure::Output(io::Error::other(error)))
}

fn guarded(text: &str) -> String {
    spreadsheet_text(text).into_owned()
}
