//! The command line.

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use kaipan::error::Lang;
use kaipan::number::UnitPrice;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples / 示例:
  kaipan price examples/songfeng-mingyue
  kaipan price examples/yunjing-bay --building 1 --building 2 --lang zh
  kaipan price examples/songfeng-mingyue --explain 6栋-1802
  kaipan price examples/yunjing-bay --format csv > prices.csv
  kaipan call pricing.table < request.json
  kaipan schema pricing.table

Exit status / 退出码:
  0 done / 完成   1 error / 出错   2 usage / 用法有误   3 violations with --strict / 有违规";

const PRICE_EXAMPLES: &str = "\
PROJECT is a folder with project.json (a request of pricing.table) and units.csv, or one JSON file.
PROJECT 是含 project.json（pricing.table 的请求）和 units.csv 的文件夹，或单个 JSON 文件。

Examples / 示例:
  kaipan price examples/songfeng-mingyue
  kaipan price examples/songfeng-mingyue --target-average 51000
  kaipan price examples/songfeng-mingyue --explain 6栋-1802 --explain 7栋-1801
  kaipan price examples/yunjing-bay --building 7 --width 160
  kaipan price examples/yunjing-bay --format json | jq .summaries";

const CALL_EXAMPLES: &str = "\
Examples / 示例:
  kaipan call pricing.table < request.json
  kaipan call pricing.net_to_list --file request.json
  kaipan call pricing.check --lines < requests.jsonl > responses.jsonl

An error is the JSON {\"error\": …} on standard output, with exit status 1 (0 with --lines).
出错时标准输出为 {\"error\": …}，退出码 1（--lines 时为 0）。";

/// Exact pricing of new homes in China / 新房开盘定价
#[derive(Debug, Parser)]
#[command(name = "kaipan", version, after_help = EXAMPLES)]
#[command(arg_required_else_help = true)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Language of the output, by default from the locale / 输出语言，默认随系统
    #[arg(long, global = true, value_enum)]
    pub(crate) lang: Option<LangChoice>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Price a project / 为项目定价
    Price(PriceArgs),
    /// Call an operation, JSON in and JSON out / 调用一个操作，JSON 进 JSON 出
    Call(CallArgs),
    /// List the operations / 列出全部操作
    Ops,
    /// Print the JSON Schema of an operation / 输出操作的 JSON Schema
    Schema(SchemaArgs),
    /// List all error codes / 列出全部错误码
    Errors,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = PRICE_EXAMPLES)]
pub(crate) struct PriceArgs {
    /// Folder with project.json and units.csv, or a JSON file / 项目文件夹或 JSON 文件
    #[arg(value_name = "PROJECT")]
    pub(crate) project: PathBuf,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Show how the price of this unit comes about, step by step / 逐步说明该房间的价格
    #[arg(long, value_name = "UNIT")]
    pub(crate) explain: Vec<String>,
    /// Solve the base price for this average, in place of the targets given / 按此均价反推基准价
    #[arg(long, value_name = "YUAN_PER_M2", value_parser = average)]
    pub(crate) target_average: Option<UnitPrice>,
    /// Show this building only; may be repeated / 只看该楼栋，可重复
    #[arg(long, value_name = "NAME")]
    pub(crate) building: Vec<String>,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=2000))]
    pub(crate) width: Option<u16>,
    /// Exit with status 3 if a price breaks a rule / 有违规时退出码为 3
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = CALL_EXAMPLES)]
pub(crate) struct CallArgs {
    /// Name of the operation; see kaipan ops / 操作名，见 kaipan ops
    #[arg(value_name = "OP")]
    pub(crate) operation: String,
    /// Every line is a request, every line of output its answer / 每行一个请求，逐行输出结果
    #[arg(long)]
    pub(crate) lines: bool,
    /// Read this file instead of standard input / 读文件而不是标准输入
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct SchemaArgs {
    /// Name of the operation; see kaipan ops / 操作名，见 kaipan ops
    #[arg(value_name = "OP")]
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
    /// The response of pricing.table / pricing.table 的结果
    Json,
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

fn average(text: &str) -> Result<UnitPrice, String> {
    let both = |error: &kaipan::Error| {
        format!("{} / {}", error.message(Lang::En), error.message(Lang::Zh))
    };
    match text.parse::<UnitPrice>() {
        Ok(price) if price.is_positive() => Ok(price),
        Ok(_) => Err("must be greater than zero / 必须大于零".to_owned()),
        Err(error) => Err(both(&error)),
    }
}
