//! What a text wholly in one language is.

/// Words that a Chinese text of the trade has in Latin letters. The list stays short: whatever has a
/// Chinese name is called by it, and what is written in requests stands in quotes.
pub(crate) const TRADE: &[&str] = &["JSON", "CSV", "XML", "UTF", "GBK", "LPR"];

pub(crate) fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

/// The text without what stands in quotes: “…” in Chinese, "…" in English.
pub(crate) fn outside_quotes(text: &str, open: char, close: char) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in text.chars() {
        match inside {
            true => inside = letter != close,
            false if letter == open => inside = true,
            false => out.push(letter),
        }
    }
    out
}

/// Runs of Latin letters of a Chinese text, outside quotes, that are no words of the trade.
pub(crate) fn latin_words(chinese: &str) -> Vec<String> {
    let plain = outside_quotes(chinese, '“', '”');
    let words = plain.split(|letter: char| !letter.is_ascii_alphabetic() && letter != '_');
    let foreign = words.filter(|word| !word.is_empty() && !TRADE.contains(word));
    foreign.map(str::to_owned).collect()
}

/// Whether an English text holds Chinese outside quotes.
pub(crate) fn has_chinese(english: &str) -> bool {
    outside_quotes(english, '"', '"').chars().any(is_chinese)
}

/// The pieces of a template: text between placeholders, and placeholders with whether they stand
/// in quotes.
pub(crate) struct Template {
    pub(crate) text: String,
    pub(crate) placeholders: Vec<Placeholder>,
}

pub(crate) struct Placeholder {
    pub(crate) name: String,
    pub(crate) shape: String,
    pub(crate) quoted: bool,
}

impl Template {
    /// Takes a template apart; what stands for a placeholder in the text is a digit.
    pub(crate) fn new(template: &str, open: char, close: char) -> Template {
        let (mut text, mut placeholders) = (String::new(), Vec::new());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (inside, tail) = after.split_once('}').expect("braces come in pairs");
            let (name, shape) = inside.split_once(':').unwrap_or((inside, ""));
            let quoted = match open == close {
                true => text.matches(open).count() % 2 == 1,
                false => text.rfind(open) > text.rfind(close),
            };
            placeholders.push(Placeholder { name: name.into(), shape: shape.into(), quoted });
            text.push('0');
            rest = tail;
        }
        text.push_str(rest);
        Template { text, placeholders }
    }
}

#[test]
fn what_is_foreign_is_found() {
    assert_eq!(latin_words("因素“floor”的 JSON 与 floor_price"), ["floor_price"]);
    assert!(latin_words("单价 43,685 元/㎡，4.5%").is_empty());
    assert!(has_chinese("write 98折") && !has_chinese("write \"98折\""));
    let template = Template::new("房间“{unit_no}”的 {price:yuan}", '“', '”');
    assert_eq!(template.text, "房间“0”的 0");
    let [unit, price] = &template.placeholders[..] else { panic!() };
    assert!(unit.quoted && !price.quoted && price.shape == "yuan");
}
