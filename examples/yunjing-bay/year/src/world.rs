//! Everything that is known of one project while its year passes.

use crate::chance::Dice;
use crate::course::Step;
use crate::desk::{Pending, Purse};
use crate::diary::Diary;
use crate::failure::{Failure, Outcome};
use crate::offer::Offer;
use crate::people::Household;
use crate::record::{About, Journal};
use crate::site::Site;
use crate::story::Story;
use crate::team::Team;
use kaipan::approval::{ApprovalRequest, RouteTable};
use kaipan::area_settlement::{AreaSettlement, AreaSurvey};
use kaipan::deal::{Deal, DealPolicy, Quota, UnitStock};
use kaipan::number::Money;
use kaipan::organisation::OrgTree;
use kaipan::service::{Service, ServiceKind};
use kaipan::{Date, Text};
use std::collections::BTreeMap;

/// The first and the last day of the year.
pub(crate) const YEAR: (&str, &str) = ("2026-01-01", "2026-12-31");

/// One project, its people, and what has come of them so far.
pub(crate) struct World<'w, 'o, 's> {
    pub(crate) dice: Dice,
    pub(crate) site: Site<'s>,
    pub(crate) team: &'w Team,
    pub(crate) tree: &'w OrgTree<'w>,
    pub(crate) routes: RouteTable,
    pub(crate) policy: DealPolicy,
    pub(crate) journal: &'w mut Journal<'o>,
    pub(crate) diary: Diary<Step>,
    /// The stock of every home, in the order of the site's units.
    pub(crate) stock: Vec<UnitStock>,
    /// Homes that a sale of the plan is to have, by unit.
    pub(crate) wanted: Vec<bool>,
    /// Surveys, by unit.
    pub(crate) surveys: BTreeMap<usize, AreaSurvey>,
    pub(crate) sales: Vec<Sale>,
    pub(crate) households: Vec<Household>,
    pub(crate) quotas: Vec<Quota>,
    pub(crate) requests: Vec<Pending>,
    /// How many there are of each kind of number.
    pub(crate) numbers: BTreeMap<&'static str, u32>,
    /// Deals and homes by their ids.
    pub(crate) by_deal: BTreeMap<Text, usize>,
    pub(crate) by_unit: BTreeMap<Text, usize>,
}

/// Somebody who buys, from the first contact on.
#[derive(Debug)]
pub(crate) struct Sale {
    /// The home; one who only registers has none.
    pub(crate) unit: Option<usize>,
    pub(crate) story: Story,
    /// On the day of the opening.
    pub(crate) opening: bool,
    /// The payment plan.
    pub(crate) plan: &'static str,
    pub(crate) household: Option<usize>,
    pub(crate) deal: Option<Deal>,
    pub(crate) deposit: Money,
    pub(crate) offer: Option<Offer>,
    pub(crate) purse: Purse,
    /// Requests for approval about the deal that were approved.
    pub(crate) approvals: Vec<ApprovalRequest>,
    pub(crate) services: BTreeMap<ServiceKind, Service>,
    pub(crate) area: Option<AreaSettlement>,
    pub(crate) signed_on: Option<Date>,
}

impl Sale {
    /// A sale of a home by a story.
    pub(crate) fn new(unit: Option<usize>, story: Story, plan: &'static str) -> Sale {
        Sale {
            unit,
            story,
            opening: false,
            plan,
            household: None,
            deal: None,
            deposit: Money::ZERO,
            offer: None,
            purse: Purse::default(),
            approvals: Vec::new(),
            services: BTreeMap::new(),
            area: None,
            signed_on: None,
        }
    }
}

impl World<'_, '_, '_> {
    /// The next number of a kind, as an id: `YJW-D0007`.
    pub(crate) fn number(&mut self, kind: &'static str) -> Text {
        let count = self.numbers.entry(kind).or_default();
        *count += 1;
        Text::of(format_args!("{}-{kind}{:04}", self.site.node, count))
    }

    /// A sale.
    pub(crate) fn sale(&self, sale: usize) -> Outcome<&Sale> {
        self.sales.get(sale).ok_or_else(|| Failure::missing("sale"))
    }

    /// A sale, to change it.
    pub(crate) fn sale_mut(&mut self, sale: usize) -> Outcome<&mut Sale> {
        self.sales.get_mut(sale).ok_or_else(|| Failure::missing("sale"))
    }

    /// The deal of a sale.
    pub(crate) fn deal(&self, sale: usize) -> Outcome<&Deal> {
        self.sale(sale)?.deal.as_ref().ok_or_else(|| Failure::missing("deal"))
    }

    /// The deal of a sale; a new one with a number if it has none yet.
    pub(crate) fn begin_deal(&mut self, sale: usize) -> Outcome<Text> {
        if let Some(deal) = &self.sale(sale)?.deal {
            return Ok(deal.id.clone());
        }
        let id = self.number("D");
        self.by_deal.insert(id.clone(), sale);
        self.sale_mut(sale)?.deal = Some(Deal::new(id.clone()));
        Ok(id)
    }

    /// The home of a sale.
    pub(crate) fn unit_of(&self, sale: usize) -> Outcome<usize> {
        self.sale(sale)?.unit.ok_or_else(|| Failure::missing("unit"))
    }

    /// The household of a sale.
    pub(crate) fn household(&self, sale: usize) -> Outcome<&Household> {
        let at = self.sale(sale)?.household.ok_or_else(|| Failure::missing("household"))?;
        self.households.get(at).ok_or_else(|| Failure::missing("household"))
    }

    /// What the price and payment of a sale are.
    pub(crate) fn offer_of(&self, sale: usize) -> Outcome<&Offer> {
        self.sale(sale)?.offer.as_ref().ok_or_else(|| Failure::missing("offer"))
    }

    /// What lines about a sale name.
    pub(crate) fn about(&self, sale: usize) -> Outcome<About> {
        let (household, unit) = (self.household(sale)?, self.sale(sale)?.unit);
        Ok(About {
            node: unit.and_then(|unit| self.site.node_of(unit)).or(Some(self.site.node.clone())),
            unit: unit.and_then(|unit| Some(self.site.units.get(unit)?.unit_no.clone())),
            ..self.about_household(household)
        })
    }

    /// What lines about a household name.
    pub(crate) fn about_household(&self, household: &Household) -> About {
        About {
            node: Some(self.site.node.clone()),
            unit: None,
            customer: Some(household.customer.id.clone()),
            agent: Some(household.agent.clone()),
            channel: household.channel.map(Text::from),
            media: Some(household.media.into()),
        }
    }

    /// What lines about a home name.
    pub(crate) fn about_unit(&self, unit: usize) -> About {
        let unit_no = self.site.units.get(unit).map(|unit| unit.unit_no.clone());
        About { node: self.site.node_of(unit), unit: unit_no, ..About::default() }
    }
}
