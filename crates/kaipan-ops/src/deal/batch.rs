//! `stock.batch`.

use super::answer::DealRejectionAnswer;
use super::given::GivenStock;
use kaipan::Text;
use kaipan::deal::{
    BatchUnit, DealCommand, DealContext, DealDecision, DealRuling, StockBatch, UnitStock,
};
use kaipan::error::{Finding, Input, Result};
use kaipan::project::{Selection, Unit};
use kaipan_derive::boundary;

/// One command for many units.
#[boundary]
pub struct StockBatchRequest {
    /// The units to choose from.
    #[boundary(required)]
    pub units: Vec<UnitOfBatch>,
    /// The units that the command is for; all if absent. State and batch of a unit are those of
    /// its stock.
    pub select: Option<Selection>,
    /// What is asked.
    pub command: DealCommand,
    /// What the host knows as it asks, without `unit` and `allotted_to`: those are of each unit.
    pub context: DealContext,
    /// Nothing is done if one unit is rejected; else each stands by itself.
    pub all_or_nothing: bool,
}

/// A unit of a batch.
#[boundary]
pub struct UnitOfBatch {
    /// The unit.
    pub unit: Unit,
    /// Its stock.
    pub stock: GivenStock,
    /// The channel that it is allotted to.
    pub allotted_to: Option<Text>,
}

/// What follows from one command for many units.
#[boundary(answer)]
pub struct StockBatchResponse {
    /// The units that were chosen, in the order given.
    #[boundary(required)]
    pub units: Vec<UnitOfBatchAnswer>,
    /// For how many it may be done.
    pub accepted: u32,
    /// For how many it may not be done.
    pub rejected: u32,
    /// The decisions stand: every unit was accepted, or each stands by itself.
    #[boundary(required)]
    pub stands: bool,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

/// The answer for one unit. Neither decision nor rejection: it could be done, and nothing is done
/// because another unit is rejected.
#[boundary(answer)]
pub struct UnitOfBatchAnswer {
    /// 房号.
    pub unit_no: Text,
    /// What follows, if it may be done.
    pub decision: Option<DealDecision>,
    /// Why it may not be done.
    pub rejection: Option<DealRejectionAnswer>,
}

/// `stock.batch`: one command for every unit that a selection chooses.
///
/// # Errors
/// As [`StockBatch::decide`] and [`UnitStock::replay`].
pub fn decide_batch(request: &StockBatchRequest) -> Result<StockBatchResponse> {
    let mut stock: Vec<UnitStock> = Vec::with_capacity(request.units.len());
    for (at, one) in request.units.iter().enumerate() {
        let place = |error: kaipan::Error| error.at("stock").at(at).within(Input::Units);
        stock.push(one.stock.stock().map_err(place)?);
    }
    let units = request.units.iter().zip(&stock).map(|(one, stock)| {
        let unit = BatchUnit::new(&one.unit, stock);
        unit.expected_version(one.stock.expected_version).allotted_to(one.allotted_to.as_ref())
    });
    let units: Vec<BatchUnit<'_>> = units.collect();
    let ruling = StockBatch::new(&request.context, &request.command)
        .units(&units)
        .select(request.select.as_ref())
        .all_or_nothing(request.all_or_nothing)
        .decide()?;
    let units = ruling.units.into_iter().map(|one| {
        let (decision, rejection) = match one.ruling {
            Some(DealRuling::Accepted { decision }) => (Some(decision), None),
            Some(DealRuling::Rejected { rejection }) => (None, Some(rejection.into())),
            // A ruling has no third form in this version.
            _ => (None, None),
        };
        UnitOfBatchAnswer { unit_no: one.unit_no, decision, rejection }
    });
    Ok(StockBatchResponse {
        units: units.collect(),
        accepted: ruling.accepted,
        rejected: ruling.rejected,
        stands: ruling.stands,
        findings: ruling.findings,
    })
}
