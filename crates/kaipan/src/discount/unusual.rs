//! Rates of discounts and their limits that are almost surely in a wrong scale.

use super::apply::Terms;
use super::choice::Wanted;
use super::kind::DiscountKind;
use super::stack::Item;
use crate::error::Finding;
use crate::number::Rate;
use crate::scale;

impl Terms<'_> {
    /// Rates of the discounts given, of limits and rules that are unusual.
    pub(super) fn unusual(&self, items: &[Item<'_>], wanted: Wanted<'_>) -> Vec<Finding> {
        let rules = self.rules.unusual().into_iter();
        let mut findings: Vec<Finding> =
            rules.map(|found| found.moved_text(&[("/rules", "/checks/rules")])).collect();
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
            findings.extend(found.map(|found| found.path(format!("/scheme/limits/{field}"))));
        }
        findings
    }

    /// At the value that counts: the one agreed with the choice, that of a tier, or the discount's.
    fn placed(
        &self,
        item: &Item<'_>,
        field: &'static str,
        found: Finding,
        wanted: Wanted<'_>,
    ) -> Finding {
        let agreed = wanted.chosen.iter().position(|chosen| {
            chosen.value.as_ref().is_some_and(|value| std::ptr::eq(value, item.value))
        });
        if let Some(at) = agreed {
            let error = found.to_error().at(field).at("value");
            let place = Finding::from(&(wanted.place)(at, error)).path;
            return Finding { path: place, ..found };
        }
        let known = self.scheme.discounts.iter();
        let at = known.take_while(|known| known.code != item.discount.code).count();
        let mut tiers = item.discount.tiers.iter();
        let value = match tiers.position(|tier| std::ptr::eq(&tier.value, item.value)) {
            Some(tier) => format!("tiers/{tier}/value"),
            None => "value".to_owned(),
        };
        found.path(format!("/scheme/discounts/{at}/{value}/{field}"))
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
