//! What is wrong with the records that reports alone read.

use super::packaging::wrong_packaging;
use super::records::{PurchaseCycleBand, ReportRecords};
use crate::check::blank;
use crate::error::{Code, Error, Input};

/// What is wrong with nodes, exceptional events and notes, each at its place in the records.
pub(super) fn wrong_records(records: &ReportRecords) -> Vec<Error> {
    let mut errors = Vec::new();
    let plans = records.node_plans.iter().enumerate().filter_map(|(at, one)| {
        let blank = blank(Code::ReportBlank, "project", one.project.as_str())?;
        Some(blank.at(at).at("node_plans"))
    });
    errors.extend(plans);
    let events = records.exceptions.iter().enumerate().flat_map(|(at, one)| {
        let own = [
            ("kind", one.kind.as_str()),
            ("project", one.project.as_str()),
            ("text", one.text.as_str()),
        ];
        let own = own.into_iter().filter_map(|(field, text)| blank(Code::ReportBlank, field, text));
        let turned = one.closed_on.filter(|closed| *closed < one.date).map(|closed| {
            let error = Error::new(Code::ReportDates).with("date", one.date);
            error.with("closed", closed).at("closed_on")
        });
        own.chain(turned).map(move |error| error.at(at).at("exceptions"))
    });
    errors.extend(events);
    let notes = records.notes.iter().enumerate().flat_map(|(at, one)| {
        let own = [("report", one.report.as_str()), ("text", one.text.as_str())];
        let own = own.into_iter().filter_map(|(field, text)| blank(Code::ReportBlank, field, text));
        own.map(move |error| error.at(at).at("notes"))
    });
    errors.extend(notes);
    errors.extend(wrong_bands(&records.cycle_bands));
    errors.extend(wrong_packaging(&records.packaging));
    errors.into_iter().map(|error| error.within(Input::Records)).collect()
}

/// Bands of purchase cycles without a name, that leave days out, or that do not rise.
fn wrong_bands(bands: &[PurchaseCycleBand]) -> Vec<Error> {
    let mut errors = Vec::new();
    let mut before: Option<u32> = None;
    for (at, band) in bands.iter().enumerate() {
        let blank = blank(Code::ReportBlank, "name", &band.name);
        let days = band.from_days;
        let wrong = match before {
            None if days != 0 => Some(Error::new(Code::ReportFirstBand).with("days", days)),
            Some(before) if days <= before => {
                Some(Error::new(Code::KpiTierOrder).with("bound", days).with("before", before))
            }
            _ => None,
        };
        let own = blank.into_iter().chain(wrong.map(|error| error.at("from_days")));
        errors.extend(own.map(|error| error.at(at).at("cycle_bands")));
        before = Some(days);
    }
    errors
}

impl ReportRecords {
    /// There is something in a field.
    pub(super) fn has(&self, field: &str) -> bool {
        let derived = |has: bool| has || self.state.is_some();
        match field {
            "organisation" => false,
            "units" => false,
            "homes" => !self.homes.is_empty(),
            "events" => derived(!self.events.is_empty()),
            "stock_events" => derived(!self.stock_events.is_empty()),
            "entries" => derived(!self.entries.is_empty() || !self.postings.is_empty()),
            "postings" => !self.postings.is_empty(),
            "follow_ups" => derived(!self.follow_ups.is_empty()),
            "facts" => !self.facts.is_empty(),
            "targets" => !self.targets.is_empty(),
            "claims" => !self.claims.is_empty() || !self.postings.is_empty(),
            "services" => !self.services.is_empty(),
            "customers" => !self.customers.is_empty(),
            "merges" => false,
            "packaging" => !self.packaging.is_empty(),
            "opportunities" => !self.opportunities.is_empty(),
            "spend" => !self.spend.is_empty(),
            "costs" => !self.costs.is_empty(),
            "sheets" => !self.sheets.is_empty(),
            "node_plans" => !self.node_plans.is_empty(),
            "exceptions" => !self.exceptions.is_empty(),
            _ => false,
        }
    }
}
