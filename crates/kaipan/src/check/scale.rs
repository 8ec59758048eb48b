//! Values that are legal but almost surely mistaken: a share written as a percent or the other way
//! round, a digit too many.
//!
//! No field changes its scale, and the documentation of each says which it is: fields and methods
//! named `percent` and the points of a read discount (`points_off`) are percents (2 is 2 %),
//! coefficients are factors (1.02 adds 2 %), multiples are times (20 is twenty times), all others are
//! shares (0.15 is 15 %). Each row below says what is usual for its field; zero stands for "none" and
//! is never told. What lies outside is told by one finding, as a violation where prices or
//! contracts would be signed on it.

use crate::error::{Code, Finding, Severity, finding};
use crate::number::{Exact, Figure, Rate};
use std::fmt::Display;

/// How the numbers of a field are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    /// 0.15 is 15 %.
    Share,
    /// 2 is 2 %.
    Percent,
    /// 1.02 adds 2 %.
    Coefficient,
    /// 20 is twenty times.
    Multiple,
}

/// What is usual for a field, in millionths of one: 150,000 is 15 %. Signs do not count.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Usual {
    field: &'static str,
    written: Written,
    low: i64,
    high: i64,
    /// How much a value below the lowest matters, and one above the highest.
    below: Severity,
    above: Severity,
}

const fn share(field: &'static str, low: i64, high: i64) -> Usual {
    let signed = Severity::Violation;
    Usual { field, written: Written::Share, low, high, below: signed, above: signed }
}

/// A field whose small values only make a rule stricter, and whose large ones switch it off.
const fn limit(field: &'static str, low: i64, high: i64) -> Usual {
    Usual { below: Severity::Warning, ..share(field, low, high) }
}

/// A field on which nothing is signed by itself.
const fn told(written: Written, field: &'static str, low: i64, high: i64) -> Usual {
    Usual { field, written, low, high, below: Severity::Warning, above: Severity::Warning }
}

/// Price adjustment in percent: 0.1 to 30 %.
pub(crate) const ADJUSTMENT: Usual =
    Usual { written: Written::Percent, ..share("percent", 1_000, 300_000) };
/// Float above the filed price: 0.1 to 50 %.
pub(crate) const UP: Usual = limit("up", 1_000, 500_000);
/// Float below the filed price: 0.1 to 50 %.
pub(crate) const DOWN: Usual = limit("down", 1_000, 500_000);
/// Deepest single cut: 0.1 to 50 %.
pub(crate) const CUT: Usual = limit("max_cut_per_change", 1_000, 500_000);
/// Floor prices as a share of list prices: 50 to 100 %.
pub(crate) const FLOOR: Usual = share("floor_rate", 500_000, 1_000_000);
/// What buyers pay of the list price: 50 to 100 %.
pub(crate) const PAID: Usual = share("rate", 500_000, 1_000_000);
/// Gift area at the unit's own price: 1 to 150 %.
pub(crate) const GIFT: Usual = share("rate", 10_000, 1_500_000);
/// Coefficient of a factor: 0.1 to 10.
pub(crate) const COEFFICIENT: Usual = told(Written::Coefficient, "values", 100_000, 10_000_000);
/// The largest percentage of a factor: 0.1 to 50 %.
pub(crate) const PERCENTAGE: Usual = told(Written::Percent, "values", 1_000, 500_000);
/// Coefficient of a building that is taken as it is: 0.2 to 5.
pub(crate) const BUILDING: Usual =
    Usual { written: Written::Coefficient, ..share("coefficient", 200_000, 5_000_000) };
