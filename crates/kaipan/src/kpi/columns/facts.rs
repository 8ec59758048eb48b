use crate::Date;
use crate::check::outside_calendar;
use crate::error::{Code, Error, Input, Result};
use crate::kpi::fact::FactKind;

/// A day that a fact does not have, such as that of finance.
pub const NO_DAY: i32 = i32::MIN;

/// Facts in columns: one entry a fact in each, all of one length.
#[derive(Debug, Clone, Copy, Default)]
pub struct FactColumns<'a> {
    /// What happened: [`FactKind::code`].
    pub kinds: &'a [u8],
    /// What of that kind: the place of the detail among those that the measures were compiled with; a
    /// greater number where there is none.
    pub details: &'a [u16],
    /// Which kinds it goes back to, directly or through others: the bit `1 << code` of each.
    pub origins: &'a [u32],
    /// The node, by its place among those that the measures were compiled with.
    pub nodes: &'a [u32],
    /// 业务日期, in days: [`CompiledMeasures::day`](super::CompiledMeasures::day).
    pub days: &'a [i32],
    /// 业绩归属日期; the same as `days` where it is no other.
    pub performance_days: &'a [i32],
    /// 财务确认日期; [`NO_DAY`] where finance does not recognise it.
    pub finance_days: &'a [i32],
    /// Units or batches.
    pub counts: &'a [u32],
    /// 0.0001 m².
    pub areas: &'a [i64],
    /// Fen.
    pub amounts: &'a [i64],
    /// Fen, as finance has it.
    pub finance_amounts: &'a [i64],
    /// 表价总价, fen.
    pub list_amounts: &'a [i64],
}

impl FactColumns<'_> {
    /// How many facts, if all columns have as many and days are days.
    ///
    /// # Errors
    /// [`Code::KpiColumnLengths`]; [`Code::NumberBetween`] for a day outside the calendar.
    pub(super) fn length(&self) -> Result<usize> {
        let length = self.kinds.len();
        let lengths = [
            ("details", self.details.len()),
            ("origins", self.origins.len()),
            ("nodes", self.nodes.len()),
            ("days", self.days.len()),
            ("performance_days", self.performance_days.len()),
            ("finance_days", self.finance_days.len()),
            ("counts", self.counts.len()),
            ("areas", self.areas.len()),
            ("amounts", self.amounts.len()),
            ("finance_amounts", self.finance_amounts.len()),
            ("list_amounts", self.list_amounts.len()),
        ];
        let wrong = lengths.into_iter().filter(|(_, found)| *found != length);
        let wrong = wrong.map(|(field, count)| {
            let error = Error::new(Code::KpiColumnLengths).with("field", field);
            error.with("count", count).with("expected", length).at(field)
        });
        let days = [
            ("days", self.days, None),
            ("performance_days", self.performance_days, None),
            ("finance_days", self.finance_days, Some(NO_DAY)),
        ];
        let days =
            days.into_iter().filter_map(|(field, days, no)| outside_calendar(field, days, no));
        let errors = wrong.chain(days).map(|error| error.within(Input::Facts));
        Error::collect(errors.collect())?;
        Ok(length)
    }
}

impl FactKind {
    /// Every kind, in the order of their codes.
    pub const ALL: [FactKind; 20] = [
        FactKind::Call,
        FactKind::Visit,
        FactKind::NewCustomer,
        FactKind::Registration,
        FactKind::RegistrationCancelled,
        FactKind::DepositContract,
        FactKind::Subscription,
        FactKind::Signing,
        FactKind::Cancellation,
        FactKind::UnitChange,
        FactKind::Collection,
        FactKind::Due,
        FactKind::Released,
        FactKind::Withdrawn,
        FactKind::Spend,
        FactKind::Cost,
        FactKind::Market,
        FactKind::Satisfaction,
        FactKind::Own,
        FactKind::Commission,
    ];

    /// Its number in a column: its place in [`FactKind::ALL`].
    #[must_use]
    pub fn code(self) -> u8 {
        let place = FactKind::ALL.iter().position(|kind| *kind == self);
        place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
    }
}

/// A day as a number: days since 1970-01-01.
pub(super) fn number_of(day: Date) -> Result<i32> {
    let epoch = Date::from_ymd(1970, 1, 1).unwrap_or(Date::FIRST);
    i32::try_from(day.days_since(epoch)).map_err(|_| crate::number::overflow())
}
