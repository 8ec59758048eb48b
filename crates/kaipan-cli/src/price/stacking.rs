//! Stacking plans (楼栋价格表): floors from the top down, lines from left to right.

use super::classes::Classes;
use super::marks::{self, marks_of, price_text, total_text};
use super::plan::{Line, Plan};
use super::{View, heading};
use crate::layout::{amount, clean, clip, group, left, right, spaces, width};
use crate::paint::Style;
use crate::text::{Say, homes};
use kaipan::error::Lang;
use kaipan::number::{Magnitude, in_magnitude};
use kaipan::pricing::{PriceTable, SummaryGroup, TableRow};

/// Labels of lines and stairs are cut to this.
const LONGEST_LABEL: usize = 14;
/// A building of few floors that needs more blocks than this is no building but a garage.
const MOST_BLOCKS: usize = 8;
/// Floors that such a building has at most.
const FEW_FLOORS: usize = 4;

/// The plans of all buildings, with one explanation of the marks.
pub(crate) fn lines(view: &View<'_>, response: &PriceTable) -> Vec<String> {
    let mut buildings: Vec<(&str, Vec<&TableRow>)> = Vec::new();
    for row in &response.rows {
        match buildings.iter_mut().rev().find(|(building, _)| row.building == *building) {
            Some((_, rows)) => rows.push(row),
            None => buildings.push((&row.building, vec![row])),
        }
    }
    if buildings.is_empty() {
        return Vec::new();
    }
    let mut out = vec![String::new()];
    out.extend(marks::legend(view, response));
    for (building, rows) in &buildings {
        out.extend(heading(view, &title(view, response, building)));
        out.extend(Sheet::new(view, building, rows).draw());
    }
    out
}

/// A number with separators, before 万 or 亿.
fn grouped(short: &str) -> String {
    let number = short.trim_end_matches(['万', '亿']);
    format!("{}{}", group(number), short.strip_prefix(number).unwrap_or_default())
}

fn title(view: &View<'_>, response: &PriceTable, building: &str) -> String {
    let lang = view.lang;
    let mut title = clean(view.names.building(building));
    let of_building = |one: &&kaipan::pricing::Summary| {
        one.group == SummaryGroup::Building && one.key == building
    };
    if let Some(summary) = response.summaries.iter().find(of_building) {
        let total = match lang {
            Lang::Zh => {
                grouped(&in_magnitude(summary.total, Magnitude::Auto, 2).unwrap_or_default())
            }
            Lang::En => format!("{} yuan", amount(summary.total)),
        };
        title.push_str(&format!(
            " · {} · {} {} · {} {total}",
            homes(lang, summary.units),
            lang.say("均价", "average"),
            amount(summary.average),
            lang.say("总价", "total"),
        ));
    }
    clip(&title, view.width)
}

struct Sheet<'a> {
    view: &'a View<'a>,
    building: &'a str,
    rows: Vec<&'a TableRow>,
    plan: Plan<'a>,
    classes: Classes,
    /// Most prices of the building are whole yuan.
    whole: bool,
    floor_width: usize,
    /// Width of the numbers of a cell, without the mark.
    cell_width: usize,
}

