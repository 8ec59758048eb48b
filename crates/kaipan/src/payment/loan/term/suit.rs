//! Whether a loan suits what it is for: its term, its rate and its lender (handbook §4.4).

use super::policy::LoanTermPolicy;
use super::row::LoanTermRow;
use crate::Date;
use crate::error::{Code, Error, Finding, Input, Severity};
use crate::payment::loan::kind::{LoanKind, LoanPurpose};
use crate::payment::loan::rate::{LoanRate, RatePreset};
use crate::payment::loan::terms::MOST_MONTHS;
use crate::project::PropertyUse;

/// A loan, as far as its use is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Suit<'a> {
    /// Who lends; told by a fund rate, else a bank, if absent.
    pub(crate) kind: Option<LoanKind>,
    pub(crate) months: Option<u32>,
    pub(crate) rate: Option<&'a LoanRate>,
    pub(crate) day: Option<Date>,
    pub(crate) home_count: Option<u32>,
    pub(crate) purpose: LoanPurpose,
    pub(crate) policy: &'a LoanTermPolicy,
}

/// The national rules, where a request has none of its own.
pub(crate) const NATIONAL: &LoanTermPolicy = &LoanTermPolicy::National {};

impl Suit<'_> {
    /// Everything that stands against it: what the law forbids as errors, if the request says what
    /// the loan is for; the rest as findings. `placed` says where the terms of the loan are.
    pub(crate) fn judge(
        &self,
        placed: impl Fn(Error) -> Error,
        told: &mut Vec<Finding>,
        refused: &mut Vec<Error>,
    ) {
        let bound = self.purpose.property_use.is_some();
        for error in self.all() {
            // What is in no input of an engine is in the terms.
            let error = if error.place().input().is_none() { placed(error) } else { error };
            if bound && error.code().entry().severity == Severity::Violation {
                refused.push(error);
            } else {
                told.push(Finding::from(&error));
            }
        }
    }

    /// The months that a loan of this kind is taken to run where nobody says.
    pub(crate) fn assumed(&self, most: u32) -> u32 {
        let row = self.row();
        row.map_or(most, |row| most.min(row.usual_months.unwrap_or(row.max_months)))
    }

    fn lender(&self) -> LoanKind {
        let by_rate = self.rate.and_then(LoanRate::published_as).filter(|preset| preset.is_fund());
        self.kind.unwrap_or(if by_rate.is_some() { LoanKind::Fund } else { LoanKind::Commercial })
    }

    fn property_use(&self) -> PropertyUse {
        self.purpose.property_use.unwrap_or(PropertyUse::Residential)
    }

    fn row(&self) -> Option<LoanTermRow> {
        self.policy.row(self.lender(), self.property_use(), self.day)
    }

    fn all(&self) -> Vec<Error> {
        let mut all = Vec::new();
        let (lender, property_use) = (self.lender(), self.property_use());
        if lender == LoanKind::Fund && property_use != PropertyUse::Residential {
            let error = Error::new(Code::LoanFundPurpose).with("use_zh", property_use.zh());
            all.push(error.with("use_en", property_use).at("property_use").within(Input::Purpose));
        } else if self.months.is_some() {
            self.term(&mut all);
        }
        if lender == LoanKind::Fund && self.home_count.is_some_and(|count| count > 2) {
            all.push(Error::new(Code::LoanThirdHome).within(Input::HomeCount));
        }
        if let Some(preset) = self.rate.and_then(LoanRate::published_as) {
            all.extend(self.preset(preset));
        }
        all
    }

    /// The term against its limits. What cannot be a term at all is told where loans are computed.
    fn term(&self, all: &mut Vec<Error>) {
        let months = self.months.unwrap_or_default();
        if !(1..=MOST_MONTHS).contains(&months) {
            return;
        }
        let (lender, property_use) = (self.lender(), self.property_use());
        let named = |code: Code| {
            let (zh, en) = lender.names();
            let error = Error::new(code).with("months", months).with("loan_zh", zh);
            let error = error.with("loan_en", en).with("use_zh", property_use.zh());
            error.with("use_en", property_use)
        };
        let Some(row) = self.row() else {
            let error = named(Code::LoanNoTermLimit);
            all.push(match self.day {
                Some(day) => error.with("day", day).at("months"),
                None => error.with("day", "-").at("months"),
            });
            return;
        };
        let sourced = |error: Error| {
            let zh = row.source.as_deref().unwrap_or("贷款政策");
            let en = row.source_en.as_deref().or(row.source.as_deref()).unwrap_or("loan policy");
            error.with_long("source_zh", zh).with_long("source_en", en)
        };
        if months > row.max_months {
            let error = named(Code::LoanTermLong).with("limit", row.max_months);
            all.push(sourced(error).at("months"));
        } else if let Some(usual) = row.usual_months.filter(|usual| months > *usual) {
            let error = named(Code::LoanTermUnusual).with("usual", usual);
            all.push(sourced(error.with("limit", row.max_months)).at("months"));
        }
        let completion = |error: Error| error.at("completed").within(Input::Purpose);
        match self.purpose.completed {
            _ if !row.completed_only => {}
            Some(true) => {}
            Some(false) => {
                all.push(completion(sourced(named(Code::LoanNotCompleted))));
            }
            None => {
                all.push(completion(sourced(named(Code::LoanCompletionUnknown))));
            }
        }
    }

    /// A published rate against lender, home and term.
    fn preset(&self, preset: RatePreset) -> Option<Error> {
        let lender = self.lender();
        let in_rate = |error: Error| error.at("preset").at("rate");
        if preset.is_fund() != (lender == LoanKind::Fund) {
            let (zh, en) = lender.names();
            let error = preset.error(Code::LoanPresetKind);
            return Some(in_rate(error.with("loan_zh", zh).with("loan_en", en)));
        }
        match (preset, self.home_count) {
            (RatePreset::Fund, None) => {
                Some(Error::new(Code::PaymentFundHomeAssumed).within(Input::HomeCount))
            }
            (RatePreset::FundFirstHome, Some(count @ 2..)) => {
                Some(in_rate(Error::new(Code::LoanFirstHomeRate).with("count", count)))
            }
            (RatePreset::FundSecondHome, Some(1)) => {
                Some(in_rate(Error::new(Code::LoanSecondHomeRate)))
            }
            _ => self.months.and_then(|months| preset.by_contract(months)).map(in_rate),
        }
    }
}
