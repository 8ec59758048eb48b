//! Spend that does not say how much it was.

use super::record::Fact;
use crate::Text;
use crate::error::{Code, Finding, Input, finding};

/// Facts of these, all spend, that do not say how much was spent.
pub(in crate::kpi) fn spend_without_amount<'a>(
    spend: impl Iterator<Item = &'a Fact>,
) -> Option<Finding> {
    let count = spend.filter(|fact| fact.amount.is_none()).count();
    let name: Text = "spend".into();
    (count > 0).then(|| finding!(Code::KpiAmountMissing, name, count).within(Input::Facts))
}
