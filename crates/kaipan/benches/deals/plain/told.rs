//! What is told beside a booking.

use super::Desk;
use super::price::total;
use kaipan::error::Code;
use kaipan::money::{MoneyCategory, category};

impl Desk<'_> {
    /// What a person should read, though it stops nothing.
    pub(super) fn told(&self) -> Vec<Code> {
        let (draft, unit) = (self.draft, self.unit);
        let mut told = Vec::new();
        if let (Some(amount), Some(list)) =
            (draft.amount, total(unit.list_price, unit.building_area, unit.list_total))
            && i128::from(amount.fen()) > (i128::from(list.fen()) * 2 + 5) / 10
        {
            told.push(Code::DealBookingLarge);
        }
        for one in self.context.received.iter().flatten() {
            if one.category.is_none() && category(&one.item) == MoneyCategory::Other {
                told.push(Code::DealMoneyUnknown);
            }
        }
        if !self.facts.is_new
            && self.facts.supervised_account.is_some()
            && self.astray().any(|one| one.account.is_some())
        {
            told.push(Code::DealMoneyElsewhere);
        }
        match draft.until {
            None => told.push(Code::DealNoLastDay),
            Some(day) if day.days_since(self.today) > 366 => told.push(Code::DealDayFar),
            Some(_) => {}
        }
        told
    }
}
