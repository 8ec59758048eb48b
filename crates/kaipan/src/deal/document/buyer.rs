use crate::number::Fraction;
use crate::{Label, Text};
use kaipan_derive::boundary;

/// A buyer of a deal, by the customer he is.
#[boundary]
pub struct DealBuyer {
    /// The customer.
    pub customer: Text,
    /// Share of the home; the shares of all buyers are 1. A sole buyer needs none.
    pub share: Option<Fraction>,
    /// Relation to the first buyer: 配偶, 子女….
    pub relation: Option<Label>,
}
