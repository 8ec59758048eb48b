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
    sum(schedule, |line| loan_item(kind) == Some(line.item))
}

/// The line of a kind of loan.
pub(crate) fn loan_line(schedule: &[ScheduleLine], kind: ServiceKind) -> Option<u32> {
    let line = schedule.iter().find(|line| loan_item(kind) == Some(line.item));
    line.map(|line| line.seq)
}

fn loan_item(kind: ServiceKind) -> Option<MoneyItem> {
    match kind {
        ServiceKind::Mortgage => Some(MoneyItem::CommercialLoan),
        ServiceKind::FundLoan => Some(MoneyItem::FundLoan),
        _ => None,
    }
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
