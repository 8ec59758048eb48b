//! The price trial (价格试算): what it looks at.

use crate::Text;
use crate::pricing::check::PriceRules;
use crate::pricing::scheme::PricingScheme;
use crate::pricing::target::{AverageBasis, PriceTarget};
use crate::project::{Project, Selection};
use kaipan_derive::boundary;

/// A price trial (价格试算): prices a project by its schemes.
///
/// [`Trial::table`] draws up the price trial table, [`Trial::bases`] only solves base prices.
#[derive(Debug, Clone, Copy)]
pub struct Trial<'a> {
    pub(super) project: &'a Project,
    pub(super) schemes: &'a [PricingScheme],
    pub(super) targets: &'a [PriceTarget],
    pub(super) rules: &'a PriceRules,
    pub(super) select: &'a Selection,
    pub(super) active_deals: ActiveDeals,
    pub(super) explain: &'a Explain,
    pub(super) average_basis: AverageBasis,
}

static EVERY_UNIT: Selection = Selection::all();
static USUAL_RULES: PriceRules = PriceRules::usual();
static NO_STEPS: Explain = Explain::None {};

impl<'a> Trial<'a> {
    /// A trial of a project with pricing schemes; the first whose scope holds a unit prices it.
    #[must_use]
    pub fn new(project: &'a Project, schemes: &'a [PricingScheme]) -> Trial<'a> {
        Trial {
            project,
            schemes,
            targets: &[],
            rules: &USUAL_RULES,
            select: &EVERY_UNIT,
            active_deals: ActiveDeals::default(),
            explain: &NO_STEPS,
            average_basis: AverageBasis::default(),
        }
    }

    /// Targets from which base prices are solved; their scopes must not share units.
    #[must_use]
    pub fn targets(mut self, targets: &'a [PriceTarget]) -> Trial<'a> {
        self.targets = targets;
        self
    }

    /// Rules that prices are checked against; those of [`PriceRules::usual`] otherwise.
    #[must_use]
    pub fn rules(mut self, rules: &'a PriceRules) -> Trial<'a> {
        self.rules = rules;
        self
    }

    /// The units to price and show, otherwise all; targets and floors still look at the whole
    /// project.
    #[must_use]
    pub fn select(mut self, select: &'a Selection) -> Trial<'a> {
        self.select = select;
        self
    }

    /// What happens to units in an active deal; they keep their prices otherwise.
    #[must_use]
    pub fn active_deals(mut self, active_deals: ActiveDeals) -> Trial<'a> {
        self.active_deals = active_deals;
        self
    }

    /// Which rows carry their steps, otherwise none.
    #[must_use]
    pub fn explain(mut self, explain: &'a Explain) -> Trial<'a> {
        self.explain = explain;
        self
    }

    /// Which area averages in summaries are per, otherwise the building area.
    #[must_use]
    pub fn average_basis(mut self, average_basis: AverageBasis) -> Trial<'a> {
        self.average_basis = average_basis;
        self
    }
}

/// What happens to units in an active deal (booked, subscribed, signed) that have a list price.
#[boundary]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ActiveDeals {
    /// They keep their price snapshot (handbook §2.9).
    #[default]
    Keep,
    /// They are priced like the rest, for a what-if table.
    Reprice,
}

/// Which rows carry their steps.
// Empty braces instead of plain variants: serde would let unknown fields of those pass.
#[boundary]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explain {
    /// None.
    None {},
    /// All.
    All {},
    /// Those of the units named.
    Units {
        /// Unit numbers.
        #[boundary(required)]
        unit_nos: Vec<Text>,
    },
}

impl Default for Explain {
    fn default() -> Explain {
        Explain::None {}
    }
}
