//! JSON as a tree, and the boundary types read from it and written. Every request is read by this, and
//! every response is written by it, on every host.
//!
//! `serde` stops at the first thing that does not fit, and inside an enum no longer knows where it
//! is. [`Read`] goes on: what does not fit is noted with its place ([`Misfit`]) and something else is
//! read instead, so that everything wrong with a request is told at once, in the order of the
//! request. Numbers are kept apart from texts, by their digits: a scalar reads either, an identifier is text
//! and nothing else, an integer is a number and nothing else.
//!
//! `kaipan_derive::boundary` writes both for the boundary types.

mod escape;
mod fields;
#[cfg(feature = "deal")]
mod lines;
mod misfit;
mod parse;
mod read;
mod tree;
mod wide_mark;
mod write;

pub use escape::text;
pub use fields::Fields;
#[cfg(feature = "deal")]
pub use lines::{parse_line, read_lines};
pub use misfit::{FieldNames, Misfit};
pub use read::Read;
pub use tree::Node;
pub use write::{Object, Write};
