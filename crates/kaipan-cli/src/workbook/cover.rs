//! The cover: what the project comes to, on a page.

use super::page::{A4, Page};
use super::style::{FEN, SIGNED_FEN, SIGNED_PERCENT, WHOLE, bold, of_state, severe};
use super::{Book, Result, facts};
use crate::price::{filed, header};
use crate::text::{Say, aside, severities, severity, state};
use kaipan::error::Lang;
use kaipan::pricing::{Summary, SummaryGroup, TargetResult};
use rust_xlsxwriter::{Format, Worksheet};

/// Widths of the columns of the summary, in letters.
const WIDTHS: [u16; 13] = [16, 9, 14, 19, 13, 13, 14, 13, 14, 12, 13, 11, 10];

/// The last column of every cover, and the letters from the second one to it.
const LAST: u16 = 9;
const LETTERS: usize = 110;
/// Rows that fit on a page, if need be a little smaller.
const ONE_PAGE: u32 = 70;

pub(super) fn sheet(book: &Book<'_>, name: &str) -> Result<Worksheet> {
    let lang = book.lang;
    let mut page = Page::new(book, name, A4)?;
    page.widths(&WIDTHS)?;
    page.sheet.set_screen_gridlines(false);
    let styles = page.styles();
    page.sheet.set_row_height(0, 30)?;
    page.line(&book.names.project.name, &styles.title)?;
    let title = match book.date {
        Some(date) => {
            format!("{}{}", lang.say("价格表", "Price list"), aside(lang, &date.to_string()))
        }
        None => lang.say("价格表", "Price list").to_owned(),
    };
    page.line(&title, &styles.heading)?;
    page.next();
    figures(&mut page)?;
    about(&mut page)?;
    summaries(&mut page)?;
    targets(&mut page)?;
    let top = page.row;
    states(&mut page)?;
    let below = page.row;
    page.row = top;
    findings(&mut page)?;
    if page.row.max(below) <= ONE_PAGE {
        page.sheet.set_print_fit_to_pages(1, 1);
    }
    Ok(page.sheet)
}

/// The figures that a boss looks for first.
fn figures(page: &mut Page<'_>) -> Result<()> {
    let (lang, styles) = (page.book.lang, page.styles());
    let mut all = page.book.table.summaries.iter();
    let Some(overall) = all.find(|one| one.group == SummaryGroup::Overall) else { return Ok(()) };
    let titles = [
        lang.say("套数", "Homes"),
        lang.say("建筑面积（㎡）", "Building area (m²)"),
        lang.say("总价（元）", "Total (yuan)"),
        lang.say("均价（元/㎡）", "Average (yuan/m²)"),
    ];
    // Each figure has room for its digits.
    let places = [0_u16, 2, 3, 5];
    for (column, title) in places.into_iter().zip(titles) {
        page.text(column, title, &styles.label)?;
    }
    page.next();
    page.sheet.set_row_height(page.row, 26)?;
    let [units, area, total, average] = places;
    page.number(units, overall.units, &styles.figure(WHOLE))?;
    page.number(area, overall.building_area, &styles.figure(FEN))?;
    page.number(total, overall.total, &styles.figure(WHOLE))?;
    page.number(average, overall.average, &styles.figure(FEN))?;
    page.next();
    page.next();
    Ok(())
}

/// Registered name, company, city, permits; schemes; the comparison with what was filed.
fn about(page: &mut Page<'_>) -> Result<()> {
    let book = page.book;
    let lang = book.lang;
    let mut facts = header::about(lang, book.names);
    let names = book.request.schemes.iter();
    let names: Vec<&str> = names.map(|one| book.names.scheme(&one.code, lang)).collect();
    facts.push((lang.say("定价方案", "Schemes"), names.join(lang.say("、", ", "))));
    let compared = filed::lines(&book.view(), book.table, &book.request.rules);
    let compared = compared.into_iter().filter(|line| !line.trim().is_empty());
    facts.extend(compared.map(|line| (lang.say("备案", "Filed prices"), line)));
    let left_out = book.units.len().saturating_sub(book.table.rows.len());
    if left_out > 0 {
        let count = crate::text::homes(lang, left_out);
        let text = match lang {
            Lang::Zh => format!("项目另有 {count}不在本表，留在房源表的隐藏行里"),
            Lang::En => format!(
                "{count} of the project are not in this table; they stay in hidden rows of the list"
            ),
        };
        facts.push((lang.say("范围", "Scope"), text));
    }
    for (label, text) in facts {
        page.fact(label, &text, LAST, LETTERS)?;
    }
    page.next();
    Ok(())
}

fn summaries(page: &mut Page<'_>) -> Result<()> {
    let (lang, styles, table) = (page.book.lang, page.styles(), page.book.table);
    let groups = [
        (SummaryGroup::Building, lang.say("按楼栋", "By building")),
        (SummaryGroup::Layout, lang.say("按户型", "By layout")),
    ];
    let overall = table.summaries.iter().find(|one| one.group == SummaryGroup::Overall);
    for (group, title) in groups {
        let of_group: Vec<&Summary> =
            table.summaries.iter().filter(|one| one.group == group).collect();
        if of_group.is_empty() {
            continue;
        }
        let targets = of_group.iter().any(|one| one.target_average.is_some());
        page.line(title, &styles.heading)?;
        let mut titles = vec![
            match group {
                SummaryGroup::Building => lang.say("楼栋", "Building"),
                _ => lang.say("户型", "Layout"),
            },
            lang.say("套数", "Homes"),
            lang.say("建筑面积", "Building area"),
            lang.say("总价", "Total"),
            lang.say("均价", "Average"),
            lang.say("最高单价", "Highest"),
            lang.say("房号", "Unit"),
            lang.say("最低单价", "Lowest"),
            lang.say("房号", "Unit"),
            lang.say("价差", "Spread"),
        ];
        if targets {
            titles.push(lang.say("目标均价", "Target"));
            titles.push(lang.say("偏差", "Deviation"));
            titles.push(lang.say("偏差率", "Dev. %"));
        }
        page.head(&titles)?;
        for summary in of_group {
            summary_row(page, summary, targets, false)?;
        }
        if group == SummaryGroup::Building
            && let Some(overall) = overall
        {
            summary_row(page, overall, targets, true)?;
        }
        page.next();
    }
    Ok(())
}

