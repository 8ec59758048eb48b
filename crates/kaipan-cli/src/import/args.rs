//! Options of `kaipan import`.

use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::{named, width};
use clap::{Args, ValueEnum};
use kaipan::Text;
use std::path::PathBuf;

/// Options of `kaipan import`.
#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ImportArgs {
    /// Spreadsheet of units: .xlsx, .xls, .ods or .csv / 房源表：“.xlsx”“.xls”“.ods”或“.csv”
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(super) file: PathBuf,
    /// Sheet that holds the units / 房源所在的工作表
    #[arg(long, value_name = "NAME", value_parser = named)]
    pub(super) sheet: Option<Text>,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = ImportFormat::Table)]
    pub(super) format: ImportFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(super) width: Option<u16>,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ImportFormat {
    /// How each column was read, what was skipped, the first units / 各列如何读取、跳过了什么、前几套房
    Table,
    /// The response of project.import_units / “project.import_units”的结果
    Json,
    /// The units as a table that is read back / 房源表，可再次读入
    Csv,
}
