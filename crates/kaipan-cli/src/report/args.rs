//! The command line of `kaipan report`.

use super::output::{ReportFile, report_file};
use super::period::{Asked, asked};
use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::{date, moment, named, width};
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use kaipan::kpi::{Caliber, FactDimension};
use kaipan::organisation::OrgKind;
use kaipan::{Date, Text, Time};
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct ReportArgs {
    /// What else to do with reports.
    #[command(subcommand)]
    pub(crate) part: Option<ReportPart>,
    /// Name or Chinese title of a report, see kaipan report list; "all" for every one / 报表的名称或标题，见
    /// “kaipan report list”；“all”为全部报表
    #[arg(value_name = "REPORT", help_heading = ARGUMENTS, required = true, value_parser = named)]
    pub(crate) report: Option<Text>,
    /// A record of sales: JSON Lines, one event or fact a line / 销售记录：每行一个 JSON，是一件事
    #[arg(value_name = "FILE", help_heading = ARGUMENTS, required = true)]
    pub(crate) file: Option<PathBuf>,
    /// What it is about.
    #[command(flatten)]
    pub(crate) about: AboutArgs,
    /// Write a file by its ending: .xlsx, .csv, .json, .xml or a page to print (.html); an older file
    /// is replaced / 按文件名结尾写成文件：“.xlsx”“.csv”“.json”“.xml”或可打印的网页（“.html”）；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = report_file)]
    pub(crate) output: Option<ReportFile>,
    /// Compare it cell by cell with a table made by hand, .xlsx, .xls, .ods or .csv / 与手工表逐格核对：
    /// “.xlsx”“.xls”“.ods”或“.csv”
    #[arg(long, value_name = "FILE")]
    pub(crate) compare: Option<PathBuf>,
    /// Sheet of the table made by hand / 手工表所在的工作表
    #[arg(long, value_name = "NAME", value_parser = named, requires = "compare")]
    pub(crate) sheet: Option<Text>,
    /// Column that tells rows apart when comparing, by title or key; may be repeated / 核对时用来对应各行的栏（栏名），可重复
    #[arg(long, value_name = "COLUMN", value_parser = named, requires = "compare")]
    pub(crate) key: Vec<Text>,
    /// Column that is drawn as bars, by title or key / 画成条形图的栏（栏名）
    #[arg(long, value_name = "COLUMN", value_parser = named)]
    pub(crate) chart: Option<Text>,
    /// How it is printed.
    #[command(flatten)]
    pub(crate) shown: ShownArgs,
}

/// What a report is about, and who reads it.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct AboutArgs {
    /// A period: 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W10, 2026-03-09, or from one to another with ..;
    /// by default the last month of the record / 期间：“2026”“2026-H1”“2026-Q1”“2026-03”“2026-W10”
    /// “2026-03-09”，或用“..”写起止；默认为记录的最后一个月
    #[arg(long, value_name = "PERIOD", value_parser = asked)]
    pub(crate) period: Option<Asked>,
    /// Rows for each day, week, month and so on of the period / 期间内按日、周、月等分行
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(crate) each: Option<Each>,
    /// The node of the organisation with all below it, by id or name / 组织单位及其下级（编码或名称）
    #[arg(long, value_name = "NODE", value_parser = named)]
    pub(crate) node: Option<Text>,
    /// The level to which figures are added up / 汇总到哪一级
    #[arg(long, value_name = "LEVEL", value_enum)]
    pub(crate) level: Option<Level>,
    /// What rows are made for each of; may be repeated / 按什么分行，可重复
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(crate) by: Vec<By>,
    /// Whose reading figures have / 口径
    #[arg(long, value_name = "CALIBER", value_enum)]
    pub(crate) caliber: Option<CaliberChoice>,
    /// The day whose end is looked at, by default the last of the period / 统计日（日终），默认为期间的最后一天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) as_of: Option<Date>,
    /// As it was known at the end of this day, or at this moment: what was recorded later does not
    /// count / 按当时所知：此日（或此刻）以后才记录的不算
    #[arg(long, value_name = "YYYY-MM-DD[THH:MM]", value_parser = moment)]
    pub(crate) as_known: Option<Time>,
    /// As somebody of this role sees it, at the node or everywhere / 按此岗位的权限查看（在该单位，或全部单位）
    #[arg(long, value_name = "ROLE", value_parser = named, conflicts_with = "reader")]
    pub(crate) role: Option<Text>,
    /// As this person of the record sees it / 按记录中此人的权限查看
    #[arg(long, value_name = "PERSON", value_parser = named)]
    pub(crate) reader: Option<Text>,
    /// Further records, JSON, as report.run takes them in records: notes, nodes of the works, facts /
    /// 补充记录（JSON），写法同“report.run”的“records”：说明、工程节点、其他事实
    #[arg(long, value_name = "FILE")]
    pub(crate) more: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReportPart {
    /// The reports that there are, and their columns / 有哪些报表，各有哪些栏
    List(ListArgs),
    /// Which reports are due on which day / 报送日历：哪天应出哪些报表
    Calendar(CalendarArgs),
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ListArgs {
    /// The columns of this report, by name or Chinese title / 看该报表的各栏（名称或标题）
    #[arg(value_name = "REPORT", help_heading = ARGUMENTS, value_parser = named)]
    pub(crate) report: Option<Text>,
    /// How it is printed.
    #[command(flatten)]
    pub(crate) shown: ListShownArgs,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct CalendarArgs {
    /// First day / 起始日
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) from: Date,
    /// Last day, by default the first / 截止日，默认同起始日
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) to: Option<Date>,
    /// How it is printed.
    #[command(flatten)]
    pub(crate) shown: ListShownArgs,
}

