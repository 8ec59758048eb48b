//! The command line of `kaipan deal`.

use super::area::args::AreaArgs;
use super::services::args::ServicesArgs;
use crate::args::{ARGUMENTS, Color, OPTIONS};
use crate::values::{moment, named, width};
use clap::{Args as ClapArgs, Subcommand, ValueEnum};
use kaipan::{Text, Time};
use std::path::PathBuf;

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct DealArgs {
    /// What else to do with a deal.
    #[command(subcommand)]
    pub(crate) part: Option<DealPart>,
    /// A JSON file with the units, what is known, and the steps / 剧本文件（JSON）：房间、已知情况和各步骤
    #[arg(value_name = "FILE", help_heading = ARGUMENTS, required = true)]
    pub(crate) file: Option<PathBuf>,
    /// State at the end of this day, or at this moment; later steps are left out / 到这一天或这一时刻为止
    #[arg(long, value_name = "YYYY-MM-DD[THH:MM]", value_parser = moment)]
    pub(crate) at: Option<Time>,
    /// A role that asks what may come next, by code; may be repeated. By default the roles of
    /// everybody in the script / 由谁来办下一步（岗位编码），可重复；默认为剧本里的全部岗位
    #[arg(long, value_name = "ROLE", value_parser = named)]
    pub(crate) role: Vec<Text>,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = DealFormat::Table)]
    pub(crate) format: DealFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum DealPart {
    /// Settle the difference between the area of a contract and the registered one / 面积补差：合同面积与登记面积之差
    Area(AreaArgs),
    /// Show the services after signing of every deal, and what is due / 客户事务流程表：签约后各项事务的计划、实际和逾期
    Services(ServicesArgs),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DealFormat {
    /// The timeline, and what may come next / 时间线和可办的下一步
    Table,
    /// Every ruling, and the state, as JSON / 每步的裁定和状态
    Json,
    /// The slips of the homes that are held then, to be printed / 房号确认单：这一时刻保留的房间
    Slip,
}
