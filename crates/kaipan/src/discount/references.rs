//! Names by which discounts refer to deals, and that almost match.
//!
//! A request defines no plans, projects, member levels or campaigns: a condition that names
//! another one than the deal simply does not hold. Names that differ only in spelling are told
//! all the same, since almost surely one was meant.

use super::authority::AuthorityTable;
use super::facts::DealFacts;
use super::scheme::{Discount, DiscountScheme};
use crate::Text;
use crate::error::{Code, Finding};
use crate::nearest::{nearest, spelling};
use crate::project::{Unit, spelt_otherwise};
use crate::refer::{Kind, with_nearest};
use std::fmt::Display;

/// What a deal is compared with.
pub(super) struct References<'a> {
    pub(super) scheme: &'a DiscountScheme,
    pub(super) facts: &'a DealFacts,
    pub(super) unit: Option<&'a Unit>,
    pub(super) authority: Option<&'a AuthorityTable>,
}

impl References<'_> {
    /// Everything that almost matches. Places are those of the discount operations.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut told = Vec::new();
        for (at, discount) in self.scheme.discounts.iter().enumerate() {
            let place = |field: &str| format!("/scheme/discounts/{at}/{field}");
            self.of_conditions(discount, &place, &mut told);
            self.of_units(discount, &place("conditions/units"), &mut told);
            self.group(discount, &place, &mut told);
            self.quota(discount, &place, &mut told);
        }
        let project = self.facts.project.as_deref();
        let product = self.unit.and_then(|unit| unit.product_type.as_deref());
        told.extend(self.authority.iter().flat_map(|table| of_authority(table, project, product)));
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
        let mut tell = |kind: Kind, given: &str, known: &[&str], place: String| {
            // What is only spelt otherwise is told with the discount that asks for it.
            let alike = |name: &&str| spelling(name) == spelling(given);
            if known.is_empty() || known.iter().any(alike) {
                return;
            }
            let params: [(&str, &dyn Display); 3] =
                [("kind", &kind.0), ("kind_zh", &kind.1), ("given", &given)];
            let near = nearest(known.iter().copied(), given);
            let finding = with_nearest(Code::DiscountFactUnmentioned, &params, near);
            told.push(finding.path(place));
        };
        if let Some(level) = &self.facts.member_level {
            tell(LEVEL, level, &levels, "/facts/member_level".to_owned());
        }
        for (at, campaign) in self.facts.campaigns.iter().enumerate() {
            tell(CAMPAIGN, campaign, &campaigns, format!("/facts/campaigns/{at}"));
        }
    }

    fn of_conditions(
        &self,
        discount: &Discount,
        place: &dyn Fn(&str) -> String,
        told: &mut Vec<Finding>,
    ) {
        let (code, facts, asked) = (&discount.code, self.facts, &discount.conditions);
        let level = facts.member_level.as_deref();
        let mut tell = |kind, names: &[Text], given: Option<&str>, field: &str| {
            told.extend(alike(code, kind, names, given, place(field)));
        };
        tell(PLAN, &asked.plans, facts.plan.as_deref(), "conditions/plans");
        tell(PROJECT, &asked.projects, facts.project.as_deref(), "conditions/projects");
        tell(LEVEL, &asked.member_levels, level, "conditions/member_levels");
        for (at, tier) in discount.tiers.iter().enumerate() {
            let names = tier.member_level.as_slice();
            tell(LEVEL, names, level, &format!("tiers/{at}/member_level"));
        }
        let campaign = discount.campaign.as_slice();
        let known = campaign.iter().any(|campaign| facts.campaigns.contains(campaign));
        for given in facts.campaigns.iter().filter(|_| !known) {
            tell(CAMPAIGN, campaign, Some(given), "campaign");
        }
        // A tier for a level that the discount is not given to.
        for (at, tier) in discount.tiers.iter().enumerate() {
            let levels = &asked.member_levels;
            let Some(level) = &tier.member_level else { continue };
            if levels.is_empty() || levels.contains(level) {
                continue;
            }
            let near = nearest(levels.iter().map(Text::as_str), level);
            let params: [(&str, &dyn Display); 2] = [("code", code), ("level", level)];
            let finding = with_nearest(Code::DiscountTierUnreachable, &params, near);
            told.push(finding.path(place(&format!("tiers/{at}/member_level"))));
        }
    }

    /// Names in the choice of units that differ from the deal's unit only in spelling. Of other
    /// units nothing is known here.
    fn of_units(&self, discount: &Discount, place: &str, told: &mut Vec<Finding>) {
        let Some(unit) = self.unit.filter(|_| !discount.conditions.units.is_all()) else { return };
        told.extend(spelt_otherwise(&discount.conditions.units, unit, place));
    }

    /// A group of one excludes nothing.
    fn group(&self, discount: &Discount, place: &dyn Fn(&str) -> String, told: &mut Vec<Finding>) {
        let Some(group) = &discount.exclusive_group else { return };
        let others = || self.scheme.discounts.iter().filter(|other| other.code != discount.code);
        let groups = || others().filter_map(|other| other.exclusive_group.as_deref());
        if groups().any(|other| other == group.as_str()) {
            return;
        }
        let near = nearest(groups(), group);
        let params: [(&str, &dyn Display); 4] = [
            ("group", group),
            ("code", &discount.code),
            ("name", &discount.shown()),
            ("name_en", &discount.english()),
        ];
        let finding = with_nearest(Code::DiscountGroupOfOne, &params, near);
        told.push(finding.path(place("exclusive_group")));
    }

    /// Uses that are counted under a name which is nearly that of a discount with a quota.
    fn quota(&self, discount: &Discount, place: &dyn Fn(&str) -> String, told: &mut Vec<Finding>) {
        let uses = &self.facts.uses;
        if discount.max_uses.is_none() || uses.iter().any(|one| one.code == discount.code) {
            return;
        }
        let strange = uses.iter().filter(|one| self.scheme.discount(&one.code).is_none());
        if let Some(code) = nearest(strange.map(|one| one.code.as_str()), &discount.code) {
            let params: [(&str, &dyn Display); 2] = [("code", &discount.code), ("uses", &code)];
            let finding = Finding::new(Code::DiscountUsesUnknown, &params);
            told.push(finding.path(place("max_uses")));
        }
    }
}

