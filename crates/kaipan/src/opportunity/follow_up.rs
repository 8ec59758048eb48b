//! Follow-ups: what an agent had to do with a customer (客户事件, handbook §9.2).

use crate::{Date, Label, Text, Time};
use kaipan_derive::boundary;

/// How an agent and a customer met.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum FollowUpKind {
    /// 来电: the customer called, or was called.
    Call,
    /// 来访: the customer came to the sales office.
    Visit,
    /// 其他: by message, by letter, outside.
    Other,
}

impl FollowUpKind {
    /// It can be a first contact (首次来电、首次来访): the customer called or came. A message or a letter
    /// is a record, and no contact of a new customer.
    pub(crate) const fn can_be_first_contact(self) -> bool {
        matches!(self, FollowUpKind::Call | FollowUpKind::Visit)
    }
}

/// Whether a customer met the project in this way for the first time.
#[boundary]
pub enum Occurrence {
    /// 首次.
    First,
    /// 再次.
    Return,
}

impl Occurrence {
    /// In Chinese and in English.
    pub(crate) const fn names(self) -> [&'static str; 2] {
        match self {
            Occurrence::First => ["首次", "the first"],
            Occurrence::Return => ["再次", "a return"],
        }
    }
}

/// A record of a call, a visit or another contact (跟进记录).
///
/// The order of records is that in which they were entered: `recorded_at`, then `sequence`, then
/// `id`. It never depends on the order in which they are given.
#[boundary]
pub struct FollowUp {
    /// Id, of this record alone.
    pub id: Text,
    /// Id of the customer.
    pub customer: Text,
    /// Id of the project.
    pub project: Text,
    /// Id of the sales agent whose record it is.
    pub agent: Text,
    /// Call, visit, or other.
    pub kind: FollowUpKind,
    /// When they met.
    pub at: Time,
    /// When it was entered: not before it took place.
    pub recorded_at: Time,
    /// Decides between records of one time: the smaller was entered first.
    #[boundary(default)]
    pub sequence: u32,
    /// First or return, as the agent entered it. It is compared with what the records say.
    pub occurrence: Option<Occurrence>,
    /// Id of the agent who received the customer in the place of `agent` (代接待): the record makes
    /// up for the return visit that another served (补录).
    pub served_by: Option<Text>,
    /// Medium by which the customer came (媒体大类).
    pub media: Option<Text>,
    /// Which one of that medium (媒体小类).
    pub sub_media: Option<Text>,
    /// Campaign.
    pub campaign: Option<Text>,
    /// Grade of intention as the agent saw it (意向等级).
    pub grade: Option<Text>,
    /// The day on which the agent means to contact the customer again.
    pub next_contact: Option<Date>,
    /// What was said.
    pub note: Option<Label>,
}

/// The place of a record in the order of entry.
pub(crate) type Entered<'a> = (Time, u32, &'a Text);

impl FollowUp {
    /// Its days, by their fields.
    pub(crate) fn days(&self) -> [(&'static str, Date); 2] {
        [("at", self.at.date()), ("recorded_at", self.recorded_at.date())]
    }

    /// Its place in the order of entry: time, sequence, id.
    pub(crate) fn entered(&self) -> Entered<'_> {
        (self.recorded_at, self.sequence, &self.id)
    }

    /// Whose it is, at which project.
    pub(crate) fn whose(&self) -> (&Text, &Text) {
        (&self.customer, &self.project)
    }

    /// The day on which they met.
    pub(crate) fn day(&self) -> Date {
        self.at.date()
    }
}

/// For each of a list, whether the customer met the project in this way for the first time: in the
/// order in which they met, then in that of entry.
pub(crate) fn occurrences(follow_ups: &[FollowUp]) -> Vec<Occurrence> {
    let mut sorted: Vec<(usize, &FollowUp)> = follow_ups.iter().enumerate().collect();
    sorted.sort_by_key(|(_, one)| (one.whose(), one.kind, one.at, one.entered()));
    let mut found = vec![Occurrence::Return; follow_ups.len()];
    let mut before = None;
    for (at, one) in sorted {
        let now = Some((one.whose(), one.kind));
        if now != before
            && let Some(slot) = found.get_mut(at)
        {
            *slot = Occurrence::First;
        }
        before = now;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opportunity::samples::follow_up;

    #[test]
    fn the_first_of_each_kind_is_first_whatever_the_order_of_the_list() {
        let call = follow_up("f1", "2026-03-01T10:00:00");
        let visit =
            FollowUp { kind: FollowUpKind::Visit, ..follow_up("f2", "2026-03-02T10:00:00") };
        let again =
            FollowUp { kind: FollowUpKind::Visit, ..follow_up("f3", "2026-03-02T15:00:00") };
        let other = FollowUp { project: "P2".into(), ..again.clone() };
        let (first, later) = (Occurrence::First, Occurrence::Return);
        let list = [again.clone(), call.clone(), other, visit.clone()];
        assert_eq!(occurrences(&list), [later, first, first, first]);
        assert_eq!(occurrences(&[visit, again, call]), [first, later, first]);
    }

    #[test]
    fn of_one_time_the_smaller_sequence_is_first_and_then_the_smaller_id() {
        let at = "2026-03-01T10:00:00";
        let one = FollowUp { sequence: 2, ..follow_up("a", at) };
        let two = FollowUp { sequence: 1, ..follow_up("b", at) };
        assert!(two.entered() < one.entered());
        assert!(follow_up("a", at).entered() < follow_up("b", at).entered());
        assert_eq!(occurrences(&[one, two]), [Occurrence::Return, Occurrence::First]);
    }
}
