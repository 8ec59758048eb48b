//! One floor as people write it.

/// Reads `18`, `18层`, `第18层`, `18F`, `18.0`, `-1`, `B1`, `负1层`, `地下一层` or `十八层`: the number,
/// and the text without suffix, which stands in composed unit numbers. None if it is no floor.
pub(crate) fn written_floor(text: &str) -> Option<(i32, String)> {
    let text = text.trim();
    let text = text.strip_prefix('第').unwrap_or(text);
    let text = text.strip_suffix(['层', '楼', 'F', 'f']).map_or(text, str::trim_end);
    let (below, digits) =
        match ["地下", "负", "B", "b", "-"].iter().find_map(|p| text.strip_prefix(p)) {
            Some(digits) => (true, digits),
            None => (false, text),
        };
    // A number cell saved as text: 18.0.
    let digits = digits.strip_suffix(".0").filter(|whole| !whole.is_empty()).unwrap_or(digits);
    let chinese = chinese_number(digits).map(|count| count.to_string());
    let digits = chinese.as_deref().unwrap_or(digits);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let count = digits.parse::<i32>().ok().filter(|&count| !(below && count == 0))?;
    Some(if below {
        let sign = if text.starts_with('-') { "-" } else { "B" };
        (count.saturating_neg(), format!("{sign}{digits}"))
    } else {
        (count, digits.to_owned())
    })
}

/// 一 to 九十九.
fn chinese_number(text: &str) -> Option<u32> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |c: char| {
        let at = DIGITS.iter().position(|digit| *digit == c)?;
        u32::try_from(at).ok()?.checked_add(1)
    };
    let mut letters = text.chars();
    match (letters.next()?, letters.next(), letters.next(), letters.next()) {
        ('首', None, ..) => Some(1),
        ('十', None, ..) => Some(10),
        ('十', Some(one), None, _) => digit(one)?.checked_add(10),
        (ten, Some('十'), None, _) => digit(ten)?.checked_mul(10),
        (ten, Some('十'), Some(one), None) => {
            digit(ten)?.checked_mul(10)?.checked_add(digit(one)?)
        }
        (one, None, ..) => digit(one),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floors_are_read_with_what_stands_around_them() {
        for (text, floor) in
            [("18", 18), ("+0", 0), ("018", 18), ("18F", 18), ("18 层", 18), ("B1", -1), ("-2", -2)]
        {
            let expected = (text != "+0").then_some(floor);
            assert_eq!(written_floor(text).map(|(floor, _)| floor), expected, "{text}");
        }
        for text in ["", "层", "1-3", "B0", "1.5", "18FF", "99999999999", "顶层"] {
            assert_eq!(written_floor(text), None, "{text}");
        }
    }
}
