//! Who has to approve a price (handbook §3.4): the lowest role whose limits cover it.

use super::asked::{AskedPrice, Scope};
use super::authority::{
    Approval, AuthorityRule, AuthorityTable, LimitsApplyTo, ReasonLimit, RoleVerdict,
};
use super::check::out_of_range;
use super::ratio::Ratio;
use crate::Text;
use crate::error::{Code, Error, Finding, Input, Result};
use crate::number::{Money, Rate};
use crate::scale;
use std::fmt::Display;

/// Who has to approve, and what a reader of the table should know.
pub(crate) fn approve(
    table: &AuthorityTable,
    priced: &AskedPrice<'_>,
) -> Result<(Approval, Vec<Finding>)> {
    let (special_only, scope) = (table.is_special_only(), priced.scope);
    let base = if special_only { priced.standard() } else { priced.list_total };
    let amount = base.checked_sub(priced.deal_total);
    let amount = amount.ok_or_else(|| Error::new(Code::NumberOverflow))?.max(Money::ZERO);
    let effective =
        if base.is_zero() { Ratio::ONE } else { Ratio::new(priced.deal_total.fen(), base.fen())? };
    let asked = Asked { effective, amount, base, priced };
    let mut roles = Vec::with_capacity(table.rules.len());
    let mut lowest: Option<&AuthorityRule> = None;
    for rule in &table.rules {
        let why = if rule.in_charge(scope) {
            asked.beyond(rule)?
        } else {
            vec![Finding::new(Code::DiscountAuthorityScope, &[])]
        };
        let may_approve = why.is_empty();
        lowest = lowest.or(may_approve.then_some(rule));
        roles.push(RoleVerdict { role: rule.role.clone(), may_approve, why });
    }
    let discounted = if special_only { priced.special } else { amount.is_positive() };
    let needed = lowest.filter(|_| discounted || priced.below_floor);
    let approval = Approval {
        role: needed.map(|rule| rule.role.clone()),
        role_en: needed.map(|rule| rule.role_en.clone().unwrap_or_else(|| (&rule.role).into())),
        effective_discount: effective.to_rate()?,
        discount_amount: amount,
        below_floor: priced.below_floor,
        roles,
    };
    let mut findings = table.out_of_order(scope);
    findings.extend(unusual(table));
    Ok((approval, findings))
}

/// Limits that are unusual.
fn unusual(table: &AuthorityTable) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, rule) in table.rules.iter().enumerate() {
        let least = scale::optional(scale::MIN_EFFECTIVE, rule.min_effective);
        let most = scale::optional(scale::MAX_SHARE_OFF, rule.max_share_off);
        let of_reasons = rule.reason_limits.iter().enumerate().filter_map(|(row, limit)| {
            let found = scale::optional(scale::MAX_SHARE_OFF, limit.max_share_off)?;
            Some(found.at("max_share_off").at(row).at("reason_limits"))
        });
        let least = least.map(|found| found.at("min_effective"));
        let most = most.map(|found| found.at("max_share_off"));
        let found = least.into_iter().chain(most).chain(of_reasons);
        findings.extend(found.map(|one| one.at(at).at("rules").within(Input::Authority)));
    }
    findings
}

/// What limits are compared with.
struct Asked<'a> {
    effective: Ratio,
    amount: Money,
    /// What shares are taken of.
    base: Money,
    priced: &'a AskedPrice<'a>,
}

