//! `kaipan bill`: the price bills of a project, listed, shown and moved on.

mod advance;
mod approval;
mod args;
pub(crate) mod draw;
pub(crate) mod file;
mod list;
pub(crate) mod page;
mod replacing;
pub(crate) mod store;
pub(crate) mod table;
mod units_file;
pub(crate) mod words;

use crate::args::BillFormat;
use crate::failure::{Choose, Failure};
use crate::layout::columns;
use crate::load::{Loaded, UnitsFrom, load};
use crate::output::{self, Kind};
use crate::paint::Paint;
use crate::price::View;
use crate::price::names::Names;
use crate::remarks::Remarks;
use crate::text::{Say, homes};
pub(crate) use advance::day;
pub(crate) use args::{Action, BillArgs};
use kaipan::error::Lang;
use kaipan_ops::json;
use store::Bills;

/// Lists, shows or moves on.
pub(crate) fn run(options: &BillArgs, lang: Lang) -> Result<u8, Failure> {
    written_alone(options, lang)?;
    let loaded = load(&options.project, UnitsFrom::default(), lang)?;
    let names = Names::new(&loaded);
    let bills = Bills::of(&loaded.file)?;
    let paint = Paint::new(options.color);
    let view = View { lang, paint, width: columns(options.width), names: &names };
    let Some(number) = options.number.filter(|_| options.action != Action::List) else {
        let text = match options.format() {
            BillFormat::Json => list::json(&bills),
            BillFormat::Table => list::lines(&view, &bills, &options.project)?.join("\n") + "\n",
        };
        crate::print(&text)?;
        unused(options, &loaded, lang).write();
        return Ok(0);
    };
    let stored = bills.find(number, lang)?;
    match options.action.command() {
        None => {
            let text = match options.format() {
                BillFormat::Json => json::write(&stored.file, 4_096) + "\n",
                BillFormat::Table => {
                    list::shown(&view, stored, &loaded, options)?.join("\n") + "\n"
                }
            };
            let mut text = text;
            if let Some(output) = &options.output {
                let file = &stored.file;
                let project = &loaded.request.project;
                let content = match output.kind {
                    Kind::Json => (json::write(file, 4_096) + "\n").into_bytes(),
                    kind => {
                        let sums = file.bill.summaries(project);
                        let sums = sums.map_err(|error| advance::located(&view, stored, &error))?;
                        file::content(kind, file, (&sums, &[]), &names, lang)?
                    }
                };
                output.write(&content)?;
                if options.format() == BillFormat::Table {
                    text.push('\n');
                    text.push_str(&output.written(lang, &homes(lang, file.bill.lines.len())));
                }
            }
            crate::print(&text)?;
            unused(options, &loaded, lang).write();
            Ok(0)
        }
        Some(command) => {
            let moving = advance::Moving { view: &view, options, bills: &bills, stored };
            let mut remarks = unused(options, &loaded, lang);
            let status = moving.run(command, &loaded, &mut remarks)?;
            moving.unlikely(command, &mut remarks);
            remarks.write();
            Ok(status)
        }
    }
}

/// A file is written of a bill that is shown, and of nothing else.
fn written_alone(options: &BillArgs, lang: Lang) -> Result<(), Failure> {
    let Some(file) = &options.output else { return Ok(()) };
    if options.action == Action::Show {
        return output::kind(options.format, Some(file), lang).map(drop);
    }
    Err(Failure::Choose(Choose {
        what: lang.say("“--output”只与“show”同用", "--output goes with show alone").to_owned(),
        mend: lang
            .say(
                "去掉“--output”；之后用“kaipan bill show”写文件",
                "leave --output out, and write the file with kaipan bill show",
            )
            .to_owned(),
        choices: Vec::new(),
    }))
}

/// Options that say nothing for what is done.
fn unused(options: &BillArgs, loaded: &Loaded, lang: Lang) -> Remarks {
    let mut remarks = Remarks::new(lang);
    remarks.extend(loaded.told.clone());
    let looks = options.action.command().is_none();
    let (zh, en) = ("只是查看，什么都不改", "nothing is done with a bill");
    for (given, option) in [
        (options.by.is_some(), "--by"),
        (options.on.is_some(), "--on"),
        (options.reason.is_some(), "--reason"),
    ] {
        if given && looks {
            remarks.without_effect(option, zh, en);
        }
    }
    if options.approval.is_some() && !matches!(options.action, Action::Approve | Action::Reject) {
        let (zh, en) = ("只用于批准和驳回", "it is for approval and rejection alone");
        remarks.without_effect("--approval", zh, en);
    }
    if options.allow_violations && options.action != Action::Submit {
        let (zh, en) = ("只用于提交", "it is for submission alone");
        remarks.without_effect("--allow-violations", zh, en);
    }
    if options.homes && (options.action == Action::List || options.format() == BillFormat::Json) {
        let (zh, en) = ("这里不逐套列出", "homes are not listed here");
        remarks.without_effect("--homes", zh, en);
    }
    if options.number.is_some() && options.action == Action::List {
        let what = lang.say("编号", "NUMBER");
        remarks.without_effect(what, "“list”列出全部", "list shows all bills");
    }
    remarks
}
