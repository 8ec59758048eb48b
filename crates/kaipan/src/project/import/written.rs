//! Units as columns of a spreadsheet, which [`super::import_csv`] reads back to the same units.

use super::guard::spreadsheet_text;
use super::header::COLUMNS;
use crate::error::Lang;
use crate::project::{Unit, UnitState};
use crate::{Label, Text};
use std::fmt::Display;

/// A column of a spreadsheet: what units have in one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// Name of the field of [`Unit`]; `attributes` for those of the project's own.
    pub field: &'static str,
    /// The header, as the import knows it.
    pub header: String,
    /// One cell a unit, in their order; empty where a unit has nothing.
    pub cells: Vec<String>,
}

/// The columns of these units: every field that any of them has, in the order of
/// [`COLUMNS`](super::COLUMNS), then one column an attribute of the project's own.
///
/// A field that none of them has is left out; so is the state while no unit is released. Read back
/// by [`super::import_csv`], the columns make the same units. (Names that are only shown lose the
/// spaces at their ends, and attributes without a name or a value are none.)
pub fn sheet_columns(units: &[&Unit], lang: Lang) -> Vec<SheetColumn> {
    let rows: Vec<Vec<(&'static str, Option<String>)>> =
        units.iter().map(|unit| fields(unit, lang).into()).collect();
    let released = units.iter().any(|unit| unit.state != UnitState::default());
    let known = COLUMNS.iter().filter(|column| column.name != "state" || released);
    let known = known.filter_map(|column| {
        let cell = |row: &Vec<(&'static str, Option<String>)>| {
            row.iter().find(|(name, _)| *name == column.name).and_then(|(_, cell)| cell.clone())
        };
        let cells: Vec<Option<String>> = rows.iter().map(cell).collect();
        let used = cells.iter().any(Option::is_some);
        let header = match lang {
            Lang::Zh => column.zh.first().copied().unwrap_or(column.name),
            Lang::En => column.name,
        };
        used.then(|| SheetColumn {
            field: column.name,
            header: header.to_owned(),
            cells: cells.into_iter().map(Option::unwrap_or_default).collect(),
        })
    });
    known.chain(attributes(units)).collect()
}

/// Attributes of the project's own, in the order in which units name them first.
fn attributes(units: &[&Unit]) -> Vec<SheetColumn> {
    let mut names: Vec<&Text> = Vec::new();
    for attribute in units.iter().flat_map(|unit| &unit.attributes) {
        if !names.contains(&&attribute.name) && !attribute.name.is_empty() {
            names.push(&attribute.name);
        }
    }
    let column = |name: &Text| {
        let value = |unit: &&Unit| {
            let own = unit.attributes.iter().find(|one| one.name == *name);
            own.map(|one| guarded(&one.value)).unwrap_or_default()
        };
        SheetColumn {
            field: "attributes",
            header: format!("custom:{name}"),
            cells: units.iter().map(value).collect(),
        }
    };
    names.into_iter().map(column).collect()
}

/// Every field of a unit but its attributes, by name. It takes the unit apart, so that a field that
/// is added to it cannot be forgotten here.
fn fields(unit: &Unit, lang: Lang) -> [(&'static str, Option<String>); 34] {
    let Unit {
        unit_no,
        name,
        building,
        stair,
        floor,
        top_floor,
        line,
        phase,
        precinct,
        layout,
        orientation,
        view,
        fitout,
        noise,
        daylight,
        product_type,
        building_area,
        inside_area,
        shared_area,
        gift_area,
        surveyed_area,
        surveyed_inside_area,
        registered_area,
        attached_to,
        state,
        needs_price_confirmation,
        batch,
        permit,
        list_price,
        list_total,
        floor_price,
        floor_total,
        filed_price,
        filed_total,
        entered_total,
        attributes: _,
    } = unit;
    [
        ("unit_no", written(Some(unit_no))),
        ("name", shown(name.as_ref())),
        ("building", written(Some(building))),
        ("stair", written(stair.as_ref())),
        ("floor", Some(spreadsheet_floors(*floor, *top_floor))),
        ("line", written(Some(line))),
        ("phase", written(phase.as_ref())),
        ("precinct", written(precinct.as_ref())),
        ("layout", written(layout.as_ref())),
        ("orientation", written(orientation.as_ref())),
        ("view", written(view.as_ref())),
        ("fitout", written(fitout.as_ref())),
        ("noise", written(noise.as_ref())),
        ("daylight", written(daylight.as_ref())),
        ("product_type", written(product_type.as_ref())),
        ("building_area", Some(building_area.to_string())),
        ("inside_area", number(*inside_area)),
        ("shared_area", number(*shared_area)),
        ("gift_area", number(*gift_area)),
        ("surveyed_area", number(*surveyed_area)),
        ("surveyed_inside_area", number(*surveyed_inside_area)),
        ("registered_area", number(*registered_area)),
        ("attached_to", written(attached_to.as_ref())),
        ("state", Some(name_of(*state, lang))),
        ("needs_price_confirmation", needs_price_confirmation.then(|| yes(lang))),
        ("batch", written(batch.as_ref())),
        ("permit", written(permit.as_ref())),
        ("list_price", number(*list_price)),
        ("list_total", number(*list_total)),
        ("floor_price", number(*floor_price)),
        ("floor_total", number(*floor_total)),
        ("filed_price", number(*filed_price)),
        ("filed_total", number(*filed_total)),
        ("entered_total", number(*entered_total)),
    ]
}

/// The floor of a home, or both of a duplex (`10-11`, `B1-1`), as a cell of a CSV file for
/// spreadsheets. [`super::import_csv`] reads it back.
pub fn spreadsheet_floors(floor: i32, top: Option<i32>) -> String {
    let Some(top) = top else { return floor.to_string() };
    let written = |floor: i32| match floor {
        below if below < 0 => format!("B{}", below.unsigned_abs()),
        other => other.to_string(),
    };
    guarded(&format!("{}-{}", written(floor), written(top)))
}

fn guarded(text: &str) -> String {
    spreadsheet_text(text).into_owned()
}

fn written(text: Option<&Text>) -> Option<String> {
    text.map(|text| guarded(text))
}

fn shown(label: Option<&Label>) -> Option<String> {
    label.map(|label| guarded(label.as_str()))
}

fn number(value: Option<impl Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn name_of(state: UnitState, lang: Lang) -> String {
    match lang {
        Lang::Zh => state.chinese().first().copied().unwrap_or(state.word()).to_owned(),
        Lang::En => state.word().to_owned(),
    }
}

fn yes(lang: Lang) -> String {
    match lang {
        Lang::Zh => "是".to_owned(),
        Lang::En => "yes".to_owned(),
    }
}
