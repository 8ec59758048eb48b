//! Names, codes and notes: short text that goes from policies and units into results.

#[cfg(any(feature = "serde", feature = "json", feature = "uniffi"))]
use crate::error::{Code, Error, Result};
use crate::fold::fold;
use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use smol_str::SmolStr as Kept;

/// An identifier or a name by which things are found: short text that is compared.
///
/// It is folded when it is made, whatever it is made from: spaces at the ends and characters that
/// cannot be seen are gone, full-width letters, digits and punctuation are narrow, dashes are `-`,
/// runs of spaces are one. So `"101"` and `"１０１ "` are one home in requests, spreadsheets and
/// arguments alike. Case is kept, and counts.
///
/// Cheap to copy: up to 23 bytes are kept in place, longer text is shared. A quote repeats the codes
/// of its policies more than a hundred times; copies of a [`String`] would cost more than all it
/// computes. Used like a `&str`, made with [`From`].
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Kept);

/// Text that is only shown, as it was written: names to read, sources, notes.
///
/// As cheap to copy as [`Text`], and not folded. Nothing is found by it.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(Kept);

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        match fold(text) {
            Cow::Borrowed(text) => Text(Kept::from(text)),
            Cow::Owned(text) => Text(Kept::from(text)),
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        match fold(&text) {
            Cow::Borrowed(_) => Text(Kept::from(text)),
            Cow::Owned(text) => Text(Kept::from(text)),
        }
    }
}

impl From<Label> for Text {
    fn from(label: Label) -> Text {
        Text::from(label.as_str())
    }
}

impl From<&Label> for Text {
    fn from(label: &Label) -> Text {
        Text::from(label.as_str())
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Label {
        Label(Kept::from(text))
    }
}

impl From<String> for Label {
    fn from(text: String) -> Label {
        Label(Kept::from(text))
    }
}

impl Label {
    /// A text of the library itself: no memory is taken for it.
    pub(crate) const fn constant(text: &'static str) -> Label {
        Label(Kept::new_static(text))
    }

    /// A value as it is shown.
    #[must_use]
    pub fn of(value: impl fmt::Display) -> Label {
        Label(smol_str::ToSmolStr::to_smolstr(&value))
    }
}

impl From<Text> for Label {
    fn from(text: Text) -> Label {
        Label(text.0)
    }
}

impl From<&Text> for Label {
    fn from(text: &Text) -> Label {
        Label(text.0.clone())
    }
}

impl Text {
    /// A name of the library itself, folded as it stands: no memory is taken for it.
    pub(crate) const fn constant(name: &'static str) -> Text {
        Text(Kept::new_static(name))
    }

    /// A value as it is shown.
    #[must_use]
    pub fn of(value: impl fmt::Display) -> Text {
        Text::from(smol_str::ToSmolStr::to_smolstr(&value).as_str())
    }

    /// Whether a text, however it is written, is this identifier.
    pub fn is_same_as(&self, written: &str) -> bool {
        fold(written) == self.as_str()
    }

    /// Text that was read, unless there is nothing to see in it.
    ///
    /// # Errors
    /// [`Code::JsonBlank`] for spaces and characters that cannot be seen, and nothing else; no text
    /// at all is none.
    #[cfg(any(feature = "serde", feature = "json", feature = "uniffi"))]
    pub(crate) fn seen(read: &str) -> Result<Text> {
        let text = Text::from(read);
        if text.is_empty() && !read.is_empty() {
            return Err(Error::new(Code::JsonBlank).with("characters", listed(read)));
        }
        Ok(text)
    }
}

/// Characters by their numbers.
#[cfg(any(feature = "serde", feature = "json", feature = "uniffi"))]
fn listed(text: &str) -> String {
    let numbers = text.chars().take(8).map(|c| format!("U+{:04X}", u32::from(c)));
    numbers.collect::<Vec<_>>().join(" ")
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        let text = Cow::<'_, str>::deserialize(deserializer)?;
        Text::seen(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Label {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Label, D::Error> {
        Kept::deserialize(deserializer).map(Label)
    }
}

#[cfg(feature = "json")]
impl crate::json::Read for Text {
    fn read(node: &crate::json::Node<'_>, misfit: &crate::json::Misfit) -> Text {
        let Some(text) = node.as_str() else {
            misfit.wrong(node, "string");
            return Text::default();
        };
        Text::seen(text).unwrap_or_else(|blank| {
            misfit.refuse(blank, None);
            Text::default()
        })
    }
}

#[cfg(feature = "json")]
impl crate::json::Read for Label {
    fn read(node: &crate::json::Node<'_>, misfit: &crate::json::Misfit) -> Label {
        Label::from(String::read(node, misfit))
    }
}

/// Compares a kept text with others, both ways.
macro_rules! equal_to {
    ($name:ident: $($other:ty),+) => {
        $(
            impl PartialEq<$other> for $name {
                fn eq(&self, other: &$other) -> bool {
                    self.as_str() == AsRef::<str>::as_ref(other)
                }
            }

            impl PartialEq<$name> for $other {
                fn eq(&self, other: &$name) -> bool {
                    other == self
                }
            }
        )+
    };
}

macro_rules! kept_text {
    ($name:ident) => {
        impl $name {
            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                self.as_str()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl From<&String> for $name {
            fn from(text: &String) -> $name {
                $name::from(text.as_str())
            }
        }

        impl From<&$name> for $name {
            fn from(text: &$name) -> $name {
                text.clone()
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0.into()
            }
        }

        equal_to! { $name: str, &str, String }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self.as_str(), f)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self)
            }
        }

        #[cfg(feature = "json")]
        impl crate::json::Write for $name {
            fn write(&self, out: &mut String) {
                crate::json::text(self, out);
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
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
    };
}

kept_text!(Text);
kept_text!(Label);

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

    #[test]
    fn identifiers_are_folded_however_they_are_made_and_labels_are_not() {
        let home = Text::from("101");
        for same in ["101 ", "１０１", "\u{feff}101"] {
            assert_eq!(Text::from(same), home);
            assert_eq!(Text::from(same.to_owned()), home);
            assert_eq!(Text::of(same), home);
            assert_eq!(Text::from(Label::from(same)), home);
            assert_eq!(serde_json::from_value::<Text>(same.into()).unwrap(), home);
            assert_eq!(Label::from(same), same);
            assert!(home.is_same_as(same) && !home.is_same_as("1 01"));
        }
        let blank = Text::seen("\u{200b} ").unwrap_err();
        assert_eq!(blank.code(), Code::JsonBlank);
        assert_eq!(blank.params()[0].value, "U+200B U+0020");
        assert!(Text::seen("").unwrap().is_empty());
    }
}
