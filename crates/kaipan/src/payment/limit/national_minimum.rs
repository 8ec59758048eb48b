//! The national minimum down payment for housing, as its notices set it.
//!
//! In force from the day of the notice; cities may ask for more. There are no rows before
//! 2023-08-31: until then minimums were set city by city.

use crate::number::Rate;

/// A row of the national minimum.
pub(super) struct MinimumRow {
    /// First day: year, month, day.
    pub(super) from: (i32, u32, u32),
    /// For this home of the household; for all others if absent.
    pub(super) home_count: Option<u32>,
    pub(super) ratio: Rate,
    /// The notice.
    pub(super) source: &'static str,
}

const fn row(
    from: (i32, u32, u32),
    home_count: Option<u32>,
    percent: i64,
    source: &'static str,
) -> MinimumRow {
    let ratio = Rate::from_millionths(percent.saturating_mul(10_000));
    MinimumRow { from, home_count, ratio, source }
}

/// Issued by the People's Bank of China and the National Financial Regulatory Administration.
pub(super) const NATIONAL_MINIMUM: &[MinimumRow] = &[
    row((2023, 8, 31), Some(1), 20, DIFFERENTIATED),
    row((2023, 8, 31), None, 30, DIFFERENTIATED),
    row((2024, 5, 17), Some(1), 15, LOWERED),
    row((2024, 5, 17), None, 25, LOWERED),
    row((2024, 9, 24), None, 15, UNIFIED),
];

const DIFFERENTIATED: &str =
    "中国人民银行 国家金融监督管理总局《关于调整优化差别化住房信贷政策的通知》（2023-08-31）";
const LOWERED: &str = "中国人民银行 国家金融监督管理总局《关于调整个人住房贷款最低首付款比例政策的通知》（2024-05-17）";
const UNIFIED: &str = "中国人民银行 国家金融监督管理总局《关于优化个人住房贷款最低首付款比例政策的通知》（2024-09-24）";
