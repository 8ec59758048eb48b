//! The hash of a snapshot, which anyone can compute again.

use super::DealSnapshot;
use crate::Text;
use crate::deal::lottery::sha256;
use crate::json::Write;

impl DealSnapshot {
    /// Its canonical text: JSON as the library writes it everywhere, in UTF-8, without spaces, the
    /// fields in the order of the type, absent ones left out.
    #[must_use]
    pub fn canonical_text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    /// SHA-256 of the canonical text, 64 lower-case hexadecimal digits: what `sha256sum` and
    /// Python's `hashlib.sha256(text.encode()).hexdigest()` say of it.
    #[must_use]
    pub fn hash(&self) -> Text {
        sha256(&self.canonical_text()).into()
    }
}
