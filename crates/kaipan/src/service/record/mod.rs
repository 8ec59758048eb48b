//! A service: what its events come to.

mod service;
mod todo;

pub use service::{
    BranchTaken, DocumentReceived, DoneStep, PromisedDay, Service, ServiceDisbursed, UsedKey,
};
pub use todo::{ServiceTodo, ServiceTodoKind};
