//! Steps of a list price in words.

use super::step::{Step, StepRule};
use crate::error::Lang;
use crate::project::{Dimension, UnitState};
use crate::step_line::{step_line, step_number};

impl StepRule {
    /// What people call it.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            StepRule::Base => ("基准价", "base price"),
            StepRule::SolvedBase => ("反推基准价", "solved base"),
            StepRule::Coefficient => ("× 系数", "× coefficient"),
            StepRule::Percent => ("+ 百分比", "+ percentage"),
            StepRule::Score => ("打分", "score"),
            StepRule::Difference => ("+ 差价", "+ difference"),
            StepRule::Spot => ("+ 干扰", "+ spot"),
            StepRule::Gift => ("+ 赠送面积", "+ gift area"),
            StepRule::LumpSum => ("+ 一次性金额", "+ lump sum"),
            StepRule::CompositeDiscount => ("÷ 综合折扣", "÷ discount"),
            StepRule::UnitRounding => ("单价取整", "round unit price"),
            StepRule::Area => ("× 面积", "× area"),
            StepRule::TotalRounding => ("总价取整", "round total"),
            StepRule::Levelling => ("调平", "levelling"),
            StepRule::Derived => ("÷ 面积", "÷ area"),
            StepRule::Override => ("手工定价", "override"),
            StepRule::Entered => ("按套录入", "entered"),
            StepRule::Kept => ("保留原价", "kept"),
            StepRule::List => ("表价", "list price"),
            StepRule::FloorRate => ("× 底价比例", "× floor rate"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

impl Step {
    /// The name of its factor, spot, lump sum or override; attributes and states of units as
    /// people call them.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        if self.rule == StepRule::Kept {
            let state = UnitState::ALL.iter().find(|state| state.word() == self.name.as_str());
            return match (lang, state.and_then(|state| state.chinese().first())) {
                (Lang::Zh, Some(chinese)) => (*chinese).to_owned(),
                _ => self.name.replace('_', " "),
            };
        }
        match (lang, self.name.parse::<Dimension>()) {
            (_, Err(_)) => self.name.to_string(),
            (Lang::Zh, Ok(attribute)) => attribute.chinese().to_owned(),
            (Lang::En, Ok(Dimension::Custom(name))) => name,
            (Lang::En, Ok(_)) => self.name.replace('_', " "),
        }
    }

    /// The step as a line: rule, name and number, then the price before and after.
    ///
    /// ```
    /// use kaipan::error::Lang;
    /// use kaipan::pricing::{Explain, Factor, Method, PricingScheme, Trial};
    /// use kaipan::project::{Project, Unit};
    /// let unit = Unit::new("1801", "1", 18, "01", "121.50".parse()?);
    /// let project = Project::new("云境湾").with_units(vec![unit]);
    /// let floors = Factor::by_floor(Method::Difference, [(18, "345".parse()?)]);
    /// let scheme = PricingScheme::new("A").with_base_price("12000".parse()?);
    /// let schemes = [scheme.with_factors(vec![floors])];
    /// let table = Trial::new(&project, &schemes).explain(&Explain::ALL).table()?;
    /// let steps = &table.rows[0].steps;
    /// assert_eq!(steps[0].text(Lang::Zh), "基准价：12,000");
    /// assert_eq!(steps[1].text(Lang::Zh), "+ 差价 楼层 345：12,000 → 12,345");
    /// assert_eq!(steps[1].text(Lang::En), "+ difference floor 345: 12,000 → 12,345");
    /// assert_eq!(steps[4].text(Lang::Zh), "总价取整 四舍五入到个位：1,499,917.5 → 1,499,918");
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        // The first step starts from its own number.
        let value = self.value.as_ref().filter(|_| self.before.is_some());
        // What a derived price is divided by is no place of a rounding.
        let mode = self.mode.filter(|_| self.rule != StepRule::Derived);
        let number = step_number(lang, value, mode, "number");
        let applied = [self.rule.name(lang), &self.label(lang), &number];
        step_line(lang, &applied, self.before.as_ref(), &self.after)
    }
}
