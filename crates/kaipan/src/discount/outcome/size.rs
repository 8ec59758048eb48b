//! Discounts that are almost surely a mistake: those that take most of the price, or nothing.

use crate::discount::choice::{Wanted, wanted_as};
use crate::discount::deal::List;
use crate::discount::discounting::Discounting;
use crate::discount::ratio::{percent, share_of};
use crate::discount::scheme::Discount;
use crate::discount::stack::{Item, Stacked};
use crate::error::{Code, Error, Finding, Result};
use crate::number::{Exact, Money, Rate, Unrounded};

/// Share off the list price above which a discount has to be confirmed, where the scheme does not
/// say.
const CONFIRM_ABOVE: Rate = Rate::from_millionths(300_000);

impl Discounting<'_> {
    /// What stands out in the size of the discounts, one by one and all together.
    pub(crate) fn sizes(
        &self,
        list: &List,
        deal: &Stacked,
        items: &[Item<'_>],
        taken: &[Money],
        wanted: &[Wanted<'_>],
    ) -> Result<Vec<Finding>> {
        let threshold = self.scheme.limits.confirm_above.unwrap_or(CONFIRM_ABOVE);
        let most = Unrounded::from(threshold);
        let is_large = |share: &Unrounded| Ok::<_, Error>(share.compare(&most)?.is_gt());
        let sized = |error: Error, amount: Money, share: &Unrounded| -> Result<Error> {
            let error = error.with("amount", amount).with("percent", percent(share)?);
            Ok(error.with("threshold", Exact::counted(threshold.millionths().into(), 4)))
        };
        let (large, together) = match self.confirmed {
            true => (Code::DiscountLargeConfirmed, Code::DiscountLargeTogetherConfirmed),
            false => (Code::DiscountLarge, Code::DiscountLargeTogether),
        };
        let (mut findings, mut is_said) = (Vec::new(), false);
        let changing = || items.iter().zip(taken).filter(|(item, _)| !item.is_gift());
        for (item, amount) in changing() {
            let discount = item.discount;
            let mut add = |error: Error| {
                let error = match wanted_as(wanted, &discount.code) {
                    Some(wanted) => wanted.error(error),
                    None => error,
                };
                findings.push(Finding::from(&error));
            };
            let share = share_of(*amount, list.total)?;
            if amount.is_zero() {
                add(discount.error(Code::DiscountTakesNothing));
            } else if is_large(&share)? {
                is_said = changing().count() == 1;
                add(sized(discount.error(large), *amount, &share)?);
            }
        }
        let off = list.total.checked_sub(deal.total);
        let off = off.ok_or_else(|| Error::new(Code::NumberOverflow))?;
        let share = share_of(off, list.total)?;
        if is_large(&share)? && !is_said && changing().next().is_some() {
            let all = |of: fn(&Discount) -> &str| {
                changing().map(|(item, _)| of(item.discount)).collect::<Vec<_>>().join(", ")
            };
            let error = sized(Error::new(together), off, &share)?
                .with_long("codes", all(|discount| discount.code.as_str()))
                .with_long("names", all(Discount::shown))
                .with_long("names_en", all(Discount::english));
            findings.push(Finding::from(&error));
        }
        Ok(findings)
    }
}
