//! Reminders to sign (催签合同函): of what `DealTasks` lists as near or late.

use super::answer::SigningNotice;
use crate::deal::{Deal, DealDocument, DealTask, DealTaskKind, DocumentKind};
use crate::error::{Lang, Result, shown};
use crate::overdue::claim::ClaimDeal;
use crate::overdue::words::{counted, named};
use crate::{Date, Text};
use std::collections::HashMap;

/// Writes reminders: who writes, when, and what is known of the deals.
pub(super) struct Reminding<'a> {
    today: Date,
    seller: Option<&'a str>,
    deals: HashMap<&'a Text, &'a Deal>,
    known: HashMap<&'a Text, &'a ClaimDeal>,
}

impl<'a> Reminding<'a> {
    pub(super) fn new(
        today: Date,
        seller: Option<&'a str>,
        deals: &'a [Deal],
        known: &'a [ClaimDeal],
    ) -> Reminding<'a> {
        Reminding {
            today,
            seller,
            deals: deals.iter().map(|deal| (&deal.id, deal)).collect(),
            known: known.iter().map(|deal| (&deal.id, deal)).collect(),
        }
    }

    /// The reminder of a task, if it is about signing and its day has come.
    pub(super) fn notice(&self, task: DealTask) -> Result<Option<SigningNotice>> {
        let is_signing =
            matches!(task.kind, DealTaskKind::SigningReminder | DealTaskKind::SigningOverdue);
        let Some(id) = task.deal.filter(|_| is_signing) else { return Ok(None) };
        let (deal, known) = (self.deals.get(&id).copied(), self.known.get(&id).copied());
        let subscription = deal.and_then(|deal| deal.active_of(DocumentKind::Subscription));
        let of_deal = deal.map(Deal::contract_total).transpose()?.flatten();
        let on = |document: &DealDocument| document.active_at.map(|at| at.date());
        let mut notice = SigningNotice {
            unit_no: task.unit_no.or_else(|| known.and_then(|one| one.unit_no.clone())),
            customer: task.customer.or_else(|| known.and_then(|one| one.customer.clone())),
            owner: known.and_then(|one| one.owner.clone()),
            phone: known.and_then(|one| one.phone.clone()),
            agent: task.agent.or_else(|| known.and_then(|one| one.agent.clone())),
            number: subscription.and_then(|document| document.number.clone()),
            subscribed_on: subscription
                .and_then(on)
                .or_else(|| known.and_then(|one| one.subscribed_on)),
            contract_total: of_deal.or_else(|| known.and_then(|one| one.contract_total)),
            agreed_signing: task.due,
            days_left: task.days_left,
            text_zh: String::new(),
            text_en: String::new(),
            deal: id,
        };
        notice.text_zh = self.chinese(&notice);
        notice.text_en = self.english(&notice);
        Ok(Some(notice))
    }

    fn chinese(&self, notice: &SigningNotice) -> String {
        let [owner, _] = notice.owner.as_deref().map_or(["客户", ""].map(Into::into), named);
        let home = match &notice.unit_no {
            Some(unit) => format!("房间“{unit}”"),
            None => "房屋".to_owned(),
        };
        let on = notice.subscribed_on.map_or(String::new(), |day| format!("于 {day} "));
        let deal = notice.unit_no.is_none().then(|| format!("交易“{}”", notice.deal));
        let number = notice.number.as_ref().map(|number| format!("认购书编号“{number}”"));
        let total = notice.contract_total;
        let total =
            total.map(|total| format!("总价 {}", shown(&total.to_string(), "yuan", Lang::Zh)));
        let more: Vec<String> = [deal, number, total].into_iter().flatten().collect();
        let more = match more.is_empty() {
            true => String::new(),
            false => format!("（{}）", more.join("，")),
        };
        let (agreed, days) = (notice.agreed_signing, notice.days_left);
        let when = match days {
            0 => "今天是约定的签约日".to_owned(),
            1.. => format!("约定于 {agreed} 签约"),
            _ => format!("约定于 {agreed} 签约，已过 {} 天", days.unsigned_abs()),
        };
        let body = format!("{owner}：\n您{on}认购的{home}{more}{when}，请尽快前来签订合同。");
        format!("催签合同函\n\n{body}\n\n{}", self.signature(Lang::Zh))
    }

    fn english(&self, notice: &SigningNotice) -> String {
        let owner = notice.owner.as_deref().unwrap_or("Dear customer");
        let home = match &notice.unit_no {
            Some(unit) => format!("unit {unit}"),
            None => "home".to_owned(),
        };
        let on = notice.subscribed_on.map(|day| format!("subscribed on {day}"));
        let deal = notice.unit_no.is_none().then(|| format!("deal {}", notice.deal));
        let number = notice.number.as_ref().map(|number| format!("subscription {number}"));
        let total = notice.contract_total;
        let total =
            total.map(|total| format!("total {}", shown(&total.to_string(), "yuan", Lang::En)));
        let more: Vec<String> = [deal, on, number, total].into_iter().flatten().collect();
        let more = match more.is_empty() {
            true => String::new(),
            false => format!(" ({})", more.join(", ")),
        };
        let (agreed, days) = (notice.agreed_signing, notice.days_left);
        let when = match days {
            0 => "is to be signed today".to_owned(),
            1.. => format!("is to be signed on {agreed}"),
            _ => {
                format!("was to be signed on {agreed}, {} ago", counted(days.unsigned_abs(), "day"))
            }
        };
        let body =
            format!("{owner}:\nThe contract of your {home}{more} {when}; please come to sign it.");
        format!("Reminder to sign\n\n{body}\n\n{}", self.signature(Lang::En))
    }

    /// Who writes, and when.
    fn signature(&self, lang: Lang) -> String {
        let day = self.today;
        let Some(name) = self.seller else { return day.to_string() };
        let [zh, _] = named(name);
        let name = if lang == Lang::Zh { &zh } else { name };
        format!("{name}\n{day}")
    }
}
