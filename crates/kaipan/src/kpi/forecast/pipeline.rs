//! 销售漏斗预测: open opportunities by their probability, and orders that are still to be paid.

use crate::check::{Must, blank, with_repeats};
use crate::error::{Code, Error, Input, Result};
use crate::number::{Money, Rate, Rounding, Unrounded, overflow};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::BTreeMap;

/// An opportunity that is not won or lost yet.
#[boundary]
pub struct OpenOpportunity {
    /// Its id.
    pub id: Text,
    /// What it would bring, yuan.
    pub amount: Money,
    /// 成功几率 of its stage: 0.25 is 25 %.
    pub probability: Rate,
    /// When it is expected.
    pub expected_on: Option<Date>,
}

/// What an order is still expected to bring.
#[boundary]
pub struct ExpectedOrder {
    /// Its id.
    pub id: Text,
    /// Yuan.
    pub amount: Money,
    /// When it is expected.
    pub expected_on: Option<Date>,
}

/// What is on the way.
#[boundary(answer)]
pub struct PipelineSheet {
    /// Σ amount × probability of opportunities, each rounded half up to the fen, yuan.
    pub opportunities: Money,
    /// Σ of orders, yuan.
    pub orders: Money,
    /// Both, yuan.
    pub total: Money,
    /// By month, the first one first; what is expected on no day comes last.
    pub months: Vec<PipelineMonth>,
}

/// What is expected in a month.
#[boundary(answer)]
pub struct PipelineMonth {
    /// The month, such as 2026-03; absent of what is expected on no day.
    pub month: Option<Text>,
    /// Of opportunities, yuan.
    pub opportunities: Money,
    /// Of orders, yuan.
    pub orders: Money,
}

/// What is wrong with what is on the way.
pub(super) fn wrong_pipeline(
    opportunities: &[OpenOpportunity],
    orders: &[ExpectedOrder],
) -> Vec<Error> {
    let mut errors = Vec::new();
    let twice = |id: &Text, first: Option<usize>| {
        first.map(|first| Error::new(Code::KpiIdTwice).with("id", id).with("first", first).at("id"))
    };
    for (at, one, first) in with_repeats(opportunities, |one| &one.id) {
        let own = blank(Code::KpiBlank, "id", &one.id).into_iter().chain(twice(&one.id, first));
        let own = own.chain(Must::NotBeNegative.refused(Code::KpiNumber, "amount", one.amount));
        let own = own.chain(Must::BeShare.refused(Code::KpiNumber, "probability", one.probability));
        errors.extend(own.map(|error| error.at(at).within(Input::Opportunities)));
    }
    for (at, one, first) in with_repeats(orders, |one| &one.id) {
        let own = blank(Code::KpiBlank, "id", &one.id).into_iter().chain(twice(&one.id, first));
        let own = own.chain(Must::NotBeNegative.refused(Code::KpiNumber, "amount", one.amount));
        errors.extend(own.map(|error| error.at(at).within(Input::Orders)));
    }
    errors
}

/// What is on the way, by month.
pub(super) fn pipeline(
    opportunities: &[OpenOpportunity],
    orders: &[ExpectedOrder],
) -> Result<PipelineSheet> {
    // What is expected on no day comes last.
    let mut months: BTreeMap<(bool, Option<String>), [Money; 2]> = BTreeMap::new();
    let mut add = |day: Option<Date>, place: usize, amount: Money| {
        let month = day.map(|day| crate::kpi::period::PeriodKind::Month.name(day));
        let own = months.entry((month.is_none(), month)).or_insert([Money::ZERO; 2]);
        if let Some(slot) = own.get_mut(place) {
            *slot = slot.checked_add(amount).ok_or_else(overflow)?;
        }
        Ok::<(), Error>(())
    };
    for one in opportunities {
        let expected = Unrounded::from(one.amount).mul(&one.probability.into())?;
        add(one.expected_on, 0, Rounding::FEN.round(&expected)?)?;
    }
    for one in orders {
        add(one.expected_on, 1, one.amount)?;
    }
    let months = months.into_iter().map(|((_, month), [opportunities, orders])| PipelineMonth {
        month: month.map(Text::from),
        opportunities,
        orders,
    });
    let months: Vec<PipelineMonth> = months.collect();
    let opportunities = Money::sum(months.iter().map(|month| month.opportunities))?;
    let orders = Money::sum(months.iter().map(|month| month.orders))?;
    let total = Money::sum([opportunities, orders])?;
    Ok(PipelineSheet { opportunities, orders, total, months })
}
