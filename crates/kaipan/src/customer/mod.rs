//! Customers: their records, who is the same as whom, merging, changes, sharing, families, hand-over
//! (handbook §9.1).

mod identity;
mod matching;
mod merge;
mod record;

pub use identity::{
    CompanyCode, Gender, Paper, PaperKind, PaperNumber, PersonId, Phone, PhoneAgreement, name_key,
};
pub use matching::{
    CustomerKeys, DuplicateAction, DuplicateGroup, DuplicateLink, DuplicateMember, Duplicates,
    DuplicatesFound, KeyMatch, MatchClue, MatchLevel, MatchPolicy, MatchReason, MatchRule,
    MatchedCustomer, Matching, NewcomerKeys, NewcomerMatch,
};
pub use merge::{
    CustomerAlias, CustomerHappening, CustomerMerge, CustomerUnmerge, MergeDecision,
    MergedCustomer, MergedCustomers, Merging, TrailTotal,
};
pub use record::{
    Customer, CustomerAttribute, CustomerField, CustomerKind, CustomerPreferences,
    CustomerPresence, CustomerShare, CustomerWork, FamilyLink, FamilyRelation, MaritalStatus,
    Membership, TrailEntry, TrailKind,
};
