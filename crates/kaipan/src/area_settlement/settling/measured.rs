//! The two areas that are compared, by the basis of the price.

use super::{AreaSettling, choice_open};
use crate::area_settlement::policy::PerUnitSettling;
use crate::area_settlement::rule::parts;
use crate::area_settlement::survey::ratio;
use crate::area_settlement::{AreaStep, AreaStepRule};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::{Area, Exact, Unrounded};
use crate::pricing::AreaBasis;

/// Areas, ratios and price of a settlement.
pub(super) struct Measured {
    pub(super) basis: AreaBasis,
    pub(super) contract: Area,
    pub(super) registered: Area,
    /// Registered − contract, m².
    pub(super) difference: Unrounded,
    pub(super) ratio: Exact,
    pub(super) building_ratio: Exact,
    pub(super) inside_ratio: Option<Exact>,
    /// Yuan per m².
    pub(super) price: Unrounded,
    /// It is settled by area, and by this rule.
    pub(super) is_settled: bool,
}

impl Measured {
    /// # Errors
    /// [`Code::AreaInsideMissing`] where the inside areas count and one is not known.
    pub(super) fn of(asked: &AreaSettling<'_>) -> Result<Measured> {
        let (contract, survey) = (asked.contract, asked.survey);
        let (basis, by_area) = match (contract.basis, asked.policy.per_unit) {
            (AreaBasis::PerUnit, PerUnitSettling::Never) => (AreaBasis::PerUnit, false),
            (AreaBasis::PerUnit, PerUnitSettling::Building) => (AreaBasis::Building, true),
            (AreaBasis::PerUnit, PerUnitSettling::Inside) => (AreaBasis::Inside, true),
            (basis, _) => (basis, true),
        };
        let missing = |input| Error::new(Code::AreaInsideMissing).at("inside_area").within(input);
        let own = contract.area(basis).ok_or_else(|| missing(Input::Contract))?;
        let registered = survey.area(basis).ok_or_else(|| missing(Input::Survey))?;
        // A price per m² that the contract names is of its own basis.
        let named = contract.unit_price.filter(|_| contract.basis == basis);
        let price = match named.filter(|_| by_area) {
            Some(price) => Unrounded::from(price),
            None => Unrounded::from(contract.deal_total).div(&Unrounded::from(own))?.reduced()?,
        };
        let inside = contract.inside_area.zip(survey.inside_area);
        let inside_ratio = inside.map(|(own, registered)| ratio(registered, own)?.to_exact());
        Ok(Measured {
            basis,
            contract: own,
            registered,
            difference: Unrounded::from(registered).sub(&Unrounded::from(own))?,
            ratio: ratio(registered, own)?.to_exact()?,
            building_ratio: ratio(survey.building_area, contract.building_area)?.to_exact()?,
            inside_ratio: inside_ratio.transpose()?,
            price,
            is_settled: by_area && !survey.design_change,
        })
    }

    /// 双重标准: the inside area alone lets the buyer quit, where the contract says so.
    pub(super) fn second_test(&self, asked: &AreaSettling<'_>) -> Result<bool> {
        let applies = asked.policy.double_test && self.basis == AreaBasis::Building;
        let inside = asked.contract.inside_area.zip(asked.survey.inside_area);
        let Some((own, registered)) = inside.filter(|_| applies) else { return Ok(false) };
        let difference = Unrounded::from(registered).sub(&Unrounded::from(own))?;
        let parts = parts(&asked.policy.rule, &difference, own);
        Ok(parts.map_err(|error| error.at("rule").within(Input::Policy))?.may_quit)
    }

    /// What a person should read about the areas.
    pub(super) fn told(&self, asked: &AreaSettling<'_>, may_quit: bool) -> Result<Vec<Finding>> {
        let (contract, survey) = (asked.contract, asked.survey);
        let mut told = Vec::new();
        let far = Unrounded::from(asked.policy.far);
        let pairs = [
            ("building_area", Some((contract.building_area, survey.building_area))),
            ("inside_area", contract.inside_area.zip(survey.inside_area)),
        ];
        for (field, pair) in pairs {
            let Some((own, registered)) = pair else { continue };
            let ratio = ratio(registered, own)?;
            if ratio.magnitude()?.compare(&far)?.is_gt() {
                let (ratio, most) = (ratio.to_exact()?, asked.policy.far);
                let found = finding!(Code::AreaFar, contract = own, registered, ratio, most);
                told.push(found.at(field).within(Input::Survey));
            }
        }
        let knows_inside = contract.inside_area.and(survey.inside_area).is_some();
        if asked.policy.double_test && self.basis == AreaBasis::Building && !knows_inside {
            let input =
                if contract.inside_area.is_none() { Input::Contract } else { Input::Survey };
            told.push(finding!(Code::AreaDoubleTestUnknown).at("inside_area").within(input));
        }
        if survey.design_change {
            told.push(finding!(Code::AreaBySupplement).at("design_change").within(Input::Survey));
        } else if !self.is_settled {
            told.push(finding!(Code::AreaPerUnit).at("basis").within(Input::Contract));
        }
        if may_quit && asked.choice.is_none() {
            told.push(choice_open(&self.ratio));
        }
        Ok(told)
    }

    /// The steps in m².
    pub(super) fn steps(&self) -> Result<Vec<AreaStep>> {
        let step = |rule, value: Option<Exact>, before: Option<Exact>, after| AreaStep {
            rule,
            value,
            factor: None,
            price: None,
            mode: None,
            before,
            after,
        };
        let registered = Exact::from(self.registered);
        let difference = self.difference.to_exact()?;
        Ok(vec![
            step(AreaStepRule::RegisteredArea, None, None, registered.clone()),
            step(
                AreaStepRule::Difference,
                Some(self.contract.into()),
                Some(registered),
                difference,
            ),
        ])
    }
}
