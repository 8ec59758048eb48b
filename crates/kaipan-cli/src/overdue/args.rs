//! The command line of `kaipan overdue`.

use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::{csv_file, date, moment, named, page, whole, width};
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use kaipan::overdue::AgingDimension;
use kaipan::{Date, Text, Time};
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct OverdueArgs {
    /// What else to do about what is owed.
    #[command(subcommand)]
    pub(crate) part: Option<OverduePart>,
    /// A record of sales: JSON Lines, one event or fact a line / 销售记录（JSON Lines）：每行一件事
    #[arg(value_name = "FILE", help_heading = ARGUMENTS, required = true)]
    pub(crate) file: Option<PathBuf>,
    /// Which day it is, and by which policies.
    #[command(flatten)]
    pub(crate) day: DayArgs,
    /// What the tables of aging have a row for each of; may be repeated. By default item, loans and
    /// agent / 账龄表按什么分行，可重复；默认按款项、贷款与否、置业顾问
    #[arg(long, value_name = "WHAT", value_enum)]
    pub(crate) by: Vec<By>,
    /// Write every claim that is owed, as CSV; an older file is replaced / 把每笔欠款写成 CSV 文件；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = csv_file)]
    pub(crate) csv: Option<PathBuf>,
    /// Write a page to print, A4; an older file is replaced / 写成可打印的网页（A4）；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = page)]
    pub(crate) html: Option<PathBuf>,
    /// How it is printed.
    #[command(flatten)]
    pub(crate) shown: ShownArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum OverduePart {
    /// What every agent has to do on a day / 我的任务：当天到期和逾期的事
    Tasks(TasksArgs),
    /// What will come in, month by month / 回款预测：今后各月预计回款
    Forecast(ForecastArgs),
    /// Letters to print and messages to send / 催款函、催签函和短信
    Letters(LettersArgs),
}

/// Which day it is, and by which policies.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct DayArgs {
    /// The day, by default the last of the record / 哪一天，默认为记录的最后一天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) on: Option<Date>,
    /// As it was known at the end of this day, or at this moment: what was recorded later does not
    /// count / 按当时所知：此日（或此刻）以后才记录的不算
    #[arg(long, value_name = "YYYY-MM-DD[THH:MM]", value_parser = moment)]
    pub(crate) as_known: Option<Time>,
    /// Late fees, buckets, steps of dunning and more, a JSON file; what it leaves out is as in the
    /// handbook / 违约金、账龄分段、催款计划等政策（JSON 文件）；没写的按规则手册的默认值
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
}

/// How it is printed.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ShownArgs {
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = OverdueFormat::Table)]
    pub(crate) format: OverdueFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct TasksArgs {
    /// A record of sales / 销售记录
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
    /// Which day it is, and by which policies.
    #[command(flatten)]
    pub(crate) day: DayArgs,
    /// Whose tasks alone / 只看该置业顾问
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(crate) agent: Option<Text>,
    /// Days before its day from which on money and steps are listed, 0 if it is not given / 款项和步骤提前几天列出，默认 0
    #[arg(long, value_name = "DAYS", value_parser = whole::<0, 366>, default_value = "0")]
    pub(crate) ahead: u32,
    /// Write the tasks as CSV; an older file is replaced / 把任务写成 CSV 文件；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = csv_file)]
    pub(crate) csv: Option<PathBuf>,
    /// How it is printed.
    #[command(flatten)]
    pub(crate) shown: ShownArgs,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ForecastArgs {
    /// A record of sales / 销售记录
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
    /// Which day it is, and by which policies.
    #[command(flatten)]
    pub(crate) day: DayArgs,
    /// How many months, the rest of this one apart, 6 if it is not given / 预测几个月，本月剩余天数另计，默认 6
    #[arg(long, value_name = "MONTHS", value_parser = whole::<1, 120>, default_value = "6")]
    pub(crate) months: u32,
    /// Compare with what came in, as far as the record goes / 与记录中的实际回款比较
    #[arg(long)]
    pub(crate) compare: bool,
    /// Write the periods as CSV; an older file is replaced / 把各期写成 CSV 文件；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = csv_file)]
    pub(crate) csv: Option<PathBuf>,
    /// How it is printed.
    #[command(flatten)]
    pub(crate) shown: ShownArgs,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct LettersArgs {
    /// A record of sales / 销售记录
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
    /// Folder for letters.html and messages.csv; older ones are replaced / 存放“letters.html”“messages.csv”的文件夹；同名文件会被替换
    #[arg(value_name = "FOLDER", help_heading = ARGUMENTS)]
    pub(crate) folder: PathBuf,
    /// Which day it is, and by which policies.
    #[command(flatten)]
    pub(crate) day: DayArgs,
    /// Only these steps of the plan, by code; may be repeated / 只出这些催款步骤（编码），可重复
    #[arg(long, value_name = "CODE", value_parser = named)]
    pub(crate) step: Vec<Text>,
    /// How it is printed.
    #[command(flatten)]
    pub(crate) shown: ShownArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OverdueFormat {
    /// For people / 供人阅读
    Table,
    /// The answers of the operations as JSON / 操作的结果（JSON）
    Json,
}

/// What a table of aging has a row for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    /// Item / 款项
    Item,
    /// Kind of money / 款项类别
    Category,
    /// Loans or not / 贷款与非贷款
    Loan,
    /// Agent / 置业顾问
    Agent,
    /// Project / 项目
    Project,
    /// Customer / 客户
    Customer,
    /// Deal / 交易
    Deal,
}

impl From<By> for AgingDimension {
    fn from(by: By) -> AgingDimension {
        match by {
            By::Item => AgingDimension::Item,
            By::Category => AgingDimension::Category,
            By::Loan => AgingDimension::Loan,
            By::Agent => AgingDimension::Agent,
            By::Project => AgingDimension::Project,
            By::Customer => AgingDimension::Customer,
            By::Deal => AgingDimension::Deal,
        }
    }
}
