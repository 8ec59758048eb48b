//! `kaipan ledger vouchers`: which numbers of receipts and payments are missing, void or given twice.

use super::args::{LedgerFormat, VouchersArgs};
use crate::failure::Failure;
use crate::grid::{Column, Grid};
use crate::layout::{clean, columns, heading, paragraph};
use crate::paint::{Paint, Style};
use crate::record::{self, Reading, Record};
use crate::text::{Say, severity};
use kaipan::Text;
use kaipan::error::{Finding, Lang, Severity};
use kaipan::numbering::{
    GapReport, Gaps, IssuedNumber, NumberGroup, NumberedDocument, NumberingRule,
};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// Numbers of one prefix, as the record has them.
#[boundary(write)]
pub(super) struct Series {
    /// What the numbers begin with.
    pub(super) prefix: Text,
    /// The answer of `numbering.gaps`.
    pub(super) report: GapReport,
}

/// The report of every series.
#[boundary(write)]
struct VouchersAnswer {
    #[boundary(required)]
    series: Vec<Series>,
}

/// Runs the command: 3 if numbers are missing or given twice.
///
/// # Errors
/// A file that cannot be read or holds no such record.
pub(super) fn run(options: &VouchersArgs, lang: Lang) -> Result<u8, Failure> {
    let record = record::read(&options.file, Reading::default(), lang)?;
    let series = series(&record).map_err(|error| Failure::plain(&error))?;
    let is_whole = series.iter().all(|one| {
        let missing = one.report.groups.iter().any(|group| !group.missing.is_empty());
        !missing && one.report.findings.is_empty()
    });
    let text = match options.format {
        LedgerFormat::Json => kaipan_ops::json::write(&VouchersAnswer { series }, 4096) + "\n",
        LedgerFormat::Xml => {
            super::xml::of(&record, None, |out| super::xml::vouchers(out, &series))?
        }
        LedgerFormat::Table => {
            let (paint, width) = (Paint::new(options.color), columns(options.width));
            drawn(&series, lang, paint, width).join("\n") + "\n"
        }
    };
    crate::print(&text)?;
    Ok(if is_whole { 0 } else { 3 })
}

/// The numbers of the record by what they begin with; a number without digits at its end is a series
/// by itself that cannot have gaps, and is left out.
fn series(record: &Record) -> kaipan::error::Result<Vec<Series>> {
    let mut numbers: BTreeMap<&str, Vec<(u32, usize, IssuedNumber)>> = BTreeMap::new();
    for moved in record.moved.values() {
        let number = moved.number.as_str();
        let prefix = number.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = number.strip_prefix(prefix).unwrap_or_default();
        let Ok(sequence) = digits.parse::<u32>() else { continue };
        // A number is drawn as the money is recorded, whatever the money is dated.
        let on = moved.entry.recorded_at.date();
        let issued = IssuedNumber::new(moved.number.clone(), on);
        numbers.entry(prefix).or_default().push((sequence, digits.len(), issued));
    }
    let mut all = Vec::new();
    for (prefix, mut of) in numbers {
        of.sort_by_key(|(sequence, ..)| *sequence);
        let first = of.first().map_or(1, |(sequence, ..)| *sequence);
        let digits = of.iter().map(|(_, digits, _)| *digits).min().unwrap_or(1);
        let pattern = format!("{prefix}{{seq:{digits}}}");
        let mut rule = NumberingRule::new("record", NumberedDocument::Voucher, pattern);
        rule.first = Some(first);
        let issued: Vec<IssuedNumber> = of.into_iter().map(|(.., issued)| issued).collect();
        let report = Gaps::new(&rule, &issued).report()?;
        all.push(Series { prefix: Text::from(prefix), report });
    }
    Ok(all)
}

fn drawn(series: &[Series], lang: Lang, paint: Paint, width: usize) -> Vec<String> {
    let title = lang.say("票据断号检查", "Numbers of vouchers");
    let mut lines = vec![paint.on(Style::Bold, title)];
    if series.is_empty() {
        let text = lang.say("记录里没有票据编号", "the record has no numbers of vouchers");
        lines.push(text.to_owned());
        return lines;
    }
    let mut grid = Grid::new(vec![
        Column::text(lang.say("前缀", "prefix")),
        Column::number(lang.say("最小", "first")),
        Column::number(lang.say("最大", "last")),
        Column::number(lang.say("已用", "used")),
        Column::number(lang.say("断号", "missing")),
        Column::text(lang.say("缺哪些", "which")),
    ]);
    for one in series {
        for group in &one.report.groups {
            let (count, which) = missing(group);
            grid.row(vec![
                clean(&one.prefix).into(),
                group.first.to_string().into(),
                group.last.to_string().into(),
                group.used.to_string().into(),
                count.to_string().into(),
                which.into(),
            ]);
        }
    }
    lines.extend(grid.told(lang, 2, width, paint));
    let told: Vec<&Finding> = series.iter().flat_map(|one| &one.report.findings).collect();
    if !told.is_empty() {
        lines.extend(heading(lang.say("注意", "Told"), width, paint));
    }
    for finding in told {
        let label = format!("  {}  ", severity(lang, finding.severity));
        let drawn = paragraph(&label, &clean(finding.message(lang)), width);
        lines.extend(drawn.iter().map(|line| paint.on(Style::Of(Severity::Warning), line)));
    }
    lines
}

/// How many numbers of a group are missing, and which.
fn missing(group: &NumberGroup) -> (u32, String) {
    let count = group.missing.iter().fold(0_u32, |sum, one| sum.saturating_add(one.count));
    let span = |one: &kaipan::numbering::MissingNumbers| match one.from == one.to {
        true => one.from.to_string(),
        false => format!("{}–{}", one.from, one.to),
    };
    let spans: Vec<String> = group.missing.iter().map(span).collect();
    (count, spans.join(" "))
}
