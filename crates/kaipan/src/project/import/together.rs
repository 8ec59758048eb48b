//! Sheets that make one table: the same columns, and other buildings on each.

use super::ImportedUnits;
use super::reading::{Conclusion, SheetReading};
use super::rows::room::prefixed;
use crate::Text;
use crate::error::Finding;
use std::collections::{HashMap, HashSet};

/// What several sheets hold as one; nothing if they cannot be one table, because their columns
/// differ, a building stands on two of them, or a number names two units.
pub(super) fn together(read: Vec<ImportedUnits>) -> Option<ImportedUnits> {
    let mut all = ImportedUnits::default();
    let mut buildings: HashSet<Text> = HashSet::new();
    let mut findings: Vec<(Option<usize>, Finding)> = Vec::new();
    let mut readings: Vec<SheetReading> = Vec::with_capacity(read.len());
    for one in read {
        let reading = one.reading?;
        let own: HashSet<Text> = one.units.iter().map(|unit| unit.building.clone()).collect();
        if readings.first().is_some_and(|first| !agree(first, &reading))
            || !buildings.is_disjoint(&own)
        {
            return None;
        }
        buildings.extend(own);
        readings.push(reading);
        // Findings name units, whose numbers may become others.
        let start = all.units.len();
        let numbered = one.units.iter().enumerate();
        let at: HashMap<Text, usize> =
            numbered.map(|(at, unit)| (unit.unit_no.clone(), at.saturating_add(start))).collect();
        let of_unit = |finding: &Finding| at.get(finding.unit_no.as_ref()?.as_str()).copied();
        findings.extend(one.findings.into_iter().map(|finding| (of_unit(&finding), finding)));
        all.units.extend(one.units);
        all.rows = all.rows.checked_add(one.rows)?;
    }
    let mut units: Vec<_> = all.units.iter_mut().collect();
    let conclusion = prefixed(&mut units);
    if conclusion.is_some_and(|one| readings.iter().any(|read| read.conclusions.contains(&one))) {
        return None;
    }
    for (at, mut finding) in findings {
        if let Some(unit) = at.and_then(|at| all.units.get(at)) {
            finding.unit_no = Some(unit.unit_no.clone());
        }
        all.findings.push(finding);
    }
    let mut seen = HashSet::with_capacity(all.units.len());
    if !all.units.iter().all(|unit| seen.insert(&unit.unit_no)) {
        return None;
    }
    let mut readings = readings.into_iter();
    let mut first = readings.next()?;
    first.conclusions.push(Conclusion::SheetsReadTogether);
    first.conclusions.extend(conclusion);
    all.reading = Some(first);
    all.further_readings = readings.collect();
    Some(all)
}

/// Whether two sheets have columns for the same fields, and their numbers are made the same way.
fn agree(one: &SheetReading, other: &SheetReading) -> bool {
    let fields = |reading: &SheetReading| -> HashSet<Text> {
        reading.columns.iter().map(|column| column.field.clone()).collect()
    };
    let prefixed =
        |reading: &SheetReading| reading.conclusions.contains(&Conclusion::UnitNumbersPrefixed);
    fields(one) == fields(other) && prefixed(one) == prefixed(other)
}

#[cfg(test)]
mod tests {
    use crate::error::{Code, Error};
    use crate::project::{Conclusion, ImportedUnits, Importing, SheetCell, Worksheet};

    const TITLES: [&str; 5] = ["楼栋", "楼层", "房号", "建筑面积", "总价"];

    fn read(sheets: &[(&str, &[[&str; 5]])]) -> Result<ImportedUnits, Error> {
        let sheet = |(name, rows): &(&str, &[[&str; 5]])| {
            let cells = |row: &[&str; 5]| row.map(SheetCell::from).to_vec();
            let mut sheet = Worksheet::new(rows.iter().map(cells).collect());
            sheet.name = Some((*name).into());
            sheet
        };
        let sheets: Vec<Worksheet> = sheets.iter().map(sheet).collect();
        Importing::new(&sheets).read()
    }

    #[test]
    fn a_sheet_for_each_building_is_one_table() {
        let three = [TITLES, ["3", "18", "1801", "89.50", "1432000"]];
        let five = [
            // The columns may stand in another order.
            ["总价", "楼栋", "楼层", "房号", "建筑面积"],
            ["1432000", "5", "18", "1801", "89.50"],
        ];
        let both = read(&[("三", &three), ("五", &five), ("说明", &[])]).unwrap();
        let numbers: Vec<_> = both.units.iter().map(|unit| unit.unit_no.as_str()).collect();
        assert_eq!((numbers.as_slice(), both.rows), (&["3-1801", "5-1801"][..], 2));
        let reading = both.reading.unwrap();
        for conclusion in [Conclusion::SheetsReadTogether, Conclusion::UnitNumbersPrefixed] {
            assert!(reading.conclusions.contains(&conclusion));
        }
        let [more] = both.further_readings.as_slice() else { panic!() };
        assert_eq!((reading.sheet.as_deref(), more.sheet.as_deref()), (Some("三"), Some("五")));
        assert_eq!((reading.other_sheets.len(), more.other_sheets.len()), (1, 1));
    }

    #[test]
    fn findings_name_the_numbers_that_units_have_in_the_end() {
        let titles = ["楼栋", "楼层", "房号", "建筑面积", "总价"];
        // An area of a hundredth of a square metre is hardly one.
        let sheet = |building| [titles, [building, "18", "1801", "0.01", "100"]];
        let both = read(&[("三", &sheet("3")), ("五", &sheet("5"))]).unwrap();
        let named: Vec<_> = both.findings.iter().filter_map(|one| one.unit_no.as_deref()).collect();
        assert_eq!(named, ["3-1801", "5-1801"]);
    }

    #[test]
    fn what_does_not_agree_is_ambiguous_as_before() {
        let three = [TITLES, ["3", "18", "1801", "89.50", "1432000"]];
        let again = [TITLES, ["3", "17", "1701", "89.50", "1432000"]];
        let other =
            [["楼栋", "楼层", "房号", "建筑面积", "单价"], ["5", "18", "1801", "89.50", "16000"]];
        let wrong = [TITLES, ["5", "18", "1801", "many", "1432000"]];
        for second in [&again, &other, &wrong] {
            let error = read(&[("三", &three), ("五", second)]).unwrap_err();
            assert_eq!(error.code(), Code::ProjectSheetAmbiguous);
        }
    }
}
