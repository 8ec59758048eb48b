//! The making of a price bill: what it looks at.

use super::change::mode::{AdjustMode, BillPart};
use super::model::{BillKind, PriceBill};
use crate::builder::{inputs, optional_inputs};
use crate::number::{Rate, Rounding};
use crate::pricing::check::{LastChange, PriceRules, USUAL_RULES};
use crate::pricing::price::{FloorPriceRule, RoundingOrder, rounding_inputs};
use crate::pricing::scheme::{PriceBasis, PricingScheme};
use crate::project::{Project, Selection};
use crate::{Date, Label, Text};

/// The making of a price bill (定价单 / 调价单): new list prices for the units chosen, rounded and
/// checked. [`PriceBill::advance`](super::PriceBill::advance) moves the bill on.
///
/// Errors and findings are placed in [`Input::Project`](crate::error::Input::Project), `Select`,
/// `Mode`, `FloorRate`, `Rules`, `LastChanges`, `Schemes`, `OtherBills` and `Parts`.
///
/// ```
/// use kaipan::pricing::{AdjustMode, Adjusting, BillCommand, BillStep};
/// use kaipan::project::{Project, Unit, UnitState};
/// let unit = Unit {
///     unit_no: "101".into(), building: "1".into(), floor: 1, line: "01".into(),
///     building_area: "89.50".parse()?, state: UnitState::OnSale,
///     list_price: Some("10000".parse()?), ..Unit::default()
/// };
/// let project = Project { units: vec![unit], ..Project::default() };
/// let (mode, day) = (AdjustMode::percent("3".parse()?), "2026-03-01".parse()?);
///
/// let draft = Adjusting::new(&project, &mode, "T-1", day).locks_units(true).bill()?.bill;
/// assert_eq!(draft.lines[0].new_list_total.to_string(), "921850.00"); // 10,300 × 89.50
///
/// let waiting = draft.advance(&BillStep::new(BillCommand::Submit, day))?;
/// assert_eq!(waiting.locked_units, ["101"]);
/// let approved = waiting.bill.advance(&BillStep::new(BillCommand::Approve, day))?.bill;
/// let execute = BillStep::new(BillCommand::Execute, day).project(&project);
/// assert_eq!(approved.advance(&execute)?.changes[0].list_price.to_string(), "10300.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Adjusting<'a> {
    pub(super) project: &'a Project,
    pub(super) mode: &'a AdjustMode,
    pub(super) select: &'a Selection,
    pub(super) code: Text,
    pub(super) effective_date: Date,
    pub(super) kind: BillKind,
    pub(super) reason: Option<Label>,
    pub(super) locks_units: bool,
    pub(super) rounding: RoundingOrder,
    pub(super) floor_rate: Option<Rate>,
    pub(super) floor_price: Option<&'a FloorPriceRule>,
    pub(super) rules: &'a PriceRules,
    pub(super) last_changes: &'a [LastChange],
    pub(super) schemes: &'a [PricingScheme],
    pub(super) other_bills: &'a [PriceBill],
    pub(super) parts: &'a [BillPart],
}

static EVERY_UNIT: Selection = Selection::all();

impl<'a> Adjusting<'a> {
    /// A bill with this code that changes the list prices of a project from a day on.
    pub fn new(
        project: &'a Project,
        mode: &'a AdjustMode,
        code: impl Into<Text>,
        effective_date: Date,
    ) -> Adjusting<'a> {
        Adjusting {
            project,
            mode,
            select: &EVERY_UNIT,
            code: code.into(),
            effective_date,
            kind: BillKind::default(),
            reason: None,
            locks_units: false,
            rounding: RoundingOrder::USUAL,
            floor_rate: None,
            floor_price: None,
            rules: &USUAL_RULES,
            last_changes: &[],
            schemes: &[],
            other_bills: &[],
            parts: &[],
        }
    }

    inputs! {
        /// The units to change, otherwise all; those in an active deal are left out.
        select: &'a Selection;
        /// What the bill does.
        kind: BillKind;
        /// Whether units are locked against new deals while the bill waits.
        locks_units: bool;
        /// Rules that the new prices are checked against; those of [`PriceRules::usual`] otherwise.
        rules: &'a PriceRules;
        /// When prices were last changed, for rules on the time between changes.
        last_changes: &'a [LastChange];
        /// Schemes that say how prices of their units are rounded: in the order and at the rounding
        /// points of the scheme, on its area basis; what is priced per unit keeps the rounding of
        /// its total. Units of no scheme are rounded as the bill says.
        schemes: &'a [PricingScheme];
        /// Other bills of the project: those that wait for execution are told if they hold units of
        /// this one.
        other_bills: &'a [PriceBill];
        /// Further parts of the bill: other units, and how their prices change. A unit belongs to
        /// the first part that chooses it, the one of `select` and the mode before all others; a
        /// table of prices chooses the units that it lists.
        parts: &'a [BillPart];
    }

    optional_inputs! {
        /// Reason, for the work log.
        reason: Label;
        /// New floor prices as a share of the new list prices: 0.95 is 95 %; half up to the yuan,
        /// as by [`FloorPriceRule`](crate::pricing::FloorPriceRule): of the unit price or of the
        /// total, whichever the rounding of the unit puts first. Floor prices stay as they are
        /// otherwise. It takes the place of `floor_price`.
        floor_rate: Rate;
        /// The rule by which new floor prices follow from the new list prices: that of the price
        /// table, so that a rise does not leave floor prices behind.
        floor_price: &'a FloorPriceRule;
    }

    rounding_inputs!();
}
