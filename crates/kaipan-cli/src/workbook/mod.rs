//! The workbook: what the price table holds, on sheets that are printed.
//!
//! A cover, a stacking plan a building, the list of the homes, the schemes, the findings, and a
//! hidden sheet with the project, so that the workbook is priced again to the same table.

mod bill;
mod cover;
mod findings;
mod list;
mod names;
mod plan;
mod project;
mod reports;
mod scheme;
mod selection;
mod sheet;
mod style;

use crate::failure::Failure;
use crate::price::priced::Priced;
use crate::text::Say;
pub(crate) use bill::before_and_after;
use names::SheetNames;
pub(crate) use reports::reports;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::io;
use style::Styles;

type Result<T> = std::result::Result<T, XlsxError>;

/// Quick to write, and little longer than the smallest.
const COMPRESSION: u8 = 1;
/// Height and width of cells that say nothing else, in pixels.
const ROW_HEIGHT: u32 = 20;
const COLUMN_WIDTH: u32 = 64;

/// What the sheets share while they are written.
struct Book<'a> {
    priced: &'a Priced<'a>,
    styles: Styles,
}

/// The bytes of the workbook: the same for the same input.
///
/// # Errors
/// [`Failure::Output`] when a text is longer than a cell can hold.
pub(crate) fn write(priced: &Priced<'_>) -> std::result::Result<Vec<u8>, Failure> {
    made(priced).map_err(|error| Failure::Output(io::Error::other(error)))
}

fn made(priced: &Priced<'_>) -> Result<Vec<u8>> {
    let lang = priced.lang;
    let styles = Styles::new(lang);
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles.base, ROW_HEIGHT, COLUMN_WIDTH)?;
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_properties(&properties(priced)?);
    let book = Book { priced, styles };
    for sheet in book.sheets()? {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}

impl Book<'_> {
    fn sheets(&self) -> Result<Vec<Worksheet>> {
        let lang = self.priced.lang;
        let mut names = SheetNames::new(lang);
        let mut sheets = vec![cover::sheet(self, &names.own(lang.say("封面", "Summary")))?];
        // The plans take what is left of the names.
        let list = names.own(lang.say("房源", "Homes"));
        let scheme = names.own(lang.say("方案", "Schemes"));
        let findings = names.own(lang.say("检查结果", "Findings"));
        let project = names.own(project::SHEET);
        for (building, rows) in self.priced.buildings() {
            let name = names.of_building(self.priced.names.building(building));
            sheets.push(plan::sheet(self, &name, building, &rows)?);
        }
        sheets.push(list::sheet(self, &list)?);
        // No scheme has made the list prices in force.
        if !self.priced.is_in_force() {
            sheets.push(scheme::sheet(self, &scheme)?);
        }
        if !self.priced.table.findings.is_empty() {
            sheets.push(findings::sheet(self, &findings)?);
        }
        sheets.push(project::sheet(self, &project)?);
        Ok(sheets)
    }
}

/// Title and day of the file: not the clock's, so that the same prices are the same file.
fn properties(priced: &Priced<'_>) -> Result<DocProperties> {
    let day = priced.date.map(|date| ExcelDateTime::parse_from_str(&date.to_string()));
    // A spreadsheet knows no day before 1900.
    let day = day
        .and_then(std::result::Result::ok)
        .map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
    let title = priced.title();
    let properties = DocProperties::new()
        .set_title(format!("{} {title}", priced.names.project.name))
        .set_author("kaipan")
        .set_creation_datetime(&day);
    Ok(match &priced.names.project.project_company {
        Some(company) => properties.set_company(company.as_str()),
        None => properties,
    })
}
