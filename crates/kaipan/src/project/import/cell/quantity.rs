//! Amounts, unit prices and areas as spreadsheets hold them.

use super::{Detail, refuse_error};
use crate::error::{Code, Error, Result as Outcome};
use crate::fold::fold;
use crate::number::{Area, Money, UnitPrice, Unrounded, Wide, parse_amount, parse_unit_price};
use crate::project::import::header::AREA_UNITS;
use crate::project::import::source::Seen;
use crate::project::import::worksheet::CellKind;
use std::str::FromStr;

/// What a column of numbers may hold.
pub(in crate::project::import) trait Quantity:
    FromStr<Err = Error>
{
    /// Decimals that a number with more than can be kept is rounded to.
    const DECIMALS: u32;
    /// From a count of these decimals.
    fn counted(count: i64) -> Option<Self>;
    /// As a person types it, with its unit.
    fn typed(text: &str) -> Outcome<Self>;
}

impl Quantity for Money {
    const DECIMALS: u32 = Money::SCALE;
    fn counted(count: i64) -> Option<Money> {
        Some(Money::from_fen(count))
    }
    fn typed(text: &str) -> Outcome<Money> {
        parse_amount(text)
    }
}

impl Quantity for UnitPrice {
    // Published prices have two decimals.
    const DECIMALS: u32 = 2;
    fn counted(count: i64) -> Option<UnitPrice> {
        count.checked_mul(10_000).map(UnitPrice::from_micros)
    }
    fn typed(text: &str) -> Outcome<UnitPrice> {
        parse_unit_price(text)
    }
}

impl Quantity for Area {
    const DECIMALS: u32 = Area::SCALE;
    fn counted(count: i64) -> Option<Area> {
        Some(Area::from_ten_thousandths(count))
    }
    fn typed(text: &str) -> Outcome<Area> {
        let folded = fold(text).to_ascii_lowercase();
        let number = AREA_UNITS.iter().find_map(|unit| folded.strip_suffix(unit));
        let number = number.unwrap_or(&folded).trim_end();
        ungrouped(number).as_deref().unwrap_or(number).parse()
    }
}

/// A number in a cell, and whether it had to be rounded: a number cell may hold more decimals than
/// it shows, as a formula leaves them. Text is never rounded.
///
/// `ten_thousand`: the column is headed 万. A cell that names its own unit must agree.
pub(in crate::project::import) fn quantity<Q: Quantity>(
    seen: &Seen<'_>,
    ten_thousand: bool,
    may_have_decimal_comma: impl FnOnce() -> bool,
) -> Result<(Q, bool), Detail> {
    refuse_error(seen)?;
    let text = &*seen.text;
    if !ten_thousand {
        match text.parse() {
            Ok(value) => return Ok((value, false)),
            Err(error) if error.code() == Code::NumberExponent => return Err(Detail::of(&error)),
            Err(_) => {}
        }
    }
    if seen.kind == CellKind::Number {
        return rounded(text, ten_thousand).map_err(|error| Detail::of(&error));
    }
    if text.contains(',') && may_have_decimal_comma() {
        return Err(Detail::of(&Error::new(Code::NumberSyntax).with("text", text)));
    }
    let unit = fold(text).trim_end_matches(['元', '圆']).ends_with(['万', '亿', 'w', 'W']);
    let yuan = !unit && fold(text).contains('元');
    let read = match (ten_thousand, unit) {
        (true, _) if yuan => {
            return Err(Detail::new(
                "该列以万元为单位，此格却写着元",
                "the column is in units of 10,000 yuan, the cell says yuan",
            ));
        }
        (true, false) => Q::typed(&format!("{text}万")),
        _ => Q::typed(text),
    };
    read.map(|value| (value, false)).map_err(|error| Detail::of(&error))
}

/// As it is where that can be kept, else half up.
fn rounded<Q: Quantity>(text: &str, ten_thousand: bool) -> Outcome<(Q, bool)> {
    if let Ok(value) = Q::typed(&if ten_thousand { format!("{text}万") } else { text.to_owned() })
    {
        return Ok((value, false));
    }
    let exact = exact(text)?;
    let exact = if ten_thousand { exact.times(Wide::from(10_000_i64))? } else { exact };
    let value = exact.scaled(Q::DECIMALS)?.to_i64().and_then(Q::counted);
    let value = value.ok_or_else(|| Error::new(Code::NumberRange).with("text", text))?;
    Ok((value, true))
}

/// A plain decimal of any length that a spreadsheet holds.
fn exact(text: &str) -> Outcome<Unrounded> {
    const LONGEST: usize = 60;
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if text.len() > LONGEST {
        return Err(Error::new(Code::NumberRange).with("text", text));
    }
    let ratio = format!("{whole}{decimals}/1{}", "0".repeat(decimals.len()));
    ratio.parse().map_err(|_| Error::new(Code::NumberSyntax).with("text", text))
}

/// A number without its thousands separators; none if they do not stand where they should.
fn ungrouped(number: &str) -> Option<String> {
    let unsigned = number.strip_prefix(['-', '+']).unwrap_or(number);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let well_formed = (1..=3).contains(&first.len())
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
        && !decimals.contains(',');
    well_formed.then(|| number.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<Q: Quantity + ToString>(
        text: &str,
        kind: CellKind,
        wan: bool,
    ) -> Option<(String, bool)> {
        let read = quantity::<Q>(&Seen { text: text.into(), kind }, wan, || false).ok()?;
        Some((read.0.to_string(), read.1))
    }

    #[test]
    fn amounts_with_units_signs_and_separators() {
        for (text, wan, yuan) in [
            ("1425747", false, "1425747.00"),
            ("1,425,747.00", false, "1425747.00"),
            ("１，４２５，７４７ 元", false, "1425747.00"),
            ("¥1,425,747", false, "1425747.00"),
            ("142.5747万", false, "1425747.00"),
            ("142.5747", true, "1425747.00"),
            ("142.5747万元", true, "1425747.00"),
        ] {
            let read = read::<Money>(text, CellKind::Text, wan);
            assert_eq!(read, Some((yuan.to_owned(), false)), "{text}");
        }
        for (text, wan) in [("1425747元", true), ("1.234", false), ("1e5", false), ("NaN", false)]
        {
            assert_eq!(read::<Money>(text, CellKind::Text, wan), None, "{text}");
        }
    }

    #[test]
    fn areas_know_no_ten_thousands() {
        for text in ["89.50", "89.5㎡", "89.5 平方米", "８９．５m2"] {
            assert_eq!(read::<Area>(text, CellKind::Text, false), Some(("89.50".into(), false)));
        }
        for text in ["0.00895万", "89.5元", "89,5"] {
            assert_eq!(read::<Area>(text, CellKind::Text, false), None, "{text}");
        }
    }

    #[test]
    fn number_cells_are_rounded_and_that_is_said() {
        let number = |text, wan| read::<Money>(text, CellKind::Number, wan);
        assert_eq!(number("1425747.005", false), Some(("1425747.01".into(), true)));
        assert_eq!(number("142.5747", true), Some(("1425747.00".into(), false)));
        assert_eq!(number("142.57470049", true), Some(("1425747.00".into(), true)));
        assert_eq!(number("1.2.3", false), None);
    }
}
