//! The help, wholly in the language of the user.
//!
//! `args` says what every option is in both languages, `English / 中文`; the half of the other
//! language is taken out before the help is drawn. What the parser has only in English is
//! translated in what it drew.

mod deal;
mod ledger_texts;
mod overdue;
mod report;
mod texts;

use crate::args::Args;
use crate::text::Say;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory};
use kaipan::error::Lang;

/// The help of a command, given by its name and those of the commands that it is one of, or of the
/// program; `None` if there is no such command.
pub(crate) fn text(names: &[&str], is_long: bool, lang: Lang) -> Option<String> {
    let mut program = in_language(Args::command(), lang);
    program.build();
    let mut command = &mut program;
    for name in names {
        command = command.find_subcommand_mut(name)?;
    }
    let drawn = if is_long { command.render_long_help() } else { command.render_help() };
    Some(parser_words(drawn.to_string(), lang))
}

/// The half of a text that is in this language.
pub(crate) fn half(text: &str, lang: Lang) -> &str {
    text.split_once(" / ").map_or(text, |(en, zh)| lang.say(zh, en))
}

fn in_language(command: Command, lang: Lang) -> Command {
    let about = command.get_about().map(|text| half(&text.to_string(), lang).to_owned());
    let below = match command.get_name() {
        "kaipan" => Some(texts::PROGRAM),
        "init" => Some(texts::INIT),
        "price" => Some(texts::PRICE),
        "adjust" => Some(texts::ADJUST),
        "bill" => Some(texts::BILL),
        "quote" => Some(texts::QUOTE),
        "match" => Some(texts::CUSTOMER_MATCH),
        "deal" => Some(deal::DEAL),
        "area" => Some(deal::DEAL_AREA),
        "services" => Some(deal::DEAL_SERVICES),
        "ledger" => Some(ledger_texts::LEDGER),
        "journal" => Some(ledger_texts::LEDGER_JOURNAL),
        "vouchers" => Some(ledger_texts::LEDGER_VOUCHERS),
        "overdue" => Some(overdue::OVERDUE),
        "tasks" => Some(overdue::TASKS),
        "forecast" => Some(overdue::FORECAST),
        "letters" => Some(overdue::LETTERS),
        "report" => Some(report::REPORT),
        "calendar" => Some(report::CALENDAR),
        "call" => Some(texts::CALL),
        _ => None,
    };
    let below = below.map(|[zh, en]| lang.say(zh, en));
    let template = lang.say(
        "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}",
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
    );
    let mut command = command
        .help_template(template)
        .subcommand_help_heading(lang.say("命令", "Commands"))
        .mut_args(|arg| arg_in(arg, lang))
        .mut_subcommands(|inner| in_language(inner, lang));
    if let Some(about) = about {
        command = command.about(about);
    }
    match below {
        Some(below) => command.after_help(below),
        None => command,
    }
}

fn arg_in(arg: Arg, lang: Lang) -> Arg {
    let help = arg.get_help().map(|text| half(&text.to_string(), lang).to_owned());
    let heading = arg.get_help_heading().map(|text| heading(text, lang));
    let names = arg.get_value_names().and_then(<[_]>::first).map(|name| value_name(name, lang));
    let values = arg.get_possible_values();
    let takes = arg.get_action().takes_values();
    let mut arg = arg;
    if let Some(help) = help {
        arg = arg.help(help);
    }
    if let Some(heading) = heading {
        arg = arg.help_heading(heading);
    }
    if let Some(Some(name)) = names.filter(|_| takes) {
        arg = arg.value_name(name);
    }
    if takes && !values.is_empty() {
        let values = values.into_iter().map(|value| {
            let help = value.get_help().map(|text| half(&text.to_string(), lang).to_owned());
            match help {
                Some(help) => value.help(help),
                None => value,
            }
        });
        arg = arg.value_parser(PossibleValuesParser::new(values.collect::<Vec<_>>()));
    }
    arg
}

/// A heading of the options.
fn heading(text: &str, lang: Lang) -> &'static str {
    match text.split(" / ").next().unwrap_or_default() {
        "Arguments" => lang.say("参数", "Arguments"),
        "Loans" => lang.say("贷款", "Loans"),
        "Dates" => lang.say("日期", "Dates"),
        "Buyer" => lang.say("客户", "Buyer"),
        "How prices change, one of" => lang.say("调价方式（选一）", "How prices change, one of"),
        "Which homes" => lang.say("范围", "Which homes"),
        "Output" => lang.say("输出", "Output"),
        _ => lang.say("选项", "Options"),
    }
}

/// A text of the parser with what stands for values in this language: `--floor-rate <RATE>`.
pub(crate) fn value_names(text: &str, lang: Lang) -> String {
    let mut parts = text.split('<');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('>').unwrap_or((part, ""));
        let name = value_name(name, lang).unwrap_or(name);
        out.push_str(&format!("<{name}>{rest}"));
    }
    out
}

/// What stands for a value in Chinese help.
fn value_name(name: &str, lang: Lang) -> Option<&'static str> {
    if lang == Lang::En {
        return None;
    }
    Some(match name {
        "PROJECT" => "项目",
        "FOLDER" => "文件夹",
        "UNIT" => "房号",
        "YUAN_PER_M2" => "单价",
        "N|all" => "编号",
        "NAME" => "名称",
        "CODE" => "编码",
        "WHAT" => "分行依据",
        "DAYS" => "天数",
        "MONTHS" => "月数",
        "CODE[=VALUE]" => "编码[=数值]",
        "R" => "年利率",
        "AMOUNT" => "金额",
        "YYYY-MM-DD" => "年-月-日",
        "YYYY-MM-DD[THH:MM]" => "年-月-日[时:分]",
        "ID" => "编号",
        "ROLE" => "岗位",
        "REPORT" => "报表",
        "PERIOD" => "期间",
        "NODE" => "单位",
        "CALIBER" => "口径",
        "COLUMN" => "栏",
        "PERSON" => "人",
        "LEVEL" => "级别",
        "RATE" => "比例",
        "FILE" => "文件",
        "OP" => "操作",
        "LANG" => "语言",
        "FORMAT" => "格式",
        "COLOR" => "着色",
        "METHOD" => "方式",
        "CHANGE" => "调法",
        "PERCENT" => "百分数",
        "SCHEME" => "方案",
        "SHARE" => "比例",
        "FLOORS" => "楼层",
        "TEXT" => "文字",
        "OTHER" => "对照",
        "ACTION" => "动作",
        "NUMBER" => "编号",
        "COMMAND" => "命令",
        _ => "数",
    })
}

/// What the parser writes in English whatever the language.
fn parser_words(text: String, lang: Lang) -> String {
    if lang == Lang::En {
        return text;
    }
    // The colon after a heading.
    let lines = text.lines().map(|line| match line.strip_suffix(':') {
        Some(heading) if !line.starts_with(' ') => format!("{heading}：\n"),
        _ => format!("{line}\n"),
    });
    let text: String = lines.collect();
    [
        ("[OPTIONS]", "[选项]"),
        ("[COMMAND]", "[命令]"),
        ("<COMMAND>", "<命令>"),
        ("[default: ", "[默认："),
        ("[possible values: ", "[可选值："),
        ("Possible values:", "可选值："),
    ]
    .into_iter()
    .fold(text, |text, (en, zh)| text.replace(en, zh))
}
