//! What is lacking in words that depend on the guard: what a day, a count or a name means there.

use super::{DealGuard as G, Lacking};
use crate::error::Lang;
use crate::money;
use crate::{Date, Time};

/// What is lacking as this guard says it; none where the general words do.
pub(super) fn said(guard: G, lacking: &Lacking, lang: Lang) -> Option<String> {
    match lacking {
        Lacking::Day { day } => of_day(guard, *day, lang),
        Lacking::Moment { time } => of_moment(guard, *time, lang),
        Lacking::Count { most, found } => of_count(guard, [*most, *found], lang),
        Lacking::Named { name, count } => of_name(guard, name, *count, lang),
        Lacking::NeedsInput { input } if input == "buyers" && looks_at_people(guard) => {
            Some(match lang {
                Lang::Zh => "未提供这些买方的资料（“buyers”）".to_owned(),
                Lang::En => "what is known of these buyers (\"buyers\") is not given".to_owned(),
            })
        }
        Lacking::Fact {} => of_fact(guard, lang),
        _ => None,
    }
}

/// What is the case instead, where the guard asks for nothing that is there or lacking.
fn of_fact(guard: G, lang: Lang) -> Option<String> {
    let [zh, en] = match guard {
        G::DocumentUnlocked => ["单据已锁定", "it is locked"],
        G::DocumentLocked => ["单据未锁定", "it is not locked"],
        G::NotFiled => ["已备案", "it is filed"],
        G::FilingCancelled => ["备案尚未撤销", "the filing stands"],
        G::OldDealFree => ["换出的交易已锁定", "it is locked"],
        G::NoTradeInPending => ["正在以旧换新保留", "it waits for a trade-in"],
        G::TodoDecided => ["尚未决定", "it is not decided"],
        G::TodoUndecided => ["已经决定", "it is decided"],
        _ => return None,
    };
    Some(in_language([zh.to_owned(), en.to_owned()], lang))
}

/// The guard asks what is known of the buyers, not who they are.
fn looks_at_people(guard: G) -> bool {
    matches!(guard, G::Identified | G::IdentityRecorded | G::RequiredFields | G::CreditLimit)
}

fn of_day(guard: G, day: Date, lang: Lang) -> Option<String> {
    let [zh, en] = match guard {
        G::NotExpired => [format!("已于 {day} 到期"), format!("it ran out on {day}")],
        G::Expired | G::ExpiredOrGivenUp => {
            [format!("有效期到 {day}"), format!("it is valid until {day}")]
        }
        G::OfferExpired => [format!("期限到 {day}"), format!("it lasts until {day}")],
        G::QuotaLeft => [format!("期限到 {day}，已过"), format!("it lasted until {day}")],
        G::SigningAgreed | G::WithinReservation | G::WithinTradeIn | G::OfferGiven => {
            [format!("{day} 早于今天"), format!("{day} is before today")]
        }
        G::OldHomeSold => [format!("{day} 晚于今天"), format!("{day} is after today")],
        G::SameCustomer => [
            format!("为其他客户保留到 {day}"),
            format!("it is kept for another customer until {day}"),
        ],
        G::PresalePermit
        | G::ToppedOut
        | G::SaleFiled
        | G::FirstRegistration
        | G::ConstructionPermit => [format!("{day} 才有"), format!("there is none before {day}")],
        G::PromiseKept => [
            format!("定金合同约定 {day} 交付，不能更晚"),
            format!("the deposit contract promises the handover by {day}"),
        ],
        G::SigningPassed => {
            [format!("约定 {day} 签约"), format!("the signing is agreed for {day}")]
        }
        G::ReminderPassed => {
            [format!("宽限到 {day}"), format!("the days of grace last until {day}")]
        }
        G::EnteredThisPeriod => [format!("{day} 登记"), format!("it was entered on {day}")],
        _ => return None,
    };
    Some(in_language([zh, en], lang))
}

