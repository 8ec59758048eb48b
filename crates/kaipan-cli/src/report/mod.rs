//! `kaipan report`: reports over a record of sales, in the terminal and as files, and one beside a table
//! that was made by hand.

pub(crate) mod args;
mod asked;
pub(crate) mod cells;
mod chart;
mod compare;
mod csv;
mod list;
mod output;
mod page;
mod period;
mod records;
mod table;
pub(crate) mod words;
mod xml;

use crate::args::Color;
use crate::failure::Failure;
use crate::layout::{clean, columns, paragraph};
use crate::paint::{Paint, Style};
use crate::text::{Say, severity, word};
use args::{ReportArgs, ReportPart};
use asked::{Run, Wanted};
use chart::Chart;
use kaipan::Text;
use kaipan::error::{Code, Error, Finding, Lang, Severity};
use kaipan::report::ReportTable;
use kaipan_derive::boundary;
use output::{Written, refused};
use records::Recorded;
use std::path::Path;

/// How it is drawn.
struct View {
    lang: Lang,
    paint: Paint,
    width: usize,
}

impl View {
    fn new(color: Color, width: Option<u16>, lang: Lang) -> View {
        View { lang, paint: Paint::new(color), width: columns(width) }
    }
}

/// Several reports as JSON.
#[boundary(write)]
struct Reports {
    /// Each as report.run answers it.
    reports: Vec<ReportTable>,
}

/// Runs the command: 3 if a table made by hand differs.
///
/// # Errors
/// A record that cannot be read, and whatever the core refuses.
pub(crate) fn run(options: &ReportArgs, lang: Lang) -> Result<u8, Failure> {
    match (&options.part, &options.report, &options.file) {
        (Some(ReportPart::List(options)), ..) => list::list(options, lang),
        (Some(ReportPart::Calendar(options)), ..) => list::calendar(options, lang),
        (None, Some(report), Some(file)) => made(report, file, options, lang),
        // The parser asks for both.
        (None, ..) => Ok(2),
    }
}

fn made(report: &Text, file: &Path, options: &ReportArgs, lang: Lang) -> Result<u8, Failure> {
    let wanted = Wanted::new(report, lang)?;
    let written = written(options, &wanted, lang)?;
    let about = &options.about;
    let record = records::read(file, about, lang)?;
    let last = record.last_day.ok_or_else(|| Failure::plain(&no_day()))?;
    let as_of = about.as_of.or(about.period.as_ref().map(|asked| asked.to));
    let recorded = Recorded::new(file, about, record, as_of.unwrap_or(last).min(last), lang)?;
    let runs = asked::run(&wanted, about, &recorded, last, lang)?;
    let tables: Vec<&ReportTable> = runs.iter().filter_map(Run::table).collect();
    let view = View::new(options.shown.color, options.shown.width, lang);
    if let (Some(hand), [table]) = (&options.compare, tables.as_slice()) {
        return compare::run(hand, table, &recorded, options, written, &view);
    }
    if let (Some(name), [table]) = (&options.chart, tables.as_slice())
        && !table.columns.iter().any(|column| chart::is_named(column, name))
    {
        return Err(no_column(name, table, lang));
    }
    let content: Vec<u8> = match written {
        Written::Table => {
            let mut lines = Vec::new();
            for table in &tables {
                if !lines.is_empty() {
                    lines.push(String::new());
                }
                lines.extend(drawn(&view, table, charted(table, options, lang).as_ref()));
            }
            lines.extend(left_out(&view, &runs));
            lines.extend(unposted(&view, recorded.refused, file));
            (lines.join("\n") + "\n").into_bytes()
        }
        Written::Csv => match tables.as_slice() {
            [table] => csv::of(table, lang)?.into_bytes(),
            _ => Vec::new(),
        },
        Written::Json => json(&tables).into_bytes(),
        Written::Xml => xml::of(&tables)?.into_bytes(),
        Written::Page => {
            let charted: Vec<_> =
                tables.iter().map(|table| (*table, charted(table, options, lang))).collect();
            page::of(&charted, lang).into_bytes()
        }
        Written::Workbook => crate::workbook::reports(&tables, lang)?,
    };
    match &options.output {
        Some(output) => {
            output.write(&content)?;
            let mut lines = vec![output.told(lang, &holds(&tables, lang)).trim_end().to_owned()];
            lines.extend(left_out(&view, &runs));
            lines.extend(unposted(&view, recorded.refused, file));
            crate::print(&(lines.join("\n") + "\n"))?;
        }
        None => crate::print(&content)?,
    }
    Ok(0)
}

/// The chart of a report, if it has one.
fn charted<'t>(table: &'t ReportTable, options: &ReportArgs, lang: Lang) -> Option<Chart<'t>> {
    Chart::of(table, options.chart.as_ref(), lang)
}

/// What is written, if it can be.
fn written(options: &ReportArgs, wanted: &Wanted, lang: Lang) -> Result<Written, Failure> {
    let format: Option<Written> = options.shown.format.map(Into::into);
    let written = match (&options.output, format) {
        (Some(output), Some(format)) if output.written != format => {
            return Err(refused(
                lang,
                [
                    "“--format”与“--output”的文件名结尾矛盾",
                    "--format contradicts the ending of --output",
                ],
                ["去掉“--format”", "leave --format out"],
            ));
        }
        (Some(output), _) => output.written,
        (None, format) => format.unwrap_or(Written::Table),
    };
    if wanted.all && options.compare.is_some() {
        return Err(refused(
            lang,
            ["手工表一次只能与一张报表核对", "a table by hand is compared with one report"],
            ["写明报表的名称", "name the report"],
        ));
    }
    if wanted.all && written == Written::Csv {
        return Err(refused(
            lang,
            ["一个 CSV 文件只能放一张报表", "a CSV file holds one report"],
            ["写成“.xlsx”，或写明报表的名称", "write .xlsx, or name the report"],
        ));
    }
    Ok(written)
}

