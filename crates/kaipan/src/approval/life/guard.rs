//! What must hold for a command.

use super::command::ApprovalCommand;
use super::deciding::Seen;
use super::decision::UnmetApprovalGuard;
use crate::approval::asked::ApprovalAsked;
use crate::error::{Code, Finding, Input, finding};

/// Something that must hold for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    /// It is not before the last event.
    InOrder,
    /// The last day on which it can be decided has not passed.
    InTime,
    /// That day has passed.
    Ended,
    /// The person may sign the step that waits.
    MaySign,
    /// The person is the one who asked.
    Requester,
    /// It is about the same as before.
    SameSubject,
    /// Somebody must approve it.
    Routed,
    /// The reference of the signed paper is given, where the route asks for it.
    Paper,
    /// A reason is given, where the route asks for it.
    Reason,
    /// It is said why.
    Note,
}

impl Guard {
    /// Everything that is lacking of it.
    pub(super) fn unmet(self, seen: &Seen<'_>) -> Vec<UnmetApprovalGuard> {
        match self {
            Guard::MaySign => seen.signer.as_ref().err().cloned().unwrap_or_default(),
            Guard::Requester => not_requester(seen).into_iter().collect(),
            _ => {
                let found = self.lacking(seen).into_iter();
                found.map(|reason| UnmetApprovalGuard { reason, who_may: Vec::new() }).collect()
            }
        }
    }

    fn lacking(self, seen: &Seen<'_>) -> Option<Finding> {
        let (state, day) = (seen.state, seen.at.date());
        let asked = seen.command.asked();
        match self {
            Guard::InOrder => {
                let last = state?.changed_at;
                let (at, last_at) = (seen.at.in_words(), last.in_words());
                let found = || finding!(Code::ApprovalEarlier, at, last = last_at);
                (seen.at < last).then(|| found().within(Input::At))
            }
            Guard::InTime => {
                let last = state?.route.decide_by.filter(|last| day > *last)?;
                Some(finding!(Code::ApprovalAfterEnd, day, last).within(Input::At))
            }
            Guard::Ended => match state?.route.decide_by {
                None => Some(finding!(Code::ApprovalNeverEnds).within(Input::State)),
                Some(last) if day > last => None,
                Some(last) => Some(finding!(Code::ApprovalNotEnded, day, last).within(Input::At)),
            },
            Guard::SameSubject => {
                let (before, now) = (&state?.asked, asked?);
                let key = |one: &ApprovalAsked| (one.kind, one.subject.clone(), one.node.clone());
                let found = || finding!(Code::ApprovalOtherSubject, subject = before.subject);
                (key(before) != key(now)).then(|| found().at("asked").within(Input::Command))
            }
            Guard::Routed => {
                let found = || finding!(Code::ApprovalNotNeeded).at("asked");
                let is_needed = seen.found.as_ref().is_none_or(|found| found.needed);
                (!is_needed).then(|| found().within(Input::Command))
            }
            Guard::Paper => {
                let asks = seen.found.as_ref().is_some_and(|found| found.needs_paper);
                let is_given = asked?.paper.as_ref().is_some_and(|paper| !paper.is_empty());
                let found = || finding!(Code::ApprovalPaperMissing).at("paper").at("asked");
                (asks && !is_given).then(|| found().within(Input::Command))
            }
            Guard::Reason => {
                let asks = seen.found.as_ref().is_some_and(|found| found.needs_reason);
                let found = || finding!(Code::ApprovalReasonMissing).at("reason").at("asked");
                (asks && !asked?.has_reason()).then(|| found().within(Input::Command))
            }
            Guard::Note => {
                let note = match seen.command {
                    ApprovalCommand::Reject { note, .. } | ApprovalCommand::Return { note, .. } => {
                        note
                    }
                    _ => return None,
                };
                let found = || finding!(Code::ApprovalReasonMissing).at("note");
                note.trim().is_empty().then(|| found().within(Input::Command))
            }
            Guard::MaySign | Guard::Requester => None,
        }
    }
}

fn not_requester(seen: &Seen<'_>) -> Option<UnmetApprovalGuard> {
    let requester = seen.state.map(|state| &state.requested_by)?;
    let found = || finding!(Code::ApprovalNotRequester, person = seen.by).within(Input::By);
    let unmet = || UnmetApprovalGuard { reason: found(), who_may: vec![requester.clone()] };
    (requester != seen.by).then(unmet)
}

impl ApprovalCommand {
    /// What it asks, if it asks something.
    pub(super) const fn asked(&self) -> Option<&ApprovalAsked> {
        match self {
            ApprovalCommand::Submit { asked, .. } | ApprovalCommand::Resubmit { asked } => {
                Some(asked)
            }
            _ => None,
        }
    }
}
