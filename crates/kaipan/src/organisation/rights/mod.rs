//! Roles and what they may do where (handbook §22.3, §22.4).

pub mod command;
mod lacking;
mod model;
mod permission;
mod preset;
mod question;
mod reach;
mod references;

pub use model::{Act, Assignment, Grant, GrantScope, Role, RoleTable};
pub use permission::{GrantInForce, Permission};
pub use question::Rights;
