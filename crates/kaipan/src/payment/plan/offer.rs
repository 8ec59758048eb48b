//! Whether a plan is offered: switched on, on that day, in that project.

use super::payment_plan::PaymentPlan;
use crate::check::Span;
use crate::error::{Code, Error};
use crate::{Date, Text};

impl PaymentPlan {
    /// Why it is not offered on that day, at the place in the plan.
    pub(crate) fn check_offer(&self, day: Option<Date>) -> Vec<Error> {
        let mut errors = Vec::new();
        if !self.enabled {
            errors.push(self.error(Code::PaymentPlanDisabled).at("enabled"));
        }
        if let Some(day) = day {
            let early = self.valid_from.filter(|from| day < *from).map(|_| "valid_from");
            let late = self.valid_to.filter(|to| *to < day).map(|_| "valid_to");
            if let Some(field) = early.or(late) {
                let [zh, en] = Span::new(self.valid_from, self.valid_to).words();
                let error = self.error(Code::PaymentPlanNotValid);
                let error = error.with("day", day).with("window_zh", zh).with("window_en", en);
                errors.push(error.at(field));
            }
        }
        errors
    }

    /// Whether it is offered on certain days only.
    pub(crate) fn is_dated(&self) -> bool {
        self.valid_from.is_some() || self.valid_to.is_some()
    }

    /// Why it is not offered in that project.
    pub(crate) fn check_project(&self, project: Option<&str>) -> Option<Error> {
        let is_offered = |code: &Text| Some(code.as_str()) == project;
        if self.projects.is_empty() || self.projects.iter().any(is_offered) {
            return None;
        }
        let error = self.error(Code::PaymentProject).with("project", project.unwrap_or("?"));
        let error = error.with_long("known", self.projects.join(", "));
        let known = self.projects.iter().map(Text::as_str);
        Some(error.with_nearest(known, project.unwrap_or("")))
    }
}
