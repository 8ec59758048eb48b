//! What a table of approvals must hold before it is asked.

use super::asked::Scope;
use super::table::{AuthorityRule, AuthorityTable, LimitsApplyTo};
use crate::check::{Must, with_repeats};
use crate::discount::scheme::check::VALUE;
use crate::error::{Code, Error, Finding, Result, finding};
use crate::number::{Money, Rate};

impl AuthorityTable {
    /// Only what special discounts take off counts.
    pub(crate) fn is_special_only(&self) -> bool {
        self.limits_apply_to == LimitsApplyTo::SpecialOnly
    }

    /// Refuses tables without roles or with a gap: somebody must be able to approve any price.
    pub(crate) fn validate(&self, scope: Scope<'_>) -> Result<()> {
        let mut errors = Vec::new();
        let rules =
            with_repeats(&self.rules, |rule| (&rule.role, &rule.projects, &rule.product_types));
        for (at, rule, again) in rules {
            let place = |error: Error| error.at(at).at("rules");
            let ratio = |field: &'static str, value: Option<Rate>| {
                Must::BeShare.refused(VALUE, field, value?)
            };
            let amount = |field: &'static str, value: Option<Money>| {
                Must::NotBeNegative.refused(VALUE, field, value?)
            };
            errors.extend(ratio("min_effective", rule.min_effective).map(place));
            errors.extend(ratio("max_share_off", rule.max_share_off).map(place));
            errors.extend(amount("max_total_off", rule.max_total_off).map(place));
            for (row, limit) in rule.reason_limits.iter().enumerate() {
                let inner = |error: Error| place(error.at(row).at("reason_limits"));
                errors.extend(ratio("max_share_off", limit.max_share_off).map(inner));
                errors.extend(amount("max_total_off", limit.max_total_off).map(inner));
            }
            if again.is_some() {
                let error = Error::new(Code::DiscountAuthorityRoleTwice).with("role", &rule.role);
                errors.push(place(error.at("role")));
            }
        }
        let in_charge = || self.rules.iter().filter(|rule| rule.in_charge(scope));
        match in_charge().next_back() {
            None => errors.push(Error::new(Code::DiscountAuthorityEmpty).at("rules")),
            // Any role without limits closes the table; if none is, the highest has the gap.
            Some(highest) if !in_charge().any(AuthorityRule::is_open) => {
                for (zh, en) in highest.gaps() {
                    let error = Error::new(Code::DiscountAuthorityGap);
                    errors.push(error.with("gap_zh", zh).with("gap_en", en).at("rules"));
                }
            }
            Some(_) => {}
        }
        Error::collect(errors)
    }

    /// Higher roles that may approve less than the one below.
    pub(super) fn out_of_order(&self, scope: Scope<'_>) -> Vec<Finding> {
        let rules: Vec<&AuthorityRule> =
            self.rules.iter().filter(|rule| rule.in_charge(scope)).collect();
        let pairs = rules.iter().zip(rules.iter().skip(1));
        let tighter = pairs.filter(|(lower, higher)| higher.is_tighter_than(lower));
        tighter
            .map(|(lower, higher)| {
                finding!(Code::DiscountAuthorityOrder, role = higher.role, lower = lower.role)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(role: &str) -> AuthorityRule {
        AuthorityRule::new(role).with_may_break_floor(true)
    }

    #[test]
    fn one_role_without_limits_closes_the_table() {
        let mut limited = role("A");
        limited.max_share_off = Some("0.05".parse().unwrap());
        // Also when it is not the highest.
        assert!(
            AuthorityTable::new(vec![role("B"), limited.clone()]).validate((None, None)).is_ok()
        );
        let error = AuthorityTable::new(vec![role("B"), limited.clone()]);
        assert!(error.out_of_order((None, None)).len() == 1);
        let error = AuthorityTable::new(vec![limited.clone()]).validate((None, None)).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::DiscountAuthorityGap, "/rules"));
        // Limits that forbid nothing are none.
        limited.max_share_off = Some(Rate::ONE);
        limited.min_effective = Some(Rate::ZERO);
        assert!(AuthorityTable::new(vec![limited]).validate((None, None)).is_ok());
        // A role that is not in charge does not close it.
        let mut other = role("B");
        other.projects = vec!["P2".into()];
        let error = AuthorityTable::new(vec![other]).validate((Some("P1"), None)).unwrap_err();
        assert_eq!(error.code(), Code::DiscountAuthorityEmpty);
    }
}
