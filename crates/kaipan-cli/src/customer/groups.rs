//! Groups of records that are, or may be, one customer, as a person reads them.

use super::sheet::Sheet;
use crate::grid::{Cell, Column, Grid};
use crate::layout::{clean, heading, paragraph};
use crate::paint::{Paint, Style};
use crate::text::{Say, severity};
use kaipan::customer::{
    Customer, DuplicateGroup, DuplicateLink, DuplicatesFound, MatchClue, MatchLevel, MatchReason,
    PaperNumber, Phone,
};
use kaipan::error::{Finding, Lang, Severity};

/// How it is drawn.
pub(super) struct View {
    pub(super) lang: Lang,
    pub(super) paint: Paint,
    pub(super) width: usize,
    /// Names and numbers in full.
    pub(super) is_full: bool,
}

/// The whole answer.
pub(super) fn drawn(view: &View, sheet: &Sheet, found: &DuplicatesFound) -> Vec<String> {
    let (lang, groups) = (view.lang, found.groups.len());
    let mut lines = vec![match lang {
        Lang::Zh => format!(
            "{} 份客户档案，{groups} 组重复；合并后为 {} 位客户",
            found.customers, found.different
        ),
        Lang::En => format!(
            "{} records, {groups} {} of duplicates; {} customers after merging",
            found.customers,
            if groups == 1 { "group" } else { "groups" },
            found.different
        ),
    }];
    if !sheet.ignored.is_empty() {
        let text = sheet.ignored.join(lang.say("”“", "\", \""));
        let text = match lang {
            Lang::Zh => format!("没有用到的栏目：“{text}”"),
            Lang::En => format!("columns that were not used: \"{text}\""),
        };
        lines.extend(paragraph("", &clean(&text), view.width));
    }
    for (at, group) in found.groups.iter().enumerate() {
        lines.extend(group_lines(view, sheet, group, at.saturating_add(1)));
    }
    lines.extend(finding_lines(view, sheet, &found.findings));
    lines
}

fn group_lines(view: &View, sheet: &Sheet, group: &DuplicateGroup, number: usize) -> Vec<String> {
    let lang = view.lang;
    let level = match group.level {
        MatchLevel::Same => lang.say("同一客户", "the same customer"),
        _ => lang.say("疑似同一客户", "perhaps the same customer"),
    };
    let title = match lang {
        Lang::Zh => format!("{number}  {level}，{} 行", group.members.len()),
        Lang::En => format!("{number}  {level}, {} rows", group.members.len()),
    };
    let mut lines = heading(&title, view.width, view.paint);
    let mut grid = Grid::new(vec![
        Column::number(lang.say("行", "row")),
        Column::text(lang.say("编号", "id")),
        Column::text(lang.say("姓名", "name")),
        Column::text(lang.say("电话", "phone")),
        Column::text(lang.say("证件号", "paper")),
        Column::text(lang.say("会员级别", "level")).optional(2),
        Column::text(lang.say("会籍地", "home")).optional(1),
    ]);
    for member in &group.members {
        let at = usize::try_from(member.index).unwrap_or(usize::MAX);
        let (Some(customer), Some(row)) = (sheet.customers.get(at), sheet.rows.get(at)) else {
            continue;
        };
        grid.row(cells(view, customer, *row));
    }
    lines.extend(grid.told(view.lang, 2, view.width, view.paint));
    for link in &group.links {
        lines.extend(paragraph("  ", &link_text(lang, link), view.width));
    }
    lines
}

fn cells(view: &View, customer: &Customer, row: usize) -> Vec<Cell> {
    let member = customer.member.as_ref();
    let phones = customer.phones.iter().map(|written| match Phone::read(written) {
        Ok(phone) if !view.is_full => phone.shown(),
        Err(_) if !view.is_full => "****".to_owned(),
        _ => written.to_string(),
    });
    let papers = customer.papers.iter().map(|paper| match PaperNumber::of(paper) {
        Ok(number) if !view.is_full => number.shown(),
        Err(_) if !view.is_full => "****".to_owned(),
        _ => paper.number.to_string(),
    });
    vec![
        row.to_string().into(),
        customer.id.to_string().into(),
        name(view, &customer.name).into(),
        phones.collect::<Vec<_>>().join(" ").into(),
        papers.collect::<Vec<_>>().join(" ").into(),
        member.and_then(|member| member.level.as_deref()).unwrap_or_default().into(),
        member.and_then(|member| member.home.as_deref()).unwrap_or_default().into(),
    ]
}

