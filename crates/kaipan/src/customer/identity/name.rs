//! Names of customers as they are compared.

use crate::fold::fold;

/// A name without what does not tell two people apart: width and case of letters, spaces inside a
/// Chinese name, and the many dots of names from other languages.
///
/// ```
/// use kaipan::customer::name_key;
/// assert_eq!(name_key("张 三"), name_key("张三　"));
/// assert_eq!(name_key("阿依古丽•买买提"), name_key("阿依古丽·买买提"));
/// assert_eq!(name_key("ZHANG  San"), name_key("Zhang San"));
/// assert_ne!(name_key("张三"), name_key("张叁"));
/// ```
#[must_use]
pub fn name_key(name: &str) -> String {
    let folded = fold(name);
    let is_chinese = folded.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}'));
    let kept = folded.chars().filter(|c| !(is_chinese && *c == ' '));
    let one_dot = kept.map(|c| if "•・‧∙⋅．".contains(c) { '·' } else { c });
    one_dot.flat_map(char::to_lowercase).collect()
}
