//! From what is to be received to what is written on the price list.

use crate::Text;
use crate::check::with_repeats;
use crate::error::{At, Code, Error, Finding, Input, Result};
use crate::number::{Area, Exact, Money, Place, Rounding, UnitPrice, Unrounded, overflow};
use crate::pricing::price::{CoarseTotals, Raw, RoundingOrder, per_area, rounding_inputs};
use crate::pricing::scheme::{CompositeDiscount, PriceBasis};
use crate::project::not_positive;
use kaipan_derive::boundary;

/// List prices from net prices: `list = net ÷ δ`, then the rounding points (handbook §2.7).
///
/// With a single mode of share 1 this is also `list = floor ÷ deepest discount` (handbook §2.8).
/// Errors and findings are placed in
/// [`Input::CompositeDiscount`], `Source` and `TotalRounding`.
///
/// ```
/// use kaipan::pricing::{CompositeDiscount, DiscountShare, NetSource, NetToList, NetUnit};
/// let mode = |share: &str, rate: &str| Ok::<_, kaipan::Error>(
///     DiscountShare::new(share.parse()?, rate.parse()?));
/// let mix = CompositeDiscount::new(vec![mode("0.3", "0.97")?, mode("0.7", "0.98")?]);
/// let unit = NetUnit::new("101", "100".parse()?).with_net_total("977000".parse()?);
/// let source = NetSource::Units { units: vec![unit] };
///
/// let lists = NetToList::new(&mix, &source).lists()?;
/// assert_eq!(lists.composite_discount.to_string(), "0.977");
/// assert_eq!(lists.units[0].list_total.to_string(), "1000000.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct NetToList<'a> {
    composite_discount: &'a CompositeDiscount,
    source: &'a NetSource,
    rounding: RoundingOrder,
}

impl<'a> NetToList<'a> {
    /// List prices that bring in the net prices of a source when buyers pay this on average.
    pub fn new(composite_discount: &'a CompositeDiscount, source: &'a NetSource) -> NetToList<'a> {
        NetToList { composite_discount, source, rounding: RoundingOrder::USUAL }
    }

    rounding_inputs!();

    /// The list prices.
    ///
    /// # Errors
    /// A composite discount that cannot be, units without area or price, prices not above zero.
    pub fn lists(&self) -> Result<ListFromNet> {
        let delta = self.composite_discount.value().within(Input::CompositeDiscount)?;
        let told = self.composite_discount.unusual().into_iter();
        let findings = told.map(|finding| finding.within(Input::CompositeDiscount)).collect();
        match self.source {
            NetSource::Average { average } => {
                if !average.is_positive() {
                    return Err(not_positive("average", average).within(Input::Source));
                }
                let list = Unrounded::from(*average).div(&delta)?;
                Ok(ListFromNet {
                    composite_discount: delta.to_exact()?,
                    list_average: Rounding::half_up(Place::Fen).unit_price(&list)?,
                    units: Vec::new(),
                    list_total: None,
                    net_total: None,
                    net_average: None,
                    findings,
                })
            }
            NetSource::Units { units } => self.of_units(units, &delta, findings),
        }
    }

    fn of_units(
        &self,
        units: &[NetUnit],
        delta: &Unrounded,
        mut findings: Vec<Finding>,
    ) -> Result<ListFromNet> {
        let mut errors = Vec::new();
        let mut rows = Vec::with_capacity(units.len());
        for (at, unit, again) in with_repeats(units, |unit| unit.unit_no.as_str()) {
            let place = |error: Error| error.at(at).at("units").within(Input::Source);
            if let Some(first) = again {
                let error = Error::new(Code::ProjectDuplicateUnit).with("unit_no", &unit.unit_no);
                errors.push(place(error.with("first", first).at("unit_no")));
            }
            match self.list_unit(delta, unit) {
                Ok(row) => rows.push(row),
                Err(error) => errors.push(place(error)),
            }
        }
        Error::collect(errors)?;
        if rows.is_empty() {
            return Err(Error::new(Code::ProjectNoUnits).at("units").within(Input::Source));
        }
        if self.rounding.basis == PriceBasis::UnitFirst {
            let mut totals = CoarseTotals::new(self.rounding.total);
            for (unit, row) in units.iter().zip(&rows) {
                totals.look_at(&row.unit_no, row.list_price, unit.area, row.list_total);
            }
            findings.extend(totals.finding().map(|found| found.within(Input::TotalRounding)));
        }
        let mut areas = units.iter().map(|unit| unit.area);
        let area = areas.try_fold(Area::ZERO, Area::checked_add).ok_or_else(overflow)?;
        let list_total = Money::sum(rows.iter().map(|row| row.list_total))?;
        let net = Unrounded::from(list_total).mul(delta)?;
        let fen = net.scaled(2)?.to_i64().map(Money::from_fen);
        Ok(ListFromNet {
            composite_discount: delta.to_exact()?,
            list_average: per_area(list_total, area)?,
            units: rows,
            list_total: Some(list_total),
            net_total: Some(fen.ok_or_else(overflow)?),
            net_average: Some(net.div(&Unrounded::from(area))?.to_unit_price()?),
            findings,
        })
    }

    fn list_unit(&self, delta: &Unrounded, unit: &NetUnit) -> Result<ListUnit> {
        if !unit.area.is_positive() {
            let error = Error::new(Code::ProjectArea).with("field", "area");
            return Err(error.with("value", unit.area).at("area"));
        }
        let area = Unrounded::from(unit.area);
        let net = match (unit.net_price, unit.net_total) {
            (Some(price), None) => {
                Raw { unit: Unrounded::from(price), total: Unrounded::from(price).mul(&area)? }
            }
            (None, Some(total)) => {
                Raw { unit: Unrounded::from(total).div(&area)?, total: Unrounded::from(total) }
            }
            _ => {
                let error = Error::new(Code::PricingMissingPrice).with("unit_no", &unit.unit_no);
                return Err(error.at("net_price"));
            }
        };
        let raw = Raw { unit: net.unit.div(delta)?, total: net.total.div(delta)? };
        let price = self.rounding.price(&raw, unit.area)?;
        let unit_no = unit.unit_no.clone();
        Ok(ListUnit { unit_no, list_price: price.unit, list_total: price.total })
    }
}

