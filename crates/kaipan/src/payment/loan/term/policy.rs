//! How long loans may run, by lender, use of the unit and date (handbook §4.4).

use super::national::national_terms;
use super::row::LoanTermRow;
use crate::Date;
use crate::check::{in_force, with_repeats};
use crate::error::{Code, Error};
use crate::payment::loan::kind::LoanKind;
use crate::project::PropertyUse;
use kaipan_derive::boundary;

/// How long loans may run.
#[boundary]
pub enum LoanTermPolicy {
    /// The national rules; [`national_terms`] lists them.
    National {},
    /// Rows of your own: a city's fund, a bank's terms.
    Table {
        /// Rows in any order; of those that hold, the latest that has begun counts.
        #[boundary(required)]
        rows: Vec<LoanTermRow>,
    },
}

impl LoanTermPolicy {
    /// The row that counts on a day, the latest that has begun; without a day, the latest.
    pub(crate) fn row(
        &self,
        loan: LoanKind,
        property_use: PropertyUse,
        day: Option<Date>,
    ) -> Option<LoanTermRow> {
        let fits = |row: &LoanTermRow| row.loan == loan && row.property_use == property_use;
        match self {
            LoanTermPolicy::National {} => {
                in_force(national_terms().filter(fits), day, |row| row.from, |_| ())
            }
            LoanTermPolicy::Table { rows } => {
                let rows = rows.iter().filter(|row| fits(row));
                in_force(rows, day, |row| row.from, |_| ()).cloned()
            }
        }
    }

    /// Everything that is wrong with its rows, with the places in it.
    pub(crate) fn check(&self) -> Vec<Error> {
        let LoanTermPolicy::Table { rows } = self else { return Vec::new() };
        let mut errors = Vec::new();
        let key = |row: &LoanTermRow| (row.from, row.loan, row.property_use.zh());
        for (at, row, again) in with_repeats(rows, key) {
            let mut wrong = |error: Error, field: &'static str| {
                errors.push(error.at(field).at(at).at("rows"));
            };
            if row.max_months == 0 {
                wrong(term_row(row.max_months, "至少为 1", "at least 1"), "max_months");
            }
            if let Some(usual) = row.usual_months.filter(|usual| *usual > row.max_months) {
                let error = term_row(usual, "不大于“max_months”", "max_months at most");
                wrong(error, "usual_months");
            }
            if let Some(first) = again {
                wrong(Error::new(Code::PaymentLoanTermTwice).with("other", first), "from");
            }
        }
        errors
    }
}

fn term_row(value: u32, zh: &str, en: &str) -> Error {
    Error::new(Code::PaymentLoanTermRow)
        .with("value", value)
        .with("rule_zh", zh)
        .with("rule_en", en)
}
