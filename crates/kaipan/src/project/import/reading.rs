//! What was understood of a sheet: its columns, and what was left out and why.

use crate::error::Lang;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// How a sheet was read. A person looks at it before anything is priced.
#[boundary(answer)]
#[derive(Default)]
pub struct SheetReading {
    /// Name of the sheet; none for CSV text.
    pub sheet: Option<Label>,
    /// Other sheets of the spreadsheet, which were not read.
    pub other_sheets: Vec<Label>,
    /// First row of the header, counted from 1 as the spreadsheet shows it.
    pub first_header_row: u32,
    /// Last row of the header.
    pub last_header_row: u32,
    /// The columns that were read, from left to right.
    #[boundary(required)]
    pub columns: Vec<ReadColumn>,
    /// The columns that were not read.
    pub skipped_columns: Vec<SkippedColumn>,
    /// The rows that hold no unit, but for empty ones at the end.
    pub skipped_rows: Vec<SkippedRows>,
    /// What was concluded from the sheet as a whole.
    pub conclusions: Vec<Conclusion>,
}

/// A column that was read.
#[boundary(answer)]
pub struct ReadColumn {
    /// The column as the spreadsheet names it, such as `C`.
    pub column: Text,
    /// Its title as written; of a title in two rows, both with a slash between.
    pub title: Label,
    /// Field of a unit that it fills, or `custom:NAME`.
    pub field: Text,
    /// How its cells were read.
    pub read_as: ReadAs,
    /// Words that stand for a choice, such as states, each as it was read.
    pub words: Vec<ReadWord>,
}

/// A word of a column and what it was read as.
#[boundary(answer)]
pub struct ReadWord {
    /// The word as written; empty for cells with nothing in them.
    pub written: Label,
    /// The choice that it was read as, such as `on_sale`.
    pub meaning: Text,
    /// How many cells have it.
    pub cells: u32,
}

/// A column that was not read.
#[boundary(answer)]
pub struct SkippedColumn {
    /// The column as the spreadsheet names it, such as `A`.
    pub column: Text,
    /// Its title as written; empty if it has none.
    pub title: Label,
    /// Why it was not read.
    pub why: ColumnSkip,
}

/// Rows, one after the other, that hold no unit.
#[boundary(answer)]
pub struct SkippedRows {
    /// The first of them, as the spreadsheet counts.
    pub first: u32,
    /// The last of them.
    pub last: u32,
    /// Why they were not read.
    pub why: RowSkip,
    /// The first text in them.
    pub text: Option<Label>,
}

/// Gives the words of an enumeration in both languages.
macro_rules! in_both_languages {
    ($name:ident: $($variant:ident = $zh:literal, $en:literal;)*) => {
        impl $name {
            /// In words, for people.
            pub const fn text(self, lang: Lang) -> &'static str {
                match (self, lang) {
                    $(($name::$variant, Lang::Zh) => $zh,
                    ($name::$variant, Lang::En) => $en,)*
                }
            }
        }
    };
}

/// How the cells of a column were read.
#[boundary]
pub enum ReadAs {
    /// As text.
    #[default]
    Text,
    /// As a floor, or both floors of a duplex.
    Floor,
    /// As an area in m².
    SquareMetres,
    /// As yuan per m².
    YuanPerSquareMetre,
    /// As 10,000 yuan per m².
    TenThousandYuanPerSquareMetre,
    /// As yuan.
    Yuan,
    /// As 10,000 yuan (万元).
    TenThousandYuan,
    /// As a state of stock control.
    State,
    /// As yes or no.
    YesNo,
}

in_both_languages! { ReadAs:
    Text = "文本", "text";
    Floor = "楼层", "floor";
    SquareMetres = "平方米", "m²";
    YuanPerSquareMetre = "元/㎡", "yuan/m²";
    TenThousandYuanPerSquareMetre = "万元/㎡", "10,000 yuan/m²";
    Yuan = "元", "yuan";
    TenThousandYuan = "万元", "10,000 yuan";
    State = "销控状态", "state";
    YesNo = "是否", "yes or no";
}

/// Why a column was not read.
#[boundary]
pub enum ColumnSkip {
    /// It has no title and nothing in it.
    Empty,
    /// 序号: it counts the rows.
    SerialNumber,
    /// 备注: remarks.
    Remark,
    /// It follows from other columns, such as the results of a price table.
    Computed,
    /// It is about something else: buyers, deals, the project as a whole.
    OtherMatter,
}

in_both_languages! { ColumnSkip:
    Empty = "空列", "empty";
    SerialNumber = "序号", "serial number";
    Remark = "备注", "remarks";
    Computed = "由其他列算出", "computed from others";
    OtherMatter = "不属于房源", "not about the unit";
}

/// Why rows were not read.
#[boundary]
pub enum RowSkip {
    /// They stand above the header.
    Title,
    /// They have nothing in them, or nothing but a serial number.
    Empty,
    /// 合计 / 小计: totals and averages.
    Total,
    /// They repeat the header, as on every printed page.
    RepeatedHeader,
    /// A note or signatures below the table.
    Note,
    /// A heading over the whole width between units.
    Section,
}

in_both_languages! { RowSkip:
    Title = "表头之上", "above the header";
    Empty = "空行", "empty";
    Total = "合计", "totals";
    RepeatedHeader = "重复的表头", "header repeated";
    Note = "说明或签字", "note or signatures";
    Section = "分段标题", "heading of a section";
}

/// What was concluded from a sheet as a whole.
#[boundary]
pub enum Conclusion {
    /// There is no column of unit numbers: they are `building-stair-floorline`.
    UnitNumbersComposed,
    /// Unit numbers repeat between buildings: building and stair stand before them.
    UnitNumbersPrefixed,
    /// There is no column of lines: the line is what follows the floor in the number of the unit.
    LinesFromUnitNumbers,
    /// Lines are written with their floor in front, as room numbers: the floor is taken off.
    LinesWithoutFloor,
    /// Cells under a merged one were read as if they held the same.
    MergedCellsFilled,
    /// Several sheets have the same columns and different buildings: they were read together.
    SheetsReadTogether,
}

in_both_languages! { Conclusion:
    UnitNumbersComposed = "没有房号列：房号由楼栋、单元、楼层和户位组成",
        "no column of unit numbers: they are made of building, stair, floor and line";
    UnitNumbersPrefixed = "各楼栋的房号有重复：前面加上楼栋和单元",
        "unit numbers repeat between buildings: building and stair were put before them";
    LinesFromUnitNumbers = "没有户位列：户位取房号中楼层之后的部分",
        "no column of lines: the line is what follows the floor in the unit number";
    LinesWithoutFloor = "户位列写的是室号：去掉了前面的楼层",
        "the column of lines holds room numbers: the floor in front was taken off";
    MergedCellsFilled = "合并单元格按每行相同读取",
        "merged cells were read as the same in every row";
    SheetsReadTogether = "各工作表列相同、楼栋不同：合在一起读取",
        "several sheets have the same columns and different buildings: they were read together";
}
