//! The engine of a whole survey.

use super::answer::{ImportedSurvey, SurveyRowResult};
use super::index::Index;
use super::repeated::repeated;
use crate::area_settlement::{
    AreaChoice, AreaContract, AreaMoneyWay, AreaSettlement, AreaSettlementCommand,
    AreaSettlementDeciding, AreaSettlementPolicy, AreaSettling, AreaSurvey,
};
use crate::builder::{inputs, optional_inputs};
use crate::check::with_repeats;
use crate::deal::Deal;
use crate::error::{At, Code, Error, Finding, Input, InputPlace, Result, Told, finding};
use crate::number::Money;
use crate::{Date, Text, Time};
use kaipan_derive::boundary;

/// A row of a survey.
#[boundary]
pub struct SurveyRow {
    /// Number for the document of its settlement.
    pub number: Text,
    /// What was surveyed.
    pub survey: AreaSurvey,
    /// What a buyer who may quit does.
    pub choice: Option<AreaChoice>,
    /// What is unpaid of the house, yuan, for a policy that sets refunds off against it.
    pub unpaid: Option<Money>,
    /// 确认无误: what looks like a mistake was looked at and is meant.
    pub confirmed: bool,
}

/// Submits the settlements of a whole survey (handbook §5.12): each row stands by itself, with a decision or
/// with everything that keeps it from being one. Nothing is changed by a row that is not accepted.
///
/// ```
/// use kaipan::area_settlement::*;
/// let policy = AreaSettlementPolicy::default();
/// let rows = [SurveyRow::new("M-1", AreaSurvey::new("1802", "102.5".parse()?))];
/// let units = ["1801".into()];
/// let import = SurveyImport::new(&policy, &rows, "li", "2026-09-01T10:00:00".parse()?);
/// let imported = import.units(&units).submit()?;
/// assert_eq!((imported.accepted, imported.rejected), (0, 1));
/// assert_eq!(imported.rows[0].reasons[0].code.as_str(), "area_settlement.unit_unknown");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct SurveyImport<'a> {
    policy: &'a AreaSettlementPolicy,
    rows: &'a [SurveyRow],
    by: Text,
    at: Time,
    units: &'a [Text],
    contracts: &'a [AreaContract],
    deals: &'a [Deal],
    settlements: &'a [AreaSettlement],
    settled_on: Option<Date>,
}