/// How lists are printed.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ListShownArgs {
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(crate) format: ListFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

/// How a report is printed.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ShownArgs {
    /// What to print, by default a table / 输出格式，默认为表格
    #[arg(long, value_enum)]
    pub(crate) format: Option<ReportFormat>,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people / 供人阅读
    Table,
    /// The answer of the operation / 操作的结果（JSON）
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people, with bars / 供人阅读，附条形图
    Table,
    /// One row a line, numbers plain / 一行一条，数字不带分隔符
    Csv,
    /// The answer of report.run or report.reconcile / “report.run”或“report.reconcile”的结果
    Json,
    /// XML for programs that exchange it / 供系统间交换的 XML
    Xml,
}

/// What rows of periods there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Each {
    /// Days / 日
    Day,
    /// Weeks / 周
    Week,
    /// Months / 月
    Month,
    /// Quarters / 季度
    Quarter,
    /// Half-years / 半年
    HalfYear,
    /// Years / 年
    Year,
}

/// A level of the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    /// Headquarters / 集团总部
    Headquarters,
    /// Region / 地区公司
    Region,
    /// City company / 城市公司
    CityCompany,
    /// Project company / 项目公司
    ProjectCompany,
    /// Project / 项目
    Project,
    /// Phase / 分期
    Phase,
    /// Building / 楼栋
    Building,
    /// Department / 部门
    Department,
}

impl From<Level> for OrgKind {
    fn from(level: Level) -> OrgKind {
        match level {
            Level::Headquarters => OrgKind::Headquarters,
            Level::Region => OrgKind::Region,
            Level::CityCompany => OrgKind::CityCompany,
            Level::ProjectCompany => OrgKind::ProjectCompany,
            Level::Project => OrgKind::Project,
            Level::Phase => OrgKind::Phase,
            Level::Building => OrgKind::Building,
            Level::Department => OrgKind::Department,
        }
    }
}

/// What rows are made for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    /// Node of the organisation / 组织单位
    Node,
    /// Home / 房号
    Unit,
    /// Deal / 交易
    Deal,
    /// Customer / 客户
    Customer,
    /// Agent / 置业顾问
    Agent,
    /// Channel / 渠道
    Channel,
    /// Medium / 媒体大类
    Media,
    /// Sub-medium / 媒体小类
    SubMedia,
    /// Campaign / 推广活动
    Campaign,
    /// Grade of intention / 意向等级
    Grade,
    /// Product / 产品类型
    Product,
    /// Layout / 户型
    Layout,
    /// Batch of release / 推售批次
    Batch,
    /// What of the kind / 类别
    Detail,
}

impl From<By> for FactDimension {
    fn from(by: By) -> FactDimension {
        match by {
            By::Node => FactDimension::Node,
            By::Unit => FactDimension::Unit,
            By::Deal => FactDimension::Deal,
            By::Customer => FactDimension::Customer,
            By::Agent => FactDimension::Agent,
            By::Channel => FactDimension::Channel,
            By::Media => FactDimension::Media,
            By::SubMedia => FactDimension::SubMedia,
            By::Campaign => FactDimension::Campaign,
            By::Grade => FactDimension::Grade,
            By::Product => FactDimension::Product,
            By::Layout => FactDimension::Layout,
            By::Batch => FactDimension::Batch,
            By::Detail => FactDimension::Detail,
        }
    }
}

/// Whose reading figures have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CaliberChoice {
    /// Marketing / 营销口径
    Marketing,
    /// Finance / 财务口径
    Finance,
}

impl From<CaliberChoice> for Caliber {
    fn from(choice: CaliberChoice) -> Caliber {
        match choice {
            CaliberChoice::Marketing => Caliber::Marketing,
            CaliberChoice::Finance => Caliber::Finance,
        }
    }
}
