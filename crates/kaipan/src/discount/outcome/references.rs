//! Names by which discounts refer to deals, and that almost match.
//!
//! A request defines no plans, projects, member levels or campaigns: a condition that names
//! another one than the deal simply does not hold. Names that differ only in spelling are told
//! all the same, since almost surely one was meant.

use crate::Text;
use crate::discount::discounting::Discounting;
use crate::discount::names::{CAMPAIGN, LEVEL, PLAN, PROJECT, misspelt};
use crate::discount::scheme::Discount;
use crate::error::{Code, Error, Finding, Input, InputPlace, finding};
use crate::nearest::{nearest, spelling};
use crate::project::spelt_otherwise;
use crate::refer::Kind;

impl Discounting<'_> {
    /// Everything that almost matches.
    pub(super) fn references(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        for (at, discount) in self.scheme.discounts.iter().enumerate() {
            let mut found = Vec::new();
            self.of_conditions(discount, &mut found);
            self.of_units(discount, &mut found);
            found.extend(self.group(discount));
            found.extend(self.quota(discount));
            let place = |found: Finding| found.at(at).at("discounts").within(Input::Scheme);
            told.extend(found.into_iter().map(place));
        }
        let scope = self.scope();
        told.extend(self.authority.iter().flat_map(|table| table.references(scope)));
        self.unmentioned(&mut told);
        told
    }

    /// A member level or a campaign of the deal that no discount names, while others are named.
    fn unmentioned(&self, told: &mut Vec<Finding>) {
        let discounts = || self.scheme.discounts.iter();
        let tiers = discounts().flat_map(|discount| &discount.tiers);
        let levels = discounts().flat_map(|discount| &discount.conditions.member_levels);
        let levels: Vec<&str> = levels
            .chain(tiers.filter_map(|tier| tier.member_level.as_ref()))
            .map(Text::as_str)
            .collect();
        let campaigns: Vec<&str> =
            discounts().filter_map(|discount| discount.campaign.as_deref()).collect();
        let unmentioned = |kind: Kind, given: &str, known: &[&str]| {
            // What is only spelt otherwise is told with the discount that asks for it.
            let alike = |name: &&str| *name == given || spelling(name) == spelling(given);
            if known.is_empty() || known.iter().any(alike) {
                return None;
            }
            Some(
                Error::new(Code::DiscountFactUnmentioned)
                    .with("kind", kind.0)
                    .with("kind_zh", kind.1)
                    .with_long("given", given)
                    .with_nearest(known.iter().copied(), given)
                    .finding(),
            )
        };
        let level = self.facts.member_level.iter();
        let level = level.filter_map(|level| {
            Some(unmentioned(LEVEL, level, &levels)?.at("member_level").within(Input::Facts))
        });
        told.extend(level);
        let of_deal = self.facts.campaigns.iter().enumerate();
        told.extend(of_deal.filter_map(|(at, given)| {
            let found = unmentioned(CAMPAIGN, given, &campaigns)?;
            Some(found.at(at).at("campaigns").within(Input::Facts))
        }));
    }

    fn of_conditions(&self, discount: &Discount, told: &mut Vec<Finding>) {
        let (code, facts, asked) = (&discount.code, self.facts, &discount.conditions);
        let level = facts.member_level.as_deref();
        let conditions = [
            (PLAN, &asked.plans, facts.plan.as_deref(), "plans"),
            (PROJECT, &asked.projects, facts.project.as_deref(), "projects"),
            (LEVEL, &asked.member_levels, level, "member_levels"),
        ];
        told.extend(conditions.into_iter().filter_map(|(kind, names, given, field)| {
            Some(misspelt(code, kind, names, given)?.at(field).at("conditions"))
        }));
        let of_tier = |at: usize, found: Finding| found.at("member_level").at(at).at("tiers");
        let tiers = || discount.tiers.iter().enumerate();
        told.extend(tiers().filter_map(|(at, tier)| {
            Some(of_tier(at, misspelt(code, LEVEL, tier.member_level.as_slice(), level)?))
        }));
        let campaign = discount.campaign.as_slice();
        let known = campaign.iter().any(|campaign| facts.campaigns.contains(campaign));
        told.extend(facts.campaigns.iter().filter(|_| !known).filter_map(|given| {
            Some(misspelt(code, CAMPAIGN, campaign, Some(given))?.at("campaign"))
        }));
        // A tier for a level that the discount is not given to.
        told.extend(tiers().filter_map(|(at, tier)| {
            let (levels, level) = (&asked.member_levels, tier.member_level.as_ref()?);
            if levels.is_empty() || levels.contains(level) {
                return None;
            }
            let levels = levels.iter().map(Text::as_str);
            Some(of_tier(
                at,
                Error::new(Code::DiscountTierUnreachable)
                    .with_long("code", code)
                    .with_long("level", level)
                    .with_nearest(levels, level)
                    .finding(),
            ))
        }));
    }

    /// Names in the choice of units that differ from the deal's unit only in spelling. Of other
    /// units nothing is known here.
    fn of_units(&self, discount: &Discount, told: &mut Vec<Finding>) {
        let asked = &discount.conditions.units;
        let Some(unit) = self.unit.filter(|_| !asked.is_all()) else { return };
        let found = spelt_otherwise(asked, unit, InputPlace::default()).into_iter();
        told.extend(found.map(|found| found.at("units").at("conditions")));
    }

    /// A group of one excludes nothing.
    fn group(&self, discount: &Discount) -> Option<Finding> {
        let group = discount.exclusive_group.as_ref()?;
        let others = || self.scheme.discounts.iter().filter(|other| other.code != discount.code);
        let groups = || others().filter_map(|other| other.exclusive_group.as_deref());
        if groups().any(|other| other == group.as_str()) {
            return None;
        }
        Some(
            Error::new(Code::DiscountGroupOfOne)
                .with_long("group", group)
                .with_long("code", &discount.code)
                .with_long("name", discount.shown())
                .with_long("name_en", discount.english())
                .with_nearest(groups(), group)
                .finding()
                .at("exclusive_group"),
        )
    }

    /// Uses that are counted under a name which is nearly that of a discount with a quota.
    fn quota(&self, discount: &Discount) -> Option<Finding> {
        let uses = &self.facts.uses;
        if discount.max_uses.is_none() || uses.iter().any(|one| one.code == discount.code) {
            return None;
        }
        let strange = uses.iter().filter(|one| self.scheme.discount(&one.code).is_none());
        let code = nearest(strange.map(|one| one.code.as_str()), &discount.code)?;
        Some(finding!(Code::DiscountUsesUnknown, code = discount.code, uses = code).at("max_uses"))
    }
}
