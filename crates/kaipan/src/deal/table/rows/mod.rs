//! The rows, by what they are about.

mod agreed;
mod base;
mod booking;
mod change;
mod contract;
mod deposit_contract;
mod ending;
mod offer;
mod registration;
mod stock;
mod subscription;
mod todo;
mod trade_in;

use super::Transition;

/// The rows, area by area.
pub(super) static ROWS: [&[Transition]; 11] = [
    stock::ROWS,
    registration::ROWS,
    booking::ROWS,
    deposit_contract::ROWS,
    trade_in::ROWS,
    subscription::ROWS,
    contract::ROWS,
    ending::ROWS,
    change::ROWS,
    todo::ROWS,
    offer::ROWS,
];
