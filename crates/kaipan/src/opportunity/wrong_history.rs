//! What is wrong with the history of a customer.

use super::history::OpportunityHistory;
use super::refused::twice;
use crate::Text;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input};

/// Everything that is wrong with a history: records of others, ids that are there twice, a state
/// that the record of the end denies, a second open opportunity of a project.
pub(super) fn wrong_history(history: &OpportunityHistory) -> Vec<Error> {
    let mut errors: Vec<Error> =
        blank(Code::OpportunityEmpty, "customer", &history.customer).into_iter().collect();
    let own = |list, records: Vec<(&Text, &Text)>| wrong_records(list, &records, &history.customer);
    let records = history.follow_ups.iter().map(|one| (&one.id, &one.customer));
    errors.extend(own("follow_ups", records.collect()));
    let records = history.opportunities.iter().map(|one| (&one.id, &one.customer));
    errors.extend(own("opportunities", records.collect()));
    let records = history.quotations.iter().map(|one| (&one.id, &one.customer));
    errors.extend(own("quotations", records.collect()));
    let all = history.opportunities.iter().enumerate();
    errors.extend(all.filter(|(_, one)| !one.ends_as_it_says()).map(|(at, _)| {
        Error::new(Code::OpportunityStateDiffers).at("state").at(at).at("opportunities")
    }));
    let open: Vec<_> =
        history.opportunities.iter().enumerate().filter(|(_, one)| one.is_open()).collect();
    for (which, (at, one), again) in with_repeats(&open, |(_, one)| &one.project) {
        let other = again.and_then(|first| open.get(first.checked_sub(1)?)).filter(|_| which > 0);
        errors.extend(other.map(|(_, other)| {
            let error = Error::new(Code::OpportunityOpenTwice).with("project", &one.project);
            error.with("id", &other.id).at("project").at(*at).at("opportunities")
        }));
    }
    errors.into_iter().map(|error| error.within(Input::History)).collect()
}

/// Records, by id and customer, that are another's, or there twice.
fn wrong_records(list: &'static str, records: &[(&Text, &Text)], customer: &Text) -> Vec<Error> {
    let mut errors = Vec::new();
    for (at, (id, whose), again) in with_repeats(records, |(id, _)| *id) {
        let mut wrong: Vec<Error> = blank(Code::OpportunityEmpty, "id", id).into_iter().collect();
        wrong.extend(again.map(|first| twice("id", id, first)));
        if *whose != customer {
            let error = Error::new(Code::OpportunityCustomer).with("id", whose);
            wrong.push(error.with("other", customer).at("customer"));
        }
        errors.extend(wrong.into_iter().map(|error| error.at(at).at(list)));
    }
    errors
}
