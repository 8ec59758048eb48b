//! What will come in, month by month, and how right such a forecast was (回款预测).

use super::args::{ForecastArgs, OverdueFormat};
use super::arrears::Arrears;
use super::chart;
use super::policies::{Policies, Used};
use super::report::left_out;
use super::table::csv;
use super::{View, findings, refused, title, write, written};
use crate::failure::Failure;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, facts, heading, percent, rounded, signed};
use crate::paint::Style;
use crate::text::{Say, short};
use kaipan::Date;
use kaipan::error::{Code, Error, Lang, Severity};
use kaipan::number::Money;
use kaipan::overdue::{
    CashForecast, CashForecastPeriod, CashForecastRow, CashForecasting, CollectionKind,
};

/// Runs the command.
///
/// # Errors
/// As [`Arrears::load`]; whatever the core refuses; a file that cannot be written.
pub(super) fn run(options: &ForecastArgs, lang: Lang) -> Result<u8, Failure> {
    let policies = Policies::load(options.day.policy.as_deref())?;
    let arrears = Arrears::load(&options.file, &options.day, &policies, options.compare, lang)?;
    let made = made(&arrears, &policies, options.months);
    let forecast = made.map_err(|error| Failure::plain(&error))?;
    let view = View::new(&options.shown, lang);
    let mut notes = Vec::new();
    if let Some(to) = &options.csv {
        write(to, &written_out(&view, &forecast)?)?;
        notes.push(written(&view, to));
    }
    let shown = match options.shown.format {
        OverdueFormat::Json => kaipan_ops::json::write(&forecast, 16_384) + "\n",
        OverdueFormat::Table => {
            let mut lines = vec![title(&view, lang.say("回款预测", "Cash to come"), &arrears)];
            let policy = options.day.policy.as_deref();
            lines.extend(policies.told(policy, &[Used::Forecast], lang, view.width));
            lines.extend(refused(&view, &arrears, &options.file));
            lines.extend(drawn(&view, &forecast));
            lines.extend(beside(&view, &forecast));
            // What has no day is said beside the table; what arose later may have been due before.
            let said = [Code::OverdueNoDay, Code::OverdueDueEarly];
            lines.extend(findings(&view, &forecast.findings, &said));
            lines.extend(notes);
            lines.join("\n") + "\n"
        }
    };
    crate::print(&shown)?;
    Ok(0)
}

fn made(
    arrears: &Arrears,
    policies: &Policies,
    months: u32,
) -> kaipan::error::Result<CashForecast> {
    let to = last_day(arrears.day, months).ok_or_else(|| Error::new(Code::NumberOverflow))?;
    CashForecasting::new(&arrears.owed.claims, arrears.day, to)
        .deals(&arrears.owed.deals)
        .forecast_policy(policies.forecast.as_ref())
        .policy(policies.late_fee.as_ref())
        .sales(&policies.sales)
        .actual_until(arrears.actual_until)
        .forecast()
}

/// The last day of the month that is so many months after that of a day.
fn last_day(day: Date, months: u32) -> Option<Date> {
    let text = day.to_string();
    let first: Date = format!("{}-01", text.get(..7)?).parse().ok()?;
    first.add_months(i32::try_from(months).ok()?.checked_add(1)?)?.shift_days(-1)
}

/// What a period is called: its month, or its days where it is part of one.
fn name(period: &CashForecastPeriod) -> String {
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let is_whole = from.ends_with("-01") && last_day(period.from, 0) == Some(period.to);
    match (is_whole, from.get(..7)) {
        (true, Some(month)) => month.to_owned(),
        _ => format!("{from}/{}", to.get(8..).unwrap_or(&to)),
    }
}

fn drawn(view: &View, forecast: &CashForecast) -> Vec<String> {
    let lang = view.lang;
    let names: Vec<String> = forecast.periods.iter().map(name).collect();
    let mut lines = heading(lang.say("各期", "Month by month"), view.width, view.paint);
    let compared = forecast.totals.actual.is_some();
    let number = |title: &str| Column::number(title).shortened(1);
    // Where there is no room to compare with all of it, arrears go first.
    let arrears = |title: &str, rank| match compared {
        true => number(title).optional(rank),
        false => number(title),
    };
    let mut columns = vec![
        Column::text(lang.say("期间", "period")),
        arrears(lang.say("期初欠款", "arrears before"), 4),
        number(lang.say("本期应收", "falls due")),
        number(lang.say("预计回款", "expected")),
        number(lang.say("其中贷款", "of it loans")).optional(2),
        arrears(lang.say("期末欠款", "arrears after"), 3),
    ];
    if compared {
        columns.push(number(lang.say("已有应收回款", "of what was owed")));
        columns.push(number(lang.say("实际回款", "came in")));
        columns.push(number(lang.say("预计减实际", "expected less actual")));
        columns.push(Column::number(lang.say("偏差", "deviation")));
    }
    let mut grid = Grid::new(columns);
    for (period, name) in forecast.periods.iter().zip(&names) {
        let lent = period.rows.iter().find(|row| row.kind == Some(CollectionKind::Loan));
        let lent = lent.map_or(Money::ZERO, |row| row.expected);
        grid.row(cells(view, name, &period.total, lent, compared, Style::Plain));
    }
    grid.section("");
    let totals = &forecast.totals;
    let mut sum = vec![
        Cell::new(lang.say("合计", "total"), Style::Bold),
        money(view, totals.opening, Style::Bold),
        money(view, totals.due, Style::Bold),
        money(view, totals.expected, Style::Bold),
        Cell::default(),
        money(view, totals.closing, Style::Bold),
    ];
    if compared {
        sum.push(money(view, totals.actual_known.unwrap_or(Money::ZERO), Style::Bold));
        sum.push(money(view, totals.actual.unwrap_or(Money::ZERO), Style::Bold));
        sum.push(deviation(view, totals.deviation, Style::Bold));
        sum.push(Cell::default());
    }
    grid.row(sum);
    let table = grid.draw(2, view.width, view.paint);
    lines.extend(table.lines);
    if !table.left_out.is_empty() {
        lines.push(left_out(view, &table.left_out));
    }
    lines.push(String::new());
    lines.extend(chart::drawn(view, forecast, &names));
    lines
}

