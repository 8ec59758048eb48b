//! `kaipan price`: the price table of a project.

mod aim;
pub(crate) mod classes;
mod compare;
pub(crate) mod csv;
pub(crate) mod explain;
pub(crate) mod filed;
pub(crate) mod findings;
mod flat;
pub(crate) mod header;
pub(crate) mod in_force;
pub(crate) mod marks;
pub(crate) mod names;
pub(crate) mod options;
pub(crate) mod page;
pub(crate) mod plan;
pub(crate) mod priced;
pub(crate) mod report;
mod stacking;
pub(crate) mod summary;
mod targets;

use crate::args::{Color, PriceArgs};
use crate::failure::Failure;
use crate::layout::columns;
use crate::load::{UnitsFrom, load};
use crate::output::{self, Kind};
use crate::paint::Paint;
use crate::progress::Progress;
use crate::remarks::Remarks;
use crate::text::{Say, homes};
use crate::workbook;
use compare::Compare;
pub(crate) use compare::PricesArgs;
pub(crate) use header::title;
use kaipan::Text;
use kaipan::error::{Lang, Severity};
use kaipan::pricing::{Explain, PriceRules, PriceTable};
use kaipan::project::Unit;
use kaipan_ops::pricing::TableRequest;
use names::Names;
use priced::Priced;
use std::io::{self, Write};

/// Exit status when there are violations, or warnings with `--strict`.
pub(crate) const VIOLATIONS: u8 = 3;

/// What every part of the table needs to draw itself.
pub(crate) struct View<'a> {
    pub(crate) lang: Lang,
    pub(crate) paint: Paint,
    pub(crate) width: usize,
    pub(crate) names: &'a Names,
}

/// Prices a project, and prints it or writes it to a file.
pub(crate) fn run(options: &PriceArgs, lang: Lang) -> Result<u8, Failure> {
    let kind = output::kind(options.format, options.output.as_ref(), lang)?;
    let progress = Progress::start(lang.say("正在定价 …", "pricing …"));
    let from = UnitsFrom { file: options.units.as_deref(), sheet: options.sheet.as_deref() };
    let loaded = load(&options.project, from, lang)?;
    let told = loaded.told.clone();
    let names = Names::new(&loaded);
    let mut request = loaded.request;
    options::apply(&mut request, options, &names, lang)?;
    let kept = Kept::of(kind, &mut request);
    if kind != Kind::Json && options.explain.is_empty() {
        request.explain = Explain::None {};
    }
    let compare = Compare::with(options, &request, &names, lang)?;
    let response = in_force::priced(request, options.prices.in_force, &names, lang)?;
    let view = |paint| View { lang, paint, width: columns(options.width), names: &names };
    let in_force = options.prices.in_force;
    if let Some(compared) =
        compare.with_table(&response, kind, in_force, &view(Paint::new(options.color)))?
    {
        drop(progress);
        match &options.output {
            Some(file) => {
                file.write(&compared.content)?;
                crate::print(&file.written(lang, &homes(lang, compared.homes)))?;
            }
            None => crate::print(&compared.content)?,
        }
        let mut remarks = unused(options, kind, lang);
        remarks.extend(told);
        remarks.write();
        return Ok(0);
    }
    let content = match kind {
        Kind::Json => {
            let expected = response.rows.len().saturating_mul(1_024);
            let mut text = kaipan_ops::json::write(&response, expected);
            text.push('\n');
            text.into_bytes()
        }
        Kind::Csv => csv::write(&response, &kept.units, lang)?.into_bytes(),
        Kind::Workbook | Kind::Page => {
            let priced = Priced {
                lang,
                names: &names,
                request: &kept.request,
                units: &kept.units,
                table: &response,
                date: options.date,
            };
            match kind {
                Kind::Page => page::write(&priced).into_bytes(),
                _ => workbook::write(&priced)?,
            }
        }
        Kind::Table => {
            let view = view(Paint::new(options.color));
            let lines = sheet(&view, &response, &kept.request.rules, &options.explain);
            (lines.join("\n") + "\n").into_bytes()
        }
    };
    drop(progress);
    match &options.output {
        Some(file) => {
            file.write(&content)?;
            crate::print(&file.written(lang, &summary(lang, &response)))?;
        }
        None => crate::print(&content)?,
    }
    let mut remarks = unused(options, kind, lang);
    remarks.extend(told);
    remarks.write();
    let least = if options.strict { Severity::Warning } else { Severity::Violation };
    let broken = response.findings.iter().any(|finding| finding.severity >= least);
    if broken && kind == Kind::Csv {
        // A file of prices has no place for them.
        let text = findings::lines(&view(Paint::new(Color::Never)), &response).join("\n");
        let _ = writeln!(io::stderr(), "{}", text.trim_start());
    }
    Ok(if broken { VIOLATIONS } else { 0 })
}

