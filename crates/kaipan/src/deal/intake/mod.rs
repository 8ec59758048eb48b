//! 自助定房 (T33): what customers ask for online becomes tasks of agents, and nothing else: only an
//! agent's command makes a registration, a room confirmation or a booking of it.

mod answer;
mod engine;
mod request;

pub use answer::{IntakeList, IntakeTask};
pub use engine::DealIntake;
pub use request::{IntakeOwner, IntakeWay, MoneyNotice, OnlineRequest};
