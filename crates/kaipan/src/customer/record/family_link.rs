//! Family of a customer among the other customers.

use crate::Text;
use kaipan_derive::boundary;

/// What a relative is to the customer.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum FamilyRelation {
    /// 配偶.
    Spouse,
    /// 父母: the relative is the customer's parent.
    Parent,
    /// 子女: the relative is the customer's child.
    Child,
    /// 兄弟姐妹.
    Sibling,
    /// 其他亲属.
    Other,
}

impl FamilyRelation {
    /// What the customer is to the relative.
    pub(crate) fn turned(self) -> FamilyRelation {
        match self {
            FamilyRelation::Parent => FamilyRelation::Child,
            FamilyRelation::Child => FamilyRelation::Parent,
            same => same,
        }
    }

    /// 配偶、父母、子女: who counts as one customer with the customer, where a policy says so
    /// (handbook §9.3).
    #[cfg(feature = "ownership")]
    pub(crate) fn may_count_as_one(self) -> bool {
        matches!(self, FamilyRelation::Spouse | FamilyRelation::Parent | FamilyRelation::Child)
    }

    /// In Chinese.
    pub(crate) fn chinese(self) -> &'static str {
        match self {
            FamilyRelation::Spouse => "配偶",
            FamilyRelation::Parent => "父母",
            FamilyRelation::Child => "子女",
            FamilyRelation::Sibling => "兄弟姐妹",
            FamilyRelation::Other => "其他亲属",
        }
    }
}

/// 家庭关系: another customer who is family. Given at either of the two, it holds for both.
#[boundary]
pub struct FamilyLink {
    /// The other customer's id.
    pub customer: Text,
    /// What the other customer is to this one.
    pub relation: FamilyRelation,
}
