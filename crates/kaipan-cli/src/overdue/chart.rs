//! Bars of a forecast on a terminal: what is due and what is expected, period by period.

use super::View;
use crate::layout::{amount, left, right, width};
use crate::paint::Style;
use crate::text::{Say, short};
use kaipan::number::Money;
use kaipan::overdue::{CashForecast, CashForecastPeriod, CollectionKind};

/// How each kind of money is drawn.
const KINDS: [(CollectionKind, char); 3] =
    [(CollectionKind::NonLoan, '█'), (CollectionKind::Loan, '▒'), (CollectionKind::Fee, '░')];

/// The least room for bars.
const LEAST: usize = 10;

/// A bar of what is due by contract, and one of what is expected, for each period.
pub(super) fn drawn(view: &View, forecast: &CashForecast, names: &[String]) -> Vec<String> {
    let lang = view.lang;
    let labels = [lang.say("应收", "due"), lang.say("预计", "expected")];
    let label = labels.iter().map(|text| width(text)).max().unwrap_or(0);
    let name = names.iter().map(|text| width(text)).max().unwrap_or(0);
    let figure = |money: Money| match money.is_zero() {
        true => "–".to_owned(),
        false => short(lang, money),
    };
    let totals = || forecast.periods.iter().flat_map(|period| [due(period), period.total.expected]);
    let figures = totals().map(|money| width(&figure(money))).max().unwrap_or(0);
    let beside = [name, label, figures].iter().fold(8, |sum: usize, one| sum.saturating_add(*one));
    let room = view.width.saturating_sub(beside).max(LEAST);
    let most = totals().max().unwrap_or(Money::ZERO);
    let mut lines = Vec::new();
    for (period, own) in forecast.periods.iter().zip(names) {
        let due_bar = bar(period, due_of, most, room);
        let expected = bar(period, |period, kind| of(period, kind, |row| row.expected), most, room);
        let rows = [
            (own.as_str(), labels[0], due_bar, due(period), Style::Dim),
            ("", labels[1], expected, period.total.expected, Style::Good),
        ];
        for (own, text, bar, money, style) in rows {
            let bar = left(&bar, room);
            lines.push(
                format!(
                    "  {}  {}  {}  {}",
                    left(own, name),
                    left(text, label),
                    view.paint.on(style, &bar),
                    right(&figure(money), figures)
                )
                .trim_end()
                .to_owned(),
            );
        }
    }
    let key =
        KINDS.map(|(kind, glyph)| format!("{glyph} {}", lang.say(kind.chinese(), kind.english())));
    let scale = lang.say("最长一条 ", "the longest bar: ");
    let yuan = lang.say(" 元", " yuan");
    lines.push(
        view.paint.on(Style::Dim, &format!("  {}   {scale}{}{yuan}", key.join("  "), amount(most))),
    );
    lines
}

/// What falls due in a period by contract.
fn due(period: &CashForecastPeriod) -> Money {
    period.total.due
}

fn due_of(period: &CashForecastPeriod, kind: CollectionKind) -> Money {
    of(period, kind, |row| row.due)
}

fn of(
    period: &CashForecastPeriod,
    kind: CollectionKind,
    figure: impl Fn(&kaipan::overdue::CashForecastRow) -> Money,
) -> Money {
    let row = period.rows.iter().find(|row| row.kind == Some(kind));
    row.map_or(Money::ZERO, figure)
}

/// A bar as long as its money, each kind in its letter.
fn bar(
    period: &CashForecastPeriod,
    figure: impl Fn(&CashForecastPeriod, CollectionKind) -> Money,
    most: Money,
    room: usize,
) -> String {
    let mut bar = String::new();
    let (mut sum, mut drawn) = (0_i64, 0_usize);
    for (kind, glyph) in KINDS {
        sum = sum.saturating_add(figure(period, kind).fen());
        let until = columns(sum, most.fen(), room);
        let more = until.saturating_sub(drawn);
        bar.extend(std::iter::repeat_n(glyph, more));
        drawn = drawn.max(until);
    }
    bar
}

/// How many columns an amount takes where the most takes all: half up, and one for whatever is there.
fn columns(fen: i64, most: i64, room: usize) -> usize {
    let columns = || {
        let room = i128::try_from(room).ok()?;
        let twice = i128::from(fen).checked_mul(room)?.checked_mul(2)?;
        let half_up = twice.checked_add(i128::from(most))?;
        half_up.checked_div(i128::from(most).checked_mul(2)?)
    };
    let drawn = columns().and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
    if fen > 0 { drawn.max(1) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_in_proportion() {
        assert_eq!(columns(0, 100, 50), 0);
        assert_eq!(columns(1, 1_000_000, 50), 1);
        assert_eq!(columns(50, 100, 50), 25);
        assert_eq!(columns(100, 100, 50), 50);
        assert_eq!(columns(5, 0, 50), 1);
        assert_eq!(columns(-5, 100, 50), 0);
    }
}
