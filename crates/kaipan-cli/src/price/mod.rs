//! `kaipan price`: the price table of a project.

mod aim;
mod classes;
mod compare;
mod csv;
pub(crate) mod explain;
mod filed;
pub(crate) mod findings;
mod flat;
mod header;
pub(crate) mod in_force;
mod marks;
pub(crate) mod names;
pub(crate) mod options;
mod plan;
mod stacking;
pub(crate) mod summary;
mod targets;

use crate::args::{Color, Format, PriceArgs};
use crate::failure::Failure;
use crate::layout::columns;
use crate::load::{UnitsFrom, load};
use crate::paint::Paint;
use crate::progress::Progress;
use crate::remarks::Remarks;
use crate::text::Say;
use compare::Compare;
pub(crate) use compare::PricesArgs;
pub(crate) use header::title;
use kaipan::Text;
use kaipan::error::{Lang, Severity};
use kaipan::pricing::{Explain, PriceRules, PriceTable};
use names::Names;
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

/// Prices a project and prints it.
pub(crate) fn run(options: &PriceArgs, lang: Lang) -> Result<u8, Failure> {
    let progress = Progress::start(lang.say("正在定价 …", "pricing …"));
    let from = UnitsFrom { file: options.units.as_deref(), sheet: options.sheet.as_deref() };
    let loaded = load(&options.project, from, lang)?;
    let told = loaded.told.clone();
    let names = Names::new(&loaded);
    let mut request = loaded.request;
    options::apply(&mut request, options, &names, lang)?;
    if options.format != Format::Json && options.explain.is_empty() {
        request.explain = Explain::None {};
    }
    let rules = request.rules.clone();
    let units = match options.format {
        Format::Csv => request.project.units.clone(),
        Format::Json | Format::Table => Vec::new(),
    };
    let compare = Compare::with(options, &request, &names, lang)?;
    let response = in_force::priced(request, options.prices.in_force, &names, lang)?;
    drop(progress);
    let view = View {
        lang,
        paint: Paint::new(options.color),
        width: columns(options.width),
        names: &names,
    };
    if let Some(text) = compare.text(&response, options, &view)? {
        crate::print(&text)?;
        unused(options, lang).write();
        return Ok(0);
    }
    let text = match options.format {
        Format::Json => {
            let expected = response.rows.len().saturating_mul(1_024);
            let mut text = kaipan_ops::json::write(&response, expected);
            text.push('\n');
            text
        }
        Format::Csv => csv::write(&response, &units, lang)?,
        Format::Table => {
            let mut text = sheet(&view, &response, &rules, &options.explain).join("\n");
            text.push('\n');
            text
        }
    };
    crate::print(&text)?;
    let mut remarks = unused(options, lang);
    remarks.extend(told);
    remarks.write();
    let least = if options.strict { Severity::Warning } else { Severity::Violation };
    let broken = response.findings.iter().any(|finding| finding.severity >= least);
    if broken && options.format == Format::Csv {
        // A file of prices has no place for them.
        let paint = Paint::new(Color::Never);
        let view = View { lang, paint, width: columns(options.width), names: &names };
        let text = findings::lines(&view, &response).join("\n");
        let _ = writeln!(io::stderr(), "{}", text.trim_start());
    }
    Ok(if broken { VIOLATIONS } else { 0 })
}

/// Options that were given and have no effect, and values given twice.
fn unused(options: &PriceArgs, lang: Lang) -> Remarks {
    let mut remarks = Remarks::new(lang);
    if !options.explain.is_empty() && options.format == Format::Csv {
        let (zh, en) = ("CSV 里没有步骤，用“--format json”", "CSV has no steps; use --format json");
        remarks.without_effect("--explain", zh, en);
    }
    if !options.explain.is_empty()
        && options.format == Format::Table
        && !options.building.is_empty()
    {
        let (zh, en) = ("只列出“--explain”的房间", "only the units of --explain are shown");
        remarks.without_effect("--building", zh, en);
    }
    if options.prices.compare.is_some() && options.format == Format::Csv {
        let (zh, en) =
            ("对照没有 CSV 格式，已按表格输出", "a comparison is shown as a table or JSON");
        remarks.without_effect("--format csv", zh, en);
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
    lines.extend(targets::lines(view, response));
    lines.extend(filed::lines(view, response, rules));
    lines.extend(findings::lines(view, response));
    lines
}

/// A heading with an empty line before it.
pub(crate) fn heading(view: &View<'_>, title: &str) -> Vec<String> {
    crate::layout::heading(title, view.width, view.paint)
}
