//! What a merge must hold to: records that are there, an order of times, an approval.

use super::Merging;
use super::record::CustomerMerge;
use crate::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus};
use crate::check::KnownNames;
use crate::error::{Code, Error, Finding, Input, Result};

impl<'a> Merging<'a> {
    /// Merges up to now that were made before their records, and undone before they were made.
    pub(super) fn early(&self) -> Vec<Finding> {
        let told = self.merges.iter().enumerate().flat_map(|(at, merge)| {
            let records = [&merge.one, &merge.other];
            let records = records.into_iter().filter_map(|id| self.by_age.get(self.place(id)?));
            let records = records.filter_map(|at| self.customers.get(*at));
            let later = records.filter(|record| merge.recorded_at < record.recorded_at);
            let early = later.map(|record| {
                let error = Error::new(Code::CustomerMergeEarly).with("id", &record.id);
                error.finding().at("recorded_at")
            });
            let undone = merge.undone_at.filter(|undone| *undone < merge.recorded_at).map(|_| {
                let error = Error::new(Code::CustomerUnmergeEarly).with("merge", &merge.id);
                error.finding().at("undone_at")
            });
            let told = early.chain(undone).map(|found| found.at(at).within(Input::Merges));
            told.collect::<Vec<_>>()
        });
        told.collect()
    }

    /// Refuses a merge unless it was approved. One that names a request needs it.
    pub(super) fn approved(&self, merge: &CustomerMerge) -> Result<()> {
        let named = merge.approval.as_ref();
        let request = self.approval.filter(|request| named.is_none_or(|id| *id == request.id));
        let is_needed = self.needs_approval || named.is_some();
        let about = (ApprovalKind::CustomerMerge, merge.id.as_str());
        ApprovalRequest::require_given(request, is_needed, about, ApprovalStatus::Approved)
    }

    /// What is wrong with the two records of a merge, whatever else there is.
    pub(super) fn pair_errors(&self, merge: &CustomerMerge, known: &KnownNames<'_>) -> Vec<Error> {
        let sides = [("one", &merge.one), ("other", &merge.other)];
        let unknown = sides.into_iter().filter(|(_, id)| self.place(id).is_none());
        let unknown = unknown.map(|(field, id)| {
            let error = Error::new(Code::CustomerUnknown).with("id", id);
            known.near(error, id).at(field)
        });
        let is_self = merge.one == merge.other;
        let itself =
            is_self.then(|| Error::new(Code::CustomerMergeSelf).with("id", &merge.one).at("other"));
        unknown.chain(itself).collect()
    }

    /// The ids of the records.
    pub(super) fn known(&self) -> KnownNames<'a> {
        KnownNames::new(self.places.keys().map(|id| id.as_str()))
    }
}
