//! Due dates of fees (handbook §4.2).

use super::rule::FeeRule;
use crate::Date;
use crate::error::{At, Result};
use crate::payment::{AnchorDates, DueRules};

/// When a fee of this rule is due: anchor, months, days; `None` while the anchor has no date.
pub(super) fn due(rule: &FeeRule, dates: &AnchorDates, rules: &DueRules) -> Result<Option<Date>> {
    let Some(anchor) = &rule.anchor else { return Ok(None) };
    Ok(dates.due(anchor, rule.months, rule.days, rules).at("months")?.date)
}
