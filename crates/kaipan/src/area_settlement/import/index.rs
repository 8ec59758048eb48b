//! What a row is looked up in.

use crate::Text;
use crate::area_settlement::{AreaContract, AreaSettlement};
use crate::deal::Deal;
use crate::error::{Code, Error, Finding};
use std::collections::{BTreeMap, BTreeSet};

/// After so many unknown units the nearest one is no longer looked for: it takes a search of all.
const MOST_SEARCHES: usize = 20;

/// Units, contracts, deals and settlements by what they are found by, each with its place.
pub(super) struct Index<'a> {
    units: BTreeSet<&'a Text>,
    contracts: BTreeMap<&'a Text, (usize, &'a AreaContract)>,
    deals: BTreeMap<&'a Text, (usize, &'a Deal)>,
    settlements: BTreeMap<&'a Text, (usize, &'a AreaSettlement)>,
    searches: usize,
}

impl<'a> Index<'a> {
    pub(super) fn new(
        units: &'a [Text],
        contracts: &'a [AreaContract],
        deals: &'a [Deal],
        settlements: &'a [AreaSettlement],
    ) -> Index<'a> {
        Index {
            units: units.iter().collect(),
            contracts: by(contracts, |one| &one.unit_no),
            deals: by(deals, |one| &one.id),
            settlements: by(settlements, |one| &one.deal),
            searches: 0,
        }
    }

    /// Why a unit is none of the project.
    pub(super) fn unknown(&mut self, unit: &Text) -> Option<Finding> {
        if self.units.contains(unit) {
            return None;
        }
        self.searches = self.searches.saturating_add(1);
        let error = Error::new(Code::AreaUnitUnknown).with("unit", unit);
        let error = match self.searches <= MOST_SEARCHES {
            true => error.with_nearest(self.units.iter().map(|name| name.as_str()), unit),
            false => error,
        };
        Some(error.finding())
    }

    pub(super) fn contract(&self, unit: &Text) -> Option<(usize, &'a AreaContract)> {
        self.contracts.get(unit).copied()
    }

    pub(super) fn deal(&self, id: &Text) -> Option<(usize, &'a Deal)> {
        self.deals.get(id).copied()
    }

    pub(super) fn settlement(&self, deal: &Text) -> Option<(usize, &'a AreaSettlement)> {
        self.settlements.get(deal).copied()
    }
}

fn by<'a, T>(list: &'a [T], key: fn(&'a T) -> &'a Text) -> BTreeMap<&'a Text, (usize, &'a T)> {
    list.iter().enumerate().map(|(at, one)| (key(one), (at, one))).collect()
}
