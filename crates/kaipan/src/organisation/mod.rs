//! Organisation, roles and process variants (handbook §22): who belongs where on which day, and who
//! may do what there.
//!
//! [`OrgTree`] answers questions about the tree, [`Rights`] about what a person may do.

mod kind;
mod model;
mod place;
mod rights;
mod tree;

pub use kind::OrgKind;
pub use model::{OrgMembership, OrgNode, Organisation, ProcessVariant, ProjectCompany};
pub use place::{CoordinateSystem, GeoPlace, GeoPoint};
pub use rights::{
    Act, Assignment, Grant, GrantInForce, GrantScope, Permission, Rights, Role, RoleTable, command,
};
pub use tree::OrgTree;
