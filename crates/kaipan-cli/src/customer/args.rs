//! The command line of `kaipan customer`.

use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::width;
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
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
    /// The customer list as CSV, with a row of headers / 客户名单（CSV，首行为栏目名）
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
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
