//! The command line of `kaipan ledger`.

use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::{csv_file, date, moment, named, page, width};
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use kaipan::{Date, Text, Time};
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct LedgerArgs {
    /// What else to do with the money of a record.
    #[command(subcommand)]
    pub(crate) part: Option<LedgerPart>,
    /// A record of sales: JSON Lines, one event or fact a line / 销售记录：每行一个 JSON，是一件事
    #[arg(value_name = "FILE", help_heading = ARGUMENTS, required = true)]
    pub(crate) file: Option<PathBuf>,
    /// The statement of this deal, by its id / 某笔交易的对账单（交易编号）
    #[arg(long, value_name = "ID", value_parser = named, conflicts_with_all = ["customer", "unit"])]
    pub(crate) deal: Option<Text>,
    /// The statement of this customer with all his deals, by id or name / 某客户的对账单，含其全部交易（编号或姓名）
    #[arg(long, value_name = "ID", value_parser = named, conflicts_with = "unit")]
    pub(crate) customer: Option<Text>,
    /// The statement of this unit with all deals about it / 某房间的对账单，含关于它的全部交易（房号）
    #[arg(long, value_name = "UNIT", value_parser = named)]
    pub(crate) unit: Option<Text>,
    /// The business date, by default the last of the record / 业务日期，默认为记录的最后一天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) on: Option<Date>,
    /// As it was known at the end of this day, or at this moment: what was recorded later does not
    /// count / 按当时所知：此日（或此刻）以后才记录的不算
    #[arg(long, value_name = "YYYY-MM-DD[THH:MM]", value_parser = moment)]
    pub(crate) as_known: Option<Time>,
    /// What the house has decided about its ledger, a JSON file as ledger.post takes it in policy /
    /// 台账政策文件（JSON），写法同“ledger.post”的“policy”
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = LedgerFormat::Table)]
    pub(crate) format: LedgerFormat,
    /// Write the lines of the statement, or the sums by item, as CSV; an older file is replaced / 把对账单明细（或各款项汇总）写成 CSV 文件；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = csv_file)]
    pub(crate) csv: Option<PathBuf>,
    /// Write a page to print, A4; an older file is replaced / 写成可打印的网页，“A4”幅面；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = page)]
    pub(crate) html: Option<PathBuf>,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LedgerPart {
    /// Journal lines for a general ledger, and the trial balance / 总账凭证和试算平衡表
    Journal(JournalArgs),
    /// Which numbers of receipts and payments are missing, void or given twice / 票据断号检查
    Vouchers(VouchersArgs),
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct JournalArgs {
    /// A record of sales / 销售记录
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
    /// The first day, by default the first of the record / 第一天，默认为记录的第一天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) from: Option<Date>,
    /// The last day, by default the last of the record / 最后一天，默认为记录的最后一天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) to: Option<Date>,
    /// As it was known at the end of this day, or at this moment / 按当时所知：此日（或此刻）以后才记录的不算
    #[arg(long, value_name = "YYYY-MM-DD[THH:MM]", value_parser = moment)]
    pub(crate) as_known: Option<Time>,
    /// What the house has decided about its ledger, a JSON file / 台账政策文件（JSON）
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Accounts and switches, a JSON file as ledger.journal_preset answers it / 科目和开关（JSON），写法同“ledger.journal_preset”的结果
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = JournalFormat::Table)]
    pub(crate) format: JournalFormat,
    /// Write the lines as CSV, to be imported; an older file is replaced / 把分录写成 CSV 文件，供导入；同名文件会被替换
    #[arg(long, value_name = "FILE", value_parser = csv_file)]
    pub(crate) csv: Option<PathBuf>,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct VouchersArgs {
    /// A record of sales / 销售记录
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = LedgerFormat::Table)]
    pub(crate) format: LedgerFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LedgerFormat {
    /// For people / 供人阅读
    Table,
    /// The answer of the operation, and what was refused, as JSON / 操作的结果和被拒绝的记账（JSON）
    Json,
    /// XML for programs that exchange it / 供系统间交换的 XML
    Xml,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum JournalFormat {
    /// The trial balance and the first lines, for people / 试算平衡表和分录，供人阅读
    Table,
    /// The lines as CSV / 分录（CSV）
    Csv,
    /// The answer of ledger.journal / “ledger.journal”的结果
    Json,
    /// XML for programs that exchange it / 供系统间交换的 XML
    Xml,
}
