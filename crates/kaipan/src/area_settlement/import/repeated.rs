//! Rows about one unit.

use super::SurveyRow;
use crate::Text;
use crate::error::{Code, Finding, finding};
use std::collections::BTreeMap;

/// For every row why it cannot count, where another row is about the same unit: the first of rows that
/// say the same counts, and none of rows that do not.
pub(super) fn repeated(rows: &[SurveyRow]) -> Vec<Option<Finding>> {
    let mut of_unit: BTreeMap<&Text, Vec<(usize, &SurveyRow)>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        of_unit.entry(&row.survey.unit_no).or_default().push((at, row));
    }
    let judge = |(at, row): (usize, &SurveyRow)| {
        let same = of_unit.get(&row.survey.unit_no)?;
        let (first, model) = same.first()?;
        let differs = same.iter().find(|(_, other)| other.survey != model.survey);
        let unit = &row.survey.unit_no;
        if let Some((other, _)) = differs {
            let other = if at == *first { *other } else { *first }.saturating_add(1);
            return Some(finding!(Code::AreaRowsDiffer, unit, other));
        }
        let first_number = first.saturating_add(1);
        (at != *first).then(|| finding!(Code::AreaRowTwice, unit, first = first_number))
    };
    rows.iter().enumerate().map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area_settlement::AreaSurvey;

    #[test]
    fn the_first_of_equal_rows_counts_and_none_of_different_ones() {
        let row = |unit: &str, area: &str| {
            SurveyRow::new("M", AreaSurvey::new(unit, area.parse().unwrap()))
        };
        let codes = |rows: &[SurveyRow]| -> Vec<Option<Code>> {
            repeated(rows).into_iter().map(|told| told.map(|told| told.code)).collect()
        };
        let (a, b) = (row("1", "100"), row("2", "100"));
        assert_eq!(codes(&[a.clone(), b.clone()]), [None, None]);
        assert_eq!(
            codes(&[a.clone(), b.clone(), a.clone()]),
            [None, None, Some(Code::AreaRowTwice)]
        );
        let differ = Some(Code::AreaRowsDiffer);
        assert_eq!(codes(&[a, b, row("1", "101")]), [differ, None, differ]);
    }
}
