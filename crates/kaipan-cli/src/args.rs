//! The command line.

use crate::values::{Aim, aim, average, scalar, whole, width, yuan};
use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};
use kaipan::error::Lang;
use kaipan::number::{Money, Rate, UnitPrice};
use kaipan::payment::loan::RepaymentMethod;
use kaipan::{Date, Text};
use std::path::PathBuf;

/// The parts of the help in both languages.
const TEMPLATE: &str = "\
{before-help}{about-with-newline}
Usage / 用法: {usage}

{all-args}{after-help}";

const OPTIONS: &str = "Options / 选项";
const ARGUMENTS: &str = "Arguments / 参数";

const EXAMPLES: &str = "\
Examples / 示例:
  kaipan price examples/songfeng-mingyue
  kaipan price examples/yunjing-bay --building 1 --building 2 --lang zh
  kaipan price examples/songfeng-mingyue --explain 6栋-1802
  kaipan price examples/yunjing-bay --format csv > prices.csv
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04
  kaipan call pricing.table < request.json
  kaipan schema pricing.table

Exit status / 退出码:
  0  done / 完成
  1  error / 出错
  2  usage / 用法有误
  3  violations found / 结果有违规

With 3 the result is printed all the same; \"kaipan price --strict\" gives 3 for warnings too.
退出码为 3 时结果照常输出；“kaipan price --strict”有警告也返回 3。";

const PRICE_EXAMPLES: &str = "\
PROJECT is a folder with project.json (a request of pricing.table) and units.csv, or one JSON file.
“PROJECT”是含“project.json”（“pricing.table”的请求）和“units.csv”的文件夹，或单个 JSON 文件。

Examples / 示例:
  kaipan price examples/songfeng-mingyue
  kaipan price examples/songfeng-mingyue --target-average 51000
  kaipan price examples/yunjing-bay --target-average 39000 --target 2
  kaipan price examples/songfeng-mingyue --explain 6栋-1802 --explain 7栋-1801
  kaipan price examples/yunjing-bay --building 7 --width 160
  kaipan price examples/yunjing-bay --format json | jq .summaries

Exit status / 退出码:
  0  no violations / 没有违规
  1  an error, no prices / 出错，没有价格
  2  usage / 用法有误
  3  prices with violations: they must not be used as they are; with --strict, or warnings
     有价格但有违规，不能照用；加“--strict”时有警告也是 3";

const QUOTE_EXAMPLES: &str = "\
PROJECT is the folder of kaipan price with sales.json (the sales policies) and, if there is one,
case.json (days until signing, dates of construction, facts about the buildings).
“PROJECT”是“kaipan price”的项目文件夹，另含“sales.json”（销售政策），还可以有
“case.json”（签约天数、工程节点日期、楼栋情况）。

