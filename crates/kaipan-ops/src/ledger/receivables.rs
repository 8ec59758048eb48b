//! `ledger.receivables`: what becomes receivable.

use kaipan::Text;
use kaipan::area_settlement::AreaSettlementSheet;
use kaipan::error::{Code, Error, Result};
use kaipan::fee::FeeSheet;
use kaipan::ledger::ReceivableLine;
use kaipan::payment::Schedule;
use kaipan_derive::boundary;

/// What becomes receivable: a payment schedule, a sheet of fees, a settlement of areas, or several of
/// them.
#[boundary]
pub struct LedgerReceivablesRequest {
    /// What the ids of the lines begin with, such as the id of the deal.
    pub prefix: Text,
    /// A schedule, as `payment.schedule` answers it.
    pub schedule: Option<Schedule>,
    /// Fees and taxes, as `fee.compute` answers them.
    pub fees: Option<FeeSheet>,
    /// A settlement of areas that was posted, as `deal.settle_area` answers it.
    pub settlement: Option<AreaSettlementSheet>,
}

/// Lines to be raised.
#[boundary(answer)]
pub struct LedgerReceivablesResponse {
    /// The lines.
    #[boundary(required)]
    pub lines: Vec<ReceivableLine>,
}

/// `ledger.receivables`: the receivables of a payment schedule, of fees and of a settlement of areas, to
/// be raised. What a settlement refunds is none.
///
/// # Errors
/// As [`ReceivableLine::of_fees`]; [`Code::LedgerNoLines`] where nothing is given.
pub fn receivables(request: &LedgerReceivablesRequest) -> Result<LedgerReceivablesResponse> {
    let mut lines = Vec::new();
    if request.schedule.is_none() && request.fees.is_none() && request.settlement.is_none() {
        return Err(Error::new(Code::LedgerNoLines).at("schedule"));
    }
    if let Some(schedule) = &request.schedule {
        lines.extend(ReceivableLine::of_schedule(schedule, &request.prefix));
    }
    if let Some(fees) = &request.fees {
        let of_fees = ReceivableLine::of_fees(fees, &request.prefix);
        lines.extend(of_fees.map_err(|error| error.at("fees"))?);
    }
    if let Some(sheet) = &request.settlement {
        let prefix = format!("{}/area", request.prefix);
        lines.extend(ReceivableLine::of_area_settlement(sheet, &prefix));
    }
    Ok(LedgerReceivablesResponse { lines })
}
