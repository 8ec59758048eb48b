//! The contract as an area settlement sees it.

use crate::check::{Must, blank};
use crate::error::{Code, Error, Finding};
use crate::number::{Area, Money, UnitPrice};
use crate::pricing::AreaBasis;
use crate::project::figures::{Figured, differ};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What a contract says about the area of its home and what that costs.
///
/// ```
/// use kaipan::area_settlement::AreaContract;
/// let contract = AreaContract::new("D-1", "3-1-1802", "100".parse()?, "1200000".parse()?);
/// assert!(contract.unit_price.is_none());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct AreaContract {
    /// The deal.
    pub deal: Text,
    /// 房号.
    pub unit_no: Text,
    /// The area that the price is per.
    #[boundary(default)]
    pub basis: AreaBasis,
    /// 合同约定建筑面积, m².
    pub building_area: Area,
    /// 合同约定套内建筑面积, m².
    pub inside_area: Option<Area>,
    /// 成交单价 after discount per m² of the basis, yuan; the total divided by the area, not rounded,
    /// if absent.
    pub unit_price: Option<UnitPrice>,
    /// 成交总价 after discount of what is sold by area, yuan.
    pub deal_total: Money,
    /// 合同总价 with fit-out and attached units, yuan; the deal total if absent.
    pub contract_total: Option<Money>,
    /// What was paid for the house, for a buyer who quits and for interest.
    pub payments: Vec<AreaPayment>,
}

/// Money that was paid for the house.
#[boundary]
pub struct AreaPayment {
    /// The day.
    pub on: Date,
    /// Yuan.
    pub amount: Money,
    /// A bank or the fund paid it, and it goes back there.
    pub from_loan: bool,
}

impl AreaContract {
    /// The total of the contract.
    pub(super) fn total(&self) -> Money {
        self.contract_total.unwrap_or(self.deal_total)
    }

    /// The area of this basis; none where it is not known.
    pub(super) fn area(&self, basis: AreaBasis) -> Option<Area> {
        match basis {
            AreaBasis::Inside => self.inside_area,
            AreaBasis::Building | AreaBasis::PerUnit => Some(self.building_area),
        }
    }

    /// What cannot be, at its field.
    pub(super) fn wrong(&self) -> Vec<Error> {
        let names = [("deal", &self.deal), ("unit_no", &self.unit_no)];
        let mut errors: Vec<Error> =
            names.iter().filter_map(|(field, name)| blank(Code::AreaBlank, field, name)).collect();
        errors.extend(super::survey::no_area("building_area", self.building_area));
        errors
            .extend(self.inside_area.and_then(|area| super::survey::no_area("inside_area", area)));
        let positive =
            |field, amount: Money| Must::BePositive.refused(Code::AreaNumber, field, amount);
        errors.extend(positive("deal_total", self.deal_total));
        errors.extend(self.contract_total.and_then(|total| positive("contract_total", total)));
        let price = self.unit_price;
        let price =
            price.and_then(|price| Must::BePositive.refused(Code::AreaNumber, "unit_price", price));
        errors.extend(price);
        let payments = self.payments.iter().enumerate();
        errors.extend(payments.filter_map(|(at, one)| {
            let wrong = positive("amount", one.amount)?;
            Some(wrong.at(at).at("payments"))
        }));
        errors
    }

    /// Figures that do not agree or are hardly meant, at their fields.
    pub(super) fn odd(&self) -> Vec<Finding> {
        let parts = super::survey::larger_inside(self.building_area, self.inside_area);
        let priced = self.area(self.basis).filter(|_| self.basis != AreaBasis::PerUnit);
        let figures = self.unit_price.zip(priced);
        let figures = figures
            .and_then(|(price, area)| differ(Figured::Deal, price, area, self.deal_total))
            .map(|found| found.at("unit_price"));
        let total = self.unit_price.is_none().then_some(priced).flatten();
        let total = total
            .and_then(|area| {
                crate::unusual::total(["成交总价", "deal total"], self.deal_total, area)
            })
            .map(|found| found.at("deal_total"));
        let price = self
            .unit_price
            .and_then(|price| crate::unusual::unit_price(["成交单价", "deal price"], price))
            .map(|found| found.at("unit_price"));
        parts.into_iter().chain(figures).chain(total).chain(price).collect()
    }
}
