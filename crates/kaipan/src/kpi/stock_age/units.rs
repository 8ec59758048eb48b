//! From facts to units: which are released and not sold on a day, and what sold lately.

use crate::kpi::fact::{Fact, FactBook, FactKind};
use crate::{Date, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What facts say of units on a day.
#[derive(Default)]
pub(super) struct StockUnits<'a> {
    /// Every unit that was ever released: the last release, and the first day of it while it is
    /// offered.
    pub(super) released: BTreeMap<&'a Text, (&'a Fact, Option<Date>)>,
    /// Units that are sold.
    pub(super) sold: BTreeSet<&'a Text>,
    /// Sales and cancellations, with their units: +1 and −1.
    pub(super) moves: Vec<(&'a Fact, &'a Text, i32)>,
    /// Units that were released at two nodes: the unit and both.
    pub(super) elsewhere: BTreeMap<&'a Text, [&'a Text; 2]>,
    /// Facts that name no unit.
    pub(super) without_unit: usize,
}

/// A sale on its way.
struct Sale<'a> {
    unit: Option<&'a Text>,
    moved_on: Option<Date>,
    is_cancelled: bool,
}

impl<'a> StockUnits<'a> {
    /// Of facts, as of a day.
    pub(super) fn new(book: &FactBook<'a>, day: Date) -> StockUnits<'a> {
        let mut units = StockUnits::default();
        let mut order: Vec<(usize, &'a Fact)> =
            book.facts().iter().enumerate().filter(|(_, fact)| fact.date <= day).collect();
        order.sort_by_key(|(at, fact)| (fact.date, *at));
        let mut sales: BTreeMap<usize, Sale<'a>> = BTreeMap::new();
        for (at, fact) in order {
            let is_stock = matches!(
                fact.kind,
                FactKind::Released
                    | FactKind::Withdrawn
                    | FactKind::Subscription
                    | FactKind::Signing
                    | FactKind::Cancellation
            );
            let sold = || sales.get(&book.root(at)).and_then(|sale| sale.unit);
            let cancelled = || sold().filter(|_| fact.kind == FactKind::Cancellation);
            let Some(unit) = fact.unit.as_ref().or_else(cancelled) else {
                units.without_unit = units.without_unit.saturating_add(usize::from(is_stock));
                continue;
            };
            match fact.kind {
                FactKind::Released => units.release(unit, fact),
                FactKind::Withdrawn => {
                    if let Some((_, since)) = units.released.get_mut(unit) {
                        *since = None;
                    }
                }
                FactKind::Subscription | FactKind::Signing => {
                    let root = book.root(at);
                    if root == at {
                        let sale = Sale { unit: Some(unit), moved_on: None, is_cancelled: false };
                        sales.insert(at, sale);
                        units.moves.push((fact, unit, 1));
                    }
                }
                FactKind::UnitChange if fact.detail.as_deref() == Some("unit") => {
                    let sale = sales.get_mut(&book.root(at));
                    if let Some(sale) = sale.filter(|sale| sale.moved_on <= Some(fact.date)) {
                        units.moves.extend(sale.unit.map(|old| (fact, old, -1)));
                        units.moves.push((fact, unit, 1));
                        (sale.unit, sale.moved_on) = (Some(unit), Some(fact.date));
                    }
                }
                FactKind::Cancellation => {
                    if let Some(sale) =
                        sales.get_mut(&book.root(at)).filter(|one| !one.is_cancelled)
                    {
                        sale.is_cancelled = true;
                        units.moves.push((fact, sale.unit.unwrap_or(unit), -1));
                    }
                }
                _ => {}
            }
        }
        let sold = sales.into_values().filter(|sale| !sale.is_cancelled);
        units.sold = sold.filter_map(|sale| sale.unit).collect();
        units
    }

    /// A unit is offered; since an earlier day if it is offered already.
    fn release(&mut self, unit: &'a Text, fact: &'a Fact) {
        let (last, since) = self.released.entry(unit).or_insert((fact, None));
        let nodes = last.node.as_ref().zip(fact.node.as_ref());
        if let Some((node, other)) = nodes.filter(|(node, other)| node != other) {
            self.elsewhere.entry(unit).or_insert([node, other]);
        }
        *last = fact;
        *since = since.or(Some(fact.date));
    }

    /// The units that are offered and not sold, each with its release and the first day of it.
    pub(super) fn stock(&self) -> impl Iterator<Item = (&'a Text, &'a Fact, Date)> {
        let stock = self.released.iter().filter(|(unit, _)| !self.sold.contains(*unit));
        stock.filter_map(|(unit, (fact, since))| Some((*unit, *fact, (*since)?)))
    }

    /// Units that are sold and were never released, the first of them and how many.
    pub(super) fn unreleased(&self) -> Option<(&'a Text, usize)> {
        let mut own = self.sold.iter().filter(|unit| !self.released.contains_key(**unit));
        let first = *own.next()?;
        Some((first, own.count().saturating_add(1)))
    }
}
