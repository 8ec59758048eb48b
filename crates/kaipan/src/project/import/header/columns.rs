//! The columns that are known, with their titles: the one table that the reader and the reference
//! in the documentation are made of.

use crate::number::{Area, Money, UnitPrice};
use crate::project::Unit;
use crate::project::import::reading::ReadAs;

/// A column that [`crate::project::import_csv`] knows.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Name of the field of [`Unit`]; also accepted as a header.
    pub name: &'static str,
    /// Chinese headers; the first is the one to show.
    pub zh: &'static [&'static str],
    /// Whether a file must have it.
    pub required: bool,
    pub(in crate::project::import) put: Put,
}

/// What a cell holds and where it goes.
#[derive(Debug, Clone, Copy)]
pub(in crate::project::import) enum Put {
    Text(fn(&mut Unit, &str)),
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

/// The columns that [`crate::project::import_csv`] knows, besides `custom:NAME`.
///
/// Titles may end in their unit, such as `建筑面积（㎡）`, `总价(元)` or `总价（万元）`; spaces, line
/// breaks and width of letters do not count.
pub const COLUMNS: &[Column] = &[
    optional(
        "unit_no",
        &[
            "房号",
            "房间编号",
            "房源编号",
            "房间号",
            "房源编码",
            "房间编码",
            "房屋编号",
            "室号",
            "门牌号",
        ],
        Put::Text(|u, v| u.unit_no = v.into()),
    ),
    optional("name", &["房间名称", "房源名称"], Put::Text(|u, v| u.name = Some(v.into()))),
    required(
        "building",
        &[
            "楼栋",
            "幢号",
            "栋号",
            "楼栋名称",
            "座",
            "楼号",
            "楼幢",
            "楼栋号",
            "楼幢号",
            "栋",
            "幢",
            "楼座",
            "座号",
            "楼宇",
            "所属楼栋",
            "栋座",
        ],
        Put::Text(|u, v| u.building = v.into()),
    ),
    optional("stair", &["单元", "单元号", "单元名称"], Put::Text(|u, v| u.stair = Some(v.into()))),
    required("floor", &["楼层", "层", "所在楼层", "所在层", "楼层号", "层号"], Put::Floor),
    optional(
        "line",
        &["户位", "列", "室", "户号", "户序", "列号", "户位号"],
        Put::Text(|u, v| u.line = v.into()),
    ),
    optional("phase", &["分期", "期", "期数", "期别"], Put::Text(|u, v| u.phase = Some(v.into()))),
    optional("precinct", &["组团", "小区", "苑区"], Put::Text(|u, v| u.precinct = Some(v.into()))),
    optional(
        "layout",
        &["户型", "房型", "户型名称", "户型结构", "户型编号"],
        Put::Text(|u, v| u.layout = Some(v.into())),
    ),
    optional(
        "orientation",
        &["朝向", "房屋朝向"],
        Put::Text(|u, v| u.orientation = Some(v.into())),
    ),
    optional("view", &["景观", "视野"], Put::Text(|u, v| u.view = Some(v.into()))),
    optional(
        "fitout",
        &["装修标准", "装修", "交房标准", "装修情况", "装修状况", "交付标准"],
        Put::Text(|u, v| u.fitout = Some(v.into())),
    ),
    optional("noise", &["噪音"], Put::Text(|u, v| u.noise = Some(v.into()))),
    optional("daylight", &["采光"], Put::Text(|u, v| u.daylight = Some(v.into()))),
    optional(
        "product_type",
        &["业态", "产品类型", "物业类型", "房屋用途", "产品业态", "用途"],
        Put::Text(|u, v| u.product_type = Some(v.into())),
    ),
    required(
        "building_area",
        &[
            "建筑面积",
            "建面",
            "面积",
            "预测建筑面积",
            "预测面积",
            "预售面积",
            "预售建筑面积",
            "建积",
            "销售面积",
            "预测建面",
        ],
        Put::Area(|u, v| u.building_area = v),
    ),
    optional(
        "inside_area",
        &[
            "套内面积",
            "套内建筑面积",
            "户内面积",
            "套内",
            "预测套内面积",
            "预测套内建筑面积",
            "套内建面",
        ],
        Put::Area(|u, v| u.inside_area = Some(v)),
    ),
    optional(
        "shared_area",
        &["公摊面积", "分摊面积", "公摊", "分摊", "公用分摊面积", "分摊建筑面积"],
        Put::Area(|u, v| u.shared_area = Some(v)),
    ),
    optional("gift_area", &["赠送面积", "赠送"], Put::Area(|u, v| u.gift_area = Some(v))),
    optional(
        "surveyed_area",
        &["实测面积", "实测建筑面积", "实测建面"],
        Put::Area(|u, v| u.surveyed_area = Some(v)),
    ),
    optional(
        "surveyed_inside_area",
        &["实测套内面积", "实测套内建筑面积", "实测套内"],
        Put::Area(|u, v| u.surveyed_inside_area = Some(v)),
    ),
    optional(
        "registered_area",
        &["产权登记面积", "产权面积", "登记面积"],
        Put::Area(|u, v| u.registered_area = Some(v)),
    ),
    optional(
        "attached_to",
        &["所属房号", "附属于"],
        Put::Text(|u, v| u.attached_to = Some(v.into())),
    ),
    optional(
        "state",
        &["销控状态", "状态", "房态", "销售状态", "房源状态", "房间状态", "房屋状态", "销控"],
        Put::State,
    ),
    optional(
        "needs_price_confirmation",
        &["价格待确认"],
        Put::Flag(|u, v| u.needs_price_confirmation = v),
    ),
    optional(
        "batch",
        &["批次", "推盘批次", "推售批次", "开盘批次"],
        Put::Text(|u, v| u.batch = Some(v.into())),
    ),
    optional(
        "permit",
        &["预售许可证", "预售证号", "预售证", "预售许可证号", "许可证号"],
        Put::Text(|u, v| u.permit = Some(v.into())),
    ),
    optional(
        "list_price",
        &[
            "表价",
            "标准单价",
            "单价",
            "原表价",
            "表单价",
            "表价单价",
            "建面单价",
            "建筑单价",
            "建筑面积单价",
            "销售单价",
            "标价",
            "面价",
            "面价单价",
            "挂牌单价",
        ],
        Put::Price(|u, v| u.list_price = Some(v)),
    ),
    optional(
        "list_total",
        &[
            "标准总价",
            "总价",
            "房间总价",
            "原总价",
            "表价总价",
            "表总价",
            "房款总价",
            "销售总价",
            "标价总价",
            "面价总价",
            "总房款",
            "总价款",
            "挂牌总价",
        ],
        Put::Total(|u, v| u.list_total = Some(v)),
    ),
    optional(
        "floor_price",
        &["底价", "底价单价", "底单价", "销售底价"],
        Put::Price(|u, v| u.floor_price = Some(v)),
    ),
    optional("floor_total", &["底价总价", "底总价"], Put::Total(|u, v| u.floor_total = Some(v))),
    optional(
        "filed_price",
        &["备案价", "备案单价", "预售单价", "申报价", "申报单价", "物价备案单价", "备案价单价"],
        Put::Price(|u, v| u.filed_price = Some(v)),
    ),
    optional(
        "filed_total",
        &["备案总价", "预售总价", "申报总价", "物价备案总价", "备案价总价"],
        Put::Total(|u, v| u.filed_total = Some(v)),
    ),
    optional(
        "entered_total",
        &["录入总价", "一口价", "一口价总价"],
        Put::Total(|u, v| u.entered_total = Some(v)),
    ),
];

/// Units that an area is counted in.
pub(in crate::project::import) const AREA_UNITS: [&str; 8] =
    ["㎡", "m²", "m2", "m^2", "平方米", "平米", "平方", "sqm"];
const YUAN: [&str; 6] = ["元", "人民币元", "人民币", "yuan", "cny", "rmb"];
const TEN_THOUSAND_YUAN: [&str; 5] = ["万元", "万", "人民币万元", "10,000yuan", "10000yuan"];

impl ReadAs {
    /// The units that the title of a column may name; for prices per m², those of the amount.
    pub const fn units(self) -> &'static [&'static str] {
        match self {
            ReadAs::SquareMetres => &AREA_UNITS,
            ReadAs::Yuan | ReadAs::YuanPerSquareMetre => &YUAN,
            ReadAs::TenThousandYuan | ReadAs::TenThousandYuanPerSquareMetre => &TEN_THOUSAND_YUAN,
            ReadAs::Floor => &["层", "f"],
            ReadAs::Text | ReadAs::State | ReadAs::YesNo => &[],
        }
    }
}

