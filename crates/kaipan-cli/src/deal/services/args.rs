//! The command line of `kaipan deal services`.

use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::{scalar, width};
use clap::{Args as ClapArgs, ValueEnum};
use kaipan::Date;
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ServicesArgs {
    /// A JSON file with services and a day, as service.due takes it / 各项事务和日期（JSON），写法同“service.due”
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
    /// The day to look at, by default that of the file / 看哪一天，默认为文件中的日期
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = scalar::<Date>)]
    pub(crate) on: Option<Date>,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = ServicesFormat::Table)]
    pub(crate) format: ServicesFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ServicesFormat {
    /// The sheet, and what is due / 客户事务流程表和到期事项
    Table,
    /// The response of service.due / “service.due”的结果
    Json,
}
