//! Approval, findings, and the policies that were used.

use super::super::View;
use super::super::words;
use super::heading;
use crate::layout::{clean, paragraph};
use crate::paint::Style;
use crate::text::{Say, aside, severity};
use kaipan::discount::{Approval, LimitsApplyTo};
use kaipan::error::{Finding, Lang, Severity};
use kaipan::quote::Quote;

/// Who has to approve the price.
pub(super) fn approval(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    let Some(approval) = &quote.price.approval else { return Vec::new() };
    let mut lines = heading(view, lang.say("审批", "Approval"));
    let (style, text) = verdict(view, approval);
    lines.extend(
        crate::layout::wrap(&clean(&text), view.width).iter().map(|l| view.paint.on(style, l)),
    );
    if approval.below_floor {
        let text = lang.say("低于底价", "below the floor price");
        lines.push(view.paint.on(Style::Bold, text));
    }
    lines
}

/// Who has to approve a price, in a line.
pub(super) fn verdict(view: &View<'_>, approval: &Approval) -> (Style, String) {
    let lang = view.lang;
    let role = approval.role.as_deref().map(|role| {
        words::name(lang, role, approval.role_en.as_deref().unwrap_or_default()).to_owned()
    });
    let (style, text) = match role {
        Some(role) => {
            let text = match lang {
                Lang::Zh => format!("须由{role}审批"),
                Lang::En => format!("to be approved by the {role}"),
            };
            (Style::Bold, text)
        }
        None if approval.roles.iter().any(|role| role.may_approve) => {
            (Style::Good, lang.say("无需审批", "none is needed").to_owned())
        }
        None => {
            let text = lang.say("没有岗位可以批准", "no role may approve it");
            (Style::Of(Severity::Violation), text.to_owned())
        }
    };
    // Where nothing was taken off, nothing was compared with a limit.
    if approval.discount_amount.is_zero() {
        return (style, text);
    }
    let off = words::yuan(lang, approval.discount_amount);
    let paid = words::percent(approval.effective_discount);
    let table = view.sales.authority.as_ref();
    let is_special = table.is_some_and(|table| table.limits_apply_to == LimitsApplyTo::SpecialOnly);
    let remark = match (is_special, lang) {
        (true, Lang::Zh) => format!("方案之外再优惠 {off}，付方案价的 {paid}"),
        (true, Lang::En) => {
            format!("{off} off beyond the approved scheme; {paid} of its price is paid")
        }
        (false, Lang::Zh) => format!("共优惠 {off}，付表价的 {paid}"),
        (false, Lang::En) => format!("{off} off in all; {paid} of the list total is paid"),
    };
    (style, format!("{text}{}", aside(lang, &remark)))
}

/// What a person should read.
pub(super) fn findings(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    let all = super::super::findings(quote);
    if all.is_empty() {
        return Vec::new();
    }
    let mut lines = heading(view, lang.say("检查结果", "Findings"));
    // What is found for several units in the same words is said once.
    let mut said: Vec<&Finding> = Vec::new();
    for finding in all {
        if !said.iter().any(|one| one.code == finding.code && one.zh == finding.zh) {
            lines.extend(of(view, finding));
            said.push(finding);
        }
    }
    lines
}

/// A finding with its remedy.
pub(super) fn of(view: &View<'_>, finding: &Finding) -> Vec<String> {
    about(view, finding, "")
}

/// A finding with its remedy, and what it is about before it.
pub(super) fn about(view: &View<'_>, finding: &Finding, what: &str) -> Vec<String> {
    let lang = view.lang;
    let word = severity(lang, finding.severity);
    let what =
        if what.is_empty() { String::new() } else { format!("{what}{}", lang.say("：", ": ")) };
    let text = clean(&format!("{what}{} [{}]", finding.message(lang), finding.code));
    let lines = paragraph(&format!("{word}  "), &text, view.width);
    let style = Style::Of(finding.severity);
    let painted = lines.iter().enumerate().map(|(at, line)| match line.strip_prefix(word) {
        Some(rest) if at == 0 => format!("{}{rest}", view.paint.on(style, word)),
        _ => line.clone(),
    });
    let mut out: Vec<String> = painted.collect();
    let hint = words::mend(lang, finding);
    let hint = paragraph("  → ", &clean(&hint), view.width);
    out.extend(hint.iter().map(|line| view.paint.on(Style::Dim, line)));
    out
}

/// The policies with their versions.
pub(super) fn policies(view: &View<'_>, quote: &Quote) -> Vec<String> {
    let lang = view.lang;
    let all: Vec<String> =
        quote.policies.iter().map(|used| words::policy(lang, used, view.sales)).collect();
    let text = all.join(lang.say("；", "; "));
    let lines = paragraph(lang.say("依据  ", "under  "), &clean(&text), view.width);
    let lines = lines.iter().map(|line| view.paint.on(Style::Dim, line));
    std::iter::once(String::new()).chain(lines).collect()
}
