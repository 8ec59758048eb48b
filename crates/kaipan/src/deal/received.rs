//! Money received: what kind it is, and what there is of each item after money has moved.

use super::ReceivedMoney;
use crate::Text;
use crate::error::{Code, Error, Result};
use crate::money::{self, LedgerAccount, LedgerEntry, MoneyCategory};
use crate::number::{Money, less};

impl ReceivedMoney {
    /// What kind of money it is: that of the library's item, else what the host says of his own,
    /// else [`MoneyCategory::Other`].
    pub fn kind_of_money(&self) -> MoneyCategory {
        match money::category(&self.item) {
            MoneyCategory::Other => self.category.unwrap_or(MoneyCategory::Other),
            known => known,
        }
    }

    /// It is an item of the library, or the host has said what it is.
    pub(in crate::deal) fn is_known(&self) -> bool {
        self.category.is_some() || money::category(&self.item) != MoneyCategory::Other
    }

    /// Where it lies until the contract: sincerity money, booking money and deposit before the
    /// sale, fees collected for others by themselves, everything else paid in advance.
    pub(in crate::deal) fn lies_in(&self) -> LedgerAccount {
        match self.kind_of_money() {
            _ if self.becomes_deposit() => LedgerAccount::PreSale {},
            MoneyCategory::Collected => LedgerAccount::Collected {},
            _ => LedgerAccount::Prepayment {},
        }
    }

    /// It counts towards the deposit of a subscription, by itself or by what it becomes.
    pub(in crate::deal) fn becomes_deposit(&self) -> bool {
        matches!(self.item.as_str(), money::SINCERITY | money::BOOKING | money::DEPOSIT)
    }

    /// It is the buyer's own money for the house.
    pub(in crate::deal) fn is_own_house(&self) -> bool {
        self.becomes_deposit() || self.kind_of_money() == MoneyCategory::HouseNonLoan
    }

    /// It is money for the house, the buyer's own or lent, or will become it.
    pub(in crate::deal) fn is_house(&self) -> bool {
        self.is_own_house() || self.kind_of_money() == MoneyCategory::HouseLoan
    }

