//! Targets: what the table as a whole should come to, and how it gets there (handbook §2.7).

mod figures;
mod level;
mod linear;
mod model;
mod nudge;
mod refuse;
mod settle;
mod solve;
mod split;

mod told;

pub(super) use figures::{ratio, to_fen};
pub(super) use level::Stop;
pub use model::{
    AverageBasis, BuildingShare, BuildingSplit, Goal, Levelling, PriceLevel, PriceTarget,
};
pub(super) use nudge::{check_prices, nudge};
pub(super) use refuse::check;
pub(super) use settle::{Outcome, Pricers, Settled, pricers, settle};
pub use solve::SolvedBase;
pub(super) use solve::{Solution, SolvedTarget, average, given_bases, solve};
pub(super) use told::{references, unusual};
