//! What a report is: its titles, columns and periods, as data.

use super::spec::{Fill, SPECS, Spec};
use crate::kpi::{FactDimension, PeriodKind};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// 报表定义: what a report shows.
#[boundary(answer)]
pub struct ReportDefinition {
    /// Its name, such as `sales_detail`.
    pub name: Text,
    /// Its title in Chinese.
    pub title_zh: Label,
    /// Its title in English.
    pub title_en: Label,
    /// Whether it lists things or counts measures.
    pub form: ReportForm,
    /// The kinds of periods that it may be asked for.
    #[boundary(required)]
    pub periods: Vec<PeriodKind>,
    /// 报送周期: for which periods it is due by itself, the day after each.
    pub due_after: Vec<PeriodKind>,
    /// What its rows are grouped by, of measures, if nothing else is asked for.
    pub by: Vec<FactDimension>,
    /// 数据权限: the command that a reader must be let do where the rows belong. With `report.read` a list
    /// is read without what is personal; `deal.read` shows that too.
    #[boundary(required)]
    pub commands: Vec<Text>,
    /// Which records it is made of: fields of the records.
    #[boundary(required)]
    pub records: Vec<Text>,
    /// Its columns, in order.
    #[boundary(required)]
    pub columns: Vec<ReportColumn>,
}

/// What a report is made of.
#[boundary]
pub enum ReportForm {
    /// 明细: a row a thing.
    List,
    /// 统计: rows of measures.
    Measures,
}

/// A column of a report.
#[boundary(answer)]
pub struct ReportColumn {
    /// Its key, unique in the report.
    pub key: Text,
    /// Its title in Chinese.
    pub title_zh: Label,
    /// Its title in English.
    pub title_en: Label,
    /// What its values are.
    pub kind: ReportColumnKind,
    /// Decimals that are shown; of a share those of its percentage.
    pub decimals: u32,
    /// The unit of its values in Chinese.
    pub unit_zh: Option<Label>,
    /// The unit of its values in English.
    pub unit_en: Option<Label>,
    /// How its total is made.
    pub total: ReportTotal,
    /// It is personal: names, phones, money of one deal. It is hidden from a reader who may not read deals.
    pub personal: bool,
}

/// What the values of a column are.
#[boundary]
pub enum ReportColumnKind {
    /// Text, or words in both languages.
    Text,
    /// Days of the calendar.
    Date,
    /// Units, batches, persons.
    Count,
    /// m².
    Area,
    /// Yuan.
    Money,
    /// Yuan per m².
    UnitPrice,
    /// Shares: 0.25 is 25 %.
    Share,
    /// Days.
    Days,
    /// Other numbers.
    Number,
}

/// How the total of a column is made.
#[boundary]
pub enum ReportTotal {
    /// There is none.
    None,
    /// Σ of the rows.
    Sum,
    /// The measure of all rows together: ratios are made of their sums.
    Measure,
}

impl ReportColumnKind {
    /// Decimals that are shown, and the unit in Chinese and English.
    const fn format(self) -> (u32, Option<(&'static str, &'static str)>) {
        match self {
            ReportColumnKind::Text | ReportColumnKind::Date | ReportColumnKind::Count => (0, None),
            ReportColumnKind::Area => (2, Some(("平方米", "m²"))),
            ReportColumnKind::Money => (2, Some(("元", "yuan"))),
            ReportColumnKind::UnitPrice => (2, Some(("元/平方米", "yuan per m²"))),
            ReportColumnKind::Share => (2, Some(("%", "%"))),
            ReportColumnKind::Days => (0, Some(("天", "days"))),
            ReportColumnKind::Number => (2, None),
        }
    }
}

impl ReportColumn {
    /// A column with the format of its kind.
    pub(super) fn made(
        key: impl Into<Text>,
        titles: [Label; 2],
        kind: ReportColumnKind,
        total: ReportTotal,
        personal: bool,
    ) -> ReportColumn {
        let (decimals, unit) = kind.format();
        let [title_zh, title_en] = titles;
        ReportColumn {
            key: key.into(),
            title_zh,
            title_en,
            kind,
            decimals,
            unit_zh: unit.map(|(zh, _)| Label::constant(zh)),
            unit_en: unit.map(|(_, en)| Label::constant(en)),
            total,
            personal,
        }
    }
}

/// What a report of measures groups by.
fn by_of(spec: &Spec) -> Vec<FactDimension> {
    match spec.fill {
        Fill::Measures(measures) => measures.by.to_vec(),
        Fill::List(_) | Fill::Own(_) => Vec::new(),
    }
}

impl ReportDefinition {
    pub(super) fn of(spec: &Spec) -> ReportDefinition {
        let form = match spec.fill {
            Fill::List(_) => ReportForm::List,
            Fill::Measures(_) | Fill::Own(_) => ReportForm::Measures,
        };
        let commands: &[&str] = match form {
            ReportForm::List => &["report.read", "deal.read"],
            ReportForm::Measures => &["report.read"],
        };
        ReportDefinition {
            name: Text::constant(spec.name),
            title_zh: Label::constant(spec.zh),
            title_en: Label::constant(spec.en),
            form,
            periods: spec.periods.to_vec(),
            due_after: spec.due_after.to_vec(),
            by: by_of(spec),
            commands: commands.iter().map(|name| Text::from(*name)).collect(),
            records: spec.records.iter().map(|name| Text::constant(name)).collect(),
            columns: spec.made_columns(&by_of(spec)),
        }
    }
}

/// Every report of the library, in the order in which they are listed (报表清单, handbook §8.5).
///
/// ```
/// let reports = kaipan::report::reports();
/// assert_eq!(reports[0].name, "sales_detail");
/// assert_eq!(reports[0].title_zh, "销售明细分析表");
/// ```
#[must_use]
pub fn reports() -> Vec<ReportDefinition> {
    SPECS.iter().map(|spec| ReportDefinition::of(spec)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_and_keys_are_unique() {
        let all = reports();
        let names: BTreeSet<&str> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names.len(), all.len());
        for report in &all {
            let keys: BTreeSet<&str> = report.columns.iter().map(|one| one.key.as_str()).collect();
            assert_eq!(keys.len(), report.columns.len(), "{}", report.name);
            assert!(!report.periods.is_empty(), "{}", report.name);
        }
    }
}
