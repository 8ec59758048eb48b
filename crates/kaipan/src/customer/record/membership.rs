//! Membership in the club of the developer.

use crate::{Date, Text};
use kaipan_derive::boundary;

/// 会员: membership in the developer's club.
#[boundary]
pub struct Membership {
    /// 会员卡号.
    pub card: Text,
    /// 会员级别.
    pub level: Option<Text>,
    /// 会籍地: the city whose company took the member in.
    pub home: Option<Text>,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

/// The number of a card as it is compared: letters and digits only, letters as capitals.
pub(crate) fn card_key(card: &str) -> String {
    card.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}
