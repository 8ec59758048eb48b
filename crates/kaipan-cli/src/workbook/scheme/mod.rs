//! The schemes and rules that made the prices, in words and tables.

mod factor;
mod floors;
mod terms;

use super::page::{A4, Page};
use super::{Book, Result, selection};
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
    let mut page = Page::new(book, name, A4)?;
    page.widths(&WIDTHS)?;
    page.sheet.set_screen_gridlines(false);
    page.sheet.set_portrait();
    for scheme in &book.priced.request.schemes {
        of_scheme(&mut page, scheme)?;
    }
    rules(&mut page)?;
    Ok(page.sheet)
}

fn of_scheme(page: &mut Page<'_>, scheme: &PricingScheme) -> Result<()> {
    let lang = page.book.priced.lang;
    let name = match &scheme.name {
        Some(name) => format!("{name}{}", aside(lang, &scheme.code)),
        None => scheme.code.to_string(),
    };
    page.sheet.set_row_height(page.row, 26)?;
    page.line(&name, &page.styles().title)?;
    let scope = selection::words(lang, &scheme.scope);
    fact(page, lang.say("适用范围", "For"), &scope)?;
    let priced = page.book.priced.table.rows.iter().filter(|row| row.scheme == scheme.code).count();
    fact(page, lang.say("定价套数", "Homes priced"), &crate::text::homes(lang, priced))?;
    for (label, text) in terms::of_scheme(lang, scheme) {
        fact(page, label, &text)?;
    }
    page.next();
    for factor in &scheme.factors {
        factor::write(page, scheme, factor)?;
    }
    for (title, lines) in terms::exceptions(lang, scheme) {
        page.line(title, &page.styles().heading)?;
        for line in lines {
            page.fact("", &line, LAST, LETTERS)?;
        }
        page.next();
    }
    Ok(())
}

/// A label with a text.
fn fact(page: &mut Page<'_>, label: &str, text: &str) -> Result<()> {
    page.fact(label, text, LAST, LETTERS)
}

/// What prices are checked against, and what units in a deal keep.
fn rules(page: &mut Page<'_>) -> Result<()> {
    let (lang, request) = (page.book.priced.lang, page.book.priced.request);
    page.line(lang.say("检查规则", "Rules"), &page.styles().heading)?;
    for (label, text) in terms::of_rules(lang, &request.rules) {
        fact(page, label, &text)?;
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
    fact(page, lang.say("交易中", "In a deal"), &deals)
}
