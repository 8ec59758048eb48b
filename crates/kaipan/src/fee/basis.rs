//! What a value is applied to.

use super::condition::Fact;
use super::request::{FeeArea, FeeUnit, VatSplit};
use super::rule::{FeeBasis, FormulaQuantity, FormulaTerm};
use crate::error::Result;
use crate::number::{Area, Carried, Money};

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
pub(super) struct Basis<N> {
    pub(super) quantity: Option<N>,
    pub(super) missing: Vec<Fact>,
    /// The building area stands for a surveyed area that is not known yet.
    pub(super) not_surveyed: bool,
    /// The contract price stands for an assessed price that is not known yet.
    pub(super) not_assessed: bool,
}

impl FeeBasis {
    /// What the values of this basis are applied to.
    pub(super) fn of<N: Carried>(&self, quantities: &Quantities<'_>) -> Result<Basis<N>> {
        let mut basis = Basis::<N> {
            quantity: None,
            missing: Vec::new(),
            not_surveyed: false,
            not_assessed: false,
        };
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
            FeeBasis::PerUnit {} => N::one(),
            FeeBasis::PerCertificate { free } => {
                whole(certificates(quantities.unit).saturating_sub(*free))
            }
            FeeBasis::Formula { terms, constant } => {
                let mut sum = constant.map_or(N::zero(), N::money);
                for term in terms {
                    sum = sum.plus(basis.term(term, quantities)?)?;
                }
                if sum.compared(N::zero())?.is_lt() { N::zero() } else { sum }
            }
        };
        if basis.missing.is_empty() {
            basis.quantity = Some(quantity);
        }
        Ok(basis)
    }
}

impl<N: Carried> Basis<N> {
    /// A quantity; zero, and a fact noted, where it is not known.
    fn take(&mut self, quantity: FormulaQuantity, given: &Quantities<'_>) -> N {
        let unit = given.unit;
        match quantity {
            FormulaQuantity::ContractPrice => N::money(given.vat.amount),
            FormulaQuantity::PriceExVat => N::money(given.vat.ex_vat),
            FormulaQuantity::HigherPrice => N::money(self.higher(given).amount),
            FormulaQuantity::HigherPriceExVat => N::money(self.higher(given).ex_vat),
            FormulaQuantity::BuildingArea => N::area(unit.area(given.area)),
            FormulaQuantity::InsideArea => match unit.inside(given.area) {
                Some(area) => N::area(area),
                None => {
                    self.missing = vec![Fact::InsideArea];
                    N::zero()
                }
            },
            FormulaQuantity::SurveyedArea => {
                self.not_surveyed |= unit.surveyed_area.is_none();
                let area: Area = unit.surveyed_area.unwrap_or(unit.building_area);
                N::area(area)
            }
            FormulaQuantity::LoanAmount => N::money(given.loans),
            FormulaQuantity::Certificates => whole(certificates(unit)),
        }
    }

    /// The higher of contract price and assessed price.
    fn higher<'v>(&mut self, given: &Quantities<'v>) -> &'v VatSplit {
        self.not_assessed |= given.assessed.is_none();
        let assessed = given.assessed.filter(|assessed| assessed.amount > given.vat.amount);
        assessed.unwrap_or(given.vat)
    }

    fn term(&mut self, term: &FormulaTerm, given: &Quantities<'_>) -> Result<N> {
        let mut quantity = self.take(term.quantity, given);
        if let Some(above) = term.above {
            quantity = quantity.minus(N::figure(above))?;
        }
        if quantity.compared(N::zero())?.is_lt() {
            return Ok(N::zero());
        }
        quantity.times(N::figure(term.times))
    }
}

/// Every unit has a certificate unless the request says otherwise.
fn certificates(unit: &FeeUnit) -> u32 {
    unit.certificates.unwrap_or(1)
}

fn whole<N: Carried>(count: u32) -> N {
    N::scalar(count.into(), 0)
}
