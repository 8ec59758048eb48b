use super::guard::content;
use crate::fold::fold;
use crate::number::{Area, Money, UnitPrice};
use crate::project::Unit;

/// A column that [`super::import_csv`] knows.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Name of the field of [`Unit`]; also accepted as a header.
    pub name: &'static str,
    /// Chinese headers; the first is the one to show.
    pub zh: &'static [&'static str],
    /// Whether a file must have it.
    pub required: bool,
    pub(super) put: Put,
}

/// What a cell holds and where it goes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Put {
    Text(fn(&mut Unit, String)),
    Area(fn(&mut Unit, Area)),
    Price(fn(&mut Unit, UnitPrice)),
    Total(fn(&mut Unit, Money)),
    Floor,
    State,
    Flag(fn(&mut Unit, bool)),
}

const fn required(name: &'static str, zh: &'static [&'static str], put: Put) -> Column {
    Column { name, zh, required: true, put }
}

const fn optional(name: &'static str, zh: &'static [&'static str], put: Put) -> Column {
    Column { name, zh, required: false, put }
}

/// The columns that [`super::import_csv`] knows, besides `custom:NAME`.
///
/// Headers may end in their unit, such as `建筑面积（㎡）` or `总价(元)`; other units, such as
/// 万元, are not accepted.
pub const COLUMNS: &[Column] = &[
    optional("unit_no", &["房号", "房间编号", "房源编号"], Put::Text(|u, v| u.unit_no = v.into())),
    optional("name", &["房间名称"], Put::Text(|u, v| u.name = Some(v.into()))),
    required(
        "building",
        &["楼栋", "幢号", "栋号", "楼栋名称", "座"],
        Put::Text(|u, v| u.building = v.into()),
    ),
    optional("stair", &["单元"], Put::Text(|u, v| u.stair = Some(v.into()))),
    required("floor", &["楼层", "层"], Put::Floor),
    required("line", &["户位", "列", "室", "户号"], Put::Text(|u, v| u.line = v.into())),
    optional("phase", &["分期", "期"], Put::Text(|u, v| u.phase = Some(v.into()))),
    optional("precinct", &["组团", "小区", "苑区"], Put::Text(|u, v| u.precinct = Some(v.into()))),
    optional("layout", &["户型", "房型"], Put::Text(|u, v| u.layout = Some(v.into()))),
    optional("orientation", &["朝向"], Put::Text(|u, v| u.orientation = Some(v.into()))),
    optional("view", &["景观", "视野"], Put::Text(|u, v| u.view = Some(v.into()))),
    optional(
        "fitout",
        &["装修标准", "装修", "交房标准"],
        Put::Text(|u, v| u.fitout = Some(v.into())),
    ),
    optional("noise", &["噪音"], Put::Text(|u, v| u.noise = Some(v.into()))),
    optional("daylight", &["采光"], Put::Text(|u, v| u.daylight = Some(v.into()))),
    optional(
        "product_type",
        &["业态", "产品类型"],
        Put::Text(|u, v| u.product_type = Some(v.into())),
    ),
    required("building_area", &["建筑面积"], Put::Area(|u, v| u.building_area = v)),
    optional(
        "inside_area",
        &["套内面积", "套内建筑面积", "户内面积"],
        Put::Area(|u, v| u.inside_area = Some(v)),
    ),
    optional("shared_area", &["公摊面积", "分摊面积"], Put::Area(|u, v| u.shared_area = Some(v))),
    optional("gift_area", &["赠送面积"], Put::Area(|u, v| u.gift_area = Some(v))),
    optional(
        "surveyed_area",
        &["实测面积", "实测建筑面积"],
        Put::Area(|u, v| u.surveyed_area = Some(v)),
    ),
    optional(
        "surveyed_inside_area",
        &["实测套内面积"],
        Put::Area(|u, v| u.surveyed_inside_area = Some(v)),
    ),
    optional(
        "registered_area",
        &["产权登记面积", "产权面积"],
        Put::Area(|u, v| u.registered_area = Some(v)),
    ),
    optional(
        "attached_to",
        &["所属房号", "附属于"],
        Put::Text(|u, v| u.attached_to = Some(v.into())),
    ),
    optional("state", &["销控状态", "状态"], Put::State),
    optional(
        "needs_price_confirmation",
        &["价格待确认"],
        Put::Flag(|u, v| u.needs_price_confirmation = v),
    ),
    optional("batch", &["批次", "推盘批次"], Put::Text(|u, v| u.batch = Some(v.into()))),
    optional("permit", &["预售许可证", "预售证号"], Put::Text(|u, v| u.permit = Some(v.into()))),
    optional(
        "list_price",
        &["表价", "标准单价", "单价", "原表价"],
        Put::Price(|u, v| u.list_price = Some(v)),
    ),
    optional(
        "list_total",
        &["标准总价", "总价", "房间总价", "原总价"],
        Put::Total(|u, v| u.list_total = Some(v)),
    ),
    optional("floor_price", &["底价", "底价单价"], Put::Price(|u, v| u.floor_price = Some(v))),
    optional("floor_total", &["底价总价"], Put::Total(|u, v| u.floor_total = Some(v))),
    optional(
        "filed_price",
        &["备案价", "备案单价", "预售单价", "申报价"],
        Put::Price(|u, v| u.filed_price = Some(v)),
    ),
    optional(
        "filed_total",
        &["备案总价", "预售总价", "申报总价"],
        Put::Total(|u, v| u.filed_total = Some(v)),
    ),
    optional(
        "entered_total",
        &["录入总价", "一口价"],
        Put::Total(|u, v| u.entered_total = Some(v)),
    ),
];

/// What the price table has besides the columns of a unit: its results, in both languages.
const COMPUTED: [(&str, &str); 17] = [
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
            let title = content(title);
            title == zh || snake_case(&title) == en
        })
    };
    has("价格来源", "source") && has("计价单价", "unit_price")
}

