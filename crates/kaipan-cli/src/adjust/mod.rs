//! `kaipan adjust`: a price bill, with before and after.

mod args;
mod mode;
mod parts;
mod places;
pub(crate) mod price_file;
mod selection;

use crate::args::BillFormat;
use crate::bill::draw;
use crate::bill::store::{BillFile, Bills, HistoryEntry};
use crate::failure::Failure;
use crate::layout::{clean, columns, paragraph};
use crate::load::{UnitsFrom, load};
use crate::output::{self, Kind};
use crate::paint::Paint;
use crate::price::names::Names;
use crate::price::{VIOLATIONS, View, findings};
use crate::progress::Progress;
use crate::remarks::Remarks;
use crate::text::{Say, homes, word};
pub(crate) use args::AdjustArgs;
use kaipan::error::{Lang, Severity};
use kaipan::pricing::{AdjustedPrices, BillKind, LastChange, PriceBasis};
use kaipan::{Date, Label, Text};
use kaipan_ops::json;
use kaipan_ops::pricing::{self, AdjustRequest};
use mode::Meant;
use places::Places;

/// Makes a bill, shows it and, unless it is a dry run, writes it.
pub(crate) fn run(options: &AdjustArgs, lang: Lang) -> Result<u8, Failure> {
    output::kind(options.format, options.output.as_ref(), lang)?;
    let progress = Progress::start(lang.say("正在调价 …", "adjusting …"));
    let loaded = load(&options.project, UnitsFrom::default(), lang)?;
    let names = Names::new(&loaded);
    let bills = Bills::of(&loaded.file)?;
    let number = bills.next();
    let on = crate::bill::day(options.on, lang)?;
    let request = loaded.request.clone();
    let select = selection::selection(options, &names, lang)?;
    let Meant { mode, select, price_rows, taken } =
        mode::meant(options, select, &request, &names, lang)?;
    let priced =
        |unit: &kaipan::project::Unit| unit.list_price.is_some() || unit.list_total.is_some();
    let alone = loaded.units_file.as_ref() == Some(&loaded.file);
    let is_first = !request.project.units.iter().any(priced);
    let history = bills.stored.iter().flat_map(|one| &one.file.changes);
    let last_changes = LastChange::latest(history);
    let other_bills = bills.stored.iter().map(|one| one.file.bill.clone()).collect();
    let request = AdjustRequest {
        select,
        mode,
        code: Text::from(format!("{number:04}")),
        kind: if is_first { BillKind::Set } else { BillKind::Adjust },
        reason: options.reason.as_ref().map(|reason| Label::from(reason.as_str())),
        effective_date: options.effective,
        locks_units: options.lock,
        price_basis: PriceBasis::default(),
        unit_rounding: kaipan::number::Rounding::YUAN,
        total_rounding: kaipan::number::Rounding::YUAN,
        floor_rate: options.floor_rate,
        // A rise does not leave floor prices behind that follow from list prices.
        floor_price: request.floor_price,
        rules: request.rules,
        last_changes,
        // A spreadsheet without a project has no schemes of its own.
        schemes: if alone { Vec::new() } else { request.schemes },
        other_bills,
        parts: parts::parts(options, &names, lang)?,
        project: request.project,
    };
    let places = Places { names: &names, options, bills: &bills, price_rows: &price_rows, lang };
    let adjusted = pricing::adjust(request).map_err(|error| places.failure(&error))?;
    drop(progress);
    let file = BillFile {
        bill: adjusted.bill.clone(),
        history: vec![HistoryEntry {
            command: None,
            state: adjusted.bill.state,
            on,
            by: options.by.as_ref().map(|by| Label::from(by.as_str())),
            reason: None,
        }],
        changes: Vec::new(),
        skipped: adjusted.skipped.clone(),
    };
    if let Some(output) = &options.output {
        let content = match output.kind {
            Kind::Json => (json::write(&adjusted, 65_536) + "\n").into_bytes(),
            kind => {
                let told = (adjusted.summaries.as_slice(), adjusted.findings.as_slice());
                crate::bill::file::content(kind, &file, told, &names, lang)?
            }
        };
        // Before the bill: should it fail, there is no bill that is made a second time.
        output.write(&content)?;
    }
    let written = if options.dry_run { None } else { Some(bills.add(number, &file)?) };
    let paint = Paint::new(options.color);
    let view = View { lang, paint, width: columns(options.width), names: &names };
    let text = match options.format() {
        BillFormat::Json => json::write(&adjusted, 65_536) + "\n",
        BillFormat::Table => {
            let mut out = sheet(&view, options, &adjusted, &file, &places);
            out.push(String::new());
            out.extend(taken.iter().flat_map(|taken| paragraph("", &clean(taken), view.width)));
            out.extend(end(&view, options, number, (written.as_deref(), alone)));
            let count = homes(lang, adjusted.bill.lines.len());
            let file = options.output.as_ref().map(|output| output.written(lang, &count));
            out.join("\n") + "\n" + &file.unwrap_or_default()
        }
    };
    crate::print(&text)?;
    let mut remarks = unused(options, on, &adjusted, lang);
    remarks.extend(loaded.told);
    remarks.write();
    let broken = adjusted.findings.iter().any(|one| one.severity >= Severity::Violation);
    Ok(if broken { VIOLATIONS } else { 0 })
}

