//! The list of a group, and its hash.

use crate::Text;
use crate::check::with_repeats;
use crate::error::{Code, Error, Input, Result};
use kaipan_derive::boundary;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// An entry of a lottery.
#[boundary]
pub struct LotteryEntry {
    /// Its number in the list, from 1.
    pub number: u32,
    /// The registration.
    pub registration: Text,
}

/// The list of a group as it is published: one line an entry, `number|registration`, ended by LF,
/// ascending by number.
///
/// ```
/// use kaipan::deal::{LotteryEntry, LotteryList};
/// let entries = [LotteryEntry::new(2, "R-0009"), LotteryEntry::new(1, "R-0004")];
/// let list = LotteryList::new(&entries)?;
/// assert_eq!(list.text(), "1|R-0004\n2|R-0009\n");
/// // The same as `sha256sum` says of the text.
/// assert_eq!(list.hash().len(), 64);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LotteryList {
    text: String,
    hash: String,
    entries: Vec<LotteryEntry>,
}

impl LotteryList {
    /// The list of these entries, in any order.
    ///
    /// # Errors
    /// [`Code::DealLotteryEmpty`] for no entry, [`Code::DealLotteryTwice`] for a number or a
    /// registration that is there a second time, [`Code::DealLotteryName`] for a registration that
    /// would make another line of the list.
    pub fn new(entries: &[LotteryEntry]) -> Result<LotteryList> {
        if entries.is_empty() {
            return Err(Error::new(Code::DealLotteryEmpty).within(Input::Entries));
        }
        let mut errors = Vec::new();
        for (at, entry, again) in with_repeats(entries, |entry| entry.number) {
            if again.is_some() {
                let error = Error::new(Code::DealLotteryTwice).with("name", entry.number);
                errors.push(error.at("number").at(at).within(Input::Entries));
            }
        }
        for (at, entry, again) in with_repeats(entries, |entry| entry.registration.as_str()) {
            let name = &entry.registration;
            let code = match () {
                () if name.is_empty() || name.contains(['|', '\n', '\r']) => Code::DealLotteryName,
                () if again.is_some() => Code::DealLotteryTwice,
                () => continue,
            };
            let error = Error::new(code).with("name", name);
            errors.push(error.at("registration").at(at).within(Input::Entries));
        }
        Error::collect(errors)?;
        let mut entries = entries.to_vec();
        entries.sort_unstable_by_key(|entry| entry.number);
        let mut text = String::new();
        for entry in &entries {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{}|{}", entry.number, entry.registration);
        }
        let hash = sha256(&text);
        Ok(LotteryList { text, hash, entries })
    }

    /// The text that is published.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its SHA-256, 64 lower-case hexadecimal digits: published before the seed can be known.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The entries, ascending by number.
    pub(in crate::deal) fn entries(&self) -> &[LotteryEntry] {
        &self.entries
    }
}

/// SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits.
pub(crate) fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut digits, byte| {
        // Writing to a text cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
