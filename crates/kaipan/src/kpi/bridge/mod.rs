//! 口径差异: what makes two figures of one measure differ, event by event (handbook §8.4).

mod answer;
mod engine;
mod figure;
mod line;

pub use answer::{BridgeLine, BridgeReason, BridgeSheet, BridgeTotal};
pub use engine::Bridging;
pub use figure::{BridgeFigure, BridgeMatch};
