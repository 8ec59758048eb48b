//! Sheets of a spreadsheet.

use super::*;

fn row(cells: &[&str]) -> Vec<SheetCell> {
    cells.iter().map(|text| SheetCell::from(*text)).collect()
}

fn read(rows: &[&[&str]]) -> Result<ImportedUnits> {
    Importing::new(&[Worksheet::new(rows.iter().map(|cells| row(cells)).collect())]).read()
}

const HEAD: &[&str] = &["楼栋", "楼层", "户位", "建筑面积", "备注"];

fn skipped(rows: &[&[&str]]) -> Vec<(u32, u32, RowSkip)> {
    let reading = read(rows).unwrap().reading.unwrap();
    reading.skipped_rows.iter().map(|one| (one.first, one.last, one.why)).collect()
}

#[test]
fn rows_without_a_unit_are_told_and_none_is_dropped() {
    let home: &[&str] = &["3", "18", "01", "89.5", ""];
    let other: &[&str] = &["3", "17", "01", "89.5", ""];
    for (extra, why) in [
        (&["合计", "", "", "179", ""][..], RowSkip::Total),
        (&["3", "小计", "", "179", ""], RowSkip::Total),
        (&["平均", "", "", "89.5", ""], RowSkip::Total),
        (&["备注：以实测为准", "", "", "", ""], RowSkip::Note),
        (&["制表：张三", "", "审核：李四", "", ""], RowSkip::Note),
        (HEAD, RowSkip::RepeatedHeader),
        (&["", "", "", "", ""], RowSkip::Empty),
    ] {
        assert_eq!(skipped(&[HEAD, home, extra, other]), [(3, 3, why)], "{extra:?}");
    }
    // A row that has all of a unit is one, whatever its words say.
    let named = read(&[HEAD, &["3", "18", "01", "89.5", "合计"]]).unwrap();
    assert_eq!(named.units.len(), 1);
    // What is neither is refused, not dropped.
    for extra in
        [&["", "", "", "89.5", ""][..], &["3", "16", "", "89.5", ""], &["5栋", "", "", "", ""]]
    {
        let error = read(&[HEAD, home, extra]).unwrap_err();
        assert_eq!(error.code(), Code::ProjectCell, "{extra:?}");
        assert_eq!(error.path(), "/sheets/0/rows/2");
    }
}

#[test]
fn notes_in_a_column_of_serial_numbers_are_notes() {
    let head: &[&str] = &["序号", "楼栋", "楼层", "户位", "建筑面积"];
    let home: &[&str] = &["1", "3", "18", "01", "89.5"];
    let other: &[&str] = &["3", "3", "17", "01", "89.5"];
    for (extra, why) in [
        (&["备注：以实测为准", "", "", "", ""][..], RowSkip::Note),
        (&["制表人：张三", "", "", "", ""], RowSkip::Note),
        (&["说明：表价为毛坯价", "", "", "", ""], RowSkip::Note),
        (&["制表人", "张三", "", "审核人", "李四"], RowSkip::Note),
        (&["以开盘公示为准", "", "", "", ""], RowSkip::Note),
        (&["项目负责人签字：", "", "", "", ""], RowSkip::Note),
        (&["合计", "", "", "", "89.5"], RowSkip::Total),
        (&["2", "", "", "", ""], RowSkip::Empty),
        (&["", "", "", "", ""], RowSkip::Empty),
    ] {
        assert_eq!(skipped(&[head, home, extra, other]), [(3, 3, why)], "{extra:?}");
    }
}

#[test]
fn merged_cells_are_read_down_their_first_column_only() {
    let mut sheet = Worksheet::new(vec![
        row(HEAD),
        row(&["3", "18", "01", "89.5", ""]),
        row(&["", "", "02", "89.5", ""]),
    ]);
    sheet.merged = vec![MergedCells::new(2, 3, 1, 1), MergedCells::new(2, 3, 2, 2)];
    let read = Importing::new(std::slice::from_ref(&sheet)).read().unwrap();
    assert_eq!((read.units[1].building.as_str(), read.units[1].floor), ("3", 18));
    assert!(read.reading.unwrap().conclusions.contains(&Conclusion::MergedCellsFilled));
    // Over two columns, the second is not said.
    sheet.merged = vec![MergedCells::new(2, 3, 1, 2)];
    assert!(Importing::new(&[sheet]).read().is_err());
}

#[test]
fn a_hundred_titles_and_merges_take_no_time() {
    let wide: Vec<SheetCell> = (0..500).map(|at| SheetCell::from(&*format!("列{at}"))).collect();
    let mut sheet = Worksheet::new(vec![wide; 2_000]);
    sheet.merged = (1..2_000).map(|row| MergedCells::new(row, u32::MAX, 1, u32::MAX)).collect();
    let started = std::time::Instant::now();
    assert!(Importing::new(&[sheet]).read().is_err());
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

proptest! {
    #[test]
    fn no_sheet_panics(
        cells in proptest::collection::vec(proptest::collection::vec(
            ("(楼栋|楼层|户位|房号|建筑面积|总价（万元）|面积|备案|单价|合计|18|10-11|B1|[0-9.,万元㎡-]{0,6}|.{0,4})", 0_usize..6),
            0..8), 0..12),
        merged in proptest::collection::vec((0_u32..9, 0_u32..9, 0_u32..9, 0_u32..9), 0..5),
        name in proptest::option::of("(kaipan|房源|.{0,3})"),
    ) {
        let kinds = [
            CellKind::Text, CellKind::Number, CellKind::Date, CellKind::YesNo, CellKind::Error,
            CellKind::Formula,
        ];
        let rows = cells.into_iter().map(|row| {
            let cell = |(text, kind): (String, usize)| SheetCell { text: text.into(), kind: kinds[kind] };
            row.into_iter().map(cell).collect()
        });
        let mut sheet = Worksheet::new(rows.collect());
        sheet.merged =
            merged.into_iter().map(|(a, b, c, d)| MergedCells::new(a, b, c, d)).collect();
        sheet.name = name.map(Into::into);
        let sheets = [sheet.clone(), sheet];
        let _ = Importing::new(&sheets[..1]).read();
        let _ = Importing::new(&sheets).sheet("房源").read();
    }
}

#[test]
fn a_group_over_two_titles_reaches_no_further_than_its_merged_cells() {
    let above = row(&["楼栋", "楼层", "房号", "建筑面积", "备案价格", "", ""]);
    let below = row(&["", "", "", "", "备案单价", "备案总价", "表价"]);
    let home = row(&["1", "3", "301", "100", "10000", "1000000", "9900"]);
    let mut sheet = Worksheet::new(vec![above, below, home]);
    // Over two columns in row 1; the title beside it stands alone.
    let json = serde_json::json!({
        "first_row": 1, "last_row": 1, "first_column": 5, "last_column": 6
    });
    sheet.merged = vec![serde_json::from_value(json).unwrap()];
    let unit = Importing::new(&[sheet]).read().unwrap().units.remove(0);
    let prices = [unit.filed_price, unit.list_price].map(|price| price.unwrap().to_string());
    assert_eq!(prices, ["10000.00", "9900.00"]);
    assert_eq!(unit.filed_total.unwrap().to_string(), "1000000.00");
}
