//! Steps of a settlement in words.

use crate::area_settlement::{AreaStep, AreaStepRule};
use crate::error::{Lang, shown};
use crate::step_line::{step_line, step_number};

impl AreaStepRule {
    /// What people call it.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            AreaStepRule::RegisteredArea => ("登记面积", "registered area"),
            AreaStepRule::Difference => ("− 合同面积", "− area of the contract"),
            AreaStepRule::Part => ("+ 补差", "+ settled"),
            AreaStepRule::Rounding => ("取整", "rounding"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

impl AreaStep {
    /// The step as a line: rule and numbers, then what was there before and after.
    ///
    /// ```
    /// use kaipan::area_settlement::{AreaContract, AreaSettlementPolicy, AreaSettling, AreaSurvey};
    /// use kaipan::error::Lang;
    /// let policy = AreaSettlementPolicy::default();
    /// let contract = AreaContract::new("D-1", "1802", "100".parse()?, "1200000".parse()?);
    /// let survey = AreaSurvey::new("1802", "96.99".parse()?);
    /// let sheet = AreaSettling::new(&policy, &contract, &survey).sheet()?;
    /// let lines: Vec<String> = sheet.steps.iter().map(|step| step.text(Lang::Zh)).collect();
    /// assert_eq!(lines, [
    ///     "登记面积：96.99",
    ///     "− 合同面积 100 ㎡：96.99 → -3.01",
    ///     "+ 补差 -3 ㎡ × 1 × 12,000 元/㎡：0 → -36,000",
    ///     "+ 补差 -0.01 ㎡ × 2 × 12,000 元/㎡：-36,000 → -36,240",
    ///     "取整 四舍五入到分：-36,240 → -36,240",
    /// ]);
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let value = step_number(lang, self.value.as_ref(), self.mode, "area");
        let factor = self.factor.map(|factor| format!("× {factor}")).unwrap_or_default();
        let price = self.price.as_ref();
        let price = price.map(|price| format!("× {}", shown(&price.to_string(), "price", lang)));
        let applied = [self.rule.name(lang), &value, &factor, &price.unwrap_or_default()];
        step_line(lang, &applied, self.before.as_ref(), &self.after)
    }
}
