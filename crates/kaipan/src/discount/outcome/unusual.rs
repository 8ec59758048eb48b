//! Rates of discounts and their limits that are almost surely in a wrong scale.

use crate::discount::choice::{Wanted, wanted_as};
use crate::discount::discounting::Discounting;
use crate::discount::scheme::DiscountKind;
use crate::discount::stack::Item;
use crate::error::{Finding, Input};
use crate::number::Rate;
use crate::scale;

impl Discounting<'_> {
    /// Rates of the discounts given, of limits and rules that are unusual.
    pub(super) fn unusual(&self, items: &[Item<'_>], wanted: &[Wanted<'_>]) -> Vec<Finding> {
        let mut findings = self.rules.unusual();
        findings.extend(items.iter().filter_map(|item| {
            let (field, found) = of_value(item.value)?;
            Some(self.placed(item, field, found, wanted))
        }));
        let limits = &self.scheme.limits;
        // A limit of 1 is written to switch the question off.
        let confirm = limits.confirm_above.filter(|limit| *limit != Rate::ONE);
        let fields = [
            ("max_share_off", scale::optional(scale::MAX_SHARE_OFF, limits.max_share_off)),
            ("confirm_above", scale::optional(scale::CONFIRM_ABOVE, confirm)),
        ];
        for (field, found) in fields {
            findings.extend(found.map(|found| found.at(field).at("limits").within(Input::Scheme)));
        }
        findings
    }

    /// At the value that counts: the one agreed with the choice, that of a tier, or the discount's.
    fn placed(
        &self,
        item: &Item<'_>,
        field: &'static str,
        found: Finding,
        wanted: &[Wanted<'_>],
    ) -> Finding {
        let found = found.at(field).at("value");
        let agreed = wanted_as(wanted, &item.discount.code).filter(|one| one.value.is_some());
        if let Some(agreed) = agreed {
            return agreed.placed(found);
        }
        let found = match item.discount.tier_for(self.facts) {
            Some((tier, _)) => found.at(tier).at("tiers"),
            None => found,
        };
        let known = self.scheme.discounts.iter();
        let at = known.take_while(|known| known.code != item.discount.code).count();
        found.at(at).at("discounts").within(Input::Scheme)
    }
}

/// Rates below it take so much off that the size of the discount is told.
const HALF: Rate = Rate::from_millionths(500_000);

/// What there is to say about a value, and its field. A rate of 1 is told as one that takes nothing
/// off.
fn of_value(value: &DiscountKind) -> Option<(&'static str, Finding)> {
    match value {
        DiscountKind::Points { off } => Some(("off", scale::rate(scale::OFF, *off)?)),
        DiscountKind::Rate { rate } if (HALF..Rate::ONE).contains(rate) => {
            Some(("rate", scale::rate(scale::PAY, *rate)?))
        }
        _ => None,
    }
}
