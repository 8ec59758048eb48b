//! The small worlds that are explored to their end.

use crate::commands::{Passing, Rules};
use kaipan::deal::{DealGuard, SaleMode};

/// The parts, each in both sale modes.
pub(crate) fn parts() -> Vec<Rules> {
    let modes = [SaleMode::Presale, SaleMode::Completed];
    modes
        .into_iter()
        .flat_map(|mode| {
            [
                one_unit(mode),
                papers(mode),
                two_units(mode),
                quotas(mode),
                approvals(mode),
                changes(mode),
                moves(mode),
            ]
        })
        .collect()
}

/// One unit with everything: two customers, of whom the second goes as far as a booking, two plans,
/// locks, money in symbols, few dates; deals that have ended are forgotten.
fn one_unit(mode: SaleMode) -> Rules {
    Rules {
        name: "one unit with everything",
        mode,
        units: 1,
        customers: 2,
        second_books: true,
        papers: false,
        sale_alone: false,
        plans: 2,
        money: true,
        locks: true,
        changes: false,
        moves: false,
        time: Passing::DaysAndMonths,
        quotas: false,
        approvals: false,
        waived: &[],
        budget: 2_000_000,
    }
}

/// One unit and one customer, with locks, the finance review and the print of contracts.
fn papers(mode: SaleMode) -> Rules {
    Rules {
        name: "one unit with review and print",
        customers: 1,
        papers: true,
        plans: 1,
        ..one_unit(mode)
    }
}

/// Two units without locks and money: what would need money is waived by approvals on record.
fn two_units(mode: SaleMode) -> Rules {
    Rules {
        name: "two units without locks and money",
        mode,
        units: 2,
        customers: 2,
        second_books: false,
        papers: false,
        sale_alone: true,
        plans: 1,
        money: false,
        locks: false,
        changes: false,
        moves: false,
        time: Passing::Nothing,
        quotas: false,
        approvals: false,
        waived: WITHOUT_MONEY,
        budget: 1_000_000,
    }
}

/// One unit with discounts and fixed-price offers that can be used a number of times, without locks
/// and money.
fn quotas(mode: SaleMode) -> Rules {
    Rules {
        name: "one unit with quotas and offers",
        mode,
        units: 1,
        customers: 2,
        second_books: false,
        papers: false,
        sale_alone: false,
        plans: 1,
        money: false,
        locks: false,
        changes: false,
        moves: false,
        time: Passing::Days,
        quotas: true,
        approvals: false,
        waived: WITHOUT_MONEY,
        budget: 1_000_000,
    }
}

/// One unit and one customer, and every request for approval that somebody can make: nothing is waived
/// or approved but what was signed.
fn approvals(mode: SaleMode) -> Rules {
    Rules {
        name: "approvals",
        mode,
        units: 1,
        customers: 1,
        second_books: false,
        papers: false,
        sale_alone: false,
        plans: 1,
        money: false,
        locks: false,
        changes: false,
        moves: false,
        time: Passing::Days,
        quotas: false,
        approvals: true,
        waived: &[],
        budget: 1_000_000,
    }
}

/// One unit and one customer, and every change of what was subscribed or signed that is about this
/// unit alone: two prices, two plans, one buyer or two, filing, a loan, deposits above what the law
/// takes for one, the whole price.
fn changes(mode: SaleMode) -> Rules {
    Rules {
        name: "changes",
        customers: 1,
        second_books: false,
        sale_alone: true,
        plans: 2,
        locks: false,
        changes: true,
        time: Passing::Days,
        waived: WITHOUT_PAPERS,
        ..one_unit(mode)
    }
}

/// One customer who moves between two units, from deal to deal.
fn moves(mode: SaleMode) -> Rules {
    Rules {
        name: "changes of unit",
        units: 2,
        plans: 1,
        moves: true,
        time: Passing::Nothing,
        locks: false,
        second_books: false,
        waived: WITHOUT_PAPERS,
        ..one_unit(mode)
    }
}

/// One home that is signed, and one service about it.
pub(crate) fn served(mode: SaleMode) -> Rules {
    Rules { name: "one deal with a service", ..changes(mode) }
}

/// What is waived where nobody locks a document.
const WITHOUT_PAPERS: &[DealGuard] = &[DealGuard::SubscriptionLocked];

/// What is waived where nobody pays and nobody locks a document.
const WITHOUT_MONEY: &[DealGuard] = &[
    DealGuard::BookingMoney,
    DealGuard::DepositReceived,
    DealGuard::DownPayment,
    DealGuard::SubscriptionLocked,
    DealGuard::FinanceReviewed,
    DealGuard::ContractPrinted,
];
