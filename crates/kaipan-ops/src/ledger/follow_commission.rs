//! `ledger.follow_commission`: what follows for the ledger from commissions.

use super::GivenLedger;
use kaipan::Date;
use kaipan::error::Result;
use kaipan::kpi::{CommissionScheme, CommissionSheet, CommissionedDeal, Commissioning};
use kaipan::ledger::{CommissionFollowing, LedgerCommand};
use kaipan_derive::boundary;

/// A scheme of commissions, and the deals that earn them.
#[boundary]
pub struct LedgerFollowCommissionRequest {
    /// What was posted so far: all of it, or all about the deals and payees concerned.
    #[boundary(empty)]
    pub ledger: GivenLedger,
    /// What deals earn.
    pub scheme: CommissionScheme,
    /// The deals, in any order.
    #[boundary(required)]
    pub deals: Vec<CommissionedDeal>,
    /// Only what had happened by this day.
    pub as_of: Option<Date>,
}

/// Commissions, and what is to be posted of them.
#[boundary(answer)]
pub struct LedgerFollowCommissionResponse {
    /// The commissions, as `kpi.commission` answers them.
    pub sheet: CommissionSheet,
    /// The commands, in their order.
    #[boundary(required)]
    pub commands: Vec<LedgerCommand>,
}

/// `ledger.follow_commission`: what is earned and goes back of commissions, and what of it the ledger
/// does not have yet.
///
/// # Errors
/// As [`Commissioning::sheet`] and [`Ledger::replay`](kaipan::ledger::Ledger::replay).
pub fn follow_commission(
    request: &LedgerFollowCommissionRequest,
) -> Result<LedgerFollowCommissionResponse> {
    let ledger = request.ledger.ledger()?;
    let (scheme, deals) = (&request.scheme, &request.deals);
    let sheet = Commissioning::new(scheme, deals).as_of(request.as_of).sheet()?;
    let commands = CommissionFollowing::new(&ledger, &scheme.code, deals).commands(&sheet)?;
    Ok(LedgerFollowCommissionResponse { sheet, commands })
}
