//! Facts, made up and the same each time, and the measures that are asked of them.

use kaipan::Text;
use kaipan::kpi::{Caliber, CompiledMeasures, FactColumns, FactKind, PeriodKind, PeriodSeries};

/// Ten measures.
pub(crate) const METRICS: [&str; 10] = [
    "calls",
    "visits",
    "subscriptions",
    "subscribed_amount",
    "subscribed_area",
    "signings",
    "signed_amount",
    "cancelled_amount",
    "collections",
    "spend",
];

/// Of twenty facts so many are of each kind.
const KINDS: [FactKind; 20] = [
    FactKind::Call,
    FactKind::Call,
    FactKind::Call,
    FactKind::Call,
    FactKind::Visit,
    FactKind::Visit,
    FactKind::Visit,
    FactKind::Subscription,
    FactKind::Subscription,
    FactKind::Signing,
    FactKind::Signing,
    FactKind::Cancellation,
    FactKind::Collection,
    FactKind::Collection,
    FactKind::Collection,
    FactKind::Collection,
    FactKind::Spend,
    FactKind::Spend,
    FactKind::Released,
    FactKind::NewCustomer,
];

/// Projects, four to a company.
pub(crate) const NODES: u32 = 200;

/// 2026-01-01, in days since 1970-01-01.
pub(crate) const FIRST_DAY: i32 = 20_454;

/// Columns of made-up facts, the same each time.
pub(crate) struct Facts {
    pub(crate) kinds: Vec<u8>,
    pub(crate) details: Vec<u16>,
    pub(crate) origins: Vec<u32>,
    pub(crate) nodes: Vec<u32>,
    pub(crate) days: Vec<i32>,
    pub(crate) counts: Vec<u32>,
    pub(crate) areas: Vec<i64>,
    pub(crate) amounts: Vec<i64>,
}

/// The mixing of splitmix64.
fn mixed(number: u64) -> u64 {
    let z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Facts {
    pub(crate) fn new(count: usize) -> Facts {
        let all = || (1..=count as u64).map(mixed);
        Facts {
            kinds: all().map(|z| KINDS[(z % 20) as usize].code()).collect(),
            details: vec![u16::MAX; count],
            origins: vec![0; count],
            nodes: all().map(|z| ((z >> 8) % u64::from(NODES)) as u32).collect(),
            days: all().map(|z| FIRST_DAY + ((z >> 16) % 365) as i32).collect(),
            counts: vec![1; count],
            areas: all().map(|z| ((z >> 32) % 2_000_000) as i64).collect(),
            amounts: all().map(|z| ((z >> 20) % 300_000_000) as i64).collect(),
        }
    }

    pub(crate) fn columns(&self) -> FactColumns<'_> {
        FactColumns {
            kinds: &self.kinds,
            details: &self.details,
            origins: &self.origins,
            nodes: &self.nodes,
            days: &self.days,
            performance_days: &self.days,
            finance_days: &self.days,
            counts: &self.counts,
            areas: &self.areas,
            amounts: &self.amounts,
            finance_amounts: &self.amounts,
            list_amounts: &self.amounts,
        }
    }
}

pub(crate) fn compiled() -> CompiledMeasures {
    let metrics = METRICS.map(Text::from);
    let groups: Vec<u32> = (0..NODES).map(|node| node / 4).collect();
    let year = PeriodSeries::new(
        PeriodKind::Month,
        "2026-01-01".parse().unwrap(),
        "2026-12-31".parse().unwrap(),
    );
    CompiledMeasures::compile(&metrics, Caliber::Marketing, &year, &groups, &[]).unwrap()
}
