//! What conditions look at: the facts of one deal.

use crate::discount::scheme::DiscountKind;
use crate::number::{Area, Money, UnitPrice};
use crate::pricing::TableRow;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// The price that discounts start from.
#[boundary]
pub struct ListPrice {
    /// 表价总价, yuan; unit price × area, half up to the fen, if absent.
    pub total: Option<Money>,
    /// 表价单价, yuan per m²; total ÷ area, half up to the fen, if absent.
    pub unit_price: Option<UnitPrice>,
    /// Area that prices are per, m².
    pub area: Area,
}

/// The price of a row of the price trial table, per m² of building area.
impl From<&TableRow> for ListPrice {
    fn from(row: &TableRow) -> ListPrice {
        let (total, unit_price) = (Some(row.total), Some(row.building_unit_price));
        ListPrice { total, unit_price, area: row.building_area }
    }
}

/// A discount chosen for a deal.
#[boundary]
pub struct ChosenDiscount {
    /// Code in the scheme.
    pub code: Text,
    /// The value agreed on, for negotiable discounts.
    pub value: Option<DiscountKind>,
}

/// The facts of a deal that conditions look at.
#[boundary]
pub struct DealFacts {
    /// 认购日期: windows are checked on this day, also when the deal changes later.
    pub subscription_date: Date,
    /// 约定签约日: on-time signing is signing on or before this day.
    pub agreed_signing_date: Option<Date>,
    /// 实际签约日, once it is known.
    pub signing_date: Option<Date>,
    /// Today, to see that an agreed signing date has passed.
    pub as_of: Option<Date>,
    /// A payment was late: on-time payment discounts are lost.
    pub paid_late: bool,
    /// Code of the project.
    pub project: Option<Text>,
    /// Code of the payment plan.
    pub plan: Option<Text>,
    /// Member level of the buyer (会员级别), whose card was checked.
    pub member_level: Option<Text>,
    /// Units that the buyer's group buys (团购).
    pub group_units: Option<u32>,
    /// Who referred the buyer (老带新).
    pub referral: Option<Referral>,
    /// The buyer is an employee.
    pub employee: bool,
    /// Campaigns the buyer comes by.
    pub campaigns: Vec<Text>,
    /// Sincerity money paid in, yuan; deposit multipliers ask for their amount. Not checked if
    /// absent.
    pub sincerity_money: Option<Money>,
    /// How often discounts with a quota were given before.
    pub uses: Vec<DiscountUse>,
}

/// A referral of the buyer (老带新).
#[boundary]
pub struct Referral {
    /// Name or number of the referrer; without one nobody has referred the buyer.
    pub referrer: Text,
    /// The referrer owns a unit.
    #[boundary(required)]
    pub is_owner: bool,
    /// The day the referral was recorded.
    pub recorded_on: Date,
    /// The day of the buyer's first visit; the referral must have been recorded by then.
    pub first_visit: Option<Date>,
}

/// How often a discount was given.
#[boundary]
pub struct DiscountUse {
    /// Code of the discount.
    pub code: Text,
    /// Times it was given, this deal not counted.
    pub used: u32,
}

/// What happens to chosen discounts whose conditions do not hold.
#[boundary]
pub enum Ineligible {
    /// The choice is refused, with every reason.
    #[default]
    Reject,
    /// They are left out, with every reason.
    Remove,
}
