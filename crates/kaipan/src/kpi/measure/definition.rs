//! What a measure is: which facts it counts, by which day, and how much of each.

use crate::check::blank;
use crate::error::{Code, Error};
use crate::kpi::fact::{Fact, FactKind};
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// 统计口径: whose reading of the facts.
#[boundary]
pub enum Caliber {
    /// 营销口径.
    #[default]
    Marketing,
    /// 财务口径.
    Finance,
}

/// How what was cancelled later is treated.
#[boundary]
pub enum CancellationTreatment {
    /// 计入发生期: in the period of the cancellation. Past periods never change.
    #[default]
    NetInPeriodOfCancellation,
    /// 追溯调整: in the period of what was cancelled.
    RestateOriginalPeriod,
}

/// A measure: which facts are counted, by which day, and how much of each (handbook §8.2).
///
/// ```
/// use kaipan::kpi::*;
/// let villas = MeasureTerm::new(FactKind::Own).with_details(vec!["villa_tour".into()]);
/// let reading = MeasureReading::new(vec![villas], FactDate::Event, FactAmount::Count);
/// let tours = Measure::new("villa_tours").with_marketing(reading);
/// assert!(tours.finance.is_none());
/// ```
#[boundary]
pub struct Measure {
    /// Its name, unique among measures and ratios.
    pub name: Text,
    /// What it is called in Chinese.
    pub zh: Option<Label>,
    /// What it is called in English.
    pub en: Option<Label>,
    /// 营销口径.
    pub marketing: Option<MeasureReading>,
    /// 财务口径; a measure without this reading cannot be asked for in the finance caliber.
    pub finance: Option<MeasureReading>,
}

/// How a measure reads facts.
#[boundary]
pub struct MeasureReading {
    /// Which facts, and with which sign.
    #[boundary(required)]
    pub terms: Vec<MeasureTerm>,
    /// Which of their days decides the period.
    pub date: FactDate,
    /// How much of each.
    pub amount: FactAmount,
    /// 时点数: everything up to the last day of the period, not what is in the period.
    pub stock: bool,
    /// What is in so many months up to the last day of the period, instead of in the period.
    pub last_months: Option<u32>,
}

/// Facts that a measure counts.
#[boundary]
pub struct MeasureTerm {
    /// What happened.
    pub kind: FactKind,
    /// What of that kind; everything if empty.
    pub details: Vec<Text>,
    /// Only those that go back to a fact of this kind.
    pub of_kind: Option<FactKind>,
    /// Taken off instead of added.
    pub minus: bool,
    /// 按来源日期: by the day of the fact of `of_kind`, not by its own.
    pub dated_as_origin: bool,
}

/// Which day of a fact decides its period.
#[boundary]
pub enum FactDate {
    /// 业务日期.
    Event,
    /// 业绩归属日期; the day of the event if there is no other.
    Performance,
    /// 财务确认日期; a fact without one is not counted.
    Finance,
}

/// How much of a fact is counted.
#[boundary]
pub enum FactAmount {
    /// 套数、批次.
    Count,
    /// 面积, m².
    Area,
    /// 金额, yuan.
    Amount,
    /// Yuan as finance has it.
    FinanceAmount,
    /// 表价总价, yuan.
    ListAmount,
    /// Days since the fact of `of_kind`.
    Days,
    /// A number of another kind.
    Value,
}

impl FactAmount {
    /// Decimals of its smallest step.
    pub(in crate::kpi) const fn decimals(self) -> u32 {
        match self {
            FactAmount::Count | FactAmount::Days => 0,
            FactAmount::Area => 4,
            FactAmount::Amount | FactAmount::FinanceAmount | FactAmount::ListAmount => 2,
            FactAmount::Value => 6,
        }
    }

    /// How much of a fact, in its smallest steps; `None` if the fact does not say. (Days are those of
    /// two facts.)
    pub(in crate::kpi) fn of(self, fact: &Fact) -> Option<i128> {
        Some(match self {
            FactAmount::Count => i128::from(fact.count.unwrap_or(1)),
            FactAmount::Area => i128::from(fact.area?.ten_thousandths()),
            FactAmount::Amount => i128::from(fact.amount?.fen()),
            FactAmount::FinanceAmount => i128::from(fact.finance_amount.or(fact.amount)?.fen()),
            FactAmount::ListAmount => i128::from(fact.list_amount?.fen()),
            FactAmount::Value => i128::from(fact.value?.millionths()),
            FactAmount::Days => return None,
        })
    }
}

impl FactDate {
    /// The day of a fact; `None` if it has none.
    pub(in crate::kpi) fn of(self, fact: &Fact) -> Option<Date> {
        match self {
            FactDate::Event => Some(fact.date),
            FactDate::Performance => Some(fact.performance_date.unwrap_or(fact.date)),
            FactDate::Finance => fact.finance_date,
        }
    }
}

impl MeasureTerm {
    /// Whether it counts a fact, as far as the fact itself says.
    pub(in crate::kpi) fn is_for(&self, fact: &Fact) -> bool {
        let detail = |detail: &Text| self.details.contains(detail);
        self.kind == fact.kind
            && (self.details.is_empty() || fact.detail.as_ref().is_some_and(detail))
    }

    /// Whether it needs the fact that another goes back to.
    pub(in crate::kpi) fn looks_back(&self) -> bool {
        self.of_kind.is_some()
    }
}

impl MeasureReading {
    fn errors(&self) -> Vec<Error> {
        let none = self.terms.is_empty().then(|| Error::new(Code::KpiNoTerms).at("terms"));
        let both = self.stock && self.last_months.is_some();
        let both = both.then(|| Error::new(Code::KpiStockAndMonths).at("last_months"));
        let months = self.last_months.filter(|months| *months == 0 || *months > 1_200);
        let months = months
            .map(|months| Error::new(Code::KpiMonths).with("months", months).at("last_months"));
        let lost = self.terms.iter().enumerate().filter(|(_, term)| {
            !term.looks_back() && (term.dated_as_origin || self.amount == FactAmount::Days)
        });
        let lost =
            lost.map(|(at, _)| Error::new(Code::KpiNoOriginKind).at("of_kind").at(at).at("terms"));
        none.into_iter().chain(both).chain(months).chain(lost).collect()
    }
}

impl Measure {
    /// How it reads facts in a caliber.
    pub(in crate::kpi) const fn reading(&self, caliber: Caliber) -> Option<&MeasureReading> {
        match caliber {
            Caliber::Marketing => self.marketing.as_ref(),
            Caliber::Finance => self.finance.as_ref(),
        }
    }

    /// 时点数: every reading is a figure of a day.
    pub(in crate::kpi) fn is_of_a_day(&self) -> bool {
        [&self.marketing, &self.finance].into_iter().flatten().all(|reading| reading.stock)
    }

    /// What is wrong with it, each at its field.
    pub(in crate::kpi) fn errors(&self) -> Vec<Error> {
        let mut errors: Vec<Error> =
            blank(Code::KpiBlank, "name", &self.name).into_iter().collect();
        if self.marketing.is_none() && self.finance.is_none() {
            errors.push(Error::new(Code::KpiNoReading).with("name", &self.name).at("marketing"));
        }
        let readings = [("marketing", &self.marketing), ("finance", &self.finance)];
        for (field, reading) in readings {
            let own = reading.iter().flat_map(MeasureReading::errors);
            errors.extend(own.map(|error| error.at(field)));
        }
        errors
    }
}
