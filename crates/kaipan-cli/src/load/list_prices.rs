//! A spreadsheet without a project: homes at the list prices in it.

use crate::input;
use kaipan::Text;
use kaipan::error::Result;
use kaipan::number::{Rounding, UnitPrice};
use kaipan::pricing::{AreaBasis, PriceOverride, PricingScheme};
use kaipan::project::{Clause, Project, Selection};
use kaipan_ops::pricing::TableRequest;
use std::collections::BTreeMap;
use std::path::Path;

/// A project by the name of the file, without units and schemes.
pub(super) fn request(path: &Path) -> TableRequest {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let project = Project { name: Text::from(&*name), ..Project::default() };
    TableRequest::new(project, Vec::new())
}

/// Adds the schemes that give every unit its list price: totals as they are, and unit prices of
/// those that have no total.
///
/// # Errors
/// No unit has a list price.
pub(super) fn fill(request: &mut TableRequest) -> Result<()> {
    let units = &mut request.project.units;
    if units.iter().all(|unit| {
        unit.list_total.is_none() && unit.list_price.is_none() && unit.entered_total.is_none()
    }) {
        return Err(input::refused_with(
            &request.project.name,
            [
                "表中没有单价或总价，旁边也没有“project.json”",
                "it has no unit prices or totals, and there is no project.json beside it",
            ],
            [
                "用“kaipan init”建立项目，或加上“总价”列",
                "make a project with kaipan init, or add a column of totals",
            ],
        ));
    }
    let mut by_price: BTreeMap<UnitPrice, Vec<Text>> = BTreeMap::new();
    for unit in units.iter_mut() {
        match (unit.entered_total.or(unit.list_total), unit.list_price) {
            (Some(total), _) => unit.entered_total = Some(total),
            (None, Some(price)) => {
                by_price.entry(price).or_default().push(unit.unit_no.clone());
            }
            (None, None) => {}
        }
    }
    let of = |unit_no: Vec<Text>| Selection::of(Clause { unit_no, ..Clause::default() });
    let scheme = |code: &str, scope: Selection| PricingScheme {
        code: code.into(),
        name: Some("表价".into()),
        scope,
        unit_rounding: Rounding::FEN,
        total_rounding: Rounding::FEN,
        ..PricingScheme::default()
    };
    if !by_price.is_empty() {
        let mut prices = scheme("list_price", of(by_price.values().flatten().cloned().collect()));
        // Every unit has a price of its own; a base is asked for all the same.
        prices.base_price = by_price.keys().next().copied();
        prices.overrides = by_price
            .into_iter()
            .map(|(price, unit_no)| PriceOverride {
                name: Some("表价".into()),
                select: of(unit_no),
                unit_price: Some(price),
                total: None,
            })
            .collect();
        request.schemes.push(prices);
    }
    let totals = request.project.units.iter().filter(|unit| unit.entered_total.is_some());
    let totals: Vec<Text> = totals.map(|unit| unit.unit_no.clone()).collect();
    let all = totals.len() == request.project.units.len();
    if !totals.is_empty() {
        let scope = if all { Selection::all() } else { of(totals) };
        let mut scheme = scheme("list_total", scope);
        scheme.area_basis = AreaBasis::PerUnit;
        request.schemes.push(scheme);
    }
    Ok(())
}
