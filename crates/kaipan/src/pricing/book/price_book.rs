//! The price book: which scheme prices which unit, and what is fixed before any factor counts.

use super::floors::FloorIndex;
use super::references;
use super::resolve::{ResolvedScheme, resolve};
use crate::error::{At, Code, Error, Finding, Input, Result, finding};
use crate::number::{Area, Money, UnitPrice, Unrounded};
use crate::pricing::price::{Arithmetic, Price, Terms, entered, from_total, from_unit};
use crate::pricing::scheme::{AreaBasis, Factor, FactorValues, PriceBasis, PricingScheme};
use crate::project::{Names, Unit, few};
use kaipan_derive::boundary;

/// What happens to units in an active deal (booked, subscribed, signed).
#[boundary]
pub enum ActiveDeals {
    /// They keep their price snapshot (handbook §2.9). Those without a list price are priced by
    /// the scheme and told (`pricing.no_list_price`).
    #[default]
    Keep,
    /// They are priced like the rest, for a what-if table.
    Reprice,
}

/// Units with the schemes that price them.
pub(crate) struct Book<'a> {
    pub(crate) units: &'a [Unit],
    pub(crate) schemes: Vec<BookScheme<'a>>,
    /// One a unit; `None` for units that no scheme prices.
    pub(crate) slots: Vec<Option<Slot>>,
    pub(crate) findings: Vec<Finding>,
}

/// A scheme, looked up for its units.
pub(crate) struct BookScheme<'a> {
    pub(crate) scheme: &'a PricingScheme,
    pub(crate) resolved: ResolvedScheme,
    pub(crate) arithmetic: Arithmetic,
}

/// A unit's place in its scheme.
#[derive(Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) scheme: usize,
    pub(crate) row: usize,
    pub(crate) fixing: Fixing,
}

/// What decides a unit's price.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fixing {
    /// The scheme's factors.
    Free,
    /// An override, by its index.
    Override(usize),
    /// The total entered with the unit.
    Entered,
    /// The list price of the deal it is in.
    Kept,
}

impl<'a> Book<'a> {
    pub(crate) fn new(
        units: &'a [Unit],
        schemes: &'a [PricingScheme],
        active_deals: ActiveDeals,
        names: &mut Names<'_>,
    ) -> Result<Book<'a>> {
        // Only generated floor tables look at the floors that exist.
        let generated = |factor: &Factor| matches!(factor.values, FactorValues::Floors { .. });
        let looks = schemes.iter().flat_map(|scheme| &scheme.factors).any(generated);
        let floors = FloorIndex::new(if looks { units } else { &[] });
        let mut slots: Vec<Option<Slot>> = vec![None; units.len()];
        let mut findings = Vec::new();
        let mut book_schemes = Vec::with_capacity(schemes.len());
        for (at, scheme) in schemes.iter().enumerate() {
            let mut members = Vec::new();
            let mut overlapping = 0_u32;
            let in_scope =
                slots.iter_mut().zip(units).filter(|(_, unit)| scheme.scope.matches(unit));
            for (slot, unit) in in_scope {
                if slot.is_some() {
                    overlapping = overlapping.saturating_add(1);
                    continue;
                }
                *slot = Some(Slot { scheme: at, row: members.len(), fixing: Fixing::Free });
                members.push(unit);
            }
            if overlapping > 0 {
                let error = scheme.error(Code::PricingSchemesOverlap);
                let finding = Finding::from(&error.with("count", overlapping));
                findings.push(finding.at("scope").at(at).within(Input::Schemes));
            }
            let place = |error: Error| error.at(at).within(Input::Schemes);
            let mut resolved = resolve(scheme, &members, &floors).map_err(place)?;
            let told = references::of_scheme(scheme, names);
            let told = resolved.findings.drain(..).chain(told);
            findings.extend(told.map(|finding| finding.at(at).within(Input::Schemes)));
            let arithmetic = Arithmetic::new(scheme, &resolved).map_err(place)?;
            book_schemes.push(BookScheme { scheme, resolved, arithmetic });
        }
        for (slot, unit) in slots.iter_mut().zip(units) {
            if let Some(slot) = slot {
                slot.fixing = fixing(&book_schemes, slot, unit, active_deals);
            }
        }
        Ok(Book { units, schemes: book_schemes, slots, findings })
    }

    pub(crate) fn unit(&self, at: usize) -> Option<&'a Unit> {
        self.units.get(at)
    }

    pub(crate) fn slot(&self, at: usize) -> Option<Slot> {
        self.slots.get(at).copied().flatten()
    }

    /// The slot, its scheme and the unit, for a unit that is priced.
    pub(crate) fn entry(&self, at: usize) -> Option<(Slot, &BookScheme<'a>, &'a Unit)> {
        let slot = self.slot(at)?;
        Some((slot, self.schemes.get(slot.scheme)?, self.unit(at)?))
    }
}

