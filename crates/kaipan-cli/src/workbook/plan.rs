//! The stacking plan of a building (楼栋价格表): floors from the top down, lines from left to right.

use super::page::{A3, A4, Page, room};
use super::style::{FEN, Styles, WHOLE, of_state, severe};
use super::{Book, Result, marks};
use crate::layout::{amount, group};
use crate::price::classes::Classes;
use crate::price::plan::{Line, Plan};
use crate::text::{Say, homes, state};
use kaipan::error::{Lang, Severity};
use kaipan::number::Area;
use kaipan::pricing::{SummaryGroup, TableRow};
use kaipan::project::{Unit, UnitState};
use rust_xlsxwriter::{Format, Worksheet};
use std::collections::HashMap;

/// Lines side by side on a sheet; more go below them. A building of few floors with many lines is
/// a row of shops or a garage.
const MOST_LINES: usize = 12;
const MOST_LINES_LOW: usize = 8;
const FEW_FLOORS: usize = 4;
/// Lines that paper of A4 has room for.
const FEW_LINES: usize = 4;
/// Height of a row, in pixels: as much as fills a page.
const LOWEST_ROW: u32 = 22;
const HIGHEST_ROW: u32 = 34;
/// Rows of a plan besides its floors.
const OTHER_ROWS: u32 = 9;
/// Pixels of a letter, and of both edges of a column.
const PIXELS_OF_LETTER: u32 = 7;
const PIXELS_OF_EDGES: u32 = 5;
/// Narrowest and widest column of a home, in letters.
const NARROWEST: u16 = 7;
const WIDEST: u16 = 24;

pub(super) fn sheet(
    book: &Book<'_>,
    name: &str,
    building: &str,
    rows: &[&TableRow],
) -> Result<Worksheet> {
    let plan = Plan::new(rows);
    let is_low = plan.floors.len() <= FEW_FLOORS && plan.lines.len() > MOST_LINES;
    let blocks = plan.blocks(if is_low { MOST_LINES_LOW } else { MOST_LINES }, 1, 0);
    let widest = blocks.iter().map(|block| block.len()).max().unwrap_or(0);
    let paper = if widest <= FEW_LINES { A4 } else { A3 };
    let mut page = Page::new(book, name, paper)?;
    let drawing = Drawing::new(book, building, rows, &plan);
    let widths = drawing.widths(widest);
    page.widths(&widths)?;
    let tall = page_height(&widths);
    let lines = u32::try_from(plan.floors.len()).unwrap_or(u32::MAX).saturating_add(OTHER_ROWS);
    let height = match blocks.len() {
        0 | 1 => tall.checked_div(lines).unwrap_or(0).clamp(LOWEST_ROW, HIGHEST_ROW),
        _ => LOWEST_ROW,
    };
    page.sheet.set_default_row_height_pixels(height);
    let rows_of_page = tall.checked_div(height).unwrap_or(1);
    drawing.title(&mut page)?;
    drawing.legend(&mut page, widest)?;
    let mut breaks: Vec<u32> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            page.next();
        }
        let first = page.row;
        drawing.block(&mut page, block)?;
        let top = breaks.last().copied().unwrap_or(0);
        if page.row.saturating_sub(top) > rows_of_page && at > 0 {
            breaks.push(first);
        }
        if blocks.len() == 1 {
            let (from, to) = (first, first.saturating_add(drawing.head_rows()).saturating_sub(1));
            page.sheet.set_repeat_rows(from, to)?;
            page.sheet.set_freeze_panes(to.saturating_add(1), 1)?;
        }
    }
    if blocks.len() > 1 {
        page.sheet.set_freeze_panes(1, 1)?;
        page.sheet.set_repeat_rows(0, 0)?;
        page.sheet.set_page_breaks(&breaks)?;
    }
    Ok(page.sheet)
}

/// Pixels from top to bottom of a page that is as wide as these columns.
fn page_height(widths: &[u16]) -> u32 {
    let letters = widths.iter().fold(0_u32, |sum, width| sum.saturating_add(u32::from(*width)));
    let columns = u32::try_from(widths.len()).unwrap_or(u32::MAX);
    let pixels = letters.saturating_mul(PIXELS_OF_LETTER);
    let pixels = pixels.saturating_add(columns.saturating_mul(PIXELS_OF_EDGES));
    // Paper is 297 mm to 210 mm, less its margins.
    pixels.saturating_mul(2).checked_div(3).unwrap_or(0)
}

struct Drawing<'d> {
    book: &'d Book<'d>,
    building: &'d str,
    rows: &'d [&'d TableRow],
    plan: &'d Plan<'d>,
    units: HashMap<&'d str, &'d Unit>,
    classes: Classes,
    /// Whether homes are in different states, which then have a column.
    shows_states: bool,
    /// Whether some lines belong to a stair.
    has_stairs: bool,
    price_format: &'static str,
    total_format: &'static str,
}