fn summary_row(page: &mut Page<'_>, summary: &Summary, targets: bool, last: bool) -> Result<()> {
    let (lang, styles) = (page.book.lang, page.styles());
    let weight = |format: Format| if last { bold(format) } else { format };
    let name = match summary.group {
        SummaryGroup::Building => page.book.names.building(&summary.key),
        SummaryGroup::Overall => lang.say("合计", "Overall"),
        _ => summary.key.as_str(),
    };
    let (text, fen) = (weight(styles.text.clone()), weight(styles.number(FEN)));
    page.text(0, name, &text)?;
    page.number(1, summary.units, &weight(styles.number(WHOLE)))?;
    page.number(2, summary.building_area, &fen)?;
    page.number(3, summary.total, &fen)?;
    page.number(4, summary.average, &fen)?;
    page.number(5, summary.highest_unit_price.unit_price, &fen)?;
    page.text(6, &summary.highest_unit_price.unit_no, &text)?;
    page.number(7, summary.lowest_unit_price.unit_price, &fen)?;
    page.text(8, &summary.lowest_unit_price.unit_no, &text)?;
    page.number(9, summary.unit_price_spread, &fen)?;
    if targets {
        page.number_if_any(10, summary.target_average, &fen)?;
        page.number_if_any(11, summary.deviation, &weight(styles.number(SIGNED_FEN)))?;
        let share = weight(styles.number(SIGNED_PERCENT));
        page.number_if_any(12, summary.deviation_rate, &share)?;
    }
    page.next();
    Ok(())
}

/// What each target asked for, and what was reached.
fn targets(page: &mut Page<'_>) -> Result<()> {
    let (lang, styles, table) = (page.book.lang, page.styles(), page.book.table);
    if table.targets.is_empty() {
        return Ok(());
    }
    page.line(lang.say("目标与实际", "Targets"), &styles.heading)?;
    page.head(&[
        lang.say("目标", "Target"),
        lang.say("套数", "Homes"),
        lang.say("面积", "Area"),
        lang.say("目标总价", "Total asked"),
        lang.say("目标均价", "Average asked"),
        lang.say("实际均价", "Average reached"),
        lang.say("实际总价", "Total reached"),
        lang.say("偏差", "Deviation"),
        lang.say("偏差率", "Dev. %"),
        lang.say("调平套数", "Levelled"),
    ])?;
    for (number, target) in (1_u32..).zip(&table.targets) {
        target_row(page, number, target)?;
    }
    page.next();
    Ok(())
}

fn target_row(page: &mut Page<'_>, number: u32, target: &TargetResult) -> Result<()> {
    let styles = page.styles();
    let (fen, whole) = (styles.number(FEN), styles.number(WHOLE));
    page.number(0, number, &styles.centred())?;
    page.number(1, target.units, &whole)?;
    page.number(2, target.area, &fen)?;
    page.number(3, target.target_total, &fen)?;
    page.number(4, target.target_average, &fen)?;
    page.number(5, target.average, &fen)?;
    page.number(6, target.total, &whole)?;
    page.number(7, target.deviation, &styles.number(SIGNED_FEN))?;
    page.number(8, target.deviation_rate, &styles.number("+0.0000%;-0.0000%;0.00%"))?;
    page.number(9, target.levelled_units, &whole)?;
    page.next();
    Ok(())
}

fn states(page: &mut Page<'_>) -> Result<()> {
    let (lang, styles) = (page.book.lang, page.styles());
    page.line(lang.say("销控状态", "States"), &styles.heading)?;
    page.head(&[lang.say("状态", "State"), lang.say("套数", "Homes")])?;
    for (one, count) in facts::states(page.book) {
        page.text(0, &state(lang, one), &of_state(styles.text.clone(), one))?;
        page.number(1, count, &styles.number(WHOLE))?;
        page.next();
    }
    Ok(())
}

/// Counts of what was found, beside the states.
fn findings(page: &mut Page<'_>) -> Result<()> {
    const AT: u16 = 3;
    let (lang, styles) = (page.book.lang, page.styles());
    let counts = severities(&page.book.table.findings);
    page.text(AT, lang.say("检查结果", "Findings"), &styles.heading)?;
    page.next();
    if counts.is_empty() {
        page.text(AT, lang.say("没有发现问题", "nothing was found"), &styles.base)?;
        page.next();
        return Ok(());
    }
    page.text(AT, lang.say("程度", "Severity"), &styles.head)?;
    page.text(AT.saturating_add(1), lang.say("处数", "Count"), &styles.head)?;
    page.next();
    for (kind, count) in counts {
        page.text(AT, severity(lang, kind), &severe(styles.text.clone(), kind))?;
        page.number(AT.saturating_add(1), count, &styles.number(WHOLE))?;
        page.next();
    }
    Ok(())
}
