//! The string literals of a Rust file, without comments and tests.

/// Every literal with its line.
pub(crate) fn of(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let letters: Vec<char> = source.chars().collect();
    let (mut found, mut at, mut line) = (Vec::new(), 0, 1);
    let next = |at: usize| letters.get(at).copied().unwrap_or_default();
    while at < letters.len() {
        match next(at) {
            '/' if next(at + 1) == '/' => {
                while at < letters.len() && next(at) != '\n' {
                    at += 1;
                }
                continue;
            }
            '\'' if next(at + 1) == '\\' => at += 3,
            '\'' if next(at + 2) == '\'' => at += 2,
            'r' if next(at + 1) == '#' && next(at + 2) == '"' => {
                let start = at + 3;
                at = start;
                while at < letters.len() && !(next(at) == '"' && next(at + 1) == '#') {
                    at += 1;
                }
                found.push((line, letters[start..at].iter().collect()));
                line += letters[start..at].iter().filter(|one| **one == '\n').count();
            }
            '"' => {
                let (begin, mut text) = (line, String::new());
                at += 1;
                while at < letters.len() && next(at) != '"' {
                    if next(at) == '\\' {
                        at += 1;
                        match next(at) {
                            'n' => text.push('\n'),
                            // The text goes on after the spaces of the next line.
                            '\n' => {
                                while next(at + 1).is_whitespace() {
                                    line += usize::from(next(at + 1) == '\n');
                                    at += 1;
                                }
                                line += 1;
                            }
                            other => text.push(other),
                        }
                    } else {
                        line += usize::from(next(at) == '\n');
                        text.push(next(at));
                    }
                    at += 1;
                }
                found.push((begin, text));
            }
            '\n' => line += 1,
            _ => {}
        }
        at += 1;
    }
    found
}

#[test]
fn literals_are_found() {
    let source =
        "let a = \"甲\"; // \"no\"\nlet b = ('\"', '\\'', r#\"乙\"#,\n \"a \\\n   b\\\"\");";
    let expected = [(1, "甲".to_owned()), (2, "乙".to_owned()), (3, "a b\"".to_owned())];
    assert_eq!(of(source), expected);
}
