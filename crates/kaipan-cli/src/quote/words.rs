//! Words of a quote in both languages, for the terminal and the sheet.

use super::choice::plan_name;
use crate::layout::{amount, group};
use crate::text::Say;
use kaipan::discount::{DiscountKind, DiscountRule, DiscountStep};
use kaipan::error::{Code, Finding, Lang};
use kaipan::fee::FeeLine;
use kaipan::number::{Exact, Money, Place, Rate, Rounding, discount_text};
use kaipan::payment::loan::{LoanRate, LoanSchedule, RepaymentMethod};
use kaipan::payment::{Anchor, MoneyItem, PaymentMethod, PaymentPlan, ScheduleLine};
use kaipan::quote::{PolicyKind, PolicyUse, Quote, SalesPolicies};

/// One of two names.
pub(crate) fn name<'a>(lang: Lang, zh: &'a str, en: &'a str) -> &'a str {
    if en.is_empty() { zh } else { lang.say(zh, en) }
}

/// With a capital first letter, as headings and first columns have it.
pub(crate) fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// Yuan: `5,123,456 元`.
pub(crate) fn yuan(lang: Lang, money: Money) -> String {
    format!("{} {}", amount(money), lang.say("元", "yuan"))
}

/// Yuan in a column: with fen if any amount of the column has them.
pub(crate) fn column(amounts: impl IntoIterator<Item = Money>) -> fn(Money) -> String {
    let mut amounts = amounts.into_iter();
    let fen = amounts.any(|money| money.fen().checked_rem(100) != Some(0));
    if fen { |money| group(&money.to_string()) } else { |money| amount(money) }
}

/// Decimals of a price that people read.
const FEN: u32 = 2;

/// A price between steps, to the fen.
pub(crate) fn price(price: &Exact) -> String {
    let fen = price.rounded(FEN).to_string();
    fen.parse::<Money>().map_or_else(|_| group(&fen), amount)
}

/// It has more decimals than [`price`] shows.
pub(crate) fn is_long(price: &Exact) -> bool {
    price.rounded(FEN) != *price
}

/// A ratio in percent, to two decimals: `69.41%`.
pub(crate) fn percent(rate: Rate) -> String {
    let hundredths = Money::from_fen(rate.millionths());
    // 0.694056 is 694056 millionths; as fen rounded to the yuan they are hundredths of a percent.
    let rounded = Rounding { guard: false, ..Rounding::half_up(Place::Yuan) };
    let rounded = rounded.money(hundredths).unwrap_or(hundredths).fen().checked_div(100);
    format!("{}%", Money::from_fen(rounded.unwrap_or(0)))
}

/// An annual rate in percent, with the decimals it has: `3.1%`, `2.525%`.
pub(crate) fn exact_percent(rate: Rate) -> String {
    rate.checked_mul(100).map_or_else(|| rate.to_string(), |hundredfold| format!("{hundredfold}%"))
}

/// In place of an amount that depends on what is not known yet.
pub(crate) fn open(lang: Lang) -> &'static str {
    lang.say("待定", "not known yet")
}

/// How to mend what a finding is about; what the program has an option for, by the option.
pub(crate) fn mend(lang: Lang, finding: &Finding) -> String {
    match finding.code {
        Code::DiscountLarge | Code::DiscountLargeTogether => lang
            .say(
                "核对数值；确属约定的，加“--yes”确认",
                "check the value; if it is meant, add --yes",
            )
            .to_owned(),
        Code::FeeHomeAssumed | Code::PaymentHomeAssumed | Code::PaymentFundHomeAssumed => lang
            .say(
                "核实家庭住房套数，用“--home-count”给出",
                "check how many homes the household has and give it with --home-count",
            )
            .to_owned(),
        Code::PaymentBorrowerAssumed => lang
            .say("核实后用“--borrowers”给出借款人数", "find out and give --borrowers")
            .to_owned(),
        Code::PaymentCapFactMissing => lang
            .say("用“--fund-balance”给出余额后重算", "give --fund-balance and quote again")
            .to_owned(),
        Code::FeeNotAssessed => lang
            .say(
                "用“--assessed-price”给出核定价格",
                "give the assessed price with --assessed-price",
            )
            .to_owned(),
        Code::QuoteFirstCashUnknown => lang
            .say("用“--signing”给出约定签约日", "give the agreed signing date with --signing")
            .to_owned(),
        code => code.hint(lang, &finding.params),
    }
}

/// The kind of a payment plan.
pub(crate) fn method(lang: Lang, method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::LumpSum => lang.say("一次性付款", "lump sum"),
        PaymentMethod::Instalment => lang.say("分期付款", "instalments"),
        PaymentMethod::Mortgage => lang.say("商业按揭", "mortgage"),
        PaymentMethod::ProvidentFund => lang.say("公积金贷款", "provident fund loan"),
        PaymentMethod::Combination => lang.say("组合贷款", "combined loans"),
        other => other.word(),
    }
}