impl Run {
    fn table(&self) -> Option<&ReportTable> {
        match self {
            Run::Made(table) => Some(table),
            Run::LeftOut(..) => None,
        }
    }
}

fn json(tables: &[&ReportTable]) -> String {
    match tables {
        [one] => kaipan_ops::json::write(*one, 65_536) + "\n",
        all => {
            let reports = all.iter().map(|one| (*one).clone()).collect();
            kaipan_ops::json::write(&Reports { reports }, 262_144) + "\n"
        }
    }
}

/// A report in the terminal.
fn drawn(view: &View, table: &ReportTable, chart: Option<&Chart<'_>>) -> Vec<String> {
    let title = view.lang.say(&table.title_zh, &table.title_en);
    let mut lines = vec![
        view.paint.on(Style::Bold, title),
        view.paint.on(Style::Dim, &words::about(table, view.lang)),
        String::new(),
    ];
    lines.extend(table::drawn(view, table));
    lines.extend(chart.map(|chart| chart::drawn(view, chart)).unwrap_or_default());
    for note in &table.notes {
        lines.extend(paragraph(&format!("{}  ", note.topic), &clean(&note.text), view.width));
    }
    lines.extend(findings(view, &table.findings));
    lines
}

/// What a person should read, each once.
fn findings(view: &View, findings: &[Finding]) -> Vec<String> {
    let mut texts: Vec<(Severity, String)> = Vec::new();
    for one in findings {
        let text = clean(one.message(view.lang));
        if !texts.iter().any(|(_, other)| *other == text) {
            texts.push((one.severity, text));
        }
    }
    let most = 12;
    let mut lines = Vec::new();
    for (of, text) in texts.iter().take(most) {
        lines.extend(told(view, *of, text));
    }
    let more = texts.len().saturating_sub(most);
    if more > 0 {
        lines.push(match view.lang {
            Lang::Zh => format!("  另有 {more} 条，见“--format json”"),
            Lang::En => format!("  and {more} more; see --format json"),
        });
    }
    lines
}

fn told(view: &View, of: Severity, text: &str) -> Vec<String> {
    let label = format!("{}  ", severity(view.lang, of));
    let drawn = paragraph(&label, text, view.width);
    drawn.iter().map(|line| view.paint.on(Style::Of(of), line)).collect()
}

/// Reports that were left out of all, and why.
fn left_out(view: &View, runs: &[Run]) -> Vec<String> {
    let each = runs.iter().filter_map(|run| match run {
        Run::LeftOut(report, why) => Some((report, why)),
        Run::Made(_) => None,
    });
    let lines = each.flat_map(|(report, why)| {
        let title = view.lang.say(&report.title_zh, &report.title_en);
        let text = match view.lang {
            Lang::Zh => format!("未出《{title}》：{why}"),
            Lang::En => format!("\"{title}\" was left out: {why}"),
        };
        told(view, Severity::Warning, &clean(&text))
    });
    lines.collect()
}

/// Titles of a table by hand that are no columns of the report.
fn left_out_titles(view: &View, titles: &[String]) -> Vec<String> {
    if titles.is_empty() {
        return Vec::new();
    }
    let names = titles.join(view.lang.say("”、“", ", "));
    let text = match view.lang {
        Lang::Zh => format!("手工表的“{names}”不是报表的栏，没有核对"),
        Lang::En => format!(
            "these titles by hand are no columns of the report, and were not compared: {names}"
        ),
    };
    told(view, Severity::Warning, &clean(&text))
}

/// How many posts of the record the ledger has refused: their money is in no report.
fn unposted(view: &View, count: usize, file: &Path) -> Vec<String> {
    if count == 0 {
        return Vec::new();
    }
    let file = word(file);
    let text = match view.lang {
        Lang::Zh => format!("有 {count} 笔没有记入台账，见“kaipan ledger {file}”"),
        Lang::En => {
            let posts = if count == 1 { "1 post was" } else { &format!("{count} posts were") };
            format!("{posts} refused by the ledger; see kaipan ledger {file}")
        }
    };
    told(view, Severity::Warning, &text)
}

/// What a file holds.
fn holds(tables: &[&ReportTable], lang: Lang) -> String {
    match (tables, lang) {
        ([one], _) => lang.say(&one.title_zh, &one.title_en).to_owned(),
        (all, Lang::Zh) => format!("{} 张报表", all.len()),
        (all, Lang::En) => format!("{} reports", all.len()),
    }
}

/// A column that a report does not have.
fn no_column(name: &Text, table: &ReportTable, lang: Lang) -> Failure {
    let what = match lang {
        Lang::Zh => format!("《{}》没有“{name}”这一栏", table.title_zh),
        Lang::En => format!("the report \"{}\" has no column \"{name}\"", table.title_en),
    };
    let mend = lang.say("可以是：", "it can be:").to_owned();
    let choices = table.columns.iter();
    let choices = choices.map(|one| (one.key.to_string(), cells::title(lang, one).to_owned()));
    Failure::Choose(crate::failure::Choose { what, mend, choices: choices.collect() })
}

fn no_day() -> Error {
    Error::new(Code::JsonMissingField).with("field", "date")
}
