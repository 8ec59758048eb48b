//! The plan of a building: a home is a cell with its number, unit price, total and state.

use super::tables::of_severity;
use crate::html::Html;
use crate::layout::amount;
use crate::price::classes::Classes;
use crate::price::marks;
use crate::price::plan::{Line, Plan};
use crate::price::priced::Priced;
use crate::text::{Say, homes, state};
use kaipan::pricing::TableRow;
use kaipan::project::{Unit, UnitState};
use std::collections::HashMap;

/// Homes side by side; more go below them.
const MOST_LINES: usize = 8;

/// A section with the plan.
pub(super) fn write(html: &mut Html, priced: &Priced<'_>, building: &str, rows: &[&TableRow]) {
    let lang = priced.lang;
    let plan = Plan::new(rows);
    let classes = Classes::new(rows.iter().map(|row| row.building_unit_price));
    let units = priced.by_number();
    html.block("section", "plan", |html| {
        let count = homes(lang, rows.len());
        html.leaf("h2", "", &format!("{} · {count}", priced.names.building(building)));
        html.leaf(
            "p",
            "remark",
            lang.say(
                "每格：房号与状态、建筑面积单价（元/㎡）、总价（元）；斜体为非方案价，红色为违规",
                "Each home: number and state, price in yuan per m² of building area, total in yuan; \
                 italic is not the scheme's price, red breaks a rule",
            ),
        );
        html.block("div", "key", |html| {
            for (class, text) in classes.legend() {
                html.leaf("span", fill(class), text.trim());
            }
        });
        for block in plan.blocks(MOST_LINES, 1, 0) {
            html.block("div", "wide", |html| {
                html.block("table", "", |html| {
                    head(html, priced, building, block);
                    html.block("tbody", "", |html| {
                        for floor in &plan.floors {
                            floor_row(html, priced, &plan, block, *floor, (&classes, &units));
                        }
                    });
                });
            });
        }
    });
}

fn head(html: &mut Html, priced: &Priced<'_>, building: &str, lines: &[Line<'_>]) {
    let lang = priced.lang;
    html.block("thead", "", |html| {
        if lines.iter().any(|line| !line.stair.is_empty()) {
            html.block("tr", "", |html| {
                html.leaf("th", "band", "");
                for group in lines.chunk_by(|a, b| a.stair == b.stair) {
                    let stair = group.first().map_or("", |line| line.stair);
                    let span = group.len().to_string();
                    let about = [("class", "band"), ("colspan", span.as_str())];
                    let name = priced.names.stair(building, stair);
                    html.element("th", &about, |html| html.text(name));
                }
            });
        }
        html.block("tr", "", |html| {
            html.leaf("th", "", lang.say("楼层", "Floor"));
            for line in lines {
                html.leaf("th", "", line.line);
            }
        });
    });
}

fn floor_row(
    html: &mut Html,
    priced: &Priced<'_>,
    plan: &Plan<'_>,
    lines: &[Line<'_>],
    floor: i32,
    (classes, units): (&Classes, &HashMap<&str, &Unit>),
) {
    let homes: Vec<_> = lines.iter().map(|line| plan.unit(floor, line)).collect();
    if homes.iter().all(Option::is_none) {
        return;
    }
    html.block("tr", "", |html| {
        html.leaf("th", "", &floor.to_string());
        for home in homes {
            let Some(row) = home else {
                html.leaf("td", "", "");
                continue;
            };
            let mut class = fill(classes.colour(row.building_unit_price)).to_owned();
            if let Some(kind) = marks::trouble(row) {
                class.push(' ');
                class.push_str(of_severity(kind));
            }
            if marks::is_fixed(row) {
                class.push_str(" fixed");
            }
            let of_unit = units.get(row.unit_no.as_str()).map(|unit| unit.state);
            let in_state = of_unit.filter(|one| *one != UnitState::NotReleased);
            let in_state = in_state.map(|one| format!(" · {}", state(priced.lang, one)));
            html.element("td", &[("class", class.as_str())], |html| {
                html.leaf("b", "", &format!("{}{}", row.unit_no, in_state.unwrap_or_default()));
                html.leaf("span", "", &amount(row.building_unit_price));
                html.leaf("span", "", &amount(row.total));
            });
        }
    });
}

/// The class of the fill of a price class.
fn fill(class: usize) -> &'static str {
    const FILLS: [&str; crate::paint::CLASSES] = ["c0", "c1", "c2", "c3", "c4", "c5", "c6"];
    FILLS.get(class).copied().unwrap_or("")
}
