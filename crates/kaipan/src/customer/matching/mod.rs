//! Whether a customer is there already (handbook §9.1).

mod answer;
mod clue;
mod columnar;
mod duplicates;
mod known;
mod matcher;
mod policy;
mod reason;
mod sound;

pub use answer::{MatchedCustomer, NewcomerMatch};
pub use clue::{MatchClue, MatchLevel};
pub use columnar::{CustomerKeys, KeyMatch, NewcomerKeys};
pub use duplicates::{DuplicateGroup, DuplicateLink, DuplicateMember, Duplicates, DuplicatesFound};
pub(crate) use known::{Known, unreadable};
pub use matcher::Matching;
pub use policy::{DuplicateAction, MatchPolicy, MatchRule};
pub use reason::MatchReason;
pub(crate) use sound::sound;
