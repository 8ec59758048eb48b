//! Who may sign: by a role held at a node, or in somebody's place.

mod delegation;
mod signers;

pub use delegation::Delegation;
pub use signers::Signer;
pub(super) use signers::Signing;
