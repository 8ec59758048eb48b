//! Words of messages that are made here.

/// A number of things, in English.
pub(super) fn counted(count: u32, thing: &str) -> String {
    match count {
        1 => format!("1 {thing}"),
        count => format!("{count} {thing}s"),
    }
}
