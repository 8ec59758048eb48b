//! Defaults of fields that uniffi's attributes cannot express, or express otherwise than JSON.
//!
//! What a host leaves out is to be what JSON takes for it, so the JSON Schema tells the defaults:
//! enums and records are written into the generated code (see `text`), and anything else that
//! uniffi knows another default of is an error.

use crate::text::{Name, Value};
use anyhow::{Context, Result, bail, ensure};
use heck::ToSnakeCase;
use kaipan::number::Place;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use uniffi_meta::{
    DefaultValueMetadata, EnumMetadata, FieldMetadata, LiteralMetadata, Metadata, MetadataGroupMap,
    RecordMetadata, Type,
};

/// A field of a record, and what it is if it is left out.
#[derive(Debug)]
pub(crate) struct Default {
    /// The crate of the record.
    pub(crate) of_crate: String,
    pub(crate) record: String,
    pub(crate) field: String,
    /// The record or enum, or what is optional.
    pub(crate) of: Name,
    /// `None` if it cannot be left out.
    pub(crate) value: Option<Value>,
}

/// Finds the defaults, and tells uniffi of them as far as it can be told.
pub(crate) fn add(metadata: &mut MetadataGroupMap) -> Result<Vec<Default>> {
    let types = Types::of(metadata);
    let mut found = Vec::new();
    for (of_crate, group) in metadata.iter_mut() {
        let items = std::mem::take(&mut group.items);
        for mut item in items {
            if let Metadata::Record(record) = &mut item {
                types.defaults(of_crate, record, &mut found)?;
            }
            group.items.insert(item);
        }
    }
    Ok(found)
}

struct Types {
    /// Every type of a request or response, by its name in Rust.
    schemas: BTreeMap<String, Json>,
    records: BTreeMap<String, RecordMetadata>,
    enums: BTreeMap<String, EnumMetadata>,
}

impl Types {
    fn of(metadata: &MetadataGroupMap) -> Types {
        let mut schemas = BTreeMap::new();
        for operation in kaipan_ops::OPERATIONS {
            for schema in [(operation.request_schema)(), (operation.response_schema)()] {
                let root = schema.to_value();
                let inner = root.get("$defs").and_then(Json::as_object).into_iter().flatten();
                schemas.extend(inner.map(|(name, one)| (name.clone(), one.clone())));
                if let Some(name) = root.get("title").and_then(Json::as_str) {
                    schemas.insert(name.to_owned(), root.clone());
                }
            }
        }
        let (mut records, mut enums) = (BTreeMap::new(), BTreeMap::new());
        for item in metadata.values().flat_map(|group| &group.items) {
            match item {
                Metadata::Record(one) => drop(records.insert(one.name.clone(), one.clone())),
                Metadata::Enum(one) => drop(enums.insert(one.name.clone(), one.clone())),
                _ => (),
            }
        }
        Types { schemas, records, enums }
    }

    fn defaults(
        &self,
        of_crate: &str,
        record: &mut RecordMetadata,
        found: &mut Vec<Default>,
    ) -> Result<()> {
        let rust = record.orig_name.as_ref().unwrap_or(&record.name);
        let Some(schema) = self.schemas.get(rust) else { return Ok(()) };
        for field in &mut record.fields {
            let json = schema.pointer(&format!("/properties/{}/default", field.name));
            let Some(json) = json.filter(|json| !json.is_null()) else { continue };
            let place = format!("the default of {rust}.{}: {json}", field.name);
            let Some((of, value)) = self.default(field, json).context(place)? else {
                continue;
            };
            let (record, field) = (record.name.clone(), field.name.clone());
            let of_crate = of_crate.to_owned();
            found.push(Default { of_crate, record, field, of, value });
        }
        Ok(())
    }

