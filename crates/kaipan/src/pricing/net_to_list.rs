//! `pricing.net_to_list`: from what is to be received to what is written on the price list.

use super::composite::CompositeDiscount;
use super::price::{from_total, per_area, total_of};
use super::scheme::PriceBasis;
use crate::Text;
use crate::error::{At, Code, Error, Finding, Result};
use crate::number::{Area, Exact, Fraction, Money, Place, Rounding, UnitPrice};
use crate::project::not_positive;
use kaipan_derive::boundary;
use std::collections::HashMap;

/// A request to turn net prices into list prices.
///
/// With a single mode of share 1 this is also `list = floor ÷ deepest discount` (handbook §2.8).
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetToListRequest {
    /// What buyers pay on average of the list price.
    pub composite_discount: CompositeDiscount,
    /// The net prices.
    pub source: NetSource,
    /// Which of unit price and total is rounded first.
    #[boundary(default)]
    pub price_basis: PriceBasis,
    /// Rounding point of list unit prices.
    #[boundary(default)]
    pub unit_rounding: Rounding,
    /// Rounding point of list totals.
    #[boundary(default)]
    pub total_rounding: Rounding,
}

/// What is to be received.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListUnit {
    /// 房号.
    pub unit_no: Text,
    /// List unit price, yuan per m².
    pub list_price: UnitPrice,
    /// List total, yuan.
    pub list_total: Money,
}

/// Turns net prices into list prices: `list = net ÷ δ`, then the rounding points (handbook §2.7).
///
/// # Errors
/// A composite discount that cannot be, units without area or price, prices not above zero.
pub fn net_to_list(request: &NetToListRequest) -> Result<ListFromNet> {
    let delta = request.composite_discount.value().at("composite_discount")?;
    let shown = delta.to_exact()?;
    let findings = request.composite_discount.unusual("/composite_discount");
    match &request.source {
        NetSource::Average { average } => {
            if !average.is_positive() {
                return Err(not_positive("average", average).at("source"));
            }
            let list = Fraction::from(*average).div(&delta)?;
            Ok(ListFromNet {
                composite_discount: shown,
                list_average: Rounding::half_up(Place::Fen).unit_price(&list)?,
                units: Vec::new(),
                list_total: None,
                net_total: None,
                net_average: None,
                findings,
            })
        }
        NetSource::Units { units } => {
            let mut errors = Vec::new();
            let mut rows = Vec::with_capacity(units.len());
            let mut first = HashMap::new();
            for (at, unit) in units.iter().enumerate() {
                if let Some(earlier) = first.insert(unit.unit_no.as_str(), at.saturating_add(1)) {
                    let error = Error::new(Code::ProjectDuplicateUnit)
                        .with("unit_no", &unit.unit_no)
                        .with("first", earlier);
                    errors.push(error.at("unit_no").at(at).at("units").at("source"));
                }
                match list_unit(request, &delta, unit) {
                    Ok(row) => rows.push(row),
                    Err(error) => errors.push(error.at(at).at("units").at("source")),
                }
            }
            Error::collect(errors)?;
            if rows.is_empty() {
                return Err(Error::new(Code::ProjectNoUnits).at("units").at("source"));
            }
            let overflow = || Error::new(Code::NumberOverflow);
            let area = units.iter().try_fold(Area::ZERO, |sum, unit| sum.checked_add(unit.area));
            let area = area.ok_or_else(overflow)?;
            let list_total = Money::sum(rows.iter().map(|row| row.list_total))?;
            let net = Fraction::from(list_total).mul(&delta)?;
            let fen = net.scaled(2)?.to_i64().map(Money::from_fen);
            Ok(ListFromNet {
                composite_discount: shown,
                list_average: per_area(list_total, area)?,
                units: rows,
                list_total: Some(list_total),
                net_total: Some(fen.ok_or_else(overflow)?),
                net_average: Some(net.div(&Fraction::from(area))?.to_unit_price()?),
                findings,
            })
        }
    }
}

fn list_unit(request: &NetToListRequest, delta: &Fraction, unit: &NetUnit) -> Result<ListUnit> {
    if !unit.area.is_positive() {
        let error = Error::new(Code::ProjectArea).with("field", "area").with("value", unit.area);
        return Err(error.at("area"));
    }
    let area = Fraction::from(unit.area);
    let (net_price, net_total) = match (unit.net_price, unit.net_total) {
        (Some(price), None) => (Fraction::from(price), Fraction::from(price).mul(&area)?),
        (None, Some(total)) => (Fraction::from(total).div(&area)?, Fraction::from(total)),
        _ => {
            let error = Error::new(Code::PricingMissingPrice).with("unit_no", &unit.unit_no);
            return Err(error.at("net_price"));
        }
    };
    let price = match request.price_basis {
        PriceBasis::UnitFirst => {
            let list_price = request.unit_rounding.unit_price(&net_price.div(delta)?)?;
            let list_total = total_of(list_price, unit.area, &request.total_rounding)?;
            super::price::Price { unit: list_price, total: list_total }
        }
        PriceBasis::TotalFirst => {
            from_total(request.total_rounding.fraction(&net_total.div(delta)?)?, unit.area)?
        }
    };
    if !price.total.is_positive() {
        return Err(Error::new(Code::PricingNotPositive).with("price", price.total));
    }
    Ok(ListUnit { unit_no: unit.unit_no.clone(), list_price: price.unit, list_total: price.total })
}

#[cfg(test)]
mod tests {
    use super::super::composite::DiscountShare;
    use super::*;

    fn request(source: NetSource) -> NetToListRequest {
        let mode = |share: &str, rate: &str| DiscountShare {
            name: None,
            share: share.parse().unwrap(),
            rate: rate.parse().unwrap(),
        };
        NetToListRequest {
            composite_discount: CompositeDiscount {
                modes: vec![mode("0.3", "0.97"), mode("0.7", "0.98")],
                others: vec![],
            },
            source,
            price_basis: PriceBasis::UnitFirst,
            unit_rounding: Rounding::YUAN,
            total_rounding: Rounding::YUAN,
        }
    }

    #[test]
    fn handbook_2_7_average() {
        let average = "10000".parse().unwrap();
        let response = net_to_list(&request(NetSource::Average { average })).unwrap();
        assert_eq!(response.list_average.to_string(), "10235.41");
    }

    #[test]
    fn units_are_checked_with_their_totals() {
        let unit = |no: &str, price: Option<&str>, total: Option<&str>| NetUnit {
            unit_no: no.into(),
            area: "100".parse().unwrap(),
            net_price: price.map(|p| p.parse().unwrap()),
            net_total: total.map(|t| t.parse().unwrap()),
        };
        let units = vec![unit("1", Some("10000"), None), unit("2", None, Some("977000"))];
        let response = net_to_list(&request(NetSource::Units { units })).unwrap();
        assert_eq!(response.units[0].list_price.to_string(), "10235.00");
        assert_eq!(response.units[1].list_total.to_string(), "1000000.00");
        assert_eq!(response.net_total.unwrap().to_string(), "1976959.50");
        assert_eq!(response.net_average.unwrap().to_string(), "9884.7975");
        let bad =
            NetSource::Units { units: vec![unit("1", None, None), unit("2", None, Some("0"))] };
        let error = net_to_list(&request(bad)).unwrap_err();
        assert_eq!(error.path(), "/source/units/0/net_price");
        assert_eq!(error.others()[0].code(), Code::PricingNotPositive);
    }
}
