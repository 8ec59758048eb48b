//! The command line.

use crate::adjust::AdjustArgs;
use crate::bill::BillArgs;
use crate::output::{Output, output};
use crate::price::PricesArgs;
use crate::values::{Aim, aim, average, date, floor_rate, named, page, scalar, whole, width, yuan};
use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};
use kaipan::error::Lang;
use kaipan::number::{Money, Rate, UnitPrice};
use kaipan::payment::loan::RepaymentMethod;
use kaipan::{Date, Text};
use std::path::PathBuf;

pub(crate) const OPTIONS: &str = "Options / 选项";
pub(crate) const ARGUMENTS: &str = "Arguments / 参数";

/// Exact pricing of new homes in China / 新房开盘定价
#[derive(Debug, Parser)]
#[command(name = "kaipan", version)]
#[command(arg_required_else_help = true)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Language of the output, by default from the locale / 输出语言，默认随系统
    #[arg(long, global = true, value_enum, help_heading = OPTIONS)]
    pub(crate) lang: Option<LangChoice>,
    /// Print help / 显示帮助
    #[arg(short, long, global = true, action = ArgAction::Help, help_heading = OPTIONS)]
    help: Option<bool>,
    /// Print the version / 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = OPTIONS)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a folder to start from, with commented files / 建立项目文件夹，文件附说明
    Init(InitArgs),
    /// Price a project / 为项目定价
    Price(PriceArgs),
    /// Make a price bill: new list prices, before and after / 生成定价 / 调价单：新旧价格对照
    Adjust(Box<AdjustArgs>),
    /// List, show and move on price bills / 列出、查看、推进价格单
    Bill(BillArgs),
    /// Quote a unit: price, payments, loans, fees / 出置业计划：价格、付款、贷款、税费
    Quote(Box<QuoteArgs>),
    /// Look at how a spreadsheet of units is read / 试读房源表，看各列如何读取
    Import(crate::import::ImportArgs),
    /// Customer lists / 客户名单
    Customer(crate::customer::args::CustomerArgs),
    /// Walk the history of a deal, and show what may come next / 走一遍交易过程，并列出下一步可以办什么
    Deal(crate::deal::args::DealArgs),
    /// The money of a record of sales: statements, sums, journal / 销售记录的台账：对账单、汇总、总账凭证
    Ledger(crate::ledger::args::LedgerArgs),
    /// What is owed and overdue: aging, tasks, letters, forecast / 欠款与逾期：账龄、任务、催款函、回款预测
    Overdue(crate::overdue::args::OverdueArgs),
    /// Reports over a record of sales: screen, CSV, XML, workbook, page / 报表：屏幕、CSV、XML、工作簿、网页
    Report(Box<crate::report::args::ReportArgs>),
    /// Call an operation, JSON in and JSON out / 调用一个操作，JSON 进 JSON 出
    Call(CallArgs),
    /// List the operations / 列出全部操作
    Ops,
    /// Print the JSON Schema of an operation / 输出操作的 JSON 结构
    Schema(SchemaArgs),
    /// List all error codes / 列出全部错误码
    Errors,
    /// Print this help, or that of a command / 显示本帮助，或一个命令的帮助
    Help {
        /// Name of the command / 命令名
        #[arg(value_name = "COMMAND", help_heading = ARGUMENTS)]
        command: Option<String>,
    },
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct InitArgs {
    /// Folder to make; files that are there already are not overwritten / 要建立的文件夹，已有的文件不会覆盖
    #[arg(value_name = "FOLDER", help_heading = ARGUMENTS)]
    pub(crate) folder: PathBuf,
    /// Your own list of homes, to start from: .xlsx, .xls, .ods or .csv / 自己的房源表，从它开始：
    /// “.xlsx”“.xls”“.ods”或“.csv”
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
    /// Sheet of the spreadsheet that holds the homes / 房源所在的工作表
    #[arg(long, value_name = "NAME", value_parser = named, requires = "from")]
    pub(crate) sheet: Option<Text>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct PriceArgs {
    /// Folder with project.json and units.csv or .xlsx, a JSON file, or a spreadsheet / 项目文件夹、JSON 文件或表格文件
    #[arg(value_name = "PROJECT", help_heading = ARGUMENTS)]
    pub(crate) project: PathBuf,
    /// Take the units from this spreadsheet instead of the project's / 房源改用这个表格文件
    #[arg(long, value_name = "FILE")]
    pub(crate) units: Option<PathBuf>,
    /// Sheet of the spreadsheet that holds the units / 房源所在的工作表
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(crate) sheet: Option<Text>,
    /// What to print, by default a table / 输出格式，默认为表格
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
    /// Write a file instead, by its ending: a workbook (.xlsx), .csv, .json or a page to print
    /// (.html); an older file is replaced / 写成文件，按文件名结尾：工作簿（“.xlsx”）、“.csv”、“.json”或可打印的网页
    /// （“.html”）；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = output)]
    pub(crate) output: Option<Output>,
    /// The day that stands on a workbook or a page; without it the day of printing / 写在工作簿、网页上的日期，默认打印当天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date, requires = "output")]
    pub(crate) date: Option<Date>,
    /// Show how the price of this unit comes about, step by step / 逐步说明该房间的价格
    #[arg(long, value_name = "UNIT", value_parser = named)]
    pub(crate) explain: Vec<Text>,
    /// Solve the base price for this average: another value for the project's target, whose units
    /// stay the same; without targets, for all units / 按此均价反推基准价：换目标的数值，范围不变；没有目标则为全部房间
    #[arg(long, value_name = "YUAN_PER_M2", value_parser = average)]
    pub(crate) target_average: Option<UnitPrice>,
    /// Which target it is for, by its number in the table; "all" puts one over the whole project
    /// in place of all / 改第几个目标；“all”为整个项目一个目标
    #[arg(long, value_name = "N|all", value_parser = aim, requires = "target_average")]
    pub(crate) target: Option<Aim>,
    /// Where the prices come from, and what they are compared with.
    #[command(flatten)]
    pub(crate) prices: PricesArgs,
    /// Floor price of homes without one, as a share of the list price: 92% or 0.92; instead of the
    /// project's / 没有底价的房间按表价的这一比例定底价：写作“92%”或“0.92”，取代项目的比例
    #[arg(long, value_name = "RATE", value_parser = floor_rate)]
    pub(crate) floor_rate: Option<Rate>,
    /// Show this building only; may be repeated / 只看该楼栋，可重复
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(crate) building: Vec<Text>,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
    /// Exit with status 3 for warnings too, not only for violations / 有“注意”也返回退出码 3
    #[arg(long)]
    pub(crate) strict: bool,
}

impl PriceArgs {
    /// Whether the table for people is printed.
    pub(crate) fn prints_table(&self) -> bool {
        self.output.is_none() && matches!(self.format, None | Some(Format::Table))
    }
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct QuoteArgs {
    /// Folder of the project, with sales.json / 项目文件夹，含“sales.json”
    #[arg(value_name = "PROJECT", help_heading = ARGUMENTS)]
    pub(crate) project: PathBuf,
    /// Number of the unit / 房号
    #[arg(long, value_name = "UNIT", value_parser = named)]
    pub(crate) unit: Text,
    /// Payment plan, by code or name; several are compared / 付款方式（编码或名称），多个则比较
    #[arg(long, value_name = "CODE", value_parser = named)]
    pub(crate) plan: Vec<Text>,
    /// Discount, by code or name; may be repeated / 优惠（编码或名称），可重复
    #[arg(long, value_name = "CODE[=VALUE]", value_parser = named)]
    pub(crate) discount: Vec<Text>,
    /// Take the best admissible combination of discounts / 自动取最优惠的可用组合
    #[arg(long)]
    pub(crate) best: bool,
    /// Discounts that take much off are meant / 确认大额优惠无误
    #[arg(long)]
    pub(crate) yes: bool,
    /// Unit sold with it, such as a parking space; may be repeated / 一并购买的车位等，可重复
    #[arg(long, value_name = "UNIT", value_parser = named)]
    pub(crate) with: Vec<Text>,
    /// Compare all plans, or those given / 比较全部（或所给的）付款方式
    #[arg(long)]
    pub(crate) compare: bool,
    /// For the comparison: later payments are worth less by this share a year (0.03 is 3 %), 0.03 if
    /// it is not given / 比较时折现的年利率，填比例（3% 写作 0.03），不给则为 0.03
    #[arg(long, value_name = "R", value_parser = scalar::<Rate>)]
    pub(crate) annual_rate: Option<Rate>,
    /// Commercial loan wanted, instead of the most there is / 商业贷款金额，默认贷足
    #[arg(long, value_name = "AMOUNT", value_parser = yuan, help_heading = "Loans / 贷款")]
    pub(crate) loan: Option<Money>,
    /// Provident fund loan wanted / 公积金贷款金额，默认贷足
    #[arg(long, value_name = "AMOUNT", value_parser = yuan, help_heading = "Loans / 贷款")]
    pub(crate) fund_loan: Option<Money>,
    /// Months the loans run, as far as the law lets them / 贷款月数，不超过法定最长期限
    #[arg(long, value_name = "N", value_parser = whole::<1, 1200>,
        help_heading = "Loans / 贷款")]
    pub(crate) months: Option<u32>,
    /// Months the provident fund loan runs, if not those of --months / 公积金贷款月数，默认同“--months”
    #[arg(long, value_name = "N", value_parser = whole::<1, 1200>,
        help_heading = "Loans / 贷款")]
    pub(crate) fund_months: Option<u32>,
    /// Who pay into the fund and borrow: 1, or 2 for a couple / 公积金借款人数：1，夫妻双方为 2
    #[arg(long, value_name = "N", value_parser = whole::<1, 2>, help_heading = "Loans / 贷款")]
    pub(crate) borrowers: Option<u32>,
    /// Balance with the provident fund, all borrowers together / 公积金账户余额，借款人合计
    #[arg(long, value_name = "AMOUNT", value_parser = yuan, help_heading = "Loans / 贷款")]
    pub(crate) fund_balance: Option<Money>,
    /// What raises the cap of the fund loan, by code; may be repeated / 提高公积金贷款上限的情形（编码），可重复
    #[arg(long, value_name = "CODE", value_parser = named, help_heading = "Loans / 贷款")]
    pub(crate) uplift: Vec<Text>,
    /// Appraisal of the unit, for loans / 房屋评估价，用于贷款
    #[arg(long, value_name = "AMOUNT", value_parser = yuan, help_heading = "Loans / 贷款")]
    pub(crate) appraisal: Option<Money>,
    /// How loans are repaid / 还款方式
    #[arg(long, value_enum, help_heading = "Loans / 贷款")]
    pub(crate) method: Option<Method>,
    /// Day of the quote and of subscription, by default today in China / 报价和认购日期，默认今天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date,
        help_heading = "Dates / 日期")]
    pub(crate) date: Option<Date>,
    /// Agreed signing date / 约定签约日
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date,
        help_heading = "Dates / 日期")]
    pub(crate) signing: Option<Date>,
    /// Member level / 会员级别
    #[arg(long, value_name = "LEVEL", value_parser = named, help_heading = "Buyer / 客户")]
    pub(crate) member: Option<Text>,
    /// Which home of the household this is / 家庭第几套住房
    #[arg(long, value_name = "N", value_parser = whole::<1, 99>,
        help_heading = "Buyer / 客户")]
    pub(crate) home_count: Option<u32>,
    /// Price assessed by the tax office, with VAT / 税务核定价格（含增值税）
    #[arg(long, value_name = "AMOUNT", value_parser = yuan, help_heading = "Buyer / 客户")]
    pub(crate) assessed_price: Option<Money>,
    /// Owner who referred the buyer / 推荐的老业主
    #[arg(long, value_name = "NAME", value_parser = named, help_heading = "Buyer / 客户")]
    pub(crate) referrer: Option<Text>,
    /// Units that the buyer's group buys / 团购套数
    #[arg(long, value_name = "N", value_parser = whole::<0, { u32::MAX }>,
        help_heading = "Buyer / 客户")]
    pub(crate) group: Option<u32>,
    /// The buyer is an employee / 内部员工
    #[arg(long, help_heading = "Buyer / 客户")]
    pub(crate) employee: bool,
    /// Campaign the buyer comes by; may be repeated / 促销活动编码，可重复
    #[arg(long, value_name = "CODE", value_parser = named, help_heading = "Buyer / 客户")]
    pub(crate) campaign: Vec<Text>,
    /// Write a sheet to print and hand over / 写出可打印的置业计划书
    #[arg(long, value_name = "FILE", value_parser = page, help_heading = "Output / 输出")]
    pub(crate) html: Option<PathBuf>,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = QuoteFormat::Table, help_heading = "Output / 输出")]
    pub(crate) format: QuoteFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto, help_heading = "Output / 输出")]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width,
        help_heading = "Output / 输出")]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct CallArgs {
    /// Name of the operation; see kaipan ops / 操作名，见“kaipan ops”
    #[arg(value_name = "OP", help_heading = ARGUMENTS)]
    pub(crate) operation: String,
    /// Every line is a request, every line of output its answer / 每行一个请求，逐行输出结果
    #[arg(long)]
    pub(crate) lines: bool,
    /// Read this file instead of standard input / 读文件而不是标准输入
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct SchemaArgs {
    /// Name of the operation; see kaipan ops / 操作名，见“kaipan ops”
    #[arg(value_name = "OP", help_heading = ARGUMENTS)]
    pub(crate) operation: String,
    /// The response instead of the request / 输出响应而不是请求的结构
    #[arg(long)]
    pub(crate) response: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangChoice {
    /// Chinese / 中文
    Zh,
    /// English / 英文
    En,
}

impl From<LangChoice> for Lang {
    fn from(choice: LangChoice) -> Lang {
        match choice {
            LangChoice::Zh => Lang::Zh,
            LangChoice::En => Lang::En,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Stacking plans, summaries, findings / 楼栋价格表、汇总、提示
    Table,
    /// One row a unit / 一房一行
    Csv,
    /// The response of pricing.table / “pricing.table”的结果
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BillFormat {
    /// For people / 供人阅读
    Table,
    /// JSON for programs: what pricing.adjust or pricing.advance_bill answers, or the bill as its
    /// file holds it / 供程序读取的 JSON：“pricing.adjust”“pricing.advance_bill”的结果，或价格单文件的内容
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum QuoteFormat {
    /// For people / 供人阅读
    Table,
    /// The response of quote.make or quote.compare / “quote.make”或“quote.compare”的结果
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Method {
    /// Equal instalments / 等额本息
    EqualInstalment,
    /// Equal principal / 等额本金
    EqualPrincipal,
}

impl From<Method> for RepaymentMethod {
    fn from(method: Method) -> RepaymentMethod {
        match method {
            Method::EqualInstalment => RepaymentMethod::EqualInstalment,
            Method::EqualPrincipal => RepaymentMethod::EqualPrincipal,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// If the output is a terminal / 输出到终端时
    Auto,
    /// Always / 总是
    Always,
    /// Never / 从不
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }
}
