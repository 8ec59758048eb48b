//! A bill as a file, by the ending of its name: workbook, CSV or page.

use super::draw;
use super::page::Page;
use super::store::BillFile;
use super::table::{HOMES, csv};
use crate::failure::Failure;
use crate::output::Kind;
use crate::price::names::Names;
use crate::workbook;
use kaipan::error::{Finding, Lang};
use kaipan::pricing::ChangeSummary;

/// The content of the file.
///
/// # Errors
/// [`Failure::Output`] when a text is longer than a cell of a workbook can hold.
pub(crate) fn content(
    kind: Kind,
    stored: &BillFile,
    (sums, findings): (&[ChangeSummary], &[Finding]),
    names: &Names,
    lang: Lang,
) -> Result<Vec<u8>, Failure> {
    let homes = (HOMES, stored.bill.lines.as_slice());
    Ok(match kind {
        Kind::Workbook => workbook::before_and_after(homes, sums, names, lang)?,
        Kind::Page => {
            let page = Page {
                title: draw::name(lang, &stored.bill),
                facts: draw::about(lang, &stored.bill, &stored.history),
                left_out: draw::left_out(lang, &stored.skipped),
                findings,
            };
            page.write(homes, sums, names, lang).into_bytes()
        }
        _ => csv(homes.0, homes.1, names, lang)?.into_bytes(),
    })
}
