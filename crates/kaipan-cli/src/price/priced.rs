//! A priced project: what files of it are written from.

use super::View;
use super::names::Names;
use crate::args::Color;
use crate::paint::Paint;
use crate::text::Say;
use kaipan::Date;
use kaipan::error::Lang;
use kaipan::pricing::{PriceSource, PriceTable, TableRow};
use kaipan::project::{Unit, UnitState};
use kaipan_ops::pricing::TableRequest;
use std::collections::HashMap;

/// A project with its price table.
pub(crate) struct Priced<'a> {
    pub(crate) lang: Lang,
    pub(crate) names: &'a Names,
    /// The request as it was priced, without its units.
    pub(crate) request: &'a TableRequest,
    /// The units of the whole project, as the request had them.
    pub(crate) units: &'a [Unit],
    pub(crate) table: &'a PriceTable,
    /// The day that stands on a file.
    pub(crate) date: Option<Date>,
}

impl<'a> Priced<'a> {
    /// What lines of the terminal are drawn with, on a line of any length and without colours.
    pub(crate) fn view(&self) -> View<'a> {
        let paint = Paint::new(Color::Never);
        View { lang: self.lang, paint, width: usize::from(u16::MAX), names: self.names }
    }

    /// Whether the table holds the list prices in force, which no scheme has made now.
    pub(crate) fn is_in_force(&self) -> bool {
        self.table.rows.iter().any(|row| row.source == PriceSource::InForce)
    }

    /// What the file is called.
    pub(crate) fn title(&self) -> &'static str {
        match self.is_in_force() {
            true => self.lang.say("现行表价", "List prices in force"),
            false => self.lang.say("价格表", "Price list"),
        }
    }

    /// The rows of each building, in the order of their first unit.
    pub(crate) fn buildings(&self) -> Vec<(&'a str, Vec<&'a TableRow>)> {
        let mut buildings: Vec<(&str, Vec<&TableRow>)> = Vec::new();
        for row in &self.table.rows {
            match buildings.iter_mut().rev().find(|(building, _)| row.building == *building) {
                Some((_, rows)) => rows.push(row),
                None => buildings.push((&row.building, vec![row])),
            }
        }
        buildings
    }

    /// The units of the project by their number.
    pub(crate) fn by_number(&self) -> HashMap<&'a str, &'a Unit> {
        self.units.iter().map(|unit| (unit.unit_no.as_str(), unit)).collect()
    }

    /// How many homes of the table are in each state that occurs, in the order of the sale.
    pub(crate) fn states(&self) -> Vec<(UnitState, usize)> {
        let units = self.by_number();
        let mut counts = UnitState::ALL.map(|state| (state, 0_usize));
        for row in &self.table.rows {
            let Some(unit) = units.get(row.unit_no.as_str()) else { continue };
            if let Some((_, count)) = counts.iter_mut().find(|(state, _)| *state == unit.state) {
                *count = count.saturating_add(1);
            }
        }
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}
