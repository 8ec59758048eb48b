use crate::check::{Span, blank};
use crate::error::{Code, Error};
use crate::kpi::period::PeriodKind;
use crate::kpi::targets::FigureOwner;
use crate::number::Figure;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// What was reached of a figure in the period that is asked for.
#[boundary]
pub struct ActualFigure {
    /// Whose.
    pub owner: FigureOwner,
    /// The name of the measure or ratio.
    pub metric: Text,
    /// How much, of a measure; or a ratio that the host has divided itself.
    pub value: Option<Figure>,
    /// What is divided, of a ratio: the amount of an average price, yuan.
    pub numerator: Option<Figure>,
    /// By what, of a ratio: the area of an average price, m².
    pub denominator: Option<Figure>,
}

/// For which period completion is asked, and on which day.
#[boundary]
pub struct CompletionPeriod {
    /// What it is.
    pub kind: PeriodKind,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The day whose end is looked at: it has elapsed.
    pub on: Date,
}

impl CompletionPeriod {
    pub(super) fn days(&self) -> Span<Date> {
        Span::new(Some(self.from), Some(self.to))
    }

    /// How many days it has.
    pub(super) fn length(&self) -> i64 {
        self.to.days_since(self.from).saturating_add(1)
    }

    /// How many of them are over.
    pub(super) fn elapsed(&self) -> i64 {
        self.on.days_since(self.from).saturating_add(1).clamp(0, self.length())
    }
}

impl ActualFigure {
    pub(super) fn figure(&self) -> (&FigureOwner, &Text) {
        (&self.owner, &self.metric)
    }

    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let form = match (self.value, self.numerator, self.denominator) {
            (Some(_), None, None) | (None, Some(_), Some(_)) => None,
            _ => Some(Error::new(Code::KpiActualForm).with("metric", &self.metric).at("value")),
        };
        let blank = blank(Code::KpiBlank, "metric", &self.metric);
        self.owner.wrong().into_iter().chain(blank).chain(form).collect()
    }
}
