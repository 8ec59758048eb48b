//! `docs/coverage.md`: what was asked for, what serves it, and what proves that.
//!
//! `docs/requirements.tsv` holds what was asked for. `docs/coverage.tsv` has one line for each of
//! its rows; nothing may be named there that does not exist.

mod exists;
mod markdown;
mod rows;

pub(crate) use markdown::text;
pub(crate) use rows::Status;

use crate::shell::{Failure, Outcome, Shell, doing};
use exists::missing;
use rows::{Claim, Requirement};
use std::collections::BTreeMap;
use std::fs;

/// What was asked for.
const REQUIREMENTS: &str = "docs/requirements.tsv";

/// What serves it.
const COVERAGE: &str = "docs/coverage.tsv";

/// The document written from both.
pub(crate) const PATH: &str = "docs/coverage.md";

/// A requirement with what serves it.
#[derive(Debug)]
pub(crate) struct Covered {
    pub(crate) requirement: Requirement,
    pub(crate) claim: Claim,
}

/// Every requirement, in the order of its file, with what serves it.
///
/// # Errors
/// Everything that is wrong with the table, a line each.
pub(crate) fn read(shell: &Shell) -> Outcome<Vec<Covered>> {
    let file = |path: &str| fs::read_to_string(shell.root(path)).map_err(doing(path));
    let requirements = rows::lines(&file(REQUIREMENTS)?, Requirement::of);
    let claims = rows::lines(&file(COVERAGE)?, Claim::of);
    let (covered, mut wrong) = joined(requirements, claims);
    for Covered { requirement, claim } in &covered {
        let told = claim.wrong(requirement.scope).into_iter().chain(missing(shell, claim));
        wrong.extend(told.map(|why| format!("{}: {why}", requirement.id)));
    }
    if wrong.is_empty() {
        return Ok(covered);
    }
    Err(Failure(format!("{COVERAGE} claims what is not so:\n{}", wrong.join("\n"))))
}

/// Each requirement with its claim, and what has no partner, stands twice or cannot be read.
fn joined(
    requirements: Vec<Result<Requirement, String>>,
    claims: Vec<Result<Claim, String>>,
) -> (Vec<Covered>, Vec<String>) {
    let mut wrong = Vec::new();
    let mut by_id = BTreeMap::new();
    for claim in claims {
        match claim {
            Err(why) => wrong.push(why),
            Ok(claim) => {
                let id = claim.id.clone();
                if by_id.insert(id.clone(), claim).is_some() {
                    wrong.push(format!("{id}: stands twice in {COVERAGE}"));
                }
            }
        }
    }
    let mut covered = Vec::new();
    for requirement in requirements {
        match requirement {
            Err(why) => wrong.push(why),
            Ok(requirement) => match by_id.remove(&requirement.id) {
                Some(claim) => covered.push(Covered { requirement, claim }),
                None => wrong.push(format!("{}: has no line in {COVERAGE}", requirement.id)),
            },
        }
    }
    wrong.extend(by_id.into_keys().map(|id| format!("{id}: nobody asked for it")));
    (covered, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: &str = "# id\tscope\tfeature\tquote\n\
        S9-01\tcore\tprices\t定价\nS9-02\thost\tprinting\t打印\nS9-03\tcore\tpoints\t积分\n";

    fn found(claims: &str) -> Vec<String> {
        let shell = Shell::new().expect("the repository is there");
        let requirements = rows::lines(ASKED, Requirement::of);
        let (covered, mut wrong) = joined(requirements, rows::lines(claims, Claim::of));
        for Covered { requirement, claim } in &covered {
            wrong.extend(claim.wrong(requirement.scope));
            wrong.extend(missing(&shell, claim));
        }
        wrong
    }

    #[test]
    fn a_table_that_is_right_passes() {
        let table = "S9-01\tserved\tpricing.table\tpricing::Trial\tpricing.table/01\t\t\n\
            S9-02\thost\t\t\t\t\t\nS9-03\topen\t\t\t\t\t\n";
        assert!(found(table).is_empty(), "{:?}", found(table));
    }

    #[test]
    fn ids_must_be_those_that_were_asked_for() {
        let table = "S9-01\topen\t\t\t\t\t\nS9-01\topen\t\t\t\t\t\nS9-02\thost\t\t\t\t\t\n\
            S9-04\topen\t\t\t\t\t\n";
        let wrong = found(table);
        let told = ["S9-01: stands twice", "S9-03: has no line", "S9-04: nobody asked"];
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        for told in told {
            assert!(wrong.iter().any(|why| why.starts_with(told)), "{told}: {wrong:?}");
        }
    }

    #[test]
    fn what_is_claimed_must_exist() {
        let line = |rest: &str| {
            format!("S9-01\tserved\t{rest}\t\t\nS9-02\thost\t\t\t\t\t\nS9-03\topen\t\t\t\t\t\n")
        };
        for (rest, why) in [
            ("pricing.tabel\t\tpricing.table/01", "no operation pricing.tabel"),
            ("\tpricing::Trail\tpricing.table/01", "no type pricing::Trail"),
            ("\tpricing::Tri\tpricing.table/01", "no type pricing::Tri"),
            ("\tprices::Trial\tpricing.table/01", "no type prices::Trial"),
            ("pricing.table\t\tpricing.table/999", "no vector pricing.table/999"),
            ("pricing.table\t\tdocs/nothing.md", "no file docs/nothing.md"),
            ("pricing.table\t\tcrates/kaipan/src/time.rs::nothing", "no test nothing in"),
            ("pricing.table\t\t", "no proof"),
            ("\t\tpricing.table/01", "nothing serves it"),
        ] {
            let wrong = found(&line(rest));
            assert!(wrong.iter().any(|told| told.contains(why)), "{rest}: {wrong:?}");
        }
    }

    #[test]
    fn a_status_must_fit() {
        for (line, why) in [
            ("S9-01\tdone\t\t\t\t\t", "no status"),
            ("S9-01\thost\t\t\t\t\t", "asked of the library"),
            ("S9-01\topen\tpricing.table\t\t\t\t", "open, and names what serves it"),
            ("S9-01\tpart\tpricing.table\t\tpricing.table/01\t\t", "what is lacking"),
            ("S9-01\tserved\tpricing.table", "has 3 columns"),
        ] {
            let table = format!("{line}\nS9-02\thost\t\t\t\t\t\nS9-03\topen\t\t\t\t\t\n");
            let wrong = found(&table);
            assert!(wrong.iter().any(|told| told.contains(why)), "{line}: {wrong:?}");
        }
    }
}
