use crate::Text;
use crate::check::{Must, blank};
use crate::error::{Code, Error};
use crate::number::{Figure, Money};
use kaipan_derive::boundary;

/// A product of which two figures are compared: target and actual, or two periods.
#[boundary]
pub struct VarianceItem {
    /// The product.
    pub name: Text,
    /// How much there was before: m² or units.
    pub first_quantity: Figure,
    /// Its amount before, yuan.
    pub first_amount: Money,
    /// How much there is after.
    pub second_quantity: Figure,
    /// Its amount after, yuan.
    pub second_amount: Money,
}

/// Where a difference comes from, yuan. The effects come to the difference exactly; each is rounded to
/// the fen by largest remainder.
#[boundary(answer)]
#[derive(Copy)]
pub struct VarianceEffects {
    /// 价格差异: another price for what is sold after.
    pub price: Money,
    /// 数量差异: more or less in all, at the prices and in the mix before.
    pub volume: Money,
    /// 结构差异: another mix of products, at the prices before.
    pub mix: Money,
    /// 新增产品: what there was nothing of before, and so no price.
    pub new: Money,
}

/// Where the difference of two amounts comes from.
#[boundary(answer)]
pub struct VarianceSheet {
    /// Σ before, yuan.
    pub first_amount: Money,
    /// Σ after, yuan.
    pub second_amount: Money,
    /// After less before.
    pub difference: Money,
    /// Σ of the effects of the products.
    pub effects: VarianceEffects,
    /// One entry for each product, in the order given.
    #[boundary(required)]
    pub lines: Vec<VarianceLine>,
}

/// Where the difference of one product comes from.
#[boundary(answer)]
pub struct VarianceLine {
    /// The product.
    pub name: Text,
    /// After less before, yuan.
    pub difference: Money,
    /// Where it comes from.
    pub effects: VarianceEffects,
}

impl VarianceItem {
    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let number = |field, value| Must::NotBeNegative.refused(Code::KpiNumber, field, value);
        let without = |field, quantity: Figure, amount: Money| {
            let lost = quantity.is_zero() && !amount.is_zero();
            lost.then(|| Error::new(Code::KpiAmountAlone).with("name", &self.name).at(field))
        };
        let blank = blank(Code::KpiBlank, "name", &self.name).into_iter();
        blank
            .chain(number("first_quantity", self.first_quantity))
            .chain(number("second_quantity", self.second_quantity))
            .chain(without("first_amount", self.first_quantity, self.first_amount))
            .chain(without("second_amount", self.second_quantity, self.second_amount))
            .collect()
    }
}
