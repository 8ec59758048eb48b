//! Who lends, and what for.

use crate::error::Error;
use crate::project::PropertyUse;
use kaipan_derive::boundary;

/// Who lends.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum LoanKind {
    /// 商业贷款: a bank.
    Commercial,
    /// 公积金贷款: the provident fund.
    Fund,
}

/// What a loan is for. A request that says the use of the unit is held to the law: what the law
/// forbids is refused. Without it the unit is taken for a home, and the same is told as a finding.
#[boundary]
#[derive(Copy, Default)]
pub struct LoanPurpose {
    /// Use of the unit.
    pub property_use: Option<PropertyUse>,
    /// The building is accepted as completed (竣工验收).
    pub completed: Option<bool>,
}

impl LoanKind {
    /// How messages call it, in Chinese and English.
    pub(crate) fn names(self) -> (&'static str, &'static str) {
        match self {
            LoanKind::Commercial => ("商业贷款", "commercial loan"),
            LoanKind::Fund => ("公积金贷款", "provident fund loan"),
        }
    }

    /// An error or a message about a loan of this kind.
    pub(crate) fn named(self, error: Error) -> Error {
        let (zh, en) = self.names();
        error.with("loan_zh", zh).with("loan_en", en)
    }
}
