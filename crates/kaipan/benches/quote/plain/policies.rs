//! What a quote is made from.

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub(crate) struct Request {
    pub(crate) policies: Policies,
    pub(crate) case: Case,
    pub(crate) choice: Choice,
}

pub(crate) struct Policies {
    pub(crate) code: String,
    pub(crate) version: Option<String>,
    pub(crate) valid_from: Option<NaiveDate>,
    pub(crate) valid_to: Option<NaiveDate>,
    pub(crate) scheme: Scheme,
    pub(crate) plans: Vec<Plan>,
    pub(crate) authority: Vec<Role>,
    pub(crate) authority_version: Option<String>,
    /// Band around the filed price.
    pub(crate) filed_up: Decimal,
    pub(crate) filed_down: Decimal,
    pub(crate) down_payment: Vec<DownPaymentRow>,
    pub(crate) loan: Option<LoanOffer>,
    pub(crate) fees: Vec<FeeRule>,
    pub(crate) fees_version: Option<String>,
    pub(crate) quote_days: Option<u64>,
}

pub(crate) struct Scheme {
    pub(crate) code: String,
    pub(crate) version: Option<String>,
    pub(crate) valid_from: Option<NaiveDate>,
    pub(crate) valid_to: Option<NaiveDate>,
    pub(crate) discounts: Vec<Discount>,
}

pub(crate) struct Discount {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) name_en: String,
    pub(crate) kind: Kind,
    pub(crate) reason: Reason,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
    /// Empty = all.
    pub(crate) plans: Vec<String>,
    pub(crate) employee: bool,
    pub(crate) enabled: bool,
}

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Rate(Decimal),
    Points(Decimal),
    TotalOff(Decimal),
    DepositMultiplier { paid: Decimal, counts_as: Decimal },
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Reason {
    PaymentMethod,
    OnTimeSigning,
    Opening,
    LumpSum,
    DepositMultiplier,
    Employee,
}

pub(crate) struct Role {
    pub(crate) role: String,
    pub(crate) role_en: String,
    pub(crate) min_effective: Decimal,
    pub(crate) may_break_floor: bool,
}

pub(crate) struct DownPaymentRow {
    pub(crate) from: NaiveDate,
    pub(crate) ratio: Decimal,
    pub(crate) source: Option<String>,
}

pub(crate) struct LoanOffer {
    pub(crate) annual: Decimal,
}

pub(crate) struct Plan {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) name_en: String,
    pub(crate) version: Option<String>,
    pub(crate) enabled: bool,
    pub(crate) valid_from: Option<NaiveDate>,
    pub(crate) valid_to: Option<NaiveDate>,
    pub(crate) discounts: Vec<String>,
    pub(crate) deposit: Decimal,
    pub(crate) loan: Option<LoanRule>,
    pub(crate) lines: Vec<PlanLine>,
}

pub(crate) struct LoanRule {
    pub(crate) ratio: Decimal,
    pub(crate) place: Decimal,
    pub(crate) months: u32,
}

pub(crate) struct PlanLine {
    pub(crate) name: String,
    pub(crate) name_en: String,
    pub(crate) amount: LineAmount,
    pub(crate) anchor: Anchor,
    pub(crate) months: i32,
    pub(crate) days: i32,
    pub(crate) deduct_deposit: bool,
    pub(crate) place: Decimal,
    pub(crate) mode: Mode,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum LineAmount {
    Ratio(Decimal),
    Remainder,
    Loan,
}

#[derive(Clone)]
pub(crate) enum Anchor {
    Subscription,
    Signing,
    Node(String),
    Handover,
    Title,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Mode {
    HalfUp,
    Down,
}

pub(crate) struct FeeRule {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) name_en: String,
    pub(crate) source: Option<String>,
    pub(crate) category: Category,
    pub(crate) basis: Basis,
    pub(crate) rows: Vec<FeeRow>,
    pub(crate) per_buyer: bool,
    pub(crate) anchor: Anchor,
    pub(crate) days: i32,
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

#[derive(Clone, Copy)]
pub(crate) enum Category {
    Tax,
    Collected,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Basis {
    PriceExVat,
    ContractPrice,
    SurveyedArea,
    PerUnit,
}

pub(crate) struct FeeRow {
    /// Empty = all.
    pub(crate) uses: Vec<PropertyUse>,
    pub(crate) persons_only: bool,
    pub(crate) home: Option<u32>,
    pub(crate) area_above: Option<Decimal>,
    pub(crate) area_to: Option<Decimal>,
    pub(crate) elevator: Option<bool>,
    pub(crate) value: Decimal,
    pub(crate) note: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum PropertyUse {
    Residential,
    NonResidential,
    Parking,
}

pub(crate) struct Case {
    pub(crate) as_of: NaiveDate,
    pub(crate) project: Option<String>,
    pub(crate) unit: Unit,
    pub(crate) property_use: PropertyUse,
    pub(crate) surveyed_area: Option<Decimal>,
    pub(crate) list_total: Decimal,
    pub(crate) list_unit_price: Decimal,
    pub(crate) floor_price: Option<Decimal>,
    pub(crate) filed_price: Option<Decimal>,
    pub(crate) subscription: NaiveDate,
    pub(crate) agreed_signing: Option<NaiveDate>,
    pub(crate) signing: Option<NaiveDate>,
    pub(crate) handover: Option<NaiveDate>,
    pub(crate) title: Option<NaiveDate>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) employee: bool,
    pub(crate) sincerity_money: Option<Decimal>,
    pub(crate) buyer: Buyer,
    pub(crate) vat_rate: Decimal,
    pub(crate) elevator: bool,
}

#[derive(Clone)]
pub(crate) struct Unit {
    pub(crate) unit_no: String,
    pub(crate) building: String,
    pub(crate) floor: i32,
    pub(crate) layout: Option<String>,
    pub(crate) orientation: Option<String>,
    pub(crate) fitout: Option<String>,
    pub(crate) building_area: Decimal,
    pub(crate) inside_area: Option<Decimal>,
}

pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) planned: Option<NaiveDate>,
    pub(crate) real: Option<NaiveDate>,
}

pub(crate) struct Buyer {
    pub(crate) name: Option<String>,
    pub(crate) person: bool,
    pub(crate) home_count: u32,
}

pub(crate) struct Choice {
    pub(crate) plan: String,
    pub(crate) discounts: Vec<String>,
}

impl Case {
    /// The day an anchor stands for, and whether it may still move.
    pub(crate) fn day(&self, anchor: &Anchor) -> (Option<NaiveDate>, bool) {
        let first = |real: Option<NaiveDate>, expected: Option<NaiveDate>| {
            (real.or(expected), real.is_none() && expected.is_some())
        };
        match anchor {
            Anchor::Subscription => (Some(self.subscription), false),
            Anchor::Signing => first(self.signing, self.agreed_signing),
            Anchor::Node(name) => match self.nodes.iter().find(|node| node.name == *name) {
                Some(node) => first(node.real, node.planned),
                None => (None, false),
            },
            Anchor::Handover => (self.handover, false),
            Anchor::Title => (self.title, false),
        }
    }
}
