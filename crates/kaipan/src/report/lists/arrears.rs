//! 欠款及账龄, 楼款、按揭、代收汇总, 回款预测: what deals owe.

use super::shared::{item_words, lost_finding};
use crate::error::Result;
use crate::kpi::PeriodKind;
use crate::ledger::LedgerAct;
use crate::money::MoneyCategory;
use crate::number::{Money as Yuan, less};
use crate::overdue::{
    Aging, AgingDimension, CashForecastRow, CashForecasting, ClaimDeal, DatedPrepayment,
    ForecastUnit, MoneyClaim,
};
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Area, Date, Days, Money, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, Spec, WEEK_AND_MONTH, col};
use crate::{Label, Text as Name};
use std::collections::BTreeSet;

const RECORDS: &[&str] = &["claims", "claim_deals", "prepayments", "postings", "events", "units"];

/// What every deal owes on the day looked at, by how long it is overdue.
pub(in crate::report) const ARREARS: Spec = Spec {
    name: "arrears",
    zh: "欠款及账龄分析表",
    en: "Arrears by age",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: RECORDS,
    columns: AGES,
    fill: Fill::List(ages),
};

const AGES: &[Col] = &[
    col("project", "项目", "project", Text),
    col("product", "产品类型", "product", Text),
    col("unit", "房号", "unit", Text),
    col("area", "建筑面积", "building area", Area),
    col("owner", "业主", "owner", Text).personal(),
    col("phone", "电话", "phone", Text).personal(),
    col("subscribed_on", "认购日期", "subscribed on", Date),
    col("contract_total", "合同总价", "contract total", Money).sum().personal(),
    col("agent", "置业顾问", "agent", Text),
    col("receivable", "应收", "receivable", Money).sum().personal(),
    col("outstanding", "未收", "outstanding", Money).sum().personal(),
    col("nearest_due", "最近应收日", "nearest due", Date),
    col("not_due", "未到期", "not due", Money).sum().personal(),
    col("overdue", "逾期", "overdue", Money).sum().personal(),
    col("overdue_days", "最长逾期天数", "days overdue", Days),
    col("undated", "未定日期", "undated", Money).sum().personal(),
    col("prepayment", "预收款", "prepaid", Money).sum().personal(),
    col("overdue_1_30", "1–30 天", "1–30 days", Money).sum().personal(),
    col("overdue_31_60", "31–60 天", "31–60 days", Money).sum().personal(),
    col("overdue_61_90", "61–90 天", "61–90 days", Money).sum().personal(),
    col("overdue_91_180", "91–180 天", "91–180 days", Money).sum().personal(),
    col("overdue_181_360", "181–360 天", "181–360 days", Money).sum().personal(),
    col("overdue_over_360", "360 天以上", "over 360 days", Money).sum().personal(),
];

/// What is receivable, received and owed of every item on the day looked at.
pub(in crate::report) const MONEY_BY_ITEM: Spec = Spec {
    name: "money_by_item",
    zh: "楼款、按揭、代收汇总",
    en: "House money, loans and collected fees",
    periods: ANY,
    due_after: WEEK_AND_MONTH,
    records: RECORDS,
    columns: ITEMS,
    fill: Fill::Own(items),
};

const ITEMS: &[Col] = &[
    col("category", "类别", "category", Text),
    col("item", "款项", "item", Text),
    col("receivable", "应收", "receivable", Money).sum(),
    col("received", "已收", "received", Money).sum(),
    col("outstanding", "未收", "outstanding", Money).sum(),
    col("overdue", "逾期", "overdue", Money).sum(),
    col("paid_on", "代付", "paid on", Money).sum(),
];

/// What is expected to come in, by period and kind of money.
pub(in crate::report) const CASH_FORECAST: Spec = Spec {
    name: "cash_forecast",
    zh: "回款预测表",
    en: "Cash forecast",
    periods: &[PeriodKind::Week, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year],
    due_after: &[],
    records: RECORDS,
    columns: FORECAST,
    fill: Fill::Own(forecast),
};

const FORECAST: &[Col] = &[
    col("period", "期间", "period", Text),
    col("kind", "类别", "kind", Text),
    col("opening", "期初欠款", "opening arrears", Money),
    col("due", "本期应收", "due", Money).sum(),
    col("expected", "预计回款", "expected", Money).sum(),
    col("closing", "期末欠款", "closing arrears", Money),
];

/// Claims of the deals in scope, with what is known of those.
struct Own {
    claims: Vec<MoneyClaim>,
    deals: Vec<ClaimDeal>,
    prepayments: Vec<DatedPrepayment>,
    lost: u32,
}