/// The bill for people.
fn sheet(
    view: &View<'_>,
    options: &AdjustArgs,
    adjusted: &AdjustedPrices,
    file: &BillFile,
    places: &Places<'_>,
) -> Vec<String> {
    let mut out = draw::head(view, &adjusted.bill, &file.history);
    out.extend(draw::summaries(view, &adjusted.summaries));
    if options.homes {
        out.extend(draw::lines(view, &adjusted.bill.lines));
    }
    out.extend(draw::skipped(view, &adjusted.skipped));
    let place = |path: &str| Some(places.place(path));
    out.extend(findings::listed(view, &adjusted.findings, &place));
    out
}

/// What was written, and what comes next.
fn end(
    view: &View<'_>,
    options: &AdjustArgs,
    number: u32,
    (written, alone): (Option<&str>, bool),
) -> Vec<String> {
    let lang = view.lang;
    let Some(name) = written else {
        let text = lang.say("试算，没有写价格单（“--dry-run”）", "A dry run: no bill was written.");
        return vec![text.to_owned()];
    };
    let project = word(&options.project);
    let beside = match (alone, lang) {
        (false, _) => "",
        (true, Lang::Zh) => "，在表格文件旁边的“bills”文件夹里",
        (true, Lang::En) => " It stands in the folder bills beside the spreadsheet.",
    };
    let mut out = vec![match lang {
        Lang::Zh => format!("已写入“{}”（草稿）{beside}", clean(name)),
        Lang::En => format!("Written to {} as a draft.{beside}", clean(name)),
    }];
    let next = format!("kaipan bill submit {project} {number}");
    out.extend(paragraph(lang.say("下一步：", "Next: "), &clean(&next), view.width));
    out
}

/// Options that say nothing for this bill, and days that are unlikely.
fn unused(options: &AdjustArgs, on: Date, adjusted: &AdjustedPrices, lang: Lang) -> Remarks {
    let mut remarks = Remarks::new(lang);
    if options.homes && options.format() == BillFormat::Json {
        let (zh, en) = ("JSON 里总有逐套价格", "JSON has every home anyway");
        remarks.without_effect("--homes", zh, en);
    }
    if options.dry_run && options.by.is_some() {
        remarks.without_effect("--by", "试算不留记录", "a dry run leaves no record");
    }
    if options.shift && options.average.is_none() {
        remarks.without_effect("--shift", "它与“--average”同用", "it goes with --average");
    }
    remarks.repeated("--also", &options.also);
    remarks.repeated("--building", &options.building);
    remarks.repeated("--layout", &options.layout);
    remarks.repeated("--product-type", &options.product_type);
    remarks.repeated("--unit", &options.unit);
    let effective = adjusted.bill.effective_date;
    if effective < on {
        remarks.told(match lang {
            Lang::Zh => format!("生效日 {effective} 早于制单日 {on}"),
            Lang::En => format!("the prices are to hold from {effective}, before {on}, today"),
        });
    } else if on.add_days(366).is_some_and(|year| year < effective) {
        remarks.told(match lang {
            Lang::Zh => format!("生效日 {effective} 在一年以后"),
            Lang::En => {
                format!("the prices are to hold from {effective}, more than a year from now")
            }
        });
    }
    remarks
}
