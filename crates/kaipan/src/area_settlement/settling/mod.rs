//! The engine: from a contract and a survey to what is owed.

mod fees;
mod interest;
mod measured;
mod quit;
mod step_text;

pub use fees::AreaFees;

use super::contract::AreaContract;
use super::policy::{AreaSettlementPolicy, RefundWay};
use super::rule::{Parts, parts};
use super::sheet::{
    AreaChoice, AreaMoney, AreaMoneyWay, AreaOutcome, AreaSettlementSheet, AreaStep, AreaStepRule,
};
use super::survey::AreaSurvey;
use crate::builder::optional_inputs;
use crate::error::{At, Code, Error, Finding, Input, Result, finding};
use crate::number::{Exact, Mode, Money, Unrounded, overflow};
use crate::{Date, Text, money};
use measured::Measured;

/// Settles the difference between the area of a contract and the registered one (面积补差, handbook
/// §5.12): by the statutory rule, or by bands of the contract's own.
///
/// The settlement amount is exact up to one rounding point, [`AreaSettlementPolicy::rounding`]. Errors and
/// findings are placed in [`Input::Policy`], `Contract`, `Survey`, `Choice`, `SettledOn`, `Unpaid`,
/// `QuitRequestedOn`, `RefundedOn` and `Fees`.
///
/// ```
/// use kaipan::area_settlement::{AreaContract, AreaSettlementPolicy, AreaSettling, AreaSurvey};
/// let policy = AreaSettlementPolicy::default();
/// let contract = AreaContract::new("D-1", "1802", "100".parse()?, "1200000".parse()?);
/// let settled = |area: &str| -> kaipan::Result<_> {
///     let survey = AreaSurvey::new("1802", area.parse()?);
///     let sheet = AreaSettling::new(&policy, &contract, &survey).sheet()?;
///     Ok((sheet.amount.to_string(), sheet.may_quit))
/// };
/// // 3 % more is paid for; what is beyond it the seller bears, and the buyer may quit.
/// assert_eq!(settled("103")?, ("36000.00".into(), false));
/// assert_eq!(settled("105")?, ("36000.00".into(), true));
/// // 3 % less is refunded, what is beyond it doubly.
/// assert_eq!(settled("94")?, ("-108000.00".into(), true));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct AreaSettling<'a> {
    pub(super) policy: &'a AreaSettlementPolicy,
    pub(super) contract: &'a AreaContract,
    pub(super) survey: &'a AreaSurvey,
    choice: Option<AreaChoice>,
    settled_on: Option<Date>,
    unpaid: Option<Money>,
    quit_requested_on: Option<Date>,
    refunded_on: Option<Date>,
    fees: Option<AreaFees<'a>>,
}

