//! Buyers as the contract has them (合同客户, handbook §9.6): copied at signing, and changed in the
//! contract alone.

use crate::number::Fraction;
use crate::{Label, Text, Time};
use kaipan_derive::boundary;

/// A buyer with the data that a contract names.
#[boundary]
pub struct BuyerDetails {
    /// The customer.
    pub customer: Text,
    /// Share of the home; the shares of all buyers are 1. A sole buyer needs none.
    pub share: Option<Fraction>,
    /// Relation to the first buyer.
    pub relation: Option<Label>,
    /// Name.
    pub name: Option<Label>,
    /// Kind of the paper: 居民身份证, 护照….
    pub paper_kind: Option<Label>,
    /// Number of the paper.
    pub paper_number: Option<Text>,
    /// Telephone.
    pub phone: Option<Text>,
    /// Address.
    pub address: Option<Label>,
    /// 会员等级 at that time.
    pub member_level: Option<Text>,
}

/// Data of a buyer that can be changed in the contract. Who buys, and which shares, is changed by
/// a change of name (更名).
#[boundary]
pub enum BuyerField {
    /// Name.
    Name,
    /// Kind of the paper.
    PaperKind,
    /// Number of the paper.
    PaperNumber,
    /// Telephone.
    Phone,
    /// Address.
    Address,
    /// Relation to the first buyer.
    Relation,
}

/// What is to be changed about a buyer in the contract.
#[boundary]
pub struct BuyerEdit {
    /// The customer.
    pub customer: Text,
    /// Which of his data.
    pub field: BuyerField,
    /// What it is from now on.
    pub value: Label,
}

/// What was changed about a buyer in the contract.
#[boundary]
pub struct BuyerEdited {
    /// The customer.
    pub customer: Text,
    /// Which of his data.
    pub field: BuyerField,
    /// What it was, if it was known.
    pub old: Option<Label>,
    /// What it is from then on.
    pub new: Label,
    /// Who did it.
    pub by: Text,
    /// When.
    pub at: Time,
    /// Why.
    pub reason: Option<Label>,
    /// The request by which it was approved.
    pub approval: Option<Text>,
}

impl BuyerDetails {
    /// What is known of one of his data.
    pub(in crate::deal) fn value(&self, field: BuyerField) -> Option<Label> {
        let label = |text: &Text| Label::from(text.as_str());
        match field {
            BuyerField::Name => self.name.clone(),
            BuyerField::PaperKind => self.paper_kind.clone(),
            BuyerField::PaperNumber => self.paper_number.as_ref().map(label),
            BuyerField::Phone => self.phone.as_ref().map(label),
            BuyerField::Address => self.address.clone(),
            BuyerField::Relation => self.relation.clone(),
        }
    }

    /// Sets one of his data.
    pub(in crate::deal) fn set(&mut self, field: BuyerField, value: Label) {
        let text = |value: &Label| Some(Text::from(value.as_str()));
        match field {
            BuyerField::Name => self.name = Some(value),
            BuyerField::PaperKind => self.paper_kind = Some(value),
            BuyerField::PaperNumber => self.paper_number = text(&value),
            BuyerField::Phone => self.phone = text(&value),
            BuyerField::Address => self.address = Some(value),
            BuyerField::Relation => self.relation = Some(value),
        }
    }
}
