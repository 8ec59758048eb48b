//! What happened to a unit and to a deal, in words.

use super::words;
use crate::text::Say;
use kaipan::deal::{
    DealBuyer, DealChange, DealDocument, DocumentKind, QuotaChange, QuotaEvent, Reservation,
    StockChange,
};
use kaipan::error::Lang;

/// What happened to the stock of a unit.
pub(super) fn to_unit(lang: Lang, change: &StockChange) -> String {
    match change {
        StockChange::Released { batch: None } => lang.say("放盘", "released").to_owned(),
        StockChange::Released { batch: Some(batch) } => match lang {
            Lang::Zh => format!("放盘，批次“{batch}”"),
            Lang::En => format!("released in batch \"{batch}\""),
        },
        StockChange::Withdrawn {} => lang.say("收盘", "withdrawn").to_owned(),
        StockChange::Controlled {} => lang.say("销控", "controlled").to_owned(),
        StockChange::Uncontrolled {} => lang.say("解除销控", "no longer controlled").to_owned(),
        StockChange::Reserved { reservation } => reserved(lang, reservation),
        StockChange::ReservationEnded {} => lang.say("预留结束", "the reservation ends").to_owned(),
        StockChange::Held { hold } => {
            let until = words::moment(hold.until);
            match lang {
                Lang::Zh => format!("为“{}”选房确认，到 {until}", hold.customer),
                Lang::En => format!("held for \"{}\" until {until}", hold.customer),
            }
        }
        StockChange::HoldEnded {} => lang.say("选房确认结束", "the hold ends").to_owned(),
        StockChange::Taken { deal, .. } => match lang {
            Lang::Zh => format!("归交易“{deal}”"),
            Lang::En => format!("deal \"{deal}\" has it"),
        },
        StockChange::Returned { needs_price_confirmation: false, .. } => {
            lang.say("退回", "it comes back").to_owned()
        }
        StockChange::Returned { .. } => {
            lang.say("退回，价格待确认", "it comes back, its price to be confirmed").to_owned()
        }
        StockChange::Locked { lock } => words::lock(lang, *lock),
        StockChange::Unlocked { lock } => {
            let lock = words::lock(lang, *lock);
            match lang {
                Lang::Zh => format!("“{lock}”结束"),
                Lang::En => format!("\"{lock}\" ends"),
            }
        }
        StockChange::Corrected { paper, .. } => match lang {
            Lang::Zh => format!("更正资料，依据“{paper}”"),
            Lang::En => format!("data corrected, by \"{paper}\""),
        },
        // A later version may have more.
        _ => lang.say("其他变动", "another change").to_owned(),
    }
}

/// What happened to a deal; nothing for what a later version may have.
pub(super) fn to_deal(lang: Lang, change: &DealChange) -> String {
    match change {
        DealChange::BuyersNamed { buyers, agent, channel } => {
            let mut text = format!("{}{}", lang.say("买方 ", "buyers "), names(lang, buyers));
            for (label, value) in [
                (lang.say("，置业顾问 ", ", agent "), agent),
                (lang.say("，渠道 ", ", channel "), channel),
            ] {
                if let Some(value) = value {
                    text.push_str(label);
                    text.push_str(value);
                }
            }
            text
        }
        DealChange::UnitChosen { unit_no } => format!("{}{unit_no}", lang.say("选定 ", "unit ")),
        DealChange::Queued { number } => match lang {
            Lang::Zh => format!("排 {number} 号"),
            Lang::En => format!("number {number} in the queue"),
        },
        DealChange::LotteryEntered { number } => match lang {
            Lang::Zh => format!("摇号登记 {number} 号"),
            Lang::En => format!("number {number} in the lottery"),
        },
        DealChange::PriceAgreed { price } => {
            let total = words::yuan(lang, price.contract_total);
            let unit = crate::layout::amount(price.deal_price);
            match lang {
                Lang::Zh => {
                    format!("合同总价 {total}（成交单价 {unit} 元/㎡，{}）", price.discounts)
                }
                Lang::En => format!("contract total {total} ({unit} yuan per m²)"),
            }
        }
        DealChange::PaymentAgreed { plan, schedule } => {
            let lines = schedule.iter().map(|line| {
                let name = match lang {
                    Lang::Zh => &line.name,
                    Lang::En => &line.name_en,
                };
                format!("{name} {}", crate::layout::amount(line.amount))
            });
            let lines: Vec<String> = lines.collect();
            let lines = words::listed(lang, &lines);
            match lang {
                Lang::Zh => format!("付款方式“{plan}”：{lines}"),
                Lang::En => format!("plan \"{plan}\": {lines}"),
            }
        }
        DealChange::DocumentOpened { document } => opened(lang, document),
        DealChange::DocumentClosed { document, why } => {
            let (kind, why) = (kind(lang, *document), words::closed(lang, *why));
            match lang {
                Lang::Zh => format!("{kind}关闭（{why}）"),
                Lang::En => format!("{kind} closed ({why})"),
            }
        }
        DealChange::DocumentReopened { document } => {
            format!("{}{}", kind(lang, *document), lang.say("恢复生效", " active again"))
        }
        DealChange::Locked {} => lang.say("审核锁定", "approved and locked").to_owned(),
        DealChange::Unlocked {} => lang.say("解除锁定", "unlocked").to_owned(),
        DealChange::FinanceReviewed {} => lang.say("财务已审核", "reviewed by finance").to_owned(),
        DealChange::TodoOpened { todo } => {
            let (what, item) = (words::todo(lang, todo.kind), words::item(lang, &todo.item));
            let amount = words::yuan(lang, todo.amount);
            match lang {
                Lang::Zh => format!("财务待办 {}：{what} {item} {amount}", todo.id),
                Lang::En => format!("to-do {} of the cashier: {what} {item} {amount}", todo.id),
            }
        }
        DealChange::QuotasUsed { quotas } => {
            format!("{}{}", lang.say("使用名额 ", "uses of quotas: "), words::listed(lang, quotas))
        }
        DealChange::QuotasReturned { quotas } => {
            let what = lang.say("退回名额 ", "uses of quotas returned: ");
            format!("{what}{}", words::listed(lang, quotas))
        }
        DealChange::SnapshotTaken { hash, .. } => {
            let short: String = hash.chars().take(12).collect();
            format!("{} SHA-256 {short}…", lang.say("快照", "snapshot"))
        }
        DealChange::ContractPrinted { .. } => lang.say("打印合同", "contract printed").to_owned(),
        DealChange::BuyerEdited { edit } => match lang {
            Lang::Zh => format!("合同客户“{}”资料修改", edit.customer),
            Lang::En => format!("data of \"{}\" changed in the contract", edit.customer),
        },
        DealChange::ChangeSettled { settled } => {
            let done = lang.say(settled.action.chinese(), settled.action.english());
            let [refund, forfeited] =
                [settled.refund, settled.forfeited].map(|amount| words::yuan(lang, amount));
            match lang {
                Lang::Zh => format!("变更结算：{done}，退还 {refund}，没收 {forfeited}"),
                Lang::En => {
                    format!("settled ({done}): {refund} returned, {forfeited} forfeited")
                }
            }
        }
        DealChange::AreaSettled { amount } => {
            let what = lang.say("面积补差", "area difference settled:");
            format!("{what} {}", words::yuan(lang, *amount))
        }
        DealChange::SigningExtended { agreed_signing } => match lang {
            Lang::Zh => format!("约定签约日延到 {agreed_signing}"),
            Lang::En => format!("to be signed by {agreed_signing}"),
        },
        DealChange::TodoDone { id } => match lang {
            Lang::Zh => format!("财务待办 {id} 已完成"),
            Lang::En => format!("to-do {id} of the cashier is done"),
        },
        _ => lang.say("其他变动", "another change").to_owned(),
    }
}

