//! What is overdue, claim by claim, and rights to end contracts.

use super::aging::left_out;
use crate::failure::Failure;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{amount, clean, heading, paragraph};
use crate::overdue::arrears::Arrears;
use crate::overdue::table::{csv as table, guarded, text};
use crate::overdue::{View, words};
use crate::paint::Style;
use crate::text::{Say, short};
use kaipan::error::{Lang, Severity};
use kaipan::money::item_name;
use kaipan::number::Money;
use kaipan::overdue::{AssessedClaim, AssessedDeal, OverdueAssessment};
use std::collections::BTreeMap;

/// So many claims are listed on a terminal; a file has all.
const MOST: usize = 60;

/// The overdue claims, those that are overdue longest first.
pub(super) fn overdue(found: &OverdueAssessment) -> Vec<&AssessedClaim> {
    let mut late: Vec<&AssessedClaim> =
        found.claims.iter().filter(|one| one.overdue_days > 0).collect();
    late.sort_by(|one, other| {
        let days = other.overdue_days.cmp(&one.overdue_days);
        days.then_with(|| (&one.deal, &one.claim).cmp(&(&other.deal, &other.claim)))
    });
    late
}

/// What a claim is called.
pub(super) fn called(lang: Lang, arrears: &Arrears, claim: &AssessedClaim) -> String {
    let own = arrears.name(&claim.claim).map(ToString::to_string);
    let known = item_name(&claim.item).map(|(zh, en)| lang.say(zh, en).to_owned());
    match lang {
        Lang::Zh => own.or(known).unwrap_or_else(|| claim.item.to_string()),
        Lang::En => known.or(own).unwrap_or_else(|| claim.item.to_string()),
    }
}

/// The list on a terminal.
pub(super) fn drawn(view: &View, arrears: &Arrears, found: &OverdueAssessment) -> Vec<String> {
    let lang = view.lang;
    let late = overdue(found);
    let total = amount(found.totals.overdue);
    let title = match lang {
        Lang::Zh => format!("逾期 {} 笔，共 {total} 元", late.len()),
        Lang::En => {
            let count = u32::try_from(late.len()).unwrap_or(u32::MAX);
            format!("Overdue: {}, {total} yuan", words::counted(count, "claim"))
        }
    };
    let mut lines = heading(&title, view.width, view.paint);
    if late.is_empty() {
        return lines;
    }
    let deals = arrears.by_deal();
    let mut grid = Grid::new(vec![
        Column::text(lang.say("房号", "unit")),
        Column::text(lang.say("业主", "buyer")),
        Column::text(lang.say("置业顾问", "agent")).optional(3),
        Column::text(lang.say("款项", "item")),
        Column::text(lang.say("应付日期", "due")).optional(4),
        Column::number(lang.say("逾期天数", "days")),
        Column::number(lang.say("应收", "amount")).shortened(1).optional(2),
        Column::number(lang.say("已付", "paid")).shortened(1).optional(2),
        Column::number(lang.say("欠款", "owed")).shortened(1),
        Column::number(lang.say("违约金", "late fee")),
    ]);
    for claim in late.iter().take(MOST) {
        let deal = deals.get(&claim.deal);
        let of = |text: Option<String>| text.unwrap_or_default();
        let unit = deal.and_then(|deal| deal.unit_no.as_ref()).unwrap_or(&claim.deal);
        let money = |money: Money| match money.is_zero() {
            true => Cell::new("–", Style::Dim),
            false => Cell::from(amount(money)).short(short(lang, money)),
        };
        let late_fee = |fee: Money| if fee.is_zero() { "–".to_owned() } else { amount(fee) };
        grid.row(vec![
            unit.to_string().into(),
            of(deal.and_then(|deal| deal.owner.as_ref()).map(ToString::to_string)).into(),
            of(deal.and_then(|deal| deal.agent.as_ref()).map(ToString::to_string)).into(),
            called(lang, arrears, claim).into(),
            of(claim.due.map(|due| due.to_string())).into(),
            Cell::new(claim.overdue_days.to_string(), Style::Of(Severity::Warning)),
            money(claim.amount),
            money(claim.paid),
            money(claim.outstanding),
            late_fee(claim.late_fee).into(),
        ]);
    }
    let drawn = grid.draw(2, view.width, view.paint);
    lines.extend(drawn.lines);
    if !drawn.left_out.is_empty() {
        lines.push(left_out(view, &drawn.left_out));
    }
    let more = late.len().saturating_sub(MOST);
    if more > 0 {
        lines.push(match lang {
            Lang::Zh => format!("  另有 {more} 笔，“--csv”写出全部"),
            Lang::En => format!("  and {more} more; --csv writes all"),
        });
    }
    lines
}

