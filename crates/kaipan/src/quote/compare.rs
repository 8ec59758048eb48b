//! `quote.compare`: ways to buy, side by side.

use super::make::{Draft, check, joined, signing};
use super::outcome::{CompareMeasure, CompareResponse, ComparedFigures, ComparedQuote, Quote};
use super::present;
use super::request::{CompareRequest, QuoteChoice};
use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate};
use crate::scale;

/// More choices than this are not compared.
const MOST: usize = 100;

/// Sets choices side by side; one that cannot be quoted says why and does not stop the others.
///
/// # Errors
/// What is wrong with the case or the policies whatever the choice, and annual rates outside
/// [0, 1].
pub fn compare(request: &CompareRequest) -> Result<CompareResponse> {
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
    for (at, choice) in request.choices.iter().enumerate() {
        let quoted = draft.quote(choice);
        let figures = quoted.and_then(|quote| {
            let figures = figures(&draft, choice, &quote, request.annual_rate)?;
            Ok((quote, figures))
        });
        let place = format!("/choices/{at}");
        rows.push(match figures {
            Ok((quote, figures)) => ComparedQuote {
                discounts: quote.price.applied.iter().map(|one| one.code.clone()).collect(),
                findings: quote.all_findings().cloned().collect(),
                approval: quote.price.approval,
                name: choice.name.clone().unwrap_or(quote.plan.name),
                plan: choice.plan.clone(),
                figures: Some(figures),
                refused: Vec::new(),
                lowest: Vec::new(),
            },
            Err(error) => {
                let error = error.moved(&[("/choice", &place)]);
                ComparedQuote {
                    name: choice.name.clone().unwrap_or_else(|| choice.plan.clone()),
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
    mark(&mut rows);
    let present = scale::rate(scale::PRESENT, request.annual_rate);
    let findings = present.map(|found| found.path("/annual_rate")).into_iter().collect();
    Ok(CompareResponse { rows, findings })
}

fn figures(
    draft: &Draft<'_>,
    choice: &QuoteChoice,
    quote: &Quote,
    annual_rate: Rate,
) -> Result<ComparedFigures> {
    let interest = quote.total_interest.unwrap_or_default();
    let before = Money::sum([quote.contract_total, interest])?;
    let fees = quote.total_cost.checked_sub(before);
    Ok(ComparedFigures {
        deal_total: quote.price.deal_total,
        contract_total: quote.contract_total,
        effective_percent: quote.price.effective_percent.clone(),
        first_cash: quote.first_cash,
        own_funds: quote.schedule.own_funds,
        loan_total: quote.schedule.loan_total,
        monthly_payment: quote.monthly_payment,
        total_interest: interest,
        fees: fees.ok_or_else(|| Error::new(Code::NumberOverflow))?,
        total_cost: quote.total_cost,
        present_cost: present::cost(draft, choice, quote, annual_rate)?,
    })
}

/// Marks the measures in which no other choice is lower.
fn mark(rows: &mut [ComparedQuote]) {
    type Measure = fn(&ComparedFigures) -> Option<Money>;
    let measures: [(CompareMeasure, Measure); 5] = [
        (CompareMeasure::ContractTotal, |figures| Some(figures.contract_total)),
        (CompareMeasure::FirstCash, |figures| Some(figures.first_cash)),
        (CompareMeasure::MonthlyPayment, |figures| figures.monthly_payment),
        (CompareMeasure::TotalCost, |figures| Some(figures.total_cost)),
        (CompareMeasure::PresentCost, |figures| Some(figures.present_cost)),
    ];
    for (measure, of) in measures {
        let value = |row: &ComparedQuote| row.figures.as_ref().and_then(of);
        let lowest = rows.iter().filter_map(value).min();
        for row in rows.iter_mut().filter(|row| lowest.is_some() && value(row) == lowest) {
            row.lowest.push(measure);
        }
    }
}