/// Share that a discount takes off: from 0.1 % on; what takes much off is told with the price.
pub(crate) const OFF: Usual = told(Written::Share, "off", 1_000, 1_000_000);
/// Rate that a discount lets pay: 10 to 99.9 %; what takes much off is told with the price.
pub(crate) const PAY: Usual = told(Written::Share, "rate", 100_000, 999_000);
/// Share off from which a discount has to be confirmed: 1 to 50 %.
pub(crate) const CONFIRM_ABOVE: Usual = limit("confirm_above", 10_000, 500_000);
/// Most that discounts may take off: 0.1 to 50 %.
pub(crate) const MAX_SHARE_OFF: Usual = limit("max_share_off", 1_000, 500_000);
/// Lowest effective discount that a role may approve: 50 to 100 %.
pub(crate) const MIN_EFFECTIVE: Usual = share("min_effective", 500_000, 1_000_000);
/// Least down payment: 5 to 100 %.
pub(crate) const DOWN_PAYMENT: Usual = share("ratio", 50_000, 1_000_000);
/// Largest deposit: 0.2 to 50 %; what the law allows is checked apart.
pub(crate) const DEPOSIT: Usual = limit("ratio", 2_000, 500_000);
/// What is lent of the price: 5 to 95 %.
pub(crate) const LENT: Usual = told(Written::Share, "ratio", 50_000, 950_000);
/// Most that all loans may be of the price: 5 to 95 %.
pub(crate) const MAX_LENT: Usual = told(Written::Share, "max_loan_ratio", 50_000, 950_000);
/// What raises a cap of a loan: 1 to 100 %.
pub(crate) const UPLIFT: Usual = told(Written::Share, "rate", 10_000, 1_000_000);
/// The most that a cap is raised: 1 to 200 %.
pub(crate) const MAX_UPLIFT: Usual = told(Written::Share, "max_uplift", 10_000, 2_000_000);
/// A cap as a multiple of the balance with the fund: 1 to 100 times.
pub(crate) const MULTIPLE: Usual = told(Written::Multiple, "multiple", 1_000_000, 100_000_000);
/// A line of a payment plan: 0.5 to 100 %.
pub(crate) const LINE: Usual = share("ratio", 5_000, 1_000_000);
/// Annual rate of a loan: 0.1 to 24 %.
pub(crate) const ANNUAL: Usual = share("annual", 1_000, 240_000);
/// Annual interest on a refund for a smaller area: 0.1 to 24 %.
#[cfg(feature = "area_settlement")]
pub(crate) const REFUND_INTEREST: Usual = Usual { field: "refund_interest_rate", ..ANNUAL };
/// Annual interest for a buyer who quits: 0.1 to 24 %.
#[cfg(feature = "area_settlement")]
pub(crate) const QUIT_INTEREST: Usual = Usual { field: "quit_interest_rate", ..ANNUAL };
/// A late fee per day: 0.001 to 0.1 %.
#[cfg(feature = "overdue")]
pub(crate) const LATE_FEE_DAY: Usual = share("rate", 10, 1_000);
/// A late fee per year: 1 to 37 %.
#[cfg(feature = "overdue")]
pub(crate) const LATE_FEE_YEAR: Usual = share("rate", 10_000, 370_000);
/// The most that a late fee may be of a claim or a total: 0.5 to 50 %.
#[cfg(feature = "overdue")]
pub(crate) const LATE_FEE_CAP: Usual = limit("share", 5_000, 500_000);
/// Annual rate of the loss by late payment: 0.1 to 24 %.
#[cfg(feature = "overdue")]
pub(crate) const LOSS_RATE: Usual = told(Written::Share, "loss_rate", 1_000, 240_000);
/// What a buyer pays of the amounts due as a contract is ended: 0.1 to 30 %.
#[cfg(feature = "overdue")]
pub(crate) const TERMINATION_PENALTY: Usual = share("penalty_rate", 1_000, 300_000);
/// Added to a published rate: 0.01 to 5 %.
pub(crate) const SPREAD: Usual = told(Written::Share, "spread", 100, 50_000);
/// Annual rate at which later payments are worth less: 0.1 to 20 %.
pub(crate) const PRESENT: Usual = told(Written::Share, "annual_rate", 1_000, 200_000);
/// VAT rate: 1 to 13 %.
pub(crate) const VAT: Usual = share("vat_rate", 10_000, 130_000);
/// The same where it stands by itself.
pub(crate) const VAT_SPLIT: Usual = Usual { field: "rate", ..VAT };
/// A fee as a share of a price or a loan: 0.001 to 20 %.
pub(crate) const FEE: Usual = limit("value", 10, 200_000);
/// The same where it is a factor of an amount in a formula.
pub(crate) const FEE_TIMES: Usual = Usual { field: "times", ..FEE };

/// What there is to say about a rate in a field.
pub(crate) fn rate(usual: Usual, value: Rate) -> Option<Finding> {
    unusual(usual, finest(value.millionths())?, &value)
}

/// As [`rate`], for an optional field.
pub(crate) fn optional(usual: Usual, value: Option<Rate>) -> Option<Finding> {
    rate(usual, value?)
}