/// What is needed of a request after it was priced.
struct Kept {
    /// The request, without its units.
    request: TableRequest,
    units: Vec<Unit>,
}

impl Kept {
    fn of(kind: Kind, request: &mut TableRequest) -> Kept {
        let units = match kind {
            Kind::Json | Kind::Table => Vec::new(),
            Kind::Csv | Kind::Workbook | Kind::Page => request.project.units.clone(),
        };
        let own = std::mem::take(&mut request.project.units);
        let without = request.clone();
        request.project.units = own;
        Kept { request: without, units }
    }
}

/// What a file holds, in a line: homes, and what was found.
fn summary(lang: Lang, response: &PriceTable) -> String {
    let counts = crate::text::severities(&response.findings);
    let found = crate::text::counted(lang, &counts);
    let homes = homes(lang, response.rows.len());
    if found.is_empty() { homes } else { format!("{homes}{}{found}", lang.say("，", ", ")) }
}

/// Options that were given and have no effect, and values given twice.
fn unused(options: &PriceArgs, kind: Kind, lang: Lang) -> Remarks {
    let mut remarks = Remarks::new(lang);
    if !options.explain.is_empty() && !matches!(kind, Kind::Json | Kind::Table) {
        let (zh, en) = (
            "这种文件里没有步骤，用“--format json”",
            "such a file has no steps; use --format json",
        );
        remarks.without_effect("--explain", zh, en);
    }
    if options.date.is_some() && options.prices.compare.is_some() {
        let (zh, en) = ("对照不写日期", "a comparison has no date");
        remarks.without_effect("--date", zh, en);
    } else if options.date.is_some() && !matches!(kind, Kind::Workbook | Kind::Page) {
        let (zh, en) = ("只有工作簿和网页有日期", "only workbooks and pages have a date");
        remarks.without_effect("--date", zh, en);
    }
    if !options.explain.is_empty() && kind == Kind::Table && !options.building.is_empty() {
        let (zh, en) = ("只列出“--explain”的房间", "only the units of --explain are shown");
        remarks.without_effect("--building", zh, en);
    }
    remarks.repeated("--building", &options.building);
    remarks.repeated("--explain", &options.explain);
    remarks
}

/// The table for people. An explanation is about its units only.
fn sheet(
    view: &View<'_>,
    response: &PriceTable,
    rules: &PriceRules,
    explain: &[Text],
) -> Vec<String> {
    if !explain.is_empty() {
        let mut lines = header::title(view);
        lines.extend(explain::lines(view, response, explain));
        lines.extend(findings::lines(view, response));
        return lines;
    }
    let mut lines = header::lines(view, response);
    lines.extend(stacking::lines(view, response));
    lines.extend(summary::lines(view, response));
    lines.extend(in_force::differing(view, response));
    lines.extend(targets::lines(view, response));
    lines.extend(filed::lines(view, response, rules));
    lines.extend(findings::lines(view, response));
    lines
}

/// A heading with an empty line before it.
pub(crate) fn heading(view: &View<'_>, title: &str) -> Vec<String> {
    crate::layout::heading(title, view.width, view.paint)
}
