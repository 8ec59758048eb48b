//! The options of `kaipan bill`.

use crate::args::{ARGUMENTS, BillFormat, Color, OPTIONS};
use crate::output::{Output, output};
use crate::values::{date, named, whole, width};
use clap::{Args as ClapArgs, ValueEnum};
use kaipan::pricing::BillCommand;
use kaipan::{Date, Text};
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct BillArgs {
    /// What to do / 做什么
    #[arg(value_name = "ACTION", value_enum, help_heading = ARGUMENTS)]
    pub(crate) action: Action,
    /// Folder of the project / 项目文件夹
    #[arg(value_name = "PROJECT", help_heading = ARGUMENTS)]
    pub(crate) project: PathBuf,
    /// Number of the bill; not for list / 价格单编号；“list”不用
    #[arg(value_name = "NUMBER", value_parser = whole::<1, 9999>, help_heading = ARGUMENTS,
        required_if_eq_any([("action", "show"), ("action", "submit"), ("action", "withdraw"),
            ("action", "approve"), ("action", "reject"), ("action", "execute"),
            ("action", "void")]))]
    pub(crate) number: Option<u32>,
    /// Who does it / 经办人
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(crate) by: Option<Text>,
    /// Day on which it is done, by default today in China / 日期，默认今天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) on: Option<Date>,
    /// Why / 原因
    #[arg(long, value_name = "TEXT", value_parser = named)]
    pub(crate) reason: Option<Text>,
    /// To approve or reject: the request for approval as it was decided, in a JSON file; without it
    /// approvals/NUMBER.json of the project, if there is one / 批准、驳回时：已有结论的审批单（JSON 文件）；
    /// 不给则用项目文件夹的“approvals/编号.json”（如有）
    #[arg(long, value_name = "FILE")]
    pub(crate) approval: Option<PathBuf>,
    /// Submit although prices break rules / 有违规也提交
    #[arg(long)]
    pub(crate) allow_violations: bool,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Action {
    /// List the bills / 列出全部价格单
    List,
    /// Show a bill / 查看
    Show,
    /// Submit for approval / 提交审批
    Submit,
    /// Take back to draft / 撤回
    Withdraw,
    /// Approve / 批准
    Approve,
    /// Reject / 驳回
    Reject,
    /// Put the new prices in force / 执行：新价格生效
    Execute,
    /// Void / 作废
    Void,
}

impl BillArgs {
    /// What is printed.
    pub(super) fn format(&self) -> BillFormat {
        self.format.unwrap_or(BillFormat::Table)
    }
}

impl Action {
    /// The command to the bill; none for those that only look at it.
    pub(super) fn command(self) -> Option<BillCommand> {
        Some(match self {
            Action::List | Action::Show => return None,
            Action::Submit => BillCommand::Submit,
            Action::Withdraw => BillCommand::Withdraw,
            Action::Approve => BillCommand::Approve,
            Action::Reject => BillCommand::Reject,
            Action::Execute => BillCommand::Execute,
            Action::Void => BillCommand::Void,
        })
    }
}
