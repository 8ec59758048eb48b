//! What a change of plan, unit, date or buyer does to a deal's discounts (handbook §3.5).

use crate::Text;
use crate::discount::deal::{ChosenDiscount, Ineligible};
use crate::discount::discounting::Discounting;
use crate::discount::outcome::{DiscountOutcome, RemovedDiscount};
use crate::error::{Code, Error, Input, InputPlace, Result, Told, both, told};
use crate::number::Money;
use kaipan_derive::boundary;

/// What a change does to a deal's discounts.
#[boundary(answer)]
pub struct Reevaluation {
    /// The price before.
    pub before: DiscountOutcome,
    /// The price after; discounts whose conditions no longer hold are gone.
    pub after: DiscountOutcome,
    /// Discounts that were given before and are lost, with every reason.
    #[boundary(required)]
    pub lost: Vec<RemovedDiscount>,
    /// Codes of discounts that are new.
    #[boundary(required)]
    pub gained: Vec<Text>,
    /// Deal total after − before: what the buyer pays more (or, below zero, less).
    pub difference: Money,
}

told!(Reevaluation: before, after, lost);

impl Discounting<'_> {
    /// Looks at the discounts of this deal again after it has changed.
    ///
    /// Conditions are looked at as of this deal's subscription date, on-time discounts with the
    /// signing date of the changed deal; what does not hold is left out, before and after. Scheme
    /// and table of approvals of this deal hold for both. Places in the list price, the unit, the
    /// rules, the facts and the choice of the two deals are fields of [`Input::Before`] and
    /// [`Input::After`]: `/after/list/area`.
    ///
    /// ```
    /// use kaipan::discount::{
    ///     ChosenDiscount, DealFacts, Discount, DiscountConditions, DiscountKind, DiscountScheme,
    ///     Discounting, ListPrice,
    /// };
    ///
    /// let lump_sum_only = DiscountConditions::default().with_plans(vec!["LUMP".into()]);
    /// let rate = DiscountKind::rate("0.97".parse()?);
    /// let lump_sum = Discount::new("L", "一次性付款", rate).with_conditions(lump_sum_only);
    /// let scheme = DiscountScheme::new("2026", vec![lump_sum]);
    /// let list = ListPrice::new("100".parse()?).with_total("1000000".parse()?);
    /// let facts = DealFacts::new("2026-05-01".parse()?).with_plan("LUMP");
    /// // The buyer takes a loan after all.
    /// let later = facts.clone().with_plan("LOAN");
    ///
    /// let deal = Discounting::new(&scheme, &list, &facts);
    /// let chosen = [ChosenDiscount::new("L")];
    /// let after = Discounting::new(&scheme, &list, &later);
    /// let change = deal.reevaluate(&chosen, &after, &chosen)?;
    /// assert_eq!(change.lost[0].code, "L");
    /// assert_eq!(change.difference, "30000".parse()?);
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Discounting::apply`], for both deals.
    pub fn reevaluate(
        &self,
        chosen: &[ChosenDiscount],
        after: &Discounting<'_>,
        chosen_after: &[ChosenDiscount],
    ) -> Result<Reevaluation> {
        let mut later = after.facts.clone();
        later.subscription_date = self.facts.subscription_date;
        let before = Discounting { ineligible: Ineligible::Remove, ..*self };
        let after = Discounting {
            scheme: self.scheme,
            authority: self.authority,
            facts: &later,
            ineligible: Ineligible::Remove,
            ..*after
        };
        let policies = before.shared(&after);
        let before = before.outcome_of(chosen, before.check_deal());
        let before = before.moved(&|input| side(Input::Before, input));
        let after = after.outcome_of(chosen_after, after.check_deal());
        let after = after.moved(&|input| side(Input::After, input));
        let (_, (before, after)) = both(policies, both(before, after))?;
        Reevaluation::between(before, after)
    }

    /// What both deals share: the scheme, and the roles in charge.
    fn shared(&self, after: &Discounting<'_>) -> Result<()> {
        // Other roles may be in charge of another unit.
        let roles = match (self.check_authority(), after.check_authority()) {
            (Err(one), Err(two)) if one == two => Err(two),
            (one, two) => both(one, two).map(drop),
        };
        both(self.check_scheme(), roles).map(drop)
    }
}

/// Where an input of one of the two deals is: a field of the deal, unless both share it.
fn side(deal: Input, input: Input) -> Option<InputPlace> {
    let is_shared = matches!(input, Input::Scheme | Input::Authority);
    (!is_shared).then(|| InputPlace::of(deal).then(input.name()))
}

impl Reevaluation {
    fn between(before: DiscountOutcome, after: DiscountOutcome) -> Result<Reevaluation> {
        let has = |outcome: &DiscountOutcome, code: &str| {
            outcome.applied.iter().any(|applied| applied.code == code)
        };
        let gone = before.applied.iter().filter(|applied| !has(&after, &applied.code));
        let lost = gone.map(|applied| {
            let known = after.removed.iter().find(|removed| removed.code == applied.code);
            // Without a reason it was simply not chosen again.
            let dropped = || RemovedDiscount { code: applied.code.clone(), why: Vec::new() };
            known.cloned().unwrap_or_else(dropped)
        });
        let new = after.applied.iter().filter(|applied| !has(&before, &applied.code));
        let difference = after.deal_total.checked_sub(before.deal_total);
        Ok(Reevaluation {
            lost: lost.collect(),
            gained: new.map(|applied| applied.code.clone()).collect(),
            difference: difference.ok_or_else(|| Error::new(Code::NumberOverflow))?,
            before,
            after,
        })
    }
}