impl BookScheme<'_> {
    /// The terms of the unit in a row of the scheme.
    pub(crate) fn terms(&self, row: usize) -> Result<Terms> {
        self.arithmetic.terms(self.codes(row), self.spot(row))
    }

    fn codes(&self, row: usize) -> impl Iterator<Item = u32> {
        self.resolved.factors.iter().map(move |f| f.codes.get(row).copied().unwrap_or(0))
    }

    fn spot(&self, row: usize) -> UnitPrice {
        self.resolved.spots.get(row).copied().unwrap_or_default()
    }

    /// Lump sums of the unit in a row of the scheme.
    pub(crate) fn lump_sum(&self, row: usize) -> Money {
        self.resolved.lump_sums.get(row).copied().unwrap_or_default()
    }

    /// The price of the unit at a place that its factors do not decide; `None` for those they do.
    pub(crate) fn fixed_price(&self, slot: Slot, unit: &Unit, at: usize) -> Result<Option<Price>> {
        let of_unit = |error: Error| of_unit(error, at);
        match slot.fixing {
            Fixing::Free => Ok(None),
            Fixing::Entered => entered(unit).map(Some).map_err(of_unit),
            Fixing::Kept => Price::listed(unit).map_err(of_unit),
            Fixing::Override(change) => {
                let area = self.arithmetic.area(unit).map_err(of_unit)?;
                let price = self.overridden(change, area).at(change).at("overrides");
                price.at(slot.scheme).within(Input::Schemes).map(Some)
            }
        }
    }

    fn overridden(&self, at: usize, area: Area) -> Result<Price> {
        let change = self.scheme.overrides.get(at);
        if let Some(total) = change.and_then(|change| change.total) {
            return from_total(total, area);
        }
        let unit_price = change.and_then(|change| change.unit_price).unwrap_or_default();
        from_unit(unit_price, area, &self.scheme.total_rounding)
    }

    /// The basis of a unit's own unit price: kept prices are per building area.
    pub(crate) fn basis(&self, slot: Slot) -> AreaBasis {
        if slot.fixing == Fixing::Kept { AreaBasis::Building } else { self.scheme.area_basis }
    }

    /// Which number of a unit's price is authoritative: that of the scheme, or what a price that
    /// its factors do not decide was given as.
    pub(crate) fn price_basis(&self, slot: Slot, unit: &Unit) -> PriceBasis {
        let by_unit = match slot.fixing {
            Fixing::Free => return self.scheme.price_basis,
            Fixing::Override(at) => {
                self.scheme.overrides.get(at).is_some_and(|change| change.unit_price.is_some())
            }
            Fixing::Entered => false,
            Fixing::Kept => unit.list_total.is_none(),
        };
        if by_unit { PriceBasis::UnitFirst } else { PriceBasis::TotalFirst }
    }

    /// The exact composite discount, 1 without one.
    pub(crate) fn delta(&self) -> &Unrounded {
        &self.arithmetic.delta
    }
}

fn fixing(
    schemes: &[BookScheme<'_>],
    slot: &Slot,
    unit: &Unit,
    active_deals: ActiveDeals,
) -> Fixing {
    let has_price = unit.list_total.is_some() || unit.list_price.is_some();
    if active_deals == ActiveDeals::Keep && unit.state.in_active_deal() && has_price {
        return Fixing::Kept;
    }
    let Some(book) = schemes.get(slot.scheme) else { return Fixing::Free };
    let chosen = book.resolved.overrides.get(slot.row).copied().flatten();
    match chosen.and_then(|at| usize::try_from(at).ok()) {
        Some(at) => Fixing::Override(at),
        None if book.scheme.area_basis == AreaBasis::PerUnit => Fixing::Entered,
        None => Fixing::Free,
    }
}

/// Places an error at a unit of the project, unless its place is known.
pub(crate) fn of_unit(error: Error, at: usize) -> Error {
    error.unless_placed(|error| error.at(at).at("units").within(Input::Project))
}

/// The finding that units in a deal have no price to keep; none without such units.
pub(crate) fn deals_without_price(units: &[&str]) -> Option<Finding> {
    let told = || {
        let named = few(units.iter().copied());
        finding!(Code::PricingDealUnpriced, count = units.len(), units = named)
    };
    (!units.is_empty()).then(told)
}

/// The finding that a unit keeps the price of its deal.
pub(crate) fn kept(unit: &Unit) -> Finding {
    let state = unit.state.word();
    let state_zh = unit.state.chinese().first().copied().unwrap_or_default();
    let code = match unit.list_price.is_none() && unit.list_total.is_none() {
        true => Code::PricingKeptUnpriced,
        false => Code::PricingKept,
    };
    finding!(code, state, state_zh).unit(&unit.unit_no)
}
