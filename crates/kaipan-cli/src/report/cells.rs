//! Cells of reports as text.

use crate::layout::{group, percent, rounded};
use crate::text::Say;
use kaipan::error::Lang;
use kaipan::report::{ReportCell, ReportColumn, ReportColumnKind};

/// What stands where a ratio is by zero.
pub(crate) const UNDEFINED: &str = "—";

/// The text of a reader who may not see a cell.
pub(crate) fn hidden(lang: Lang) -> &'static str {
    lang.say("无权查看", "hidden")
}

/// The title of a column.
pub(crate) fn title(lang: Lang, column: &ReportColumn) -> &str {
    lang.say(&column.title_zh, &column.title_en)
}

/// The title of a column with its unit, where that is not told by its values.
pub(crate) fn title_with_unit(lang: Lang, column: &ReportColumn) -> String {
    let unit = match lang {
        Lang::Zh => &column.unit_zh,
        Lang::En => &column.unit_en,
    };
    let unit = unit.as_ref().filter(|_| column.kind != ReportColumnKind::Share);
    let title = title(lang, column);
    unit.map_or_else(
        || title.to_owned(),
        |unit| format!("{title}{}", crate::text::aside(lang, unit)),
    )
}

/// Numbers stand on the right.
pub(crate) fn is_number(kind: ReportColumnKind) -> bool {
    !matches!(kind, ReportColumnKind::Text | ReportColumnKind::Date)
}

/// The number of a cell in plain digits, all that it has.
pub(crate) fn number(cell: &ReportCell) -> Option<String> {
    Some(match cell {
        ReportCell::Count { count } => count.to_string(),
        ReportCell::Days { days } => days.to_string(),
        ReportCell::Area { area } => area.to_string(),
        ReportCell::Money { money } => money.to_string(),
        ReportCell::UnitPrice { price } => price.to_string(),
        ReportCell::Share { share } => share.to_string(),
        ReportCell::Number { number } => number.to_string(),
        _ => return None,
    })
}

/// A plain decimal half up to exactly so many decimals.
fn fixed(text: &str, decimals: u32) -> String {
    let places = usize::try_from(decimals).unwrap_or(0);
    let text = rounded(text, places);
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    match places {
        0 => whole.to_owned(),
        _ => format!("{whole}.{part:0<places$}"),
    }
}

/// A cell as people read it: thousands, percent, `—` for a ratio by zero, nothing for what is absent.
pub(crate) fn shown(lang: Lang, column: &ReportColumn, cell: &ReportCell) -> String {
    match cell {
        ReportCell::Absent {} => String::new(),
        ReportCell::Undefined {} => UNDEFINED.to_owned(),
        ReportCell::Hidden {} => hidden(lang).to_owned(),
        ReportCell::Text { text } => text.to_string(),
        ReportCell::Words { zh, en } => lang.say(zh, en).to_owned(),
        ReportCell::Date { date } => date.to_string(),
        ReportCell::Share { share } => {
            format!("{}%", group(&fixed(&percent(&share.to_string()), column.decimals)))
        }
        ReportCell::Number { number } => {
            let text = rounded(&number.to_string(), usize::try_from(column.decimals).unwrap_or(0));
            group(&text)
        }
        other => {
            number(other).map(|text| group(&fixed(&text, column.decimals))).unwrap_or_default()
        }
    }
}

/// A cell as programs read it: all digits, without separators; shares in percent.
pub(crate) fn plain(lang: Lang, cell: &ReportCell) -> String {
    match cell {
        ReportCell::Absent {} => String::new(),
        ReportCell::Undefined {} => UNDEFINED.to_owned(),
        ReportCell::Hidden {} => hidden(lang).to_owned(),
        ReportCell::Text { text } => text.to_string(),
        ReportCell::Words { zh, en } => lang.say(zh, en).to_owned(),
        ReportCell::Date { date } => date.to_string(),
        ReportCell::Share { share } => format!("{}%", percent(&share.to_string())),
        other => number(other).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kaipan::report::reports;

    #[test]
    fn what_is_absent_zero_or_undefined_is_told_apart() {
        let reports = reports();
        let columns = &reports.iter().find(|one| one.name == "sales_summary").unwrap().columns;
        let column = |key: &str| columns.iter().find(|column| column.key == key).unwrap();
        let (money, share) = (column("subscribed_amount"), column("sell_through_rate"));
        for (column, cell, text) in [
            (money, ReportCell::money("1550000".parse().unwrap()), "1,550,000.00"),
            (money, ReportCell::money("-0.5".parse().unwrap()), "-0.50"),
            (money, ReportCell::money("0".parse().unwrap()), "0.00"),
            (money, ReportCell::ABSENT, ""),
            (share, ReportCell::UNDEFINED, "—"),
            (share, ReportCell::share("0.083333".parse().unwrap()), "8.33%"),
            (share, ReportCell::share("0.5".parse().unwrap()), "50.00%"),
        ] {
            assert_eq!(shown(Lang::Zh, column, &cell), text);
        }
        assert_eq!(plain(Lang::Zh, &ReportCell::share("0.083333".parse().unwrap())), "8.3333%");
        assert_eq!(title_with_unit(Lang::Zh, money), "认购金额（元）");
        assert_eq!(title_with_unit(Lang::En, share), "sell-through");
    }
}
