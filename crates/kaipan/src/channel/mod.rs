//! 渠道: brokers who bring buyers. Whose customer somebody is, which units a channel may sell, and
//! what it is promised (handbook §37).

mod allotment;
mod checking;
mod commission;
mod named;
mod policy;
mod protecting;
mod registration;

pub use allotment::{AllottedUnits, ChannelAllotment};
pub use checking::{ChannelChecking, ChannelSheet};
pub use commission::{
    ClawBack, ClawBackStep, CommissionAmount, CommissionBasis, CommissionPart, CommissionTerms,
    EarningCondition,
};
pub use policy::{
    MaskedMatch, OverlapRule, ProtectionKind, ProtectionPolicy, ProtectionRule, RegistrationTime,
};
pub use protecting::{
    CustomerProtection, PhoneMatch, Protection, ProtectionCandidate, ProtectionHolder,
    ProtectionOutcome, ProtectionState,
};
pub use registration::ChannelRegistration;
