//! A table made by hand.

use crate::check::with_repeats;
use crate::error::{Code, Error, Input, Result};
use crate::report::table::ReportTable;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// 手工表: a table made by hand, with its columns named as those of a report.
///
/// ```
/// use kaipan::report::{HandRow, HandTable};
/// let row = HandRow::new(vec!["云境湾".into(), "2".into(), "2,590,000".into()]);
/// let columns = vec!["node".into(), "subscriptions".into(), "subscribed_amount".into()];
/// let hand = HandTable::new(columns, vec![row]);
/// assert!(hand.keys.is_empty());
/// ```
#[boundary]
pub struct HandTable {
    /// The columns that tell its rows apart: keys of columns. If there are none: as many of the leading columns
    /// of text and days as tell all rows apart.
    pub keys: Vec<Text>,
    /// What its columns are: keys of columns of the report.
    #[boundary(required)]
    pub columns: Vec<Text>,
    /// Its rows.
    #[boundary(required)]
    pub rows: Vec<HandRow>,
}

/// A row of a table made by hand.
#[boundary]
pub struct HandRow {
    /// What stands in each column, as it was written: `1,550,000.00`, `155万`, `12.5%`, `2026/3/9`; empty where
    /// nothing does.
    #[boundary(required)]
    pub cells: Vec<Label>,
    /// 合计: it is the row of totals.
    pub total: bool,
}

impl HandTable {
    /// Where each of its columns stands in the report.
    ///
    /// # Errors
    /// [`Code::ReportHandColumn`], [`Code::ReportHandColumnTwice`], [`Code::ReportHandKey`],
    /// [`Code::ReportHandCells`], all that there are.
    pub(super) fn places(&self, table: &ReportTable) -> Result<Vec<usize>> {
        let (mut places, mut errors) = (Vec::with_capacity(self.columns.len()), Vec::new());
        for (at, key, first) in with_repeats(&self.columns, |key| key) {
            if first.is_some() {
                let error = Error::new(Code::ReportHandColumnTwice).with("column", key);
                errors.push(error.at(at).at("columns"));
            }
            match table.columns.iter().position(|column| column.key == *key) {
                Some(place) => places.push(place),
                None => {
                    let error = Error::new(Code::ReportHandColumn).with("column", key);
                    let error = error.with("name", &table.report).with("title_zh", &table.title_zh);
                    let names = table.columns.iter().map(|column| column.key.as_str());
                    errors.push(error.with_nearest(names, key).at(at).at("columns"));
                }
            }
        }
        for (at, key) in self.keys.iter().enumerate() {
            if !self.columns.contains(key) {
                let error = Error::new(Code::ReportHandKey).with("column", key);
                let names = self.columns.iter().map(Text::as_str);
                errors.push(error.with_nearest(names, key).at(at).at("keys"));
            }
        }
        for (at, row) in self.rows.iter().enumerate() {
            if row.cells.len() != self.columns.len() {
                let error = Error::new(Code::ReportHandCells).with("cells", row.cells.len());
                let error = error.with("columns", self.columns.len());
                errors.push(error.at("cells").at(at).at("rows"));
            }
        }
        Error::collect(errors.into_iter().map(|error| error.within(Input::Hand)).collect())?;
        Ok(places)
    }
}