/// What is to be received.
#[boundary]
pub enum NetSource {
    /// An average; only the list average is computed.
    Average {
        /// Yuan per m².
        average: UnitPrice,
    },
    /// Units with net or floor prices.
    Units {
        /// The units.
        #[boundary(required)]
        units: Vec<NetUnit>,
    },
}

/// A unit with its net price; exactly one of the two numbers is given and authoritative.
#[boundary]
pub struct NetUnit {
    /// 房号.
    pub unit_no: Text,
    /// Area that prices are per, m².
    pub area: Area,
    /// Net unit price, yuan per m².
    pub net_price: Option<UnitPrice>,
    /// Net total, yuan.
    pub net_total: Option<Money>,
}

/// List prices.
#[boundary(answer)]
pub struct ListFromNet {
    /// The exact composite discount δ, share: 0.977 is 97.7 %.
    pub composite_discount: Exact,
    /// Net average ÷ δ, half up to 0.01.
    pub list_average: UnitPrice,
    /// One row a unit.
    pub units: Vec<ListUnit>,
    /// Σ list total, if units were given.
    pub list_total: Option<Money>,
    /// Σ list total × δ, half up to the fen: what these lists bring in.
    pub net_total: Option<Money>,
    /// Σ list total × δ ÷ Σ area, half up to 6 decimals.
    pub net_average: Option<UnitPrice>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// The list price of a unit.
#[boundary(answer)]
pub struct ListUnit {
    /// 房号.
    pub unit_no: Text,
    /// List unit price, yuan per m².
    pub list_price: UnitPrice,
    /// List total, yuan.
    pub list_total: Money,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pricing::scheme::DiscountShare;

    fn lists(source: &NetSource) -> Result<ListFromNet> {
        let mode = |share: &str, rate: &str| {
            DiscountShare::new(share.parse().unwrap(), rate.parse().unwrap())
        };
        let mix = CompositeDiscount::new(vec![mode("0.3", "0.97"), mode("0.7", "0.98")]);
        NetToList::new(&mix, source).lists()
    }

    #[test]
    fn handbook_2_7_average() {
        let average = "10000".parse().unwrap();
        let lists = lists(&NetSource::Average { average }).unwrap();
        assert_eq!(lists.list_average.to_string(), "10235.41");
    }

    #[test]
    fn units_are_checked_with_their_totals() {
        let unit = |no: &str| NetUnit::new(no, "100".parse().unwrap());
        let total = |no: &str, total: &str| unit(no).with_net_total(total.parse().unwrap());
        let priced = unit("1").with_net_price("10000".parse().unwrap());
        let units = NetSource::Units { units: vec![priced, total("2", "977000")] };
        let answer = lists(&units).unwrap();
        assert_eq!(answer.units[0].list_price.to_string(), "10235.00");
        assert_eq!(answer.units[1].list_total.to_string(), "1000000.00");
        assert_eq!(answer.net_total.unwrap().to_string(), "1976959.50");
        assert_eq!(answer.net_average.unwrap().to_string(), "9884.7975");
        let bad = NetSource::Units { units: vec![unit("1"), total("2", "0")] };
        let error = lists(&bad).unwrap_err();
        assert_eq!(error.path(), "/source/units/0/net_price");
        assert_eq!(error.others()[0].code(), Code::PricingNotPositive);
    }
}
