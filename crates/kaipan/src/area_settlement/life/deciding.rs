//! Deciding a command.

use super::change::{change, posted};
use super::command::AreaSettlementCommand;
use super::decision::{AreaSettlementDecision, AreaSettlementRejection};
use super::event::AreaSettlementEvent;
use super::row::AreaSettlementRow;
use super::state::AreaSettlement;
use crate::approval::ApprovalRequest;
use crate::area_settlement::{AreaSettlementSheet, AreaSettling};
use crate::builder::optional_inputs;
use crate::check::blank;
use crate::deal::Deal;
use crate::error::{Code, Error, Finding, Input, Result, Told, finding};
use crate::rejection::not_in_table;
use crate::{RejectionClass, StreamKind, StreamRead, Text, Time};

/// A decision about the document of a settlement (handbook §5.12): a command in a state gives events and
/// the streams that were read, or a rejection with everything that is lacking.
///
/// Errors are for inputs that cannot be; what the rules do not allow is a rejection.
///
/// ```
/// use kaipan::area_settlement::*;
/// let policy = AreaSettlementPolicy::default();
/// let contract = AreaContract::new("D-1", "1802", "100".parse()?, "1200000".parse()?);
/// let survey = AreaSurvey::new("1802", "102.5".parse()?);
/// let settling = AreaSettling::new(&policy, &contract, &survey);
/// let submit = AreaSettlementCommand::submit("M-1");
/// let deciding = AreaSettlementDeciding::new("li", "2026-09-01T10:00:00".parse()?);
/// // Without the deal nothing says that there is a contract.
/// let decision = deciding.settling(&settling).decide(None, &submit)?;
/// let reasons = decision.rejection.unwrap().reasons;
/// assert_eq!(reasons[0].code.as_str(), "area_settlement.no_contract");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct AreaSettlementDeciding<'a> {
    by: Text,
    at: Time,
    settling: Option<&'a AreaSettling<'a>>,
    deal: Option<&'a Deal>,
    approval: Option<&'a ApprovalRequest>,
    expected_version: Option<u32>,
}

/// A command with all that guards look at.
pub(super) struct Seen<'s> {
    pub(super) state: Option<&'s AreaSettlement>,
    pub(super) command: &'s AreaSettlementCommand,
    pub(super) by: &'s Text,
    pub(super) at: Time,
    /// What is settled: computed for a new document, that of the state otherwise.
    pub(super) sheet: Option<&'s AreaSettlementSheet>,
    pub(super) deal: Option<&'s Deal>,
    pub(super) approval: Option<&'s ApprovalRequest>,
}

