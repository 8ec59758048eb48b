//! What a contract agrees about late payment, as data.

use crate::Date;
use crate::money::MoneyCategory;
use crate::number::{Money, Rate, Rounding};
use kaipan_derive::boundary;

/// What a contract agrees about late payment (handbook §6.6).
///
/// The default is a policy without a rate: nothing is charged until the contract's tiers are given.
///
/// ```
/// use kaipan::overdue::{LateFeePolicy, LateFeeTier};
/// // 日万分之二, 15 days of grace.
/// let policy = LateFeePolicy {
///     tiers: vec![LateFeeTier::new("0.0002".parse()?)],
///     grace_days: 15,
///     ..LateFeePolicy::default()
/// };
/// assert!(policy.caps.is_empty());
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary(default, whole)]
pub struct LateFeePolicy {
    /// The rates by how long it is overdue, in rising order; the last has no end.
    pub tiers: Vec<LateFeeTier>,
    /// Other rates from a day on, such as a supplementary agreement's, in order of their days.
    pub changes: Vec<LateFeeRates>,
    /// What the rates are per.
    pub rate_unit: LateRateUnit,
    /// 宽限期, days after the due day.
    pub grace_days: u32,
    /// What days of grace do.
    pub grace_mode: GraceMode,
    /// How tiers are applied.
    pub tier_mode: TierMode,
    /// Which day the days of tiers count from.
    pub tier_start: TierStart,
    /// A fixed fee for a claim that is charged for at least one day, yuan, beside what the rates
    /// come to.
    pub fixed_fee: Option<Money>,
    /// The most that is charged for a claim: the least of these.
    pub caps: Vec<LateFeeCap>,
    /// Money that bears late fees. A loan does only where the contract makes the buyer liable for
    /// late loans: then `house_loan` stands here.
    pub categories: Vec<MoneyCategory>,
    /// 清偿顺序: what money pays first.
    pub order: LateFeeOrder,
    /// The late fee lapses once the claim is paid in full; it stays owed if false.
    pub lapses_when_paid: bool,
    /// Rounding point of the late fee of a claim, of all its parts together.
    pub rounding: Rounding,
    /// Annual rate of the loss that a court would compare with, a share: 0.0525 is 5.25 %. A late fee
    /// above 130 % of it is told; none is compared if absent.
    pub loss_rate: Option<Rate>,
}

/// A rate for a time overdue.
#[boundary]
pub struct LateFeeTier {
    /// The last day overdue that it is for; no end if absent.
    pub up_to_days: Option<u32>,
    /// A share of what is unpaid per day (or year, by the policy's unit): 0.0002 is 0.02 %, 日万分之二.
    pub rate: Rate,
}

/// Rates from a day on.
#[boundary]
pub struct LateFeeRates {
    /// The first day that is charged by them.
    pub from: Date,
    /// The rates by how long it is overdue, in rising order; the last has no end.
    #[boundary(required)]
    pub tiers: Vec<LateFeeTier>,
}

/// What rates are per.
#[boundary]
pub enum LateRateUnit {
    /// 日利率.
    #[default]
    Day,
    /// 年利率 ÷ 360, as banks count.
    Year360,
    /// 年利率 ÷ 365, as courts count.
    Year365,
}

/// What days of grace do.
#[boundary]
pub enum GraceMode {
    /// They are never charged: counting begins on the day after them.
    #[default]
    Excluded,
    /// Paid within them nothing is charged; later all days are, from the first.
    Cliff,
}

/// How tiers are applied.
#[boundary]
pub enum TierMode {
    /// 分别处理，不作累加: the tier in which the time overdue ends is for all its days.
    #[default]
    Cliff,
    /// Each day is charged by its own tier.
    Marginal,
}

/// Which day the days of tiers count from.
#[boundary]
pub enum TierStart {
    /// The due day: the day after it is day 1.
    #[default]
    DueDate,
    /// The first day that is charged is day 1.
    FirstChargedDay,
}

/// The most that is charged for a claim.
#[boundary]
pub enum LateFeeCap {
    /// An amount.
    Amount {
        /// Yuan.
        amount: Money,
    },
    /// A part of the claim.
    OfClaim {
        /// A share: 0.05 is 5 %.
        share: Rate,
    },
    /// A part of the deal's contract total.
    OfTotal {
        /// A share: 0.05 is 5 %.
        share: Rate,
    },
}

/// What money for a claim pays first.
#[boundary]
pub enum LateFeeOrder {
    /// 先本后息: the claim, then its late fee. Usual in sales offices.
    #[default]
    PrincipalFirst,
    /// 先息后本: the late fee that has accrued by that day, then the claim (民法典 Art. 561).
    PenaltyFirst,
}

impl Default for LateFeePolicy {
    fn default() -> LateFeePolicy {
        LateFeePolicy {
            tiers: Vec::new(),
            changes: Vec::new(),
            rate_unit: LateRateUnit::Day,
            grace_days: 0,
            grace_mode: GraceMode::Excluded,
            tier_mode: TierMode::Cliff,
            tier_start: TierStart::DueDate,
            fixed_fee: None,
            caps: Vec::new(),
            categories: vec![MoneyCategory::HouseNonLoan, MoneyCategory::AreaDifference],
            order: LateFeeOrder::PrincipalFirst,
            lapses_when_paid: false,
            rounding: Rounding::FEN,
            loss_rate: None,
        }
    }
}

impl LateRateUnit {
    /// Days of the unit.
    pub(in crate::overdue) const fn days(self) -> i64 {
        match self {
            LateRateUnit::Day => 1,
            LateRateUnit::Year360 => 360,
            LateRateUnit::Year365 => 365,
        }
    }
}

impl LateFeePolicy {
    /// Late fees are charged on such money.
    #[must_use]
    pub fn bears(&self, category: MoneyCategory) -> bool {
        self.categories.contains(&category)
    }
}
