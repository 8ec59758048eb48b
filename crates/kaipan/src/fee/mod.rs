//! Fees and taxes: rules as data, presets of the rules in force, VAT (handbook §7).

mod basis;
mod check;
mod compute;
mod condition;
mod due;
mod joint;
mod policy;
mod preset;
mod references;
mod regenerate;
mod request;
mod rule;
mod scales;
mod vat;

pub use compute::compute;
pub(crate) use compute::{computed, unusual_homes};
pub use preset::{FeePresetsRequest, FeePresetsResponse, PresetRules, presets};
pub(crate) use request::Ask;
pub use request::{
    ExistingFee, FeeArea, FeeBuyer, FeeFacts, FeeLine, FeeLineState, FeePolicy, FeePreset,
    FeeRequest, FeeSheet, FeeUnit, VatRequest, VatSplit, VatSplits,
};
pub use rule::{
    BuyerKind, FeeBasis, FeeCategory, FeeCondition, FeeRow, FeeRule, FormulaQuantity, FormulaTerm,
    Payer, PropertyUse,
};
pub use vat::vat_split;
