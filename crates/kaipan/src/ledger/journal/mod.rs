//! Journal lines for a general ledger (凭证分录), by a mapping that is data (handbook §29).

mod answer;
mod csv;
mod house;
mod journalising;
mod mapping;
mod trial;

pub use answer::{JournalLine, JournalSheet, JournalTrialRow, LedgerTrialRow};
pub use journalising::Journalising;
pub use mapping::{JournalAccount, JournalBank, JournalMapping, JournalRate, JournalRole};
