//! Reports beside tables made by hand.

area! { $ report_hand
    ReportHandColumn = 2780 Report Violation "report.hand_column" {
        zh: "《{title_zh}》没有“{column}”这一栏",
        en: "the report \"{name}\" has no column \"{column}\"",
        mend_zh: "用该报表各栏的名称",
        mend_en: "take the key of a column of the report"
    }
    ReportHandColumnTwice = 2781 Report Violation "report.hand_column_twice" {
        zh: "手工表里“{column}”这一栏出现两次",
        en: "the table by hand has the column \"{column}\" twice",
        mend_zh: "去掉一栏",
        mend_en: "leave one of them out"
    }
    ReportHandKey = 2782 Report Violation "report.hand_key" {
        zh: "手工表没有用来对应各行的“{column}”这一栏",
        en: "rows are to be told apart by \"{column}\", which is no column of the table by hand",
        mend_zh: "补上这一栏，或改用手工表有的栏",
        mend_en: "add the column, or take one that the table has"
    }
    ReportHandNoKey = 2783 Report Violation "report.hand_no_key" {
        zh: "手工表没有《{title_zh}》的任何首要栏目，各行无从对应",
        en: "the table by hand has none of the leading columns of the report \"{name}\", by which its rows could be told apart",
        mend_zh: "补上单位、房号等栏，或指明用哪些栏对应",
        mend_en: "add columns such as node or unit, or say which columns tell rows apart"
    }
    ReportHandCells = 2784 Report Violation "report.hand_cells" {
        zh: "这一行有 {cells:number} 格，应有 {columns:number} 格",
        en: "the cells of the row are {cells:number}, the columns {columns:number}",
        mend_zh: "空格也要给出",
        mend_en: "give every cell, the empty ones too"
    }
    ReportHandRepeated = 2785 Report Warning "report.hand_repeated" {
        zh: "“{key}”有不止一行，按先后对应",
        en: "\"{key}\" has more than one row; they are paired in their order",
        mend_zh: "用更多的栏区分各行",
        mend_en: "tell rows apart by more columns"
    }
    ReportHandHidden = 2786 Report Warning "report.hand_hidden" {
        zh: "有 {count:number} 格查看人无权看到，没有核对",
        en: "{count:number} cells are hidden from the reader and were not compared",
        mend_zh: "由有权查看的人核对",
        mend_en: "let somebody compare them who may see them"
    }
    ReportHandPart = 2787 Report Info "report.hand_part" {
        zh: "报表共 {all:number} 栏，手工表缺 {count:number} 栏，没有核对",
        en: "of {all:number} columns of the report the table by hand lacks {count:number}; they were not compared",
        mend_zh: "需要核对的栏，在手工表里补上",
        mend_en: "add those that have to be compared"
    }
}
