//! The measures of the library.

use super::terms::{
    CALL, CANCELLED, COHORT, COLLECTED_OF_DUE, FIRST_VISIT, LOANS, MARGIN, NET_SIGNED,
    NET_SIGNED_AMOUNT, NET_SUBSCRIBED, NET_SUBSCRIBED_AMOUNT, OF_SUBSCRIPTION, OFFERED, Of,
    SELLING_EXPENSES, SIGNED, SUBSCRIBED, UNSOLD, detailed, less, of,
};
use crate::Label;
use crate::kpi::fact::FactKind::*;
use crate::kpi::measure::definition::{FactAmount, FactDate, Measure, MeasureReading, MeasureTerm};

/// A reading: of which facts, by which day, how much.
type Reading = (&'static [Of], FactDate, FactAmount);

use FactAmount::{Amount, Area, Count, Days, FinanceAmount, ListAmount, Value};
use FactDate::{Event, Finance, Performance};

/// In a period: name, its names in Chinese and English, the reading of marketing and of finance.
const FLOWS: &[(&str, &str, &str, Reading, Option<Reading>)] = &[
    ("calls", "来电", "calls", (CALL, Event, Count), None),
    ("first_visits", "首次来访", "first visits", (FIRST_VISIT, Event, Count), None),
    (
        "return_visits",
        "再次来访",
        "return visits",
        (&[detailed(Visit, &["return"])], Event, Count),
        None,
    ),
    ("visits", "来访", "visits", (&[of(Visit)], Event, Count), None),
    (
        "visits_after_call",
        "来电后首次来访",
        "first visits after a call",
        (&[Of { of_kind: Some(Call), ..detailed(Visit, &["first"]) }], Event, Count),
        None,
    ),
    ("new_customers", "新增客户", "new customers", (&[of(NewCustomer)], Event, Count), None),
    ("registrations", "认筹", "registrations", (&[of(Registration)], Event, Count), None),
    (
        "net_registrations",
        "净认筹",
        "net registrations",
        (&[of(Registration), less(RegistrationCancelled, Some(Registration))], Event, Count),
        None,
    ),
    (
        "deposit_contracts",
        "定金合同",
        "deposit contracts",
        (&[of(DepositContract)], Event, Count),
        None,
    ),
    (
        "promised_amount",
        "定金合同金额",
        "amount of deposit contracts",
        (&[of(DepositContract)], Event, Amount),
        None,
    ),
    ("subscriptions", "认购套数", "subscriptions", (SUBSCRIBED, Performance, Count), None),
    ("subscribed_area", "认购面积", "area subscribed", (SUBSCRIBED, Performance, Area), None),
    ("subscribed_amount", "认购金额", "amount subscribed", (SUBSCRIBED, Performance, Amount), None),
    (
        "subscribed_list_amount",
        "认购表价总价",
        "list totals of subscriptions",
        (SUBSCRIBED, Performance, ListAmount),
        None,
    ),
    (
        "net_subscriptions",
        "净认购套数",
        "net subscriptions",
        (NET_SUBSCRIBED, Performance, Count),
        None,
    ),
    (
        "net_subscribed_area",
        "净认购面积",
        "net area subscribed",
        (NET_SUBSCRIBED, Performance, Area),
        None,
    ),
    (
        "net_subscribed_amount",
        "净认购金额",
        "net amount subscribed",
        (NET_SUBSCRIBED_AMOUNT, Performance, Amount),
        None,
    ),
    (
        "net_subscribed_list_amount",
        "净认购货值",
        "net list value subscribed",
        (NET_SUBSCRIBED, Performance, ListAmount),
        None,
    ),
    ("signings", "签约套数", "signings", (SIGNED, Event, Count), Some((SIGNED, Finance, Count))),
    (
        "signed_area",
        "签约面积",
        "area signed",
        (SIGNED, Event, Area),
        Some((SIGNED, Finance, Area)),
    ),
    (
        "signed_amount",
        "签约金额",
        "amount signed",
        (SIGNED, Event, Amount),
        Some((SIGNED, Finance, FinanceAmount)),
    ),
    (
        "net_signings",
        "净签约套数",
        "net signings",
        (NET_SIGNED, Event, Count),
        Some((NET_SIGNED, Finance, Count)),
    ),
    (
        "net_signed_amount",
        "净签约金额",
        "net amount signed",
        (NET_SIGNED_AMOUNT, Event, Amount),
        Some((NET_SIGNED_AMOUNT, Finance, FinanceAmount)),
    ),
    (
        "sales",
        "销售套数",
        "sales",
        (SUBSCRIBED, Performance, Count),
        Some((SIGNED, Finance, Count)),
    ),
    (
        "sold_area",
        "销售面积",
        "area sold",
        (SUBSCRIBED, Performance, Area),
        Some((SIGNED, Finance, Area)),
    ),
    (
        "sold_amount",
        "销售金额",
        "amount sold",
        (SUBSCRIBED, Performance, Amount),
        Some((SIGNED, Finance, FinanceAmount)),
    ),
    (
        "net_sales",
        "净销售套数",
        "net sales",
        (NET_SUBSCRIBED, Performance, Count),
        Some((NET_SIGNED, Finance, Count)),
    ),
    (
        "net_sold_amount",
        "净销售金额",
        "net amount sold",
        (NET_SUBSCRIBED_AMOUNT, Performance, Amount),
        Some((NET_SIGNED_AMOUNT, Finance, FinanceAmount)),
    ),
    (
        "cancellations",
        "退房套数",
        "cancellations",
        (CANCELLED, Event, Count),
        Some((CANCELLED, Finance, Count)),
    ),
    (
        "cancelled_area",
        "退房面积",
        "area cancelled",
        (CANCELLED, Event, Area),
        Some((CANCELLED, Finance, Area)),
    ),
    (
        "cancelled_amount",
        "退房金额",
        "amount cancelled",
        (CANCELLED, Event, Amount),
        Some((CANCELLED, Finance, FinanceAmount)),
    ),
    (
        "unit_change_amount",
        "换房差额",
        "differences of changes of unit",
        (&[of(UnitChange)], Event, Amount),
        None,
    ),
    (
        "collections",
        "回款",
        "collections",
        (&[of(Collection)], Event, Amount),
        Some((&[of(Collection)], Finance, FinanceAmount)),
    ),
    ("due", "应收", "amount due", (&[of(Due)], Event, Amount), None),
    (
        "collected_of_due",
        "应收已收",
        "collected of what is due",
        (COLLECTED_OF_DUE, Event, Amount),
        None,
    ),
    ("released_in_period", "新推套数", "units released", (&[of(Released)], Event, Count), None),
    ("spend", "营销费用", "marketing spend", (&[of(Spend)], Event, Amount), None),
    (
        "commission",
        "佣金提成",
        "commission",
        (&[of(Commission)], Event, Amount),
        Some((&[of(Commission)], Finance, FinanceAmount)),
    ),
    (
        "selling_expenses",
        "销售费用",
        "selling expenses: spend and commission",
        (SELLING_EXPENSES, Event, Amount),
        None,
    ),
    (
        "cost",
        "成本",
        "cost",
        (&[of(Cost)], Event, Amount),
        Some((&[of(Cost)], Finance, FinanceAmount)),
    ),
    (
        "margin_amount",
        "毛利",
        "margin",
        (MARGIN, Event, Amount),
        Some((MARGIN, Finance, FinanceAmount)),
    ),
    ("market_amount", "市场成交金额", "amount of the market", (&[of(Market)], Event, Amount), None),
    (
        "satisfaction_score",
        "满意度得分",
        "scores of satisfaction",
        (&[of(Satisfaction)], Event, Value),
        None,
    ),
    (
        "satisfaction_answers",
        "满意度答卷",
        "answers about satisfaction",
        (&[of(Satisfaction)], Event, Count),
        None,
    ),
    (
        "signings_of_subscriptions",
        "认购转签约套数",
        "signings of subscriptions",
        (OF_SUBSCRIPTION, Event, Count),
        None,
    ),
    (
        "signing_days",
        "认购转签约天数",
        "days from subscription to signing",
        (OF_SUBSCRIPTION, Event, Days),
        None,
    ),
    (
        "signed_of_cohort",
        "本期认购已签约",
        "subscriptions of the period that are signed",
        (COHORT, Performance, Count),
        None,
    ),
    (
        "loan_signings",
        "按揭签约套数",
        "signings with a loan",
        (&[detailed(Signing, &["loan"])], Event, Count),
        None,
    ),
    ("loans_paid", "放款笔数", "loans paid out", (LOANS, Event, Count), None),
    ("loan_days", "放款天数", "days to the pay-out of loans", (LOANS, Event, Days), None),
];

/// Up to the last day of a period.
const STOCKS: &[(&str, &str, &str, Reading, Option<Reading>)] = &[
    ("released", "累计推售套数", "units offered so far", (OFFERED, Event, Count), None),
    ("released_area", "累计推售面积", "area offered so far", (OFFERED, Event, Area), None),
    (
        "released_value",
        "累计推售货值",
        "list value offered so far",
        (OFFERED, Event, ListAmount),
        None,
    ),
    (
        "sold_to_date",
        "累计已售套数",
        "units sold so far",
        (NET_SUBSCRIBED, Performance, Count),
        None,
    ),
    (
        "sold_area_to_date",
        "累计已售面积",
        "area sold so far",
        (NET_SUBSCRIBED, Performance, Area),
        None,
    ),
    (
        "sold_value_to_date",
        "累计已售货值",
        "list value sold so far",
        (NET_SUBSCRIBED, Performance, ListAmount),
        None,
    ),
    (
        "sold_amount_to_date",
        "累计已售金额",
        "amount sold so far",
        (NET_SUBSCRIBED_AMOUNT, Performance, Amount),
        None,
    ),
    ("unsold", "存货套数", "units unsold", (UNSOLD, Performance, Count), None),
    ("unsold_value", "存货货值", "list value unsold", (UNSOLD, Performance, ListAmount), None),
    (
        "collected_to_date",
        "累计回款",
        "collected so far",
        (&[of(Collection)], Event, Amount),
        Some((&[of(Collection)], Finance, FinanceAmount)),
    ),
    (
        "signed_to_date",
        "累计签约金额",
        "amount signed so far",
        (NET_SIGNED_AMOUNT, Event, Amount),
        Some((NET_SIGNED_AMOUNT, Finance, FinanceAmount)),
    ),
];

/// In so many months up to the last day of a period.
const WINDOWS: &[(&str, &str, &str, u32)] = &[
    ("net_subscriptions_3_months", "近三个月净认购", "net subscriptions of three months", 3),
    ("net_subscriptions_6_months", "近六个月净认购", "net subscriptions of six months", 6),
    ("net_subscriptions_12_months", "近十二个月净认购", "net subscriptions of twelve months", 12),
];

/// The measures of the library. A host adds its own beside them, under names of their own.
#[must_use]
pub fn measures() -> Vec<Measure> {
    let made = |all: &[(&'static str, &'static str, &'static str, Reading, Option<Reading>)],
                stock| {
        all.iter()
            .map(|(name, zh, en, marketing, finance)| Measure {
                name: (*name).into(),
                zh: Some(Label::from(*zh)),
                en: Some(Label::from(*en)),
                marketing: Some(reading(*marketing, stock, None)),
                finance: finance.map(|finance| reading(finance, stock, None)),
            })
            .collect::<Vec<Measure>>()
    };
    let windows = WINDOWS.iter().map(|(name, zh, en, months)| Measure {
        name: (*name).into(),
        zh: Some(Label::from(*zh)),
        en: Some(Label::from(*en)),
        marketing: Some(reading((NET_SUBSCRIBED, Performance, Count), false, Some(*months))),
        finance: None,
    });
    let mut all = made(FLOWS, false);
    all.extend(made(STOCKS, true));
    all.extend(windows);
    all
}

/// A measure of the library by its name that is as of a day (时点数): it does not add up over periods.
pub(in crate::kpi) fn stock_of_name(name: &str) -> bool {
    let windows = WINDOWS.iter().map(|(own, ..)| own);
    STOCKS.iter().map(|(own, ..)| own).chain(windows).any(|own| *own == name)
}

fn reading(
    (terms, date, amount): Reading,
    stock: bool,
    last_months: Option<u32>,
) -> MeasureReading {
    let term = |of: &Of| MeasureTerm {
        kind: of.kind,
        details: of.detail.iter().map(|detail| (*detail).into()).collect(),
        of_kind: of.of_kind,
        minus: of.minus,
        dated_as_origin: of.dated_as_origin,
    };
    MeasureReading { terms: terms.iter().map(term).collect(), date, amount, stock, last_months }
}
