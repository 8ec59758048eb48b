//! Ways to buy, side by side.

mod compared;
mod present;

pub use compared::{CompareMeasure, ComparedFigures, ComparedQuote, QuoteComparison};

use super::choice::QuoteChoice;
use super::making::{cash, check, quote};
use super::quoted::Quote;
use super::quoting::Quoting;
use crate::error::{Code, Error, Finding, Input, InputPlace, Result, Told, finding};
use crate::number::{Money, Rate};
use crate::payment::{MoneyItem, ScheduleLine};
use crate::scale;
use present::Present;

/// More choices than this are not compared.
const MOST: usize = 100;

impl Quoting<'_> {
    /// Sets choices side by side; one that cannot be quoted says why and does not stop the others.
    ///
    /// Later payments are worth less today at the annual rate, a share: 0.03 is 3 %.
    ///
    /// # Errors
    /// What is wrong with the case or the policies whatever the choice, and annual rates outside
    /// [0, 1].
    pub fn compare(&self, choices: &[QuoteChoice], annual_rate: Rate) -> Result<QuoteComparison> {
        let mut errors = check::reasons(self);
        if annual_rate.is_negative() || annual_rate > Rate::ONE {
            let error = Error::new(Code::QuoteAnnualRate).with("value", annual_rate);
            errors.push(error.within(Input::AnnualRate));
        }
        if choices.is_empty() || choices.len() > MOST {
            let error = Error::new(Code::QuoteChoices).with("count", choices.len());
            errors.push(error.with("limit", MOST).within(Input::Choices));
        }
        Error::collect(errors)?;
        let mut rows = Vec::with_capacity(choices.len());
        let mut presents = Vec::with_capacity(choices.len());
        for (at, choice) in choices.iter().enumerate() {
            let place = InputPlace::of(Input::Choices).then(at);
            let held = |input: Input| (input == Input::Choice).then(|| place.clone());
            let (row, present) = match self.compared(choice, annual_rate) {
                Ok(compared) => compared,
                Err(error) => (ComparedQuote::refused(choice, &error), None),
            };
            rows.push(row.moved(&held));
            presents.push(present);
        }
        mark(&mut rows, &presents);
        let present = scale::rate(scale::PRESENT, annual_rate);
        let present = present.map(|found| found.placed(Input::AnnualRate));
        let findings = present.into_iter().chain(twice(choices)).collect();
        Ok(QuoteComparison { rows, findings })
    }

    /// A choice with its figures, and what its payments are worth if that is known.
    fn compared(
        &self,
        choice: &QuoteChoice,
        annual_rate: Rate,
    ) -> Result<(ComparedQuote, Option<Present>)> {
        let quote = quote(self, choice)?;
        let present = match are_loans_known(&quote) {
            true => Some(present::cost(self, choice, &quote, annual_rate)?),
            false => None,
        };
        let findings = quote.all_findings().cloned();
        let row = ComparedQuote {
            discounts: quote.price.applied.iter().map(|one| one.code.clone()).collect(),
            findings: findings.chain(present.as_ref().and_then(Present::finding)).collect(),
            figures: Some(figures(&quote, present.as_ref())?),
            approval: quote.price.approval,
            name: choice.name.clone().unwrap_or(quote.plan.name),
            plan: choice.plan.clone(),
            refused: Vec::new(),
            lowest: Vec::new(),
        };
        Ok((row, present))
    }
}

/// Choices that were given before, whatever they are called.
fn twice(choices: &[QuoteChoice]) -> Vec<Finding> {
    let alike = |one: &QuoteChoice, other: &QuoteChoice| {
        QuoteChoice { name: None, ..one.clone() } == QuoteChoice { name: None, ..other.clone() }
    };
    let again = choices.iter().enumerate().filter_map(|(at, choice)| {
        let first = choices.iter().take(at).position(|other| alike(choice, other))?;
        let place = InputPlace::of(Input::Choices).then(at);
        Some(
            finding!(
                Code::QuoteChoiceTwice,
                value = at.saturating_add(1),
                first = first.saturating_add(1)
            )
            .placed(place),
        )
    });
    again.collect()
}

/// Every loan has its terms, so that payments and interest are known.
fn are_loans_known(quote: &Quote) -> bool {
    let is_lent = |line: &&ScheduleLine| {
        let loan = matches!(line.item, MoneyItem::CommercialLoan | MoneyItem::FundLoan);
        loan && line.amount.is_positive()
    };
    quote.schedule.lines.iter().filter(is_lent).count() == quote.loans.len()
}

fn figures(quote: &Quote, present: Option<&Present>) -> Result<ComparedFigures> {
    Ok(ComparedFigures {
        deal_total: quote.price.deal_total,
        contract_total: quote.contract_total,
        effective_percent: quote.price.effective_percent.clone(),
        first_cash: quote.first_cash,
        own_funds: quote.schedule.own_funds,
        loan_total: quote.schedule.loan_total,
        monthly_payment: quote.monthly_payment,
        total_interest: present.map(|_| quote.total_interest.unwrap_or_default()),
        fees: cash::fees_of(&quote.cash)?,
        total_cost: quote.total_cost,
        present_cost: present.map(|present| present.cost),
    })
}

/// Marks the measures in which no other choice is lower; none where that is not known. The present
/// of a choice is there if its loans have terms.
fn mark(rows: &mut [ComparedQuote], presents: &[Option<Present>]) {
    type Measure = fn(&ComparedFigures) -> Option<Money>;
    let measures: [(CompareMeasure, Measure); 4] = [
        (CompareMeasure::ContractTotal, |figures| Some(figures.contract_total)),
        (CompareMeasure::FirstCash, |figures| figures.first_cash),
        (CompareMeasure::MonthlyPayment, |figures| figures.monthly_payment),
        (CompareMeasure::TotalCost, |figures| figures.total_cost),
    ];
    let quoted = || rows.iter().zip(presents).filter(|(row, _)| row.figures.is_some());
    let loans_known = quoted().all(|(_, present)| present.is_some());
    for (measure, of) in measures {
        let value = |row: &ComparedQuote| row.figures.as_ref().and_then(of);
        let is_known = match measure {
            // Choices without a loan have no monthly payment.
            CompareMeasure::MonthlyPayment => loans_known,
            _ => rows.iter().all(|row| row.figures.is_none() || value(row).is_some()),
        };
        let lowest = rows.iter().filter_map(value).min().filter(|_| is_known);
        for row in rows.iter_mut().filter(|row| lowest.is_some() && value(row) == lowest) {
            row.lowest.push(measure);
        }
    }
    for (row, own) in rows.iter_mut().zip(presents).filter(|_| loans_known) {
        let Some(own) = own else { continue };
        if presents.iter().flatten().all(|other| own.is_at_most(other)) {
            row.lowest.push(CompareMeasure::PresentCost);
        }
    }
}
