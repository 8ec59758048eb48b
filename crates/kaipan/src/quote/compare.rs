//! `quote.compare`: ways to buy, side by side.

use super::make::{Draft, check, joined, signing};
use super::outcome::{CompareMeasure, CompareResponse, ComparedFigures, ComparedQuote, Quote};
use super::present::{self, Present};
use super::request::CompareRequest;
use crate::error::{Code, Error, Result};
use crate::number::{Money, Rate};
use crate::payment::{MoneyItem, ScheduleLine};

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
    let mut behind = Vec::with_capacity(request.choices.len());
    for (at, choice) in request.choices.iter().enumerate() {
        let quoted = draft.quote(choice);
        let figures = quoted.and_then(|quote| {
            let present = present::cost(&draft, choice, &quote, request.annual_rate)?;
            let figures = figures(&quote, &present)?;
            Ok((quote, figures, present))
        });
        let place = format!("/choices/{at}");
        rows.push(match figures {
            Ok((quote, figures, present)) => {
                let all = quote.all_findings().cloned().chain(present.finding());
                let moved = all.map(|finding| finding.moved(&[("/choice", &place)]));
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
                let lent = quote.schedule.lines.iter().filter(|line| is_lent(line)).count();
                behind.push(Some(Behind { present, loans_known: lent == quote.loans.len() }));
                row
            }
            Err(error) => {
                behind.push(None);
                let error = error.moved(&[("/choice", &place)]);
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
    mark(&mut rows, &behind);
    Ok(CompareResponse { rows })
}

/// What stands behind the figures of a choice.
struct Behind {
    present: Present,
    /// Every loan has its terms, so that payments and interest are known.
    loans_known: bool,
}

fn is_lent(line: &ScheduleLine) -> bool {
    let loan = matches!(line.item, MoneyItem::CommercialLoan | MoneyItem::FundLoan);
    loan && line.amount.is_positive()
}

fn figures(quote: &Quote, present: &Present) -> Result<ComparedFigures> {
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
        present_cost: present.cost,
    })
}

/// Marks the measures in which no other choice is lower; none where that is not known.
fn mark(rows: &mut [ComparedQuote], behind: &[Option<Behind>]) {
    type Measure = fn(&ComparedFigures) -> Option<Money>;
    let measures: [(CompareMeasure, Measure); 4] = [
        (CompareMeasure::ContractTotal, |figures| Some(figures.contract_total)),
        (CompareMeasure::FirstCash, |figures| figures.first_cash),
        (CompareMeasure::MonthlyPayment, |figures| figures.monthly_payment),
        (CompareMeasure::TotalCost, |figures| Some(figures.total_cost)),
    ];
    let loans_known = behind.iter().flatten().all(|one| one.loans_known);
    for (measure, of) in measures {
        let value = |row: &ComparedQuote| row.figures.as_ref().and_then(of);
        let is_known = match measure {
            CompareMeasure::ContractTotal => true,
            CompareMeasure::FirstCash => {
                rows.iter().all(|row| row.figures.is_none() || value(row).is_some())
            }
            _ => loans_known,
        };
        let lowest = rows.iter().filter_map(value).min().filter(|_| is_known);
        for row in rows.iter_mut().filter(|row| lowest.is_some() && value(row) == lowest) {
            row.lowest.push(measure);
        }
    }
    for (row, own) in rows.iter_mut().zip(behind).filter(|_| loans_known) {
        let Some(own) = own else { continue };
        if behind.iter().flatten().all(|other| own.present.is_at_most(&other.present)) {
            row.lowest.push(CompareMeasure::PresentCost);
        }
    }
}
