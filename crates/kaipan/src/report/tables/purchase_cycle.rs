//! 产品购买周期分析: how long it took from the first contact to subscription and to signing.

use super::visitors::share;
use crate::Text as Name;
use crate::error::{Code, Finding, Input, Result, finding};
use crate::kpi::{Fact, FactKind};
use crate::report::cell::ReportCell;
use crate::report::cycles::{Cycles, units_cell};
use crate::report::definition::ReportColumnKind::{Count, Number, Share, Text};
use crate::report::listing::{Draft, Listing};
use crate::report::persons::FirstContacts;
use crate::report::records::PurchaseCycleBand;
use crate::report::scene::Scene;
use crate::report::spec::{ANY, Col, Fill, MONTH, Spec, col};
use std::collections::BTreeMap;

/// How long buyers took to buy, by product and band of days.
pub(in crate::report) const PURCHASE_CYCLE: Spec = Spec {
    name: "purchase_cycle",
    zh: "产品购买周期分析",
    en: "Days to the purchase, by product",
    periods: ANY,
    due_after: MONTH,
    records: &["follow_ups", "events", "facts", "customers", "opportunities", "merges"],
    columns: COLUMNS,
    fill: Fill::Own(rows),
};

const COLUMNS: &[Col] = &[
    col("product", "产品类型", "product", Text),
    col("band", "周期", "days", Text),
    col("subscriptions", "认购套数", "subscriptions", Count),
    col("subscription_share", "认购构成", "share of subscriptions", Share),
    col("days_to_subscription", "首次接触到认购平均天数", "mean days to subscription", Number),
    col("median_to_subscription", "首次接触到认购中位天数", "median days to subscription", Number),
    col("signings", "签约套数", "signings", Count),
    col("signing_share", "签约构成", "share of signings", Share),
    col("days_to_signing", "首次接触到签约平均天数", "mean days to signing", Number),
    col("median_to_signing", "首次接触到签约中位天数", "median days to signing", Number),
];

/// The sales of a kind: all of them, and those of each band.
struct Side<'f> {
    all: Cycles,
    bands: Vec<Cycles>,
    facts: Vec<(Option<usize>, &'f Fact)>,
}

impl<'f> Side<'f> {
    fn new(
        contacts: &FirstContacts<'_>,
        bands: &[PurchaseCycleBand],
        facts: &[&'f Fact],
        kind: FactKind,
    ) -> Side<'f> {
        let mut side = Side {
            all: Cycles::default(),
            bands: vec![Cycles::default(); bands.len()],
            facts: Vec::new(),
        };
        for fact in facts.iter().copied().filter(|fact| fact.kind == kind) {
            let days = contacts.days_to(fact);
            side.all.add(days, fact);
            // The last band that begins with these days or before.
            let band = days
                .and_then(|days| bands.iter().rposition(|band| i64::from(band.from_days) <= days));
            if let Some(own) = band.and_then(|band| side.bands.get_mut(band)) {
                own.add(days, fact);
            }
            side.facts.push((band, fact));
        }
        side
    }

    fn units(&self) -> u64 {
        self.all.traced().saturating_add(self.all.untraced())
    }

    /// Units of some of them, as a share of all, with their days.
    fn cells(&self, units: u64, days: Option<&Cycles>) -> Result<[ReportCell; 4]> {
        let place = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        Ok([
            units_cell(units),
            share(place(units), place(self.units()))?,
            days.map_or(Ok(ReportCell::Absent {}), Cycles::mean)?,
            days.map_or(Ok(ReportCell::Absent {}), Cycles::median)?,
        ])
    }
}

fn rows(scene: &Scene<'_>) -> Result<Listing> {
    let contacts = FirstContacts::new(scene)?;
    let standard = PurchaseCycleBand::standard();
    let bands = match scene.records.cycle_bands.as_slice() {
        [] => standard.as_slice(),
        given => given,
    };
    let facts = scene.facts_in(&[FactKind::Subscription, FactKind::Signing]);
    let facts = facts.map(|(_, fact)| fact);
    let facts: Vec<&Fact> =
        facts.filter(|fact| scene.sight(fact.node.as_ref(), None).reports).collect();
    let mut products: BTreeMap<(bool, Option<&Name>), Vec<&Fact>> = BTreeMap::new();
    for fact in &facts {
        let product = fact.product.as_ref();
        products.entry((product.is_none(), product)).or_default().push(fact);
    }
    let mut drafts = Vec::new();
    for ((_, product), own) in &products {
        let sides = sides(&contacts, bands, own);
        for (at, band) in bands.iter().enumerate() {
            let name = ReportCell::shown(Some(&band.name));
            drafts.push(row(scene, *product, name, &sides, Some(at))?);
        }
        let lost = sides.iter().any(|side| side.all.untraced() > 0);
        if lost {
            let name = ReportCell::said("无来电来访记录", "no call or visit known");
            drafts.push(row(scene, *product, name, &sides, None)?);
        }
    }
    let all = sides(&contacts, bands, &facts);
    let mut totals = vec![ReportCell::Absent {}, ReportCell::Absent {}];
    for side in &all {
        totals.extend(side.cells(side.units(), Some(&side.all))?);
    }
    let findings = untraced(&all).into_iter().collect();
    Ok(Listing { drafts, totals: Some(totals), findings, ..Listing::default() })
}

/// Subscriptions, then signings.
fn sides<'f>(
    contacts: &FirstContacts<'_>,
    bands: &[PurchaseCycleBand],
    facts: &[&'f Fact],
) -> [Side<'f>; 2] {
    [FactKind::Subscription, FactKind::Signing].map(|kind| Side::new(contacts, bands, facts, kind))
}

/// The row of a band, or of what no contact is known of.
fn row(
    scene: &Scene<'_>,
    product: Option<&Name>,
    name: ReportCell,
    sides: &[Side<'_>],
    band: Option<usize>,
) -> Result<Draft> {
    let product = product.map_or_else(
        || ReportCell::said("未归属", "not assigned"),
        |product| ReportCell::shown(Some(product)),
    );
    let mut draft = Draft::new(vec![product, name]).of(scene.node, None);
    for side in sides {
        let days = band.and_then(|band| side.bands.get(band));
        let units = days.map_or_else(|| side.all.untraced(), Cycles::traced);
        draft.cells.extend(side.cells(units, days)?);
        let own = side.facts.iter().filter(|(of, _)| *of == band).map(|(_, fact)| fact);
        for fact in own {
            draft.facts.push(fact.key.clone());
            draft.deals.extend(fact.deal.clone());
        }
    }
    for keys in [&mut draft.facts, &mut draft.deals] {
        keys.sort_unstable();
        keys.dedup();
    }
    Ok(draft)
}

/// That nobody is known to have called or come before some of the sales.
fn untraced(sides: &[Side<'_>; 2]) -> Option<Finding> {
    let [subscribed, signed] = sides;
    let (subscriptions, signings) = (subscribed.all.untraced(), signed.all.untraced());
    let told = || finding!(Code::ReportContactUnknown, subscriptions, signings);
    (subscriptions.max(signings) > 0).then(|| told().within(Input::Records))
}