impl Asked<'_> {
    /// What goes beyond a role's limits.
    fn beyond(&self, rule: &AuthorityRule) -> Result<Vec<Finding>> {
        let mut why = Vec::new();
        let effective = self.effective;
        if let Some(limit) = rule.min_effective
            && effective.compare(limit).is_lt()
        {
            let shown = effective.to_rate()?;
            why.push(found(Code::DiscountAuthorityEffective, "effective", &shown, &limit));
        }
        if let Some(limit) = rule.max_share_off {
            let off = effective.rest();
            if off.compare(limit).is_gt() {
                let off = off.to_rate()?;
                why.push(found(Code::DiscountAuthorityPoints, "share_off", &off, &limit));
            }
        }
        if let Some(limit) = rule.max_total_off.filter(|limit| self.amount > *limit) {
            why.push(found(Code::DiscountAuthorityAmount, "amount", &self.amount, &limit));
        }
        if self.priced.below_floor && !rule.may_break_floor {
            why.push(Finding::new(Code::DiscountAuthorityFloor, &[]));
        }
        for limit in &rule.reason_limits {
            self.beyond_reason(limit, &mut why)?;
        }
        Ok(why)
    }

    fn beyond_reason(&self, limit: &ReasonLimit, why: &mut Vec<Finding>) -> Result<()> {
        let of_reason = self.priced.by_reason.iter().filter(|one| one.reason == limit.reason);
        let amount = Money::sum(of_reason.map(|one| one.amount))?;
        let share = match self.base.is_zero() {
            true => Ratio::ZERO,
            false => Ratio::new(amount.fen(), self.base.fen())?,
        };
        let reason = limit.reason;
        let params = |shown: &dyn Display| {
            let params: [(&str, &dyn Display); 4] = [
                ("reason_zh", &reason.chinese()),
                ("reason", &reason.as_str()),
                ("amount", &amount),
                ("limit", shown),
            ];
            Finding::new(Code::DiscountAuthorityReason, &params)
        };
        if let Some(most) = limit.max_total_off.filter(|most| amount > *most) {
            why.push(params(&most));
        }
        if let Some(most) = limit.max_share_off
            && share.compare(most).is_gt()
        {
            why.push(params(&most));
        }
        Ok(())
    }
}

fn found(code: Code, name: &str, value: &dyn Display, limit: &dyn Display) -> Finding {
    Finding::new(code, &[(name, value), ("limit", limit)])
}

impl AuthorityRule {
    fn in_charge(&self, (project, product): Scope<'_>) -> bool {
        let covers = |list: &[Text], value: Option<&str>| {
            list.is_empty() || value.is_some_and(|value| list.iter().any(|one| one == value))
        };
        covers(&self.projects, project) && covers(&self.product_types, product)
    }

