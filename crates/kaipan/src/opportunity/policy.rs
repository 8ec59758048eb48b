//! What an office asks of follow-ups and opportunities (handbook §9.2). All of it is data.

use super::refused::wrong_codes;
use super::stages::OpportunityStage;
use crate::error::{Error, Input};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A grade of intention (意向等级), such as A, B, C.
#[boundary]
pub struct IntentionGrade {
    /// Code, as follow-ups name it.
    pub code: Text,
    /// Name.
    pub name: Label,
}

/// A medium (媒体大类) with its parts.
#[boundary]
pub struct Medium {
    /// Code, as follow-ups name it.
    pub code: Text,
    /// Codes of its parts (媒体小类).
    pub sub_media: Vec<Text>,
}

/// How opportunities end.
#[boundary]
pub enum OpportunityOutcome {
    /// 赢单.
    Won,
    /// 输单.
    Lost,
}

/// A reason why opportunities are won or lost (赢单、输单原因).
#[boundary]
pub struct OutcomeReason {
    /// Code.
    pub code: Text,
    /// Name.
    pub name: Label,
    /// Which end it explains.
    pub outcome: OpportunityOutcome,
}

/// A field of a follow-up that an office may ask for.
#[boundary]
pub enum FollowUpField {
    /// 媒体大类.
    Media,
    /// 媒体小类.
    SubMedia,
    /// 活动.
    Campaign,
    /// 意向等级.
    Grade,
    /// 下次联系日期.
    NextContact,
    /// 内容.
    Note,
}

/// The rules of an office for follow-ups and opportunities.
#[boundary]
pub struct OpportunityPolicy {
    /// Version.
    pub version: Option<Text>,
    /// The stages, in their order; opportunities begin in the first.
    #[boundary(required)]
    pub stages: Vec<OpportunityStage>,
    /// The grades of intention, the highest first; any, if empty.
    pub grades: Vec<IntentionGrade>,
    /// The media; any, if empty.
    pub media: Vec<Medium>,
    /// The reasons for which opportunities are won or lost; any, if empty.
    pub reasons: Vec<OutcomeReason>,
    /// What every follow-up has to say.
    pub required: Vec<FollowUpField>,
    /// A customer who comes back after an opportunity was lost gets a new one. After a deal nobody
    /// does.
    pub reopens_on_return: bool,
}

impl OpportunityPolicy {
    /// Everything that is wrong with the policy.
    pub(super) fn wrong_rules(&self) -> Vec<Error> {
        let mut errors = super::stages::wrong(&self.stages);
        let grades = self.grades.iter().map(|one| &one.code).collect();
        let media = self.media.iter().map(|one| &one.code).collect();
        let reasons = self.reasons.iter().map(|one| &one.code).collect();
        for (list, codes) in [("grades", grades), ("media", media), ("reasons", reasons)] {
            let wrong = wrong_codes(codes, "code");
            errors.extend(wrong.into_iter().map(|error| error.at(list)));
        }
        errors.into_iter().map(|error| error.within(Input::Policy)).collect()
    }
}
