//! The case that quotes are made for: unit, buyers and dates.

use crate::discount::{DealFacts, ListPrice};
use crate::error::{Code, Error, Input, InputPlace, Result};
use crate::fee::{FeeBuyer, PropertyUse};
use crate::number::{Area, Money, Rate};
use crate::payment::{AnchorDates, BorrowerFacts};
use crate::pricing::{PriceTable, Step};
use crate::project::{Unit, UnitState};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The unit, the buyer and the dates of a quote.
#[boundary]
pub struct QuoteCase {
    /// The day of the quote.
    pub as_of: Date,
    /// Name of the project.
    pub project: Option<Text>,
    /// City, for fees, in any usual way to write it.
    pub city: Option<Text>,
    /// The unit.
    pub unit: Unit,
    /// Use of the unit, for loans and fees.
    #[boundary(default = residential)]
    pub property_use: PropertyUse,
    /// The list price; taken from the unit if absent.
    pub list: Option<ListPrice>,
    /// How the list price came about, as `pricing.table` explains it; shown with the quote.
    pub list_steps: Vec<Step>,
    /// 装修款 on top of the deal total, yuan.
    pub fitout: Option<Money>,
    /// Units sold with it (车位、储藏室).
    pub attached: Vec<AttachedUnit>,
    /// What conditions look at. Its plan is that of the choice.
    pub facts: DealFacts,
    /// Dates that payments hang on; subscription and signing dates are taken from the facts where
    /// absent.
    #[boundary(empty)]
    pub dates: AnchorDates,
    /// The buyers; one person with a first home if empty.
    pub buyers: Vec<FeeBuyer>,
    /// VAT rate in the price, share: 0.09 is 9 %; 0.09 if absent.
    pub vat_rate: Option<Rate>,
    /// With a lift, for fees.
    pub elevator: Option<bool>,
    /// Storeys of the building, for fees.
    pub storeys: Option<u32>,
    /// 评估价, yuan, for loans.
    pub appraisal: Option<Money>,
    /// 核定价格 of the unit with VAT, yuan, for fees on the higher of it and the contract price.
    pub assessed_price: Option<Money>,
    /// The building is accepted as completed (竣工验收), for loans.
    pub completed: Option<bool>,
    /// What caps of loans ask of the borrowers.
    #[boundary(empty)]
    pub borrower: BorrowerFacts,
}

impl QuoteCase {
    /// The case with the price that a price trial table has for its unit, and the steps to it if
    /// the table explains them. It stands in place of the list price in force; where they differ,
    /// the quote tells it. A unit without a floor price of its own takes that of the table.
    ///
    /// ```
    /// use kaipan::discount::DealFacts;
    /// use kaipan::pricing::{Explain, PricingScheme, Trial};
    /// use kaipan::project::{Project, Unit};
    /// use kaipan::quote::QuoteCase;
    /// let unit = Unit::new("1801", "1", 18, "01", "121.50".parse()?);
    /// let project = Project::new("云境湾").with_units(vec![unit.clone()]);
    /// let schemes = [PricingScheme::new("A").with_base_price("12345".parse()?)];
    /// let table = Trial::new(&project, &schemes).explain(&Explain::ALL).table()?;
    ///
    /// let today = "2026-11-28".parse()?;
    /// let case = QuoteCase::new(today, unit, DealFacts::new(today)).priced_in(&table)?;
    /// assert_eq!(case.list.and_then(|list| list.total), Some("1499918".parse()?));
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Code::QuoteListMissing`] at the unit if the table has no row for it.
    pub fn priced_in(mut self, table: &PriceTable) -> Result<QuoteCase> {
        let Some(row) = table.row(&self.unit.unit_no) else {
            let error = Error::new(Code::QuoteListMissing).with("unit_no", &self.unit.unit_no);
            return Err(error.placed(InputPlace::of(Input::Case).then("unit")));
        };
        self.list = Some(ListPrice::from(row));
        if self.unit.floor_price.is_none() && self.unit.floor_total.is_none() {
            self.unit.floor_price = row.floor_price;
            self.unit.floor_total = row.floor_total;
        }
        self.list_steps.clone_from(&row.steps);
        Ok(self)
    }
}

fn residential() -> PropertyUse {
    PropertyUse::Residential
}

/// A unit sold together with the quoted one (附属房产).
#[boundary]
pub struct AttachedUnit {
    /// Its number.
    pub unit_no: Text,
    /// Its total, yuan.
    pub total: Money,
    /// Its building area by the contract, m².
    pub building_area: Area,
    /// 实测面积, m², for fees.
    pub surveyed_area: Option<Area>,
    /// Its use.
    #[boundary(default = parking)]
    pub property_use: PropertyUse,
    /// Its state in stock control; on sale if absent.
    pub state: Option<UnitState>,
}

fn parking() -> PropertyUse {
    PropertyUse::Parking
}
