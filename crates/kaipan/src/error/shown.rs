//! How messages show parameters to people. A parameter itself stays plain, for programs.

use super::Lang;

/// A template as people read it: `{price}` for `{price:yuan}`.
pub fn without_shapes(template: &str) -> String {
    let mut parts = template.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let name = name.split(':').next().unwrap_or_default();
        out.extend(["{", name, "}", rest]);
    }
    out
}

/// A value in a text that is composed elsewhere, as [`show`] writes it.
pub(crate) fn shown(value: &str, shape: &str, lang: Lang) -> String {
    let mut out = String::new();
    show(value, shape, lang, &mut out);
    out
}

/// Writes a value as the word after the colon of a template says, `{price:yuan}`. A value that is
/// no plain decimal stays as it is.
pub(super) fn show(value: &str, shape: &str, lang: Lang, out: &mut String) {
    let (zh, en) = match shape {
        "list" => return list(value, lang, out),
        "words" => return words(value, out),
        "source" => return source(value, lang, out),
        "percent" => ("%", " %"),
        "yuan" => (" 元", " yuan"),
        "price" => (" 元/㎡", " yuan/m²"),
        "area" => (" ㎡", " m²"),
        _ => ("", ""),
    };
    let shifted = (shape == "percent").then(|| hundredfold(value));
    let value = shifted.as_deref().unwrap_or(value);
    if grouped(value, out) {
        out.push_str(if lang == Lang::Zh { zh } else { en });
    }
}

/// The items of a list, each in quotes.
fn list(value: &str, lang: Lang, out: &mut String) {
    let (open, close, between) = match lang {
        Lang::Zh => ('“', '”', "、"),
        Lang::En => ('"', '"', ", "),
    };
    for (at, item) in value.split(", ").enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        out.push(open);
        out.push_str(item);
        out.push(close);
    }
}

/// The source of a rule: in quotes if it is in the other language, as a user may have given it.
fn source(value: &str, lang: Lang, out: &mut String) {
    match lang {
        Lang::Zh if value.chars().any(|letter| letter.is_ascii_alphabetic()) => {
            out.extend(["“", value, "”"]);
        }
        Lang::En if !value.is_ascii() => out.extend(["\"", value, "\""]),
        _ => out.push_str(value),
    }
}

/// A word of requests as people write it.
fn words(value: &str, out: &mut String) {
    let value = value.strip_prefix("custom:").unwrap_or(value);
    out.extend(value.chars().map(|letter| if letter == '_' { ' ' } else { letter }));
}

/// With thousands separators, and without the fen if there are none. Says whether it is a number.
fn grouped(value: &str, out: &mut String) -> bool {
    let digits = value.strip_prefix(['-', '>']).unwrap_or(value);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(decimals) {
        out.push_str(value);
        return false;
    }
    out.push_str(value.strip_suffix(digits).unwrap_or_default());
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && whole.len().saturating_sub(at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !matches!(decimals, "" | "00") {
        out.push('.');
        out.push_str(decimals);
    }
    true
}

/// A ratio as a percentage, by moving its point.
fn hundredfold(value: &str) -> String {
    let (sign, digits) = value.strip_prefix('-').map_or(("", value), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let (moved, rest) = decimals.split_at_checked(2).unwrap_or((decimals, ""));
    let whole = format!("{whole}{moved:0<2}");
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(value: &str, shape: &str) -> (String, String) {
        (shown(value, shape, Lang::Zh), shown(value, shape, Lang::En))
    }

    #[test]
    fn templates_are_read_without_shapes() {
        let plain = without_shapes("{a:yuan} of {b}, {c:list}: 1:2");
        assert_eq!(plain, "{a} of {b}, {c}: 1:2");
        assert_eq!(without_shapes("nothing"), "nothing");
    }

    #[test]
    fn numbers_have_separators_and_units() {
        for (value, shape, zh, en) in [
            ("1075000.00", "yuan", "1,075,000 元", "1,075,000 yuan"),
            ("-9772.42", "yuan", "-9,772.42 元", "-9,772.42 yuan"),
            ("0", "yuan", "0 元", "0 yuan"),
            ("999", "yuan", "999 元", "999 yuan"),
            ("43685.00", "price", "43,685 元/㎡", "43,685 yuan/m²"),
            ("89.50", "area", "89.50 ㎡", "89.50 m²"),
            ("0.3", "percent", "30%", "30 %"),
            ("0.298123", "percent", "29.8123%", "29.8123 %"),
            ("-0.05", "percent", "-5%", "-5 %"),
            ("0", "percent", "0%", "0 %"),
            ("12.5", "percent", "1,250%", "1,250 %"),
            ("1234", "number", "1,234", "1,234"),
            (">67108864", "number", ">67,108,864", ">67,108,864"),
            ("—", "yuan", "—", "—"),
            ("≤ 0", "yuan", "≤ 0", "≤ 0"),
            ("", "yuan", "", ""),
        ] {
            assert_eq!(both(value, shape), (zh.to_owned(), en.to_owned()), "{value} {shape}");
        }
    }

    #[test]
    fn lists_are_quoted_and_words_have_spaces() {
        let (zh, en) = both("AJ, 一次性", "list");
        assert_eq!((zh.as_str(), en.as_str()), ("“AJ”、“一次性”", "\"AJ\", \"一次性\""));
        assert_eq!(both("area_band", "words").1, "area band");
        assert_eq!(both("市住建局", "source"), ("市住建局".into(), "\"市住建局\"".into()));
        assert_eq!(both("Art. 586", "source"), ("“Art. 586”".into(), "Art. 586".into()));
        assert_eq!(both("custom:得房率", "words").1, "得房率");
    }
}