    /// What is beyond this role even without looking at a deal, in both languages.
    fn gaps(&self) -> Vec<(String, String)> {
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
            gaps.push((zh, format!("discounts beyond the limit for {}", reason.as_str())));
        }
        gaps
    }

    /// Nothing is beyond this role: it has no gaps.
    fn is_open(&self) -> bool {
        self.min_effective.is_none_or(|least| !least.is_positive())
            && self.max_share_off.is_none_or(|most| most >= Rate::ONE)
            && self.max_total_off.is_none()
            && self.may_break_floor
            && self.reason_limits.is_empty()
    }

    /// A limit of this role is tighter than that of a lower one.
    fn is_tighter_than(&self, lower: &AuthorityRule) -> bool {
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

impl AuthorityTable {
    /// Only what special discounts take off counts.
    pub(crate) fn is_special_only(&self) -> bool {
        self.limits_apply_to == LimitsApplyTo::SpecialOnly
    }

    /// Refuses tables without roles or with a gap: somebody must be able to approve any price.
    pub(crate) fn validate(&self, scope: Scope<'_>) -> Result<()> {
        let mut errors = Vec::new();
        for (at, rule) in self.rules.iter().enumerate() {
            let place = |error: Error| error.at(at).at("rules");
            let ratio = |field: &'static str, value: Option<Rate>| {
                let bad = value.filter(|rate| rate.is_negative() || *rate > Rate::ONE)?;
                Some(out_of_range(field, bad, "在 0 与 1 之间", "from 0 to 1"))
            };
            let amount = |field: &'static str, value: Option<Money>| {
                let bad = value.filter(|amount| amount.is_negative())?;
                Some(out_of_range(field, bad, "不小于 0", "at least 0"))
            };
            errors.extend(ratio("min_effective", rule.min_effective).map(place));
            errors.extend(ratio("max_share_off", rule.max_share_off).map(place));
            errors.extend(amount("max_total_off", rule.max_total_off).map(place));
            for (row, limit) in rule.reason_limits.iter().enumerate() {
                let inner = |error: Error| place(error.at(row).at("reason_limits"));
                errors.extend(ratio("max_share_off", limit.max_share_off).map(inner));
                errors.extend(amount("max_total_off", limit.max_total_off).map(inner));
            }
            let twice = self.rules.iter().take(at).any(|other| {
                other.role == rule.role
                    && other.projects == rule.projects
                    && other.product_types == rule.product_types
            });
            if twice {
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
    fn out_of_order(&self, scope: Scope<'_>) -> Vec<Finding> {
        let rules: Vec<&AuthorityRule> =
            self.rules.iter().filter(|rule| rule.in_charge(scope)).collect();
        let pairs = rules.iter().zip(rules.iter().skip(1));
        let tighter = pairs.filter(|(lower, higher)| higher.is_tighter_than(lower));
        tighter
            .map(|(lower, higher)| {
                let params: [(&str, &dyn Display); 2] =
                    [("role", &higher.role), ("lower", &lower.role)];
                Finding::new(Code::DiscountAuthorityOrder, &params)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(role: &str) -> AuthorityRule {
        AuthorityRule {
            role: role.into(),
            role_en: None,
            projects: vec![],
            product_types: vec![],
            min_effective: None,
            max_share_off: None,
            max_total_off: None,
            may_break_floor: true,
            reason_limits: vec![],
        }
    }

    fn table(rules: Vec<AuthorityRule>) -> AuthorityTable {
        AuthorityTable { version: None, limits_apply_to: LimitsApplyTo::AllDiscounts, rules }
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
    fn one_role_without_limits_closes_the_table() {
        let mut limited = role("A");
        limited.max_share_off = Some("0.05".parse().unwrap());
        // Also when it is not the highest.
        assert!(table(vec![role("B"), limited.clone()]).validate((None, None)).is_ok());
        let error = table(vec![role("B"), limited.clone()]);
        assert!(error.out_of_order((None, None)).len() == 1);
        let error = table(vec![limited.clone()]).validate((None, None)).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (Code::DiscountAuthorityGap, "/rules"));
        // Limits that forbid nothing are none.
        limited.max_share_off = Some(Rate::ONE);
        limited.min_effective = Some(Rate::ZERO);
        assert!(table(vec![limited]).validate((None, None)).is_ok());
        // A role that is not in charge does not close it.
        let mut other = role("B");
        other.projects = vec!["P2".into()];
        let error = table(vec![other]).validate((Some("P1"), None)).unwrap_err();
        assert_eq!(error.code(), Code::DiscountAuthorityEmpty);
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

    #[test]
    fn deals_above_the_list_price_need_nobody() {
        let priced = AskedPrice::new(Money::from_fen(100), Money::from_fen(101));
        let mut tight = role("A");
        tight.min_effective = Some(Rate::ONE);
        let (approval, _) = approve(&table(vec![tight]), &priced).unwrap();
        assert_eq!(approval.role, None);
        assert_eq!(approval.discount_amount, Money::ZERO);
        assert_eq!(approval.effective_discount.to_string(), "1.01");
        assert!(approval.roles[0].may_approve);
    }

    #[test]
    fn a_standard_total_of_nothing_is_the_whole() {
        let table = AuthorityTable {
            limits_apply_to: LimitsApplyTo::SpecialOnly,
            ..table(vec![role("A")])
        };
        let priced = AskedPrice {
            standard_total: Some(Money::ZERO),
            special: true,
            ..AskedPrice::new(Money::from_fen(100), Money::ZERO)
        };
        let (approval, _) = approve(&table, &priced).unwrap();
        assert_eq!(approval.effective_discount, Rate::ONE);
        assert_eq!(approval.role.as_deref(), Some("A"));
    }
}
