//! `quote.compare`: ways to buy, side by side.

use super::cash::fees_of;
use super::make::{Draft, check, joined, signing};
use super::outcome::{CompareMeasure, ComparedFigures, ComparedQuote, Quote, QuoteComparison};
use super::present::{self, Present};
use super::request::{CompareRequest, QuoteChoice};
use crate::error::{Code, Error, Finding, Result};
use crate::number::{Money, Rate};
use crate::payment::{MoneyItem, ScheduleLine};
use crate::scale;

/// More choices than this are not compared.
const MOST: usize = 100;

/// Sets choices side by side; one that cannot be quoted says why and does not stop the others.
///
/// # Errors
/// What is wrong with the case or the policies whatever the choice, and annual rates outside
/// [0, 1].
pub fn compare(request: &CompareRequest) -> Result<QuoteComparison> {
    let mut errors = Vec::new();
    let draft = Draft { policies: &request.policies, case: &request.case, today: None };
    errors.extend(check(&draft).err());
    errors.extend(signing(&request.policies, &request.case));
    if request.annual_rate.is_negative() || request.annual_rate > Rate::ONE {
        let error = Error::new(Code::QuoteAnnualRate).with("value", request.annual_rate);
        errors.push(error.at("annual_rate"));
    }
    if request.choices.is_empty() || request.choices.len() > MOST {
        let error = Error::new(Code::QuoteChoices).with("count", request.choices.len());
        errors.push(error.with("limit", MOST).at("choices"));
    }
    if !errors.is_empty() {
        return Err(joined(errors));
    }
    let mut rows = Vec::with_capacity(request.choices.len());
    let mut presents = Vec::with_capacity(request.choices.len());
    for (at, choice) in request.choices.iter().enumerate() {
        let quoted = draft.quote(choice);
        let figures = quoted.and_then(|quote| {
            let present = match are_loans_known(&quote) {
                true => Some(present::cost(&draft, choice, &quote, request.annual_rate)?),
                false => None,
            };
            let figures = figures(&quote, present.as_ref())?;
            Ok((quote, figures, present))
        });
        let place = format!("/choices/{at}");
        rows.push(match figures {
            Ok((quote, figures, present)) => {
                let all = quote.all_findings().cloned();
                let all = all.chain(present.as_ref().and_then(Present::finding));
                let moved = all.map(|finding| finding.moved_text(&[("/choice", &place)]));
                let row = ComparedQuote {
                    discounts: quote.price.applied.iter().map(|one| one.code.clone()).collect(),
                    findings: moved.collect(),
                    approval: quote.price.approval,
                    name: choice.name.clone().unwrap_or(quote.plan.name),
                    plan: choice.plan.clone(),
                    figures: Some(figures),
                    refused: Vec::new(),
                    lowest: Vec::new(),
                };
                presents.push(present);
                row
            }
            Err(error) => {
                presents.push(None);
                let error = error.moved_text(&[("/choice", &place)]);
                ComparedQuote {
                    name: choice.name.clone().unwrap_or_else(|| (&choice.plan).into()),
                    plan: choice.plan.clone(),
                    figures: None,
                    refused: error.findings(),
                    lowest: Vec::new(),
                    discounts: Vec::new(),
                    approval: None,
                    findings: Vec::new(),
                }
            }
        });
    }
    mark(&mut rows, &presents);
    let present = scale::rate(scale::PRESENT, request.annual_rate);
    let present = present.map(|found| found.path("/annual_rate"));
    let findings = present.into_iter().chain(twice(&request.choices)).collect();
    Ok(QuoteComparison { rows, findings })
}

/// Choices that were given before, whatever they are called.
fn twice(choices: &[QuoteChoice]) -> Vec<Finding> {
    let alike = |one: &QuoteChoice, other: &QuoteChoice| {
        QuoteChoice { name: None, ..one.clone() } == QuoteChoice { name: None, ..other.clone() }
    };
    let again = choices.iter().enumerate().filter_map(|(at, choice)| {
        let first = choices.iter().take(at).position(|other| alike(choice, other))?;
        let params: [(&str, &dyn std::fmt::Display); 2] =
            [("value", &at.saturating_add(1)), ("first", &first.saturating_add(1))];
        Some(Finding::new(Code::QuoteChoiceTwice, &params).path(format!("/choices/{at}")))
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
        fees: fees_of(&quote.cash)?,
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