impl<'a> Sheet<'a> {
    fn new(view: &'a View<'a>, building: &'a str, rows: &[&'a TableRow]) -> Sheet<'a> {
        let plan = Plan::new(rows);
        let prices = rows.iter().map(|row| row.building_unit_price);
        let fen = prices.clone().filter(|price| !price.to_string().ends_with(".00")).count();
        let whole = fen <= rows.len().checked_div(2).unwrap_or(0);
        let floors = plan.floors.iter().map(|floor| width(&floor.to_string()));
        let floor_width = floors.max().unwrap_or(0).max(width(floor_title(view)));
        let mut sheet = Sheet {
            view,
            building,
            classes: Classes::new(prices),
            rows: rows.to_vec(),
            plan,
            whole,
            floor_width,
            cell_width: 0,
        };
        let cells = rows.iter().flat_map(|row| [sheet.price(row), total_text(row)]);
        let labels = sheet.plan.lines.iter().map(|line| line_label(line));
        let areas = sheet.plan.lines.iter().map(|line| sheet.area(line));
        let widths = cells.chain(labels).chain(areas).map(|text| width(&text));
        sheet.cell_width = widths.max().unwrap_or(0);
        sheet
    }

    fn draw(&self) -> Vec<String> {
        let mut out = self.legend();
        let cell = self.cell_width.saturating_add(2);
        let room = self.view.width.saturating_sub(self.floor_width);
        let blocks = self.plan.blocks(room, cell, 2);
        if blocks.len() > MOST_BLOCKS && self.plan.floors.len() <= FEW_FLOORS {
            out.extend(super::flat::lines(self.view, &self.rows, self.whole));
            return out;
        }
        for (at, block) in blocks.into_iter().enumerate() {
            if at > 0 {
                out.push(String::new());
            }
            out.extend(self.block(block));
        }
        out
    }

    fn legend(&self) -> Vec<String> {
        if !self.view.paint.is_on() {
            return Vec::new();
        }
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut used = 0_usize;
        for (class, text) in self.classes.legend() {
            if used.saturating_add(width(&text)) > self.view.width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(&self.view.paint.on(Style::Class(class, false), &text));
            used = used.saturating_add(width(&text));
        }
        lines.push(line);
        lines
    }

    fn block(&self, lines: &[Line<'a>]) -> Vec<String> {
        let mut out = Vec::new();
        if lines.iter().any(|line| !line.stair.is_empty()) {
            out.push(self.stairs(lines));
        }
        let names = lines.iter().map(line_label);
        out.push(self.row(floor_title(self.view), lines, names.map(|name| self.number(&name))));
        if lines.iter().any(|line| !self.area(line).is_empty()) {
            let areas = lines.iter().map(|line| self.number(&self.area(line)));
            out.push(self.row(self.view.lang.say("㎡", "m²"), lines, areas));
        }
        for floor in &self.plan.floors {
            let units: Vec<_> = lines.iter().map(|line| self.plan.unit(*floor, line)).collect();
            if units.iter().all(Option::is_none) {
                continue;
            }
            let prices = units.iter().map(|unit| self.cell(*unit, |row| self.price(row), true));
            out.push(self.row(&floor.to_string(), lines, prices));
            let totals = units.iter().map(|unit| self.cell(*unit, total_text, false));
            out.push(self.row("", lines, totals));
        }
        out
    }

    /// The names of the stairs, each over its lines.
    fn stairs(&self, lines: &[Line<'a>]) -> String {
        let mut out = spaces(self.floor_width);
        for (at, group) in lines.chunk_by(|a, b| a.stair == b.stair).enumerate() {
            let stair = group.first().map_or("", |line| line.stair);
            let span = group.len().saturating_mul(self.cell_width.saturating_add(2));
            let name = clean(self.view.names.stair(self.building, stair));
            out.push_str(if at > 0 { " │" } else { "" });
            out.push_str(&left(&format!(" {}", clip(&name, span.saturating_sub(1))), span));
        }
        self.view.paint.on(Style::Bold, out.trim_end())
    }

    fn row(&self, label: &str, lines: &[Line<'a>], cells: impl Iterator<Item = String>) -> String {
        let mut out = right(label, self.floor_width);
        let mut before: Option<&str> = None;
        for (line, cell) in lines.iter().zip(cells) {
            out.push_str(if before.is_some_and(|stair| stair != line.stair) {
                " │ "
            } else {
                " "
            });
            before = Some(line.stair);
            out.push_str(&cell);
        }
        out.trim_end().to_owned()
    }

    /// A plain cell, with the room of the mark.
    fn number(&self, text: &str) -> String {
        format!("{} ", right(text, self.cell_width))
    }

    fn cell(
        &self,
        unit: Option<&TableRow>,
        text: impl Fn(&TableRow) -> String,
        top: bool,
    ) -> String {
        let Some(row) = unit else { return self.number("") };
        let (trouble, source) = marks_of(row);
        let mark = if top { trouble } else { source };
        let shown = format!("{}{mark}", right(&text(row), self.cell_width));
        let class = self.classes.colour(row.building_unit_price);
        self.view.paint.on(Style::Class(class, trouble == '!'), &shown)
    }

    fn price(&self, row: &TableRow) -> String {
        price_text(row.building_unit_price, self.whole)
    }

    /// The area of a line, if all its units have the same.
    fn area(&self, line: &Line<'a>) -> String {
        let mut areas = self.plan.of_line(line).map(|row| row.building_area);
        let first = areas.next();
        let same = first.filter(|first| areas.all(|area| area == *first));
        same.map(|area| group(&area.to_string())).unwrap_or_default()
    }
}

fn floor_title(view: &View<'_>) -> &'static str {
    view.lang.say("楼层", "floor")
}

fn line_label(line: &Line<'_>) -> String {
    clip(&clean(line.line), LONGEST_LABEL)
}
