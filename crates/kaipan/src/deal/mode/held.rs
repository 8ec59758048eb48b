//! Which rules hold for a unit, and what its loans hang on.

use super::{DepositContractRow, GateRow, SaleMode, SaleRules, SaleStatus};
use crate::builder::{inputs, optional_inputs};
use crate::error::{Code, Finding, Input, Result, finding};
use crate::payment::Anchor;
use crate::project::{PresalePermit, Unit};
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The rules of a sale that hold for a unit on a day.
#[boundary(answer)]
pub struct SaleRulesHeld {
    /// 预售 or 现房销售.
    #[boundary(required)]
    pub mode: SaleMode,
    /// The presale permit in force that covers it.
    pub permit: Option<Text>,
    /// The day of that permit.
    pub permit_issued_on: Option<Date>,
    /// Gates and supervision, by the day of the planning permit.
    pub gates: Option<GateRow>,
    /// The date that the pay-out of its loans hangs on, by the day of the presale permit: the
    /// anchor of loan lines.
    pub pay_out: Option<Anchor>,
    /// Whether a deposit contract may be signed, by the day itself.
    pub deposit_contract: Option<DepositContractRow>,
    /// What a person should look at.
    pub findings: Vec<Finding>,
}

/// Finds the rules of a sale that hold for a unit (`law-2026` §§1–2): each follows its own date.
///
/// ```
/// use kaipan::deal::{SaleRulesFor, SaleStatus};
/// use kaipan::payment::Anchor;
/// use kaipan::project::{PresalePermit, Unit};
/// let unit = Unit { unit_no: "1-101".into(), permit: Some("P".into()), ..Unit::default() };
/// let mut status = SaleStatus::default();
/// status.project.planning_permit = Some("2026-08-27".parse()?);
/// let permits = [PresalePermit::new("P", "2026-08-28".parse()?)];
/// let held = SaleRulesFor::new(&unit, &status, "2026-12-01".parse()?).permits(&permits).held()?;
/// // The old gates by the planning permit, the new pay-out by the presale permit.
/// assert!(!held.gates.unwrap().gates.topped_out);
/// assert_eq!(held.pay_out, Some(Anchor::COMPLETION_FILED));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct SaleRulesFor<'a> {
    unit: &'a Unit,
    status: &'a SaleStatus,
    on: Date,
    permits: &'a [PresalePermit],
    rules: Option<&'a SaleRules>,
    nodes: &'a [Text],
}

impl<'a> SaleRulesFor<'a> {
    /// For a unit of a project in this status, on a day.
    pub fn new(unit: &'a Unit, status: &'a SaleStatus, on: Date) -> SaleRulesFor<'a> {
        SaleRulesFor { unit, status, on, permits: &[], rules: None, nodes: &[] }
    }

    inputs! {
        /// The presale permits of the project.
        permits: &'a [PresalePermit];
        /// The nodes of the organisation that it lies in, the nearest first.
        nodes: &'a [Text];
    }

    optional_inputs! {
        /// The rules; those of the nation if none are given.
        rules: &'a SaleRules;
    }

    /// The rules that hold.
    ///
    /// # Errors
    /// [`Code::DealFactsTwice`](crate::error::Code::DealFactsTwice) where a building or phase is
    /// described twice.
    pub fn held(&self) -> Result<SaleRulesHeld> {
        self.status.check().map_err(|error| error.within(Input::Status))?;
        let facts = self.status.of(self.unit);
        let rules = self.rules.unwrap_or_else(|| SaleRules::of_the_nation());
        let covers = |one: &&PresalePermit| one.covers(self.unit) && one.in_force(self.on);
        let permit = self.permits.iter().find(covers);
        let issued_on = permit.map(|permit| permit.issued_on);
        let findings = self.status.building_like(self.unit).into_iter();
        let findings = findings.chain(self.without_permit(permit, facts.mode()));
        let held = rules.in_force(&facts, issued_on, self.on, self.nodes);
        Ok(SaleRulesHeld {
            mode: facts.mode(),
            permit: permit.map(|permit| permit.number.clone()),
            permit_issued_on: issued_on,
            gates: held.gates.cloned(),
            pay_out: rules.pay_out_anchor(&facts, issued_on, self.nodes).cloned(),
            deposit_contract: held.deposit_contract.cloned(),
            findings: findings.collect(),
        })
    }

    /// A presale without a permit that covers the unit that day: the pay-out is that of the latest
    /// row, which a number that names no permit would bring about as well.
    fn without_permit(&self, permit: Option<&PresalePermit>, mode: SaleMode) -> Option<Finding> {
        if permit.is_some() || mode == SaleMode::Completed {
            return None;
        }
        let found = finding!(Code::DealRulesWithoutPermit, unit = self.unit.unit_no, on = self.on);
        Some(found.at("permit").within(Input::Unit))
    }
}
