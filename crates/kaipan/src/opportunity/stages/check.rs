//! What is wrong with a table of stages, and what is odd about it.

use super::{OpportunityStage, StageGate, named};
use crate::check::{Must, blank};
use crate::error::{Code, Error, Finding, Input, finding};
use crate::opportunity::refused::{number, wrong_codes};

/// Everything that is wrong with the stages.
pub(in crate::opportunity) fn wrong(stages: &[OpportunityStage]) -> Vec<Error> {
    let mut errors = Vec::new();
    if stages.is_empty() {
        errors.push(Error::new(Code::OpportunityEmpty).with("field", "stages"));
    }
    errors.extend(wrong_codes(stages.iter().map(|stage| &stage.code).collect(), "code"));
    for (at, stage) in stages.iter().enumerate() {
        let share = number(Must::BeShare, "probability", stage.probability);
        errors.extend(share.map(|error| error.at(at)));
        for (list, codes) in [("moves", &stage.moves), ("rework", &stage.rework)] {
            for (which, code) in codes.iter().enumerate() {
                let known = stages.iter().map(|stage| stage.code.as_str());
                if named(stages, code).is_none() {
                    errors.push(unknown(code, known).at(which).at(list).at(at));
                }
            }
        }
        for (which, gate) in stage.gates.iter().enumerate() {
            let wrong = match gate {
                StageGate::FollowUps { at_least, .. } => {
                    number(Must::BeOneOrMore, "at_least", *at_least)
                }
                StageGate::Confirmed { item, .. } => blank(Code::OpportunityEmpty, "item", item),
                StageGate::Field { .. } | StageGate::Quotation {} => None,
            };
            errors.extend(wrong.map(|error| error.at(which).at("gates").at(at)));
        }
    }
    errors.into_iter().map(|error| error.at("stages")).collect()
}

/// A stage that is not in the table.
pub(in crate::opportunity) fn unknown<'a>(
    code: &str,
    known: impl Iterator<Item = &'a str>,
) -> Error {
    Error::new(Code::OpportunityStage).with("stage", code).with_nearest(known, code)
}

/// Stages that no move leads to, and stages that lead nowhere.
pub(in crate::opportunity) fn told(stages: &[OpportunityStage]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let reached = reached(stages);
    for (at, stage) in stages.iter().enumerate() {
        let names = |code| finding!(code, stage_zh = stage.name, stage_en = stage.name_en);
        let place = |found: Finding| found.at(at).at("stages").within(Input::Policy);
        if !reached.contains(&at) {
            findings.push(place(names(Code::OpportunityStageUnreached)));
        }
        if stage.moves.is_empty() && !stage.wins {
            findings.push(place(names(Code::OpportunityStageEnds)));
        }
    }
    findings
}

/// The places of the stages that moves lead to, from the first on.
fn reached(stages: &[OpportunityStage]) -> Vec<usize> {
    let mut reached = Vec::new();
    let mut next = if stages.is_empty() { Vec::new() } else { vec![0] };
    while let Some(at) = next.pop() {
        if reached.contains(&at) {
            continue;
        }
        reached.push(at);
        let moves = stages.get(at).into_iter().flat_map(|stage| &stage.moves);
        next.extend(moves.filter_map(|code| stages.iter().position(|one| one.code == *code)));
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opportunity::StagePreset;

    #[test]
    fn presets_have_nothing_wrong_and_nothing_odd() {
        for preset in StagePreset::ALL {
            let stages = preset.stages();
            assert!(wrong(&stages).is_empty() && told(&stages).is_empty(), "{}", preset.word());
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let mut stages = StagePreset::NewHome.stages();
        stages[1].code = stages[0].code.clone();
        stages[0].moves.push("nosuch".into());
        stages[2].probability = "25".parse().unwrap();
        stages[2].gates.push(StageGate::FollowUps { of: None, at_least: 0 });
        let paths: Vec<String> = wrong(&stages).iter().map(Error::path).collect();
        assert!(paths.contains(&"/stages/1/code".to_owned()), "{paths:?}");
        assert!(paths.contains(&"/stages/0/moves/1".to_owned()), "{paths:?}");
        assert!(paths.contains(&"/stages/2/probability".to_owned()), "{paths:?}");
        assert!(paths.contains(&"/stages/2/gates/2/at_least".to_owned()), "{paths:?}");
        assert_eq!(wrong(&[])[0].path(), "/stages");
    }

    #[test]
    fn stages_without_a_way_in_or_out_are_told() {
        let mut stages = StagePreset::NewHome.stages();
        stages[3].wins = false;
        stages[3].moves.clear();
        let codes: Vec<Code> = told(&stages).iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::OpportunityStageEnds, Code::OpportunityStageUnreached]);
    }
}
