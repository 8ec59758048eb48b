//! Dunning, whatever the claims are and whatever days the nightly job ran on.

use crate::world::{claims, day};
use kaipan::overdue::{Dunning, DunningRecord, MoneyClaim};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Every claim with every step that was recorded for it.
type Steps = BTreeSet<(String, String)>;

/// The job runs on these days and records all that it lists on each.
fn recorded(claims: &[MoneyClaim], days: &[i32]) -> Option<(Vec<DunningRecord>, Steps)> {
    let (mut records, mut steps) = (Vec::new(), Steps::new());
    for on in days {
        let list = Dunning::new(claims, day(*on)).records(&records).list().ok()?;
        let mut new = Vec::new();
        for notice in &list.notices {
            let names: Vec<_> = notice.lines.iter().map(|line| line.claim.clone()).collect();
            for name in &names {
                assert!(steps.insert((name.to_string(), notice.step.to_string())), "listed twice");
            }
            new.push(DunningRecord::new(notice.deal.clone(), names, notice.step.clone(), day(*on)));
        }
        records.extend(new);
    }
    Some((records, steps))
}

proptest! {
    /// Whatever days the job ran on before, on a day it has come to the same steps: none is skipped and
    /// none comes twice. Nothing is paid meanwhile, so that every claim stays what it is.
    #[test]
    fn the_days_of_the_job_do_not_matter(claims in claims(), days in proptest::collection::btree_set(-20..120_i32, 0..6)) {
        let unpaid: Vec<MoneyClaim> =
            claims.into_iter().map(|claim| MoneyClaim { payments: Vec::new(), ..claim }).collect();
        let daily: Vec<i32> = (-120..=120).collect();
        let some: Vec<i32> = days.into_iter().chain([120]).collect();
        let (Some((_, daily)), Some((_, some))) = (recorded(&unpaid, &daily), recorded(&unpaid, &some)) else {
            return Ok(());
        };
        prop_assert_eq!(daily, some);
    }

    /// A notice asks for what is owed: its lines come to its sum, and after what is prepaid nothing is
    /// below zero.
    #[test]
    fn a_notice_asks_for_what_is_owed(claims in claims(), as_of in 0..150_i32) {
        let Ok(list) = Dunning::new(&claims, day(as_of)).list() else { return Ok(()) };
        for notice in &list.notices {
            let sum: i64 = notice.lines.iter().map(|line| line.outstanding.fen()).sum();
            prop_assert_eq!(sum, notice.outstanding.fen());
            prop_assert!(notice.net.is_positive());
            for line in &notice.lines {
                prop_assert_eq!(line.amount.fen() - line.paid.fen(), line.outstanding.fen());
            }
        }
    }
}
