//! Bodies that no type of the library has.

use kaipan::deal::DealEvent;
use kaipan::fee::FeeSheet;
use kaipan::{Label, Text};
use kaipan_derive::boundary;

/// A project begins. What else stands there is how the record was made.
pub(super) struct Year {
    /// Its name.
    pub(super) name: Option<Label>,
}

impl kaipan::json::Read for Year {
    fn read(node: &kaipan::json::Node<'_>, misfit: &kaipan::json::Misfit) -> Year {
        let name = node.get("name").map(|name| Label::read(name, misfit));
        Year { name }
    }
}

/// Fees and taxes of a deal that its buyer pays through the house.
#[boundary(read)]
pub(super) struct DealFees {
    /// The deal.
    pub(super) deal: Text,
    /// What they are, as `fee.compute` answers it.
    pub(super) sheet: FeeSheet,
}

/// An event of a deal, and the line that it stands in.
pub(super) struct EventAt {
    pub(super) line: u64,
    pub(super) event: DealEvent,
}
