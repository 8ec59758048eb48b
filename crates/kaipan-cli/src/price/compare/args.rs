//! The options of `kaipan price` that say which prices are shown.

use crate::args::OPTIONS;
use crate::values::named;
use clap::Args as ClapArgs;
use kaipan::Text;

#[derive(Debug, ClapArgs)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct PricesArgs {
    /// Show the list prices in force instead of pricing by the schemes / 只列现行表价，不按方案重新定价
    #[arg(long, conflicts_with_all = ["target_average", "explain"])]
    pub(crate) in_force: bool,
    /// Set the table beside another: a folder or file, or the number of a price bill of this project
    /// / 与另一张价格表并列比较：项目文件夹、文件，或本项目的价格单编号
    #[arg(long, value_name = "OTHER", value_parser = named,
        conflicts_with = "explain")]
    pub(crate) compare: Option<Text>,
}
