//! Steps of an amount of a schedule in words.

use super::answer::{AmountRule, AmountStep};
use crate::error::Lang;
use crate::step_line::{step_line, step_number};

impl AmountRule {
    /// What people call it.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            AmountRule::Ratio => ("总价的比例", "share of the total"),
            AmountRule::ValuationRatio => ("最低估值的比例", "share of the lowest valuation"),
            AmountRule::LoanLimit => ("各项贷款的总限额", "limit for all loans"),
            AmountRule::Fixed => ("固定金额", "fixed amount"),
            AmountRule::AppliedFor => ("申请或获批金额", "amount applied for"),
            AmountRule::Cap => ("不超过上限", "not above the cap"),
            AmountRule::Rounding => ("取整", "rounding"),
            AmountRule::LoanCutOff => ("+ 贷款舍去的尾数", "+ what a loan cut off"),
            AmountRule::Deposit => ("− 定金", "− deposit"),
            AmountRule::CarriedDeposit => ("− 前面未扣完的定金", "− deposit left to take off"),
            AmountRule::Remainder => ("余款", "remainder"),
            AmountRule::GivenBack => ("− 退回取整多出的部分", "− what rounding had added"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

impl AmountStep {
    /// The step as a line: rule and number, then the amount after.
    ///
    /// ```
    /// use kaipan::error::Lang;
    /// use kaipan::payment::{Anchor, LineAmount, PaymentMethod, PaymentPlan, PlanLine, Scheduling};
    /// let line = |name: &str, amount| PlanLine::new(name, amount, Anchor::SIGNING_DATE);
    /// let down = line("首付", LineAmount::ratio("0.3".parse()?));
    /// let rest = line("余款", LineAmount::REMAINDER);
    /// let plan = PaymentPlan::new("P", "分期", PaymentMethod::Instalment, vec![down, rest]);
    /// let schedule = Scheduling::new(&plan).schedule("1499918".parse()?)?;
    /// let steps = &schedule.lines[0].parts;
    /// assert_eq!(steps[0].text(Lang::Zh), "总价的比例 30%：449,975.4");
    /// assert_eq!(steps[1].text(Lang::En), "rounding half up to 1: 449,975");
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let shape = match self.rule {
            AmountRule::Ratio | AmountRule::ValuationRatio => "percent",
            _ => "yuan",
        };
        let number = step_number(lang, self.value.as_ref(), self.mode, shape);
        step_line(lang, &[self.rule.name(lang), &number], None, &self.after)
    }
}
