//! The language of the user.

use crate::args::LangChoice;
use clap::ValueEnum;
use kaipan::error::Lang;

/// Chinese if the locale starts with `zh`; the environment goes before the system's settings.
pub(crate) fn language() -> Lang {
    let of_environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    language_of(&of_environment.or_else(sys_locale::get_locale).unwrap_or_default())
}

/// The language asked for on the command line, even on one that is not understood, else that of the
/// locale.
pub(crate) fn asked() -> Lang {
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => continue,
        };
        if let Some(choice) = value.and_then(|value| LangChoice::from_str(&value, false).ok()) {
            return choice.into();
        }
    }
    language()
}

fn language_of(locale: &str) -> Lang {
    if locale.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_locales_start_with_zh() {
        for (locale, lang) in [
            ("zh_CN.UTF-8", Lang::Zh),
            ("zh-Hans-CN", Lang::Zh),
            ("ZH", Lang::Zh),
            ("en_US.UTF-8", Lang::En),
            ("C.UTF-8", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(language_of(locale), lang, "{locale}");
        }
    }
}
