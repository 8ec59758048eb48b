//! A command line that cannot be understood, told in the user's language.

use crate::args::Args;
use crate::failure::{Choose, Failure};
use crate::help;
use crate::locale;
use crate::text::Say;
use crate::values::Said;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use kaipan::error::Lang;
use std::error::Error as _;
use std::io::Write;

/// Writes what is wrong, or the help that was asked for, and gives the exit status.
pub(crate) fn report(error: &clap::Error) -> u8 {
    let lang = locale::asked();
    if let Some(status) = shown(error.kind(), lang) {
        return status;
    }
    match told(error, lang) {
        Some(choose) => Failure::Choose(choose).report(lang),
        None => {
            let _ = error.print();
            u8::try_from(error.exit_code()).unwrap_or(2)
        }
    }
}

/// Prints the help of a command, or of the program.
pub(crate) fn help(name: Option<&str>, lang: Lang) -> Result<u8, Failure> {
    match help::text(name.as_slice(), true, lang) {
        Some(text) => crate::print(&text).map(|()| 0),
        None => Err(Failure::Choose(no_command(name.unwrap_or_default(), None, lang))),
    }
}

/// The help that a command line asks for, or that it gets because it says nothing.
fn shown(kind: ErrorKind, lang: Lang) -> Option<u8> {
    let is_asked = kind == ErrorKind::DisplayHelp;
    if !is_asked && kind != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return None;
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    let program = Args::command();
    let (names, _) = named(&program, &words);
    let is_long = !is_asked || words.iter().any(|word| word == "--help");
    let text = help::text(&names, is_long, lang)?;
    if is_asked {
        return Some(crate::print(&text).map_or(1, |()| 0));
    }
    let _ = std::io::stderr().write_all(text.as_bytes());
    Some(2)
}

/// The command that a command line names, with its name and those of the commands that it is one of.
fn named<'p>(program: &'p clap::Command, words: &'p [String]) -> (Vec<&'p str>, &'p clap::Command) {
    let (mut names, mut command) = (Vec::new(), program);
    for word in words {
        if let Some(inner) = command.get_subcommands().find(|one| one.get_name() == word) {
            names.push(word.as_str());
            command = inner;
        }
    }
    (names, command)
}

