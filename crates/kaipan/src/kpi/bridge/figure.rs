use crate::Date;
use crate::check::Span;
use crate::error::{Code, Error};
use crate::kpi::measure::{Caliber, CancellationTreatment, Counting, MeasureReading};
use kaipan_derive::boundary;

/// One of two figures that are compared: how it was counted.
#[boundary]
pub struct BridgeFigure {
    /// First day of its period.
    pub from: Date,
    /// Last day of its period.
    pub to: Date,
    /// Whose reading of the facts it is.
    #[boundary(default)]
    pub caliber: Caliber,
    /// How what was cancelled later is treated.
    #[boundary(default)]
    pub treatment: CancellationTreatment,
    /// Only what had happened by this day.
    pub as_of: Option<Date>,
    /// Only what was recorded by this day.
    pub recorded_to: Option<Date>,
}

/// What of one figure is held against what of the other.
#[boundary]
pub enum BridgeMatch {
    /// 按事件: events by their keys, and what goes back to the same first event.
    #[default]
    Event,
    /// 按交易: deals, where the other figure was entered by hand or by another system.
    Deal,
    /// 按房间: units, likewise.
    Unit,
}

impl BridgeFigure {
    pub(super) const fn counting(&self) -> Counting {
        Counting {
            caliber: self.caliber,
            treatment: self.treatment,
            as_of: self.as_of,
            recorded_to: self.recorded_to,
        }
    }

    /// Its period ends before it begins.
    pub(super) fn turned(&self) -> Option<Error> {
        let span = Span::new(Some(self.from), Some(self.to));
        span.turned().map(|_| span.named_in(Error::new(Code::KpiDatesTurned)).at("to"))
    }

    /// Where a day lies: before its period, in it, or after it.
    pub(super) fn side_of(&self, day: Date, reading: &MeasureReading) -> std::cmp::Ordering {
        let first = match reading.last_months {
            _ if reading.stock => None,
            None => Some(self.from),
            Some(months) => {
                let back = i32::try_from(months).unwrap_or(i32::MAX).saturating_neg();
                self.to.add_days(1).unwrap_or(Date::LAST).add_months(back)
            }
        };
        match first {
            Some(first) if day < first => std::cmp::Ordering::Less,
            _ if day > self.to => std::cmp::Ordering::Greater,
            _ => std::cmp::Ordering::Equal,
        }
    }
}