/// The name, or its first character.
fn name(view: &View, name: &str) -> String {
    if view.is_full {
        return name.to_owned();
    }
    name.chars().next().map(|first| format!("{first}**")).unwrap_or_default()
}

fn link_text(lang: Lang, link: &DuplicateLink) -> String {
    let reasons: Vec<String> = link.reasons.iter().map(|one| reason(lang, one)).collect();
    let reasons = reasons.join(lang.say("；", "; "));
    clean(&match lang {
        Lang::Zh => format!("“{}”与“{}”：{reasons}", link.one, link.other),
        Lang::En => format!("\"{}\" and \"{}\": {reasons}", link.one, link.other),
    })
}

fn reason(lang: Lang, reason: &MatchReason) -> String {
    let clues: Vec<&str> = reason.clues.iter().map(|clue| clue_name(lang, *clue)).collect();
    let shown = reason.shown.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(" ");
    let aside = if shown.is_empty() { String::new() } else { crate::text::aside(lang, &shown) };
    match (lang, reason.level) {
        (Lang::Zh, MatchLevel::Same) => format!("{}相同{aside}", clues.join("、")),
        (Lang::Zh, _) => format!("{}相同或可能相同{aside}，疑似", clues.join("、")),
        (Lang::En, MatchLevel::Same) => format!("the same {}{aside}", clues.join(" and ")),
        (Lang::En, _) => format!("suspect by {}{aside}", clues.join(" and ")),
    }
}

fn clue_name(lang: Lang, clue: MatchClue) -> &'static str {
    match clue {
        MatchClue::Paper => lang.say("证件号", "number of a paper"),
        MatchClue::MemberCard => lang.say("会员卡号", "member card"),
        MatchClue::Phone => lang.say("电话", "phone"),
        MatchClue::MaskedPhone => lang.say("隐去中间几位的电话", "phone with its middle hidden"),
        MatchClue::Name => lang.say("姓名", "name"),
        MatchClue::PhoneTail => lang.say("电话后四位", "last four digits of the phone"),
        MatchClue::BirthDate => lang.say("出生日期", "day of birth"),
        other => other.word(),
    }
}

fn finding_lines(view: &View, sheet: &Sheet, findings: &[Finding]) -> Vec<String> {
    let mut lines = Vec::new();
    if findings.is_empty() {
        return lines;
    }
    let lang = view.lang;
    lines.extend(heading(lang.say("需要核对", "to be looked at"), view.width, view.paint));
    for finding in findings {
        let path = finding.path.as_ref().map(ToString::to_string).unwrap_or_default();
        let row = row_of(&path, sheet).map(|row| row_name(row, lang) + "  ").unwrap_or_default();
        let word = severity(lang, finding.severity);
        let label = format!("  {word}  {row}");
        let drawn = paragraph(&label, &clean(finding.message(lang)), view.width);
        let style = match finding.severity {
            Severity::Info => Style::Dim,
            severity => Style::Of(severity),
        };
        let painted = view.paint.on(style, word);
        lines.extend(drawn.iter().enumerate().map(|(at, line)| match at {
            0 => line.replacen(word, &painted, 1),
            _ => line.clone(),
        }));
    }
    lines
}

/// The row that a place is in.
pub(super) fn row_of(path: &str, sheet: &Sheet) -> Option<usize> {
    let rest = path.strip_prefix("/customers/")?;
    let at = rest.split('/').next()?.parse::<usize>().ok()?;
    sheet.rows.get(at).copied()
}

/// A row in words.
pub(super) fn row_name(row: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {row} 行"),
        Lang::En => format!("row {row}"),
    }
}