fn own(scene: &Scene<'_>, day: crate::Date, all: bool) -> Result<Own> {
    let claimed = scene.claims(day)?;
    let mut lost = 0;
    let mut meant = |deal: &Name| {
        let node = scene.node_of_id(deal, &claimed.deals);
        let seen = all || scene.sight(node, None).reports;
        scene.counts(node, scene.as_of, &mut lost) && seen
    };
    let claims = claimed.claims.iter().filter(|claim| meant(&claim.deal)).cloned().collect();
    let deals = claimed.deals.iter().filter(|deal| meant(&deal.id)).cloned().collect();
    let prepayments = claimed.prepayments.iter();
    let prepayments = prepayments.filter(|one| match &one.deal {
        Some(deal) => meant(deal),
        None => scene.node.is_none() && scene.access.is_none(),
    });
    let prepayments = prepayments.cloned().collect();
    Ok(Own { claims, deals, prepayments, lost })
}

fn ages(scene: &Scene<'_>) -> Result<Listing> {
    let Own { claims, deals, prepayments, lost } = own(scene, scene.as_of, true)?;
    let report = Aging::new(&claims, scene.as_of)
        .by(&[AgingDimension::Deal])
        .deals(&deals)
        .prepayments(&prepayments)
        .report()?;
    let mut drafts = Vec::new();
    for row in report.tables.into_iter().flat_map(|table| table.rows) {
        let id = row.key.as_ref();
        let said = row.deal.as_ref();
        let place = scene.place_of(id, said.and_then(|said| said.unit_no.as_ref()));
        let node = id.and_then(|id| scene.node_of_id(id, &deals)).cloned();
        let deal = id.and_then(|id| scene.deals.get(id));
        let unit = said.and_then(|said| said.unit_no.as_ref()).or(place.unit);
        let known = scene.unit(unit);
        let agent = said.and_then(|said| said.agent.as_ref()).or(place.agent);
        let product = said.and_then(|said| said.product.as_ref());
        let product = product.or_else(|| known.and_then(|unit| unit.product.as_ref()));
        let area = said.and_then(|said| said.building_area).or(known.and_then(|unit| unit.area));
        let customer = said.and_then(|said| said.customer.as_ref()).or(place.customer);
        let owner = said.and_then(|said| said.owner.clone());
        let phone = said.and_then(|said| said.phone.clone());
        let total = match (said.and_then(|said| said.contract_total), deal) {
            (Some(total), _) => Some(total),
            (None, Some(deal)) => deal.contract_total()?,
            (None, None) => None,
        };
        let subscribed = said.and_then(|said| said.subscribed_on).or_else(|| {
            deal.and_then(|deal| Scene::opened(deal, crate::deal::DocumentKind::Subscription))
        });
        let mut cells = vec![
            ReportCell::shown(scene.project_name(node.as_ref(), scene.as_of)),
            ReportCell::shown(product),
            ReportCell::shown(unit),
            ReportCell::square(area),
            ReportCell::shown(owner.or_else(|| scene.customer_name(customer))),
            ReportCell::shown(phone.or_else(|| scene.phone(customer))),
            ReportCell::day(subscribed),
            ReportCell::yuan(total),
            ReportCell::shown(agent),
            ReportCell::yuan(Some(row.receivable)),
            ReportCell::yuan(Some(row.outstanding)),
            ReportCell::day(row.nearest_due),
            ReportCell::yuan(Some(row.not_due)),
            ReportCell::yuan(Some(row.overdue)),
            ReportCell::Days { days: i32::try_from(row.overdue_days).unwrap_or(i32::MAX) },
            ReportCell::yuan(Some(row.undated)),
            ReportCell::yuan(Some(row.prepayment)),
        ];
        cells.extend(row.buckets.iter().map(|owed| ReportCell::yuan(Some(*owed))));
        drafts.push(Draft::new(cells).of(node.as_ref(), agent).deal(id));
    }
    let mut findings = report.findings;
    findings.extend(lost_finding(lost));
    Ok(Listing { drafts, findings, ..Listing::default() })
}

