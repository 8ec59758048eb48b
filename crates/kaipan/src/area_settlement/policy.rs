//! How areas are settled: everything that a contract may agree, as data.

use super::rule::AreaRule;
use crate::check::Must;
use crate::error::{Code, Error, Finding};
use crate::number::{Rate, Rounding};
use crate::scale;
use kaipan_derive::boundary;

/// How differences of area are settled (handbook §5.12).
///
/// The default is the statutory rule with every choice as the handbook has it.
///
/// ```
/// use kaipan::area_settlement::{AreaSettlementPolicy, RefundWay};
/// let policy = AreaSettlementPolicy::default();
/// assert_eq!((policy.refund, policy.quit_days), (RefundWay::Refund, 30));
/// ```
#[boundary(default, whole)]
pub struct AreaSettlementPolicy {
    /// Which part of a difference is paid for, and how often.
    pub rule: AreaRule,
    /// 按套计价: whether a home that is priced as a whole is settled at all, and by which area.
    pub per_unit: PerUnitSettling,
    /// 双重标准: a buyer whose price is per building area may quit also where the inside area alone
    /// differs by so much.
    pub double_test: bool,
    /// Rounding point of the settlement amount, of all bands together.
    pub rounding: Rounding,
    /// How money that the seller owes reaches the buyer.
    pub refund: RefundWay,
    /// Days after the settlement within which either side pays; undated if absent.
    pub due_days: Option<u32>,
    /// Annual interest on what is refunded of bands with interest, a share: 0.0435 is 4.35 %; none if
    /// absent.
    pub refund_interest_rate: Option<Rate>,
    /// Days after the buyer's request within which everything is refunded.
    pub quit_days: u32,
    /// Annual interest on everything that was paid, for a buyer who quits, a share: 0.0435 is 4.35 %. The
    /// law asks for interest and leaves the rate to the contract.
    pub quit_interest_rate: Option<Rate>,
    /// Days of a year of interest.
    pub interest_year: InterestYear,
    /// A ratio beyond this is taken for a mistake, a share: 0.2 is 20 %.
    pub far: Rate,
}

/// What becomes of homes that are priced as a whole.
#[boundary]
pub enum PerUnitSettling {
    /// Nothing is settled.
    #[default]
    Never,
    /// The contract settles them by building area.
    Building,
    /// The contract settles them by inside area.
    Inside,
}

/// How money that the seller owes reaches the buyer.
#[boundary]
pub enum RefundWay {
    /// 退款: it is paid out.
    #[default]
    Refund,
    /// 冲抵: it is set off against what is unpaid of the house, and what is left is paid out.
    Offset,
}

/// Days of a year of interest.
#[boundary]
pub enum InterestYear {
    /// 365, as courts count.
    #[default]
    Days365,
    /// 360, as banks count.
    Days360,
}

impl InterestYear {
    pub(super) const fn days(self) -> i64 {
        match self {
            InterestYear::Days365 => 365,
            InterestYear::Days360 => 360,
        }
    }
}

impl Default for AreaSettlementPolicy {
    fn default() -> AreaSettlementPolicy {
        AreaSettlementPolicy {
            rule: AreaRule::STATUTORY,
            per_unit: PerUnitSettling::Never,
            double_test: false,
            rounding: Rounding::FEN,
            refund: RefundWay::Refund,
            due_days: None,
            refund_interest_rate: None,
            quit_days: 30,
            quit_interest_rate: None,
            interest_year: InterestYear::Days365,
            far: Rate::from_millionths(200_000),
        }
    }
}

impl AreaSettlementPolicy {
    /// What cannot be, at its field.
    pub(super) fn wrong(&self) -> Vec<Error> {
        let mut errors = self.rule.wrong();
        let rates = [
            ("refund_interest_rate", self.refund_interest_rate),
            ("quit_interest_rate", self.quit_interest_rate),
        ];
        errors.extend(rates.into_iter().filter_map(|(field, rate)| {
            Must::NotBeNegative.refused(Code::AreaNumber, field, rate?)
        }));
        errors.extend(Must::BePart.refused(Code::AreaNumber, "far", self.far));
        errors
    }

    /// What is hardly meant, at its field.
    pub(super) fn odd(&self) -> Vec<Finding> {
        let refund = scale::optional(scale::REFUND_INTEREST, self.refund_interest_rate);
        let quit = scale::optional(scale::QUIT_INTEREST, self.quit_interest_rate);
        let refund = refund.map(|told| told.at("refund_interest_rate"));
        let quit = quit.map(|told| told.at("quit_interest_rate"));
        self.rule.odd().into_iter().chain(refund).chain(quit).collect()
    }
}
