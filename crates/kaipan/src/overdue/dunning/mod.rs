//! Dunning (催款 / 催签, handbook §6.8): who is reminded of what, by which step, in which words.

mod answer;
mod begun;
mod engine;
mod letter;
mod notices;
mod odd;
mod plan;
mod posting;
mod promise;
mod record;
mod signing;

pub use answer::{DunningLine, DunningList, DunningNotice, FollowedPromise, SigningNotice};
pub use engine::Dunning;
pub use plan::{DunningChannel, DunningPlan, DunningStep};
pub use promise::PromiseState;
pub use record::{DunningRecord, DunningResult, PaymentPromise};
