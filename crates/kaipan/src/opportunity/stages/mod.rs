//! Stages of opportunities as data: gates, moves, rework, probability (handbook §9.2).

mod check;
mod gate;
mod preset;

pub(super) use check::{told, unknown, wrong};
pub(super) use gate::lacking;
pub use preset::StagePreset;

use super::follow_up::FollowUpKind;
use crate::number::Rate;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A field of an opportunity that a gate may ask for.
#[boundary]
pub enum OpportunityField {
    /// 主题.
    Subject,
    /// 来源.
    Source,
    /// 完成日期.
    ExpectedClose,
    /// 价目表.
    PriceList,
    /// 金额.
    Amount,
    /// 竞争对手.
    Competitors,
    /// 部门.
    Department,
    /// 意向等级.
    Grade,
}

/// What must be there before an opportunity enters a stage.
#[boundary]
pub enum StageGate {
    /// A field has a value.
    Field {
        /// The field.
        field: OpportunityField,
    },
    /// So many follow-ups are on record.
    FollowUps {
        /// Of this kind; of any, if absent.
        of: Option<FollowUpKind>,
        /// How many.
        at_least: u32,
    },
    /// The customer has had a quotation in this project.
    Quotation {},
    /// A person has confirmed it.
    Confirmed {
        /// Code of what is confirmed.
        item: Text,
        /// Its name.
        name: Label,
        /// Its name in English.
        name_en: Label,
        /// The confirmation must stand on an approval.
        approval: bool,
    },
}

/// A stage of opportunities (销售阶段).
#[boundary]
pub struct OpportunityStage {
    /// Code.
    pub code: Text,
    /// Name.
    pub name: Label,
    /// Name in English.
    pub name_en: Label,
    /// How probable a deal is in this stage, a share: 0.25 is 25 %.
    pub probability: Rate,
    /// What must be there before an opportunity enters it.
    pub gates: Vec<StageGate>,
    /// Codes of the stages that may follow.
    pub moves: Vec<Text>,
    /// Codes of earlier stages to which it may be sent back with a reason (返工).
    pub rework: Vec<Text>,
    /// A deal may be recorded in this stage.
    pub wins: bool,
}

/// The stage with a code.
pub(super) fn named<'a>(
    stages: &'a [OpportunityStage],
    code: &str,
) -> Option<&'a OpportunityStage> {
    stages.iter().find(|stage| stage.code == *code)
}