impl<'a> SurveyImport<'a> {
    /// The rows of a survey, entered by a person at a time.
    pub fn new(
        policy: &'a AreaSettlementPolicy,
        rows: &'a [SurveyRow],
        by: impl Into<Text>,
        at: Time,
    ) -> SurveyImport<'a> {
        SurveyImport {
            policy,
            rows,
            by: by.into(),
            at,
            units: &[],
            contracts: &[],
            deals: &[],
            settlements: &[],
            settled_on: None,
        }
    }

    inputs! {
        /// The numbers of all units of the project.
        units: &'a [Text];
        /// What contracts say about areas, one a unit at most.
        contracts: &'a [AreaContract];
        /// The deals of these contracts.
        deals: &'a [Deal];
        /// What was settled of these deals before, one a deal at most.
        settlements: &'a [AreaSettlement];
    }

    optional_inputs! {
        /// The day of the settlement: money is due from it.
        settled_on: Date;
    }

    /// One result a row.
    ///
    /// # Errors
    /// A policy that cannot be; a unit with two contracts, a deal or a settlement that is given twice, a
    /// number of a document that is ([`Code::AreaTwice`]); sums outside the range of money.
    pub fn submit(&self) -> Result<ImportedSurvey> {
        let wrong = self.policy.wrong().into_iter().map(|error| error.within(Input::Policy));
        let twice = |names: Vec<&Text>, field: &'static str, input| {
            with_repeats(&names, |name| *name)
                .filter_map(|(at, name, first)| {
                    let error = Error::new(Code::AreaTwice).with("name", name);
                    let error = error.with("first", first?);
                    Some(error.at(field).at(at).within(input))
                })
                .collect::<Vec<Error>>()
        };
        let contracts = self.contracts.iter().map(|one| &one.unit_no).collect();
        let deals = self.deals.iter().map(|one| &one.id).collect();
        let settlements = self.settlements.iter().map(|one| &one.deal).collect();
        let numbers = self.rows.iter().map(|one| &one.number).collect();
        let wrong = wrong
            .chain(twice(contracts, "unit_no", Input::Contracts))
            .chain(twice(deals, "id", Input::Deals))
            .chain(twice(settlements, "deal", Input::Settlements))
            .chain(twice(numbers, "number", Input::Rows));
        Error::collect(wrong.collect())?;
        let mut index = Index::new(self.units, self.contracts, self.deals, self.settlements);
        let repeated = repeated(self.rows);
        let rows = self.rows.iter().zip(repeated).enumerate();
        let rows: Vec<SurveyRowResult> =
            rows.map(|(at, (row, again))| self.row(&mut index, at, row, again)).collect();
        let accepted = rows.iter().filter(|row| row.decision.is_some()).count();
        let sum = |ways: &[AreaMoneyWay]| {
            let states = rows.iter().filter_map(|row| row.decision.as_ref()?.state.as_ref());
            let lines = states.flat_map(|state| &state.sheet.money);
            Money::sum(lines.filter(|line| ways.contains(&line.way)).map(|line| line.amount))
        };
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(ImportedSurvey {
            accepted: count(accepted),
            rejected: count(rows.len().saturating_sub(accepted)),
            receivable: sum(&[AreaMoneyWay::Receivable]).within(Input::Rows)?,
            refund: sum(&[AreaMoneyWay::Refund, AreaMoneyWay::Offset]).within(Input::Rows)?,
            findings: self.policy.odd().into_iter().map(|one| one.within(Input::Policy)).collect(),
            rows,
        })
    }

    fn row(
        &self,
        index: &mut Index<'_>,
        at: usize,
        row: &SurveyRow,
        again: Option<Finding>,
    ) -> SurveyRowResult {
        let unit_no = &row.survey.unit_no;
        let of_unit = |told: Finding| told.at("unit_no").at("survey").at(at).within(Input::Rows);
        let found = index.contract(unit_no);
        let mut result = SurveyRowResult {
            unit_no: unit_no.clone(),
            deal: found.map(|(_, contract)| contract.deal.clone()),
            decision: None,
            sheet: None,
            reasons: again.map(of_unit).into_iter().collect(),
        };
        let unknown = index.unknown(unit_no);
        let is_known = unknown.is_none();
        result.reasons.extend(unknown.map(of_unit));
        let Some((contract_at, contract)) = found else {
            let none = || finding!(Code::AreaNoContract, deal = "—", unit = unit_no);
            result.reasons.extend(is_known.then(|| of_unit(none())));
            return result;
        };
        let (deal, before) = (index.deal(&contract.deal), index.settlement(&contract.deal));
        let places = Places {
            row: at,
            contract: contract_at,
            deal: deal.map(|(at, _)| at),
            settlement: before.map(|(at, _)| at),
        };
        let held = |input| places.held(input);
        let settling = AreaSettling::new(self.policy, contract, &row.survey)
            .choice(row.choice)
            .settled_on(self.settled_on)
            .unpaid(row.unpaid);
        let number = row.number.clone();
        let command = AreaSettlementCommand::Submit { number, confirmed: row.confirmed };
        let decided = AreaSettlementDeciding::new(self.by.clone(), self.at)
            .settling(&settling)
            .deal(deal.map(|(_, deal)| deal))
            .decide(before.map(|(_, before)| before), &command);
        match decided.moved(&held) {
            Ok(mut decision) => {
                let rejection = decision.rejection.take();
                result.reasons.extend(rejection.map(|one| one.reasons).unwrap_or_default());
                match result.reasons.is_empty() {
                    true => result.decision = Some(decision),
                    false => result.sheet = settling.sheet().ok().map(|sheet| sheet.moved(&held)),
                }
            }
            Err(error) => result.reasons.extend(error.findings()),
        }
        result
    }
}

/// Where the inputs of a row stand.
struct Places {
    row: usize,
    contract: usize,
    deal: Option<usize>,
    settlement: Option<usize>,
}

impl Places {
    fn held(&self, input: Input) -> Option<InputPlace> {
        let of_row = || InputPlace::of(Input::Rows).then(self.row);
        let of_contract = || InputPlace::of(Input::Contracts).then(self.contract);
        Some(match input {
            Input::Survey => of_row().then("survey"),
            Input::Choice => of_row().then("choice"),
            Input::Unpaid => of_row().then("unpaid"),
            Input::Command => of_row(),
            Input::Contract => of_contract(),
            Input::Deal => match self.deal {
                Some(deal) => InputPlace::of(Input::Deals).then(deal),
                None => of_contract().then("deal"),
            },
            Input::State => InputPlace::of(Input::Settlements).then(self.settlement?),
            _ => return None,
        })
    }
}