fn cells(
    view: &View,
    name: &str,
    row: &CashForecastRow,
    lent: Money,
    compared: bool,
    style: Style,
) -> Vec<Cell> {
    let mut cells = vec![
        name.into(),
        money(view, row.opening, Style::Of(Severity::Warning)),
        money(view, row.due, style),
        money(view, row.expected, Style::Good),
        money(view, lent, style),
        money(view, row.closing, style),
    ];
    if compared {
        cells.push(row.actual_known.map_or_else(Cell::default, |one| money(view, one, style)));
        cells.push(row.actual.map_or_else(Cell::default, |one| money(view, one, style)));
        cells.push(deviation(view, row.deviation, style));
        let share = row.deviation_share.as_ref();
        let share = share.map(|share| rounded(&percent(&share.to_string()), 1));
        cells.push(share.map(|share| format!("{}%", signed(&share))).unwrap_or_default().into());
    }
    cells
}

fn money(view: &View, money: Money, style: Style) -> Cell {
    match money.is_zero() {
        true => Cell::new("–", Style::Dim),
        false => Cell::new(amount(money), style).short(short(view.lang, money)),
    }
}

fn deviation(view: &View, value: Option<Money>, style: Style) -> Cell {
    let Some(value) = value else { return Cell::default() };
    let shown = signed(&amount(value));
    Cell::new(shown, style).short(signed(&short(view.lang, value)))
}

/// What is not in any period.
fn beside(view: &View, forecast: &CashForecast) -> Vec<String> {
    let lang = view.lang;
    let unit = lang.say(" 元", " yuan");
    let totals = &forecast.totals;
    let all = [
        (lang.say("此后", "after that"), forecast.later),
        (lang.say("没有日期", "without a day"), forecast.undated),
        (lang.say("计划销售", "planned sales"), totals.sales),
        (lang.say("监管资金拨付", "released from supervision"), totals.released),
    ];
    let there = all.into_iter().filter(|(_, money)| !money.is_zero());
    let there: Vec<(&str, String)> =
        there.map(|(name, money)| (name, format!("{}{unit}", amount(money)))).collect();
    if there.is_empty() {
        return Vec::new();
    }
    std::iter::once(String::new()).chain(facts(&there, view.width)).collect()
}

/// A row for each period and kind, as CSV.
fn written_out(view: &View, forecast: &CashForecast) -> Result<String, Failure> {
    let lang = view.lang;
    let titles = [
        ("第一天", "from"),
        ("最后一天", "to"),
        ("类别", "kind"),
        ("期初欠款", "opening"),
        ("本期应收", "due"),
        ("预计回款", "expected"),
        ("期末欠款", "closing"),
        ("实际回款", "actual"),
        ("其中已有应收的", "actual_known"),
        ("预计减实际", "deviation"),
    ];
    let rows = forecast.periods.iter().flat_map(|period| {
        period.rows.iter().chain([&period.total]).map(move |row| {
            let there = |money: Option<Money>| money.map(|one| one.to_string()).unwrap_or_default();
            vec![
                period.from.to_string(),
                period.to.to_string(),
                lang.say(&row.zh, &row.en).to_owned(),
                row.opening.to_string(),
                row.due.to_string(),
                row.expected.to_string(),
                row.closing.to_string(),
                there(row.actual),
                there(row.actual_known),
                there(row.deviation),
            ]
        })
    });
    csv(&titles.map(|(zh, en)| lang.say(zh, en)), rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forecast_ends_with_a_month() {
        let last = |day: &str, months| last_day(day.parse().unwrap(), months).unwrap().to_string();
        assert_eq!(last("2026-08-31", 3), "2026-11-30");
        assert_eq!(last("2026-08-15", 1), "2026-09-30");
        assert_eq!(last("2027-01-31", 1), "2027-02-28");
        assert_eq!(last("2026-12-05", 0), "2026-12-31");
    }
}
