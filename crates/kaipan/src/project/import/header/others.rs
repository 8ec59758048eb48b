//! Columns that a table may have besides those of a unit.

use crate::fold::fold;
use crate::project::import::reading::ColumnSkip;

/// Titles of columns that count rows, remark, or are about something else.
pub(in crate::project::import) const OTHERS: &[(ColumnSkip, &[&str])] = &[
    (
        ColumnSkip::SerialNumber,
        &["序号", "序", "项次", "行号", "no", "no.", "#", "s/n", "serial", "serialnumber"],
    ),
    (
        ColumnSkip::Remark,
        &[
            "备注",
            "说明",
            "备注说明",
            "注",
            "其他说明",
            "remark",
            "remarks",
            "note",
            "notes",
            "comment",
            "comments",
        ],
    ),
    (
        ColumnSkip::Computed,
        &["套内单价", "套内均价", "得房率", "使用率", "insideunitprice", "efficiencyratio"],
    ),
    (
        ColumnSkip::OtherMatter,
        &[
            "项目",
            "项目名称",
            "楼盘",
            "楼盘名称",
            "总楼层",
            "总层数",
            "客户",
            "客户姓名",
            "客户名称",
            "买受人",
            "购房人",
            "业主",
            "业主姓名",
            "电话",
            "联系电话",
            "手机",
            "手机号",
            "身份证号",
            "置业顾问",
            "销售顾问",
            "业务员",
            "认购日期",
            "认购时间",
            "签约日期",
            "签约时间",
            "成交日期",
            "成交价",
            "成交单价",
            "成交总价",
            "付款方式",
            "按揭银行",
            "合同编号",
            "customer",
            "customername",
            "buyer",
            "phone",
            "agent",
            "project",
        ],
    ),
];

/// Why a column of this title, which is compact already, is not read.
pub(super) fn other(title: &str) -> Option<ColumnSkip> {
    let holds = |titles: &[&str]| titles.contains(&title);
    OTHERS.iter().find(|(_, titles)| holds(titles)).map(|(why, _)| *why)
}

/// What the price table has besides the columns of a unit: its results, in both languages.
const COMPUTED: [(&str, &str); 19] = [
    ("方案", "scheme"),
    ("价格来源", "source"),
    ("基准价", "base_price"),
    ("总系数", "total_coefficient"),
    ("总差价", "total_difference"),
    ("取整前单价", "raw_price"),
    ("计价单价", "unit_price"),
    ("建筑面积单价", "building_unit_price"),
    ("套内单价", "inside_unit_price"),
    ("计价总价", "total"),
    ("调平步数", "levelled_steps"),
    ("备案偏差率", "filed_deviation"),
    ("按率底价", "floor_price_by_rate"),
    ("按率底价总价", "floor_total_by_rate"),
    ("楼栋业态", "building_product_type"),
    ("总价变动", "change"),
    ("变动率", "change_rate"),
    ("标记", "flags"),
    ("提示", "findings"),
];

/// Whether the header is that of kaipan's own price table, whose results say nothing of a unit.
/// Elsewhere such a column is unknown.
pub(super) fn is_price_table<'a>(titles: impl Iterator<Item = &'a str> + Clone) -> bool {
    let has = |zh: &str, en: &str| {
        titles.clone().any(|title| {
            let title = fold(title);
            title == zh || as_name(&title) == en
        })
    };
    has("价格来源", "source") && has("计价单价", "unit_price")
}

/// A title in words as the name of a field: `Building unit price`.
fn as_name(title: &str) -> String {
    title.to_ascii_lowercase().replace(' ', "_")
}

/// Whether a column of the price table is a result.
pub(super) fn is_computed(title: &str) -> bool {
    let title = &*fold(title);
    let name = as_name(title);
    title.starts_with("因素:")
        || title.starts_with("factor:")
        || COMPUTED.iter().any(|(zh, en)| title == *zh || name == *en)
}
