//! The options of `kaipan adjust`.

use crate::args::{ARGUMENTS, BillFormat, Color, OPTIONS};
use crate::output::{Output, output};
use crate::values::{average, date, floor_rate, floors, named, per_area, percent, width, yuan};
use clap::Args as ClapArgs;
use kaipan::number::{Figure, Money, Rate, UnitPrice};
use kaipan::project::FloorRange;
use kaipan::{Date, Text};
use std::path::PathBuf;

const MODES: &str = "How prices change, one of / 调价方式（选一）";
const UNITS: &str = "Which homes / 范围";

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
#[command(group(clap::ArgGroup::new("mode").required(true).multiple(false)
    .args(["percent", "amount", "total_amount", "average", "prices", "scheme"])))]
pub(crate) struct AdjustArgs {
    /// Folder with project.json and units.csv / 项目文件夹
    #[arg(value_name = "PROJECT", help_heading = ARGUMENTS)]
    pub(crate) project: PathBuf,
    /// By percent: 2 is 2 % more, -1.5 is 1.5 % less / 按百分比：2 为上调 2%，-1.5 为下调 1.5%
    #[arg(long, value_name = "PERCENT", value_parser = percent, allow_hyphen_values = true,
        help_heading = MODES)]
    pub(crate) percent: Option<Figure>,
    /// By yuan per m² of building area, more or (with a minus) less / 每平米加减多少元
    #[arg(long, value_name = "YUAN_PER_M2", value_parser = per_area,
        allow_hyphen_values = true, help_heading = MODES)]
    pub(crate) amount: Option<UnitPrice>,
    /// By yuan per home, more or less / 每套加减多少元
    #[arg(long, value_name = "AMOUNT", value_parser = yuan, allow_hyphen_values = true,
        help_heading = MODES)]
    pub(crate) total_amount: Option<Money>,
    /// All by one factor, to this average / 同比例调到该均价
    #[arg(long, value_name = "YUAN_PER_M2", value_parser = average, help_heading = MODES)]
    pub(crate) average: Option<UnitPrice>,
    /// To the prices of a spreadsheet: unit number, and new unit price or total, floor price
    /// / 按价格表：房号、新单价或新总价，可有新底价
    #[arg(long, value_name = "FILE", help_heading = MODES)]
    pub(crate) prices: Option<PathBuf>,
    /// Sheet of the spreadsheet of prices / 价格表所在的工作表
    #[arg(long, value_name = "NAME", value_parser = named, requires = "prices",
        help_heading = MODES)]
    pub(crate) sheet: Option<Text>,
    /// Priced anew by a scheme of the project (code or name), by "all" of them, or by a JSON file of
    /// schemes / 按项目的方案（编码或名称）、全部方案“all”或方案文件重新定价
    #[arg(long, value_name = "SCHEME", value_parser = named, help_heading = MODES)]
    pub(crate) scheme: Option<Text>,
    /// With --average: by the same amount per m² instead of the same factor
    /// / 与“--average”同用：每平米加减同样的金额，而不是同比例
    #[arg(long, help_heading = MODES)]
    pub(crate) shift: bool,
    /// New floor prices as a share of the new list prices: 92% or 0.92 / 新底价占新表价的比例：写作“92%”或“0.92”
    #[arg(long, value_name = "RATE", value_parser = floor_rate, help_heading = MODES)]
    pub(crate) floor_rate: Option<Rate>,
    /// Homes of this building; may be repeated / 该楼栋，可重复
    #[arg(long, value_name = "NAME", value_parser = named, help_heading = UNITS)]
    pub(crate) building: Vec<Text>,
    /// Homes of this layout; may be repeated / 该户型，可重复
    #[arg(long, value_name = "NAME", value_parser = named, help_heading = UNITS)]
    pub(crate) layout: Vec<Text>,
    /// Homes of this kind of product; may be repeated / 该业态，可重复
    #[arg(long, value_name = "NAME", value_parser = named, help_heading = UNITS)]
    pub(crate) product_type: Vec<Text>,
    /// Homes on these floors, 10-18 or 5; may be repeated / 这些楼层，如“10-18”“5”，可重复
    #[arg(long, value_name = "FLOORS", value_parser = floors, allow_hyphen_values = true,
        help_heading = UNITS)]
    pub(crate) floor: Vec<FloorRange>,
    /// This home; may be repeated / 该房号，可重复
    #[arg(long, value_name = "UNIT", value_parser = named, help_heading = UNITS)]
    pub(crate) unit: Vec<Text>,
    /// Homes of a selection in a JSON file, as in operations / JSON 文件里的选择条件，同操作中的“select”
    #[arg(long, value_name = "FILE", help_heading = UNITS,
        conflicts_with_all = ["building", "layout", "product_type", "floor", "unit"])]
    pub(crate) select: Option<PathBuf>,
    /// In the same bill, other homes in another way: "percent=-1,building=3"; may be repeated
    /// / 同一张单里的其他房间按别的方式调：“percent=-1,building=3”，可重复
    #[arg(long, value_name = "CHANGE", value_parser = named, help_heading = UNITS)]
    pub(crate) also: Vec<Text>,
    /// First day of the new prices / 生效日期
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) effective: Date,
    /// Why prices change / 调价原因
    #[arg(long, value_name = "TEXT", value_parser = named)]
    pub(crate) reason: Option<Text>,
    /// Who makes the bill / 制单人
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(crate) by: Option<Text>,
    /// Day on which it is made, by default today in China / 制单日期，默认今天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) on: Option<Date>,
    /// Lock the homes against new deals while the bill waits / 待审批和待执行期间锁定房源
    #[arg(long)]
    pub(crate) lock: bool,
    /// Show what would come out and write nothing / 只看结果，不写价格单
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// List every home with its prices / 逐套列出新旧价格
    #[arg(long)]
    pub(crate) homes: bool,
    /// What to print / 输出格式
    #[arg(long, value_enum)]
    pub(crate) format: Option<BillFormat>,
    /// Write the homes before and after to a file too, by its ending: a workbook (.xlsx), .csv,
    /// .json or a page to print (.html); an older file is replaced / 另把逐套新旧价格写成文件，按文件名结尾：
    /// 工作簿（“.xlsx”）、“.csv”、“.json”或可打印的网页（“.html”）；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = output)]
    pub(crate) output: Option<Output>,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

impl AdjustArgs {
    /// What is printed.
    pub(super) fn format(&self) -> BillFormat {
        self.format.unwrap_or(BillFormat::Table)
    }
}
