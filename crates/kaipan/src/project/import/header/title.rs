//! What a title says: which column it is, and in what unit.

use super::columns::{Column, is_unit};
use super::others::{is_computed, other};
use crate::Text;
use crate::fold::fold;
use crate::project::import::reading::{ColumnSkip, ReadAs};

/// What the title of a column says.
#[derive(Clone)]
pub(in crate::project::import) enum Title {
    Field(&'static Column, ReadAs),
    Custom(Text),
    Skipped(ColumnSkip),
    /// A quantity in a unit that it cannot be in.
    WrongUnit(&'static Column, String),
    Unknown,
}

/// A title as it is looked up: folded, in small letters, without spaces and without the marks of
/// required columns.
pub(in crate::project::import) fn compact(title: &str) -> String {
    let folded = fold(title).to_lowercase();
    let letters: String = folded.chars().filter(|c| *c != ' ').collect();
    letters.trim_matches(['*', '★', '※', ':']).to_owned()
}

pub(in crate::project::import) fn snake_case(text: &str) -> String {
    fold(text).to_ascii_lowercase().replace([' ', '-'], "_")
}

impl Title {
    /// Reads the title of a column. In kaipan's own price table (`own`) results are known too.
    pub(super) fn read(written: &str, own: bool) -> Title {
        if written.is_empty() {
            return Title::Unknown;
        }
        let folded = fold(written);
        let custom = folded
            .split_once(':')
            .filter(|(word, name)| word.eq_ignore_ascii_case("custom") && !name.trim().is_empty());
        if let Some((_, name)) = custom {
            return Title::Custom(Text::from(name));
        }
        if own
            && (is_computed(&folded) || bracketed(&folded).is_some_and(|(of, _)| is_computed(of)))
        {
            return Title::Skipped(ColumnSkip::Computed);
        }
        let title = compact(written);
        let skipped = other(&title).map(Title::Skipped);
        skipped
            .or_else(|| field(&title))
            .or_else(|| other_in_unit(&title))
            .unwrap_or(Title::Unknown)
    }

    /// Reads a title in two rows: `备案` over `单价`, `面积（㎡）` over `套内`, `总价` over `（万元）`.
    pub(super) fn read_two(group: &str, below: &str, own: bool) -> Title {
        if group.is_empty() || below.is_empty() || group == below {
            return Title::read(if below.is_empty() { group } else { below }, own);
        }
        let (group, below) = (compact(group), compact(below));
        let (stem, unit) = bracketed(&group).unwrap_or((&group, ""));
        let with_unit = |title: String| match unit {
            "" => title,
            unit => format!("{title}({unit})"),
        };
        let short = ["信息", "价格", "面积", "情况", "价", "类"];
        let short = short.iter().find_map(|end| stem.strip_suffix(end)).unwrap_or(stem);
        let together = [
            with_unit(format!("{stem}{below}")),
            with_unit(format!("{below}{stem}")),
            with_unit(format!("{short}{below}")),
            format!("{stem}{below}"),
        ];
        let together = together.iter().find_map(|title| field(title));
        if let Some(known) = together {
            return known;
        }
        match Title::read(&with_unit(below.clone()), own) {
            Title::Unknown => {}
            known if says_group(&below, short) => return known,
            known => return said_alone(known, stem),
        }
        match Title::read(&below, own) {
            known if says_group(&below, short) => known,
            known => said_alone(known, stem),
        }
    }

    /// The column it is.
    pub(super) fn column(&self) -> Option<&'static Column> {
        match self {
            Title::Field(column, _) => Some(column),
            _ => None,
        }
    }
}

/// The lower title says the group itself, as 备案单价 does under 备案价格.
fn says_group(below: &str, group: &str) -> bool {
    !group.is_empty() && below.starts_with(group)
}

/// A lower title by itself. Under a group that may change what a number means, it is not known.
fn said_alone(below: Title, group: &str) -> Title {
    const NEUTRAL: [&str; 24] = [
        "房源信息",
        "房屋信息",
        "房间信息",
        "基本信息",
        "基础信息",
        "房源",
        "房屋",
        "面积",
        "面积信息",
        "价格",
        "价格信息",
        "房价",
        "销售价格",
        "销售信息",
        "表价",
        "标准价",
        "标准价格",
        "标价",
        "预测",
        "预测面积",
        "预售面积",
        "建筑面积",
        "面价",
        "价格情况",
    ];
    match &below {
        Title::Field(column, _) if column.put.is_quantity() && !NEUTRAL.contains(&group) => {
            Title::Unknown
        }
        _ => below,
    }
}

/// Bytes of the longest title that is looked at: none that is known is half as long.
const LONGEST: usize = 120;

/// A column that is not read, with a unit at its end: `成交总价（万元）`, `得房率(%)`.
fn other_in_unit(title: &str) -> Option<Title> {
    if title.len() > LONGEST {
        return None;
    }
    let of = |(base, unit): (&str, &str)| other(base).filter(|_| is_unit(unit) || unit == "%");
    let why = bracketed(title).and_then(of).or_else(|| endings(title).find_map(of));
    why.map(Title::Skipped)
}

/// A title and what may be a unit at its end, `总价/万元` or `面积㎡`: the longest title first.
fn endings(title: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = title.char_indices().skip(1).map(|(at, _)| at).collect::<Vec<_>>();
    let splits = ends.into_iter().rev().filter_map(|at| title.split_at_checked(at));
    splits.map(|(base, unit)| (base, unit.trim_start_matches(['/', ':', '-', '_'])))
}

/// The field that a compact title names, with or without a unit at its end.
fn field(title: &str) -> Option<Title> {
    if title.len() > LONGEST {
        return None;
    }
    if let Some(column) = Column::named(title) {
        return Some(Title::Field(column, column.put.usual()));
    }
    let of = |(base, unit): (&str, &str)| -> Option<Title> {
        let column = Column::named(base)?;
        if let Some(read_as) = column.put.counted_in(unit) {
            return Some(Title::Field(column, read_as));
        }
        let wrong = column.put.is_quantity() && is_unit(unit);
        wrong.then(|| Title::WrongUnit(column, unit.to_owned()))
    };
    if let Some((base, inside)) = bracketed(title) {
        // 建筑面积（实测） is 实测建筑面积.
        let turned = || Column::named(&format!("{inside}{base}"));
        return of((base, inside))
            .or_else(|| turned().map(|column| Title::Field(column, column.put.usual())));
    }
    endings(title).find_map(of)
}

/// What stands before brackets at the end, and in them.
fn bracketed(title: &str) -> Option<(&str, &str)> {
    let pairs = [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕')];
    pairs.iter().find_map(|(open, close)| {
        let (base, inside) = title.strip_suffix(*close)?.rsplit_once(*open)?;
        Some((base, inside.trim_start_matches("单位:")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> String {
        shown(&Title::read(title, false))
    }

    fn shown(title: &Title) -> String {
        match title {
            Title::Field(column, read_as) => format!("{} {}", column.name, read_as.word()),
            Title::Custom(name) => format!("custom:{name}"),
            Title::Skipped(why) => format!("skipped {}", why.word()),
            Title::WrongUnit(column, unit) => format!("{} not in {unit}", column.name),
            Title::Unknown => "unknown".to_owned(),
        }
    }

    #[test]
    fn titles_with_their_units() {
        for (title, expected) in [
            ("建筑面积", "building_area square_metres"),
            ("建面", "building_area square_metres"),
            ("建筑面积\n（㎡）", "building_area square_metres"),
            ("面积㎡", "building_area square_metres"),
            ("总 价（万元）", "list_total ten_thousand_yuan"),
            ("总价/万元", "list_total ten_thousand_yuan"),
            ("总价万元", "list_total ten_thousand_yuan"),
            ("总价（单位：元）", "list_total yuan"),
            ("单价(元/㎡)", "list_price yuan_per_square_metre"),
            ("单价（万元/平方米）", "list_price ten_thousand_yuan_per_square_metre"),
            ("单价元/㎡", "list_price yuan_per_square_metre"),
            ("底单价", "floor_price yuan_per_square_metre"),
            ("表单价", "list_price yuan_per_square_metre"),
            ("*房间号：", "unit_no text"),
            ("楼号", "building text"),
            ("房态", "state state"),
            ("建筑面积（实测）", "surveyed_area square_metres"),
            ("Building Area (sqm)", "building_area square_metres"),
            ("product-type", "product_type text"),
            ("Unit No.", "unit_no text"),
            ("Sales Status", "state state"),
            ("建筑面积（万元）", "building_area not in 万元"),
            ("总价（㎡）", "list_total not in ㎡"),
            ("总价（千元）", "list_total not in 千元"),
            ("custom: 得房率", "custom:得房率"),
            ("序号", "skipped serial_number"),
            ("备 注", "skipped remark"),
            ("客户姓名", "skipped other_matter"),
            ("套内单价", "skipped computed"),
            ("套内单价（元/㎡）", "skipped computed"),
            ("得房率(%)", "skipped computed"),
            ("使用率%", "skipped computed"),
            ("成交总价（万元）", "skipped other_matter"),
            ("成交单价(元/㎡)", "skipped other_matter"),
            ("成交总价/元", "skipped other_matter"),
            ("成交总价（税前）", "unknown"),
            ("优惠价", "unknown"),
            ("户型（旧）", "unknown"),
        ] {
            assert_eq!(read(title), expected, "{title}");
        }
    }

    #[test]
    fn titles_in_two_rows() {
        for (group, below, expected) in [
            ("面积（㎡）", "建筑", "building_area square_metres"),
            ("面积", "套内", "inside_area square_metres"),
            ("备案价格", "单价", "filed_price yuan_per_square_metre"),
            ("备案", "总价（万元）", "filed_total ten_thousand_yuan"),
            ("底价", "总价", "floor_total yuan"),
            ("表价", "单价", "list_price yuan_per_square_metre"),
            ("价格（万元）", "总价", "list_total ten_thousand_yuan"),
            ("总价", "（万元）", "list_total ten_thousand_yuan"),
            ("楼栋", "", "building text"),
            ("房源信息", "楼层", "floor floor"),
            ("优惠后", "单价", "unknown"),
            ("备案价格", "备案单价", "filed_price yuan_per_square_metre"),
            ("备案价格（万元）", "备案总价", "filed_total ten_thousand_yuan"),
            ("套内", "套内面积", "inside_area square_metres"),
            ("备案价格", "表价", "unknown"),
            ("实测", "建筑面积", "surveyed_area square_metres"),
        ] {
            assert_eq!(shown(&Title::read_two(group, below, false)), expected, "{group}/{below}");
        }
    }
}
