//! Deals walked from release to contract, in both sale modes (handbook §5).

mod approvals;
mod completed;
mod desk;
mod gates;
mod offers;
mod presale;
mod reads;
mod rejections;
mod roles;
mod snapshots;
mod todos;
mod trade_in;
mod void;
