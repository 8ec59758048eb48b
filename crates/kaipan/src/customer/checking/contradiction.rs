//! What in a record contradicts itself.

use crate::Date;
use crate::check::with_repeats;
use crate::customer::identity::{PaperKind, PersonId, name_key};
use crate::customer::matching::unreadable;
use crate::customer::record::{Customer, CustomerKind};
use crate::error::{Code, Error, Finding, finding};

/// Everything that a person should look at in one record, with its place in it.
pub(crate) fn contradictions(customer: &Customer) -> Vec<Finding> {
    let mut told: Vec<Finding> = unreadable(customer).into_iter().map(Error::finding).collect();
    if name_key(&customer.name).is_empty() {
        told.push(finding!(Code::CustomerNameless).at("name"));
    }
    told.extend(of_cards(customer));
    for (at, paper) in customer.papers.iter().enumerate() {
        let is_company = paper.kind == PaperKind::CompanyCode;
        let is_odd = is_company != (customer.kind == CustomerKind::Company);
        // A company may be known by another paper of its own.
        if is_odd && (is_company || paper.kind != PaperKind::Other) {
            let told_of = finding!(
                Code::CustomerPaperOfOther,
                kind = paper.kind.word(),
                kind_zh = paper.kind.chinese()
            );
            told.push(told_of.at("kind").at(at).at("papers"));
        }
    }
    told.extend(turned(customer));
    let entries = with_repeats(&customer.trail, |entry| (entry.kind, entry.id.as_str()));
    told.extend(entries.filter_map(|(at, entry, first)| {
        let told = finding!(Code::CustomerTrailTwice, entry = entry.id, first = first?);
        Some(told.at("id").at(at).at("trail"))
    }));
    told
}

/// Identity numbers beside what is given apart.
fn of_cards(customer: &Customer) -> Vec<Finding> {
    let mut told = Vec::new();
    let is_card = |kind| matches!(kind, PaperKind::PersonId | PaperKind::ResidencePermit);
    let cards = customer.papers.iter().filter(|paper| is_card(paper.kind));
    for card in cards.filter_map(|paper| PersonId::read(&paper.number).ok()) {
        if customer.birth_date.is_some_and(|day| day != card.birth_date()) {
            told.push(finding!(Code::CustomerBirthDiffers).at("birth_date"));
        }
        if customer.gender.is_some_and(|gender| gender != card.gender()) {
            told.push(finding!(Code::CustomerGenderDiffers).at("gender"));
        }
    }
    told.dedup();
    told
}

/// Ranges that end before they begin.
fn turned(customer: &Customer) -> Vec<Finding> {
    let dates = |from: Option<Date>, to: Option<Date>| from.zip(to).filter(|(from, to)| from > to);
    let mut told = Vec::new();
    let member = customer.member.as_ref();
    if let Some((from, to)) = member.and_then(|member| dates(member.valid_from, member.valid_to)) {
        told.push(finding!(Code::CustomerDatesTurned, from, to).at("valid_to").at("member"));
    }
    for (at, share) in customer.shares.iter().enumerate() {
        if let Some((from, to)) = dates(share.valid_from, share.valid_to) {
            let one = finding!(Code::CustomerDatesTurned, from, to);
            told.push(one.at("valid_to").at(at).at("shares"));
        }
    }
    if let Some(wish) = &customer.preferences {
        if let Some((from, to)) = wish.area_from.zip(wish.area_to).filter(|(from, to)| from > to) {
            told.push(
                finding!(Code::CustomerRangeTurned, from, to).at("area_to").at("preferences"),
            );
        }
        let budget = wish.budget_from.zip(wish.budget_to).filter(|(from, to)| from > to);
        if let Some((from, to)) = budget {
            told.push(
                finding!(Code::CustomerRangeTurned, from, to).at("budget_to").at("preferences"),
            );
        }
    }
    told
}
