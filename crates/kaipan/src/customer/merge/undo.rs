//! Taking a merge back, before anything else has happened.

use super::Merging;
use super::record::{CustomerHappening, CustomerMerge, CustomerUnmerge, MergeDecision};
use crate::check::blank;
use crate::error::{Code, Error, Input, Result, finding};
use crate::{Text, Time};

impl Merging<'_> {
    /// Takes a merge back. `happened` is what happened with the customers beside their trails,
    /// such as changes of a record.
    ///
    /// # Errors
    /// [`Code::CustomerBlank`], [`Code::CustomerMergeUnknown`], [`Code::CustomerMergeUndone`], [`Code::CustomerMergeEarly`],
    /// and [`Code::CustomerMergeSettled`] with everything that has happened since the merge.
    pub fn undo(
        &self,
        undo: &CustomerUnmerge,
        happened: &[CustomerHappening],
    ) -> Result<MergeDecision> {
        let refused = |error: Error| error.within(Input::Undo);
        if let Some(error) = blank(Code::CustomerBlank, "by", &undo.by) {
            return Err(refused(error));
        }
        let Some(merge) = self.merges.iter().find(|merge| merge.id == undo.merge) else {
            let known = self.merges.iter().map(|merge| merge.id.as_str());
            let error = Error::new(Code::CustomerMergeUnknown).with("merge", &undo.merge);
            return Err(refused(error.with_nearest(known, &undo.merge).at("merge")));
        };
        if let Some(time) = merge.undone_at {
            let error = Error::new(Code::CustomerMergeUndone).with("merge", &merge.id);
            return Err(refused(error.with("day", time.date()).at("merge")));
        }
        if undo.recorded_at < merge.recorded_at {
            let error = Error::new(Code::CustomerUnmergeEarly).with("merge", &merge.id);
            return Err(refused(error.at("recorded_at")));
        }
        let since = self.since(merge, happened);
        if !since.is_empty() {
            let error = Error::new(Code::CustomerMergeSettled).with("merge", &merge.id);
            let error = error.with("count", since.len()).with_long("ids", since.join(", "));
            return Err(refused(error.at("merge")));
        }
        let mut undone = merge.clone();
        undone.undone_at = Some(undo.recorded_at);
        let left = self.merges.iter().filter(|other| other.id != merge.id);
        let groups = self.groups(left.clone());
        let pair = self.place(&merge.one).zip(self.place(&merge.other));
        let are_joined = pair.is_some_and(|(one, other)| {
            groups.values().any(|group| group.contains(&one) && group.contains(&other))
        });
        let told = are_joined.then(|| {
            let told =
                finding!(Code::CustomerMergeStillJoined, one = merge.one, other = merge.other);
            told.within(Input::Undo)
        });
        self.decision(undone, left, told.into_iter().collect())
    }

    /// The ids of everything that has happened with the merged customer since the merge.
    fn since(&self, merge: &CustomerMerge, happened: &[CustomerHappening]) -> Vec<String> {
        let groups = self.groups(self.merges.iter());
        let Some(place) = self.place(&merge.one) else { return Vec::new() };
        let group = groups.values().find(|group| group.contains(&place));
        let records = self.records(group.map(Vec::as_slice).unwrap_or_default());
        let is_own = |id: &Text| records.iter().any(|record| record.id == *id);
        let mut since: Vec<(Time, u32, &Text)> = Vec::new();
        for record in &records {
            let entries = record.trail.iter();
            since.extend(entries.map(|entry| (entry.recorded_at, entry.sequence, &entry.id)));
        }
        let own = happened.iter().filter(|one| is_own(&one.customer));
        since.extend(own.map(|one| (one.recorded_at, one.sequence, &one.id)));
        let others = self.merges.iter().filter(|other| other.undone_at.is_none());
        let others = others.filter(|other| is_own(&other.one) || is_own(&other.other));
        since.extend(others.map(CustomerMerge::age));
        since.retain(|age| *age > merge.age());
        since.sort_unstable();
        since.dedup();
        since.into_iter().map(|(_, _, id)| id.to_string()).collect()
    }
}
