//! The rows, by what they are about.

mod agreed;
mod base;
mod booking;
mod contract;
mod deposit_contract;
mod registration;
mod stock;
mod subscription;

use super::Transition;

/// The rows, area by area.
pub(super) const ROWS: [&[Transition]; 6] = [
    stock::ROWS,
    registration::ROWS,
    booking::ROWS,
    deposit_contract::ROWS,
    subscription::ROWS,
    contract::ROWS,
];
