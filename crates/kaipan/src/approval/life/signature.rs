//! As what a person may sign the step that waits.

use super::decision::UnmetApprovalGuard;
use super::request::ApprovalRequest;
use crate::Text;
use crate::approval::signing::Signer;
use crate::error::{Code, Finding, Input, finding};

/// As what a person signs, or everything that keeps them from it.
pub(super) fn choose(
    request: &ApprovalRequest,
    signers: &[Signer],
    by: &Text,
    role: Option<&Text>,
) -> Result<Signer, Vec<UnmetApprovalGuard>> {
    let open: Vec<&Signer> = signers.iter().filter(|one| request.is_open_to(one)).collect();
    let mut who_may: Vec<Text> = open.iter().map(|one| one.person.clone()).collect();
    who_may.sort();
    who_may.dedup();
    let unmet = |reason: Finding, place: Input| UnmetApprovalGuard {
        reason: reason.within(place),
        who_may: who_may.clone(),
    };
    let as_asked = |one: &&Signer| one.person == *by && role.is_none_or(|role| *role == one.role);
    let mine: Vec<&Signer> = signers.iter().filter(as_asked).collect();
    if mine.is_empty() {
        let roles = request.open_roles();
        let roles = roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ");
        let found = match role {
            Some(role) => finding!(Code::ApprovalNotThatRole, person = by, role, roles),
            None => finding!(Code::ApprovalNotSigner, person = by, roles),
        };
        return Err(vec![unmet(found, Input::By)]);
    }
    let mut allowed: Vec<&Signer> = open.into_iter().filter(as_asked).collect();
    // In their own right before in somebody's place.
    allowed.sort_by_key(|one| (&one.role, &one.on_behalf_of));
    allowed.dedup_by_key(|one| &one.role);
    match allowed.as_slice() {
        [one] => Ok((*one).clone()),
        [] => {
            let mut reasons = Vec::new();
            if mine.iter().any(|one| request.is_own_of(one)) {
                reasons.push(unmet(finding!(Code::ApprovalOwnRequest, person = by), Input::By));
            }
            if mine.iter().any(|one| request.was_signed_by(one)) {
                reasons.push(unmet(finding!(Code::ApprovalSignedBefore, person = by), Input::By));
            }
            Err(reasons)
        }
        several => {
            let roles = several.iter().map(|one| one.role.as_str()).collect::<Vec<_>>().join(", ");
            let found = finding!(Code::ApprovalRoleUnclear, person = by, roles);
            Err(vec![unmet(found.at("role"), Input::Command)])
        }
    }
}

impl ApprovalRequest {
    /// Somebody who may sign for a role may sign this request.
    pub(in crate::approval) fn is_open_to(&self, signer: &Signer) -> bool {
        !self.is_own_of(signer) && !self.was_signed_by(signer)
    }

    /// They asked themselves, or stand in for the one who did.
    fn is_own_of(&self, signer: &Signer) -> bool {
        is_among(signer, &self.requested_by)
    }

    /// They, or the one for whom they stand in, signed this step, or another where nobody signs in
    /// several.
    fn was_signed_by(&self, signer: &Signer) -> bool {
        let may_sign_again = self.route.may_sign_again;
        let mut past =
            self.signatures.iter().filter(|one| one.step == self.step || !may_sign_again);
        past.any(|one| {
            is_among(signer, &one.person)
                || one.on_behalf_of.as_ref().is_some_and(|two| is_among(signer, two))
        })
    }
}

/// It is this person, or in this person's place.
fn is_among(one: &Signer, person: &Text) -> bool {
    one.person == *person || one.on_behalf_of.as_ref() == Some(person)
}