/// How a loan is repaid.
pub(crate) fn repayment(lang: Lang, method: RepaymentMethod) -> &'static str {
    match method {
        RepaymentMethod::EqualInstalment => lang.say("等额本息", "equal instalments"),
        RepaymentMethod::EqualPrincipal => lang.say("等额本金", "equal principal"),
        RepaymentMethod::Bullet => lang.say("到期还本付息", "repaid at the end"),
        other => other.word(),
    }
}

/// How long a loan runs: `30 年`, `250 个月`.
pub(crate) fn term(lang: Lang, months: u32) -> String {
    let years = months.checked_div(12).filter(|_| months.checked_rem(12) == Some(0));
    match (lang, years) {
        (Lang::Zh, Some(years)) => format!("{years} 年"),
        (Lang::Zh, None) => format!("{months} 个月"),
        (Lang::En, Some(1)) => "1 year".to_owned(),
        (Lang::En, Some(years)) => format!("{years} years"),
        (Lang::En, None) => format!("{months} months"),
    }
}

/// The name of a loan in a language: that of its line in the schedule.
pub(crate) fn loan_name(lang: Lang, quote: &Quote, loan: &LoanSchedule) -> String {
    let own = loan.name.clone().unwrap_or_default();
    let line = quote.schedule.lines.iter().find(|line| line.name == own && is_loan(line));
    line.map_or(&*own, |line| name(lang, &line.name, &line.name_en)).to_owned()
}

/// A line that a bank pays.
pub(crate) fn is_loan(line: &ScheduleLine) -> bool {
    matches!(line.item, MoneyItem::CommercialLoan | MoneyItem::FundLoan)
}

/// What a due date hangs on: `签约后 7 天`, `7 days after signing`.
pub(crate) fn basis(lang: Lang, line: &ScheduleLine, plan: Option<&PaymentPlan>) -> String {
    let own = plan.into_iter().flat_map(|plan| &plan.lines);
    let own = own.clone().find(|one| one.name == line.name && one.anchor == line.anchor);
    let deposit = plan.and_then(|plan| plan.deposit.as_ref());
    let (months, days) = match (own, line.item) {
        (Some(own), _) => (own.months, own.days),
        (None, MoneyItem::Deposit) => (0, deposit.map_or(0, |deposit| deposit.days)),
        (None, _) => (0, 0),
    };
    let event = anchor(lang, &line.anchor);
    let span = |count: i32, zh: &str, one: &str, many: &str| match (lang, count.unsigned_abs()) {
        (_, 0) => None,
        (Lang::Zh, count) => Some(format!("{count} {zh}")),
        (Lang::En, 1) => Some(format!("1 {one}")),
        (Lang::En, count) => Some(format!("{count} {many}")),
    };
    let spans = [span(months, "个月", "month", "months"), span(days, "天", "day", "days")];
    let spans: Vec<String> = spans.into_iter().flatten().collect();
    if spans.is_empty() {
        return event;
    }
    let before = months < 0 || (months == 0 && days < 0);
    let spans = spans.join(lang.say("又 ", " and "));
    match (lang, before) {
        (Lang::Zh, false) => format!("{event}后 {spans}"),
        (Lang::Zh, true) => format!("{event}前 {spans}"),
        (Lang::En, false) => format!("{spans} after {event}"),
        (Lang::En, true) => format!("{spans} before {event}"),
    }
}

/// The event that a due date hangs on.
pub(crate) fn anchor(lang: Lang, anchor: &Anchor) -> String {
    let text = match anchor {
        Anchor::FixedDate { date } => return date.to_string(),
        Anchor::ConstructionNode { node } => return node.to_string(),
        Anchor::BookingDate {} => lang.say("预定", "booking"),
        Anchor::SubscriptionDate {} => lang.say("认购", "subscription"),
        Anchor::AgreedSigningDate {} => lang.say("约定签约日", "agreed signing date"),
        Anchor::SigningDate {} => lang.say("签约", "signing"),
        Anchor::MortgageDate {} => lang.say("办理按揭", "mortgage"),
        Anchor::SaleFiled {} => lang.say("现房销售备案", "sale filing"),
        Anchor::CompletionFiled {} => lang.say("竣工备案", "completion filing"),
        Anchor::AreaSettlementDate {} => lang.say("面积补差", "area settlement"),
        Anchor::HandoverDate {} => lang.say("交付", "handover"),
        Anchor::TitleDate {} => lang.say("办理产权", "title"),
        other => other.word(),
    };
    text.to_owned()
}

