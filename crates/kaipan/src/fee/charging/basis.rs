//! What a value is applied to.

use super::choose::Fact;
use crate::error::Result;
use crate::fee::{FeeArea, FeeBasis, FeeUnit, FormulaQuantity, FormulaTerm, VatSplit};
use crate::number::{Area, Money, Unrounded};

/// The quantities of a unit.
#[derive(Clone, Copy)]
pub(super) struct Quantities<'a> {
    pub(super) unit: &'a FeeUnit,
    pub(super) vat: &'a VatSplit,
    /// The assessed price, if it is known.
    pub(super) assessed: Option<&'a VatSplit>,
    /// Which area counts.
    pub(super) area: FeeArea,
    /// Σ of the loans with the contract's first unit; zero with the others.
    pub(super) loans: Money,
}

/// A basis, or what is missing for it.
#[derive(Debug)]
pub(super) struct Basis {
    pub(super) quantity: Option<Unrounded>,
    pub(super) missing: Vec<Fact>,
    /// The building area stands for a surveyed area that is not known yet.
    pub(super) not_surveyed: bool,
    /// The contract price stands for an assessed price that is not known yet.
    pub(super) not_assessed: bool,
}

impl FeeBasis {
    /// What the values of this basis are applied to.
    pub(super) fn of(&self, quantities: &Quantities<'_>) -> Result<Basis> {
        let mut basis =
            Basis { quantity: None, missing: Vec::new(), not_surveyed: false, not_assessed: false };
        let quantity = match self {
            FeeBasis::ContractPrice {} => basis.take(FormulaQuantity::ContractPrice, quantities),
            FeeBasis::PriceExVat {} => basis.take(FormulaQuantity::PriceExVat, quantities),
            FeeBasis::HigherPrice {} => basis.take(FormulaQuantity::HigherPrice, quantities),
            FeeBasis::HigherPriceExVat {} => {
                basis.take(FormulaQuantity::HigherPriceExVat, quantities)
            }
            FeeBasis::BuildingArea {} => basis.take(FormulaQuantity::BuildingArea, quantities),
            FeeBasis::InsideArea {} => basis.take(FormulaQuantity::InsideArea, quantities),
            FeeBasis::SurveyedArea {} => basis.take(FormulaQuantity::SurveyedArea, quantities),
            FeeBasis::LoanAmount {} => basis.take(FormulaQuantity::LoanAmount, quantities),
            FeeBasis::PerUnit {} => Unrounded::ONE,
            FeeBasis::PerCertificate { free } => {
                whole(certificates(quantities.unit).saturating_sub(*free))
            }
            FeeBasis::Formula { terms, constant } => {
                let mut sum = constant.map_or(Unrounded::ZERO, Unrounded::from);
                for term in terms {
                    sum = sum.add(&basis.term(term, quantities)?)?;
                }
                if sum.compare(&Unrounded::ZERO)?.is_lt() { Unrounded::ZERO } else { sum }
            }
        };
        if basis.missing.is_empty() {
            basis.quantity = Some(quantity);
        }
        Ok(basis)
    }
}

impl Basis {
    /// A quantity; zero, and a fact noted, where it is not known.
    fn take(&mut self, quantity: FormulaQuantity, given: &Quantities<'_>) -> Unrounded {
        let unit = given.unit;
        match quantity {
            FormulaQuantity::ContractPrice => Unrounded::from(given.vat.amount),
            FormulaQuantity::PriceExVat => Unrounded::from(given.vat.ex_vat),
            FormulaQuantity::HigherPrice => Unrounded::from(self.higher(given).amount),
            FormulaQuantity::HigherPriceExVat => Unrounded::from(self.higher(given).ex_vat),
            FormulaQuantity::BuildingArea => Unrounded::from(unit.area(given.area)),
            FormulaQuantity::InsideArea => match unit.inside(given.area) {
                Some(area) => Unrounded::from(area),
                None => {
                    self.missing = vec![Fact::InsideArea];
                    Unrounded::ZERO
                }
            },
            FormulaQuantity::SurveyedArea => {
                self.not_surveyed |= unit.surveyed_area.is_none();
                let area: Area = unit.surveyed_area.unwrap_or(unit.building_area);
                Unrounded::from(area)
            }
            FormulaQuantity::LoanAmount => Unrounded::from(given.loans),
            FormulaQuantity::Certificates => whole(certificates(unit)),
        }
    }

    /// The higher of contract price and assessed price.
    fn higher<'v>(&mut self, given: &Quantities<'v>) -> &'v VatSplit {
        self.not_assessed |= given.assessed.is_none();
        let assessed = given.assessed.filter(|assessed| assessed.amount > given.vat.amount);
        assessed.unwrap_or(given.vat)
    }

    fn term(&mut self, term: &FormulaTerm, given: &Quantities<'_>) -> Result<Unrounded> {
        let mut quantity = self.take(term.quantity, given);
        if let Some(above) = term.above {
            quantity = quantity.sub(&Unrounded::from(above))?;
        }
        if quantity.compare(&Unrounded::ZERO)?.is_lt() {
            return Ok(Unrounded::ZERO);
        }
        quantity.mul(&Unrounded::from(term.times))
    }
}

/// Every unit has a certificate unless the request says otherwise.
fn certificates(unit: &FeeUnit) -> u32 {
    unit.certificates.unwrap_or(1)
}

fn whole(count: u32) -> Unrounded {
    Unrounded::decimal(count.into(), 0)
}
