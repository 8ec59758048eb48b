//! Defaults written into the text that uniffi generates.
//!
//! Whatever is not where it should be is an error, so that another version of uniffi cannot lose a
//! default in silence.

use crate::defaults::Default;
use anyhow::{Context, Result, bail};
use heck::{ToLowerCamelCase, ToShoutySnakeCase, ToUpperCamelCase};

/// A type by its name, and the crate that it is of.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) of_crate: String,
    pub(crate) name: String,
}

impl Name {
    /// The name as the code of another crate says it. In Python, types of the core are in a module
    /// of their own.
    fn within(&self, of_crate: &str, language: Language) -> String {
        let foreign = self.of_crate != of_crate && language == Language::Python;
        format!("{}{}", if foreign { "kaipan_types." } else { "" }, self.name)
    }
}

/// A value that code can write.
#[derive(Debug)]
pub(crate) enum Value {
    Absent,
    Bool(bool),
    Decimal(String),
    /// A variant without fields; `flat` if none of its enum has any: such enums look different.
    Variant {
        of: Name,
        variant: String,
        flat: bool,
    },
    Record {
        name: Name,
        fields: Vec<(String, Value)>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Kotlin,
    Swift,
    Python,
}

/// Writes the defaults into what uniffi has generated.
pub(crate) fn write(
    defaults: &[Default],
    of_crate: &str,
    language: Language,
    text: &mut String,
) -> Result<()> {
    for default in defaults.iter().filter(|default| default.of_crate == of_crate) {
        match language {
            Language::Kotlin => default.kotlin(text),
            Language::Swift => default.swift(text),
            Language::Python => default.python(text),
        }
        .with_context(|| format!("the default of {}.{}", default.record, default.field))?;
    }
    Ok(())
}

impl Value {
    /// The value, in the code of a crate.
    fn code(&self, language: Language, of_crate: &str) -> String {
        use Language::{Kotlin, Python, Swift};
        match (self, language) {
            (Value::Absent, Kotlin) => "null".to_owned(),
            (Value::Absent, Swift) => "nil".to_owned(),
            (Value::Absent, Python) => "None".to_owned(),
            (Value::Bool(value), Python) => if *value { "True" } else { "False" }.to_owned(),
            (Value::Bool(value), _) => value.to_string(),
            (Value::Decimal(text), Kotlin) => format!("BigDecimal(\"{text}\")"),
            (Value::Decimal(text), Swift) => format!("Decimal(string: \"{text}\")!"),
            (Value::Decimal(text), Python) if of_crate == "kaipan" => {
                format!("decimal.Decimal(\"{text}\")")
            }
            (Value::Decimal(text), Python) => format!("kaipan_types.decimal.Decimal(\"{text}\")"),
            (Value::Variant { of, variant, flat: false }, Kotlin) => {
                format!("{}.{}", of.name, variant.to_upper_camel_case())
            }
            (Value::Variant { variant, .. }, Swift) => {
                format!(".{}", variant.to_lower_camel_case())
            }
            (Value::Variant { of, variant, flat }, _) => {
                let call = if *flat { "" } else { "()" };
                format!(
                    "{}.{}{call}",
                    of.within(of_crate, language),
                    variant.to_shouty_snake_case()
                )
            }
            (Value::Record { name, fields }, _) => {
                let field = |(field, value): &(String, Value)| match language {
                    Kotlin => format!(
                        "{} = {}",
                        field.to_lower_camel_case(),
                        value.code(language, of_crate)
                    ),
                    Swift => format!(
                        "{}: {}",
                        field.to_lower_camel_case(),
                        value.code(language, of_crate)
                    ),
                    Python => format!("{field}={}", value.code(language, of_crate)),
                };
                format!(
                    "{}({})",
                    name.within(of_crate, language),
                    fields.iter().map(field).collect::<Vec<_>>().join(", ")
                )
            }
        }
    }
}

impl Default {
    fn kotlin(&self, text: &mut String) -> Result<()> {
        let Default { record, field, of: Name { name: of, .. }, value, .. } = self;
        let option = if value.is_none() { "?" } else { "" };
        let field = format!("val `{}`: {of}{option}", field.to_lower_camel_case());
        let within = (format!("\ndata class {record} (\n"), "\n){");
        let value = value.as_ref().map(|value| format!(" = {}", value.code(Language::Kotlin, "")));
        replace(text, within, &[field], &["\n"], &value.unwrap_or_default())
    }

    fn swift(&self, text: &mut String) -> Result<()> {
        let Default { record, field, of: Name { name: of, .. }, value, .. } = self;
        let option = if value.is_none() { "?" } else { "" };
        let field = field.to_lower_camel_case();
        let fields = [format!("*/{field}: {of}{option}"), format!("*/`{field}`: {of}{option}")];
        let within = (format!("\npublic struct {record}: "), ") {\n        self.");
        let value = value.as_ref().map(|value| format!(" = {}", value.code(Language::Swift, "")));
        replace(text, within, &fields, &[", \n", ") {\n"], &value.unwrap_or_default())
    }

    /// uniffi has been told of the default, but it knows only words of the same module, and records
    /// without fields.
    fn python(&self, text: &mut String) -> Result<()> {
        let Default { of_crate, record, field, of, value } = self;
        let of = of.within(of_crate, Language::Python);
        let within = |end| (format!("\nclass {record}:\n"), end);
        match value {
            None => Ok(()),
            Some(value @ Value::Variant { .. }) => {
                let field = format!(" {field}:{of}");
                let value = format!(" = {}", value.code(Language::Python, of_crate));
                replace(text, within("):\n"), &[field], &[",", "):"], &value)
            }
            Some(value) => {
                let field = format!("self.{field} = {of}");
                let value = value.code(Language::Python, of_crate);
                let arguments = value.strip_prefix(of.as_str()).context("no record")?;
                replace(text, within("\n    def __str__"), &[field], &["\n"], arguments)
            }
        }
    }
}

/// Replaces what comes between a field, which stands once within two others, and what follows.
fn replace(
    text: &mut String,
    (open, close): (String, &str),
    fields: &[String],
    after: &[&str],
    what: &str,
) -> Result<()> {
    let mut places = Vec::new();
    for (start, _) in text.match_indices(&open) {
        let rest = &text[start..];
        // The close may begin with the end of the line that the last field is on.
        let end = rest.find(close).map_or(text.len(), |end| start + end + close.len());
        for field in fields {
            for (at, _) in text[start..end].match_indices(field.as_str()) {
                let place = start + at + field.len();
                let old = &text[place..end];
                let old =
                    &old[..after.iter().filter_map(|after| old.find(after)).min().unwrap_or(0)];
                // Else the field only begins like this one.
                let default = old.starts_with(" =") || old.starts_with('(');
                if default || after.iter().any(|after| text[place..].starts_with(after)) {
                    places.push(place..place + old.len());
                }
            }
        }
    }
    let [place] = places.as_slice() else {
        bail!("{} stands {} times in `{}`", fields.join(" or "), places.len(), open.trim());
    };
    text.replace_range(place.clone(), what);
    Ok(())
}
