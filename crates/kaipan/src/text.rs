//! Names, codes and notes: short text that goes unchanged from policies and units into results.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

#[cfg(not(all(feature = "compact", target_family = "wasm")))]
use smol_str::SmolStr as Kept;
/// Where code has to be small: half as long as a `SmolStr`, and moved in one piece.
#[cfg(all(feature = "compact", target_family = "wasm"))]
type Kept = Box<str>;

/// Short text that is cheap to copy: up to 23 bytes are kept in place, longer text is shared.
///
/// A quote repeats the names and codes of its policies more than a hundred times; copies of a
/// [`String`] would cost more than all it computes. Used like a `&str`, made with [`From`].
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Text(Kept);

impl Text {
    /// A value as it is shown.
    #[must_use]
    pub fn of(value: impl fmt::Display) -> Text {
        #[cfg(not(all(feature = "compact", target_family = "wasm")))]
        return Text(smol_str::ToSmolStr::to_smolstr(&value));
        #[cfg(all(feature = "compact", target_family = "wasm"))]
        return Text::from(value.to_string());
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text(Kept::from(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text(Kept::from(text))
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Text {
        Text::from(text.as_str())
    }
}

impl From<&Text> for Text {
    fn from(text: &Text) -> Text {
        text.clone()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        text.0.into()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Text> for &str {
    fn eq(&self, other: &Text) -> bool {
        *self == other.as_str()
    }
}

impl PartialEq<Text> for str {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Text> for String {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(feature = "json")]
impl crate::json::Read for Text {
    fn read(node: &crate::json::Node<'_>, misfit: &crate::json::Misfit) -> Text {
        Text::from(String::read(node, misfit))
    }
}

#[cfg(feature = "json")]
impl crate::json::Write for Text {
    fn write(&self, out: &mut String) {
        crate::json::text(self, out);
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_text_read_the_same() {
        for text in ["", "1号楼", "a text of more than twenty-three bytes"] {
            let kept = Text::from(text);
            assert_eq!(kept, text);
            assert_eq!(kept.clone(), kept);
            assert_eq!(String::from(kept.clone()), text);
            assert_eq!(format!("{kept:>3}|{kept:?}"), format!("{text:>3}|{text:?}"));
            assert!(kept >= Text::default());
        }
        assert_eq!(Text::from("国管"), Text::of("国管"));
    }
}
