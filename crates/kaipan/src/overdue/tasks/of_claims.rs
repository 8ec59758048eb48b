//! Tasks about money.

use super::answer::DayTask;
use super::engine::Known;
use super::kind::{OverdueKind, TaskMatter};
use crate::error::{Lang, Result, shown};
use crate::money::item_name;
use crate::number::Money;
use crate::overdue::balance::Running;
use crate::overdue::claim::ClaimOfDay;
use crate::overdue::words::{about, when};
use crate::{Date, Label};

/// The task of a claim of which something is owed and whose day is near or has passed. A loan is late
/// by the day that was promised for it, if there is one.
pub(super) fn task(
    of_day: &ClaimOfDay<'_>,
    running: &Running<'_>,
    known: &Known<'_>,
    until: Date,
) -> Result<Option<DayTask>> {
    let claim = of_day.claim;
    let outstanding = running.run(of_day)?.accrual.outstanding()?;
    let promised = claim.promised.filter(|_| claim.is_loan());
    let Some(due) = promised.or(claim.due).filter(|due| *due <= until && outstanding > 0) else {
        return Ok(None);
    };
    let days_left = i32::try_from(due.days_since(running.as_of)).unwrap_or(i32::MAX);
    let amount = Money::from_fen(outstanding);
    let kind = OverdueKind::of_claim(claim.category(), &claim.item);
    let who = known.who(&claim.deal);
    let names = item_name(&claim.item).map(|(zh, en)| [Label::constant(zh), Label::constant(en)]);
    let [zh, en] = names.unwrap_or_else(|| {
        [Label::of(format_args!("“{}”", claim.item)), Label::of(format_args!("\"{}\"", claim.item))]
    });
    let [about_zh, about_en] = about(Some(&claim.deal), who.unit_no);
    let [when_zh, when_en] = when(due, days_left);
    let yuan = |lang| shown(&amount.to_string(), "yuan", lang);
    Ok(Some(DayTask {
        agent: who.agent.cloned(),
        matter: TaskMatter::Money,
        overdue: (days_left < 0).then_some(kind),
        deal: Some(claim.deal.clone()),
        unit_no: who.unit_no.cloned(),
        customer: who.customer.cloned(),
        subject: Some(claim.id.clone()),
        due,
        days_left,
        amount: Some(amount),
        reason: None,
        zh: format!("{about_zh}：{zh}欠 {}（{when_zh}）", yuan(Lang::Zh)),
        en: format!("{about_en}: {} of {en} owed ({when_en})", yuan(Lang::En)),
    }))
}