A discount is a code, or CODE=VALUE where its value is agreed. What VALUE may be depends on the kind
of the discount; what can be read in two ways (\"5%\", \"0.5折\") is refused, with how to write each.
优惠写编码；需要议定数值的写成“编码=数值”。数值的写法随优惠的类型而定；有两种读法的（“5%”、“0.5折”）
不予接受，并说明各自的写法。
  rate paid / 打折：“98折”、“9.8折”、“98%”、“0.98”、“2点”、“减2点”
  points off / 减点：“2”、“1.5点”、“2%”、“98折”、“减2点”
  total off, fixed price, gift, deposit counts as / 总价优惠、一口价、赠送、抵扣：“20000”、“20,000元”、“2万”
  off per m², price per m² / 单价优惠、一口价（单价）：“200”、“200元/㎡”
An amount may have \"万\" and \"元\", a price per m² also \"元/㎡\": \"--loan 80万\".
金额可带“万”“元”，单价可带“元/㎡”，例如“--loan 80万”。

A discount that takes more than the policies allow unseen (30 % where they do not say) makes the
quote a draft, until it is confirmed with --yes.
优惠超过政策规定的界限（未规定的为 30%）时，置业计划只是草稿；核对无误后加“--yes”确认。

Examples / 示例:
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --date 2026-07-04 --best --html q.html
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan ZH --date 2026-07-04 --fund-loan 80万
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan YCX --plan AJ --date 2026-07-04
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --compare --date 2026-07-04 --lang zh
  kaipan quote examples/yunjing-bay --unit 1-1-1001 --plan AJ --format json | jq .schedule";

const CALL_EXAMPLES: &str = "\
Examples / 示例:
  kaipan call pricing.table < request.json
  kaipan call pricing.net_to_list --file request.json
  kaipan call pricing.check --lines < requests.jsonl > responses.jsonl

An error is the JSON {\"error\": …} on standard output, with exit status 1 (0 with --lines).
出错时标准输出为 JSON “{\"error\": …}”，退出码 1（用“--lines”时为 0）。";

/// Exact pricing of new homes in China / 新房开盘定价
#[derive(Debug, Parser)]
#[command(name = "kaipan", version, after_help = EXAMPLES, help_template = TEMPLATE)]
#[command(arg_required_else_help = true, subcommand_help_heading = "Commands / 命令")]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Language of the output, by default from the locale / 输出语言，默认随系统
    #[arg(long, global = true, value_enum, help_heading = OPTIONS)]
    pub(crate) lang: Option<LangChoice>,
    /// Print help / 显示帮助
    #[arg(short, long, global = true, action = ArgAction::Help, help_heading = OPTIONS)]
    help: Option<bool>,
    /// Print the version / 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = OPTIONS)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Price a project / 为项目定价
    Price(PriceArgs),
    /// Quote a unit: price, payments, loans, fees / 出置业计划：价格、付款、贷款、税费
    Quote(Box<QuoteArgs>),
    /// Call an operation, JSON in and JSON out / 调用一个操作，JSON 进 JSON 出
    Call(CallArgs),
    /// List the operations / 列出全部操作
    #[command(help_template = TEMPLATE)]
    Ops,
    /// Print the JSON Schema of an operation / 输出操作的 JSON 结构
    Schema(SchemaArgs),
    /// List all error codes / 列出全部错误码
    #[command(help_template = TEMPLATE)]
    Errors,
    /// Print this help, or that of a command / 显示本帮助，或一个命令的帮助
    #[command(help_template = TEMPLATE)]
    Help {
        /// Name of the command / 命令名
        #[arg(value_name = "COMMAND", help_heading = ARGUMENTS)]
        command: Option<String>,
    },
}

#[derive(Debug, ClapArgs)]
#[command(after_help = PRICE_EXAMPLES, help_template = TEMPLATE)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct PriceArgs {
    /// Folder with project.json and units.csv, or a JSON file / 项目文件夹或 JSON 文件
    #[arg(value_name = "PROJECT", help_heading = ARGUMENTS)]
    pub(crate) project: PathBuf,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Show how the price of this unit comes about, step by step / 逐步说明该房间的价格
    #[arg(long, value_name = "UNIT")]
    pub(crate) explain: Vec<Text>,
    /// Solve the base price for this average: another value for the project's target, whose units
    /// stay the same; without targets, for all units / 按此均价反推基准价：换目标的数值，范围不变；没有目标则为全部房间
    #[arg(long, value_name = "YUAN_PER_M2", value_parser = average)]
    pub(crate) target_average: Option<UnitPrice>,
    /// Which target it is for, by its number in the table; "all" puts one over the whole project
    /// in place of all / 改第几个目标；“all”为整个项目一个目标
    #[arg(long, value_name = "N|all", value_parser = aim, requires = "target_average")]
    pub(crate) target: Option<Aim>,
    /// Show this building only; may be repeated / 只看该楼栋，可重复
    #[arg(long, value_name = "NAME")]
    pub(crate) building: Vec<Text>,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width)]
    pub(crate) width: Option<u16>,
    /// Exit with status 3 for warnings too, not only for violations / 有警告也返回退出码 3
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = QUOTE_EXAMPLES, help_template = TEMPLATE)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct QuoteArgs {
    /// Folder of the project, with sales.json / 项目文件夹，含“sales.json”
    #[arg(value_name = "PROJECT", help_heading = ARGUMENTS)]
    pub(crate) project: PathBuf,
    /// Number of the unit / 房号
    #[arg(long, value_name = "UNIT")]
    pub(crate) unit: Text,
    /// Payment plan, by code or name; several are compared / 付款方式（编码或名称），多个则比较
    #[arg(long, value_name = "CODE")]
    pub(crate) plan: Vec<Text>,
    /// Discount, by code or name; may be repeated / 优惠（编码或名称），可重复
    #[arg(long, value_name = "CODE[=VALUE]")]
    pub(crate) discount: Vec<Text>,
    /// Take the best admissible combination of discounts / 自动取最优惠的可用组合
    #[arg(long)]
    pub(crate) best: bool,
    /// Discounts that take much off are meant / 确认大额优惠无误
    #[arg(long)]
    pub(crate) yes: bool,
    /// Unit sold with it, such as a parking space; may be repeated / 一并购买的车位等，可重复
    #[arg(long, value_name = "UNIT")]
    pub(crate) with: Vec<Text>,
    /// Compare all plans, or those given / 比较全部（或所给的）付款方式
    #[arg(long)]
    pub(crate) compare: bool,
    /// For the comparison: later payments are worth less by this share a year, 0.03 is 3 % / 比较时折现的年利率，填比例，3% 写作 0.03
    #[arg(long, value_name = "R", default_value = "0.03", value_parser = scalar::<Rate>)]
    pub(crate) annual_rate: Rate,
    /// Commercial loan wanted, instead of the most there is / 商业贷款金额，默认贷足
    #[arg(long, value_name = "AMOUNT", value_parser = yuan, help_heading = "Loans / 贷款")]
    pub(crate) loan: Option<Money>,
    /// Provident fund loan wanted / 公积金贷款金额，默认贷足
    #[arg(long, value_name = "AMOUNT", value_parser = yuan, help_heading = "Loans / 贷款")]
    pub(crate) fund_loan: Option<Money>,
    /// Months the loans run, as far as the law lets them / 贷款月数，不超过法定最长期限
    #[arg(long, value_name = "N", value_parser = whole::<1, 1200>,
        help_heading = "Loans / 贷款")]
    pub(crate) months: Option<u32>,
    /// Months the provident fund loan runs, if not those of --months / 公积金贷款月数，默认同“--months”
    #[arg(long, value_name = "N", value_parser = whole::<1, 1200>,
        help_heading = "Loans / 贷款")]
    pub(crate) fund_months: Option<u32>,
    /// How loans are repaid / 还款方式
    #[arg(long, value_enum, help_heading = "Loans / 贷款")]
    pub(crate) method: Option<Method>,
    /// Day of the quote and of subscription, by default today in China / 报价和认购日期，默认今天
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = scalar::<Date>,
        help_heading = "Dates / 日期")]
    pub(crate) date: Option<Date>,
    /// Agreed signing date / 约定签约日
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = scalar::<Date>,
        help_heading = "Dates / 日期")]
    pub(crate) signing: Option<Date>,
    /// Member level / 会员级别
    #[arg(long, value_name = "LEVEL", help_heading = "Buyer / 客户")]
    pub(crate) member: Option<Text>,
    /// Which home of the household this is / 家庭第几套住房
    #[arg(long, value_name = "N", value_parser = whole::<1, 99>,
        help_heading = "Buyer / 客户")]
    pub(crate) home_count: Option<u32>,
    /// Owner who referred the buyer / 推荐的老业主
    #[arg(long, value_name = "NAME", help_heading = "Buyer / 客户")]
    pub(crate) referrer: Option<Text>,
    /// Units that the buyer's group buys / 团购套数
    #[arg(long, value_name = "N", value_parser = whole::<0, { u32::MAX }>,
        help_heading = "Buyer / 客户")]
    pub(crate) group: Option<u32>,
    /// The buyer is an employee / 内部员工
    #[arg(long, help_heading = "Buyer / 客户")]
    pub(crate) employee: bool,
    /// Campaign the buyer comes by; may be repeated / 促销活动编码，可重复
    #[arg(long, value_name = "CODE", help_heading = "Buyer / 客户")]
    pub(crate) campaign: Vec<Text>,
    /// Write a sheet to print and hand over / 写出可打印的置业计划书
    #[arg(long, value_name = "FILE", help_heading = "Output / 输出")]
    pub(crate) html: Option<PathBuf>,
    /// What to print / 输出格式
    #[arg(long, value_enum, default_value_t = QuoteFormat::Table, help_heading = "Output / 输出")]
    pub(crate) format: QuoteFormat,
    /// When to colour / 是否着色
    #[arg(long, value_enum, default_value_t = Color::Auto, help_heading = "Output / 输出")]
    pub(crate) color: Color,
    /// Width of the output, by default the terminal's / 输出宽度，默认随终端
    #[arg(long, value_name = "N", value_parser = width,
        help_heading = "Output / 输出")]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, ClapArgs)]