impl Column {
    /// The column of this name or title, which is compact already.
    pub(in crate::project::import) fn named(title: &str) -> Option<&'static Column> {
        let written = title.replace('-', "_");
        let name = match &*written.trim_end_matches('.').replace('_', "") {
            // The list prices in force, as the price table calls them.
            "oldlistprice" => "list_price",
            "oldlisttotal" => "list_total",
            // As the English list of homes calls them, and people do.
            "unitno" | "unitnumber" => "unit_no",
            "status" | "salesstatus" | "salestatus" | "unitstatus" => "state",
            _ => return COLUMNS.iter().find(|column| column.answers(title, &written)),
        };
        COLUMNS.iter().find(|column| column.name == name)
    }

    /// Whether it goes by this title, or by this name with or without its underscores.
    fn answers(&self, title: &str, name: &str) -> bool {
        self.zh.contains(&title)
            || title.is_ascii()
                && (self.name == name
                    || self.name.bytes().filter(|&byte| byte != b'_').eq(name.bytes()))
    }

    /// How its cells are read where the title names no unit.
    pub fn read_as(&self) -> ReadAs {
        self.put.usual()
    }

    /// Its title in both languages.
    pub(in crate::project::import) fn label(&self) -> String {
        format!("{} / {}", self.zh.first().unwrap_or(&""), self.name)
    }
}

