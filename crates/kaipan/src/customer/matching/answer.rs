//! What matching answers.

use super::clue::MatchLevel;
use super::policy::DuplicateAction;
use super::reason::MatchReason;
use crate::Text;
use crate::error::{Finding, told};
use kaipan_derive::boundary;

/// Whether a newcomer is there already.
#[boundary(answer)]
pub struct NewcomerMatch {
    /// The surest level of all candidates.
    pub level: MatchLevel,
    /// What the policy says of that level.
    pub action: DuplicateAction,
    /// Whether a new record may be made; after a warning, by a person who has looked.
    #[boundary(written)]
    pub may_create: bool,
    /// Everybody who is the newcomer or may be: the surest first, then the oldest.
    #[boundary(required)]
    pub candidates: Vec<MatchedCustomer>,
    /// 重名列表: everybody of the same name, candidates or not, the oldest first.
    #[boundary(required)]
    pub namesakes: Vec<MatchedCustomer>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(NewcomerMatch: findings);

/// A customer who is there, as a list may show it to whoever enters a newcomer.
#[boundary(answer)]
pub struct MatchedCustomer {
    /// Id.
    pub id: Text,
    /// How surely it is the newcomer; `new` for one that has nothing in common but the name.
    pub level: MatchLevel,
    /// Why.
    pub reasons: Vec<MatchReason>,
    /// Phones, with their middle hidden.
    pub phones: Vec<Text>,
    /// Numbers of papers, with their middle hidden.
    pub papers: Vec<Text>,
    /// 会员级别.
    pub member_level: Option<Text>,
    /// 会籍地.
    pub member_home: Option<Text>,
    /// The city whose company keeps the record.
    pub city: Option<Text>,
    /// 异地会员: a member of another city. The record is to be imported (引入), not made again.
    pub to_import: bool,
}
