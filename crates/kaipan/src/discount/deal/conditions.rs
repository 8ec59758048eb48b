//! Whether a deal meets the conditions of a discount (handbook §3.1).

use super::facts::DealFacts;
use crate::check::Span;
use crate::discount::scheme::{Discount, DiscountKind, DiscountReason, DiscountTier};
use crate::error::{Code, Error, Finding, Input};
use crate::nearest::spelling;
use crate::project::Unit;
use crate::{Text, unusual};

/// What a discount's conditions are looked at with.
#[derive(Clone, Copy)]
pub(crate) struct Deal<'a> {
    pub(crate) facts: &'a DealFacts,
    pub(crate) unit: Option<&'a Unit>,
    pub(crate) plan_names: PlanNames<'a>,
}

/// Names of payment plans, where the request has them: code, Chinese, English.
pub(crate) type PlanNames<'a> = &'a [(&'a str, &'a str, &'a str)];

/// Plans as people call them, each in quotes; by their code where the request has no names.
fn plans_shown(codes: &[&str], names: PlanNames<'_>) -> [String; 2] {
    let named = |code: &str| names.iter().find(|(known, _, _)| *known == code);
    let zh = codes.iter().map(|code| format!("“{}”", named(code).map_or(*code, |one| one.1)));
    let en = codes.iter().map(|code| format!("\"{}\"", named(code).map_or(*code, |one| one.2)));
    [zh.collect::<Vec<String>>().join("、"), en.collect::<Vec<String>>().join(", ")]
}

impl Discount {
    /// The value for this buyer: that of the first tier that fits, else the discount's own.
    pub(crate) fn value_for(&self, facts: &DealFacts) -> &DiscountKind {
        self.tier_for(facts).map_or(&self.value, |(_, tier)| &tier.value)
    }

    /// The first tier that fits this buyer, and its place among the tiers.
    pub(crate) fn tier_for(&self, facts: &DealFacts) -> Option<(usize, &DiscountTier)> {
        let fits = |level: &Option<Text>, units: Option<u32>| {
            level.as_ref().is_none_or(|level| facts.member_level.as_ref() == Some(level))
                && units.is_none_or(|least| facts.group_units.unwrap_or(0) >= least)
        };
        let mut tiers = self.tiers.iter().enumerate();
        tiers.find(|(_, tier)| fits(&tier.member_level, tier.min_group_units))
    }

    /// Every condition that does not hold.
    pub(crate) fn unmet(&self, deal: Deal<'_>, value: &DiscountKind) -> Vec<Error> {
        let (facts, asked) = (deal.facts, &self.conditions);
        let mut unmet = Vec::new();
        let fail = |code: Code| self.error(code);
        if !self.enabled {
            unmet.push(fail(Code::DiscountDisabled));
        }
        let window = Span::new(asked.from, asked.to);
        if !window.contains(facts.subscription_date) {
            let error = fail(Code::DiscountWindow).with("date", facts.subscription_date);
            unmet.push(window.named_in(error));
        }
        if !listed(&asked.plans, facts.plan.as_deref()) {
            let error = fail(Code::DiscountPlan).with_long("plans", joined(&asked.plans));
            let error = error.with("plan", shown(facts.plan.as_deref()));
            let asked_plans: Vec<&str> = asked.plans.iter().map(Text::as_str).collect();
            let [plans_zh, plans_en] = plans_shown(&asked_plans, deal.plan_names);
            let [plan_zh, plan_en] = plans_shown(&[shown(facts.plan.as_deref())], deal.plan_names);
            let error = error.with_long("plans_zh", plans_zh).with_long("plans_en", plans_en);
            let error = error.with("plan_zh", plan_zh).with("plan_en", plan_en);
            unmet.push(near(error, &asked.plans, facts.plan.as_deref()));
        }
        if !listed(&asked.projects, facts.project.as_deref()) {
            let error = fail(Code::DiscountProject).with_long("projects", joined(&asked.projects));
            let error = error.with("project", shown(facts.project.as_deref()));
            unmet.push(near(error, &asked.projects, facts.project.as_deref()));
        }
        if !asked.units.is_all() && !deal.unit.is_some_and(|unit| asked.units.matches(unit)) {
            let unit_no = deal.unit.map(|unit| unit.unit_no.as_str());
            unmet.push(fail(Code::DiscountUnit).with("unit_no", shown(unit_no)));
        }
        if !listed(&asked.member_levels, facts.member_level.as_deref()) {
            let error = fail(Code::DiscountMemberLevel);
            let error = error.with_long("levels", joined(&asked.member_levels));
            let error = error.with("level", shown(facts.member_level.as_deref()));
            unmet.push(near(error, &asked.member_levels, facts.member_level.as_deref()));
        }
        if let Some(least) = asked.min_group_units
            && facts.group_units.unwrap_or(0) < least
        {
            let error = fail(Code::DiscountGroupSize).with("least", least);
            unmet.push(error.with("units", facts.group_units.unwrap_or(0)));
        }
        if asked.referral && !facts.is_referred() {
            unmet.push(fail(Code::DiscountReferral));
        }
        if asked.employee && !facts.employee {
            unmet.push(fail(Code::DiscountEmployee));
        }
        if let Some(campaign) = &self.campaign
            && !facts.campaigns.contains(campaign)
        {
            let error = fail(Code::DiscountCampaign).with("campaign", campaign);
            unmet.push(near(error, &facts.campaigns, Some(campaign)));
        }
        if let Some(most) = self.max_uses {
            let used = facts.uses.iter().find(|one| one.code == self.code).map_or(0, |u| u.used);
            if used >= most {
                unmet.push(fail(Code::DiscountQuota).with("max", most).with("used", used));
            }
        }
        if let (DiscountKind::DepositMultiplier { paid, .. }, Some(money)) =
            (value, facts.sincerity_money)
            && money < *paid
        {
            let error = fail(Code::DiscountSincerityMoney).with("paid", paid);
            unmet.push(error.with("money", money));
        }
        unmet
    }

    /// Why an on-time discount is lost, if it is.
    pub(crate) fn lost(&self, facts: &DealFacts) -> Option<Error> {
        let error = |code: Code| self.error(code);
        match self.reason {
            DiscountReason::OnTimeSigning => {
                let agreed = facts.agreed_signing_date?;
                let day = facts.signing_date.or(facts.as_of)?;
                (day > agreed).then(|| error(Code::DiscountSignedLate).with("agreed", agreed))
            }
            DiscountReason::OnTimePayment => facts.paid_late.then(|| error(Code::DiscountPaidLate)),
            _ => None,
        }
    }

    /// It is given now and may still be lost.
    pub(crate) fn is_conditional(&self, facts: &DealFacts) -> bool {
        match self.reason {
            DiscountReason::OnTimeSigning => facts.signing_date.is_none(),
            DiscountReason::OnTimePayment => true,
            _ => false,
        }
    }
}

impl DealFacts {
    /// What is legal and almost surely a mistake.
    pub(crate) fn unusual(&self) -> Vec<Finding> {
        let group = self.group_units.and_then(unusual::group);
        let group = group.map(|found| found.at("group_units").within(Input::Facts));
        let mut told: Vec<Finding> = group.into_iter().collect();
        for (day, field, what) in [
            (self.agreed_signing_date, "agreed_signing_date", unusual::AGREED),
            (self.signing_date, "signing_date", unusual::SIGNED),
        ] {
            let found = day.and_then(|day| unusual::signing(what, day, self.subscription_date));
            told.extend(found.map(|finding| finding.at(field).within(Input::Facts)));
        }
        told
    }

    /// Referred by an owner, recorded before the first visit (老带新).
    fn is_referred(&self) -> bool {
        self.referral.as_ref().is_some_and(|referral| {
            let visit = referral.first_visit.unwrap_or(self.subscription_date);
            // Nobody refers without a name.
            let is_named = !referral.referrer.is_empty();
            is_named && referral.is_owner && referral.recorded_on <= visit
        })
    }
}

fn listed(list: &[Text], value: Option<&str>) -> bool {
    list.is_empty() || value.is_some_and(|value| list.iter().any(|one| one == value))
}

fn joined(list: &[Text]) -> String {
    list.join(", ")
}

/// Adds the name asked for that differs from the deal's only in spelling. What is merely near may
/// well be another plan or level.
fn near(error: Error, asked: &[Text], given: Option<&str>) -> Error {
    let given = given.map(spelling);
    match asked.iter().find(|name| given.as_ref() == Some(&spelling(name))) {
        Some(name) => error.with_nearest([name.as_str()], name),
        None => error,
    }
}

fn shown(value: Option<&str>) -> &str {
    value.unwrap_or("?")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Date;
    use crate::discount::samples::{discount, rate};

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn facts() -> DealFacts {
        DealFacts::new(date("2026-05-01"))
    }

    #[test]
    fn the_real_signing_date_counts_before_today() {
        let mut one = discount("T", rate("0.99"));
        one.reason = DiscountReason::OnTimeSigning;
        let mut facts = facts();
        // Without an agreed date nobody is late.
        facts.signing_date = Some(date("2027-01-01"));
        assert!(one.lost(&facts).is_none());
        facts.agreed_signing_date = Some(date("2026-05-08"));
        assert_eq!(one.lost(&facts).unwrap().code(), Code::DiscountSignedLate);
        facts.signing_date = Some(date("2026-05-08"));
        facts.as_of = Some(date("2026-06-01"));
        assert!(one.lost(&facts).is_none(), "signed in time, looked at later");
        facts.signing_date = None;
        assert_eq!(one.lost(&facts).unwrap().code(), Code::DiscountSignedLate);
        one.reason = DiscountReason::Opening;
        assert!(one.lost(&facts).is_none());
    }

    #[test]
    fn what_can_still_be_lost() {
        let mut one = discount("T", rate("0.99"));
        let mut facts = facts();
        let mut conditional = |reason: DiscountReason, signed: bool| {
            one.reason = reason;
            facts.signing_date = signed.then(|| date("2026-05-08"));
            one.is_conditional(&facts)
        };
        assert!(conditional(DiscountReason::OnTimeSigning, false));
        assert!(!conditional(DiscountReason::OnTimeSigning, true));
        assert!(conditional(DiscountReason::OnTimePayment, true));
        assert!(!conditional(DiscountReason::Member, false));
    }
}
