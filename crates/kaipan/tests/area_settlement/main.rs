//! Area settlements: invariants of the amount (handbook §11, 9), and every state of the document.

mod batch;
mod closure;
mod properties;
mod steps;
