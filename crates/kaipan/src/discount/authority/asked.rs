//! A price that somebody has to approve (handbook §3.4).

use crate::builder::inputs;
use crate::check::Must;
use crate::discount::scheme::DiscountReason;
use crate::discount::scheme::check::VALUE;
use crate::error::{Code, Error, Input, InputPlace, Result, both};
use crate::number::Money;
use kaipan_derive::boundary;

/// Project and product type of a deal.
pub(crate) type Scope<'a> = (Option<&'a str>, Option<&'a str>);

/// A deal price as the roles of an [`AuthorityTable`](super::AuthorityTable) see it.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct AskedPrice<'a> {
    pub(crate) list_total: Money,
    pub(crate) deal_total: Money,
    /// The deal total with the approved scheme alone.
    pub(crate) standard_total: Option<Money>,
    /// Something is taken off beyond the approved scheme.
    pub(crate) special: bool,
    pub(crate) below_floor: bool,
    /// The floor total, if that decides.
    pub(crate) floor_total: Option<Money>,
    pub(crate) by_reason: &'a [ReasonAmount],
    pub(crate) scope: Scope<'a>,
}

impl<'a> AskedPrice<'a> {
    /// A price by its list total (表价总价) and its deal total (成交总价), yuan. The list total is
    /// the standard total too, until [`AskedPrice::standard_total`] says another one.
    pub fn new(list_total: Money, deal_total: Money) -> AskedPrice<'a> {
        AskedPrice {
            list_total,
            deal_total,
            standard_total: None,
            special: deal_total < list_total,
            below_floor: false,
            floor_total: None,
            by_reason: &[],
            scope: (None, None),
        }
    }

    inputs! {
        /// What the discounts of single reasons take off; of special discounts only, if limits
        /// apply to these.
        by_reason: &'a [ReasonAmount];
    }

    /// The deal total with the approved scheme alone, yuan, for limits on special discounts only.
    pub fn standard_total(mut self, total: impl Into<Option<Money>>) -> Self {
        self.standard_total = total.into();
        self.special = self.deal_total < self.standard();
        self
    }

    /// 底价 (总价), yuan.
    pub fn floor_total(mut self, total: impl Into<Option<Money>>) -> Self {
        self.floor_total = total.into();
        self.below_floor = self.floor_total.is_some_and(|floor| self.deal_total < floor);
        self
    }

    /// Code of the project.
    pub fn project(mut self, code: impl Into<Option<&'a str>>) -> Self {
        self.scope.0 = code.into();
        self
    }

    /// Product type of the unit (业态).
    pub fn product_type(mut self, product_type: impl Into<Option<&'a str>>) -> Self {
        self.scope.1 = product_type.into();
        self
    }

    /// What limits on special discounts are compared with.
    pub(crate) fn standard(&self) -> Money {
        self.standard_total.unwrap_or(self.list_total)
    }

    pub(super) fn validate(&self) -> Result<()> {
        let positive = |input: Input, amount: Money| {
            if amount.is_positive() {
                return Ok(());
            }
            let error = Error::new(Code::DiscountListNotPositive).with("field", input.name());
            Err(error.with("value", amount).placed(input))
        };
        let list = positive(Input::ListTotal, self.list_total);
        let standard = self.standard_total;
        let standard = standard.map_or(Ok(()), |total| positive(Input::StandardTotal, total));
        let deal = Must::NotBeNegative.refused(VALUE, "deal_total", self.deal_total);
        let deal = deal.map_or(Ok(()), |error| Err(error.placed(Input::DealTotal)));
        let floor = self.floor_total.and_then(|total| {
            let error = Must::NotBeNegative.refused(VALUE, "floor_total", total)?;
            Some(error.placed(Input::FloorTotal))
        });
        let reasons = Error::collect(self.wrong_reasons());
        let totals = both(both(list, standard), both(deal, floor.map_or(Ok(()), Err)));
        both(totals, reasons).map(drop)
    }

    /// Amounts of single reasons that are below zero: nothing is taken on by a discount.
    fn wrong_reasons(&self) -> Vec<Error> {
        let reasons = self.by_reason.iter().enumerate();
        let wrong = reasons.filter_map(|(at, one)| {
            let error = Must::NotBeNegative.refused(VALUE, "amount", one.amount)?;
            Some(error.placed(InputPlace::of(Input::ByReason).then(at).then("amount")))
        });
        wrong.collect()
    }
}

/// What the discounts of one reason take off.
#[boundary]
pub struct ReasonAmount {
    /// The reason.
    pub reason: DiscountReason,
    /// Yuan off.
    pub amount: Money,
}
