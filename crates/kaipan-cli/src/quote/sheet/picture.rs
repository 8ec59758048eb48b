//! The picture of the loans: a bar a year, principal below and interest above, as inline SVG.

use crate::html::Html;
use crate::layout::group;
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::number::Money;
use kaipan::quote::LoanYear;

/// Size of the drawing, in its own units.
const WIDTH: i64 = 340;
const HEIGHT: i64 = 116;
/// Room for the labels.
const LEFT: i64 = 30;
const BOTTOM: i64 = 14;
const TOP: i64 = 17;
/// Coordinates are counted in hundredths.
const FINE: i64 = 100;
/// Steps of the axis that are tried, in the first digits of an amount.
const ROUND: [i64; 3] = [1, 2, 5];
/// Most lines of the grid.
const LINES: i64 = 4;

/// Draws the years; nothing without any.
pub(super) fn draw(html: &mut Html, lang: Lang, years: &[LoanYear]) {
    let most = years.iter().map(|year| year.payment.fen()).max().unwrap_or(0);
    let Some(axis) = Axis::up_to(most) else { return };
    let title = lang.say("逐年还款：本金与利息", "Payments by year: principal and interest");
    let view = format!("0 0 {WIDTH} {HEIGHT}");
    let about = [("viewBox", view.as_str()), ("role", "img"), ("aria-labelledby", "loan-t loan-d")];
    html.block("figure", "", |html| {
        html.element("svg", &about, |html| {
            html.element("title", &[("id", "loan-t")], |html| html.text(title));
            html.element("desc", &[("id", "loan-d")], |html| html.text(&spoken(lang, years)));
            axis.draw(html, lang);
            bars(html, years, axis.top);
        });
        html.block("div", "key", |html| {
            for (class, word) in [
                ("principal", lang.say("本金", "principal")),
                ("interest", lang.say("利息", "interest")),
            ] {
                html.block("span", class, |html| {
                    html.leaf("i", "", "");
                    html.text(word);
                });
            }
            html.leaf("span", "", lang.say("横轴为还款年度", "across: year of the loan"));
        });
    });
}

/// The picture in words, for those who do not see it.
fn spoken(lang: Lang, years: &[LoanYear]) -> String {
    let of = |year: &LoanYear| {
        let (principal, interest) =
            (group(&year.principal.to_string()), group(&year.interest.to_string()));
        match lang {
            Lang::Zh => format!("第 {} 年本金 {principal} 元、利息 {interest} 元", year.year),
            Lang::En => {
                format!("year {}: principal {principal}, interest {interest} yuan", year.year)
            }
        }
    };
    let ends: Vec<String> = match years {
        [only] => vec![of(only)],
        [first, .., last] => vec![of(first), of(last)],
        [] => Vec::new(),
    };
    ends.join(lang.say("；", "; "))
}

/// The axis of the amounts: where it ends, and its steps.
struct Axis {
    top: i64,
    step: i64,
}

impl Axis {
    /// Steps that are round amounts, at most [`LINES`] of them.
    fn up_to(most: i64) -> Option<Axis> {
        if most <= 0 {
            return None;
        }
        let mut power = 1_i64;
        loop {
            for digit in ROUND {
                let step = power.checked_mul(digit)?;
                let steps = most.checked_add(step)?.checked_sub(1)?.checked_div(step)?;
                if steps <= LINES {
                    return Some(Axis { top: step.checked_mul(steps)?, step });
                }
            }
            power = power.checked_mul(10)?;
        }
    }

    fn draw(&self, html: &mut Html, lang: Lang) {
        let mut at = 0_i64;
        while at <= self.top {
            let y = height(at, self.top);
            let (x, end) = (LEFT.to_string(), WIDTH.to_string());
            let line =
                [("x1", x.as_str()), ("x2", &end), ("y1", &y), ("y2", &y), ("stroke", "#d5dbdc")];
            html.shape("line", &[&line[..], &[("stroke-width", "0.6")]].concat());
            let right = LEFT.saturating_sub(4).to_string();
            let text = [("x", right.as_str()), ("y", &y), ("text-anchor", "end"), ("dy", "3")];
            html.element("text", &text, |html| html.text(&label(at)));
            let Some(next) = at.checked_add(self.step) else { break };
            at = next;
        }
        let unit = [("x", "0"), ("y", "7")];
        html.element("text", &unit, |html| html.text(lang.say("万元/年", "10,000 yuan a year")));
    }
}

