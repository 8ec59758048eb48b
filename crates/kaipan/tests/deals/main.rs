//! Deals walked from release to contract, in both sale modes (handbook §5).

mod approvals;
mod batch;
mod bounds;
mod changes;
mod completed;
mod desk;
mod gates;
mod intake;
mod money;
mod offers;
mod presale;
mod prices;
mod queue;
mod queue_world;
mod reads;
mod rejections;
mod roles;
mod settlements;
mod slips;
mod snapshots;
mod tasks;
mod todos;
mod trade_in;
mod unit_changes;
mod void;
