//! Fees and taxes: rules as data, presets of the rules in force, VAT (handbook §7).

mod request;
mod rule;

pub use request::{
    ExistingFee, FeeBuyer, FeeFacts, FeeLine, FeeLineState, FeePolicy, FeePreset, FeeRequest,
    FeeResponse, FeeUnit, VatRequest, VatResponse, VatSplit,
};
pub use rule::{
    BuyerKind, FeeBasis, FeeCategory, FeeCondition, FeeRow, FeeRule, FormulaQuantity, FormulaTerm,
    Payer, PropertyUse,
};
