//! The small worlds that are explored to their end.

use crate::commands::Rules;
use kaipan::deal::{DealGuard, SaleMode};

/// The parts, each in both sale modes.
pub(crate) fn parts() -> Vec<Rules> {
    let modes = [SaleMode::Presale, SaleMode::Completed];
    modes.into_iter().flat_map(|mode| [one_unit(mode), two_units(mode)]).collect()
}

/// One unit with everything: two customers, two plans, locks, money in symbols, few dates; deals that
/// have ended are forgotten.
fn one_unit(mode: SaleMode) -> Rules {
    Rules {
        name: "one unit with everything",
        mode,
        units: 1,
        customers: 2,
        plans: 2,
        money: true,
        locks: true,
        time: true,
        waived: &[DealGuard::Approved],
        budget: 1_000_000,
    }
}

/// Two units without locks and money: what would need money is waived by approvals on record.
fn two_units(mode: SaleMode) -> Rules {
    Rules {
        name: "two units without locks and money",
        mode,
        units: 2,
        customers: 2,
        plans: 1,
        money: false,
        locks: false,
        time: false,
        waived: &[
            DealGuard::Approved,
            DealGuard::BookingMoney,
            DealGuard::DepositReceived,
            DealGuard::DownPayment,
            DealGuard::SubscriptionLocked,
        ],
        budget: 1_000_000,
    }
}
