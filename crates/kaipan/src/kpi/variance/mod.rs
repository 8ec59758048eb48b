//! 量价结构差异: how much of a difference of amounts comes from prices, from the volume and from the
//! mix of products (handbook §8.4).

mod closing;
mod engine;
mod item;

pub use engine::Varying;
pub use item::{VarianceEffects, VarianceItem, VarianceLine, VarianceSheet};
