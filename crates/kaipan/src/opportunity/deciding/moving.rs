//! Moving an opportunity through its stages.

use super::{Decided, OpportunityDeciding};
use crate::check::blank;
use crate::error::{Code, Error, Result};
use crate::opportunity::event::OpportunityEvent;
use crate::opportunity::record::Opportunity;
use crate::opportunity::stages::{OpportunityStage, lacking, named, unknown};
use crate::{Date, Label, Text};

impl OpportunityDeciding<'_> {
    /// Moves it on, through the gates of the stage, or sends it back with a reason.
    pub(super) fn moved(
        &self,
        id: &Text,
        to: &Text,
        on: Date,
        by: &Text,
        reason: Option<&Label>,
    ) -> Result<Decided> {
        let open = self.opened_by(id, on)?;
        let from = self.stage_of(open)?;
        let stages = &self.policy.stages;
        let known = || stages.iter().map(|stage| stage.code.as_str());
        let next = named(stages, to).ok_or_else(|| unknown(to, known()).at("to"))?;
        let rework = from.rework.contains(to);
        let mut errors: Vec<Error> = blank(Code::OpportunityEmpty, "by", by).into_iter().collect();
        if rework {
            if reason.is_none_or(|reason| reason.trim().is_empty()) {
                let error = Error::new(Code::OpportunityReason).with("field", "reason");
                errors.push(error.at("reason"));
            }
        } else if from.moves.contains(to) {
            let lacking = lacking(&next.gates, open, self.history).into_iter();
            let named = lacking.map(|error| {
                error.with("stage_zh", &next.name).with("stage_en", &next.name_en).at("to")
            });
            errors.extend(named);
        } else {
            errors.push(self.not_allowed(from, next).at("to"));
        }
        Error::collect(errors)?;
        let mut decided = Decided::of(OpportunityEvent::Moved {
            opportunity: id.clone(),
            from: from.code.clone(),
            to: to.clone(),
            rework,
            on,
            by: by.clone(),
            reason: reason.cloned(),
        });
        decided.opportunity = Some(id.clone());
        Ok(decided)
    }

    /// The stage an opportunity is in.
    pub(super) fn stage_of(&self, open: &Opportunity) -> Result<&OpportunityStage> {
        let stages = &self.policy.stages;
        named(stages, &open.stage).ok_or_else(|| {
            let known = stages.iter().map(|stage| stage.code.as_str());
            unknown(&open.stage, known).at("opportunity")
        })
    }

    /// The move is not in the table; the error lists those that are.
    fn not_allowed(&self, from: &OpportunityStage, to: &OpportunityStage) -> Error {
        let codes = from
            .moves
            .iter()
            .chain(&from.rework)
            .filter_map(|code| named(&self.policy.stages, code));
        let allowed: Vec<&OpportunityStage> = codes.collect();
        let list = |name: fn(&OpportunityStage) -> String, between: &str, none: &str| {
            let all: Vec<String> = allowed.iter().map(|stage| name(stage)).collect();
            if all.is_empty() { none.to_owned() } else { all.join(between) }
        };
        let error = Error::new(Code::OpportunityMove)
            .with("from_zh", &from.name)
            .with("from_en", &from.name_en)
            .with("to_zh", &to.name)
            .with("to_en", &to.name_en);
        error
            .with_long(
                "allowed_zh",
                list(|one| format!("“{}”（“{}”）", one.name, one.code), "、", "无"),
            )
            .with_long("allowed_en", list(|one| format!("\"{}\"", one.code), ", ", "none"))
    }
}
