//! Steps of a deal price in words.

use super::step::{DiscountRule, DiscountStep};
use crate::error::Lang;
use crate::step_line::{step_line, step_number};

impl DiscountRule {
    /// What people call it.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            DiscountRule::ListTotal => ("表价总价", "list total"),
            DiscountRule::ListUnitPrice => ("表价单价", "list unit price"),
            DiscountRule::FixedPrice => ("一口价", "fixed price"),
            DiscountRule::Rate => ("× 折扣", "× rate"),
            DiscountRule::Points => ("减点", "points off"),
            DiscountRule::AddedPoints => ("累加减点", "added points off"),
            DiscountRule::OriginalPoints => ("按原价减点", "points of the start"),
            DiscountRule::UnitOff => ("单价优惠", "unit price off"),
            DiscountRule::TotalOff => ("总价优惠", "amount off"),
            DiscountRule::DepositMultiplier => ("认筹抵扣", "deposit counts more"),
            DiscountRule::NotBelowZero => ("不低于零", "not below zero"),
            DiscountRule::StepRounding => ("逐项取整", "round step"),
            DiscountRule::UnitRounding => ("单价取整", "round unit price"),
            DiscountRule::Area => ("× 面积", "× area"),
            DiscountRule::TotalRounding => ("总价取整", "round total"),
            DiscountRule::Derived => ("÷ 面积", "÷ area"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

impl DiscountStep {
    /// The step as a line: rule, codes of the discounts and number, then the price before and
    /// after.
    ///
    /// ```
    /// use kaipan::discount::{
    ///     ChosenDiscount, DealFacts, Discount, DiscountKind, DiscountScheme, Discounting, ListPrice,
    /// };
    /// use kaipan::error::Lang;
    /// let early = Discount::new("EARLY", "开盘优惠", DiscountKind::rate("0.98".parse()?));
    /// let scheme = DiscountScheme::new("2026", vec![early]);
    /// let list = ListPrice::new("120".parse()?).with_total("1500000".parse()?);
    /// let facts = DealFacts::new("2026-05-01".parse()?);
    /// let chosen = [ChosenDiscount::new("EARLY")];
    /// let deal = Discounting::new(&scheme, &list, &facts).apply(&chosen)?;
    /// assert_eq!(deal.steps[0].text(Lang::Zh), "表价总价：1,500,000");
    /// assert_eq!(deal.steps[1].text(Lang::Zh), "× 折扣 EARLY 98%：1,500,000 → 1,470,000");
    /// assert_eq!(deal.steps[1].text(Lang::En), "× rate EARLY 98 %: 1,500,000 → 1,470,000");
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let shape = match self.rule {
            DiscountRule::Rate
            | DiscountRule::Points
            | DiscountRule::AddedPoints
            | DiscountRule::OriginalPoints => "percent",
            DiscountRule::UnitOff => "price",
            DiscountRule::Area | DiscountRule::Derived => "area",
            DiscountRule::FixedPrice
            | DiscountRule::TotalOff
            | DiscountRule::DepositMultiplier
            | DiscountRule::NotBelowZero => "yuan",
            _ => "number",
        };
        // The first step starts from its own number.
        let value = self.value.as_ref().filter(|_| self.before.is_some());
        let number = step_number(lang, value, self.mode, shape);
        let codes: Vec<&str> = self.codes.iter().map(|code| code.as_str()).collect();
        let codes = codes.join(if lang == Lang::Zh { "、" } else { ", " });
        let applied = [self.rule.name(lang), &codes, &number];
        step_line(lang, &applied, self.before.as_ref(), &self.after)
    }
}
