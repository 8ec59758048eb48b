//! What two records can have in common, and how sure that makes it.

use kaipan_derive::boundary;

/// How surely a customer is there already.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum MatchLevel {
    /// The same customer.
    Same,
    /// Perhaps the same customer: a person has to look.
    Suspect,
    /// Nobody like that is there.
    New,
}

/// What two records can have in common.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum MatchClue {
    /// The number of a paper, an old identity number turned into a new one.
    Paper,
    /// The number of a member card.
    MemberCard,
    /// A whole phone number.
    Phone,
    /// Phone numbers that may be one, since the middle of at least one of them is hidden.
    MaskedPhone,
    /// A name, by [`name_key`](crate::customer::name_key); other names count.
    Name,
    /// The last four digits of a phone number.
    PhoneTail,
    /// The day of birth; that in an identity number counts.
    BirthDate,
}

impl MatchClue {
    /// In Chinese.
    pub(crate) fn chinese(self) -> &'static str {
        match self {
            MatchClue::Paper => "证件号",
            MatchClue::MemberCard => "会员卡号",
            MatchClue::Phone => "电话",
            MatchClue::MaskedPhone => "隐去中间几位的电话",
            MatchClue::Name => "姓名",
            MatchClue::PhoneTail => "电话后四位",
            MatchClue::BirthDate => "出生日期",
        }
    }
}
