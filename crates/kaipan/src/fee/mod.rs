//! Fees and taxes: rules as data, presets of the rules in force, VAT (handbook §7).

mod charging;
mod check;
mod facts;
mod policy;
mod preset;
mod rule;
mod sheet;
mod told;
mod vat;

pub use charging::Charging;
pub(crate) use check::wrong_buyers;
pub use facts::{ExistingFee, FeeBuyer, FeeFacts, FeeUnit};
pub use policy::FeePolicy;
pub use preset::{FeePreset, PresetRules};
pub use rule::{
    BuyerKind, FeeArea, FeeBasis, FeeCategory, FeeCondition, FeeRow, FeeRule, FormulaQuantity,
    FormulaTerm, Payer, PropertyUse,
};
pub use sheet::{FeeLine, FeeLineState, FeeSheet};
pub(crate) use told::unusual_homes;
#[cfg(feature = "ledger")]
pub(crate) use vat::vat_of;
pub use vat::{VatSplit, VatSplits, vat_split};
