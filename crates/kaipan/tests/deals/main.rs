//! Deals walked from release to contract, in both sale modes (handbook §5).

mod batch;
mod desk;
mod intake;
mod presale;
mod queue;
mod rejections;
mod tasks;
