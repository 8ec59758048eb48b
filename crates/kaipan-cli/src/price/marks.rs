//! What is to say of a home: unit price and total in a cell, marks beside them, marks in words.

use super::View;
use crate::layout::{amount, group, wrap};
use crate::paint::Style;
use crate::text::{Say, severity, source};
use kaipan::error::{Code, Lang, Severity};
use kaipan::number::{Magnitude, UnitPrice, in_magnitude};
use kaipan::pricing::{PriceSource, PriceTable, TableRow};

/// How to read a cell, with the marks that occur.
pub(crate) fn legend(view: &View<'_>, response: &PriceTable) -> Vec<String> {
    let lang = view.lang;
    let known = [
        ('!', lang.say("违规", "breaks a rule")),
        ('?', lang.say("待核对", "needs a look")),
        ('=', lang.say("交易中保留原价", "kept by a deal")),
        ('*', lang.say("手工定价", "set by hand")),
        ('#', lang.say("按套录入", "entered per unit")),
        ('+', lang.say("调平上调", "levelled up")),
        ('-', lang.say("调平下调", "levelled down")),
    ];
    let used: Vec<(char, char)> = response.rows.iter().map(marks_of).collect();
    let shown = known.iter().filter(|(mark, _)| used.iter().any(|(a, b)| a == mark || b == mark));
    let shown: Vec<String> = shown.map(|(mark, name)| format!("{mark} {name}")).collect();
    let mut text = lang
        .say(
            "每格上行为建筑面积单价（元/㎡），下行为总价（万元）",
            "Cells: yuan per m² of building area, below it the total in 10,000 yuan",
        )
        .to_owned();
    if !shown.is_empty() {
        text.push_str(lang.say("；标记：", "; marks: "));
        text.push_str(&shown.join(lang.say("、", ", ")));
    }
    let lines = wrap(&text, view.width);
    lines.iter().map(|line| view.paint.on(Style::Dim, line)).collect()
}

/// What is wrong with a unit, and where its price comes from.
pub(crate) fn marks_of(row: &TableRow) -> (char, char) {
    let trouble = match trouble(row) {
        Some(Severity::Violation) => '!',
        Some(Severity::Warning) => '?',
        _ => ' ',
    };
    let source = match row.source {
        PriceSource::Kept => '=',
        PriceSource::Override => '*',
        PriceSource::Entered => '#',
        PriceSource::Scheme if row.levelled_steps > 0 => '+',
        PriceSource::Scheme if row.levelled_steps < 0 => '-',
        _ => ' ',
    };
    (trouble, source)
}

/// A unit price in a cell: with `whole`, the fen are left out where there are none.
pub(crate) fn price_text(price: UnitPrice, whole: bool) -> String {
    if whole { amount(price) } else { group(&price.to_string()) }
}

/// The total in 万, without the word.
pub(crate) fn total_text(row: &TableRow) -> String {
    let text = in_magnitude(row.total, Magnitude::Wan, 2).unwrap_or_default();
    group(text.trim_end_matches('万'))
}

/// The gravest of what was found about a home.
pub(crate) fn trouble(row: &TableRow) -> Option<Severity> {
    let codes = row.flags.iter().filter_map(|code| Code::from_text(code));
    codes.map(|code| code.entry().severity).max().filter(|worst| *worst > Severity::Info)
}

/// Whether the price is not what the scheme gives: kept, set by hand or entered. Of list prices in
/// force, of which no table is mixed with others, nothing of the kind is said.
pub(crate) fn is_fixed(row: &TableRow) -> bool {
    !matches!(row.source, PriceSource::Scheme | PriceSource::InForce)
}

/// The marks of a row in words: `违规，手工定价`.
pub(crate) fn words(lang: Lang, row: &TableRow) -> String {
    let mut words = Vec::new();
    words.extend(trouble(row).map(|worst| severity(lang, worst)));
    if is_fixed(row) {
        words.push(source(lang, row.source));
    }
    match row.levelled_steps {
        1.. => words.push(lang.say("调平上调", "levelled up")),
        ..=-1 => words.push(lang.say("调平下调", "levelled down")),
        0 => {}
    }
    words.join(lang.say("，", ", "))
}
