//! What bills are called in both languages.

use crate::layout::{amount, clean, group, signed};
use crate::text::Say;
use kaipan::error::{Code, Error, Lang};
use kaipan::pricing::{AverageMove, BillCommand, BillKind, BillMethod, BillState, PriceBill};

/// The state of a bill.
pub(crate) fn state(lang: Lang, state: BillState) -> String {
    lang.say(state.chinese(), &state.word().replace('_', " ")).to_owned()
}

/// What was done with a bill.
pub(crate) fn command(lang: Lang, command: BillCommand) -> &'static str {
    lang.say(
        command.chinese(),
        match command {
            BillCommand::Submit => "submitted",
            BillCommand::Withdraw => "withdrawn",
            BillCommand::Approve => "approved",
            BillCommand::Reject => "rejected",
            BillCommand::Execute => "executed",
            BillCommand::Supersede => "superseded",
            BillCommand::Void => "voided",
            other => other.word(),
        },
    )
}

/// A command that the state of a bill does not allow, with what can be done by this program: a bill
/// is superseded by the execution of a later one alone.
pub(super) fn refused(state: BillState, error: &Error) -> Error {
    if state != BillState::Executed {
        return error.clone();
    }
    let param = |name: &str| {
        let known = error.params().iter().find(|param| param.name == name);
        known.map(|param| param.value.to_string()).unwrap_or_default()
    };
    Error::new(Code::PricingBillState)
        .with("state", param("state"))
        .with("state_zh", param("state_zh"))
        .with("command", param("command"))
        .with("command_zh", param("command_zh"))
        .with_long(
            "possible_zh",
            "价格已经生效，不能再改；要改价就用“kaipan adjust”另做一张，它执行后这一张自动被取代",
        )
        .with_long(
            "possible",
            "its prices are in force: make another bill with kaipan adjust, whose execution \
             supersedes this one",
        )
}

/// What a bill does.
pub(crate) fn kind(lang: Lang, kind: BillKind) -> &'static str {
    match kind {
        BillKind::Set => lang.say("定价单", "First prices"),
        BillKind::Adjust => lang.say("调价单", "Price change"),
        other => other.word(),
    }
}

/// How a bill came to its prices, part after part.
pub(crate) fn methods(lang: Lang, bill: &PriceBill) -> String {
    let mut all = vec![method(lang, bill.method.as_ref())];
    all.extend(bill.further_methods.iter().map(|further| method(lang, Some(further))));
    all.join(lang.say("；另：", "; also "))
}

fn method(lang: Lang, method: Option<&BillMethod>) -> String {
    match method {
        None => lang.say("（未记录）", "(not recorded)").to_owned(),
        Some(BillMethod::AmountPerM2 { amount: change }) => {
            let change = signed(&amount(change));
            format!("{change} {}", lang.say("元/㎡", "yuan/m²"))
        }
        Some(BillMethod::Percent { percent }) => {
            format!("{}{}", signed(&group(&percent.to_string())), lang.say("%", " %"))
        }
        Some(BillMethod::TotalAmount { amount: change }) => {
            let change = signed(&amount(change));
            format!("{change} {}", lang.say("元/套", "yuan a home"))
        }
        Some(BillMethod::ToAverage { average, by }) => {
            let how = match by {
                AverageMove::Shift => lang.say("每平米加减相同金额", "by one amount per m²"),
                _ => lang.say("同比例", "by one factor"),
            };
            match lang {
                Lang::Zh => format!("调到均价 {} 元/㎡（{how}）", amount(average)),
                Lang::En => format!("to an average of {} yuan/m² ({how})", amount(average)),
            }
        }
        Some(BillMethod::Reprice { schemes }) => {
            let codes: Vec<String> = schemes.iter().map(|code| clean(code)).collect();
            let codes = codes.join(lang.say("、", ", "));
            format!("{}{codes}", lang.say("按方案：", "by schemes: "))
        }
        Some(BillMethod::Explicit {}) => lang.say("按价格表", "by a price list").to_owned(),
        Some(_) => lang.say("（未知）", "(unknown)").to_owned(),
    }
}
