//! What is owed on a day is a function of that day: over a year of sales it does not matter on which
//! nights somebody asked, nor that later nights have come.

use super::policies::Policies;
use crate::record::{self, Reading, Record};
use kaipan::error::Lang;
use kaipan::ledger::Ledger;
use kaipan::number::Money;
use kaipan::overdue::{
    LateFeePolicy, LedgerClaiming, LedgerClaims, OverdueAssessing, OverdueAssessment, PostedLateFee,
};
use kaipan::{Date, Text, Time};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const YEAR: &str = "examples/yunjing-bay/year";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(YEAR).join(name)
}

fn year(known_at: Option<Time>) -> Record {
    let reading = Reading { known_at, ..Reading::default() };
    record::read(&file("small.jsonl"), reading, Lang::En).unwrap()
}

fn policy() -> LateFeePolicy {
    Policies::load(Some(&file("overdue.json"))).unwrap().late_fee()
}

fn evening(day: Date) -> Time {
    Time::at(day, 23, 59, 59).unwrap()
}

/// What was owed on a day, as it was known in its evening.
fn owed(ledger: &Ledger, day: Date) -> LedgerClaims {
    let known = ledger.order_at(evening(day));
    LedgerClaiming::new(ledger, day).horizon(known).claims().unwrap()
}

fn assessed(
    owed: &LedgerClaims,
    policy: &LateFeePolicy,
    posted: &[PostedLateFee],
) -> OverdueAssessment {
    let known = |one: &&PostedLateFee| owed.claims.iter().any(|claim| claim.id == one.claim);
    let posted: Vec<PostedLateFee> = posted.iter().filter(known).cloned().collect();
    let assessing = OverdueAssessing::new(policy, &owed.claims, owed.as_of).posted(&posted);
    assessing.deals(&owed.deals).assess().unwrap()
}

/// A job that runs on some nights and posts late fees: what it has posted by claim on the last day of
/// each month.
fn nightly(ledger: &Ledger, policy: &LateFeePolicy, every: usize) -> Vec<BTreeMap<Text, Money>> {
    let first: Date = "2026-01-01".parse().unwrap();
    let (mut posted, mut months): (Vec<PostedLateFee>, _) = (Vec::new(), Vec::new());
    for at in 0..365_u32 {
        let day = first.add_days(at).unwrap();
        let ends = day.add_days(1).unwrap().to_string().ends_with("-01");
        if !ends && !usize::try_from(at).unwrap().is_multiple_of(every) {
            continue;
        }
        let owed = owed(ledger, day);
        let found = assessed(&owed, policy, &posted);
        for claim in found.claims.iter().filter(|claim| !claim.to_post.is_zero()) {
            posted.push(PostedLateFee::new(claim.claim.clone(), claim.to_post, day));
        }
        if ends {
            let of = |claim: &Text| {
                posted.iter().filter(|one| one.claim == *claim).map(|one| one.amount.fen()).sum()
            };
            let claims = owed.claims.iter().map(|claim| &claim.id);
            months.push(claims.map(|id| (id.clone(), Money::from_fen(of(id)))).collect());
        }
    }
    months
}

#[test]
fn what_is_posted_does_not_hang_on_the_nights_of_the_job() {
    let (record, policy) = (year(None), policy());
    let every_night = nightly(&record.ledger, &policy, 1);
    assert_eq!(every_night.len(), 12);
    let charged = every_night.iter().flat_map(BTreeMap::values).filter(|fee| !fee.is_zero());
    assert!(charged.count() > 10, "there are late fees");
    for every in [7, 30, 400] {
        assert_eq!(nightly(&record.ledger, &policy, every), every_night, "every {every} nights");
    }
}

#[test]
fn what_was_known_on_a_day_stays_what_it_was() {
    let (whole, policy) = (year(None), policy());
    for day in ["2026-03-31", "2026-05-15", "2026-08-31", "2026-10-20", "2026-12-15"] {
        let day: Date = day.parse().unwrap();
        let then = year(Some(evening(day)));
        assert!(
            then.lines < whole.lines
                && then.ledger.last_order() == whole.ledger.order_at(evening(day))
        );
        let (then, now) = (owed(&then.ledger, day), owed(&whole.ledger, day));
        assert_eq!(then, now, "{day}");
        assert_eq!(assessed(&then, &policy, &[]), assessed(&now, &policy, &[]), "{day}");
    }
}
