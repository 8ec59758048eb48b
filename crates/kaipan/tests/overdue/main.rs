//! What holds of overdue claims whatever they are.
#![allow(missing_docs)]
#![cfg(feature = "overdue")]

mod columns;
mod dunning;
mod forecast;
mod properties;
mod world;
