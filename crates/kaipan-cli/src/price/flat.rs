//! Buildings without a shape, such as garages: lines of the same price together.

use super::View;
use super::marks::{marks_of, price_text, total_text};
use crate::layout::{clean, group, natural, paragraph, right, width};
use crate::paint::Style;
use crate::text::Say;
use kaipan::pricing::TableRow;

/// Columns that a list of lines needs.
const LEAST_ROOM: usize = 24;

/// Units of one floor with the same price and area.
struct Alike<'a> {
    floor: i32,
    cells: [String; 4],
    lines: Vec<&'a str>,
}

/// One entry for every floor and price, with the lines that have it.
pub(crate) fn lines(view: &View<'_>, rows: &[&TableRow], whole: bool) -> Vec<String> {
    let lang = view.lang;
    let mut found: Vec<Alike<'_>> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for row in rows {
        let (trouble, source) = marks_of(row);
        let price = format!("{}{trouble}", price_text(row.building_unit_price, whole));
        let total = format!("{}{source}", total_text(row));
        let area = group(&row.building_area.to_string());
        let stair = row.stair.as_deref().unwrap_or("");
        let key = (row.floor, stair, price.clone(), total.clone(), area.clone());
        let at = *known.entry(key).or_insert(found.len());
        if found.len() == at {
            let cells = [row.floor.to_string(), area, price, total];
            found.push(Alike { floor: row.floor, cells, lines: Vec::new() });
        }
        if let Some(alike) = found.get_mut(at) {
            alike.lines.push(&row.line);
        }
    }
    let dearer = |a: &Alike<'_>, b: &Alike<'_>| {
        let [_, _, price_a, total_a] = &a.cells;
        let [_, _, price_b, total_b] = &b.cells;
        natural(total_b, total_a).then_with(|| natural(price_b, price_a))
    };
    found.sort_by(|a, b| b.floor.cmp(&a.floor).then_with(|| dearer(a, b)));
    let titles = [
        lang.say("楼层", "floor"),
        lang.say("㎡", "m²"),
        lang.say("单价", "price"),
        lang.say("万元", "total (10,000)"),
    ];
    let widths: Vec<usize> = (0..titles.len())
        .map(|at| {
            let cells = found.iter().filter_map(|alike| alike.cells.get(at));
            let widest = cells.map(|cell| width(cell)).max().unwrap_or(0);
            widest.max(titles.get(at).map_or(0, |title| width(title).saturating_add(1)))
        })
        .collect();
    let label = |cells: &[&str]| {
        let padded = cells.iter().zip(&widths).map(|(cell, to)| right(cell, *to));
        padded.collect::<Vec<String>>().join(" ")
    };
    let spaced = titles.map(|title| format!("{title} "));
    let head: Vec<&str> = spaced.iter().map(String::as_str).collect();
    let homes = lang.say("户位（套数）", "lines (homes)");
    let head = label(&head);
    // Without room beside the numbers, the lines go below them.
    let below = width(&head).saturating_add(LEAST_ROOM) > view.width;
    let head = if below { head } else { format!("{head}  {homes}") };
    let mut out = vec![view.paint.on(Style::Dim, head.trim_end())];
    for alike in &mut found {
        alike.lines.sort_by(|a, b| natural(a, b));
        let cells: Vec<&str> = alike.cells.iter().map(String::as_str).collect();
        let count = alike.lines.len();
        let text = clean(&format!("{} ({count})", ranges(&alike.lines).join(", ")));
        if below {
            out.push(label(&cells).trim_end().to_owned());
            out.extend(paragraph("    ", &text, view.width));
        } else {
            out.extend(paragraph(&format!("{}  ", label(&cells)), &text, view.width));
        }
    }
    out
}

/// Runs of numbers: `001-003, 007`.
fn ranges(lines: &[&str]) -> Vec<String> {
    let next = |line: &str| {
        let number = line.parse::<u64>().ok()?.checked_add(1)?;
        let digits = line.len();
        Some(format!("{number:0>digits$}"))
    };
    let mut out: Vec<(&str, &str)> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some((_, end)) if next(end).as_deref() == Some(line) => *end = line,
            _ => out.push((line, line)),
        }
    }
    let shown = out.into_iter().map(|(from, to)| match from == to {
        true => from.to_owned(),
        false => format!("{from}-{to}"),
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_lines_are_joined() {
        assert_eq!(ranges(&["001", "002", "003", "007", "A1"]), ["001-003", "007", "A1"]);
        assert_eq!(ranges(&["9", "10", "11"]), ["9-11"]);
        assert_eq!(ranges(&["009", "10"]), ["009", "10"]);
    }
}
