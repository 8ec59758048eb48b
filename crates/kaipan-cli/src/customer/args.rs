//! The command line of `kaipan customer`.

use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::{named, width};
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use kaipan::Text;
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(arg_required_else_help = true, disable_help_subcommand = true)]
pub(crate) struct CustomerArgs {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: CustomerCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CustomerCommand {
    /// Show who is in a customer list more than once, and why / 查出客户名单里重复的客户及理由
    Match(CustomerMatchArgs),
}

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct CustomerMatchArgs {
    /// The customer list, with a row of headers: .xlsx, .xls, .ods or .csv / 客户名单，有一行栏目名：“.xlsx”“.xls”“.ods”或“.csv”
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
    /// Sheet that holds the customers / 客户名单所在的工作表
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(crate) sheet: Option<Text>,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = CustomerFormat::Table)]
    pub(crate) format: CustomerFormat,
    /// Show names and numbers in full / 显示完整的姓名和号码
    #[arg(long)]
    pub(crate) show_full: bool,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CustomerFormat {
    /// Groups with their reasons / 各组及理由
    Table,
    /// The response of customer.duplicates / “customer.duplicates”的结果
    Json,
}
