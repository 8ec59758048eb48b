//! Which reports are asked for, over which periods, and their tables.

use super::args::AboutArgs;
use super::period::around;
use super::records::Recorded;
use super::words;
use crate::failure::{Choose, Failure};
use crate::text::Say;
use kaipan::Text;
use kaipan::error::Lang;
use kaipan::kpi::{FactDimension, PeriodKind, PeriodSeries};
use kaipan::report::{ReportDefinition, ReportForm, ReportTable, Reporting, reports};

/// The name that stands for every report.
const ALL: &str = "all";

/// The reports that are asked for.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) reports: Vec<ReportDefinition>,
    /// All were asked for, not one by its name.
    pub(super) all: bool,
}

/// The report of a name or Chinese title.
///
/// # Errors
/// [`Failure::Choose`] with those that there are.
pub(super) fn definition(name: &Text, lang: Lang) -> Result<ReportDefinition, Failure> {
    let is_meant = |one: &ReportDefinition| {
        one.name == *name || [&one.title_zh, &one.title_en].iter().any(|t| Text::from(*t) == *name)
    };
    let all = reports();
    if let Some(found) = all.iter().find(|one| is_meant(one)) {
        return Ok(found.clone());
    }
    let what = match lang {
        Lang::Zh => format!("没有名为“{name}”的报表"),
        Lang::En => format!("there is no report \"{name}\""),
    };
    let mend = lang.say("可以是：", "it can be:").to_owned();
    let choices = all.iter();
    let choices = choices
        .map(|one| (one.name.to_string(), lang.say(&one.title_zh, &one.title_en).to_owned()));
    Err(Failure::Choose(Choose { what, mend, choices: choices.collect() }))
}

impl Wanted {
    pub(super) fn new(name: &Text, lang: Lang) -> Result<Wanted, Failure> {
        if name == ALL {
            return Ok(Wanted { reports: reports(), all: true });
        }
        Ok(Wanted { reports: vec![definition(name, lang)?], all: false })
    }
}

/// The periods of a report, and those of all of them: as asked, else the month, or what the report has,
/// around the last day of the record. None if the report is not made by what is asked for.
pub(super) fn periods(
    report: &ReportDefinition,
    about: &AboutArgs,
    last: kaipan::Date,
) -> Option<PeriodSeries> {
    let each = about.each.map(super::args::Each::kind);
    let allowed = |kind: &PeriodKind| report.periods.contains(kind);
    match &about.period {
        Some(asked) => {
            let kind = each.or(asked.kind).unwrap_or(PeriodKind::Cumulative);
            Some(PeriodSeries::new(kind, asked.from, asked.to))
        }
        None => {
            let usual = [PeriodKind::Month, PeriodKind::Week, PeriodKind::Day, PeriodKind::Year];
            let kind = each.or_else(|| usual.into_iter().find(allowed))?;
            let period = around(kind, last)?;
            Some(PeriodSeries::new(kind, period.from, period.to))
        }
    }
}

/// A report that was run, or why it was left out of all.
pub(super) enum Run {
    Made(ReportTable),
    LeftOut(ReportDefinition, String),
}

/// Runs the reports. Of one what the core refuses is an error; of all it is told, and the others are made.
///
/// # Errors
/// Whatever the core refuses.
pub(super) fn run(
    wanted: &Wanted,
    about: &AboutArgs,
    recorded: &Recorded,
    last: kaipan::Date,
    lang: Lang,
) -> Result<Vec<Run>, Failure> {
    let by: Vec<FactDimension> = about.by.iter().map(|by| (*by).into()).collect();
    let (mut made, mut first) = (Vec::with_capacity(wanted.reports.len()), None);
    for report in &wanted.reports {
        let Some(series) = periods(report, about, last) else { continue };
        if wanted.all && !report.periods.contains(&series.kind) {
            let kind = words::period(series.kind, lang);
            let why = match lang {
                Lang::Zh => format!("不能按“{kind}”出"),
                Lang::En => format!("it is not made by \"{kind}\""),
            };
            made.push(Run::LeftOut(report.clone(), why));
            continue;
        }
        let is_grouped = report.form == ReportForm::Measures || !wanted.all;
        let table = Reporting::new(&recorded.records, &report.name, &series)
            .as_of(about.as_of)
            .node(recorded.node.as_ref())
            .level(about.level.map(Into::into).filter(|_| is_grouped))
            .by(Some(by.as_slice()).filter(|by| is_grouped && !by.is_empty()))
            .caliber(about.caliber.map(Into::into))
            .reader(recorded.reader.as_ref())
            .run();
        match table {
            Ok(table) => made.push(Run::Made(table)),
            Err(error) if wanted.all => {
                made.push(Run::LeftOut(report.clone(), error.message(lang)));
                first = first.or(Some(error));
            }
            Err(error) => return Err(Failure::plain(&error)),
        }
    }
    // Nothing at all can be made.
    match first.filter(|_| !made.iter().any(|run| matches!(run, Run::Made(_)))) {
        Some(error) => Err(Failure::plain(&error)),
        None => Ok(made),
    }
}
