//! The timeline: each step, who did it, and what came of it; a refusal with all that is lacking.

use super::walk::{Asked, Done, Walk};
use super::words::{self, Roles};
use super::{View, happened};
use crate::layout::{clean, heading, paragraph};
use crate::paint::Style;
use crate::text::{Say, aside, severity, state};
use kaipan::Text;
use kaipan::deal::{
    DealDecision, DealGuard, DealRejection, DealRuling, Lacking, UnmetDealGuard, transitions,
};
use kaipan::error::{Lang, Severity};
use kaipan::money::LedgerEntry;

/// The steps so far.
pub(super) fn drawn(view: &View<'_>, walk: &Walk<'_>) -> Vec<String> {
    let title = view.lang.say("经过", "What happened");
    let mut lines = heading(title, view.width, view.paint);
    let (mut unit, mut deal) = (None, None);
    for done in &walk.done {
        let of = done.asked.as_ref().and_then(|asked| asked.unit.as_ref());
        let of = of.map(|unit| &unit.unit_no);
        // What a step is about is said where it is not that of the step before.
        let says_unit = of.filter(|now| unit.is_some_and(|before| before != *now));
        let says_deal = deal.is_some_and(|before| before != &done.deal);
        lines.extend(step_lines(view, done, says_unit.map(AsRef::as_ref), says_deal));
        unit = of.or(unit);
        deal = Some(&done.deal);
    }
    if let Some((guard, role)) = walk.done.iter().find_map(may_be_waived) {
        let (zh, en) =
            ("豁免写在该步的“approvals”中：", "A waiver stands in the \"approvals\" of the step: ");
        let text = format!("{}{}", view.lang.say(zh, en), waiver(guard, role));
        lines.extend(paragraph("  → ", &text, view.width));
    }
    lines
}

/// A waiver as a script has it.
fn waiver(guard: DealGuard, role: &str) -> String {
    let guard = guard.word();
    format!(
        r#"{{"kind": "waiver", "waives": ["{guard}"], "by": "…", "signed": [{{"role": "{role}", "person": "…"}}]}}"#
    )
}

/// The first guard for which a step was refused and that somebody may waive, and who may.
fn may_be_waived(done: &Done<'_>) -> Option<(DealGuard, &'static str)> {
    let ruling = done.asked.as_ref().map(|asked| &asked.ruling);
    let Some(DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } }) =
        ruling
    else {
        return None;
    };
    let mut waived = guards.iter();
    waived.find_map(|guard| Some((guard.guard, *guard.waiver().roles().first()?)))
}

fn step_lines(
    view: &View<'_>,
    done: &Done<'_>,
    unit: Option<&str>,
    says_deal: bool,
) -> Vec<String> {
    let lang = view.lang;
    let step = done.step;
    let who = clean(&view.roles.who(lang, &step.by, &step.roles));
    let mut lines = Vec::new();
    let time = words::moment(step.at);
    let mut about: Vec<String> = unit.map(str::to_owned).into_iter().collect();
    if says_deal {
        about.push(match lang {
            Lang::Zh => format!("交易“{}”", done.deal),
            Lang::En => format!("deal \"{}\"", done.deal),
        });
    }
    let about = if about.is_empty() { String::new() } else { words::listed(lang, &about) + "  " };
    let mut title = format!("{}  {about}{who}", time);
    if let Some(asked) = &done.asked {
        title.push_str("  ");
        title.push_str(&action(lang, asked));
    }
    let mut titled = paragraph("  ", &clean(&title), view.width);
    if let Some(first) = titled.first_mut() {
        *first = first.replacen(&time, &view.paint.on(Style::Bold, &time), 1);
    }
    lines.extend(titled);
    for one in &step.received {
        let item = words::item(lang, &one.item);
        let account = one.account.as_ref();
        let account = account.map(|account| aside(lang, account)).unwrap_or_default();
        let text = format!("{item} {}{account}", words::yuan(lang, one.amount));
        lines.extend(row(view, lang.say("收款", "received"), Style::Good, &text));
    }
    if let Some(asked) = &done.asked {
        match &asked.ruling {
            DealRuling::Accepted { decision } => lines.extend(accepted(view, asked, decision)),
            DealRuling::Rejected { rejection } => lines.extend(rejected(view, rejection)),
            _ => {}
        }
    }
    lines
}

/// The action with its row of the table.
fn action(lang: Lang, asked: &Asked) -> String {
    let name = lang.say(asked.action.chinese(), asked.action.english());
    // Where no row begins here, the action has still its number, if it is the same in every state.
    let mut rows = transitions().filter(|row| row.action == asked.action).map(|row| row.id);
    let only = rows.next().filter(|first| rows.all(|row| row == *first));
    match asked.row.as_deref().or(only) {
        Some(row) => format!("{row} {name}"),
        None => name.to_owned(),
    }
}

/// A line with its label, indented under the step.
fn row(view: &View<'_>, label: &str, style: Style, text: &str) -> Vec<String> {
    let padded = crate::layout::left(label, view.lang.say("房源", "document").len().min(8));
    let lines = paragraph(&format!("    {padded}  "), &clean(text), view.width);
    let painted = view.paint.on(style, label);
    let first = |(at, line): (usize, String)| match at {
        0 => line.replacen(label, &painted, 1),
        _ => line,
    };
    lines.into_iter().enumerate().map(first).collect()
}

