//! 销售前准备: what has to be done before units are released (handbook §8.14).

mod engine;
mod item;

pub use engine::{PreparationChecking, PreparationPosition, PreparationSheet};
pub use item::{PreparationItem, PreparationState};
