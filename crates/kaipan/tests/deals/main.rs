//! Deals walked from release to contract, in both sale modes (handbook §5).

mod desk;
mod presale;
mod rejections;
