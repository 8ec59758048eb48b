//! `deal.settle_area`, `deal.decide_area_settlement` and `deal.import_survey`: what is owed once areas are
//! registered.

pub use kaipan::area_settlement::{AreaSettlementDecision, AreaSettlementSheet, ImportedSurvey};

use kaipan::approval::ApprovalRequest;
use kaipan::area_settlement::{
    AreaChoice, AreaContract, AreaFees, AreaSettlement, AreaSettlementCommand,
    AreaSettlementDeciding, AreaSettlementEvent, AreaSettlementPolicy, AreaSettling, AreaSurvey,
    SurveyImport, SurveyRow,
};
use kaipan::deal::Deal;
use kaipan::error::{Input, InputPlace, Result, Told};
use kaipan::fee::{ExistingFee, FeeFacts, FeePolicy};
use kaipan::number::Money;
use kaipan::{Date, Text, Time};
use kaipan_derive::boundary;

/// A request to settle the difference between the area of a contract and the registered one.
#[boundary]
pub struct DealSettleAreaRequest {
    /// How areas are settled; by the statutory rule, as the handbook has it, if absent.
    pub policy: Option<AreaSettlementPolicy>,
    /// What the contract says.
    pub contract: AreaContract,
    /// What the survey found.
    pub survey: AreaSurvey,
    /// What a buyer who may quit does.
    pub choice: Option<AreaChoice>,
    /// The day of the settlement: money is due from it, and interest runs to it.
    pub settled_on: Option<Date>,
    /// What is unpaid of the house, yuan, for a policy that sets refunds off against it.
    pub unpaid: Option<Money>,
    /// The day on which the buyer asked to quit.
    pub quit_requested_on: Option<Date>,
    /// The day on which a buyer who quits is refunded; interest runs to it, else to the last day for
    /// the refund.
    pub refunded_on: Option<Date>,
    /// Fees and taxes that depend on area and price; none are looked at if absent.
    pub fees: Option<FeesOfArea>,
}

/// Fees and taxes of a contract, for what a settlement makes of them.
#[boundary]
pub struct FeesOfArea {
    /// The rules.
    pub policy: FeePolicy,
    /// The facts they look at; price and areas of the unit are those of the contract.
    pub facts: FeeFacts,
    /// Fee lines as they were, with what was received: such lines keep their amount and get an
    /// adjustment.
    pub existing: Vec<ExistingFee>,
}

impl DealSettleAreaRequest {
    fn settling<'a>(&'a self, policy: &'a AreaSettlementPolicy) -> AreaSettling<'a> {
        let fees = self.fees.as_ref();
        let fees = fees.map(|one| AreaFees::new(&one.policy, &one.facts).existing(&one.existing));
        AreaSettling::new(policy, &self.contract, &self.survey)
            .choice(self.choice)
            .settled_on(self.settled_on)
            .unpaid(self.unpaid)
            .quit_requested_on(self.quit_requested_on)
            .refunded_on(self.refunded_on)
            .fees(fees)
    }
}

/// `deal.settle_area`: what buyer and seller owe each other for a difference of area, and what follows.
///
/// # Errors
/// As [`AreaSettling::sheet`].
pub fn settle_area(request: &DealSettleAreaRequest) -> Result<AreaSettlementSheet> {
    let policy = request.policy.clone().unwrap_or_default();
    let is_default = request.policy.is_none();
    request.settling(&policy).sheet().moved_by(&|place| of_default(place, is_default))
}

/// The place of what is told about a policy that the request does not have: where it would stand.
fn of_default(place: &InputPlace, is_default: bool) -> Option<InputPlace> {
    let is_told = is_default && place.input() == Some(Input::Policy);
    is_told.then(|| InputPlace::of(Input::Policy))
}