/// Whether a column of the price table is a result.
pub(super) fn is_computed(title: &str) -> bool {
    let name = snake_case(title);
    title.starts_with("因素:")
        || title.starts_with("factor:")
        || COMPUTED.iter().any(|(zh, en)| title == *zh || name == *en)
}

impl Column {
    /// The column with this header, if there is one.
    pub(super) fn find(header: &str) -> Option<&'static Column> {
        let header = &*fold(header);
        let named = |text: &str| {
            let name = snake_case(text);
            // The list prices in force, as the price table calls them.
            let name = match name.as_str() {
                "old_list_price" => "list_price",
                "old_list_total" => "list_total",
                other => other,
            };
            COLUMNS.iter().find(|column| column.name == name || column.zh.contains(&text))
        };
        named(header).or_else(|| {
            let open = header.strip_suffix(')')?;
            let (text, unit) = open.rsplit_once('(')?;
            named(text.trim_end()).filter(|column| column.put.accepts_unit(unit))
        })
    }

    /// Whether its cells are numbers: areas, prices and totals.
    pub fn is_number(&self) -> bool {
        matches!(self.put, Put::Area(_) | Put::Price(_) | Put::Total(_))
    }

    pub(super) fn label(&self) -> String {
        format!("{} / {}", self.zh.first().unwrap_or(&""), self.name)
    }
}

impl Put {
    /// Whether the values are counted in this unit: a total in 万元 must not pass as yuan.
    fn accepts_unit(self, unit: &str) -> bool {
        const AREA: [&str; 8] = ["㎡", "m²", "m2", "m^2", "平方米", "平米", "平方", "sqm"];
        const YUAN: [&str; 6] = ["元", "人民币元", "人民币", "yuan", "cny", "rmb"];
        let unit = unit.trim().to_ascii_lowercase();
        match self {
            Put::Area(_) => AREA.contains(&&*unit),
            Put::Total(_) => YUAN.contains(&&*unit),
            Put::Price(_) => match unit.split_once(['/', '每']) {
                Some((yuan, area)) => YUAN.contains(&yuan.trim()) && AREA.contains(&area.trim()),
                None => YUAN.contains(&&*unit),
            },
            Put::Floor => ["层", "f"].contains(&&*unit),
            Put::Text(_) | Put::State | Put::Flag(_) => false,
        }
    }
}

pub(super) fn snake_case(text: &str) -> String {
    fold(text).to_ascii_lowercase().replace([' ', '-'], "_")
}