fn of_moment(guard: G, time: Time, lang: Lang) -> Option<String> {
    let time = time.in_words();
    let [zh, en] = match guard {
        G::Expired | G::ExpiredOrGivenUp => {
            [format!("有效期到 {time}"), format!("it is valid until {time}")]
        }
        G::NotHeldByAnother => [
            format!("为其他客户保留到 {time}"),
            format!("it is held for another customer until {time}"),
        ],
        G::ListOpen => [format!("已于 {time} 截止"), format!("it was closed at {time}")],
        _ => return None,
    };
    Some(in_language([zh, en], lang))
}

fn of_count(guard: G, [most, found]: [u32; 2], lang: Lang) -> Option<String> {
    let (zh, en) = match guard {
        G::WithinReservation | G::WithinTradeIn => ("天", "days"),
        G::WithinHold => ("分钟", "minutes"),
        G::OfferGiven => ("套", "units"),
        _ => return None,
    };
    Some(match lang {
        Lang::Zh => format!("最多 {most} {zh}，现为 {found} {zh}"),
        Lang::En => format!("at most {most} {en}, {found} are given"),
    })
}

/// House money that names no account is told by what it is.
fn of_name(guard: G, name: &str, count: u32, lang: Lang) -> Option<String> {
    let (zh, en) = money::item_name(name).filter(|_| guard == G::SupervisedAccount)?;
    Some(match (lang, count) {
        (Lang::Zh, 1) => format!("“{zh}”未写明账户"),
        (Lang::Zh, _) => format!("“{zh}”等 {count} 笔未写明账户或在其他账户"),
        (Lang::En, 1) => format!("the account of the {en} is not given"),
        (Lang::En, _) => {
            format!("{count} amounts, the {en} among them, name no account or another one")
        }
    })
}

fn in_language([zh, en]: [String; 2], lang: Lang) -> String {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;
    use crate::deal::UnmetDealGuard;

    fn both(guard: G, lacking: Lacking) -> [String; 2] {
        let unmet = UnmetDealGuard { guard, lacking };
        [unmet.message(Lang::Zh), unmet.message(Lang::En)]
    }

    #[test]
    fn a_day_a_count_and_a_name_say_what_they_mean() {
        let day: Date = "2026-05-06".parse().unwrap();
        let text = |text: &str| Text::from(text);
        for (guard, lacking, zh, en) in [
            (
                G::NotExpired,
                Lacking::Day { day },
                "须未到期：已于 2026-05-06 到期",
                "it is required that it has not expired: it ran out on 2026-05-06",
            ),
            (
                G::SaleFiled,
                Lacking::Day { day },
                "须现房销售已备案：2026-05-06 才有",
                "it is required that the sale of completed homes is filed: there is none before 2026-05-06",
            ),
            (
                G::WithinReservation,
                Lacking::Count { most: 7, found: 30 },
                "须预留期限不超过规定：最多 7 天，现为 30 天",
                "it is required that the reservation is not longer than allowed: at most 7 days, 30 are given",
            ),
            (
                G::MayAct,
                Lacking::Role { roles: vec![text("cashier"), text("sales_manager")] },
                "须岗位有权办理：由“cashier”、“sales_manager”办理",
                "it is required that the role may do this: it is for \"cashier\" or \"sales_manager\"",
            ),
            (
                G::BuyersNamed,
                Lacking::Shares { sum: text("5/6") },
                "须客户已登记，份额合计为 1：合计 5/6",
                "it is required that the buyers are named, and their shares are 1: they come to 5/6",
            ),
            (
                G::SupervisedAccount,
                Lacking::Named { name: text("booking_money"), count: 1 },
                "须房款在监管账户：“预定金”未写明账户",
                "it is required that house money lies in the supervised account: the account of the booking money is not given",
            ),
            (
                G::SupervisedAccount,
                Lacking::Named { name: text("6222"), count: 1 },
                "须房款在监管账户：“6222”",
                "it is required that house money lies in the supervised account: \"6222\"",
            ),
            (
                G::BuyersNamed,
                Lacking::NeedsInput { input: text("buyers") },
                "须客户已登记，份额合计为 1：未提供买方（“buyers”）",
                "it is required that the buyers are named, and their shares are 1: \"buyers\" is not given",
            ),
        ] {
            assert_eq!(both(guard, lacking), [zh, en]);
        }
    }
}
