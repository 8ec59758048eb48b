//! When a contract may be ended, as data.

use crate::check::Must;
use crate::error::{Code, Error, Finding};
use crate::money::MoneyCategory;
use crate::number::Rate;
use crate::overdue::day_counts::{never, never_months};
use crate::scale;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// When the seller may end a contract because of what is unpaid (handbook §6.6).
///
/// ```
/// use kaipan::overdue::TerminationPolicy;
/// let policy = TerminationPolicy { after_days: Some(90), ..TerminationPolicy::default() };
/// assert_eq!(policy.months_after_demand, 3);
/// ```
#[boundary(default, whole)]
pub struct TerminationPolicy {
    /// More days overdue than this give the right by the contract; the contract has no such clause if
    /// absent.
    pub after_days: Option<u32>,
    /// What is due and unpaid after a demand gives the right if it is such a part of the contract
    /// total, a share: 0.2 is 20 %, one fifth (民法典 Art. 634).
    pub part_of_total: Rate,
    /// 合理期限: days after a demand for that before the right arises.
    pub days_after_demand: u32,
    /// Months after a demand after which anything unpaid of what was demanded gives the right
    /// (法释〔2020〕17号 Art. 11).
    pub months_after_demand: u32,
    /// Money that counts as price; loans do only where the contract makes the buyer liable for late
    /// loans.
    pub categories: Vec<MoneyCategory>,
    /// What the buyer pays if it is ended, as a part of 累计应付款 (what had become due), a share: 0.01
    /// is 1 %; the contract has no such clause if absent.
    pub penalty_rate: Option<Rate>,
}

/// A demand for payment that reached the buyer (催告).
#[boundary]
pub struct PaymentDemand {
    /// The deal.
    pub deal: Text,
    /// The day on which it reached the buyer. It demands what was overdue then.
    pub on: Date,
    /// The letter or record.
    pub reference: Option<Text>,
}

impl Default for TerminationPolicy {
    fn default() -> TerminationPolicy {
        TerminationPolicy {
            after_days: None,
            part_of_total: Rate::from_millionths(200_000),
            days_after_demand: 0,
            months_after_demand: 3,
            categories: vec![MoneyCategory::HouseNonLoan, MoneyCategory::AreaDifference],
            penalty_rate: None,
        }
    }
}

impl TerminationPolicy {
    /// What cannot be, at its field.
    pub(in crate::overdue) fn wrong(&self) -> Vec<Error> {
        let part = Must::BePart.refused(Code::OverdueNumber, "part_of_total", self.part_of_total);
        let penalty = self
            .penalty_rate
            .and_then(|rate| Must::BeShare.refused(Code::OverdueNumber, "penalty_rate", rate));
        part.into_iter().chain(penalty).collect()
    }

    /// What is hardly meant, at its field.
    pub(in crate::overdue) fn odd(&self) -> Vec<Finding> {
        let penalty = scale::optional(scale::TERMINATION_PENALTY, self.penalty_rate);
        let penalty = penalty.map(|found| found.at("penalty_rate"));
        let after = never("after_days", self.after_days);
        let demand = never("days_after_demand", Some(self.days_after_demand));
        let months = never_months("months_after_demand", self.months_after_demand);
        [penalty, after, demand, months].into_iter().flatten().collect()
    }
}
