//! The price trial (价格试算): what it looks at.

use crate::Text;
use crate::builder::{inputs, optional_inputs};
use crate::pricing::book::ActiveDeals;
use crate::pricing::check::{PriceRules, USUAL_RULES};
use crate::pricing::price::FloorPriceRule;
use crate::pricing::scheme::PricingScheme;
use crate::pricing::targets::{AverageBasis, PriceTarget};
use crate::project::{Project, Selection};
use kaipan_derive::boundary;

/// A price trial (价格试算): prices a project by its schemes.
///
/// [`Trial::table`] draws up the price trial table, [`Trial::bases`] only solves base prices.
/// Errors and findings are placed in [`Input::Project`](crate::error::Input::Project), `Schemes`,
/// `Targets`, `Rules`, `FloorPrice`, `Select` and `Explain`.
///
/// ```
/// use kaipan::pricing::{Explain, Factor, Goal, Method, PriceTarget, PricingScheme, Trial};
/// use kaipan::project::{Project, Unit};
/// let unit = |floor: i32| {
///     Ok::<_, kaipan::Error>(Unit {
///         unit_no: format!("{floor}01").into(), building: "1".into(), floor, line: "01".into(),
///         building_area: "89.50".parse()?, ..Unit::default()
///     })
/// };
/// let project = Project { units: vec![unit(1)?, unit(2)?], ..Project::default() };
/// let floors = Factor::by_floor(Method::Difference, [(1, "0".parse()?), (2, "120".parse()?)]);
/// let scheme = PricingScheme { code: "A".into(), ..PricingScheme::default() };
/// let scheme = scheme.with_base_price("12000".parse()?).with_factors(vec![floors]);
/// let schemes = [scheme];
///
/// let trial = Trial::new(&project, &schemes).explain(&Explain::ALL);
/// let table = trial.table()?;
/// assert_eq!(table.rows[1].total.to_string(), "1084740.00"); // 12,120 × 89.50
/// assert_eq!(table.rows[1].steps.last().map(|step| step.after.to_string()), Some("1084740".into()));
///
/// let targets = [PriceTarget::new(Goal::average("12500".parse()?))];
/// let solved = trial.targets(&targets).bases()?;
/// assert_eq!(solved.targets[0].bases[0].base_price.to_string(), "12440.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Trial<'a> {
    pub(super) project: &'a Project,
    pub(super) schemes: &'a [PricingScheme],
    pub(super) targets: &'a [PriceTarget],
    pub(super) rules: &'a PriceRules,
    pub(super) floor_price: Option<&'a FloorPriceRule>,
    pub(super) select: &'a Selection,
    pub(super) active_deals: ActiveDeals,
    pub(super) explain: &'a Explain,
    pub(super) average_basis: AverageBasis,
}

static EVERY_UNIT: Selection = Selection::all();
static NO_STEPS: Explain = Explain::None {};

impl<'a> Trial<'a> {
    /// A trial of a project with pricing schemes; the first whose scope holds a unit prices it.
    pub fn new(project: &'a Project, schemes: &'a [PricingScheme]) -> Trial<'a> {
        Trial {
            project,
            schemes,
            targets: &[],
            rules: &USUAL_RULES,
            floor_price: None,
            select: &EVERY_UNIT,
            active_deals: ActiveDeals::default(),
            explain: &NO_STEPS,
            average_basis: AverageBasis::default(),
        }
    }

    inputs! {
        /// Targets from which base prices are solved; their scopes must not share units.
        targets: &'a [PriceTarget];
        /// Rules that prices are checked against; those of [`PriceRules::usual`] otherwise.
        rules: &'a PriceRules;
        /// The units to price and show, otherwise all; targets and floors still look at the whole
        /// project.
        select: &'a Selection;
        /// What happens to units in an active deal; they keep their prices otherwise.
        active_deals: ActiveDeals;
        /// Which rows carry their steps, otherwise none.
        explain: &'a Explain;
        /// Which area averages in summaries are per, otherwise the building area.
        average_basis: AverageBasis;
    }

    optional_inputs! {
        /// The floor price of units that have none of their own, as a share of their list price;
        /// otherwise they have none.
        floor_price: &'a FloorPriceRule;
    }
}

/// Which rows carry their steps.
// Empty braces instead of plain variants: serde would let unknown fields of those pass.
#[boundary]
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
