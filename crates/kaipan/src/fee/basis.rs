//! What a value is applied to.

use super::condition::Fact;
use super::request::{FeeUnit, VatSplit};
use super::rule::{FeeBasis, FormulaQuantity, FormulaTerm};
use crate::error::Result;
use crate::number::{Area, Fraction, Money, Wide};

/// The quantities of a unit.
#[derive(Clone, Copy)]
pub(super) struct Quantities<'a> {
    pub(super) unit: &'a FeeUnit,
    pub(super) vat: &'a VatSplit,
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
}

impl FeeBasis {
    /// What the values of this basis are applied to.
    pub(super) fn of(&self, quantities: &Quantities<'_>) -> Result<Basis> {
        let mut basis = Basis { quantity: None, missing: Vec::new(), not_surveyed: false };
        let quantity = match self {
            FeeBasis::ContractPrice {} => basis.take(FormulaQuantity::ContractPrice, quantities),
            FeeBasis::PriceExVat {} => basis.take(FormulaQuantity::PriceExVat, quantities),
            FeeBasis::BuildingArea {} => basis.take(FormulaQuantity::BuildingArea, quantities),
            FeeBasis::InsideArea {} => basis.take(FormulaQuantity::InsideArea, quantities),
            FeeBasis::SurveyedArea {} => basis.take(FormulaQuantity::SurveyedArea, quantities),
            FeeBasis::LoanAmount {} => basis.take(FormulaQuantity::LoanAmount, quantities),
            FeeBasis::PerUnit {} => Fraction::ONE,
            FeeBasis::PerCertificate { free } => {
                whole(certificates(quantities.unit).saturating_sub(*free))?
            }
            FeeBasis::Formula { terms, constant } => {
                let mut sum = constant.map_or(Fraction::ZERO, Fraction::from);
                for term in terms {
                    sum = sum.add(&basis.term(term, quantities)?)?;
                }
                if sum.is_negative() { Fraction::ZERO } else { sum }
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
            FormulaQuantity::ContractPrice => given.vat.amount.into(),
            FormulaQuantity::PriceExVat => given.vat.ex_vat.into(),
            FormulaQuantity::BuildingArea => unit.building_area.into(),
            FormulaQuantity::InsideArea => match unit.inside_area {
                Some(area) => area.into(),
                None => {
                    self.missing = vec![Fact::InsideArea];
                    Fraction::ZERO
                }
            },
            FormulaQuantity::SurveyedArea => {
                self.not_surveyed |= unit.surveyed_area.is_none();
                let area: Area = unit.surveyed_area.unwrap_or(unit.building_area);
                area.into()
            }
            FormulaQuantity::LoanAmount => given.loans.into(),
            FormulaQuantity::Certificates => whole(certificates(unit)).unwrap_or(Fraction::ZERO),
        }
    }

    fn term(&mut self, term: &FormulaTerm, given: &Quantities<'_>) -> Result<Fraction> {
        let mut quantity = self.take(term.quantity, given);
        if let Some(above) = term.above {
            quantity = quantity.sub(&above.into())?;
        }
        if quantity.is_negative() {
            return Ok(Fraction::ZERO);
        }
        quantity.mul(&term.times.into())
    }
}

/// Every unit has a certificate unless the request says otherwise.
fn certificates(unit: &FeeUnit) -> u32 {
    unit.certificates.unwrap_or(1)
}

fn whole(count: u32) -> Result<Fraction> {
    Fraction::new(Wide::from(i64::from(count)), Wide::ONE)
}