impl<'a> AreaSettlementDeciding<'a> {
    /// A decision of a person at a time.
    pub fn new(by: impl Into<Text>, at: Time) -> AreaSettlementDeciding<'a> {
        AreaSettlementDeciding {
            by: by.into(),
            at,
            settling: None,
            deal: None,
            approval: None,
            expected_version: None,
        }
    }

    optional_inputs! {
        /// What is settled, for a document that is to be submitted.
        settling: &'a AreaSettling<'a>;
        /// The deal, to submit and to execute.
        deal: &'a Deal;
        /// The request for approval, to approve.
        approval: &'a ApprovalRequest;
        /// The version of the settlement that the person looked at.
        expected_version: u32;
    }

    /// Decides a command about a settlement, or about one that is to be made.
    ///
    /// # Errors
    /// What [`AreaSettling::sheet`] refuses; [`Code::AreaBlank`] for a document without a number, a decision
    /// by nobody, or one to submit without anything that is settled.
    pub fn decide(
        &self,
        state: Option<&AreaSettlement>,
        command: &AreaSettlementCommand,
    ) -> Result<AreaSettlementDecision> {
        Error::collect(self.blanks(command))?;
        if let Some(stale) = self.stale(state) {
            return Ok(self.rejected(state, RejectionClass::Stale, vec![stale]));
        }
        let Some(row) = AreaSettlementRow::of(state.map(|one| one.status), command) else {
            let reason = not_allowed(state, command);
            return Ok(self.rejected(state, RejectionClass::NotInTable, vec![reason]));
        };
        let computed = match (command, self.settling) {
            (AreaSettlementCommand::Submit { .. }, Some(settling)) => {
                self.of_stream(state, settling)?;
                Some(settling.sheet()?)
            }
            (AreaSettlementCommand::Submit { .. }, None) => {
                let error = Error::new(Code::AreaBlank).with("field", "contract");
                return Err(error.within(Input::Contract));
            }
            _ => None,
        };
        let seen = Seen {
            state,
            command,
            by: &self.by,
            at: self.at,
            sheet: computed.as_ref().or(state.map(|one| &one.sheet)),
            deal: self.deal,
            approval: self.approval,
        };
        let mut unmet = Vec::new();
        for guard in row.guards {
            unmet.extend(guard.unmet(&seen)?);
        }
        if !unmet.is_empty() {
            return Ok(self.rejected(state, RejectionClass::GuardsNotMet, unmet));
        }
        self.accept(&seen)
    }

    fn accept(&self, seen: &Seen<'_>) -> Result<AreaSettlementDecision> {
        let (Some(change), Some(sheet)) = (change(seen), seen.sheet) else {
            let reason = not_allowed(seen.state, seen.command);
            return Ok(self.rejected(seen.state, RejectionClass::NotInTable, vec![reason]));
        };
        let version = seen.state.map_or(0, |state| state.version).saturating_add(1);
        let event = AreaSettlementEvent {
            deal: sheet.deal.clone(),
            version,
            at: self.at,
            by: self.by.clone(),
            change,
        };
        let after = AreaSettlement::evolve(seen.state, &event)?;
        let (deal_events, entries) = posted(seen)?;
        Ok(AreaSettlementDecision {
            reads: self.reads(seen.state, &event.deal),
            events: vec![event],
            deal_events,
            entries,
            state: Some(after),
            rejection: None,
            findings: told(seen),
        })
    }

    /// The streams that are read: the settlement, the deal, the approval.
    fn reads(&self, state: Option<&AreaSettlement>, deal: &Text) -> Vec<StreamRead> {
        let own = state.map(AreaSettlement::read).unwrap_or_else(|| StreamRead {
            kind: StreamKind::AreaSettlement,
            id: deal.clone(),
            version: 0,
        });
        let deal = self.deal.map(|deal| StreamRead {
            kind: StreamKind::Deal,
            id: deal.id.clone(),
            version: deal.version,
        });
        let approval = self.approval.map(ApprovalRequest::read);
        std::iter::once(own).chain(deal).chain(approval).collect()
    }

    /// A settlement of another deal than that of the stream cannot follow in it.
    fn of_stream(&self, state: Option<&AreaSettlement>, settling: &AreaSettling<'_>) -> Result<()> {
        let own = &settling.contract.deal;
        let Some(state) = state.filter(|state| state.deal != *own) else { return Ok(()) };
        let error = Error::new(Code::DealForeignEvent).with("stream", &state.deal);
        Err(error.with("found", own).at("deal").within(Input::Contract))
    }

    /// Nobody who decides, or a document without a number.
    fn blanks(&self, command: &AreaSettlementCommand) -> Vec<Error> {
        let by = self.by.trim().is_empty();
        let by = by.then(|| Error::new(Code::AreaBlank).with("field", "by").within(Input::By));
        let number = match command {
            AreaSettlementCommand::Submit { number, .. } => {
                blank(Code::AreaBlank, "number", number)
            }
            _ => None,
        };
        by.into_iter().chain(number.map(|error| error.within(Input::Command))).collect()
    }

    fn stale(&self, state: Option<&AreaSettlement>) -> Option<Finding> {
        let version = state.map_or(0, |state| state.version);
        let expected = self.expected_version.filter(|expected| *expected != version)?;
        Some(finding!(Code::AreaStale, expected, version).within(Input::ExpectedVersion))
    }

    /// Nothing happens, for these reasons.
    fn rejected(
        &self,
        state: Option<&AreaSettlement>,
        class: RejectionClass,
        reasons: Vec<Finding>,
    ) -> AreaSettlementDecision {
        AreaSettlementDecision {
            events: Vec::new(),
            deal_events: Vec::new(),
            entries: Vec::new(),
            reads: state.map(AreaSettlement::read).into_iter().collect(),
            state: state.cloned(),
            rejection: Some(AreaSettlementRejection { class, reasons }),
            findings: Vec::new(),
        }
    }
}

/// What a person should read about what is submitted.
fn told(seen: &Seen<'_>) -> Vec<Finding> {
    let sheet = seen.sheet.filter(|_| matches!(seen.command, AreaSettlementCommand::Submit { .. }));
    let mut told = Vec::new();
    if let Some(sheet) = sheet {
        sheet.clone().each_finding(&mut |one| told.push(one.clone()));
    }
    told
}

/// The command is not in the table for this status; the reason lists those that are. A second document
/// of a deal has a reason of its own.
fn not_allowed(state: Option<&AreaSettlement>, command: &AreaSettlementCommand) -> Finding {
    let status = state.map(|one| one.status);
    if let (AreaSettlementCommand::Submit { .. }, Some(state)) = (command, state) {
        let (deal, number, status) = (&state.deal, &state.number, state.status);
        let (word, word_zh) = (status.word(), status.chinese());
        let found =
            finding!(Code::AreaAlreadySettled, deal, number, status = word, status_zh = word_zh);
        return found.within(Input::State);
    }
    not_in_table(
        Code::AreaNotAllowed,
        status.map(|status| [status.word(), status.chinese()]),
        [command.word(), command.chinese()],
        &AreaSettlementRow::allowed(status),
    )
}
