//! The key of a plan: fills of price classes and states, letters of marks.

use super::drawing::Drawing;
use crate::price::marks;
use crate::text::{Say, state};
use crate::workbook::Result;
use crate::workbook::sheet::Sheet;
use crate::workbook::style::{Styles, of_state, severe};
use kaipan::error::Severity;
use kaipan::project::UnitState;
use rust_xlsxwriter::Format;

/// What the fills and letters mean: classes of prices, states, marks.
pub(super) fn write(drawing: &Drawing<'_>, sheet: &mut Sheet<'_>, lines: usize) -> Result<()> {
    let (lang, styles) = (drawing.book.priced.lang, sheet.styles());
    let mut keys: Vec<(String, Format)> = Vec::new();
    for (class, text) in drawing.classes.legend() {
        let format = styles.centred().set_background_color(Styles::fill(class));
        keys.push((text.trim().to_owned(), format));
    }
    if drawing.shows_states {
        for one in UnitState::ALL {
            let mut units =
                drawing.rows.iter().filter_map(|row| drawing.units.get(row.unit_no.as_str()));
            if units.any(|unit| unit.state == one) {
                keys.push((state(lang, one), of_state(styles.centred(), one)));
            }
        }
    }
    let has = |kind: Severity| drawing.rows.iter().any(|row| marks::trouble(row) == Some(kind));
    for (kind, zh, en) in [
        (Severity::Violation, "违规", "breaks a rule"),
        (Severity::Warning, "待核对", "needs a look"),
    ] {
        if has(kind) {
            keys.push((lang.say(zh, en).to_owned(), severe(styles.centred(), kind)));
        }
    }
    if drawing.rows.iter().any(|row| marks::is_fixed(row)) {
        let text = lang.say("斜体：非方案价", "italic: not the scheme's");
        keys.push((text.to_owned(), styles.centred().set_italic()));
    }
    // A key has two cells: the narrow ones have no room for words.
    let room = drawing.column(lines).saturating_sub(1).checked_div(2).unwrap_or(1).max(1);
    for (at, (text, format)) in keys.iter().enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        let column = at.checked_rem(room).unwrap_or(0);
        if at > 0 && column == 0 {
            sheet.next();
        }
        let from = column.saturating_mul(2).saturating_add(1);
        sheet.across(from, from.saturating_add(1), text, format)?;
    }
    sheet.next();
    sheet.next();
    Ok(())
}
