//! Customers: their records, who is the same as whom, merging, changes, sharing, families, hand-over
//! (handbook §9.1).

mod change;
mod checking;
mod hand_over;
mod identity;
mod importing;
mod matching;
mod merge;
mod record;
mod sets;
mod sharing;

pub use change::{
    ChangeDecision, ChangePolicy, ChangeState, Changing, ClassMove, CustomerChange, CustomerClass,
    CustomerHistory, FieldChange,
};
pub use checking::{
    CheckedCustomer, CustomerChecking, CustomersChecked, Family, MissingField, RequiredField,
    RequiredFields, RequiredRow,
};
pub use hand_over::{
    ActiveAgent, HandOver, HandOverSheet, HandOverTotal, HandingOver, Holding, HoldingKind,
    HoldingLeft, HoldingMove, Successor,
};
pub use identity::{
    CompanyCode, Gender, Paper, PaperKind, PaperNumber, PersonId, Phone, PhoneAgreement, name_key,
};
pub use importing::{ImportedMember, MemberImporting, MemberVisit};
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
#[cfg(feature = "ownership")]
pub(crate) use sets::Sets;
pub use sharing::{Sharing, SharingCommand, SharingDecision};