    /// What the code of a field is to say; `None` if it says it already.
    fn default(
        &self,
        field: &mut FieldMetadata,
        json: &Json,
    ) -> Result<Option<(Name, Option<Value>)>> {
        Ok(match &field.ty {
            Type::Enum { name, .. } => {
                let Some(value) = self.value(&field.ty, json)? else { return Ok(None) };
                if let Value::Variant { variant, .. } = &value {
                    let literal = LiteralMetadata::Enum(variant.clone(), field.ty.clone());
                    field.default = Some(DefaultValueMetadata::Literal(literal));
                }
                Some((named(&field.ty, name), Some(value)))
            }
            Type::Record { name, .. } => {
                let value = match self.value(&field.ty, json)? {
                    Some(value) => value,
                    // It is to be given, and says so already.
                    None if field.default.is_none() => return Ok(None),
                    None => bail!("not to be written"),
                };
                field.default = Some(DefaultValueMetadata::Default);
                Some((named(&field.ty, name), Some(value)))
            }
            // It is to be given, and says so already.
            Type::Optional { .. } if field.default.is_none() => None,
            // Left out and absent would be the same in code; in JSON they are not.
            Type::Optional { inner_type } => {
                field.default = None;
                let name = inner_type.name().context("an optional scalar")?;
                Some((named(inner_type, name), None))
            }
            _ => {
                let same = match &field.default {
                    // It is to be given; or it is empty, zero or false.
                    None => true,
                    Some(DefaultValueMetadata::Default) => {
                        ["", "0", "false", "[]"].contains(&json.to_string().trim_matches('"'))
                    }
                    Some(DefaultValueMetadata::Literal(literal)) => match literal {
                        LiteralMetadata::Boolean(value) => *json == *value,
                        LiteralMetadata::String(value) => *json == value.as_str(),
                        LiteralMetadata::UInt(value, ..) => *json == *value,
                        LiteralMetadata::Int(value, ..) => *json == *value,
                        _ => false,
                    },
                };
                ensure!(same, "uniffi's attribute has another: {:?}", field.default);
                None
            }
        })
    }

    /// A value as code; `None` for variants with fields, lists, counts and records of them.
    fn value(&self, ty: &Type, json: &Json) -> Result<Option<Value>> {
        Ok(Some(match (ty, json) {
            (Type::Enum { name, .. }, _) => {
                let of = self.enums.get(name).context("an unknown enum")?;
                let Some(variant) = variant(of, json)? else { return Ok(None) };
                let flat = of.variants.iter().all(|variant| variant.fields.is_empty());
                Value::Variant { of: named(ty, name), variant, flat }
            }
            (Type::Record { name, .. }, Json::Object(object)) => {
                let record = self.records.get(name).context("an unknown record")?;
                let mut fields = Vec::new();
                for field in &record.fields {
                    match object.get(&field.name) {
                        Some(json) => {
                            let Some(value) = self.value(&field.ty, json)? else {
                                return Ok(None);
                            };
                            fields.push((field.name.clone(), value));
                        }
                        None => ensure!(field.default.is_some(), "{} is missing", field.name),
                    }
                }
                Value::Record { name: named(ty, name), fields }
            }
            (Type::Optional { .. }, Json::Null) => Value::Absent,
            (Type::Optional { inner_type }, _) => return self.value(inner_type, json),
            (Type::Boolean, Json::Bool(value)) => Value::Bool(*value),
            (Type::Custom { name, .. }, Json::String(text)) if name != "CivilDate" => {
                Value::Decimal(text.clone())
            }
            (Type::Sequence { .. }, _) | (_, Json::Number(_)) => return Ok(None),
            _ => bail!("no value of {ty:?}: {json}"),
        }))
    }
}

/// A type by its name.
fn named(ty: &Type, name: &str) -> Name {
    let path = ty.module_path().unwrap_or_default();
    let of_crate = path.split("::").next().unwrap_or_default();
    Name { of_crate: of_crate.to_owned(), name: name.to_owned() }
}

/// The variant that a default is; `None` for one with fields of its own.
fn variant(of: &EnumMetadata, default: &Json) -> Result<Option<String>> {
    let word = match default {
        Json::String(word) => word,
        Json::Object(object) => match (object.get("kind"), object.len()) {
            (Some(Json::String(word)), 1) => word,
            _ => return Ok(None),
        },
        _ => bail!("neither a word nor an object"),
    };
    // Places are written as numbers.
    let variant = if of.name == "Place" {
        let at = Place::ALL.iter().position(|place| place.as_str() == word);
        at.and_then(|at| of.variants.get(at))
    } else {
        of.variants.iter().find(|variant| variant.name.to_snake_case() == *word)
    };
    let variant = variant.with_context(|| format!("{} has no such variant", of.name))?;
    Ok(Some(variant.name.clone()))
}
