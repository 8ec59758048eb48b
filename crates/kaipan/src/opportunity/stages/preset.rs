//! Tables of stages to begin with.

use super::{OpportunityField, OpportunityStage, StageGate};
use crate::number::Rate;
use crate::opportunity::follow_up::FollowUpKind;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A table of stages. Names and order are those that offices ask for; probabilities are a start, and
/// an office puts its own in their place (handbook §9.2).
#[boundary]
pub enum StagePreset {
    /// The sale of homes: 潜在客户、建立联系、了解需求、谈价格、认购签约.
    NewHome,
    /// Bids to companies, for bulk sales: 获取资料、机会识别、需求分析、方案制定、方案内审、投标、合同签订, with
    /// gates and rework.
    Bid,
}

impl StagePreset {
    /// Every preset.
    pub const ALL: &'static [StagePreset] = &[StagePreset::NewHome, StagePreset::Bid];

    /// Its stages, in their order.
    pub fn stages(self) -> Vec<OpportunityStage> {
        match self {
            StagePreset::NewHome => new_home(),
            StagePreset::Bid => bid(),
        }
    }
}

fn stage(
    code: &'static str,
    [name, name_en]: [&'static str; 2],
    percent: i64,
    next: &[&'static str],
) -> OpportunityStage {
    OpportunityStage {
        code: Text::constant(code),
        name: Label::constant(name),
        name_en: Label::constant(name_en),
        probability: Rate::from_millionths(percent.saturating_mul(10_000)),
        gates: Vec::new(),
        moves: next.iter().map(|code| Text::constant(code)).collect(),
        rework: Vec::new(),
        wins: false,
    }
}

fn confirmed(item: &'static str, [name, name_en]: [&'static str; 2], approval: bool) -> StageGate {
    let (name, name_en) = (Label::constant(name), Label::constant(name_en));
    StageGate::Confirmed { item: Text::constant(item), name, name_en, approval }
}

fn new_home() -> Vec<OpportunityStage> {
    let follow_ups = |of| StageGate::FollowUps { of, at_least: 1 };
    vec![
        stage("prospect", ["潜在客户", "prospect"], 5, &["contact"]),
        OpportunityStage {
            gates: vec![follow_ups(None)],
            ..stage("contact", ["建立联系", "in contact"], 10, &["needs"])
        },
        OpportunityStage {
            gates: vec![
                follow_ups(Some(FollowUpKind::Visit)),
                StageGate::Field { field: OpportunityField::Grade },
            ],
            ..stage("needs", ["了解需求", "needs known"], 25, &["price"])
        },
        OpportunityStage {
            gates: vec![StageGate::Quotation {}],
            rework: vec![Text::constant("needs")],
            wins: true,
            ..stage("price", ["谈价格", "price talks"], 50, &["closing"])
        },
        OpportunityStage {
            gates: vec![StageGate::Field { field: OpportunityField::Amount }],
            rework: vec![Text::constant("price")],
            wins: true,
            ..stage("closing", ["认购签约", "subscribing and signing"], 80, &[])
        },
    ]
}

fn bid() -> Vec<OpportunityStage> {
    let back = |code| vec![Text::constant(code)];
    vec![
        stage("material", ["获取资料", "material"], 5, &["identified"]),
        OpportunityStage {
            gates: vec![StageGate::Field { field: OpportunityField::Source }],
            ..stage("identified", ["机会识别", "identification"], 10, &["analysis"])
        },
        OpportunityStage {
            gates: vec![
                confirmed("duplicates", ["查重", "no duplicate"], false),
                confirmed("assessment", ["评估", "assessment"], false),
                confirmed("assignment", ["分配确认", "assignment"], false),
            ],
            ..stage("analysis", ["需求分析", "analysis of needs"], 20, &["proposal"])
        },
        OpportunityStage {
            gates: vec![StageGate::FollowUps { of: None, at_least: 1 }],
            rework: back("analysis"),
            ..stage("proposal", ["方案制定", "proposal"], 30, &["review"])
        },
        OpportunityStage {
            gates: vec![StageGate::Field { field: OpportunityField::Amount }],
            rework: back("proposal"),
            ..stage("review", ["方案内审", "internal review"], 40, &["tender"])
        },
        OpportunityStage {
            gates: vec![confirmed("review", ["方案内审通过", "internal review passed"], true)],
            rework: back("proposal"),
            ..stage("tender", ["投标", "tender"], 50, &["agreement"])
        },
        OpportunityStage {
            gates: vec![confirmed("award", ["中标", "tender won"], false)],
            wins: true,
            ..stage("agreement", ["合同签订", "signing of the contract"], 90, &[])
        },
    ]
}
