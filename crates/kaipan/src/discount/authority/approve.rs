//! Who has to approve a price (handbook §3.4): the lowest role whose limits cover it.

use super::approval::{Approval, ApprovalNeeded, RoleVerdict};
use super::asked::AskedPrice;
use super::table::{AuthorityRule, AuthorityTable, ReasonLimit};
use crate::discount::ratio::share_of;
use crate::error::{At, Code, Error, Finding, Input, Result, both, finding};
use crate::number::{Money, Rate, Unrounded};
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
    let effective = match base.is_zero() {
        true => Unrounded::ONE,
        false => share_of(priced.deal_total, base)?,
    };
    let effective_discount = effective.to_rate()?;
    let measures = LimitMeasures { effective, effective_discount, amount, base, priced };
    let mut roles = Vec::with_capacity(table.rules.len());
    let mut lowest: Option<&AuthorityRule> = None;
    for rule in &table.rules {
        let why = if rule.in_charge(scope) {
            measures.beyond(rule)?
        } else {
            vec![finding!(Code::DiscountAuthorityScope)]
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
        effective_discount,
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
struct LimitMeasures<'a> {
    effective: Unrounded,
    /// The same as it is shown.
    effective_discount: Rate,
    amount: Money,
    /// What shares are taken of.
    base: Money,
    priced: &'a AskedPrice<'a>,
}

impl LimitMeasures<'_> {
    /// What goes beyond a role's limits.
    fn beyond(&self, rule: &AuthorityRule) -> Result<Vec<Finding>> {
        let mut why = Vec::new();
        let effective = &self.effective;
        if let Some(limit) = rule.min_effective
            && effective.compare(&Unrounded::from(limit))?.is_lt()
        {
            let shown = self.effective_discount;
            why.push(finding!(Code::DiscountAuthorityEffective, effective = shown, limit));
        }
        if let Some(limit) = rule.max_share_off {
            let off = Unrounded::ONE.sub(effective)?;
            if off.compare(&Unrounded::from(limit))?.is_gt() {
                let off = off.to_rate()?;
                why.push(finding!(Code::DiscountAuthorityPoints, share_off = off, limit));
            }
        }
        if let Some(limit) = rule.max_total_off.filter(|limit| self.amount > *limit) {
            why.push(finding!(Code::DiscountAuthorityAmount, amount = self.amount, limit));
        }
        if self.priced.below_floor && !rule.may_break_floor {
            why.push(finding!(Code::DiscountAuthorityFloor));
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
            true => Unrounded::ZERO,
            false => share_of(amount, self.base)?,
        };
        let reason = limit.reason;
        let told = |shown: &dyn Display| {
            finding!(
                Code::DiscountAuthorityReason,
                reason_zh = reason.chinese(),
                reason = reason.word(),
                amount,
                limit = shown
            )
        };
        if let Some(most) = limit.max_total_off.filter(|most| amount > *most) {
            why.push(told(&most));
        }
        if let Some(most) = limit.max_share_off
            && share.compare(&Unrounded::from(most))?.is_gt()
        {
            why.push(told(&most));
        }
        Ok(())
    }
}

impl AuthorityTable {
    /// Who has to approve a price: the lowest role whose limits cover it, and why no lower one
    /// (handbook §3.4).
    ///
    /// ```
    /// use kaipan::discount::{AskedPrice, AuthorityRule, AuthorityTable};
    ///
    /// let role = |name: &str| AuthorityRule::new(name).with_may_break_floor(true);
    /// let rules = vec![role("销售经理").with_min_effective("0.98".parse()?), role("总部")];
    /// let table = AuthorityTable::new(rules);
    /// let price = AskedPrice::new("1500000".parse()?, "1455000".parse()?);
    /// // 97 % is below what the sales manager may approve.
    /// assert_eq!(table.approval(&price)?.approval.role.as_deref(), Some("总部"));
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    ///
    /// # Errors
    /// Tables without roles or with a gap, limits outside their range, totals not above zero,
    /// amounts of reasons below zero; in [`Input::Authority`], [`Input::ListTotal`],
    /// [`Input::StandardTotal`], [`Input::DealTotal`], [`Input::FloorTotal`] and
    /// [`Input::ByReason`].
    pub fn approval(&self, price: &AskedPrice<'_>) -> Result<ApprovalNeeded> {
        let table = self.validate(price.scope).within(Input::Authority);
        both(table, price.validate())?;
        let (approval, mut findings) = approve(self, price)?;
        findings.extend(self.references(price.scope));
        Ok(ApprovalNeeded { approval, findings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discount::authority::LimitsApplyTo;

    fn role(role: &str) -> AuthorityRule {
        AuthorityRule::new(role).with_may_break_floor(true)
    }

    #[test]
    fn deals_above_the_list_price_need_nobody() {
        let priced = AskedPrice::new(Money::from_fen(100), Money::from_fen(101));
        let mut tight = role("A");
        tight.min_effective = Some(Rate::ONE);
        let (approval, _) = approve(&AuthorityTable::new(vec![tight]), &priced).unwrap();
        assert_eq!(approval.role, None);
        assert_eq!(approval.discount_amount, Money::ZERO);
        assert_eq!(approval.effective_discount.to_string(), "1.01");
        assert!(approval.roles[0].may_approve);
    }

    #[test]
    fn a_standard_total_of_nothing_is_the_whole() {
        let table = AuthorityTable::new(vec![role("A")]);
        let table = table.with_limits_apply_to(LimitsApplyTo::SpecialOnly);
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
