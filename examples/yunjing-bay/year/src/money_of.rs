//! Amounts of schedules.

use kaipan::number::Money;
use kaipan::payment::{MoneyItem, ScheduleLine};
use kaipan::service::ServiceKind;

/// An amount of fen.
pub(crate) fn money(fen: i64) -> Money {
    Money::from_fen(fen)
}

/// What a schedule has of a kind of loan.
pub(crate) fn loan_lines(schedule: &[ScheduleLine], kind: ServiceKind) -> Money {
    let item = match kind {
        ServiceKind::Mortgage => MoneyItem::CommercialLoan,
        ServiceKind::FundLoan => MoneyItem::FundLoan,
        _ => return Money::ZERO,
    };
    sum(schedule, |line| line.item == item)
}

/// What has to be there before a contract is signed: deposit and down payment, or all of the buyer's
/// own money where there is no down payment.
pub(crate) fn before_signing(schedule: &[ScheduleLine]) -> Money {
    let is_first =
        |line: &ScheduleLine| matches!(line.item, MoneyItem::Deposit | MoneyItem::DownPayment);
    sum(schedule, is_first)
}

fn sum(schedule: &[ScheduleLine], fits: impl Fn(&ScheduleLine) -> bool) -> Money {
    let lines = schedule.iter().filter(|line| line.in_price && fits(line));
    money(lines.map(|line| line.amount.fen()).sum())
}
