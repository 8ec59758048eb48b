//! The homes that a bill is about, from the options.

use super::args::AdjustArgs;
use crate::failure::Failure;
use crate::input;
use crate::price::names::Names;
use crate::price::options::building_codes;
use kaipan::error::{Code, Lang};
use kaipan::project::{AttributeMatch, Clause, Dimension, Selection};
use kaipan_ops::json;

/// The selection; all homes if nothing is said.
///
/// # Errors
/// Buildings that do not exist; a file that holds no selection.
pub(super) fn selection(
    options: &AdjustArgs,
    names: &Names,
    lang: Lang,
) -> Result<Selection, Failure> {
    if let Some(path) = &options.select {
        let file = path.display().to_string();
        let read = input::read(path).and_then(|bytes| json::read(json::utf8(&bytes)?));
        return read.map_err(|error| match error.code() {
            Code::InputFile => Failure::plain(&error),
            _ => Failure::in_file(&file, &error),
        });
    }
    let attributes =
        [(Dimension::Layout, &options.layout), (Dimension::ProductType, &options.product_type)];
    let attributes = attributes.into_iter().filter(|(_, values)| !values.is_empty());
    let clause = Clause {
        building: building_codes(&options.building, names, lang)?,
        unit_no: options.unit.clone(),
        floor: options.floor.clone(),
        attributes: attributes
            .map(|(attribute, values)| AttributeMatch { attribute, values: values.clone() })
            .collect(),
        ..Clause::default()
    };
    Ok(if clause == Clause::default() { Selection::all() } else { Selection::of(clause) })
}