/// What a fee is computed from: `4,768,236.70 × 1%`, `128.13 × 85`, and why; with its unit, if the
/// contract has several.
pub(crate) fn fee_basis(lang: Lang, fee: &FeeLine, several: bool) -> String {
    let value = fee.value.to_string();
    // Areas have up to four decimals; what has more is a share of an amount.
    let long = fee.basis.rounded(4) != fee.basis;
    let basis = if long { fee.basis.rounded(FEN) } else { fee.basis.clone() }.to_string();
    let share = value.parse::<Rate>().ok().filter(|rate| *rate < Rate::ONE && !rate.is_zero());
    let formula = match share {
        Some(rate) => format!("{} × {}", group(&basis), exact_percent(rate)),
        // One of something at its price says nothing beside the amount.
        None if basis == "1" || fee.value.to_string() == "0" => String::new(),
        None => format!("{} × {}", group(&basis), group(&value)),
    };
    // Notes of rules are in Chinese only.
    let free = lang.say("免征", "exempt");
    let note = fee.note.as_deref().filter(|_| lang == Lang::Zh);
    let note = note.or(Some(free).filter(|_| fee.amount.is_zero()));
    let unit = fee.unit_no.as_deref().filter(|_| several);
    let parts = [unit.unwrap_or_default(), note.unwrap_or_default(), &formula];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The value of a step of the deal price: `98%`, `-1%`, `-150`, a rounding in words.
pub(crate) fn discount_value(lang: Lang, step: &DiscountStep) -> String {
    let Some(value) = &step.value else { return String::new() };
    let value = value.to_string();
    if let Some(way) = step.mode {
        return way.text(lang, &value);
    }
    let rate = value.parse::<Rate>().ok();
    match (step.rule, rate) {
        (DiscountRule::Rate, Some(rate)) => exact_percent(rate),
        (
            DiscountRule::Points | DiscountRule::AddedPoints | DiscountRule::OriginalPoints,
            Some(rate),
        ) => format!("-{}", exact_percent(rate)),
        (DiscountRule::UnitOff, _) => {
            format!("-{}{}", group(&value), lang.say(" 元/㎡", " yuan/m²"))
        }
        (DiscountRule::TotalOff | DiscountRule::DepositMultiplier, _) => {
            format!("-{}", group(&value))
        }
        _ => group(&value),
    }
}

/// The value of a discount, beside its name: `99折`, `减1点`, `150 元/㎡`.
pub(crate) fn discount_kind(lang: Lang, kind: &DiscountKind) -> String {
    match (lang, kind) {
        (Lang::Zh, DiscountKind::Rate { rate }) => discount_text(*rate).unwrap_or_default(),
        // 8% alone would be read as what is taken off.
        (Lang::En, DiscountKind::Rate { rate }) if *rate < Rate::from_millionths(500_000) => {
            let off = Rate::ONE.checked_sub(*rate).unwrap_or_default();
            format!("{} off", exact_percent(off))
        }
        (Lang::En, DiscountKind::Rate { rate }) => exact_percent(*rate),
        (Lang::Zh, DiscountKind::Points { off }) => {
            let points = exact_percent(*off);
            format!("减 {} 点", points.trim_end_matches('%'))
        }
        (Lang::En, DiscountKind::Points { off }) => format!("{} off", exact_percent(*off)),
        (_, DiscountKind::UnitOff { amount }) => {
            format!("{} {}", group(&amount.to_string()), lang.say("元/㎡", "yuan/m²"))
        }
        (_, DiscountKind::FixedPrice { .. } | DiscountKind::FixedUnitPrice { .. }) => {
            lang.say("一口价", "fixed price").to_owned()
        }
        (Lang::Zh, DiscountKind::DepositMultiplier { paid, counts_as }) => {
            format!("交 {} 抵 {}", amount(*paid), amount(*counts_as))
        }
        (Lang::En, DiscountKind::DepositMultiplier { paid, counts_as }) => {
            format!("{} counts as {}", amount(*paid), amount(*counts_as))
        }
        (_, DiscountKind::Gift { .. }) => lang.say("赠送", "gift").to_owned(),
        _ => String::new(),
    }
}

/// A policy that was used: its kind, code, version and date; a rate with what is added to the
/// published one, as the published rate is known to everybody.
pub(crate) fn policy(lang: Lang, used: &PolicyUse, sales: &SalesPolicies) -> String {
    let kind = match used.policy {
        PolicyKind::Sales => lang.say("销售政策", "sales policies"),
        PolicyKind::Discounts => lang.say("折扣方案", "discounts"),
        PolicyKind::Plan => lang.say("付款方式", "payment plan"),
        PolicyKind::Authority => lang.say("折扣权限", "authority"),
        PolicyKind::DownPayment => lang.say("最低首付", "least down payment"),
        PolicyKind::DepositLimit => lang.say("定金上限", "limit of deposits"),
        PolicyKind::CommercialRate => lang.say("商贷利率", "commercial rate"),
        PolicyKind::FundRate => lang.say("公积金利率", "fund rate"),
        PolicyKind::Fees => lang.say("税费规则", "fees and taxes"),
        other => other.word(),
    };
    let code = match (used.code.as_str(), lang) {
        ("national", Lang::Zh) => "全国",
        ("table", Lang::Zh) => "自有",
        ("table", Lang::En) => "own",
        ("lpr_five_years", _) => lang.say("5 年期以上 LPR", "five-year LPR"),
        ("fund_first_home", _) => lang.say("首套", "first home"),
        ("fund_second_home", _) => lang.say("二套", "second home"),
        (code, _) => code,
    };
    // What has a name goes by it.
    let plan = |code: &str| sales.plans.iter().find(|plan| plan.code == code);
    let code = match (used.policy, lang) {
        (PolicyKind::Plan, _) => plan(code).map_or(code, |plan| plan_name(lang, plan)),
        (PolicyKind::Discounts, Lang::Zh) => sales.discounts.name.as_deref().unwrap_or(code),
        _ => code,
    };
    let mut parts = vec![kind];
    parts.extend(Some(code).filter(|code| !code.is_empty()));
    let version = used.version.as_ref().map(|version| {
        // The version of a rate is the rate.
        let rate = matches!(used.policy, PolicyKind::CommercialRate | PolicyKind::FundRate);
        match version.parse::<Rate>().ok().filter(|_| rate) {
            Some(rate) => with_spread(lang, rate, spread(used.policy, sales)),
            None => lang.say("版本 ", "v").to_owned() + version,
        }
    });
    parts.extend(version.as_deref());
    let day = used.date.to_string();
    if version.is_none() {
        parts.push(&day);
    }
    parts.join(" ")
}

/// What the policies add to the rate that they look up.
fn spread(policy: PolicyKind, sales: &SalesPolicies) -> Rate {
    let offer = match policy {
        PolicyKind::FundRate => &sales.fund_loan,
        _ => &sales.commercial_loan,
    };
    match offer.as_ref().map(|offer| &offer.rate) {
        Some(LoanRate::Preset { spread, .. } | LoanRate::Table { spread, .. }) => *spread,
        _ => Rate::ZERO,
    }
}

/// A rate as it comes about: `3.5% − 40 basis points = 3.1%`.
fn with_spread(lang: Lang, rate: Rate, spread: Rate) -> String {
    let size = if spread.is_negative() { Rate::ZERO.checked_sub(spread) } else { Some(spread) };
    let points = size.filter(|size| !size.is_zero()).and_then(|size| size.checked_mul(10_000));
    let published = rate.checked_sub(spread);
    let (Some(published), Some(points)) = (published, points) else { return exact_percent(rate) };
    let sign = if spread.is_negative() { "−" } else { "+" };
    let unit = match (lang, points == Rate::ONE) {
        (Lang::Zh, _) => "个基点",
        (Lang::En, true) => "basis point",
        (Lang::En, false) => "basis points",
    };
    format!("{} {sign} {points} {unit} = {}", exact_percent(published), exact_percent(rate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_between_steps_are_shown_to_the_fen() {
        let shown = |text: &str| price(&text.parse().unwrap());
        assert_eq!(shown("9555.440827863119"), "9,555.44");
        assert_eq!(shown("7297061.5"), "7,297,061.50");
        assert_eq!(shown("7322326"), "7,322,326");
        assert_eq!(shown("-0.001"), "0");
        assert_eq!(shown("123456789012345678901.239"), "123,456,789,012,345,678,901.24");
        assert!(is_long(&"1.234".parse().unwrap()) && !is_long(&"1.23".parse().unwrap()));
    }

    #[test]
    fn a_rate_is_said_with_what_is_added_to_the_published_one() {
        let said = |lang: Lang, rate: &str, spread: &str| {
            with_spread(lang, rate.parse().unwrap(), spread.parse().unwrap())
        };
        assert_eq!(said(Lang::Zh, "0.031", "-0.004"), "3.5% − 40 个基点 = 3.1%");
        assert_eq!(said(Lang::En, "0.031", "-0.004"), "3.5% − 40 basis points = 3.1%");
        assert_eq!(said(Lang::En, "0.0351", "0.0001"), "3.5% + 1 basis point = 3.51%");
        assert_eq!(said(Lang::Zh, "0.026", "0"), "2.6%");
    }
}
