//! A rule for floors in words: level step, jumps, segments, top floor, lines.

use crate::text::Say;
use crate::workbook::selection::ends;
use kaipan::error::Lang;
use kaipan::pricing::{FloorAxis, FloorRule, JumpMode, TopOf};

/// A label and a text for each part of the rule that there is.
pub(super) fn facts(lang: Lang, rule: &FloorRule) -> Vec<(&'static str, String)> {
    let comma = lang.say("，", ", ");
    let mut facts = vec![
        (lang.say("基准层", "Reference floor"), reference(lang, rule)),
        (lang.say("层差", "Step a floor"), step(lang, rule)),
    ];
    let jumps = rule.jumps.iter().map(|jump| {
        let mode = added(lang, jump.mode);
        match lang {
            Lang::Zh => format!("到 {} 层 {}{mode}", jump.onto, jump.step),
            Lang::En => format!("onto {} {}{mode}", jump.onto, jump.step),
        }
    });
    let jumps: Vec<String> = jumps.collect();
    if !jumps.is_empty() {
        facts.push((lang.say("跳差", "Jumps"), jumps.join(comma)));
    }
    let segments = rule.segments.iter().map(|segment| {
        format!("{} {}", ends(lang, Some(segment.from), Some(segment.to)), segment.step)
    });
    let segments: Vec<String> = segments.collect();
    if !segments.is_empty() {
        facts.push((lang.say("分段层差", "Segments"), segments.join(comma)));
    }
    if let Some(top) = &rule.top {
        let of = match top.of {
            TopOf::Building => lang.say("楼栋顶层", "the building's"),
            TopOf::Line => lang.say("户位顶层", "the line's"),
            other => other.word(),
        };
        facts.push((
            lang.say("顶层", "Top floor"),
            format!("{of} {}{}", top.step, added(lang, top.mode)),
        ));
    }
    let lines: Vec<String> =
        rule.lines.iter().map(|line| format!("{} {}", line.line, line.step)).collect();
    if !lines.is_empty() {
        facts.push((lang.say("户位层差", "Steps of lines"), lines.join(comma)));
    }
    facts
}

fn reference(lang: Lang, rule: &FloorRule) -> String {
    match (&rule.start, lang) {
        (Some(start), Lang::Zh) => format!("{} 层，数值 {start}", rule.reference),
        (Some(start), Lang::En) => format!("{}, at {start}", rule.reference),
        (None, Lang::Zh) => format!("{} 层", rule.reference),
        (None, Lang::En) => rule.reference.to_string(),
    }
}

fn step(lang: Lang, rule: &FloorRule) -> String {
    let axis = match rule.axis {
        FloorAxis::Ordinal => lang.say("，按实有楼层", ", by floors that exist"),
        FloorAxis::Number => lang.say("，按楼层号", ", by floor numbers"),
        _ => "",
    };
    format!("{}{axis}", rule.step)
}

/// Whether a step comes on top of the ordinary one, or moves its own floor only.
fn added(lang: Lang, mode: JumpMode) -> &'static str {
    match mode {
        JumpMode::Add => lang.say("（另加）", " (added)"),
        JumpMode::ThisFloor => lang.say("（只在本层）", " (this floor only)"),
        _ => "",
    }
}