/// What happened to a quota.
pub(super) fn to_quota(lang: Lang, event: &QuotaEvent) -> String {
    let what = match &event.change {
        QuotaChange::Opened { limit, .. } => {
            return match lang {
                Lang::Zh => format!("“{}”开放，共 {limit} 个", event.quota),
                Lang::En => format!("\"{}\" opened, {limit} uses", event.quota),
            };
        }
        QuotaChange::Used { .. } => lang.say("用去一个", "used once"),
        QuotaChange::Returned { .. } => lang.say("退回一个", "one use returned"),
        QuotaChange::Ended {} => lang.say("结束", "ended"),
        _ => lang.say("其他变动", "another change"),
    };
    match lang {
        Lang::Zh => format!("“{}”{what}", event.quota),
        Lang::En => format!("\"{}\" {what}", event.quota),
    }
}

fn reserved(lang: Lang, reservation: &Reservation) -> String {
    let Reservation { customer, until, trade_in } = reservation;
    let text = match lang {
        Lang::Zh => format!("为“{customer}”预留，到 {until}"),
        Lang::En => format!("reserved for \"{customer}\" until {until}"),
    };
    let Some(trade_in) = trade_in else { return text };
    let total = words::yuan(lang, trade_in.list_total);
    match lang {
        Lang::Zh => format!("{text}；以旧换新“{}”，锁定表价总价 {total}", trade_in.old_home),
        Lang::En => format!("{text}; trade-in \"{}\", list total {total} stays", trade_in.old_home),
    }
}

/// The buyers, with shares where they have them.
pub(super) fn names(lang: Lang, buyers: &[DealBuyer]) -> String {
    let names = buyers.iter().map(|buyer| match buyer.share {
        Some(share) => format!("{} {share}", buyer.customer),
        None => buyer.customer.to_string(),
    });
    words::listed(lang, &names.collect::<Vec<_>>())
}

/// The name of a document.
pub(super) fn kind(lang: Lang, kind: DocumentKind) -> &'static str {
    lang.say(kind.chinese(), kind.english())
}

fn opened(lang: Lang, document: &DealDocument) -> String {
    let mut text = kind(lang, document.kind).to_owned();
    text.push_str(lang.say("生效", " active"));
    if let Some(number) = &document.number {
        text.push_str(lang.say("，编号 ", ", number "));
        text.push_str(number);
    }
    for (label, day) in [
        (lang.say("，有效期到 ", ", valid until "), document.valid_until),
        (lang.say("，约定签约 ", ", to be signed "), document.agreed_signing),
        (lang.say("，约定交付 ", ", handover "), document.handover),
    ] {
        if let Some(day) = day {
            text.push_str(label);
            text.push_str(&day.to_string());
        }
    }
    text
}
