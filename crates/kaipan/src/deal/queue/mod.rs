//! 选房顺序 (T26 to T28, handbook §27): lists that are closed, lotteries that are drawn, and turns
//! in which buyers choose, as a stream of its own decided over a table.

mod answer;
mod command;
mod context;
mod decide;
mod event;
mod evolve;
mod guard;
mod look;
mod state;
mod table;

pub use answer::{QueueDecision, QueueRejection, QueueRuling, UnmetQueueGuard};
pub use command::{QueueAction, QueueCommand};
pub use context::QueueContext;
pub use decide::QueueDeciding;
pub use event::{QueueChange, QueueEvent};
pub use guard::QueueGuard;
pub use state::{ChoosingQueue, QueueGroup, QueueState, QueueTurn, TurnState};
pub use table::{QueueRow, queue_rows};
