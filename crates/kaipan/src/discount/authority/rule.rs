//! What one role may approve.

use super::asked::Scope;
use super::table::AuthorityRule;
use crate::Text;
use crate::number::{Money, Rate};

impl AuthorityRule {
    pub(super) fn in_charge(&self, (project, product): Scope<'_>) -> bool {
        let covers = |list: &[Text], value: Option<&str>| {
            list.is_empty() || value.is_some_and(|value| list.iter().any(|one| one == value))
        };
        covers(&self.projects, project) && covers(&self.product_types, product)
    }

    /// What is beyond this role even without looking at a deal, in both languages.
    pub(super) fn gaps(&self) -> Vec<(String, String)> {
        let mut gaps = Vec::new();
        if let Some(least) = self.min_effective.filter(|least| least.is_positive()) {
            gaps.push((format!("低于 {least} 的折扣"), format!("a discount below {least}")));
        }
        if let Some(most) = self.max_share_off.filter(|most| *most < Rate::ONE) {
            gaps.push((format!("超过 {most} 的优惠"), format!("more than {most} off")));
        }
        if let Some(most) = self.max_total_off {
            gaps.push((format!("超过 {most} 元的优惠"), format!("more than {most} yuan off")));
        }
        if !self.may_break_floor {
            gaps.push(("低于底价的价格".to_owned(), "a price below the floor price".to_owned()));
        }
        if !self.reason_limits.is_empty() {
            let reason = self.reason_limits.first().map(|limit| limit.reason).unwrap_or_default();
            let zh = format!("超过限额的{}优惠", reason.chinese());
            gaps.push((zh, format!("discounts beyond the limit for {}", reason.word())));
        }
        gaps
    }

    /// Nothing is beyond this role: it has no gaps.
    pub(super) fn is_open(&self) -> bool {
        self.min_effective.is_none_or(|least| !least.is_positive())
            && self.max_share_off.is_none_or(|most| most >= Rate::ONE)
            && self.max_total_off.is_none()
            && self.may_break_floor
            && self.reason_limits.is_empty()
    }

    /// A limit of this role is tighter than that of a lower one.
    pub(super) fn is_tighter_than(&self, lower: &AuthorityRule) -> bool {
        // Points are the other way to say the lowest effective discount.
        let least = |rule: &AuthorityRule| {
            let points = rule.max_share_off.and_then(|most| Rate::ONE.checked_sub(most));
            rule.min_effective.unwrap_or(Rate::ZERO).max(points.unwrap_or(Rate::ZERO))
        };
        let amount = |rule: &AuthorityRule| rule.max_total_off.unwrap_or(Money::MAX);
        least(self) > least(lower)
            || amount(self) < amount(lower)
            || (lower.may_break_floor && !self.may_break_floor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(role: &str) -> AuthorityRule {
        AuthorityRule::new(role).with_may_break_floor(true)
    }

    #[test]
    fn scope_is_project_and_product() {
        let mut one = role("A");
        one.projects = vec!["P1".into(), "P2".into()];
        one.product_types = vec!["villa".into()];
        for (scope, covers) in [
            ((Some("P1"), Some("villa")), true),
            ((Some("P3"), Some("villa")), false),
            ((Some("P1"), Some("shop")), false),
            ((None, Some("villa")), false),
            ((Some("P1"), None), false),
        ] {
            assert_eq!(one.in_charge(scope), covers, "{scope:?}");
        }
        assert!(role("B").in_charge((None, None)));
    }

    #[test]
    fn higher_roles_with_less() {
        let with = |change: &dyn Fn(&mut AuthorityRule)| {
            let mut one = role("X");
            change(&mut one);
            one
        };
        let rate = |text: &str| Some(text.parse::<Rate>().unwrap());
        let low = with(&|one| one.min_effective = rate("0.97"));
        assert!(!with(&|one| one.max_share_off = rate("0.03")).is_tighter_than(&low));
        assert!(!with(&|one| one.max_share_off = rate("0.05")).is_tighter_than(&low));
        assert!(with(&|one| one.max_share_off = rate("0.029999")).is_tighter_than(&low));
        assert!(with(&|one| one.max_total_off = Some(Money::ZERO)).is_tighter_than(&low));
        assert!(with(&|one| one.may_break_floor = false).is_tighter_than(&low));
        // Both forms at once: the tighter one binds.
        let both = with(&|one| {
            one.min_effective = rate("0.9");
            one.max_share_off = rate("0.01");
        });
        assert!(both.is_tighter_than(&low) && !low.is_tighter_than(&both));
    }
}
