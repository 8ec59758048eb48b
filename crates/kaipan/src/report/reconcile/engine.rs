use super::answer::ReportReconciliation;
use super::behind::Behind;
use super::found::Found;
use super::hand::HandTable;
use super::pairing::{Beside, Pairs};
use crate::Text;
use crate::builder::inputs;
use crate::error::{Code, Error, Finding, Input, MOST, Result, finding};
use crate::kpi::Fact;
use crate::number::overflow;
use crate::report::table::ReportTable;

/// Compares a report with a table that was made by hand (双轨核对, handbook §8.5).
///
/// Rows are paired by key columns, cells are compared as values of their column: `155万` is 1,550,000 yuan, `12.5%`
/// is 0.125, `2026/3/9` is a day. Numbers are the same only if they are exactly the same; where one is the other
/// rounded, the difference says so. Nothing, zero and a ratio by zero (`—`) are three. Errors and findings are
/// placed in [`Input::Hand`].
///
/// ```
/// use kaipan::kpi::{Fact, FactKind, PeriodKind, PeriodSeries};
/// use kaipan::report::{HandRow, HandTable, Reconciling, ReportRecords, Reporting};
/// let sale = Fact::new("s1", FactKind::Subscription, "2026-03-09".parse()?)
///     .with_node("P1")
///     .with_amount("1550000".parse()?);
/// let records = ReportRecords { facts: vec![sale], ..ReportRecords::default() };
/// let march = PeriodSeries::new(PeriodKind::Month, "2026-03-01".parse()?, "2026-03-31".parse()?);
/// let table = Reporting::new(&records, "sales_summary", &march).run()?;
/// let row = HandRow::new(vec!["P1".into(), "1".into(), "156万".into()]);
/// let columns = ["node", "subscriptions", "subscribed_amount"].map(Into::into);
/// let hand = HandTable::new(columns.to_vec(), vec![row]);
/// let found = Reconciling::new(&table, &hand).reconcile()?;
/// assert_eq!(found.differences.len(), 1);
/// assert_eq!(found.differences[0].difference, Some("10000".parse()?));
/// assert_eq!(found.differences[0].facts, ["s1"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Reconciling<'a> {
    table: &'a ReportTable,
    hand: &'a HandTable,
    facts: &'a [Fact],
}

impl<'a> Reconciling<'a> {
    /// A report, and a table by hand.
    pub const fn new(table: &'a ReportTable, hand: &'a HandTable) -> Reconciling<'a> {
        Reconciling { table, hand, facts: &[] }
    }

    inputs! {
        /// The facts that the report counts, among which the likely ones are looked for.
        facts: &'a [Fact];
    }

    /// What differs.
    ///
    /// # Errors
    /// [`Code::ReportHandColumn`], [`Code::ReportHandColumnTwice`], [`Code::ReportHandKey`],
    /// [`Code::ReportHandNoKey`], [`Code::ReportHandCells`].
    pub fn reconcile(&self) -> Result<ReportReconciliation> {
        let places = self.hand.places(self.table)?;
        let beside = Beside { table: self.table, hand: self.hand, places: &places };
        let keys = beside.keys();
        if keys.is_empty() {
            let error = Error::new(Code::ReportHandNoKey).with("name", &self.table.report);
            let error = error.with("title_zh", &self.table.title_zh).at("columns");
            return Err(error.within(Input::Hand));
        }
        let pairs = beside.pairs(&keys);
        let behind = Behind::new(self.facts);
        let mut found = Found::new(beside, &keys, &behind);
        for (row, hand) in pairs.of_report.iter().enumerate() {
            found.row(row, *hand)?;
        }
        for hand in &pairs.by_hand_alone {
            found.by_hand_alone(*hand)?;
        }
        let totals = self.hand.rows.iter().enumerate().filter(|(_, row)| row.total);
        for (at, _) in totals {
            found.totals(at)?;
        }
        let key_name = |key: &usize| self.hand.columns.get(*key).cloned();
        Ok(ReportReconciliation {
            report: self.table.report.clone(),
            title_zh: self.table.title_zh.clone(),
            title_en: self.table.title_en.clone(),
            keys: keys.iter().filter_map(key_name).collect(),
            paired: count(pairs.of_report.iter().flatten().count())?,
            compared: count(found.compared)?,
            equal: count(found.equal)?,
            findings: self.findings(&pairs, found.hidden),
            differences: found.differences,
        })
    }

    fn findings(&self, pairs: &Pairs, hidden: usize) -> Vec<Finding> {
        let told = |key: &Vec<Text>| {
            let key = key.iter().map(Text::as_str).collect::<Vec<_>>().join(" · ");
            finding!(Code::ReportHandRepeated, key).at("rows").within(Input::Hand)
        };
        let mut findings: Vec<Finding> = pairs.repeated.iter().take(MOST).map(told).collect();
        let more = pairs.repeated.len().saturating_sub(MOST);
        findings.extend((more > 0).then(|| Error::unlisted(more).within(Input::Hand).finding()));
        if hidden > 0 {
            findings.push(finding!(Code::ReportHandHidden, count = hidden).within(Input::Hand));
        }
        let (all, own) = (self.table.columns.len(), self.hand.columns.len());
        let lacking = all.saturating_sub(own);
        if lacking > 0 {
            let told = finding!(Code::ReportHandPart, count = lacking, all);
            findings.push(told.at("columns").within(Input::Hand));
        }
        findings
    }
}

fn count(count: usize) -> Result<u32> {
    u32::try_from(count).map_err(|_| overflow())
}
