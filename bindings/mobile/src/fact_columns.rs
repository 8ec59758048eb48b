//! Measures over columns of facts: little-endian integers.

use crate::bytes::{self, Bytes};
use crate::call::guarded;
use crate::{Checked, KaipanError};
use kaipan::error::{Error, Input};
use kaipan::kpi::{FactColumns, FactKind};
use kaipan_ops::kpi::{KpiMeasureColumnsRequest, MeasuredColumns};

/// Facts as columns, little-endian.
#[derive(Debug, Clone, uniffi::Record)]
pub struct FactBytes {
    /// What happened: [`fact_kind_code`], a byte each.
    pub kinds: Bytes,
    /// What of that kind: places among the details of the request, 2 bytes each; 65535 for none.
    pub details: Bytes,
    /// Which kinds it goes back to: the bit `1 << code` of each, 4 bytes.
    pub origins: Bytes,
    /// Nodes, by their places among the groups of the request, 4 bytes each.
    pub nodes: Bytes,
    /// 业务日期, days since 1970-01-01, 4 bytes each.
    pub days: Bytes,
    /// 业绩归属日期, as `days`.
    pub performance_days: Bytes,
    /// 财务确认日期, as `days`; the least number where finance does not recognise it.
    pub finance_days: Bytes,
    /// Units or batches, 4 bytes each.
    pub counts: Bytes,
    /// Areas in 0.0001 m², 8 bytes each.
    pub areas: Bytes,
    /// Amounts in fen, 8 bytes each.
    pub amounts: Bytes,
    /// Amounts as finance has them, in fen, 8 bytes each.
    pub finance_amounts: Bytes,
    /// 表价总价 in fen, 8 bytes each.
    pub list_amounts: Bytes,
}

/// The number of a kind of fact in a column.
#[uniffi::export]
pub fn fact_kind_code(kind: FactKind) -> u8 {
    kind.code()
}

/// Counts facts. Not for users: `kpiMeasureColumns` of each package takes arrays.
#[uniffi::export]
pub fn kpi_measure_bytes(
    request: Checked<KpiMeasureColumnsRequest>,
    facts: FactBytes,
) -> Result<MeasuredColumns, KaipanError> {
    guarded(|| {
        let request = request.value()?;
        let facts = Facts::read(&facts).map_err(|error| error.within(Input::Facts))?;
        request.measure(&facts.view())
    })
}

/// Columns of facts that were read from bytes.
struct Facts {
    kinds: Vec<u8>,
    details: Vec<u16>,
    origins: Vec<u32>,
    nodes: Vec<u32>,
    days: Vec<i32>,
    performance_days: Vec<i32>,
    finance_days: Vec<i32>,
    counts: Vec<u32>,
    areas: Vec<i64>,
    amounts: Vec<i64>,
    finance_amounts: Vec<i64>,
    list_amounts: Vec<i64>,
}

impl Facts {
    fn read(facts: &FactBytes) -> Result<Facts, Error> {
        let days = |name, column| bytes::column(name, column, i32::from_le_bytes);
        let counts = |name, column| bytes::column(name, column, u32::from_le_bytes);
        let amounts = |name, column| bytes::column(name, column, i64::from_le_bytes);
        Ok(Facts {
            kinds: bytes::column("kinds", &facts.kinds, u8::from_le_bytes)?,
            details: bytes::column("details", &facts.details, u16::from_le_bytes)?,
            origins: counts("origins", &facts.origins)?,
            nodes: counts("nodes", &facts.nodes)?,
            days: days("days", &facts.days)?,
            performance_days: days("performance_days", &facts.performance_days)?,
            finance_days: days("finance_days", &facts.finance_days)?,
            counts: counts("counts", &facts.counts)?,
            areas: amounts("areas", &facts.areas)?,
            amounts: amounts("amounts", &facts.amounts)?,
            finance_amounts: amounts("finance_amounts", &facts.finance_amounts)?,
            list_amounts: amounts("list_amounts", &facts.list_amounts)?,
        })
    }

    fn view(&self) -> FactColumns<'_> {
        FactColumns {
            kinds: &self.kinds,
            details: &self.details,
            origins: &self.origins,
            nodes: &self.nodes,
            days: &self.days,
            performance_days: &self.performance_days,
            finance_days: &self.finance_days,
            counts: &self.counts,
            areas: &self.areas,
            amounts: &self.amounts,
            finance_amounts: &self.finance_amounts,
            list_amounts: &self.list_amounts,
        }
    }
}