fn accepted(view: &View<'_>, asked: &Asked, decision: &DealDecision) -> Vec<String> {
    let lang = view.lang;
    let stop = lang.say("；", "; ");
    let mut lines = Vec::new();
    let stock = decision.stock.iter().map(|event| happened::to_unit(lang, &event.change));
    let stock: Vec<String> = stock.collect();
    if let (false, Some(unit)) = (stock.is_empty(), &asked.unit) {
        let mut text = stock.join(stop);
        if unit.before != unit.after {
            let (before, after) = (state(lang, unit.before), state(lang, unit.after));
            text = format!("{before} → {after}{}{text}", lang.say("：", ": "));
        }
        lines.extend(row(view, lang.say("房源", "unit"), Style::Good, &text));
    }
    let deal = decision.deal.iter().map(|event| happened::to_deal(lang, &event.change));
    let deal: Vec<String> = deal.collect();
    if !deal.is_empty() {
        lines.extend(row(view, lang.say("单据", "document"), Style::Good, &deal.join(stop)));
    }
    for entry in &decision.entries {
        lines.extend(row(view, lang.say("资金", "money"), Style::Good, &legs(lang, entry)));
    }
    let quotas = decision.quotas.iter().map(|event| happened::to_quota(lang, event));
    let quotas: Vec<String> = quotas.collect();
    if !quotas.is_empty() {
        lines.extend(row(view, lang.say("名额", "quota"), Style::Good, &quotas.join(stop)));
    }
    for finding in &decision.findings {
        let style = Style::Of(finding.severity);
        lines.extend(row(view, severity(lang, finding.severity), style, finding.message(lang)));
    }
    for waived in &decision.waived {
        let role = view.roles.name(lang, &waived.role);
        let text = match lang {
            Lang::Zh => format!("“{}”，{role}（审批 {}）", waived.guard.chinese(), waived.approval),
            Lang::En => format!(
                "\"{}\", by the {role} (approval {})",
                waived.guard.english(),
                waived.approval
            ),
        };
        let style = Style::Of(Severity::Warning);
        lines.extend(row(view, lang.say("豁免", "waived"), style, &text));
    }
    lines
}

/// What moves where.
fn legs(lang: Lang, entry: &LedgerEntry) -> String {
    let legs = entry.legs.iter().map(|leg| {
        let (item, account) = (words::item(lang, &leg.item), words::account(lang, &leg.account));
        format!("{item} {}{}", words::moved(leg.amount), aside(lang, &account))
    });
    legs.collect::<Vec<_>>().join(lang.say("；", "; "))
}

fn rejected(view: &View<'_>, rejection: &DealRejection) -> Vec<String> {
    let lang = view.lang;
    let style = Style::Of(Severity::Violation);
    let mut lines = row(view, lang.say("拒绝", "refused"), style, &rejection.message(lang));
    match rejection {
        DealRejection::GuardsNotMet { guards, .. } => {
            lines.extend(guards.iter().flat_map(|guard| unmet(view, guard, "      ")));
        }
        DealRejection::NotInTable { allowed, .. } if !allowed.is_empty() => {
            let names = allowed.iter().map(|one| lang.say(one.chinese(), one.english()));
            let names = words::listed(lang, &names.collect::<Vec<_>>());
            let label = lang.say("      可以办：", "      possible: ");
            lines.extend(paragraph(label, &names, view.width));
        }
        _ => {}
    }
    lines
}

/// What a guard lacks, and who may waive it.
pub(super) fn unmet(view: &View<'_>, guard: &UnmetDealGuard, indent: &str) -> Vec<String> {
    let lang = view.lang;
    let mark = "✗ ";
    let text = format!("{}{}", message(view.roles, lang, guard), waivers(view.roles, lang, guard));
    let mut lines = paragraph(&format!("{indent}{mark}"), &clean(&text), view.width);
    if let Some(first) = lines.first_mut() {
        let style = Style::Of(Severity::Violation);
        *first = first.replacen(mark, &view.paint.on(style, mark), 1);
    }
    lines
}

/// What has to hold and what is lacking, with the name of a role in place of its code.
fn message(roles: &Roles, lang: Lang, guard: &UnmetDealGuard) -> String {
    let text = guard.message(lang);
    let named: &[Text] = match &guard.lacking {
        Lacking::Approval { role } | Lacking::Request { role: Some(role), .. } => {
            std::slice::from_ref(role)
        }
        Lacking::Role { roles } => roles,
        _ => &[],
    };
    // In their quotation marks: the code of a role may be a part of another's.
    let (open, close) = if lang == Lang::Zh { ("“", "”") } else { ("\"", "\"") };
    named.iter().fold(text, |text, role| {
        let name = roles.name(lang, role);
        text.replace(&format!("{open}{role}{close}"), &format!("{open}{name}{close}"))
    })
}

/// Who may waive it, and the law that sets it.
fn waivers(roles: &Roles, lang: Lang, guard: &UnmetDealGuard) -> String {
    let may = guard.waiver().roles();
    let who = match (lang, may.is_empty()) {
        (Lang::Zh, true) => "无人可豁免".to_owned(),
        (Lang::En, true) => "nobody may waive it".to_owned(),
        (Lang::Zh, false) => format!("可豁免：{}", roles.names(lang, may.iter().copied())),
        (Lang::En, false) => format!("may waive it: {}", roles.names(lang, may.iter().copied())),
    };
    match guard.guard.law() {
        Some(law) => aside(lang, &format!("{who}{}{law}", lang.say("；", "; "))),
        None => aside(lang, &who),
    }
}
