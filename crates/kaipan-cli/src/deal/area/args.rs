//! The command line of `kaipan deal area`.

use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::width;
use clap::{Args as ClapArgs, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct AreaArgs {
    /// A JSON file with contract and survey, as deal.settle_area takes it / 合同和测绘成果（JSON），写法同“deal.settle_area”
    #[arg(value_name = "FILE", help_heading = ARGUMENTS)]
    pub(crate) file: PathBuf,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = AreaFormat::Table)]
    pub(crate) format: AreaFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AreaFormat {
    /// The settlement with its steps / 补差及其步骤
    Table,
    /// The response of deal.settle_area / “deal.settle_area”的结果
    Json,
}
