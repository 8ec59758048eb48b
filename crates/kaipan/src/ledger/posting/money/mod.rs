//! Money: what comes in, what it pays, what goes out or moves, and the papers of it.

mod commission;
mod pay_out;
mod planned;
mod receive;
mod say;
mod take;
mod vouching;

pub(super) use planned::fund_payment;
pub(super) use vouching::Vouched;
