//! 到访、成交客户分析: who came, and who bought.

use crate::Text as Name;
use crate::error::Result;
use crate::kpi::{Fact, FactKind, rate};
use crate::number::Unrounded;
use crate::report::cell::ReportCell;
use crate::report::definition::ReportColumnKind::{Count, Share, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::lists::{gender, marital};
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, MONTH, Spec, col};
use std::collections::{BTreeMap, BTreeSet};

/// Visitors and buyers of a period, by whatever is known of them.
pub(in crate::report) const VISITOR_BUYER: Spec = Spec {
    name: "visitor_buyer_analysis",
    zh: "到访、成交客户分析",
    en: "Visitors and buyers",
    periods: ANY,
    due_after: MONTH,
    records: &["follow_ups", "events", "facts", "customers"],
    columns: COLUMNS,
    fill: Fill::Own(rows),
};

const COLUMNS: &[Col] = &[
    col("attribute", "分析项目", "by", Text),
    col("value", "类别", "value", Text),
    col("visitors", "到访客户", "visitors", Count),
    col("visitor_share", "到访构成", "share of visitors", Share),
    col("buyers", "成交客户", "buyers", Count),
    col("buyer_share", "成交构成", "share of buyers", Share),
    col("conversion", "成交比", "buyers by visitors", Share),
];

/// What customers are told apart by, and the value of one.
type Axis = (&'static str, &'static str, fn(&Scene<'_>, &Fact) -> ReportCell);

const AXES: &[Axis] = &[
    ("媒体大类", "medium", |_, fact| ReportCell::shown(fact.media.as_ref())),
    ("媒体小类", "sub-medium", |_, fact| ReportCell::shown(fact.sub_media.as_ref())),
    ("推广活动", "campaign", |_, fact| ReportCell::shown(fact.campaign.as_ref())),
    ("意向等级", "grade", |_, fact| ReportCell::shown(fact.grade.as_ref())),
    ("产品类型", "product", |_, fact| ReportCell::shown(fact.product.as_ref())),
    ("户型", "layout", |_, fact| ReportCell::shown(fact.layout.as_ref())),
    ("所在城市", "city", |scene, fact| {
        let customer = scene.customer(fact.customer.as_ref());
        ReportCell::shown(customer.and_then(|one| one.city.as_ref()))
    }),
    ("客户类别", "class", |scene, fact| {
        let customer = scene.customer(fact.customer.as_ref());
        ReportCell::shown(customer.and_then(|one| one.customer_class.as_ref()))
    }),
    ("性别", "gender", |scene, fact| {
        let customer = scene.customer(fact.customer.as_ref());
        customer.and_then(|one| one.gender).map_or(ReportCell::Absent {}, gender)
    }),
    ("婚姻状况", "marital status", |scene, fact| {
        let customer = scene.customer(fact.customer.as_ref());
        customer.and_then(|one| one.marital_status).map_or(ReportCell::Absent {}, marital)
    }),
    ("置业目的", "purpose", |scene, fact| {
        let customer = scene.customer(fact.customer.as_ref());
        let wishes = customer.and_then(|one| one.preferences.as_ref());
        ReportCell::shown(wishes.and_then(|wishes| wishes.purpose.as_ref()))
    }),
];

/// Those of a value: visitors and buyers, each customer once.
#[derive(Default)]
struct Both<'s> {
    shown: Option<ReportCell>,
    visitors: BTreeSet<&'s Name>,
    buyers: BTreeSet<&'s Name>,
    facts: Vec<Name>,
}

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let kinds = &[FactKind::Visit, FactKind::Subscription];
    let facts = scene.facts_in(kinds).map(|(_, fact)| fact);
    let facts: Vec<&Fact> =
        facts.filter(|fact| scene.sight(fact.node.as_ref(), None).reports).collect();
    let whole = both(facts.iter().copied(), None);
    let mut drafts = Vec::new();
    for (zh, en, value) in AXES {
        let mut groups: BTreeMap<(bool, String), Vec<&Fact>> = BTreeMap::new();
        let mut told: BTreeMap<(bool, String), ReportCell> = BTreeMap::new();
        for fact in &facts {
            let cell = value(scene, fact);
            let key = match &cell {
                ReportCell::Text { text } => (false, text.to_string()),
                ReportCell::Words { zh, .. } => (false, zh.to_string()),
                _ => (true, String::new()),
            };
            told.entry(key.clone()).or_insert(cell);
            groups.entry(key).or_default().push(fact);
        }
        for (key, own) in groups {
            let shown = told.get(&key).cloned().filter(|cell| *cell != ReportCell::Absent {});
            let both = both(own.into_iter(), shown);
            let mut cells = vec![ReportCell::said(*zh, *en)];
            cells.extend(cells_of(&both, &whole)?);
            let mut draft = Draft::new(cells).of(scene.node, None);
            draft.facts = both.facts;
            drafts.push(draft);
        }
    }
    let mut totals = vec![ReportCell::Absent {}];
    totals.extend(cells_of(&whole, &whole)?);
    if let Some(value) = totals.get_mut(1) {
        *value = ReportCell::Absent {};
    }
    Ok(Listing { drafts, totals: Some(totals), ..Listing::default() })
}

fn both<'s>(facts: impl Iterator<Item = &'s Fact>, shown: Option<ReportCell>) -> Both<'s> {
    let mut both = Both { shown, ..Both::default() };
    for fact in facts {
        both.facts.push(fact.key.clone());
        let Some(customer) = &fact.customer else { continue };
        match fact.kind {
            FactKind::Visit => both.visitors.insert(customer),
            _ => both.buyers.insert(customer),
        };
    }
    both.facts.sort_unstable();
    both
}

fn cells_of(both: &Both<'_>, whole: &Both<'_>) -> Result<[ReportCell; 6]> {
    let shown = both.shown.clone();
    Ok([
        shown.unwrap_or_else(|| ReportCell::said("未填写", "not said")),
        ReportCell::counted(both.visitors.len()),
        share(both.visitors.len(), whole.visitors.len())?,
        ReportCell::counted(both.buyers.len()),
        share(both.buyers.len(), whole.buyers.len())?,
        share(both.buyers.len(), both.visitors.len())?,
    ])
}

/// A share of counts; undefined of nothing.
pub(super) fn share(of: usize, by: usize) -> Result<ReportCell> {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    if by == 0 {
        return Ok(ReportCell::Undefined {});
    }
    let share = Unrounded::decimal(count(of), 0).div(&Unrounded::decimal(count(by), 0))?;
    Ok(ReportCell::Share { share: rate(&share)? })
}
