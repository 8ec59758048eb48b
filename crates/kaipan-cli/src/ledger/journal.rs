//! `kaipan ledger journal`: journal lines for a general ledger, and the trial balance.

use super::args::{JournalArgs, JournalFormat};
use super::{View, posts, sums};
use crate::commented;
use crate::failure::Failure;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{clean, columns, heading, paragraph};
use crate::paint::{Paint, Style};
use crate::record::{self, Reading};
use crate::text::Say;
use kaipan::error::{Code, Lang};
use kaipan::ledger::{JournalMapping, JournalSheet, Journalising};
use sums::shown;

/// Lines that a person is shown; all of them are in the CSV.
const MOST_LINES: usize = 40;

/// Runs the command: 3 if something of the record is not posted.
///
/// # Errors
/// A file that cannot be read or holds no such record or mapping, and whatever the core refuses.
pub(super) fn run(options: &JournalArgs, lang: Lang) -> Result<u8, Failure> {
    let policy = super::policy(options.policy.as_deref())?;
    let mapping = match &options.mapping {
        None => JournalMapping::preset(),
        Some(path) => commented::read(path).map_err(|error| match error.code() {
            Code::InputFile => Failure::plain(&error),
            _ => Failure::in_file(&path.display().to_string(), &error),
        })?,
    };
    let reading =
        Reading { known_at: options.as_known, policy: Some(&policy), ..Reading::default() };
    let record = record::read(&options.file, reading, lang)?;
    let (first, last) = super::days(&record, lang)?;
    let (from, to) = (options.from.unwrap_or(first), options.to.unwrap_or(last));
    let journal = Journalising::new(&record.ledger, &mapping, from, to).csv(lang).sheet();
    let sheet = journal.map_err(|error| Failure::plain(&error))?;
    let csv = || format!("\u{feff}{}", sheet.csv.as_deref().unwrap_or_default());
    if let Some(file) = &options.csv {
        super::write(file, csv().as_bytes())?;
    }
    let view = View {
        lang,
        paint: Paint::new(options.color),
        width: columns(options.width),
        record: &record,
        policy: &policy,
        as_known: options.as_known,
    };
    let text = match options.format {
        JournalFormat::Csv => csv(),
        JournalFormat::Json => kaipan_ops::json::write(&sheet, 65_536) + "\n",
        JournalFormat::Xml => {
            super::xml::of(&record, options.as_known, |out| super::xml::journal(out, &sheet))?
        }
        JournalFormat::Table => {
            let mut lines = drawn(&view, &sheet);
            lines.extend(posts::drawn(&view));
            lines.extend(super::written(lang, options.csv.as_deref()));
            lines.join("\n") + "\n"
        }
    };
    crate::print(&text)?;
    Ok(if record.refused.is_empty() { 0 } else { 3 })
}

fn drawn(view: &View<'_>, sheet: &JournalSheet) -> Vec<String> {
    let lang = view.lang;
    let (from, to, count) = (sheet.from, sheet.to, sheet.lines.len());
    let title = match lang {
        Lang::Zh => format!("总账凭证  {from} 至 {to}  {count} 条分录"),
        Lang::En => format!("Journal  {from} to {to}  {count} lines"),
    };
    let mut lines = vec![view.paint.on(Style::Bold, &title)];
    lines.extend(view.known());
    let (debit, credit) = (shown(sheet.debit), shown(sheet.credit));
    let text = match (lang, sheet.debit == sheet.credit) {
        (Lang::Zh, true) => format!("借方 {debit} 元，贷方 {credit} 元，平衡"),
        (Lang::Zh, false) => format!("借方 {debit} 元，贷方 {credit} 元，不平衡"),
        (Lang::En, true) => format!("debit {debit} yuan, credit {credit} yuan: balanced"),
        (Lang::En, false) => format!("debit {debit} yuan, credit {credit} yuan: not balanced"),
    };
    lines.extend(paragraph("", &text, view.width));
    lines.extend(posts_of(view));
    lines.extend(trial(view, sheet));
    let title = lang.say("分录（元）", "Lines (yuan)");
    lines.extend(heading(title, view.width, view.paint));
    let mut grid = Grid::new(vec![
        Column::text(lang.say("日期", "date")),
        Column::text(lang.say("摘要", "text")).optional(3),
        Column::text(lang.say("科目", "account")),
        Column::number(lang.say("借方", "debit")),
        Column::number(lang.say("贷方", "credit")),
        Column::text(lang.say("交易", "deal")).optional(2),
        Column::text(lang.say("票据", "voucher")).optional(1),
    ]);
    for line in sheet.lines.iter().take(MOST_LINES) {
        let account = format!("{} {}", line.account, lang.say(&line.zh, &line.en));
        let deal = line.deal.as_deref().unwrap_or_default();
        grid.row(vec![
            line.date.to_string().into(),
            view.act(line.act).into(),
            account.into(),
            shown(line.debit).into(),
            shown(line.credit).into(),
            deal.into(),
            line.voucher.as_deref().unwrap_or_default().into(),
        ]);
    }
    lines.extend(view.grid(&grid));
    if let Some(more) = count.checked_sub(MOST_LINES).filter(|more| *more > 0) {
        let text = match lang {
            Lang::Zh => format!("还有 {more} 条；全部分录用“--csv”或“--format csv”"),
            Lang::En => format!("{more} more; --csv or --format csv have all of them"),
        };
        lines.extend(paragraph("  ", &text, view.width));
    }
    lines
}

fn posts_of(view: &View<'_>) -> Vec<String> {
    paragraph("", &clean(&posts::counted(view)), view.width)
}

fn trial(view: &View<'_>, sheet: &JournalSheet) -> Vec<String> {
    let lang = view.lang;
    let title =
        lang.say("试算平衡表（元；借方为正）", "Trial balance (yuan; a debit is above zero)");
    let mut lines = heading(title, view.width, view.paint);
    let mut grid = Grid::new(vec![
        Column::text(lang.say("科目", "account")),
        Column::number(lang.say("期初", "opening")),
        Column::number(lang.say("本期借方", "debit")),
        Column::number(lang.say("本期贷方", "credit")),
        Column::number(lang.say("期末", "closing")),
    ]);
    for row in &sheet.trial {
        grid.row(vec![
            Cell::from(format!("{} {}", row.account, lang.say(&row.zh, &row.en))),
            shown(row.opening).into(),
            shown(row.debit).into(),
            shown(row.credit).into(),
            shown(row.closing).into(),
        ]);
    }
    lines.extend(view.grid(&grid));
    lines
}
