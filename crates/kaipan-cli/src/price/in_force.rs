//! The prices of a project: priced by its schemes, or its list prices in force.

use super::View;
use super::names::Names;
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::paint::Style;
use crate::text::homes;
use kaipan::error::Lang;
use kaipan::pricing::{PriceTable, TableRow};
use kaipan_ops::pricing::{self, ListPricesRequest, TableRequest};

/// The table that a request asks for; with `in_force` of the list prices in force.
///
/// # Errors
/// As the operations, with the places in the user's files.
pub(super) fn priced(
    request: TableRequest,
    in_force: bool,
    names: &Names,
    lang: Lang,
) -> Result<PriceTable, Failure> {
    let table = if in_force {
        let TableRequest { project, rules, select, average_basis, .. } = request;
        pricing::list_prices(ListPricesRequest { project, rules, select, average_basis })
    } else {
        pricing::table(request)
    };
    table.map_err(|error| names.locate(&error, lang))
}

/// Tells that the prices of the table are not those in force; none where they agree, or nothing is
/// in force.
pub(super) fn differing(view: &View<'_>, table: &PriceTable) -> Vec<String> {
    let differs = |row: &&TableRow| row.change.is_some_and(|change| !change.is_zero());
    let count = table.rows.iter().filter(differs).count();
    if count == 0 {
        return Vec::new();
    }
    let count = homes(view.lang, count);
    let text = match view.lang {
        Lang::Zh => format!("其中 {count}的现行表价与本表不同；看现行表价用“--in-force”"),
        Lang::En => format!("{count} have another list price in force; --in-force shows those"),
    };
    let lines = paragraph("", &text, view.width);
    lines.iter().map(|line| view.paint.on(Style::Dim, line)).collect()
}