impl Put {
    /// How the values are read where the title names no unit.
    pub(super) fn usual(self) -> ReadAs {
        match self {
            Put::Text(_) => ReadAs::Text,
            Put::Area(_) => ReadAs::SquareMetres,
            Put::Price(_) => ReadAs::YuanPerSquareMetre,
            Put::Total(_) => ReadAs::Yuan,
            Put::Floor => ReadAs::Floor,
            Put::State => ReadAs::State,
            Put::Flag(_) => ReadAs::YesNo,
        }
    }

    /// How the values are read where the title names this unit; none if they cannot be in it.
    pub(super) fn counted_in(self, unit: &str) -> Option<ReadAs> {
        let money = |unit: &str| match unit {
            unit if YUAN.contains(&unit) => Some(false),
            unit if TEN_THOUSAND_YUAN.contains(&unit) => Some(true),
            _ => None,
        };
        match self {
            Put::Area(_) => AREA_UNITS.contains(&unit).then_some(ReadAs::SquareMetres),
            Put::Total(_) => {
                money(unit).map(|wan| if wan { ReadAs::TenThousandYuan } else { ReadAs::Yuan })
            }
            Put::Price(_) => {
                let yuan = match unit.split_once(['/', '每']) {
                    Some((yuan, area)) if AREA_UNITS.contains(&area) => yuan,
                    Some(_) => return None,
                    None => unit,
                };
                money(yuan).map(|wan| match wan {
                    true => ReadAs::TenThousandYuanPerSquareMetre,
                    false => ReadAs::YuanPerSquareMetre,
                })
            }
            Put::Floor => ReadAs::Floor.units().contains(&unit).then_some(ReadAs::Floor),
            Put::Text(_) | Put::State | Put::Flag(_) => None,
        }
    }

    /// Whether it holds numbers, which a wrong unit would falsify.
    pub(super) fn is_quantity(self) -> bool {
        matches!(self, Put::Area(_) | Put::Price(_) | Put::Total(_))
    }
}

/// Whether a text is a unit of some quantity.
pub(super) fn is_unit(text: &str) -> bool {
    let money = text.split(['/', '每']).next().unwrap_or(text);
    AREA_UNITS.contains(&text)
        || YUAN.contains(&money)
        || TEN_THOUSAND_YUAN.contains(&money)
        || [
            "千元",
            "百万元",
            "亿元",
            "亿",
            "美元",
            "港元",
            "usd",
            "hkd",
            "亩",
            "公顷",
            "平方尺",
            "尺",
        ]
        .contains(&money)
}
