use crate::error::{Finding, told};
use crate::{Label, StreamKind, Text, Time};
use kaipan_derive::boundary;

/// What differs between two moments or histories.
#[boundary(answer)]
pub struct DealComparison {
    /// Fields of the unit's stock that differ.
    pub stock: Vec<ChangedField>,
    /// Fields of the deal that differ.
    pub deal: Vec<ChangedField>,
    /// Events that only the first has, oldest first: those of the unit, then those of the deal.
    pub only_before: Vec<ComparedEvent>,
    /// Events that only the second has, oldest first: those of the unit, then those of the deal.
    pub only_after: Vec<ComparedEvent>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(DealComparison: findings);

/// A field that differs.
#[boundary(answer)]
pub struct ChangedField {
    /// The field, as a JSON Pointer into the state: `/price/deal_total`.
    pub field: Label,
    /// Its value in the first, as JSON writes it, texts without quotes; absent if it has none.
    pub before: Option<Label>,
    /// Its value in the second.
    pub after: Option<Label>,
}

/// An event that one of them has and the other has not: who, when and why.
#[boundary(answer)]
pub struct ComparedEvent {
    /// What its stream is about.
    pub stream: StreamKind,
    /// The unit or the deal.
    pub id: Text,
    /// Its place in the stream, from 1.
    pub version: u32,
    /// When it was recorded.
    pub at: Time,
    /// Who did it.
    pub by: Text,
    /// Why.
    pub reason: Option<Label>,
    /// What happened, by the word that the change has as `kind`.
    pub change: Text,
    /// What it changed.
    pub fields: Vec<ChangedField>,
}