impl<'d> Drawing<'d> {
    fn new(
        book: &'d Book<'d>,
        building: &'d str,
        rows: &'d [&'d TableRow],
        plan: &'d Plan<'d>,
    ) -> Drawing<'d> {
        let units = book.priced.by_number();
        let mut states = rows.iter().filter_map(|row| units.get(row.unit_no.as_str()));
        let shows_states = states.any(|unit| unit.state != UnitState::NotReleased);
        let whole = |text: String| text.ends_with(".00") || !text.contains('.');
        let format = |is_whole: bool| if is_whole { WHOLE } else { FEN };
        let prices = rows.iter().map(|row| row.building_unit_price);
        Drawing {
            book,
            building,
            rows,
            plan,
            shows_states,
            has_stairs: plan.lines.iter().any(|line| !line.stair.is_empty()),
            price_format: format(prices.clone().all(|price| whole(price.to_string()))),
            total_format: format(rows.iter().all(|row| whole(row.total.to_string()))),
            classes: Classes::new(prices),
            units,
        }
    }

    /// Columns that a home takes.
    fn span(&self) -> u16 {
        if self.shows_states { 4 } else { 3 }
    }

    /// Rows over the floors of a block.
    fn head_rows(&self) -> u32 {
        if self.has_stairs { 3 } else { 2 }
    }

    /// The first column of a line of a block.
    fn column(&self, line: usize) -> u16 {
        let line = u16::try_from(line).unwrap_or(u16::MAX);
        line.saturating_mul(self.span()).saturating_add(1)
    }

    fn title(&self, page: &mut Page<'_>) -> Result<()> {
        let (lang, styles) = (self.book.priced.lang, page.styles());
        let name = self.book.priced.names.building(self.building);
        let title = match lang {
            Lang::Zh => format!("{} {name} 价格表", self.book.priced.names.project.name),
            Lang::En => format!("{} {name} price plan", self.book.priced.names.project.name),
        };
        page.sheet.set_row_height(page.row, 28)?;
        page.line(&title, &styles.title)?;
        let of_building = |one: &&kaipan::pricing::Summary| {
            one.group == SummaryGroup::Building && one.key == self.building
        };
        let mut facts = Vec::new();
        if let Some(one) = self.book.priced.table.summaries.iter().find(of_building) {
            let [count, area, average, total] = [
                homes(lang, one.units),
                group(&one.building_area.to_string()),
                amount(one.average),
                amount(one.total),
            ];
            facts.push(match lang {
                Lang::Zh => format!("{count} · {area} ㎡ · 均价 {average} 元/㎡ · 总价 {total} 元"),
                Lang::En => {
                    format!("{count} · {area} m² · average {average} yuan/m² · total {total} yuan")
                }
            });
        }
        facts.extend(self.book.priced.date.map(|date| date.to_string()));
        facts.push(
            lang.say(
                "单价：元/㎡（建筑面积），总价：元",
                "prices in yuan per m² of building area, totals in yuan",
            )
            .to_owned(),
        );
        for fact in facts {
            page.line(&fact, &styles.remark)?;
        }
        Ok(())
    }

    /// What the fills and letters mean: classes of prices, states, marks.
    fn legend(&self, page: &mut Page<'_>, lines: usize) -> Result<()> {
        let (lang, styles) = (self.book.priced.lang, page.styles());
        let mut keys: Vec<(String, Format)> = Vec::new();
        for (class, text) in self.classes.legend() {
            let format = styles.centred().set_background_color(Styles::fill(class));
            keys.push((text.trim().to_owned(), format));
        }
        if self.shows_states {
            for one in UnitState::ALL {
                let mut units =
                    self.rows.iter().filter_map(|row| self.units.get(row.unit_no.as_str()));
                if units.any(|unit| unit.state == one) {
                    keys.push((state(lang, one), of_state(styles.centred(), one)));
                }
            }
        }
        let has = |kind: Severity| self.rows.iter().any(|row| marks::trouble(row) == Some(kind));
        for (kind, zh, en) in [
            (Severity::Violation, "违规", "breaks a rule"),
            (Severity::Warning, "待核对", "needs a look"),
        ] {
            if has(kind) {
                keys.push((lang.say(zh, en).to_owned(), severe(styles.centred(), kind)));
            }
        }
        if self.rows.iter().any(|row| marks::is_fixed(row)) {
            let text = lang.say("斜体：非方案价", "italic: not the scheme's");
            keys.push((text.to_owned(), styles.centred().set_italic()));
        }
        // A key has two cells: the narrow ones have no room for words.
        let room = self.column(lines).saturating_sub(1).checked_div(2).unwrap_or(1).max(1);
        for (at, (text, format)) in keys.iter().enumerate() {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            let column = at.checked_rem(room).unwrap_or(0);
            if at > 0 && column == 0 {
                page.next();
            }
            let from = column.saturating_mul(2).saturating_add(1);
            page.across(from, from.saturating_add(1), text, format)?;
        }
        page.next();
        page.next();
        Ok(())
    }

    fn block(&self, page: &mut Page<'_>, lines: &[Line<'_>]) -> Result<()> {
        self.head(page, lines)?;
        for floor in &self.plan.floors {
            let units: Vec<_> = lines.iter().map(|line| self.plan.unit(*floor, line)).collect();
            if units.iter().all(Option::is_none) {
                continue;
            }
            page.number(0, floor, &page.styles().band())?;
            for (at, unit) in units.into_iter().enumerate() {
                self.home(page, self.column(at), unit)?;
            }
            page.next();
        }
        Ok(())
    }

    /// Stairs over lines over the titles of their columns.
    fn head(&self, page: &mut Page<'_>, lines: &[Line<'_>]) -> Result<()> {
        let (lang, styles) = (self.book.priced.lang, page.styles());
        let span = self.span();
        if self.has_stairs {
            page.text(0, "", &styles.band())?;
            let mut at = 0_usize;
            for group in lines.chunk_by(|a, b| a.stair == b.stair) {
                let stair = group.first().map_or("", |line| line.stair);
                let from = self.column(at);
                at = at.saturating_add(group.len());
                let name = self.book.priced.names.stair(self.building, stair);
                page.across(from, self.column(at).saturating_sub(1), name, &styles.band())?;
            }
            page.next();
        }
        page.text(0, "", &styles.band())?;
        for (at, line) in lines.iter().enumerate() {
            let from = self.column(at);
            let to = from.saturating_add(span).saturating_sub(1);
            page.across(from, to, &self.about(line), &styles.band())?;
        }
        page.next();
        page.text(0, lang.say("楼层", "Floor"), &styles.head)?;
        let titles = [
            lang.say("房号", "Unit"),
            lang.say("单价", "Price"),
            lang.say("总价", "Total"),
            lang.say("状态", "State"),
        ];
        for at in 0..lines.len() {
            for (column, title) in (self.column(at)..).zip(titles).take(usize::from(span)) {
                page.text(column, title, &styles.head)?;
            }
        }
        page.next();
        Ok(())
    }

    /// A line with the layout and the area that all its homes have.
    fn about(&self, line: &Line<'_>) -> String {
        let lang = self.book.priced.lang;
        let mut parts = vec![match lang {
            Lang::Zh => format!("{} 户位", line.line),
            Lang::En => format!("line {}", line.line),
        }];
        let layout = same(self.plan.of_line(line).map(|row| row.layout.as_deref()));
        parts.extend(layout.flatten().map(str::to_owned));
        let area: Option<Area> = same(self.plan.of_line(line).map(|row| row.building_area));
        parts.extend(
            area.map(|area| format!("{} {}", group(&area.to_string()), lang.say("㎡", "m²"))),
        );
        parts.join(" · ")
    }

    fn home(&self, page: &mut Page<'_>, column: u16, row: Option<&TableRow>) -> Result<()> {
        let styles = page.styles();
        let Some(row) = row else {
            for column in (column..).take(usize::from(self.span())) {
                page.text(column, "", &styles.text)?;
            }
            return Ok(());
        };
        let of_unit = self.units.get(row.unit_no.as_str()).map(|unit| unit.state);
        let in_state = of_unit.unwrap_or(UnitState::NotReleased);
        let number = of_state(styles.centred(), in_state);
        page.text(column, &row.unit_no, &number)?;
        let class = self.classes.colour(row.building_unit_price);
        let weigh = |format: Format| {
            let format = match marks::trouble(row) {
                Some(kind) => severe(format, kind),
                None => format,
            };
            if marks::is_fixed(row) { format.set_italic() } else { format }
        };
        let price = weigh(styles.class(class, self.price_format));
        page.number(column.saturating_add(1), row.building_unit_price, &price)?;
        let total = weigh(styles.class(class, self.total_format));
        page.number(column.saturating_add(2), row.total, &total)?;
        if self.shows_states {
            page.text(column.saturating_add(3), &state(self.book.priced.lang, in_state), &number)?;
        }
        Ok(())
    }

    /// Widths of the columns of so many lines, in letters.
    fn widths(&self, lines: usize) -> Vec<u16> {
        let widest = |text: &dyn Fn(&TableRow) -> String| {
            let rooms = self.rows.iter().map(|row| room(&text(row)));
            rooms.max().unwrap_or(0).clamp(NARROWEST, WIDEST)
        };
        let of_state = |row: &TableRow| {
            let unit = self.units.get(row.unit_no.as_str());
            unit.map(|unit| state(self.book.priced.lang, unit.state)).unwrap_or_default()
        };
        let home = [
            widest(&|row| row.unit_no.to_string()),
            widest(&|row| amount(row.building_unit_price)),
            widest(&|row| amount(row.total)),
            widest(&of_state),
        ];
        let homes = (0..lines).flat_map(|_| home.into_iter().take(usize::from(self.span())));
        std::iter::once(NARROWEST).chain(homes).collect()
    }
}

/// What all have, if all have the same.
fn same<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|one| one == first).then_some(first)
}
