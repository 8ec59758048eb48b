//! A factor: what it looks at, and the number that it gives for each value.

use super::{fact, floors};
use crate::layout::natural;
use crate::text::{Say, aside};
use crate::workbook::sheet::Sheet;
use crate::workbook::style::FINE;
use crate::workbook::{Book, Result, selection};
use kaipan::error::Lang;
use kaipan::pricing::{Factor, FactorValues, Method, PricingScheme};
use kaipan::project::Dimension;

/// What a value of the attribute gives, and how many homes have it.
struct Given<'a> {
    key: &'a str,
    value: String,
    homes: u32,
}

/// Writes what defines the factor, and what it gives the homes of the table.
pub(super) fn write(sheet: &mut Sheet<'_>, scheme: &PricingScheme, factor: &Factor) -> Result<()> {
    let (book, styles) = (sheet.book, sheet.styles());
    let lang = book.priced.lang;
    let label = factor.label();
    let shown = match label.parse::<Dimension>() {
        Ok(dimension) => selection::dimension(lang, &dimension),
        Err(_) => label.to_string(),
    };
    let heading = format!("{}{}", shown, aside(lang, method(lang, factor.method)));
    sheet.line(&heading, &styles.heading)?;
    let by = selection::dimension(lang, &factor.dimension);
    fact(sheet, lang.say("按", "By"), &by)?;
    if !factor.scope.is_all() {
        fact(sheet, lang.say("适用范围", "For"), &selection::words(lang, &factor.scope))?;
    }
    if let Some(reference) = &factor.reference {
        fact(sheet, lang.say("基点", "Reference"), reference)?;
    }
    if let Some(weight) = factor.weight {
        let weight = crate::price::summary::percent_of(lang, weight);
        fact(sheet, lang.say("权重", "Weight"), &weight)?;
    }
    if let FactorValues::Floors { rule } = &factor.values {
        for (label, text) in floors::facts(lang, rule) {
            fact(sheet, label, &text)?;
        }
    }
    sheet.head(&[&by, lang.say("数值", "Value"), lang.say("套数", "Homes")])?;
    let number = styles.number(FINE);
    for given in given(book, scheme, factor) {
        sheet.text(0, given.key, &styles.text)?;
        sheet.number(1, given.value, &number)?;
        sheet.number(2, given.homes, &styles.number("0"))?;
        sheet.next();
    }
    sheet.next();
    Ok(())
}

/// The values that are defined for an attribute, or else those that the homes were given.
fn given<'a>(book: &'a Book<'_>, scheme: &'a PricingScheme, factor: &'a Factor) -> Vec<Given<'a>> {
    let label = factor.label();
    let mut given: Vec<Given<'a>> = match &factor.values {
        FactorValues::Table { rows } => {
            let rows = rows.iter();
            rows.map(|row| Given { key: &row.key, value: row.value.to_string(), homes: 0 })
                .collect()
        }
        _ => Vec::new(),
    };
    let defined = given.len();
    let of_scheme = book.priced.table.rows.iter().filter(|row| row.scheme == scheme.code);
    for used in of_scheme.flat_map(|row| &row.factors).filter(|used| used.name == label) {
        let value = used.value.to_string();
        let same = |one: &&mut Given<'_>| one.key == used.key.as_str() && one.value == value;
        match given.iter_mut().find(same) {
            Some(one) => one.homes = one.homes.saturating_add(1),
            None => given.push(Given { key: &used.key, value, homes: 1 }),
        }
    }
    if let Some(used) = given.get_mut(defined..) {
        used.sort_by(|a, b| natural(a.key, b.key));
    }
    given
}

fn method(lang: Lang, method: Method) -> &'static str {
    match method {
        Method::Coefficient => lang.say("系数", "coefficient"),
        Method::Percent => lang.say("百分比，%", "percent"),
        Method::Difference => lang.say("差价，元/㎡", "difference, yuan/m²"),
        other => other.word(),
    }
}