/// Rights to end contracts, with the clause of each.
pub(super) fn rights(view: &View, arrears: &Arrears, found: &OverdueAssessment) -> Vec<String> {
    let those: Vec<&AssessedDeal> =
        found.deals.iter().filter(|deal| !deal.termination.is_empty()).collect();
    if those.is_empty() {
        return Vec::new();
    }
    let title = view
        .lang
        .say("可以解除合同（由人决定）", "Contracts that may be ended, if somebody so decides");
    let lang = view.lang;
    let mut lines = heading(title, view.width, view.paint);
    let deals = arrears.by_deal();
    let mut grid = Grid::new(vec![
        Column::text(lang.say("房号", "unit")),
        Column::text(lang.say("业主", "buyer")),
        Column::text(lang.say("依据", "by")),
        Column::text(lang.say("自何日起", "since")),
        Column::number(lang.say("逾期天数", "days")).optional(2),
        Column::number(lang.say("未付", "unpaid")).shortened(1),
        Column::number(lang.say("解除违约金", "penalty")).shortened(1).optional(3),
        Column::number(lang.say("应退", "to return")).shortened(1).optional(3),
    ]);
    let mut clauses: Vec<&str> = Vec::new();
    for deal in those {
        let known = deals.get(&deal.deal);
        let unit = known.and_then(|one| one.unit_no.as_ref()).unwrap_or(&deal.deal);
        let owner = known.and_then(|one| one.owner.as_ref()).map(ToString::to_string);
        let after = deal.termination_money.as_ref();
        for flag in &deal.termination {
            let clause = lang.say(&flag.zh, &flag.en);
            if !clauses.contains(&clause) {
                clauses.push(clause);
            }
            let money = |money| Cell::from(amount(money)).short(short(lang, money));
            grid.row(vec![
                unit.to_string().into(),
                owner.clone().unwrap_or_default().into(),
                words::ground(lang, flag.ground).into(),
                flag.since.to_string().into(),
                flag.overdue_days.to_string().into(),
                money(flag.unpaid),
                after.map(|after| money(after.penalty)).unwrap_or_default(),
                after.map(|after| money(after.to_return)).unwrap_or_default(),
            ]);
        }
    }
    let drawn = grid.draw(2, view.width, view.paint);
    lines.extend(drawn.lines);
    if !drawn.left_out.is_empty() {
        lines.push(left_out(view, &drawn.left_out));
    }
    for clause in clauses {
        lines.extend(paragraph("  ", &clean(clause), view.width));
    }
    lines
}

/// Every claim of which something is owed, as CSV.
pub(super) fn csv(
    view: &View,
    arrears: &Arrears,
    found: &OverdueAssessment,
) -> Result<String, Failure> {
    let lang = view.lang;
    let titles = [
        ("项目", "project"),
        ("产品类型", "product"),
        ("房号", "unit_no"),
        ("建筑面积", "building_area"),
        ("业主", "owner"),
        ("电话", "phone"),
        ("认购日期", "subscribed_on"),
        ("置业顾问", "agent"),
        ("交易", "deal"),
        ("应收编号", "claim"),
        ("款项", "item"),
        ("应付日期", "due"),
        ("应收金额", "amount"),
        ("已付", "paid"),
        ("欠款", "outstanding"),
        ("逾期天数", "overdue_days"),
        ("违约金", "late_fee"),
        ("解除权", "right_to_end"),
    ];
    let titles = titles.map(|(zh, en)| lang.say(zh, en));
    let deals = arrears.by_deal();
    let assessed: BTreeMap<_, _> = found.deals.iter().map(|deal| (&deal.deal, deal)).collect();
    let owed = found.claims.iter().filter(|one| one.outstanding.is_positive());
    let rows = owed.map(|claim| {
        let deal = deals.get(&claim.deal).copied();
        let rights = assessed.get(&claim.deal).map(|deal| {
            let each = deal.termination.iter().map(|flag| words::ground(lang, flag.ground));
            each.collect::<Vec<_>>().join("; ")
        });
        vec![
            text(deal.and_then(|deal| deal.project.as_ref())),
            text(deal.and_then(|deal| deal.product.as_ref())),
            text(deal.and_then(|deal| deal.unit_no.as_ref())),
            deal.and_then(|deal| deal.building_area)
                .map(|area| area.to_string())
                .unwrap_or_default(),
            text(deal.and_then(|deal| deal.owner.as_ref())),
            text(deal.and_then(|deal| deal.phone.as_ref())),
            deal.and_then(|deal| deal.subscribed_on).map(|day| day.to_string()).unwrap_or_default(),
            text(deal.and_then(|deal| deal.agent.as_ref())),
            guarded(&claim.deal),
            guarded(&claim.claim),
            guarded(called(lang, arrears, claim)),
            claim.due.map(|day| day.to_string()).unwrap_or_default(),
            claim.amount.to_string(),
            claim.paid.to_string(),
            claim.outstanding.to_string(),
            claim.overdue_days.to_string(),
            claim.late_fee.to_string(),
            text(rights),
        ]
    });
    table(&titles, rows)
}
