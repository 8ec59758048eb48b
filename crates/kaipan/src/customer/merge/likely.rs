//! Why two records are hardly one customer.

use crate::customer::matching::Known;
use crate::customer::record::Customer;
use crate::error::{Code, Error};

/// Every reason against it; the records of both sides.
pub(super) fn doubts(one: &[&Customer], other: &[&Customer]) -> Vec<Error> {
    let mut doubts = Vec::new();
    for (first, second) in
        one.iter().flat_map(|first| other.iter().map(move |second| (first, second)))
    {
        let doubt = |[zh, en]: [&str; 2]| {
            let error = Error::new(Code::CustomerMergeUnlikely).with("id", &first.id);
            error.with("other_id", &second.id).with("why_zh", zh).with("why", en).at("confirmed")
        };
        if Known::of(first).is_other_person(&Known::of(second)) {
            doubts.push(doubt(["身份证号不同", "they have different identity numbers"]));
        }
        if first.kind != second.kind {
            doubts.push(doubt(["一方是个人，一方是企业", "one is a person and one a company"]));
        }
        let is_family =
            |a: &Customer, b: &Customer| a.relatives.iter().any(|link| link.customer == b.id);
        if is_family(first, second) || is_family(second, first) {
            doubts.push(doubt(["两人是家庭成员", "they are family of each other"]));
        }
    }
    doubts
}