fn items(scene: &Scene<'_>) -> Result<Listing> {
    let Own { claims, deals, lost, .. } = own(scene, scene.as_of, false)?;
    let report =
        Aging::new(&claims, scene.as_of).by(&[AgingDimension::Item]).deals(&deals).report()?;
    let mut drafts = Vec::new();
    let there = claims.iter().filter(|one| one.since.is_none_or(|since| since <= scene.as_of));
    let there: Vec<&MoneyClaim> = there.collect();
    let names: BTreeSet<&Name> = there.iter().map(|claim| &claim.item).collect();
    for item in names {
        let own: Vec<&MoneyClaim> =
            there.iter().copied().filter(|claim| claim.item == *item).collect();
        let category = own.first().map(|claim| claim.category());
        // Aging tells what is owed: what was paid in full has no row of its own.
        let rows = report.tables.iter().flat_map(|table| &table.rows);
        let owed = rows.filter(|row| row.key.as_ref() == Some(item));
        let (outstanding, overdue) =
            owed.map(|row| (row.outstanding, row.overdue)).next().unwrap_or_default();
        let receivable = Yuan::sum(own.iter().map(|claim| claim.amount))?;
        let cells = vec![
            category.map_or(ReportCell::Absent {}, category_words),
            item_words(item),
            ReportCell::yuan(Some(receivable)),
            ReportCell::yuan(Some(less(receivable, outstanding)?)),
            ReportCell::yuan(Some(outstanding)),
            ReportCell::yuan(Some(overdue)),
            ReportCell::yuan(Some(paid_on(scene, item)?)),
        ];
        let mut draft = Draft::new(cells).of(scene.node, None);
        draft.deals = own.into_iter().map(|claim| claim.deal.clone()).collect();
        draft.deals.sort_unstable();
        draft.deals.dedup();
        drafts.push(draft);
    }
    let mut findings = report.findings;
    findings.extend(lost_finding(lost));
    Ok(Listing { drafts, findings, ..Listing::default() })
}

/// What of an item was paid on to an authority up to the day looked at.
fn paid_on(scene: &Scene<'_>, item: &Name) -> Result<Yuan> {
    let mut sum = Yuan::ZERO;
    for posting in scene.records.postings.iter().filter(|one| one.date <= scene.as_of) {
        let LedgerAct::PayOn { payment } = &posting.command.act else { continue };
        for line in payment.lines.iter().filter(|_| payment.item == *item) {
            let node = scene.node_of_id(&line.deal, &[]);
            if scene.is_inside(node, scene.as_of) && scene.sight(node, None).reports {
                sum = crate::number::plus(sum, line.amount)?;
            }
        }
    }
    Ok(sum)
}

fn category_words(category: MoneyCategory) -> ReportCell {
    let (zh, en) = match category {
        MoneyCategory::PreSale => ("售前款", "pre-sale money"),
        MoneyCategory::HouseNonLoan => ("非贷款类房款", "house money other than loans"),
        MoneyCategory::HouseLoan => ("贷款类房款", "loans"),
        MoneyCategory::AreaDifference => ("面积补差", "area difference"),
        MoneyCategory::Collected => ("代收费用", "collected fees"),
        MoneyCategory::Charge => ("手续费及违约金", "charges"),
        MoneyCategory::Other => ("其他", "other"),
    };
    ReportCell::said(zh, en)
}

fn forecast(scene: &Scene<'_>) -> Result<Listing> {
    let before = scene.from.shift_days(-1).unwrap_or(scene.from);
    let made_on = scene.as_of.min(before);
    let Own { claims, deals, lost, .. } = own(scene, made_on, false)?;
    let unit = match scene.kind {
        PeriodKind::Week => ForecastUnit::Week,
        PeriodKind::Quarter => ForecastUnit::Quarter,
        PeriodKind::Year => ForecastUnit::Year,
        _ => ForecastUnit::Month,
    };
    let made = CashForecasting::new(&claims, made_on, scene.to)
        .unit(unit)
        .deals(&deals)
        .forecast_policy(scene.records.forecast_policy.as_ref())
        .forecast()?;
    let mut drafts = Vec::new();
    for period in &made.periods {
        let name = Label::of(format_args!("{} – {}", period.from, period.to));
        for row in &period.rows {
            let mut cells = vec![
                ReportCell::shown(Some(name.clone())),
                ReportCell::said(row.zh.clone(), row.en.clone()),
            ];
            cells.extend(flow(row));
            let mut draft = Draft::new(cells).of(scene.node, None);
            draft.period = Some(Name::from(&name));
            drafts.push(draft);
        }
    }
    let none = ReportCell::Absent {};
    let totals = &made.totals;
    let totals = vec![
        none.clone(),
        none,
        ReportCell::yuan(Some(totals.opening)),
        ReportCell::yuan(Some(totals.due)),
        ReportCell::yuan(Some(totals.expected)),
        ReportCell::yuan(Some(totals.closing)),
    ];
    let mut findings = made.findings;
    findings.extend(lost_finding(lost));
    Ok(Listing { drafts, totals: Some(totals), findings, ..Listing::default() })
}

fn flow(row: &CashForecastRow) -> [ReportCell; 4] {
    [row.opening, row.due, row.expected, row.closing].map(|yuan| ReportCell::yuan(Some(yuan)))
}
