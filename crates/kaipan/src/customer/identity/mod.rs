//! What customers are known by: phones, papers, names. How each is read, compared and shown.

mod company_code;
mod mask;
mod name;
mod paper;
mod person_id;
mod phone;

pub use company_code::CompanyCode;
pub use name::name_key;
pub use paper::{Paper, PaperKind, PaperNumber};
pub use person_id::PersonId;
pub use phone::{Phone, PhoneAgreement};

use kaipan_derive::boundary;

/// 性别.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum Gender {
    /// 男.
    Male,
    /// 女.
    Female,
}
