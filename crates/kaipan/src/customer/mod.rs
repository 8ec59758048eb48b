//! Customers: their records, who is the same as whom, merging, changes, sharing, families, hand-over
//! (handbook §9.1).

mod identity;

pub use identity::{
    CompanyCode, Gender, Paper, PaperKind, PaperNumber, PersonId, Phone, PhoneAgreement, name_key,
};
