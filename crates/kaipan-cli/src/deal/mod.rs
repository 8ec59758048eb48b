//! `kaipan deal`: walks a scripted history, draws what happened, and what may come next; settles areas;
//! shows services.

mod about;
mod answer;
mod approvals;
mod area;
pub(crate) mod args;
mod due;
mod happened;
mod outlook;
mod script;
mod services;
mod slips;
mod timeline;
mod walk;
mod words;

use crate::commented;
use crate::failure::{Failure, Located, join};
use crate::layout::{clean, columns, paragraph};
use crate::paint::{Paint, Style};
use args::{DealArgs, DealFormat, DealPart};
use kaipan::deal::DealRuling;
use kaipan::error::{Code, Lang, Severity};
use kaipan::{Text, Time};
use outlook::Asking;
use script::Script;
use std::path::Path;
use walk::Walk;
use words::Roles;

/// How it is drawn.
struct View<'a> {
    lang: Lang,
    paint: Paint,
    width: usize,
    roles: &'a Roles,
}

/// Runs the command: 3 if a step is refused.
///
/// # Errors
/// A file that cannot be read or holds no script, and whatever the core refuses, at its place.
pub(crate) fn run(options: &DealArgs, lang: Lang) -> Result<u8, Failure> {
    match (&options.part, &options.file) {
        (Some(DealPart::Area(options)), _) => area::run(options, lang),
        (Some(DealPart::Services(options)), _) => services::run(options, lang),
        (None, Some(script)) => walked(script, options, lang),
        // The parser asks for one of them.
        (None, None) => Ok(2),
    }
}

/// Walks a script.
fn walked(path: &Path, options: &DealArgs, lang: Lang) -> Result<u8, Failure> {
    let file = path.display().to_string();
    let at_file = |error: &kaipan::Error| match error.code() {
        Code::InputFile => Failure::plain(error),
        _ => Failure::new(error, |error| Located {
            place: join(&file, &in_script(&error.path())),
            error: error.clone(),
            suggestion: None,
        }),
    };
    let script = commented::read::<Script>(path).map_err(|error| at_file(&error))?;
    let walk = Walk::of(&script, options.at).map_err(|error| at_file(&error))?;
    let refused = walk.done.iter().filter(|done| {
        let ruling = done.asked.as_ref().map(|asked| &asked.ruling);
        ruling.is_some_and(|ruling| matches!(ruling, DealRuling::Rejected { .. }))
    });
    let refused = refused.count();
    let text = match options.format {
        DealFormat::Json => json(&walk, options).map_err(|error| at_file(&error))?,
        DealFormat::Slip => {
            let now = options.at.or_else(|| walk.last().map(|last| last.at));
            slips::printed(&walk, now, lang).map_err(|error| at_file(&error))?
        }
        DealFormat::Table => {
            table(&walk, options, refused, lang).map_err(|error| at_file(&error))?
        }
    };
    crate::print(&text)?;
    Ok(if refused == 0 { 0 } else { 3 })
}

/// A place of a request as the script has it: a step holds the draft itself, and what is known.
fn in_script(path: &str) -> String {
    path.replacen("/command/", "/", 1).replacen("/context/", "/known/", 1)
}

/// Who asks what may come next: the roles of the options, else of everybody in the script.
fn roles(walk: &Walk<'_>, options: &DealArgs) -> Vec<Text> {
    if options.role.is_empty() { walk.roles() } else { options.role.clone() }
}

/// Who asks what may come next, and when; nobody before the first step.
fn asking<'a>(walk: &'a Walk<'_>, options: &DealArgs, roles: &'a [Text]) -> Option<Asking<'a>> {
    let last = walk.last()?;
    Some(Asking { now: options.at.unwrap_or(last.at), person: &last.by, roles })
}

fn json(walk: &Walk<'_>, options: &DealArgs) -> kaipan::error::Result<String> {
    let roles = roles(walk, options);
    let asking = asking(walk, options, &roles);
    let next = asking.as_ref().map(|asking| outlook::next(walk, asking)).transpose()?;
    let at: Option<Time> = asking.map(|asking| asking.now);
    let tasks = at.map(|at| due::tasks(walk, at)).transpose()?;
    let answer = answer::answer(walk, at, tasks.unwrap_or_default(), next.unwrap_or_default());
    let mut text = kaipan_ops::json::write(&answer, 16_384);
    text.push('\n');
    Ok(text)
}

fn table(
    walk: &Walk<'_>,
    options: &DealArgs,
    refused: usize,
    lang: Lang,
) -> kaipan::error::Result<String> {
    let roles = Roles::preset();
    let paint = Paint::new(options.color);
    let view = View { lang, paint, width: columns(options.width), roles: &roles };
    let mut lines = title(&view, walk, refused);
    lines.extend(unknown_roles(&view, walk, options));
    lines.extend(timeline::drawn(&view, walk));
    let asked = self::roles(walk, options);
    if let Some(asking) = asking(walk, options, &asked) {
        lines.extend(outlook::standing(&view, walk, asking.now));
        lines.extend(due::drawn(&view, &due::tasks(walk, asking.now)?));
        let next = outlook::next(walk, &asking)?;
        lines.extend(outlook::drawn(&view, &next, &asking, !options.role.is_empty()));
    }
    Ok(lines.join("\n") + "\n")
}

/// Roles of the script and the options that are written otherwise than in the handbook: steps of
/// theirs are refused.
fn unknown_roles(view: &View<'_>, walk: &Walk<'_>, options: &DealArgs) -> Vec<String> {
    let mut codes = walk.roles();
    codes.extend(
        options.role.iter().filter(|role| !codes.contains(role)).cloned().collect::<Vec<_>>(),
    );
    let word = format!("{}  ", crate::text::severity(view.lang, Severity::Warning));
    let told = codes.iter().filter_map(|code| view.roles.unknown(view.lang, code));
    told.flat_map(|text| paragraph(&word, &clean(&text), view.width)).collect()
}

/// What the script tells, and how many of its steps are refused.
fn title(view: &View<'_>, walk: &Walk<'_>, refused: usize) -> Vec<String> {
    let script = walk.script;
    let name = match view.lang {
        Lang::Zh => script.name.as_ref(),
        Lang::En => script.name_en.as_ref().or(script.name.as_ref()),
    };
    let units: Vec<&Text> = script.units.iter().map(|unit| &unit.unit_no).collect();
    let name = match name {
        Some(name) => name.to_string(),
        None => words::listed(view.lang, &units),
    };
    let mut lines = paragraph("", &clean(&name), view.width);
    lines = lines.iter().map(|line| view.paint.on(Style::Bold, line)).collect();
    let steps = walk.done.len();
    let counted = if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
    let text = match (view.lang, refused) {
        (Lang::Zh, _) if steps == 0 => "这时还没有办任何一步".to_owned(),
        (Lang::En, _) if steps == 0 => "0 steps: nothing has been done by then".to_owned(),
        (Lang::Zh, 0) => format!("{steps} 步，都办成了"),
        (Lang::Zh, _) => format!("{steps} 步，{refused} 步被拒绝"),
        (Lang::En, 0) => format!("{counted}, all done"),
        (Lang::En, _) => format!("{counted}, {refused} refused"),
    };
    let style = if refused == 0 { Style::Good } else { Style::Of(Severity::Violation) };
    lines.push(view.paint.on(style, &text));
    lines
}
