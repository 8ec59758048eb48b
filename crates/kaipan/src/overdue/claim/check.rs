//! What is wrong with claims and deals, before anything is computed.

use super::{ClaimDeal, MoneyClaim};
use crate::Date;
use crate::check::{Must, blank, with_repeats};
use crate::error::{Code, Error, Finding, Input, finding};
use crate::money::{MoneyCategory, category, item_name, meant_item};
use crate::overdue::aging::category_name;

/// What cannot be about claims, each at its place.
pub(in crate::overdue) fn wrong_claims(claims: &[MoneyClaim]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, claim, first) in with_repeats(claims, |one| &one.id) {
        let mut own: Vec<Error> = claim.wrong();
        own.extend(first.map(|first| twice(&claim.id, first)));
        errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Claims)));
    }
    errors
}

/// A horizon before everything that was recorded.
pub(in crate::overdue) fn wrong_horizon(
    claims: &[MoneyClaim],
    horizon: Option<u32>,
) -> Option<Error> {
    let horizon = horizon?;
    let recorded = claims.iter().map(|claim| claim.recorded);
    let first = recorded.collect::<Option<Vec<u32>>>()?.into_iter().min()?;
    let error = || {
        let error = Error::new(Code::OverdueHorizonEarly).with("number", horizon);
        error.with("first", first).within(Input::Horizon)
    };
    (first > horizon).then(error)
}

/// What cannot be about deals, each at its place.
pub(in crate::overdue) fn wrong_deals(deals: &[ClaimDeal], input: Input) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, deal, first) in with_repeats(deals, |one| &one.id) {
        let total = deal.contract_total;
        let mut own: Vec<Error> = blank(Code::OverdueBlank, "id", &deal.id).into_iter().collect();
        for (field, text) in
            [("unit_no", deal.unit_no.as_deref()), ("owner", deal.owner.as_deref())]
        {
            own.extend(text.and_then(|text| blank(Code::OverdueBlank, field, text)));
        }
        own.extend(total.and_then(|total| {
            Must::BePositive.refused(Code::OverdueNumber, "contract_total", total)
        }));
        own.extend(first.map(|first| twice(&deal.id, first)));
        errors.extend(own.into_iter().map(|error| error.at(at).within(input)));
    }
    errors
}

/// Deals that were subscribed or signed after the day looked at.
pub(in crate::overdue) fn odd_deals(
    deals: &[ClaimDeal],
    today: Date,
    input: Input,
) -> Vec<Finding> {
    let mut told = Vec::new();
    for (at, deal) in deals.iter().enumerate() {
        let days = [("subscribed_on", deal.subscribed_on), ("signed_on", deal.signed_on)];
        for (field, day) in days {
            let Some(day) = day.filter(|day| *day > today) else { continue };
            let found = finding!(Code::OverdueDealLater, deal = deal.id, day, today);
            told.push(found.at(field).at(at).within(input));
        }
    }
    told
}

fn twice(id: &str, first: usize) -> Error {
    Error::new(Code::OverdueTwice).with("name", id).with("first", first).at("id")
}

impl MoneyClaim {
    fn wrong(&self) -> Vec<Error> {
        let names = [("id", &self.id), ("deal", &self.deal), ("item", &self.item)];
        let mut errors: Vec<Error> = names
            .iter()
            .filter_map(|(field, name)| blank(Code::OverdueBlank, field, name))
            .collect();
        errors.extend(Must::NotBeNegative.refused(Code::OverdueNumber, "amount", self.amount));
        for (at, payment) in self.payments.iter().enumerate() {
            let early = self.since.filter(|since| payment.on < *since).map(|since| {
                let error = Error::new(Code::OverduePaymentEarly).with("claim", &self.id);
                error.with("day", payment.on).with("from", since).at("on")
            });
            let reversal = payment.reversed.as_ref().filter(|reversed| reversed.on < payment.on);
            let reversal = reversal.map(|reversed| {
                let error = Error::new(Code::OverdueReversalEarly).with("day", reversed.on);
                error.with("from", payment.on).at("on").at("reversed")
            });
            let own = early.into_iter().chain(reversal);
            errors.extend(own.map(|error| error.at(at).at("payments")));
        }
        errors
    }

    /// What is hardly meant, at its field.
    pub(in crate::overdue) fn odd(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        let is_named = self.category.is_some() || item_name(&self.item).is_some();
        if !is_named {
            let item = &self.item;
            told.push(match meant_item(item) {
                Some(meant) => finding!(Code::OverdueItemMeant, item, meant).at("item"),
                None => finding!(Code::OverdueItemUnknown, item).at("item"),
            });
        }
        told.extend(self.odd_category());
        if let Some((due, since)) = self.due.zip(self.since).filter(|(due, since)| due < since) {
            told.push(finding!(Code::OverdueDueEarly, day = due, from = since).at("due"));
        }
        told
    }

    /// A category that the library's item has not.
    fn odd_category(&self) -> Option<Finding> {
        let known = category(&self.item);
        let given = self.category.filter(|given| *given != known)?;
        let told = || {
            let [(known_zh, known), (given_zh, given)] =
                [known, given].map(|one| category_name(one.word()).unwrap_or_default());
            let item = &self.item;
            let found = finding!(Code::OverdueItemCategory, item, known_zh, known, given_zh, given);
            found.at("category")
        };
        (known != MoneyCategory::Other).then(told)
    }
}
