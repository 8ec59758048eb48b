use crate::deal::Deal;
use crate::error::{Finding, told};
use crate::kpi::fact::Fact;
use crate::{Text, Time};
use kaipan_derive::boundary;

/// The rules by which facts are derived have this number. Facts of other rules are not continued.
pub(super) const DERIVATION: u32 = 2;

/// Facts that were derived so far, with what is needed to go on.
#[boundary]
#[derive(Default)]
pub struct FactState {
    /// By which rules.
    #[boundary(default)]
    pub derivation: u32,
    /// When the last record was made.
    pub until: Option<Time>,
    /// The deals as they are, by id.
    pub deals: Vec<Deal>,
    /// The facts, by key.
    pub facts: Vec<Fact>,
    /// Keys of the entries, follow-ups, sheets, spend and costs that were taken in.
    pub seen: Vec<Text>,
}

/// Facts after more records were taken in.
#[boundary(answer)]
pub struct DerivedFacts {
    /// The facts, and what is needed to go on.
    pub state: FactState,
    /// Keys of facts that are new or were brought up to date, in their order.
    pub changed: Vec<Text>,
    /// Keys of facts that there are no longer: documents that were void.
    pub withdrawn: Vec<Text>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(DerivedFacts: findings);