/// What is wrong and how to mend it; none for help, and for what nothing here has words for.
fn told(error: &clap::Error, lang: Lang) -> Option<Choose> {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(help::value_names(text, lang)),
        Some(ContextValue::Strings(all)) => {
            let all: Vec<String> = all.iter().map(|one| argument_in_words(one, lang)).collect();
            Some(all.join(lang.say("”、“", ", ")))
        }
        _ => None,
    };
    let argument = || text(ContextKind::InvalidArg).unwrap_or_default();
    let value = || text(ContextKind::InvalidValue).unwrap_or_default();
    let (zh, en) = match error.kind() {
        ErrorKind::MissingRequiredArgument => {
            let only = match error.get(ContextKind::InvalidArg) {
                Some(ContextValue::Strings(all)) if all.len() == 1 => all.first(),
                Some(ContextValue::String(one)) => Some(one),
                _ => None,
            };
            let missing = argument();
            match only.and_then(|only| one_of(only)) {
                Some(options) => (
                    format!("缺少选项，要给出其中一个：“{}”", options.join("”、“")),
                    format!("one of these options is missing: {}", options.join(", ")),
                ),
                None => (format!("缺少“{missing}”"), format!("{missing} is missing")),
            }
        }
        ErrorKind::UnknownArgument => {
            let given = argument();
            (format!("没有选项或参数“{given}”"), format!("there is no option or argument {given}"))
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (argument(), text(ContextKind::PriorArg).unwrap_or_default());
            if one == other || other.is_empty() {
                (format!("“{one}”只能给一次"), format!("{one} may be given once only"))
            } else {
                (format!("“{one}”不能与“{other}”同用"), format!("{one} does not go with {other}"))
            }
        }
        ErrorKind::InvalidValue if value().is_empty() => {
            let option = argument();
            (format!("“{option}”后面缺少值"), format!("{option} needs a value"))
        }
        ErrorKind::InvalidValue => {
            let (option, value) = (argument(), value());
            (format!("“{option}”不能是“{value}”"), format!("{option} cannot be \"{value}\""))
        }
        ErrorKind::TooManyValues => {
            let (option, value) = (argument(), value());
            (
                format!("“{option}”不带值，给了“{value}”"),
                format!("{option} takes no value, but \"{value}\" is given"),
            )
        }
        ErrorKind::ValueValidation => {
            let (option, value) = (argument(), value());
            let said = error.source().and_then(|source| source.downcast_ref::<Said>())?;
            (
                format!("“{option}”不能是“{value}”：{}", said.zh),
                format!("{option} cannot be \"{value}\": {}", said.en),
            )
        }
        ErrorKind::InvalidSubcommand => {
            let given = text(ContextKind::InvalidSubcommand).unwrap_or_default();
            let near = text(ContextKind::SuggestedSubcommand);
            return Some(no_command(&given, near, lang));
        }
        ErrorKind::MissingSubcommand => return Some(no_command("", None, lang)),
        ErrorKind::InvalidUtf8 => {
            ("参数不是合法的 UTF-8".to_owned(), "an argument is not valid UTF-8".to_owned())
        }
        _ => return None,
    };
    let mut mend = Vec::new();
    if let Some(valid) = text(ContextKind::ValidValue).filter(|valid| !valid.is_empty()) {
        mend.push(match lang {
            Lang::Zh => format!("可以是“{valid}”"),
            Lang::En => format!("it can be {valid}"),
        });
    }
    let near = text(ContextKind::SuggestedArg).or_else(|| text(ContextKind::SuggestedValue));
    if let Some(near) = near {
        mend.push(match lang {
            Lang::Zh => format!("是否指“{near}”？"),
            Lang::En => format!("did you mean {near}?"),
        });
    }
    if mend.is_empty() {
        mend.push(lang.say("用法见“--help”", "--help shows the usage").to_owned());
    }
    let what = lang.say(&zh, &en).to_owned();
    Some(Choose { what, mend: mend.join(lang.say("；", "; ")), choices: Vec::new() })
}

/// An argument as the parser names it, in words of this language; of a group, its options.
fn argument_in_words(argument: &str, lang: Lang) -> String {
    match one_of(argument) {
        Some(options) => options.join(lang.say(" 或 ", " or ")),
        None => help::value_names(argument, lang),
    }
}

/// The options of a group of which one has to be given, as the parser names it:
/// `<--one <A>|--other <B>>`.
fn one_of(missing: &str) -> Option<Vec<&str>> {
    let inside = missing.strip_prefix('<')?.strip_suffix('>')?;
    let options = inside.split('|').filter_map(|option| option.split(' ').next());
    let options: Vec<&str> = options.filter(|option| option.starts_with("--")).collect();
    (options.len() > 1).then_some(options)
}

/// There is no such command: those that there are.
fn no_command(given: &str, near: Option<String>, lang: Lang) -> Choose {
    let what = match (lang, given.is_empty()) {
        (Lang::Zh, true) => "没有给出命令".to_owned(),
        (Lang::En, true) => "no command is given".to_owned(),
        (Lang::Zh, false) => format!("没有命令“{given}”"),
        (Lang::En, false) => format!("there is no command \"{given}\""),
    };
    let mend = match (lang, near) {
        (Lang::Zh, Some(near)) => format!("是否指“{near}”？可用的命令："),
        (Lang::En, Some(near)) => format!("did you mean {near}? The commands are:"),
        (Lang::Zh, None) => "可用的命令：".to_owned(),
        (Lang::En, None) => "the commands are:".to_owned(),
    };
    let program = Args::command();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (_, command) = named(&program, &words);
    let command = if command.has_subcommands() { command } else { &program };
    let choices = command.get_subcommands().map(|command| {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        (command.get_name().to_owned(), help::half(&about, lang).to_owned())
    });
    Choose { what, mend, choices: choices.collect() }
}
