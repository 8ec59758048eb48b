//! Conditions, signatures, and the policies behind the figures.

use super::super::View;
use super::super::words;
use crate::html::Html;
use crate::text::Say;
use kaipan::discount::{AppliedDiscount, Approval, DiscountReason};
use kaipan::error::Lang;
use kaipan::quote::{PolicyKind, Quote};

/// The end of the sheet.
pub(super) fn footer(html: &mut Html, view: &View<'_>, quote: &Quote) {
    let lang = view.lang;
    html.block("footer", "", |html| {
        html.element("ol", &[], |html| {
            for note in notes(view, quote) {
                html.leaf("li", "", &note);
            }
        });
        html.block("div", "sign", |html| {
            for label in [
                lang.say("客户签字", "Buyer"),
                lang.say("置业顾问", "Consultant"),
                lang.say("日期", "Date"),
            ] {
                html.leaf("div", "", label);
            }
        });
        html.leaf("p", "under-which", &small_print(view, quote));
    });
}

fn notes(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    let mut notes = Vec::new();
    notes.extend(quote.valid_until.map(|day| match lang {
        Lang::Zh => format!("本计划有效期至 {day}，逾期或销售政策调整后须重新计算。"),
        Lang::En => format!(
            "This plan is valid until {day}; after that day, or if sales policies change, it is to be computed anew."
        ),
    }));
    let conditional = quote.price.applied.iter().filter(|applied| applied.conditional);
    notes.extend(conditional.map(|applied| condition(view, applied)));
    notes.extend(quote.price.approval.as_ref().and_then(|approval| needs(lang, approval)));
    if !quote.loans.is_empty() {
        let text = lang.say(
            "贷款额度、期限与利率以贷款机构审批为准；月供与利息按现行利率不变估算。",
            "Amount, term and rate of loans are decided by the lender; payments and interest assume that today's rate does not change.",
        );
        notes.push(text.to_owned());
    }
    if quote.fees.is_some() {
        let homes = view.case.buyers.first().and_then(|buyer| buyer.home_count).unwrap_or(1);
        notes.push(match lang {
            Lang::Zh => format!("税费按家庭第 {homes} 套住房和现行规定估算，以主管部门核定为准。"),
            Lang::En => format!(
                "Fees and taxes are estimated by the rules in force, for home no. {homes} of the household; the authorities decide."
            ),
        });
    }
    let text = lang.say(
        "本计划仅供参考，不构成要约或承诺；房屋状况、价款与付款方式均以合同为准。",
        "This plan is for information and is not an offer; the contract alone decides on the home, its price and its payment.",
    );
    notes.push(text.to_owned());
    notes
}

/// Whose approval a price waits for.
pub(super) fn needs(lang: Lang, approval: &Approval) -> Option<String> {
    let role = approval.role.as_deref()?;
    let role = words::name(lang, role, approval.role_en.as_deref().unwrap_or_default());
    Some(match lang {
        Lang::Zh => format!("本价格须经{role}审批后方可执行。"),
        Lang::En => format!("The price needs the approval of the {role}."),
    })
}

/// What a discount that can still be lost depends on.
fn condition(view: &View<'_>, applied: &AppliedDiscount) -> String {
    let lang = view.lang;
    let name = view.discounts(std::slice::from_ref(&applied.code));
    let what = match (applied.reason, view.signing(), lang) {
        (DiscountReason::OnTimeSigning, Some(day), Lang::Zh) => {
            format!("在 {day} 前（含当日）签约")
        }
        (DiscountReason::OnTimeSigning, Some(day), Lang::En) => format!("signing by {day}"),
        (DiscountReason::OnTimeSigning, None, _) => {
            lang.say("按时签约", "signing on time").to_owned()
        }
        _ => lang.say("各期款项按时付清", "every payment on time").to_owned(),
    };
    match lang {
        Lang::Zh => format!("“{name}”优惠以{what}为条件，未满足时取消该优惠并重算价格。"),
        Lang::En => format!(
            "The discount \"{name}\" depends on {what}; otherwise it is lost and the price is computed anew."
        ),
    }
}

/// Company, permits and policies. Who may approve what is an inside matter.
fn small_print(view: &View<'_>, quote: &Quote) -> String {
    let (lang, project) = (view.lang, &view.names.project);
    let mut parts: Vec<String> = Vec::new();
    let registered = project.registered_name.as_ref();
    parts.extend(
        registered.map(|name| format!("{}{name}", lang.say("备案名 ", "Registered name "))),
    );
    parts.extend(project.project_company.as_ref().map(ToString::to_string));
    let unit = &view.case.unit;
    let permits = project.permits.iter().filter(|permit| permit.covers(unit));
    let permit = lang.say("预售许可证 ", "Permit ");
    parts.extend(permits.map(|one| format!("{permit}{}", one.number)));
    let used = quote.policies.iter().filter(|used| used.policy != PolicyKind::Authority);
    parts.extend(used.map(|used| words::capital(&words::policy(lang, used, view.sales))));
    parts.join(" · ")
}