/// As [`rate`], for a figure: a percent, a coefficient or a share.
pub(crate) fn figure(usual: Usual, value: Figure) -> Option<Finding> {
    let size = match usual.written {
        Written::Percent => value.millionths().into(),
        Written::Share | Written::Coefficient | Written::Multiple => finest(value.millionths())?,
    };
    unusual(usual, size, &value)
}

/// Millionths of one in millionths of a percent, in which every field can be counted.
fn finest(millionths: i64) -> Option<i128> {
    i128::from(millionths).checked_mul(100)
}

/// A share in percent and the highest usual one, if it lies beyond that.
pub(crate) fn beyond(usual: Usual, share: Rate) -> Option<(Exact, Exact)> {
    let percent = |millionths: i64| Exact::counted(millionths.into(), 4);
    let is_beyond = share.millionths().unsigned_abs() > usual.high.unsigned_abs();
    is_beyond.then(|| (percent(share.millionths()), percent(usual.high)))
}

fn unusual(usual: Usual, value: i128, written: &dyn Display) -> Option<Finding> {
    let (low, high) = (finest(usual.low)?, finest(usual.high)?);
    let severity = match value.checked_abs()? {
        0 => return None,
        size if size < low => usual.below,
        size if size > high => usual.above,
        _ => return None,
    };
    let share = |size: i128| Exact::counted(size, 8);
    let (is, low, high) = (share(value), share(low), share(high));
    let finding = match usual.written.words() {
        Some((scale_zh, scale_en)) => finding!(
            Code::PricingUnusualValue,
            field = usual.field,
            value = written,
            is,
            low,
            high,
            scale_zh,
            scale_en
        ),
        None => {
            finding!(Code::PricingUnusualMultiple, field = usual.field, value = written, low, high)
        }
    };
    Some(Finding { severity, ..finding })
}

impl Written {
    /// How it is written, in Chinese and English; multiples have a message of their own.
    fn words(self) -> Option<(&'static str, &'static str)> {
        match self {
            Written::Share => {
                Some(("此处填比例，15% 写作 0.15", "this field is a share: 15 % is 0.15"))
            }
            Written::Percent => {
                Some(("此处填百分数，2% 写作 2", "this field is a percent: 2 % is 2"))
            }
            Written::Coefficient => Some((
                "此处填系数，加 2% 写作 1.02",
                "this field is a coefficient: 2 % more is 1.02",
            )),
            Written::Multiple => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Lang;

    fn says(finding: Option<Finding>) -> Option<(Severity, String)> {
        finding.map(|found| (found.severity, found.message(Lang::En).to_owned()))
    }

    #[test]
    fn a_wrong_scale_is_told_with_the_right_one() {
        let (severity, text) = says(rate(UP, "15".parse().unwrap())).unwrap();
        assert_eq!(severity, Severity::Violation);
        assert_eq!(
            text,
            "\"up\" is 15, that is 1,500 %; 0.1 % to 50 % is usual, and this field is a share: \
             15 % is 0.15"
        );
        let (severity, text) = says(figure(ADJUSTMENT, "0.02".parse().unwrap())).unwrap();
        assert_eq!(severity, Severity::Violation);
        assert!(
            text.starts_with("\"percent\" is 0.02, that is 0.02 %; 0.1 % to 30 % is"),
            "{text}"
        );
        let tiny = says(figure(ADJUSTMENT, "-0.000001".parse().unwrap())).unwrap().1;
        assert!(tiny.contains("that is -0.000001 %"), "{tiny}");
        let down = says(rate(DOWN, "0.0005".parse().unwrap())).unwrap();
        assert_eq!(down.0, Severity::Warning, "a stricter rule lets nothing pass");
    }

    #[test]
    fn usual_values_and_none_are_not_told() {
        for text in ["0", "-3", "2", "0.1", "30"] {
            assert_eq!(figure(ADJUSTMENT, text.parse().unwrap()), None, "{text}");
        }
        for text in ["0", "0.15", "0.5", "0.001"] {
            assert_eq!(rate(UP, text.parse().unwrap()), None, "{text}");
        }
        for text in ["0.98", "1.13", "0.1", "10", "0"] {
            assert_eq!(figure(COEFFICIENT, text.parse().unwrap()), None, "{text}");
        }
        assert!(figure(COEFFICIENT, "98".parse().unwrap()).is_some());
        assert!(rate(UP, Rate::from_millionths(i64::MAX)).is_some());
    }
}
