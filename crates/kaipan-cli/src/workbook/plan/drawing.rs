//! The drawing of a plan: titles, floors, homes.

use crate::layout::{amount, group};
use crate::price::classes::Classes;
use crate::price::marks;
use crate::price::plan::{Line, Plan};
use crate::text::{Say, homes, state};
use crate::workbook::sheet::{Sheet, room};
use crate::workbook::style::{FEN, WHOLE, of_state, severe};
use crate::workbook::{Book, Result};
use kaipan::error::Lang;
use kaipan::number::Area;
use kaipan::pricing::{SummaryGroup, TableRow};
use kaipan::project::{Unit, UnitState};
use rust_xlsxwriter::Format;
use std::collections::HashMap;

/// Narrowest and widest column of a home, in letters.
const NARROWEST: u16 = 7;
const WIDEST: u16 = 24;

/// What a plan is drawn from.
pub(super) struct Drawing<'d> {
    pub(super) book: &'d Book<'d>,
    pub(super) building: &'d str,
    pub(super) rows: &'d [&'d TableRow],
    pub(super) plan: &'d Plan<'d>,
    pub(super) units: HashMap<&'d str, &'d Unit>,
    pub(super) classes: Classes,
    /// Whether homes are in different states, which then have a column.
    pub(super) shows_states: bool,
    /// Whether some lines belong to a stair.
    pub(super) has_stairs: bool,
    pub(super) price_format: &'static str,
    pub(super) total_format: &'static str,
}

impl<'d> Drawing<'d> {
    pub(super) fn new(
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
    pub(super) fn head_rows(&self) -> u32 {
        if self.has_stairs { 3 } else { 2 }
    }

    /// The first column of a line of a block.
    pub(super) fn column(&self, line: usize) -> u16 {
        let line = u16::try_from(line).unwrap_or(u16::MAX);
        line.saturating_mul(self.span()).saturating_add(1)
    }

    pub(super) fn title(&self, sheet: &mut Sheet<'_>) -> Result<()> {
        let (lang, styles) = (self.book.priced.lang, sheet.styles());
        let name = self.book.priced.names.building(self.building);
        let title = match lang {
            Lang::Zh => format!("{} {name} 价格表", self.book.priced.names.project.name),
            Lang::En => format!("{} {name} price plan", self.book.priced.names.project.name),
        };
        sheet.worksheet.set_row_height(sheet.row, 28)?;
        sheet.line(&title, &styles.title)?;
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
            sheet.line(&fact, &styles.remark)?;
        }
        Ok(())
    }

    pub(super) fn block(&self, sheet: &mut Sheet<'_>, lines: &[Line<'_>]) -> Result<()> {
        self.head(sheet, lines)?;
        for floor in &self.plan.floors {
            let units: Vec<_> = lines.iter().map(|line| self.plan.unit(*floor, line)).collect();
            if units.iter().all(Option::is_none) {
                continue;
            }
            sheet.number(0, floor, &sheet.styles().band())?;
            for (at, unit) in units.into_iter().enumerate() {
                self.home(sheet, self.column(at), unit)?;
            }
            sheet.next();
        }
        Ok(())
    }

    /// Stairs over lines over the titles of their columns.
    fn head(&self, sheet: &mut Sheet<'_>, lines: &[Line<'_>]) -> Result<()> {
        let (lang, styles) = (self.book.priced.lang, sheet.styles());
        let span = self.span();
        if self.has_stairs {
            sheet.text(0, "", &styles.band())?;
            let mut at = 0_usize;
            for group in lines.chunk_by(|a, b| a.stair == b.stair) {
                let stair = group.first().map_or("", |line| line.stair);
                let from = self.column(at);
                at = at.saturating_add(group.len());
                let name = self.book.priced.names.stair(self.building, stair);
                sheet.across(from, self.column(at).saturating_sub(1), name, &styles.band())?;
            }
            sheet.next();
        }
        sheet.text(0, "", &styles.band())?;
        for (at, line) in lines.iter().enumerate() {
            let from = self.column(at);
            let to = from.saturating_add(span).saturating_sub(1);
            sheet.across(from, to, &self.about(line), &styles.band())?;
        }
        sheet.next();
        sheet.text(0, lang.say("楼层", "Floor"), &styles.head)?;
        let titles = [
            lang.say("房号", "Unit"),
            lang.say("单价", "Price"),
            lang.say("总价", "Total"),
            lang.say("状态", "State"),
        ];
        for at in 0..lines.len() {
            for (column, title) in (self.column(at)..).zip(titles).take(usize::from(span)) {
                sheet.text(column, title, &styles.head)?;
            }
        }
        sheet.next();
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

    fn home(&self, sheet: &mut Sheet<'_>, column: u16, row: Option<&TableRow>) -> Result<()> {
        let styles = sheet.styles();
        let Some(row) = row else {
            for column in (column..).take(usize::from(self.span())) {
                sheet.text(column, "", &styles.text)?;
            }
            return Ok(());
        };
        let of_unit = self.units.get(row.unit_no.as_str()).map(|unit| unit.state);
        let in_state = of_unit.unwrap_or(UnitState::NotReleased);
        let number = of_state(styles.centred(), in_state);
        sheet.text(column, &row.unit_no, &number)?;
        let class = self.classes.colour(row.building_unit_price);
        let weigh = |format: Format| {
            let format = match marks::trouble(row) {
                Some(kind) => severe(format, kind),
                None => format,
            };
            if marks::is_fixed(row) { format.set_italic() } else { format }
        };
        let price = weigh(styles.class(class, self.price_format));
        sheet.number(column.saturating_add(1), row.building_unit_price, &price)?;
        let total = weigh(styles.class(class, self.total_format));
        sheet.number(column.saturating_add(2), row.total, &total)?;
        if self.shows_states {
            sheet.text(
                column.saturating_add(3),
                &state(self.book.priced.lang, in_state),
                &number,
            )?;
        }
        Ok(())
    }

    /// Widths of the columns of so many lines, in letters.
    pub(super) fn widths(&self, lines: usize) -> Vec<u16> {
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