/// An amount in 万.
fn label(fen: i64) -> String {
    let wan = Money::from_fen(fen.checked_div(10_000).unwrap_or(0)).to_string();
    let short = wan.trim_end_matches('0').trim_end_matches('.');
    if short.is_empty() { "0".to_owned() } else { short.to_owned() }
}

fn bars(html: &mut Html, years: &[LoanYear], top: i64) {
    let count = i64::try_from(years.len()).unwrap_or(1).max(1);
    let room = WIDTH.saturating_sub(LEFT).saturating_mul(FINE);
    let slot = room.checked_div(count).unwrap_or(0);
    let bar = slot.saturating_mul(7).checked_div(10).unwrap_or(0).min(FINE.saturating_mul(14));
    let wide = fine(bar);
    for (at, year) in years.iter().enumerate() {
        let at = i64::try_from(at).unwrap_or(0);
        let start = LEFT.saturating_mul(FINE).saturating_add(slot.saturating_mul(at));
        let inset = slot.saturating_sub(bar).checked_div(2).unwrap_or(0);
        let x = fine(start.saturating_add(inset));
        let (principal, all) = (year.principal.fen(), year.payment.fen());
        let parts = [(0, principal, "#17494d"), (principal, all, "#b9cfce")];
        for (from, to, colour) in parts {
            let (low, high) = (level(from, top), level(to, top));
            let (y, tall) = (fine(high), fine(low.saturating_sub(high)));
            let area = [
                ("x", x.as_str()),
                ("y", &y),
                ("width", &wide),
                ("height", &tall),
                ("fill", colour),
            ];
            html.shape("rect", &area);
        }
        let last = at.saturating_add(1) == count;
        if labelled(year.year, count) || last {
            let middle = fine(start.saturating_add(slot.checked_div(2).unwrap_or(0)));
            let y = HEIGHT.saturating_sub(3).to_string();
            let text = [("x", middle.as_str()), ("y", &y), ("text-anchor", "middle")];
            html.element("text", &text, |html| html.text(&year.year.to_string()));
        }
    }
}

/// The first year, every fifth, and all of a short loan.
fn labelled(year: u32, count: i64) -> bool {
    count <= 10
        || year == 1
        || (year.is_multiple_of(5) && i64::from(year).saturating_add(2) <= count)
}

/// The height of an amount, in hundredths from the top.
fn level(fen: i64, top: i64) -> i64 {
    let room = HEIGHT.saturating_sub(TOP).saturating_sub(BOTTOM).saturating_mul(FINE);
    let base = HEIGHT.saturating_sub(BOTTOM).saturating_mul(FINE);
    let tall = i128::from(fen).checked_mul(i128::from(room));
    let tall = tall.and_then(|value| value.checked_div(i128::from(top)));
    base.saturating_sub(tall.and_then(|value| i64::try_from(value).ok()).unwrap_or(0))
}

fn height(fen: i64, top: i64) -> String {
    fine(level(fen, top))
}

/// Hundredths as SVG reads them.
fn fine(hundredths: i64) -> String {
    Money::from_fen(hundredths).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_at_round_amounts() {
        let axis =
            |yuan: i64| Axis::up_to(yuan * 100).map(|axis| (axis.top / 100, axis.step / 100));
        assert_eq!(axis(54_424), Some((60_000, 20_000)));
        assert_eq!(axis(190_000), Some((200_000, 50_000)));
        assert_eq!(axis(1_000), Some((1_000, 500)));
        assert_eq!(axis(0), None);
        assert_eq!(Axis::up_to(i64::MAX).map(|axis| axis.step), None);
        assert_eq!(label(5_000_000), "5");
        assert_eq!(label(250_000), "0.25");
        assert_eq!(label(0), "0");
    }

    #[test]
    fn bars_stand_on_each_other() {
        assert_eq!(fine(level(0, 10)), "102.00");
        assert_eq!(fine(level(10, 10)), "17.00");
        assert_eq!(fine(level(5, 10)), "59.50");
    }
}
