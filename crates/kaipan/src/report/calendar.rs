//! 报送日历: which reports are due when.

use super::spec::{SPECS, Spec};
use crate::builder::inputs;
use crate::check::Span;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::{KpiPeriod, PeriodKind};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// The most days of one calendar.
const MOST_DAYS: i64 = 3_700;

/// When a report is due: the day after each period of a kind.
#[boundary]
pub struct ReportSchedule {
    /// The name of the report.
    pub report: Text,
    /// After which periods.
    pub after: PeriodKind,
}

/// A report that is due.
#[boundary(answer)]
pub struct DueReport {
    /// The name of the report.
    pub report: Text,
    /// Its title in Chinese.
    pub title_zh: Label,
    /// Its title in English.
    pub title_en: Label,
    /// What the period is.
    pub kind: PeriodKind,
    /// The period that it is about.
    pub period: KpiPeriod,
    /// 统计日: the day on which it is run: for weeks a Monday, for months the 1st.
    pub due_on: Date,
    /// 上交日: the day on which it is delivered: the day after.
    pub delivered_on: Date,
}

/// Says which reports are due from one day to another (报送日历, handbook §8.5): weekly ones on Monday, monthly
/// ones on the 1st, each delivered the next day.
///
/// ```
/// use kaipan::report::ReportCalendar;
/// let day = |text: &str| text.parse::<kaipan::Date>();
/// let due = ReportCalendar::new(day("2026-06-01")?, day("2026-06-01")?).due()?;
/// // A Monday that is the 1st: weekly and monthly reports.
/// let weekly = due.iter().find(|one| one.report == "project_weekly").unwrap();
/// assert_eq!(weekly.period.name, "2026-W22");
/// assert_eq!(weekly.delivered_on, day("2026-06-02")?);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct ReportCalendar<'a> {
    from: Date,
    to: Date,
    schedules: &'a [ReportSchedule],
}

impl<'a> ReportCalendar<'a> {
    /// From one day to another, both inclusive.
    pub const fn new(from: Date, to: Date) -> ReportCalendar<'a> {
        ReportCalendar { from, to, schedules: &[] }
    }

    inputs! {
        /// When reports are due; as their definitions say if there are none.
        schedules: &'a [ReportSchedule];
    }

    /// The reports that are due, by day, then in the order in which reports are listed.
    ///
    /// # Errors
    /// [`Code::KpiDatesTurned`], [`Code::ReportCalendarLong`]; [`Code::ReportUnknown`] and
    /// [`Code::ReportPeriodKind`] of schedules.
    pub fn due(&self) -> Result<Vec<DueReport>> {
        let span = Span::new(Some(self.from), Some(self.to));
        if span.turned().is_some() {
            return Err(span.named_in(Error::new(Code::KpiDatesTurned)).within(Input::To));
        }
        if self.to.days_since(self.from) >= MOST_DAYS {
            let error = Error::new(Code::ReportCalendarLong).with("most", MOST_DAYS);
            return Err(error.within(Input::To));
        }
        let mut due = Vec::new();
        for (spec, kind) in self.scheduled()? {
            due.extend(self.of(spec, kind));
        }
        due.sort_by_key(|one| one.due_on);
        Ok(due)
    }

    fn scheduled(&self) -> Result<Vec<(&'static Spec, PeriodKind)>> {
        if self.schedules.is_empty() {
            let all = SPECS.iter().copied();
            let all = all.flat_map(|spec| spec.due_after.iter().map(move |kind| (spec, *kind)));
            return Ok(all.collect());
        }
        let (mut found, mut errors) = (Vec::new(), Vec::new());
        for (at, one) in self.schedules.iter().enumerate() {
            let place = |error: Error| error.at(at).within(Input::Schedules);
            let Some(spec) = SPECS.iter().copied().find(|spec| one.report == spec.name) else {
                let error = Error::new(Code::ReportUnknown).with("name", &one.report);
                let names = SPECS.iter().map(|spec| spec.name);
                errors.push(place(error.with_nearest(names, &one.report).at("report")));
                continue;
            };
            let no_calendar = matches!(one.after, PeriodKind::Stage | PeriodKind::Cumulative);
            if no_calendar || !spec.periods.contains(&one.after) {
                let error = Error::new(Code::ReportPeriodKind).with("kind", one.after.word());
                let error = error.with("kind_zh", one.after.chinese()).with("name", spec.name);
                errors.push(place(error.with("title_zh", spec.zh).at("after")));
                continue;
            }
            found.push((spec, one.after));
        }
        Error::collect(errors)?;
        Ok(found)
    }

    /// When one is due: on the first day after each of its periods.
    fn of(&self, spec: &'static Spec, kind: PeriodKind) -> Vec<DueReport> {
        let mut due = Vec::new();
        let mut inside = self.from.shift_days(-1);
        while let Some(day) = inside {
            let (Some(from), to) = (kind.first(day), kind.last(day)) else { break };
            let Some(due_on) = to.add_days(1).filter(|due_on| *due_on <= self.to) else { break };
            let Some(delivered_on) = due_on.add_days(1) else { break };
            due.push(DueReport {
                report: Text::constant(spec.name),
                title_zh: Label::constant(spec.zh),
                title_en: Label::constant(spec.en),
                kind,
                period: KpiPeriod { name: kind.name(day).into(), from, to, node: None },
                due_on,
                delivered_on,
            });
            inside = Some(due_on);
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_end_on_mondays_and_months_on_the_first() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let schedules = [
            ReportSchedule::new("sales_summary", PeriodKind::Week),
            ReportSchedule::new("sales_summary", PeriodKind::Month),
        ];
        let calendar = ReportCalendar::new(day("2026-03-01"), day("2026-03-16"));
        let due = calendar.schedules(&schedules).due().unwrap();
        let shown: Vec<String> =
            due.iter().map(|one| format!("{} {}", one.due_on, one.period.name)).collect();
        let wanted = [
            "2026-03-01 2026-02",
            "2026-03-02 2026-W09",
            "2026-03-09 2026-W10",
            "2026-03-16 2026-W11",
        ];
        assert_eq!(shown, wanted);
    }
}
