//! What a value is applied to.

use super::choose::Fact;
use crate::error::Result;
use crate::fee::{FeeArea, FeeBasis, FeeUnit, FormulaQuantity, FormulaTerm, VatSplit};
use crate::number::{Area, Fraction, Money};

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
    pub(super) quantity: Option<Fraction>,
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
            FeeBasis::PerUnit {} => Fraction::ONE,
            FeeBasis::PerCertificate { free } => {
                whole(certificates(quantities.unit).saturating_sub(*free))
            }
            FeeBasis::Formula { terms, constant } => {
                let mut sum = constant.map_or(Fraction::ZERO, Fraction::from);
                for term in terms {
                    sum = sum.add(&basis.term(term, quantities)?)?;
                }
                if sum.compare(&Fraction::ZERO)?.is_lt() { Fraction::ZERO } else { sum }
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
    fn take(&mut self, quantity: FormulaQuantity, given: &Quantities<'_>) -> Fraction {
        let unit = given.unit;
        match quantity {
            FormulaQuantity::ContractPrice => Fraction::from(given.vat.amount),
            FormulaQuantity::PriceExVat => Fraction::from(given.vat.ex_vat),
            FormulaQuantity::HigherPrice => Fraction::from(self.higher(given).amount),
            FormulaQuantity::HigherPriceExVat => Fraction::from(self.higher(given).ex_vat),
            FormulaQuantity::BuildingArea => Fraction::from(unit.area(given.area)),
            FormulaQuantity::InsideArea => match unit.inside(given.area) {
                Some(area) => Fraction::from(area),
                None => {
                    self.missing = vec![Fact::InsideArea];
                    Fraction::ZERO
                }
            },
            FormulaQuantity::SurveyedArea => {
                self.not_surveyed |= unit.surveyed_area.is_none();
                let area: Area = unit.surveyed_area.unwrap_or(unit.building_area);
                Fraction::from(area)
            }
            FormulaQuantity::LoanAmount => Fraction::from(given.loans),
            FormulaQuantity::Certificates => whole(certificates(unit)),
        }
    }

    /// The higher of contract price and assessed price.
    fn higher<'v>(&mut self, given: &Quantities<'v>) -> &'v VatSplit {
        self.not_assessed |= given.assessed.is_none();
        let assessed = given.assessed.filter(|assessed| assessed.amount > given.vat.amount);
        assessed.unwrap_or(given.vat)
    }

    fn term(&mut self, term: &FormulaTerm, given: &Quantities<'_>) -> Result<Fraction> {
        let mut quantity = self.take(term.quantity, given);
        if let Some(above) = term.above {
            quantity = quantity.sub(&Fraction::from(above))?;
        }
        if quantity.compare(&Fraction::ZERO)?.is_lt() {
            return Ok(Fraction::ZERO);
        }
        quantity.mul(&Fraction::from(term.times))
    }
}

/// Every unit has a certificate unless the request says otherwise.
fn certificates(unit: &FeeUnit) -> u32 {
    unit.certificates.unwrap_or(1)
}

fn whole(count: u32) -> Fraction {
    Fraction::decimal(count.into(), 0)
}