/// A command about the settlement of a deal.
#[boundary]
pub struct DealDecideAreaSettlementRequest {
    /// What is settled, to submit it.
    pub settling: Option<DealSettleAreaRequest>,
    /// The settlement as it stands; absent where none was submitted.
    pub state: Option<AreaSettlement>,
    /// Its events, in place of its state.
    pub events: Vec<AreaSettlementEvent>,
    /// The deal, to submit and to execute.
    pub deal: Option<Deal>,
    /// The request for approval, to approve.
    pub approval: Option<ApprovalRequest>,
    /// What is to be done.
    pub command: AreaSettlementCommand,
    /// Id of the person who does it.
    pub by: Text,
    /// When.
    pub at: Time,
    /// The version that the person looked at; not compared if absent.
    pub expected_version: Option<u32>,
}

/// `deal.decide_area_settlement`: the events of a command about a settlement, its entries and the streams
/// that were read, or a rejection.
///
/// # Errors
/// As [`AreaSettlement::replay`] and [`AreaSettlementDeciding::decide`].
pub fn decide_area_settlement(
    request: &DealDecideAreaSettlementRequest,
) -> Result<AreaSettlementDecision> {
    let replayed = match (&request.state, request.events.as_slice()) {
        (_, []) => None,
        (None, events) => Some(AreaSettlement::replay(events)?),
        (Some(_), _) => return Err(super::given::together("events", "state")),
    };
    let default = AreaSettlementPolicy::default();
    let settling = request.settling.as_ref();
    let policy = settling.and_then(|one| one.policy.as_ref()).unwrap_or(&default);
    let settling = settling.map(|one| one.settling(policy));
    let state = request.state.as_ref().or(replayed.as_ref());
    let is_default = request.settling.as_ref().is_none_or(|one| one.policy.is_none());
    let settling_place = || InputPlace::default().then("settling");
    let held = |input| match input {
        // Nothing is settled: that is missing, and not a part of it.
        Input::Contract if request.settling.is_none() => Some(settling_place()),
        Input::Policy
        | Input::Contract
        | Input::Survey
        | Input::Choice
        | Input::SettledOn
        | Input::Unpaid
        | Input::QuitRequestedOn
        | Input::RefundedOn
        | Input::Fees => Some(settling_place().then(input.name())),
        // What is wrong with a state that was made here is wrong with its events.
        Input::State if request.state.is_none() => Some(InputPlace::of(Input::Events)),
        _ => None,
    };
    AreaSettlementDeciding::new(request.by.clone(), request.at)
        .settling(settling.as_ref())
        .deal(request.deal.as_ref())
        .approval(request.approval.as_ref())
        .expected_version(request.expected_version)
        .decide(state, &request.command)
        .moved_by(&|place| of_default(place, is_default))
        .moved(&held)
}

/// A whole survey.
#[boundary]
pub struct DealImportSurveyRequest {
    /// How areas are settled; by the statutory rule, as the handbook has it, if absent.
    pub policy: Option<AreaSettlementPolicy>,
    /// The rows, in any order.
    #[boundary(required)]
    pub rows: Vec<SurveyRow>,
    /// The numbers of all units of the project.
    #[boundary(required)]
    pub units: Vec<Text>,
    /// What contracts say about areas, one a unit at most.
    pub contracts: Vec<AreaContract>,
    /// The deals of these contracts.
    pub deals: Vec<Deal>,
    /// What was settled of these deals before, one a deal at most.
    pub settlements: Vec<AreaSettlement>,
    /// The day of the settlement: money is due from it.
    pub settled_on: Option<Date>,
    /// Id of the person who enters it.
    pub by: Text,
    /// When.
    pub at: Time,
}

/// `deal.import_survey`: the settlements of a whole survey, one result a row.
///
/// # Errors
/// As [`SurveyImport::submit`].
pub fn import_survey(request: &DealImportSurveyRequest) -> Result<ImportedSurvey> {
    let policy = request.policy.clone().unwrap_or_default();
    SurveyImport::new(&policy, &request.rows, request.by.clone(), request.at)
        .units(&request.units)
        .contracts(&request.contracts)
        .deals(&request.deals)
        .settlements(&request.settlements)
        .settled_on(request.settled_on)
        .submit()
        .moved_by(&|place| of_default(place, request.policy.is_none()))
}