    /// What there is of each item after an entry of a decision. What leaves pre-sale money and
    /// prepayments is taken off, and what becomes of it lies in the account that it lay in. Of what
    /// comes from another deal the account is not known.
    ///
    /// ```
    /// use kaipan::deal::ReceivedMoney;
    /// use kaipan::money::{DEPOSIT, LedgerAccount, LedgerEntry, LedgerLeg, SINCERITY};
    /// let leg = |item: &str, yuan: &str| -> kaipan::Result<LedgerLeg> {
    ///     Ok(LedgerLeg::new(LedgerAccount::PRE_SALE, item, yuan.parse()?))
    /// };
    /// let legs = vec![leg(SINCERITY, "-20000")?, leg(DEPOSIT, "20000")?];
    /// let entry = LedgerEntry::new("1", "2026-09-01".parse()?, "2026-09-01T10:00:00".parse()?, legs);
    /// let before = [ReceivedMoney::new(SINCERITY, "20000".parse()?).with_account("监管户")];
    /// let after = ReceivedMoney::after(&before, &entry)?;
    /// assert_eq!(after, [ReceivedMoney::new(DEPOSIT, "20000".parse()?).with_account("监管户")]);
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Code::NumberOverflow`] for sums beyond any money, [`Code::DealInputMissing`] for an entry
    /// that moves more than was received.
    pub fn after(received: &[ReceivedMoney], entry: &LedgerEntry) -> Result<Vec<ReceivedMoney>> {
        let mut left = received.to_vec();
        let mut moving: Vec<(Option<Text>, Money)> = Vec::new();
        for leg in &entry.legs {
            if leg.amount.is_negative() {
                let out = less(Money::ZERO, leg.amount)?;
                // What the seller pays out of his own, and what comes from another deal, was not
                // received for this one.
                match leg.account {
                    LedgerAccount::ChargeIncome {} | LedgerAccount::Transfer {} => {
                        moving.push((None, out));
                    }
                    _ => moving.extend(take(&mut left, &leg.item, out)?),
                }
                continue;
            }
            let stays = matches!(
                leg.account,
                LedgerAccount::PreSale {}
                    | LedgerAccount::Prepayment {}
                    | LedgerAccount::Collected {}
            );
            for (account, amount) in draw(&mut moving, leg.amount)? {
                if stays {
                    put(&mut left, &leg.item, account, amount)?;
                }
            }
        }
        left.retain(|one| !one.amount.is_zero());
        Ok(left)
    }
}

/// Takes an amount of an item off, and says from which accounts.
fn take(
    left: &mut [ReceivedMoney],
    item: &Text,
    mut amount: Money,
) -> Result<Vec<(Option<Text>, Money)>> {
    let mut taken = Vec::new();
    for one in left.iter_mut().filter(|one| one.item == *item && one.amount.is_positive()) {
        let part = one.amount.min(amount);
        one.amount = less(one.amount, part)?;
        amount = less(amount, part)?;
        if part.is_positive() {
            taken.push((one.account.clone(), part));
        }
    }
    match amount.is_positive() {
        true => Err(Error::new(Code::DealInputMissing).with("input", item)),
        false => Ok(taken),
    }
}

/// Draws an amount from what moves, what came first first.
fn draw(
    moving: &mut Vec<(Option<Text>, Money)>,
    mut amount: Money,
) -> Result<Vec<(Option<Text>, Money)>> {
    let mut drawn = Vec::new();
    for (account, there) in moving.iter_mut() {
        let part = (*there).min(amount);
        *there = less(*there, part)?;
        amount = less(amount, part)?;
        if part.is_positive() {
            drawn.push((account.clone(), part));
        }
    }
    moving.retain(|(_, there)| there.is_positive());
    Ok(drawn)
}

fn put(
    left: &mut Vec<ReceivedMoney>,
    item: &Text,
    account: Option<Text>,
    amount: Money,
) -> Result<()> {
    match left.iter_mut().find(|one| one.item == *item && one.account == account) {
        Some(one) => one.amount = Money::sum([one.amount, amount])?,
        None => {
            let category = left.iter().find(|one| one.item == *item).and_then(|one| one.category);
            left.push(ReceivedMoney { item: item.clone(), amount, account, category });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{BOOKING, DEPOSIT, HOUSE_PAYMENT, LedgerLeg, SINCERITY};

    fn yuan(text: &str) -> Money {
        text.parse().unwrap()
    }

    fn entry(legs: Vec<LedgerLeg>) -> LedgerEntry {
        let (date, time) = ("2026-09-01".parse().unwrap(), "2026-09-01T10:00:00".parse().unwrap());
        LedgerEntry::new("1", date, time, legs)
    }

    fn of(item: &str, amount: &str, account: &str) -> ReceivedMoney {
        ReceivedMoney::new(item, yuan(amount)).with_account(account)
    }

    #[test]
    fn money_keeps_its_account_as_it_becomes_another_item() {
        let before = [of(SINCERITY, "20000", "甲"), of(BOOKING, "10000", "乙")];
        let legs = vec![
            LedgerLeg::new(LedgerAccount::PreSale {}, SINCERITY, yuan("-20000")),
            LedgerLeg::new(LedgerAccount::PreSale {}, DEPOSIT, yuan("20000")),
            LedgerLeg::new(LedgerAccount::PreSale {}, BOOKING, yuan("-10000")),
            LedgerLeg::new(LedgerAccount::PreSale {}, DEPOSIT, yuan("4000")),
            LedgerLeg::new(LedgerAccount::Prepayment {}, HOUSE_PAYMENT, yuan("6000")),
        ];
        let after = ReceivedMoney::after(&before, &entry(legs)).unwrap();
        let expected = [
            of(DEPOSIT, "20000", "甲"),
            of(DEPOSIT, "4000", "乙"),
            of(HOUSE_PAYMENT, "6000", "乙"),
        ];
        assert_eq!(after, expected);
    }

    #[test]
    fn what_is_due_back_or_forfeited_is_no_longer_there() {
        let legs = vec![
            LedgerLeg::new(LedgerAccount::PreSale {}, DEPOSIT, yuan("-30000")),
            LedgerLeg::new(LedgerAccount::ChargeIncome {}, DEPOSIT, yuan("20000")),
            LedgerLeg::new(LedgerAccount::RefundDue {}, DEPOSIT, yuan("10000")),
        ];
        let before = [of(DEPOSIT, "30000", "甲")];
        assert_eq!(ReceivedMoney::after(&before, &entry(legs.clone())).unwrap(), []);
        // The deposit once more, out of the seller's own money.
        let mut twice = legs.clone();
        twice.push(LedgerLeg::new(LedgerAccount::ChargeIncome {}, DEPOSIT, yuan("-30000")));
        twice.push(LedgerLeg::new(LedgerAccount::RefundDue {}, DEPOSIT, yuan("30000")));
        assert_eq!(ReceivedMoney::after(&before, &entry(twice)).unwrap(), []);
        let too_little = [of(DEPOSIT, "29999.99", "甲")];
        let error = ReceivedMoney::after(&too_little, &entry(legs)).unwrap_err();
        assert_eq!(error.code(), Code::DealInputMissing);
    }
}
