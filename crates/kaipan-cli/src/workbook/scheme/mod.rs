//! The schemes and rules that made the prices, in words and tables.

mod factor;
mod floors;
mod terms;

use super::sheet::{A4, Sheet};
use super::{Book, Result, selection};
use crate::price::summary::percent_of;
use crate::text::{Say, aside, state};
use kaipan::error::Lang;
use kaipan::pricing::{ActiveDeals, PricingScheme};
use kaipan::project::UnitState;
use rust_xlsxwriter::Worksheet;

const WIDTHS: [u16; 4] = [24, 18, 14, 40];
/// The last column, and the letters from the second one to it.
const LAST: u16 = 3;
const LETTERS: usize = 64;

pub(super) fn sheet(book: &Book<'_>, name: &str) -> Result<Worksheet> {
    let mut sheet = Sheet::new(book, name, A4)?;
    sheet.widths(&WIDTHS)?;
    sheet.worksheet.set_screen_gridlines(false);
    sheet.worksheet.set_portrait();
    for scheme in &book.priced.request.schemes {
        of_scheme(&mut sheet, scheme)?;
    }
    rules(&mut sheet)?;
    Ok(sheet.worksheet)
}

fn of_scheme(sheet: &mut Sheet<'_>, scheme: &PricingScheme) -> Result<()> {
    let lang = sheet.book.priced.lang;
    let name = match &scheme.name {
        Some(name) => format!("{name}{}", aside(lang, &scheme.code)),
        None => scheme.code.to_string(),
    };
    sheet.worksheet.set_row_height(sheet.row, 26)?;
    sheet.line(&name, &sheet.styles().title)?;
    let scope = selection::words(lang, &scheme.scope);
    fact(sheet, lang.say("适用范围", "For"), &scope)?;
    let priced =
        sheet.book.priced.table.rows.iter().filter(|row| row.scheme == scheme.code).count();
    fact(sheet, lang.say("定价套数", "Homes priced"), &crate::text::homes(lang, priced))?;
    for (label, text) in terms::of_scheme(lang, scheme, &sheet.book.priced.table.rows) {
        fact(sheet, label, &text)?;
    }
    sheet.next();
    for factor in &scheme.factors {
        factor::write(sheet, scheme, factor)?;
    }
    for (title, lines) in terms::exceptions(lang, scheme) {
        sheet.line(title, &sheet.styles().heading)?;
        for line in lines {
            sheet.fact("", &line, LAST, LETTERS)?;
        }
        sheet.next();
    }
    Ok(())
}

/// A label with a text.
fn fact(sheet: &mut Sheet<'_>, label: &str, text: &str) -> Result<()> {
    sheet.fact(label, text, LAST, LETTERS)
}

/// What prices are checked against, and what units in a deal keep.
fn rules(sheet: &mut Sheet<'_>) -> Result<()> {
    let (lang, request) = (sheet.book.priced.lang, sheet.book.priced.request);
    sheet.line(lang.say("检查规则", "Rules"), &sheet.styles().heading)?;
    for (label, text) in terms::of_rules(lang, &request.rules) {
        fact(sheet, label, &text)?;
    }
    if let Some(rule) = &request.floor_price {
        let rate = percent_of(lang, rule.rate);
        let rounded = rule.rounding.mode.text(lang, &rule.rounding.place.to_string());
        let text = match lang {
            Lang::Zh => format!("没有底价的房间：表价的 {rate}，{rounded}"),
            Lang::En => format!("of homes without one {rate} of the list price, {rounded}"),
        };
        fact(sheet, lang.say("底价比例", "Floor rate"), &text)?;
    }
    let deals = match request.active_deals {
        ActiveDeals::Keep => {
            let states = UnitState::ALL.into_iter().filter(|state| state.in_active_deal());
            let states: Vec<String> = states.map(|one| state(lang, one)).collect();
            let states = states.join(lang.say("、", ", "));
            match lang {
                Lang::Zh => format!("{states}的房间保留原价"),
                Lang::En => format!("units that are {states} keep their price"),
            }
        }
        _ => lang.say("交易中的房间也重新定价", "units in a deal are priced anew too").to_owned(),
    };
    fact(sheet, lang.say("交易中", "In a deal"), &deals)
}
