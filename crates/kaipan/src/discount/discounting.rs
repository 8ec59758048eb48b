//! The engine of discounts: what it is made from, and what it checks first.

use crate::Text;
use crate::builder::{inputs, optional_inputs};
use crate::check::Span;
use crate::discount::authority::AuthorityTable;
use crate::discount::choice::{Admission, Wanted};
use crate::discount::deal::{
    ChosenDiscount, Deal, DealFacts, Ineligible, List, ListPrice, PlanNames,
};
use crate::discount::scheme::DiscountScheme;
use crate::error::{At, Code, Error, Input, Result, both};
use crate::pricing::{PriceRules, USUAL_RULES};
use crate::project::{Unit, check_unit};

/// The discounts of one deal under one scheme (handbook §3).
///
/// It borrows what it is made from. Every verb refuses schemes and tables of approvals that
/// contradict themselves, list prices not above zero, and discounts that are unknown or exclude
/// each other; all reasons come at once, each at its place in an input:
/// [`Input::Scheme`], [`Input::List`], [`Input::Facts`], [`Input::Unit`], [`Input::Rules`],
/// [`Input::Authority`], [`Input::Chosen`].
///
/// ```
/// use kaipan::discount::{
///     ChosenDiscount, DealFacts, Discount, DiscountKind, DiscountScheme, Discounting, ListPrice,
/// };
///
/// let rate = DiscountKind::rate("0.98".parse()?);
/// let amount = DiscountKind::total_off("5000".parse()?);
/// let lump_sum = Discount::new("LUMP", "一次性付款", rate);
/// let voucher = Discount::new("OFF", "总价优惠", amount);
/// let scheme = DiscountScheme::new("2026", vec![lump_sum, voucher]);
/// let list = ListPrice::new("120".parse()?).with_total("1500000".parse()?);
/// let facts = DealFacts::new("2026-05-01".parse()?);
///
/// let chosen = [ChosenDiscount::new("LUMP"), ChosenDiscount::new("OFF")];
/// let deal = Discounting::new(&scheme, &list, &facts).apply(&chosen)?;
/// assert_eq!(deal.deal_total.to_string(), "1465000.00");
/// assert_eq!(deal.text_zh, "一次性付款98折;总价优惠5000元");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Discounting<'a> {
    pub(crate) scheme: &'a DiscountScheme,
    pub(crate) list: Option<&'a ListPrice>,
    pub(crate) facts: &'a DealFacts,
    pub(crate) unit: Option<&'a Unit>,
    pub(crate) rules: &'a PriceRules,
    pub(crate) authority: Option<&'a AuthorityTable>,
    pub(crate) ineligible: Ineligible,
    pub(crate) confirmed: bool,
    pub(crate) plan_discounts: &'a [Text],
    pub(crate) plan_names: PlanNames<'a>,
}

impl<'a> Discounting<'a> {
    /// With what it has to have.
    pub fn new(
        scheme: &'a DiscountScheme,
        list: &'a ListPrice,
        facts: &'a DealFacts,
    ) -> Discounting<'a> {
        Discounting { list: Some(list), ..Discounting::unpriced(scheme, facts) }
    }

    /// Without a list price: it only knows what stands against a choice.
    pub(crate) fn unpriced(scheme: &'a DiscountScheme, facts: &'a DealFacts) -> Discounting<'a> {
        Discounting {
            scheme,
            list: None,
            facts,
            unit: None,
            rules: &USUAL_RULES,
            authority: None,
            ineligible: Ineligible::Reject,
            confirmed: false,
            plan_discounts: &[],
            plan_names: &[],
        }
    }

    inputs! {
        /// What happens to chosen discounts whose conditions do not hold; they are refused if this is
        /// not said. On-time discounts that are lost are always left out, never refused.
        ineligible: Ineligible;
        /// Somebody has looked at what takes more off than `limits.confirm_above` of the scheme, and
        /// it is meant.
        confirmed: bool;
        /// Rules that the deal price is checked against; those of [`PriceRules::usual`] otherwise.
        rules: &'a PriceRules;
    }

    optional_inputs! {
        /// The unit, with floor price and filed price; conditions on units look at it too.
        unit: &'a Unit;
        /// Who may approve what; without it nobody is asked.
        authority: &'a AuthorityTable;
    }

    /// Codes of discounts that come by themselves with the payment plan, before those that are
    /// chosen. They are left out where their conditions do not hold. Their places are those of
    /// `discounts` in [`Input::Plan`].
    pub(crate) fn plan_discounts(self, codes: &'a [Text]) -> Discounting<'a> {
        Discounting { plan_discounts: codes, ..self }
    }

    /// What people call the payment plans.
    pub(crate) fn plan_names(self, names: PlanNames<'a>) -> Discounting<'a> {
        Discounting { plan_names: names, ..self }
    }

    /// The discounts that are wanted: those of the plan and those that are chosen.
    pub(crate) fn wanted<'w>(&self, chosen: &'w [ChosenDiscount]) -> Vec<Wanted<'w>>
    where
        'a: 'w,
    {
        Wanted::all(self.plan_discounts, chosen)
    }

    pub(crate) fn admission<'w>(&self, wanted: &'w [Wanted<'w>]) -> Admission<'w>
    where
        'a: 'w,
    {
        let (deal, ineligible) = (self.deal(), self.ineligible);
        Admission { scheme: self.scheme, deal, wanted, ineligible, is_for_best: false }
    }

    pub(crate) fn deal(&self) -> Deal<'a> {
        Deal { facts: self.facts, unit: self.unit, plan_names: self.plan_names }
    }

    /// Project and product type that roles are in charge of.
    pub(crate) fn scope(&self) -> (Option<&'a str>, Option<&'a str>) {
        let product = self.unit.and_then(|unit| unit.product_type.as_deref());
        (self.facts.project.as_deref(), product)
    }

    /// Everything that does not depend on the choice; gives the list price with both its forms.
    pub(crate) fn check(&self) -> Result<List> {
        let policies = both(self.check_scheme(), self.check_authority());
        both(self.check_deal(), policies).map(|(list, _)| list)
    }

    /// The list price and what prices are checked against.
    pub(crate) fn check_deal(&self) -> Result<List> {
        let list = self.list.ok_or_else(|| Error::new(Code::DiscountListMissing));
        let list = list.and_then(ListPrice::resolve).within(Input::List);
        let unit = self.unit.map_or(Ok(()), check_unit).within(Input::Unit);
        let rules = self.rules.validate().within(Input::Rules);
        both(list, both(unit, rules)).map(|(list, _)| list)
    }

    /// The scheme by itself, and in force on the day of subscription.
    pub(crate) fn check_scheme(&self) -> Result<()> {
        let window = Span::new(self.scheme.valid_from, self.scheme.valid_to);
        let date = self.facts.subscription_date;
        let in_force = if window.contains(date) {
            Ok(())
        } else {
            Err(window.named_in(Error::new(Code::DiscountSchemeWindow).with("date", date)))
        };
        both(self.scheme.validate(), in_force).map(drop).within(Input::Scheme)
    }

    /// The roles in charge of this deal.
    pub(crate) fn check_authority(&self) -> Result<()> {
        let Some(table) = self.authority else { return Ok(()) };
        table.validate(self.scope()).within(Input::Authority)
    }
}
