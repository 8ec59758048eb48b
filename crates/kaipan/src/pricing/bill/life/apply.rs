//! The prices of an executed bill, taken over by the units.

use super::advance::AdvancedBill;
use crate::pricing::bill::model::PriceChange;
use crate::pricing::check::LastChange;
use crate::project::Unit;
use std::collections::HashMap;

impl PriceChange {
    /// Gives a unit its new list price, and the floor price if the bill changes it.
    pub fn apply_to(&self, unit: &mut Unit) {
        unit.list_price = Some(self.list_price);
        unit.list_total = Some(self.list_total);
        if self.floor_price.is_some() {
            unit.floor_price = self.floor_price;
            unit.floor_total = self.floor_total;
        }
    }
}

impl AdvancedBill {
    /// Gives the units the prices that the execution of the bill has set; other units stay as they
    /// are.
    pub fn apply_to(&self, units: &mut [Unit]) {
        let changes: HashMap<&str, &PriceChange> =
            self.changes.iter().map(|change| (change.unit_no.as_str(), change)).collect();
        for unit in units {
            if let Some(change) = changes.get(unit.unit_no.as_str()) {
                change.apply_to(unit);
            }
        }
    }
}

impl LastChange {
    /// The last change of every unit in a price history, in the order in which units first stand in
    /// it.
    pub fn latest<'c>(history: impl IntoIterator<Item = &'c PriceChange>) -> Vec<LastChange> {
        let mut latest: Vec<LastChange> = Vec::new();
        let mut places: HashMap<&str, usize> = HashMap::new();
        for change in history {
            let place = *places.entry(change.unit_no.as_str()).or_insert(latest.len());
            match latest.get_mut(place) {
                Some(last) => last.on = last.on.max(change.effective_date),
                None => {
                    let unit_no = change.unit_no.clone();
                    latest.push(LastChange { unit_no, on: change.effective_date });
                }
            }
        }
        latest
    }
}