impl<'a> AreaSettling<'a> {
    /// A settlement by a policy, of what a contract says and a survey found.
    pub fn new(
        policy: &'a AreaSettlementPolicy,
        contract: &'a AreaContract,
        survey: &'a AreaSurvey,
    ) -> AreaSettling<'a> {
        AreaSettling {
            policy,
            contract,
            survey,
            choice: None,
            settled_on: None,
            unpaid: None,
            quit_requested_on: None,
            refunded_on: None,
            fees: None,
        }
    }

    optional_inputs! {
        /// What a buyer who may quit does.
        choice: AreaChoice;
        /// The day of the settlement: money is due from it, and interest runs to it.
        settled_on: Date;
        /// What is unpaid of the house, yuan, for a policy that sets refunds off against it.
        unpaid: Money;
        /// The day on which the buyer asked to quit.
        quit_requested_on: Date;
        /// The day on which a buyer who quits is refunded; interest runs to it, else to the last day for
        /// the refund.
        refunded_on: Date;
        /// Fees and taxes that depend on area and price.
        fees: AreaFees<'a>;
    }

    /// The settlement, with its steps and what follows from it.
    ///
    /// # Errors
    /// Areas and amounts that are not above zero ([`Code::AreaNotPositive`], [`Code::AreaNumber`]); an
    /// inside area that is needed and missing ([`Code::AreaInsideMissing`]); a survey of another unit
    /// ([`Code::AreaUnitDiffers`]); bands that cannot be, or none for the ratio; a buyer who quits
    /// without the right to ([`Code::AreaNoRightToQuit`]) or without payments; days that are missing or
    /// turned round; what [`Charging::sheet`](crate::fee::Charging::sheet) refuses.
    pub fn sheet(&self) -> Result<AreaSettlementSheet> {
        let contract = self.contract;
        Error::collect(self.wrong())?;
        let measured = Measured::of(self)?;
        let parts = if measured.is_settled {
            let parts = parts(&self.policy.rule, &measured.difference, measured.contract);
            parts.at("rule").within(Input::Policy)?
        } else {
            Parts { parts: Vec::new(), may_quit: false }
        };
        let may_quit = measured.is_settled && (parts.may_quit || measured.second_test(self)?);
        let quits = self.choice == Some(AreaChoice::Quit);
        if quits && !may_quit {
            let error = Error::new(Code::AreaNoRightToQuit).with("ratio", &measured.ratio);
            return Err(error.within(Input::Choice));
        }
        let mut findings = self.odd();
        findings.extend(measured.told(self, may_quit)?);
        let quit = if may_quit { self.quit(&mut findings)? } else { None };
        let (amount, steps, interest) = match quits {
            true => (Money::ZERO, Vec::new(), None),
            false => self.settled(&measured, &parts)?,
        };
        let outcome = self.outcome(&measured, amount);
        let total = contract.total();
        let after = total.checked_add(amount).ok_or_else(overflow);
        let after = after.at("contract_total").within(Input::Contract)?;
        let fees = match self.fees {
            Some(fees) if !quits => Some(fees.change(self, amount, &mut findings)?),
            _ => None,
        };
        let money = match quit.as_ref().filter(|_| quits) {
            Some(quit) => quit::money(quit)?,
            None => self.money(amount, interest.as_ref().map(|one| one.amount))?,
        };
        Ok(AreaSettlementSheet {
            deal: contract.deal.clone(),
            unit_no: contract.unit_no.clone(),
            basis: measured.basis,
            outcome,
            contract_area: measured.contract,
            registered_area: measured.registered,
            ratio: measured.ratio,
            building_ratio: measured.building_ratio,
            inside_ratio: measured.inside_ratio,
            may_quit,
            choice: self.choice,
            unit_price: measured.price.to_exact()?,
            amount,
            interest,
            money,
            contract_total_before: total,
            contract_total_after: (!quits).then_some(after),
            quit,
            fees,
            steps,
            findings,
        })
    }

    fn outcome(&self, measured: &Measured, amount: Money) -> AreaOutcome {
        if self.choice == Some(AreaChoice::Quit) {
            AreaOutcome::Quit
        } else if self.survey.design_change {
            AreaOutcome::Supplement
        } else if !measured.is_settled {
            AreaOutcome::PerUnit
        } else if amount.is_positive() {
            AreaOutcome::BuyerPays
        } else if amount.is_negative() {
            AreaOutcome::SellerRefunds
        } else {
            AreaOutcome::Even
        }
    }

    /// Everything that cannot be.
    fn wrong(&self) -> Vec<Error> {
        let (contract, survey) = (self.contract, self.survey);
        let policy = self.policy.wrong().into_iter().map(|error| error.within(Input::Policy));
        let mut errors: Vec<Error> = policy.collect();
        errors.extend(contract.wrong().into_iter().map(|error| error.within(Input::Contract)));
        errors.extend(survey.wrong().into_iter().map(|error| error.within(Input::Survey)));
        let differs = || {
            let error = Error::new(Code::AreaUnitDiffers).with("unit", &survey.unit_no);
            error.with("of_contract", &contract.unit_no).at("unit_no").within(Input::Survey)
        };
        errors.extend((survey.unit_no != contract.unit_no).then(differs));
        let negative = self.unpaid.filter(|unpaid| unpaid.is_negative());
        errors.extend(negative.map(|unpaid| {
            let error = Error::new(Code::AreaNumber).with("field", "unpaid").with("value", unpaid);
            let error = error.with("rule_zh", "不小于 0").with("rule_en", "at least 0");
            error.within(Input::Unpaid)
        }));
        let turned = self.quit_requested_on.zip(self.refunded_on);
        errors.extend(turned.filter(|(asked, done)| done < asked).map(|(asked, done)| {
            let error = Error::new(Code::AreaDatesTurned).with("from", asked).with("to", done);
            error.within(Input::RefundedOn)
        }));
        errors
    }

    /// What is hardly meant, of each input alone.
    fn odd(&self) -> Vec<Finding> {
        let policy = self.policy.odd().into_iter().map(|told| told.within(Input::Policy));
        let contract = self.contract.odd().into_iter().map(|told| told.within(Input::Contract));
        let survey = self.survey.odd().into_iter().map(|told| told.within(Input::Survey));
        policy.chain(contract).chain(survey).collect()
    }

    /// The settlement amount with its steps, and the interest on it.
    fn settled(
        &self,
        measured: &Measured,
        parts: &Parts,
    ) -> Result<(Money, Vec<AreaStep>, Option<super::AreaInterest>)> {
        if !measured.is_settled {
            return Ok((Money::ZERO, Vec::new(), None));
        }
        let mut steps = measured.steps()?;
        let (mut sum, mut bearing) = (Unrounded::ZERO, Unrounded::ZERO);
        for part in &parts.parts {
            let yuan = part.area.mul(&Unrounded::from(part.factor))?.mul(&measured.price)?;
            if part.interest && yuan.is_negative() {
                bearing = bearing.sub(&yuan)?.reduced()?;
            }
            let before = sum.to_exact()?;
            sum = sum.add(&yuan)?.reduced()?;
            steps.push(AreaStep {
                rule: AreaStepRule::Part,
                value: Some(part.area.to_exact()?),
                factor: Some(part.factor),
                price: Some(measured.price.to_exact()?),
                mode: None,
                before: Some(before),
                after: sum.to_exact()?,
            });
        }
        let amount = self.policy.rounding.round(&sum).at("deal_total").within(Input::Contract)?;
        steps.push(self.rounding(&sum, amount)?);
        Ok((amount, steps, self.refund_interest(&bearing)?))
    }

    fn rounding(&self, sum: &Unrounded, amount: Money) -> Result<AreaStep> {
        let rounding = self.policy.rounding;
        // An amount below the place is brought to the fen, half up.
        let place = Unrounded::from(Money::from_fen(rounding.place.fen()));
        let is_guarded = rounding.guard && sum.magnitude()?.compare(&place)?.is_lt();
        let (place, mode) = match is_guarded {
            true => (Exact::from(Money::FEN), Mode::HalfUp),
            false => (Exact::from(rounding.place), rounding.mode),
        };
        Ok(AreaStep {
            rule: AreaStepRule::Rounding,
            value: Some(place),
            factor: None,
            price: None,
            mode: Some(mode),
            before: Some(sum.to_exact()?),
            after: Exact::from(amount),
        })
    }

    /// What is to be paid of a settlement.
    fn money(&self, amount: Money, interest: Option<Money>) -> Result<Vec<AreaMoney>> {
        let due = self.settled_on.zip(self.policy.due_days);
        let due = due.and_then(|(day, days)| day.add_days(days));
        let line = |way, amount: Money| AreaMoney {
            way,
            item: Text::constant(money::AREA_DIFFERENCE),
            amount,
            due,
        };
        if amount.is_positive() {
            return Ok(vec![line(AreaMoneyWay::Receivable, amount)]);
        }
        let back = Money::ZERO.checked_sub(amount).ok_or_else(overflow)?;
        let back = back.checked_add(interest.unwrap_or_default()).ok_or_else(overflow)?;
        let unpaid = match (self.policy.refund, self.unpaid) {
            (RefundWay::Refund, _) => Money::ZERO,
            (RefundWay::Offset, Some(unpaid)) => unpaid,
            (RefundWay::Offset, None) if back.is_zero() => Money::ZERO,
            (RefundWay::Offset, None) => {
                return Err(Error::new(Code::AreaUnpaidMissing).within(Input::Unpaid));
            }
        };
        let offset = back.min(unpaid);
        let refund = back.checked_sub(offset).ok_or_else(overflow)?;
        let lines = [line(AreaMoneyWay::Offset, offset), line(AreaMoneyWay::Refund, refund)];
        Ok(lines.into_iter().filter(|one| one.amount.is_positive()).collect())
    }
}

/// What a sheet tells a buyer who may quit and has not chosen.
pub(in crate::area_settlement) fn choice_open(ratio: &Exact) -> Finding {
    finding!(Code::AreaChoiceOpen, ratio = ratio).within(Input::Choice)
}
