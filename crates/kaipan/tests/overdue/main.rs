//! What holds of overdue claims whatever they are.
#![allow(missing_docs)]
#![cfg(feature = "overdue")]

mod columns;
mod properties;
mod world;