/// Projects and product types that roles are in charge of, and that almost are those of the deal.
pub(super) fn of_authority(
    table: &AuthorityTable,
    project: Option<&str>,
    product: Option<&str>,
) -> Vec<Finding> {
    let mut told = Vec::new();
    for (at, rule) in table.rules.iter().enumerate() {
        let place = |field: &str| format!("/authority/rules/{at}/{field}");
        told.extend(alike(&rule.role, PROJECT, &rule.projects, project, place("projects")));
        let types = &rule.product_types;
        told.extend(alike(&rule.role, PRODUCT, types, product, place("product_types")));
    }
    told
}

const PLAN: Kind = ("payment plan", "付款方式");
const PROJECT: Kind = ("project", "项目");
const PRODUCT: Kind = ("product type", "业态");
const LEVEL: Kind = ("member level", "会员级别");
const CAMPAIGN: Kind = ("campaign", "活动");

/// What is asked for and what the deal has, if they differ only in spelling.
fn alike(
    code: &str,
    kind: Kind,
    names: &[Text],
    given: Option<&str>,
    place: String,
) -> Option<Finding> {
    let given = given.filter(|given| !names.iter().any(|name| name == given))?;
    let name = names.iter().find(|name| spelling(name) == spelling(given))?;
    let params: [(&str, &dyn Display); 5] = [
        ("code", &code),
        ("kind", &kind.0),
        ("kind_zh", &kind.1),
        ("name", name),
        ("given", &given),
    ];
    Some(Finding::new(Code::DiscountNameSpelling, &params).path(place))
}
