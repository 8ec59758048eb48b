//! JSON conventions shared by all scalars: plain text out; text or a whole JSON number in.

/// Implements `serde` and JSON Schema for a scalar that reads and prints itself as text; `$any` is
/// some value of it.
macro_rules! text_scalar {
    ($name:ident, $any:expr, $about:literal, $format:literal, $pattern:expr) => {
        $crate::number::text_scalar!(
            $name as stringify!($name), $any, $about, $format, $pattern
        );
    };
    // For scalars that the boundary calls by another name.
    ($name:ident as $called:expr, $any:expr, $about:literal, $format:literal, $pattern:expr) => {
        #[cfg(feature = "json")]
        impl crate::json::Write for $name {
            fn write(&self, out: &mut String) {
                crate::json::text(&self.to_string(), out);
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        $crate::number::text_scalar!(@read $name as $called, $any, $about, $format, $pattern);
    };
    // For scalars whose text is at hand without formatting: several times faster to write.
    ($name:ident, $any:expr, $about:literal, $format:literal, $pattern:expr, $with_text:ident) => {
        #[cfg(feature = "json")]
        impl crate::json::Write for $name {
            fn write(&self, out: &mut String) {
                self.$with_text(|text| crate::json::text(text, out));
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.$with_text(|text| serializer.serialize_str(text))
            }
        }

        $crate::number::text_scalar!(
            @read $name as stringify!($name), $any, $about, $format, $pattern
        );
    };
    (@read $name:ident as $called:expr, $any:expr, $about:literal, $format:literal, $pattern:expr) => {
        #[cfg(feature = "json")]
        impl crate::json::Read for $name {
            fn read(node: &crate::json::Node<'_>, misfit: &crate::json::Misfit) -> $name {
                misfit.scalar(node, $any)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Reader;
                impl serde::de::Visitor<'_> for Reader {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($about)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }

                    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<$name, E> {
                        self.visit_str(&value.to_string())
                    }

                    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<$name, E> {
                        self.visit_str(&value.to_string())
                    }
                }
                deserializer.deserialize_any(Reader)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $called.into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut schema = schemars::json_schema!({
                    "type": "string",
                    "format": $format,
                    "description": $about,
                });
                let pattern: Option<&str> = $pattern;
                if let Some(pattern) = pattern {
                    schema.insert("pattern".into(), pattern.into());
                }
                schema
            }
        }
    };
}

pub(crate) use text_scalar;
