//! `supervision.check`, `supervision.release` and `supervision.presets`: supervised accounts.

pub use kaipan::supervision::{SupervisedReleaseAnswer, SupervisionSheet};

use kaipan::Date;
use kaipan::error::{Input, InputPlace, Result, Told};
use kaipan::supervision::{
    AccountMovement, MoneyAccount, SupervisedRelease, Supervising, SupervisionNode, SupervisionRule,
};
use kaipan_derive::boundary;

/// The accounts of a project, to be looked at on a day.
#[boundary]
pub struct SupervisionCheckRequest {
    /// Rules of supervision, of which the one for the planning permit holds; the presets if absent.
    pub rules: Vec<SupervisionRule>,
    /// The accounts.
    #[boundary(required)]
    pub accounts: Vec<MoneyAccount>,
    /// What came in and went out, in the order in which it was recorded.
    pub movements: Vec<AccountMovement>,
    /// The nodes that were reached.
    pub reached: Vec<SupervisionNode>,
    /// The day of the planning permit; the latest rule holds without one.
    pub planning_permit: Option<Date>,
    /// The day: what came later is left out.
    pub as_of: Date,
}

/// `supervision.check`: what accounts hold and may release on a day, and which house money lies elsewhere.
///
/// # Errors
/// As [`Supervising::check`].
pub fn check(request: &SupervisionCheckRequest) -> Result<SupervisionSheet> {
    let presets = presets_or(&request.rules);
    Supervising::new(presets.as_deref().unwrap_or(&request.rules), &request.accounts)
        .movements(&request.movements)
        .reached(&request.reached)
        .planning_permit(request.planning_permit)
        .check(request.as_of)
        .moved_by(&|place| of_presets(place, presets.is_some()))
}

/// A release from a supervised account.
#[boundary]
pub struct SupervisionReleaseRequest {
    /// Rules of supervision, of which the one for the planning permit holds; the presets if absent.
    pub rules: Vec<SupervisionRule>,
    /// The accounts.
    #[boundary(required)]
    pub accounts: Vec<MoneyAccount>,
    /// What came in and went out, in the order in which it was recorded.
    pub movements: Vec<AccountMovement>,
    /// The nodes that were reached.
    pub reached: Vec<SupervisionNode>,
    /// The day of the planning permit; the latest rule holds without one.
    pub planning_permit: Option<Date>,
    /// What is to leave the account.
    pub release: SupervisedRelease,
}

/// `supervision.release`: decides a release from a supervised account.
///
/// # Errors
/// As [`Supervising::release`].
pub fn release(request: &SupervisionReleaseRequest) -> Result<SupervisedReleaseAnswer> {
    let presets = presets_or(&request.rules);
    Supervising::new(presets.as_deref().unwrap_or(&request.rules), &request.accounts)
        .movements(&request.movements)
        .reached(&request.reached)
        .planning_permit(request.planning_permit)
        .release(&request.release)
        .map_err(|error| error.moved_by(&|place| of_presets(place, presets.is_some())))
}

/// The presets, where a request has no rules.
fn presets_or(rules: &[SupervisionRule]) -> Option<Vec<SupervisionRule>> {
    rules.is_empty().then(SupervisionRule::presets)
}

/// The place of what is told about rules that the request does not have: where they would stand.
fn of_presets(place: &InputPlace, is_preset: bool) -> Option<InputPlace> {
    let is_told = is_preset && place.input() == Some(Input::Rules);
    is_told.then(|| InputPlace::of(Input::Rules))
}

/// A request for the rules of supervision to begin with.
#[boundary]
#[derive(Default)]
pub struct SupervisionPresetsRequest {
    /// The day of a planning permit: the rule for it alone; all rules if absent.
    pub planning_permit: Option<Date>,
}

/// Rules of supervision to begin with.
#[boundary(answer)]
pub struct SupervisionPresetsResponse {
    /// The rules, the older first.
    #[boundary(required)]
    pub rules: Vec<SupervisionRule>,
}

/// `supervision.presets`: rules of supervision to begin with.
///
/// # Errors
/// None.
pub fn presets(request: &SupervisionPresetsRequest) -> Result<SupervisionPresetsResponse> {
    let mut rules = SupervisionRule::presets();
    if let Some(day) = request.planning_permit {
        rules = SupervisionRule::in_force(&rules, Some(day)).cloned().into_iter().collect();
    }
    Ok(SupervisionPresetsResponse { rules })
}
