//! Services after signing (handbook §5.13): every state of their machines, guards, histories, lists of
//! loans, what is due.

#![cfg(feature = "service")]

mod closure;
mod definitions;
mod disbursing;
mod due;
mod guards;
mod history;
mod world;
