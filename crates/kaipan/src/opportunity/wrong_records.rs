//! What is wrong with records, and what is told of them.

use super::follow_up::{FollowUp, Occurrence};
use super::policy::{FollowUpField, OpportunityPolicy};
use super::quotation::Quotation;
use super::record::OpportunityFields;
use super::refused::number;
use crate::check::{Must, blank, refer};
use crate::error::{Code, Error, Finding, finding};
use crate::{Date, Text};

/// What is told where the records say otherwise than the agent.
pub(crate) fn occurrence_told(follow_up: &FollowUp, found: Occurrence) -> Option<Finding> {
    let given = follow_up.occurrence.filter(|given| *given != found)?;
    let [given_zh, given_en] = given.names();
    let [found_zh, found_en] = found.names();
    let told = finding!(Code::OpportunityOccurrence, given_zh, given_en, found_zh, found_en);
    Some(told.at("occurrence"))
}

/// Everything that is wrong with a follow-up alone.
pub(crate) fn wrong_follow_up(follow_up: &FollowUp) -> Vec<Error> {
    let named = [
        ("id", &follow_up.id),
        ("customer", &follow_up.customer),
        ("project", &follow_up.project),
        ("agent", &follow_up.agent),
    ];
    let mut errors: Vec<Error> = named
        .into_iter()
        .filter_map(|(field, id)| blank(Code::OpportunityEmpty, field, id))
        .collect();
    if follow_up.recorded_at < follow_up.at {
        let error =
            Error::new(Code::OpportunityRecordedEarly).with("recorded", follow_up.recorded_at);
        errors.push(error.with("at", follow_up.at).at("recorded_at"));
    }
    if let Some(next) = follow_up.next_contact.filter(|next| *next < follow_up.day()) {
        let error = Error::new(Code::OpportunityDates).with("from", follow_up.day());
        errors.push(error.with("to", next).at("next_contact"));
    }
    errors
}

/// Everything that is wrong with a quotation alone.
pub(super) fn wrong_quotation(quotation: &Quotation) -> Vec<Error> {
    let named = [
        ("id", &quotation.id),
        ("customer", &quotation.customer),
        ("project", &quotation.project),
        ("unit_no", &quotation.unit_no),
        ("agent", &quotation.agent),
    ];
    let mut errors: Vec<Error> = named
        .into_iter()
        .filter_map(|(field, id)| blank(Code::OpportunityEmpty, field, id))
        .collect();
    errors.extend(number(Must::BePositive, "total", quotation.total));
    let list = quotation.list_total;
    errors.extend(list.and_then(|total| number(Must::BePositive, "list_total", total)));
    let given = quotation.recorded_at.date();
    if let Some(until) = quotation.valid_until.filter(|until| *until < given) {
        let error = Error::new(Code::OpportunityDates).with("from", given);
        errors.push(error.with("to", until).at("valid_until"));
    }
    errors
}

/// What the policy asks of every follow-up and this one does not say.
pub(super) fn missing(follow_up: &FollowUp, policy: &OpportunityPolicy) -> Vec<Error> {
    let lacking = |field: &&FollowUpField| match field {
        FollowUpField::Media => follow_up.media.is_none(),
        FollowUpField::SubMedia => follow_up.sub_media.is_none(),
        FollowUpField::Campaign => follow_up.campaign.is_none(),
        FollowUpField::Grade => follow_up.grade.is_none(),
        FollowUpField::NextContact => follow_up.next_contact.is_none(),
        FollowUpField::Note => follow_up.note.is_none(),
    };
    let lacking = policy.required.iter().filter(lacking);
    let error = |field: &FollowUpField| {
        let field = field.word();
        Error::new(Code::OpportunityFieldMissing).with("field", field).at(field)
    };
    lacking.map(error).collect()
}

/// Everything that is wrong with what is known of an opportunity that began on a day.
pub(super) fn wrong_fields(fields: &OpportunityFields, opened_on: Date) -> Vec<Error> {
    let mut errors = Vec::new();
    let share = fields.probability.and_then(|one| number(Must::BeShare, "probability", one));
    errors.extend(share);
    for (field, amount) in [("amount", fields.amount), ("campaign_budget", fields.campaign_budget)]
    {
        errors.extend(amount.and_then(|amount| number(Must::NotBeNegative, field, amount)));
    }
    if let Some(close) = fields.expected_close.filter(|close| *close < opened_on) {
        let error = Error::new(Code::OpportunityDates).with("from", opened_on);
        errors.push(error.with("to", close).at("expected_close"));
    }
    errors.into_iter().map(|error| error.at("fields")).collect()
}

/// Names that records give and policies list.
pub(super) struct Names<'n> {
    pub(super) media: Option<&'n Text>,
    pub(super) sub_media: Option<&'n Text>,
    pub(super) grade: Option<&'n Text>,
}

impl<'n> Names<'n> {
    /// Those of a follow-up.
    pub(super) fn of(follow_up: &'n FollowUp) -> Names<'n> {
        Names {
            media: follow_up.media.as_ref(),
            sub_media: follow_up.sub_media.as_ref(),
            grade: follow_up.grade.as_ref(),
        }
    }

    /// Those of what is known of an opportunity.
    pub(super) fn in_fields(fields: &'n OpportunityFields) -> Names<'n> {
        Names {
            media: fields.media.as_ref(),
            sub_media: fields.sub_media.as_ref(),
            grade: fields.grade.as_ref(),
        }
    }

    /// Those that the policy does not list, where it lists any.
    pub(super) fn told(&self, policy: &OpportunityPolicy) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(media) = self.media.filter(|_| !policy.media.is_empty()) {
            let known = policy.media.iter().map(|one| one.code.as_str());
            let found = refer::nowhere(("medium", "媒体"), media, known);
            findings.extend(found.map(|found| found.at("media")));
            let parts = policy.media.iter().find(|one| one.code == *media);
            let part = self.sub_media.zip(parts.filter(|one| !one.sub_media.is_empty()));
            let found = part.and_then(|(part, one)| {
                let known = one.sub_media.iter().map(|part| part.as_str());
                refer::nowhere(("part of the medium", "媒体小类"), part, known)
            });
            findings.extend(found.map(|found| found.at("sub_media")));
        }
        if let Some(grade) = self.grade.filter(|_| !policy.grades.is_empty()) {
            let known = policy.grades.iter().map(|one| one.code.as_str());
            let found = refer::nowhere(("grade of intention", "意向等级"), grade, known);
            findings.extend(found.map(|found| found.at("grade")));
        }
        findings
    }
}
