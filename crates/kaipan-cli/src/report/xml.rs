//! Reports as XML, for hosts that exchange it. The schema is `docs/report.xsd`; it does not depend on the
//! language.

use super::cells::number;
use crate::failure::Failure;
use crate::xml::{self, Out, element, finding, leaf, some};
use kaipan::report::{ReportCell, ReportColumn, ReportColumnKind, ReportTable};
use std::io;

/// The names that belong to this schema.
const NAMESPACE: &str = "urn:kaipan:report:1";

/// Reports in one document: `report` if it is one, else `reports` with each.
///
/// # Errors
/// [`Failure::Output`] if it cannot be written.
pub(super) fn of(tables: &[&ReportTable]) -> Result<String, Failure> {
    xml::document(|out| match tables {
        [one] => report(out, one, true),
        all => {
            let given = [("xmlns", Some(NAMESPACE.to_owned()))];
            element(out, "reports", &given, |out| {
                all.iter().try_for_each(|one| report(out, one, false))
            })
        }
    })
}

fn report(out: &mut Out, table: &ReportTable, is_root: bool) -> io::Result<()> {
    let given = [
        ("xmlns", is_root.then(|| NAMESPACE.to_owned())),
        ("name", some(&table.report)),
        ("title_zh", some(&table.title_zh)),
        ("title_en", some(&table.title_en)),
        ("form", some(&table.form.word())),
        ("from", some(&table.from)),
        ("to", some(&table.to)),
        ("as_of", some(&table.as_of)),
        ("caliber", some(&table.caliber.word())),
        ("node", table.node.as_ref().map(ToString::to_string)),
    ];
    element(out, "report", &given, |out| {
        element(out, "columns", &[], |out| {
            table.columns.iter().try_for_each(|one| column(out, one))
        })?;
        element(out, "rows", &[], |out| {
            table.rows.iter().try_for_each(|row| {
                let given = [
                    ("node", row.node.as_ref().map(ToString::to_string)),
                    ("period", row.period.as_ref().map(ToString::to_string)),
                ];
                element(out, "row", &given, |out| {
                    cells(out, &table.columns, &row.cells)?;
                    row.deals.iter().try_for_each(|deal| leaf(out, "deal", &[], deal))?;
                    row.facts.iter().try_for_each(|fact| leaf(out, "fact", &[], fact))
                })
            })
        })?;
        element(out, "totals", &[], |out| cells(out, &table.columns, &table.totals))?;
        for note in &table.notes {
            let given = [
                ("node", note.node.as_ref().map(ToString::to_string)),
                ("on", some(&note.on)),
                ("topic", some(&note.topic)),
            ];
            leaf(out, "note", &given, &note.text)?;
        }
        table.findings.iter().try_for_each(|one| finding(out, one))
    })
}

fn column(out: &mut Out, column: &ReportColumn) -> io::Result<()> {
    let given = [
        ("key", some(&column.key)),
        ("title_zh", some(&column.title_zh)),
        ("title_en", some(&column.title_en)),
        ("kind", some(&column.kind.word())),
        ("unit_zh", column.unit_zh.as_ref().map(ToString::to_string)),
        ("unit_en", column.unit_en.as_ref().map(ToString::to_string)),
        // A share is written as it is computed with: 0.25, not 25 %.
        ("decimals", (column.kind != ReportColumnKind::Share).then(|| column.decimals.to_string())),
        ("total", some(&column.total.word())),
        ("personal", column.personal.then(|| "true".to_owned())),
    ];
    leaf(out, "column", &given, "")
}

/// A cell a column, each with its key; `state` where there is no value.
fn cells(out: &mut Out, columns: &[ReportColumn], cells: &[ReportCell]) -> io::Result<()> {
    columns.iter().zip(cells).try_for_each(|(column, cell)| {
        let key = ("key", Some(column.key.to_string()));
        let state = |word: &str| [key.clone(), ("state", Some(word.to_owned()))];
        match cell {
            ReportCell::Absent {} => leaf(out, "cell", &state("absent"), ""),
            ReportCell::Undefined {} => leaf(out, "cell", &state("undefined"), ""),
            ReportCell::Hidden {} => leaf(out, "cell", &state("hidden"), ""),
            ReportCell::Text { text } => leaf(out, "cell", &[key], text),
            ReportCell::Words { zh, en } => {
                leaf(out, "cell", &[key, ("en", Some(en.to_string()))], zh)
            }
            ReportCell::Date { date } => leaf(out, "cell", &[key], &date.to_string()),
            other => leaf(out, "cell", &[key], &number(other).unwrap_or_default()),
        }
    })
}
