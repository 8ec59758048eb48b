//! The project: its homes and prices, its permits and buildings, its sales policies.

mod building;
mod source;
mod status;

pub(crate) use building::{Building, Kind, buildings};
pub(crate) use source::Source;
pub(crate) use status::{COLLECTION_ACCOUNT, DEPOSIT_ACCOUNT, GENERAL_ACCOUNT, SUPERVISED_ACCOUNT};

use crate::chance::Dice;
use crate::days::later;
use crate::failure::{Failure, Outcome};
use kaipan::number::UnitPrice;
use kaipan::project::Unit;
use kaipan::{Date, Text};

/// One project of the year: the example with its homes, or a part of them.
#[derive(Debug)]
pub(crate) struct Site<'s> {
    pub(crate) source: &'s Source,
    /// Its node in the organisation: `YJW`, of further projects `YJW-2`.
    pub(crate) node: Text,
    /// Its homes, with the prices in force.
    pub(crate) units: Vec<Unit>,
    pub(crate) buildings: Vec<Building>,
}

impl<'s> Site<'s> {
    /// A project with so many thousandths of the homes: of each run of as many as are one home in
    /// the small year, one by chance, so that every building, floor and line can be among them.
    pub(crate) fn new(
        source: &'s Source,
        dice: &mut Dice,
        number: u32,
        thousandths: u32,
    ) -> Outcome<Site<'s>> {
        let node = match number {
            1 => "YJW".to_owned(),
            _ => format!("YJW-{number}"),
        };
        let share = usize::try_from(thousandths).unwrap_or(0);
        let all = source.units.len();
        let homes = all * share / 1000;
        let mut units = Vec::with_capacity(homes);
        for at in 0..homes {
            let (first, next) = (at * 1000 / share, (at + 1) * 1000 / share);
            let chosen = first + dice.place(next.min(all) - first);
            let unit = source.units.get(chosen).ok_or_else(|| Failure::missing("unit"))?;
            let mut unit = unit.clone();
            if number > 1 {
                unit.unit_no = Text::of(format_args!("{number}/{}", unit.unit_no));
            }
            units.push(unit);
        }
        Ok(Site { source, node: node.into(), units, buildings: buildings()? })
    }

    /// The building of a home.
    pub(crate) fn building(&self, unit: usize) -> Outcome<&Building> {
        let code = &self.unit(unit)?.building;
        let building = self.buildings.iter().find(|one| *one.code == **code);
        building.ok_or_else(|| Failure::missing("building"))
    }

    /// A home.
    pub(crate) fn unit(&self, unit: usize) -> Outcome<&Unit> {
        self.units.get(unit).ok_or_else(|| Failure::missing("unit"))
    }

    /// The node of a home: its building.
    pub(crate) fn node_of(&self, unit: usize) -> Option<Text> {
        let building = &self.units.get(unit)?.building;
        Some(Text::of(format_args!("{}/{building}", self.node)))
    }

    /// Another list price for a home, so many thousandths more or less, in whole yuan: not below the
    /// floor price with what discounts take off, and not above the filed one. The new price, if it
    /// is another.
    pub(crate) fn reprice(&mut self, unit: usize, thousandths: i64) -> Option<UnitPrice> {
        let unit = self.units.get_mut(unit)?;
        let before = unit.list_price?;
        let moved = before.micros() / 1000 * (1000 + thousandths);
        let price = kept_within(unit, UnitPrice::from_micros(moved))?;
        if price == before {
            return None;
        }
        (unit.list_price, unit.list_total) = (Some(price), None);
        Some(price)
    }

    /// A list price a yuan lower, for a home whose price has no room to move.
    pub(crate) fn lower(&mut self, unit: usize) -> Option<UnitPrice> {
        let unit = self.units.get_mut(unit)?;
        let price = UnitPrice::from_micros(unit.list_price?.micros() - YUAN);
        (unit.list_price, unit.list_total) = (Some(price), None);
        Some(price)
    }

    /// Every day from the first release of a building on which its homes can be sold.
    pub(crate) fn last_sale(&self, building: &Building) -> Outcome<Date> {
        later(building.release, building.days)
    }
}

/// A price in whole yuan between what the floor price leaves room for and the filed price.
fn kept_within(unit: &Unit, price: UnitPrice) -> Option<UnitPrice> {
    let (least, filed) = (with_room(unit.floor_price?), unit.filed_price?);
    // A yuan more than the least, so that it is not below it in whole yuan.
    let kept = price.micros().max(least.micros() + YUAN).min(filed.micros()) / YUAN * YUAN;
    Some(UnitPrice::from_micros(kept))
}

/// A floor price with what the discount of a lump sum takes off, 2.5 %, and some more.
fn with_room(floor: UnitPrice) -> UnitPrice {
    UnitPrice::from_micros(floor.micros() / 1000 * ROOM)
}

const YUAN: i64 = 1_000_000;
/// Thousandths of the floor price that a list price has at the least.
const ROOM: i64 = 1030;

/// The list price lies between the floor price, with what discounts take off, and the filed price.
/// Where the example has it otherwise, as it has on purpose of thirteen homes, it is put right; where
/// there is no such price, the floor price is lowered.
fn put_right(mut unit: Unit) -> Unit {
    let (Some(price), Some(kept)) =
        (unit.list_price, unit.list_price.and_then(|price| kept_within(&unit, price)))
    else {
        return unit;
    };
    let (Some(floor), Some(filed)) = (unit.floor_price, unit.filed_price) else { return unit };
    let least = with_room(floor);
    if price >= least && price <= filed {
        return unit;
    }
    (unit.list_price, unit.list_total) = (Some(kept), None);
    if kept < least {
        let lowered = kept.micros() / ROOM * 1000 / YUAN * YUAN;
        (unit.floor_price, unit.floor_total) = (Some(UnitPrice::from_micros(lowered)), None);
    }
    unit
}