#[command(after_help = CALL_EXAMPLES, help_template = TEMPLATE)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct CallArgs {
    /// Name of the operation; see kaipan ops / 操作名，见“kaipan ops”
    #[arg(value_name = "OP", help_heading = ARGUMENTS)]
    pub(crate) operation: String,
    /// Every line is a request, every line of output its answer / 每行一个请求，逐行输出结果
    #[arg(long)]
    pub(crate) lines: bool,
    /// Read this file instead of standard input / 读文件而不是标准输入
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
#[command(help_template = TEMPLATE, next_help_heading = OPTIONS)]
pub(crate) struct SchemaArgs {
    /// Name of the operation; see kaipan ops / 操作名，见“kaipan ops”
    #[arg(value_name = "OP", help_heading = ARGUMENTS)]
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
    /// The response of pricing.table / “pricing.table”的结果
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum QuoteFormat {
    /// For people / 供人阅读
    Table,
    /// The response of quote.make or quote.compare / “quote.make”或“quote.compare”的结果
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Method {
    /// 等额本息
    EqualInstalment,
    /// 等额本金
    EqualPrincipal,
}

impl From<Method> for RepaymentMethod {
    fn from(method: Method) -> RepaymentMethod {
        match method {
            Method::EqualInstalment => RepaymentMethod::EqualInstalment,
            Method::EqualPrincipal => RepaymentMethod::EqualPrincipal,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }

    /// Every text of the help.
    fn texts(command: &clap::Command, found: &mut Vec<String>) {
        let about = [command.get_about(), command.get_after_help()];
        found.extend(about.into_iter().flatten().map(ToString::to_string));
        for argument in command.get_arguments() {
            found.extend(argument.get_help().map(ToString::to_string));
            found.extend(argument.get_help_heading().map(str::to_owned));
            let values = argument.get_possible_values();
            found.extend(values.iter().filter_map(|value| value.get_help()).map(|h| h.to_string()));
        }
        command.get_subcommands().for_each(|command| texts(command, found));
    }

    #[test]
    fn each_half_of_the_help_is_wholly_in_its_language() {
        let mut found = Vec::new();
        texts(&<Args as clap::CommandFactory>::command(), &mut found);
        assert!(found.len() > 60, "{}", found.len());
        let chinese = |text: &str| text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        let outside = |text: &str, open: char, close: char| {
            let parts = text.split(open).enumerate();
            let kept = parts.map(|(at, part)| match at {
                0 => part,
                _ if open == close => {
                    if at % 2 == 0 {
                        part
                    } else {
                        ""
                    }
                }
                _ => part.split_once(close).map_or("", |(_, rest)| rest),
            });
            kept.collect::<String>()
        };
        // Commands to type are as they are typed.
        let lines = found.iter().flat_map(|text| text.lines());
        for line in lines.filter(|line| !line.starts_with("  kaipan ")) {
            let halves: Vec<&str> = line.split(" / ").collect();
            if let [en, zh] = halves[..] {
                assert!(!chinese(&outside(en, '"', '"')), "{line}");
                assert!(chinese(zh), "{line}");
            }
            for zh in halves.iter().filter(|half| chinese(&outside(half, '"', '"'))) {
                let plain = outside(zh, '“', '”').replace("JSON", "");
                assert!(!plain.contains(|c: char| c.is_ascii_alphabetic()), "{line}");
            }
            assert!(halves.len() <= 2, "{line}");
        }
    }
}
