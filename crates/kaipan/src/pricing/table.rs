//! `pricing.table`: from a request to a price trial table.

use super::book::{Book, BookScheme, Fixing, Slot};
use super::explain::Explained;
use super::level::Stop;
use super::price::unit_prices;
use super::references;
use super::resolve::{MISSING, OUT_OF_SCOPE, attribute_text};
use super::rules::Level;
use super::settle::{
    Outcome, Pricers, Settled, nudge, pricers, ratio, settle, to_fen, total_of_members,
};
use super::solve::{Solution, SolvedTarget, average, solve};
use super::summary::summarise;
use super::target::{self, AverageBasis};
use super::trial::{
    ActiveDeals, Explain, Extreme, FiledComparison, PriceSource, PriceTable, RowFactor,
    SummaryGroup, TableRequest, TableRow, TargetResult,
};
use super::validate;
use crate::Text;
use crate::error::{At, Code, Error, Finding, Result};
use crate::number::{Figure, Fraction, Rate, UnitPrice, Wide};
use crate::project::{self, FEW, Names, Unit, UnitState, few, figures};
use std::collections::HashSet;
use std::mem::take;

/// Prices a project and draws up its price trial table.
///
/// # Errors
/// Everything wrong with the request at once (see [`crate::project::validate`] and the pricing
/// codes), an unsolvable target, a price that is not greater than zero, or a number out of range.
pub fn table(mut request: TableRequest) -> Result<PriceTable> {
    request.project.inherit();
    check_request(&request)?;
    let units = &request.project.units;
    let mut names = Names::new(units);
    let book = Book::new(units, &request.schemes, request.active_deals, &mut names)?;
    let mut solution = solve(&book, &request.targets)?;
    nudge(&book, &mut solution, &request.targets, &request.rules)?;
    let pricers = pricers(&book, &solution)?;
    let wanted: Vec<bool> = units.iter().map(|unit| request.select.matches(unit)).collect();
    let is_wanted = |at: usize| wanted.get(at).copied().unwrap_or(false);
    let settled = settle(&book, &solution, &pricers, &request.targets, &request.rules, is_wanted)?;
    let mut sheet = Sheet {
        request: &request,
        book: &book,
        solution: &solution,
        pricers: &pricers,
        findings: findings(&request, &book, &mut names),
        filed: None,
        explained: match &request.explain {
            Explain::Units { unit_nos } => unit_nos.iter().map(Text::as_str).collect(),
            Explain::None {} | Explain::All {} => HashSet::new(),
        },
    };
    let priced_by_none = |(at, outcome): (usize, &Option<Outcome>)| {
        let unit = units.get(at).filter(|_| outcome.is_none() && is_wanted(at));
        unit.map(|unit| unit.unit_no.as_str())
    };
    let without = settled.outcomes.iter().enumerate().filter_map(priced_by_none);
    let without: Vec<&str> = without.collect();
    let many = without.len() > FEW;
    if many {
        let params: [(&str, &dyn std::fmt::Display); 2] =
            [("count", &without.len()), ("units", &few(without.iter().copied()))];
        sheet.findings.push(Finding::new(Code::PricingNoSchemeMany, &params));
    }
    let mut rows = Vec::with_capacity(units.len());
    let mut places = Vec::with_capacity(units.len());
    for (at, outcome) in settled.outcomes.iter().enumerate() {
        if !is_wanted(at) {
            continue;
        }
        match outcome {
            Some(outcome) => {
                if let Some(row) = sheet.row(at, outcome)? {
                    rows.push(row);
                    places.push(at);
                }
            }
            None if many => {}
            None => {
                let unit_no = book.unit(at).map_or("", |unit| &unit.unit_no);
                sheet.findings.push(Finding::new(Code::PricingNoScheme, &[]).unit(unit_no));
            }
        }
    }
    let targets = sheet.target_results(&settled)?;
    let (findings, filed) = (sheet.findings, sheet.filed);
    for (at, row) in places.iter().zip(&mut rows) {
        if let Some(unit) = request.project.units.get_mut(*at) {
            name(row, unit);
        }
    }
    let placed: Vec<(usize, &TableRow)> = places.into_iter().zip(&rows).collect();
    let summaries = summarise(&placed, request.average_basis, |kind, key, units| {
        expectation(&solution.targets, kind, key, units)
    })?;
    Ok(PriceTable { rows, summaries, targets, filed, findings })
}

/// What is told about the request as a whole, before anything about single units.
fn findings(request: &TableRequest, book: &Book<'_>, names: &mut Names<'_>) -> Vec<Finding> {
    let mut told = book.findings.clone();
    told.extend(target::unusual(&request.targets));
    told.extend(request.rules.unusual("/rules"));
    told.extend(figures::of_units(&request.project.units));
    told.extend(references::of_targets(&request.targets, names));
    told.extend(names.of_selection(&request.select, "/select"));
    told.extend(project::references(&request.project, names));
    told.extend(names.take_alike());
    told
}

/// Gives a row the names of its unit, which are of no use to the request any more: copies of them
/// would be a good part of all memory that is asked for.
fn name(row: &mut TableRow, unit: &mut Unit) {
    row.unit_no = take(&mut unit.unit_no);
    row.building = take(&mut unit.building);
    row.stair = take(&mut unit.stair);
    row.line = take(&mut unit.line);
    row.layout = take(&mut unit.layout);
    row.orientation = take(&mut unit.orientation);
    row.view = take(&mut unit.view);
}

/// Refuses what can be refused before any arithmetic, every reason at once.
fn check_request(request: &TableRequest) -> Result<()> {
    let mut errors = Vec::new();
    errors.extend(project::validate(&request.project).at("project").err());
    errors.extend(validate::schemes(&request.schemes).err());
    errors.extend(validate::targets(&request.targets).err());
    errors.extend(request.rules.validate().at("rules").err());
    errors.extend(request.select.validate().at("select").err());
    if request.schemes.is_empty() {
        errors.push(Error::new(Code::PricingNoScheme).at("schemes"));
    }
    if let Explain::Units { unit_nos } = &request.explain {
        let known: HashSet<&str> =
            request.project.units.iter().map(|unit| unit.unit_no.as_str()).collect();
        for (at, unit_no) in unit_nos.iter().enumerate() {
            if !known.contains(unit_no.as_str()) {
                let units = &request.project.units;
                let error = project::unknown_unit(units, unit_no, errors.len());
                errors.push(error.at(at).at("unit_nos").at("explain"));
            }
        }
    }
    let chosen = request.project.units.iter().any(|unit| request.select.matches(unit));
    if !chosen && errors.is_empty() {
        errors.push(Error::new(Code::ProjectNoUnits).at("select"));
    }
    Error::collect(errors)
}

/// The list total that the units of a group should come to, if a target covers exactly them.
fn expectation(
    targets: &[SolvedTarget],
    kind: SummaryGroup,
    key: &str,
    units: &[usize],
) -> Option<Fraction> {
    let whole = targets.iter().find(|target| target.members == units);
    whole.map(|target| target.total.clone()).or_else(|| {
        let groups = targets.iter().flat_map(|target| &target.groups);
        groups
            .filter(|_| kind == SummaryGroup::Building)
            .find(|group| group.building.as_deref() == Some(key) && group.members == units)
            .map(|group| group.total.clone())
    })
}

struct Sheet<'a> {
    request: &'a TableRequest,
    book: &'a Book<'a>,
    solution: &'a Solution,
    pricers: &'a Pricers<'a>,
    findings: Vec<Finding>,
    filed: Option<FiledComparison>,
    /// The units named for explanation.
    explained: HashSet<&'a str>,
}

impl Sheet<'_> {
    /// A row without the names of its unit, which [`name`] gives it.
    fn row(&mut self, at: usize, outcome: &Outcome) -> Result<Option<TableRow>> {
        let Some((slot, entry, unit)) = self.book.entry(at) else { return Ok(None) };
        let price = &outcome.price;
        let both = unit_prices(price, entry.basis(slot), unit)?;
        if self.request.average_basis == AverageBasis::Inside && unit.inside_area.is_none() {
            let error = Error::new(Code::PricingInsideAreaMissing).at("inside_area");
            return Err(error.at(at).at("units").at("project"));
        }
        let base_index = self.solution.base_of.get(at).copied().flatten();
        let pricer = base_index.and_then(|base| self.pricers.get(&(slot.scheme, base)));
        let mut row = TableRow {
            unit_no: Text::default(),
            building: Text::default(),
            stair: None,
            floor: unit.floor,
            line: Text::default(),
            layout: None,
            orientation: None,
            view: None,
            building_area: unit.building_area,
            inside_area: unit.inside_area,
            scheme: entry.scheme.code.clone(),
            source: match slot.fixing {
                Fixing::Free => PriceSource::Scheme,
                Fixing::Override(_) => PriceSource::Override,
                Fixing::Entered => PriceSource::Entered,
                Fixing::Kept => PriceSource::Kept,
            },
            base_price: None,
            factors: Vec::new(),
            total_coefficient: None,
            total_difference: None,
            raw_price: None,
            unit_price: price.unit,
            building_unit_price: both.building,
            inside_unit_price: both.inside,
            total: price.total,
            levelled_steps: outcome.steps,
            floor_price: unit.floor_price,
            floor_total: unit.floor_total,
            filed_price: unit.filed_price,
            filed_total: unit.filed_total,
            old_list_price: unit.list_price,
            old_list_total: unit.list_total,
            change: None,
            change_rate: None,
            flags: Vec::new(),
            steps: Vec::new(),
        };
        let pricer = pricer.filter(|_| outcome.computed);
        if let Some(pricer) = pricer {
            let size = entry.arithmetic.size(unit, entry.lump_sum(slot.row))?;
            let terms = entry.terms(slot.row)?;
            let exact = pricer.raw(&terms, size)?;
            let coefficient = entry.arithmetic.total_coefficient(&terms)?;
            let difference = terms.difference.to_i64().map(UnitPrice::from_micros);
            row.base_price = Some(pricer.base.to_unit_price()?);
            row.total_coefficient = Some(coefficient.to_exact()?);
            row.total_difference = Some(difference.ok_or_else(overflow)?);
            row.raw_price = Some(exact.unit.to_exact()?);
            add_factors(&mut row, slot, entry, unit);
        }
        self.compare_with_old(&mut row)?;
        self.check(&mut row, unit)?;
        if self.explains(&unit.unit_no) {
            let bases = &self.solution.bases;
            let solved = base_index.and_then(|base| bases.get(base)).is_some_and(|b| b.solved);
            let explained = Explained { entry, slot, unit, outcome, solved };
            row.steps = explained.steps(pricer)?;
        }
        Ok(Some(row))
    }

    fn explains(&self, unit_no: &str) -> bool {
        match &self.request.explain {
            Explain::None {} => false,
            Explain::All {} => true,
            Explain::Units { .. } => self.explained.contains(unit_no),
        }
    }

    fn compare_with_old(&self, row: &mut TableRow) -> Result<()> {
        let old = match (row.old_list_total, row.old_list_price) {
            (Some(total), _) => total,
            (None, Some(price)) => {
                super::price::total_of(price, row.building_area, &crate::number::Rounding::FEN)?
            }
            (None, None) => return Ok(()),
        };
        let change = row.total.checked_sub(old).ok_or_else(overflow)?;
        row.change = Some(change);
        // A ratio that no rate can hold says nothing that the change does not.
        row.change_rate = percent_rate(&change.into(), &old.into()).ok();
        Ok(())
    }

    fn check(&mut self, row: &mut TableRow, unit: &Unit) -> Result<()> {
        for told in figures::of_unit(unit, "") {
            flag(row, told.code);
        }
        let rules = &self.request.rules;
        let price = row.building_unit_price;
        for finding in rules.findings(unit, price, row.total, Level::List, Level::ListTotal)? {
            flag(row, finding.code);
            self.findings.push(finding);
        }
        let keep = self.request.active_deals == ActiveDeals::Keep;
        if keep && unit.state.in_active_deal() && row.source != PriceSource::Kept {
            flag(row, Code::PricingNoListPrice);
            self.findings.push(Finding::new(Code::PricingNoListPrice, &[]).unit(&unit.unit_no));
        }
        if row.source == PriceSource::Kept {
            flag(row, Code::PricingKept);
            self.findings.push(super::bill::kept(unit));
        }
        let permits = !self.request.project.permits.is_empty();
        if permits
            && unit.state == UnitState::OnSale
            && !project::saleable(&self.request.project, unit, None)
        {
            flag(row, Code::ProjectNoPermit);
            self.findings.push(Finding::new(Code::ProjectNoPermit, &[]).unit(&unit.unit_no));
        }
        if let Some(filed) = unit.filed_price {
            self.compare_with_filed(row, unit, filed)?;
        }
        Ok(())
    }

    fn compare_with_filed(
        &mut self,
        row: &mut TableRow,
        unit: &Unit,
        filed: UnitPrice,
    ) -> Result<()> {
        let price = row.building_unit_price;
        let so_far = self.filed.get_or_insert_default();
        let add = |count: &mut u32, holds: bool| *count = count.saturating_add(holds.into());
        let broken = |code: Code| row.flags.iter().any(|flag| flag == code.as_str());
        add(&mut so_far.compared, true);
        add(&mut so_far.above, broken(Code::PricingAboveFiled));
        add(&mut so_far.below, broken(Code::PricingBelowFiled));
        if price == filed {
            so_far.equal = so_far.equal.saturating_add(1);
            return Ok(());
        }
        let off = price.micros().checked_sub(filed.micros()).and_then(i64::checked_abs);
        let off = UnitPrice::from_micros(off.ok_or_else(overflow)?);
        if so_far.worst.as_ref().is_none_or(|worst| worst.unit_price < off) {
            so_far.worst = Some(Extreme { unit_price: off, unit_no: unit.unit_no.clone() });
        }
        if self.request.rules.filed_exact {
            flag(row, Code::PricingFiledDiffers);
            let params: [(&str, &dyn std::fmt::Display); 2] =
                [("price", &price), ("filed", &filed)];
            let finding = Finding::new(Code::PricingFiledDiffers, &params);
            self.findings.push(finding.unit(&unit.unit_no));
        }
        Ok(())
    }

    fn target_results(&mut self, settled: &Settled) -> Result<Vec<TargetResult>> {
        let outcomes = &settled.outcomes;
        let mut results = Vec::with_capacity(self.solution.targets.len());
        for (at, solved) in self.solution.targets.iter().enumerate() {
            let total = total_of_members(outcomes, &solved.members)?;
            let reached = Fraction::from(total);
            let deviation = reached.sub(&solved.total)?;
            let levelled = solved.members.iter().filter(|member| {
                let outcome = outcomes.get(**member).and_then(Option::as_ref);
                outcome.is_some_and(|outcome| outcome.steps != 0)
            });
            let result = TargetResult {
                bases: self.solution.shown_bases(solved)?,
                units: u32::try_from(solved.members.len()).map_err(|_| overflow())?,
                area: solved.area,
                target_total: to_fen(&solved.total)?,
                target_average: average(&solved.total, solved.area)?,
                total,
                average: average(&reached, solved.area)?,
                deviation: to_fen(&deviation)?,
                deviation_rate: ratio(&deviation, &solved.total)?,
                net_total: self.net_total(solved, outcomes)?,
                levelled_units: u32::try_from(levelled.count()).map_err(|_| overflow())?,
            };
            let spread = self.request.targets.get(at).is_some_and(|target| {
                target.levelling == super::target::Levelling::SpreadResidual {}
            });
            if spread && !deviation.is_zero() {
                let stop = settled.stops.get(at).copied().unwrap_or(Stop::NoCloserStep);
                let (zh, en) = stop.reason();
                let params: [(&str, &dyn std::fmt::Display); 3] =
                    [("residual", &result.deviation), ("reason_zh", &zh), ("reason_en", &en)];
                let finding = Finding::new(Code::PricingResidual, &params);
                self.findings.push(finding.path(format!("/targets/{at}")));
            }
            results.push(result);
        }
        Ok(results)
    }

    /// Σ list total × δ, when some scheme of the target has a composite discount.
    fn net_total(
        &self,
        solved: &SolvedTarget,
        outcomes: &[Option<Outcome>],
    ) -> Result<Option<crate::number::Money>> {
        let mut totals: Vec<Wide> = self.book.schemes.iter().map(|_| Wide::ZERO).collect();
        for member in &solved.members {
            let outcome = outcomes.get(*member).and_then(Option::as_ref);
            let (Some(slot), Some(outcome)) = (self.book.slot(*member), outcome) else { continue };
            if let Some(sum) = totals.get_mut(slot.scheme) {
                *sum = sum.add(Wide::from(outcome.price.total.fen()))?;
            }
        }
        let mut net = Fraction::ZERO;
        let mut discounted = false;
        for (entry, fen) in self.book.schemes.iter().zip(totals) {
            discounted |= entry.scheme.composite_discount.is_some() && !fen.is_zero();
            let yuan = Fraction::new(fen, Wide::from(100_i64))?;
            net = net.add(&yuan.mul(entry.delta())?)?.reduced()?;
        }
        if discounted { to_fen(&net).map(Some) } else { Ok(None) }
    }
}

/// A change as a ratio, half up to 4 decimals: a percent with 2 (handbook §13).
pub(super) fn percent_rate(change: &Fraction, of: &Fraction) -> Result<Rate> {
    if of.is_zero() {
        return Ok(Rate::ZERO);
    }
    let count = change.div(of)?.scaled(4)?.to_i64().and_then(|count| count.checked_mul(100));
    count.map(Rate::from_millionths).ok_or_else(overflow)
}

fn add_factors(row: &mut TableRow, slot: Slot, entry: &BookScheme<'_>, unit: &Unit) {
    row.factors.reserve_exact(entry.resolved.factors.len());
    for (factor, definition) in entry.resolved.factors.iter().zip(&entry.scheme.factors) {
        let code = factor.codes.get(slot.row).copied().unwrap_or(OUT_OF_SCOPE);
        if code == OUT_OF_SCOPE {
            continue;
        }
        if code == MISSING {
            flag(row, Code::PricingFactorMissing);
        }
        row.factors.push(RowFactor {
            name: factor.label.clone(),
            key: attribute_text(definition, unit).unwrap_or_default(),
            value: value_of(&factor.values, code),
        });
    }
}

fn value_of(values: &[Figure], code: u32) -> Figure {
    usize::try_from(code).ok().and_then(|at| values.get(at)).copied().unwrap_or_default()
}

fn flag(row: &mut TableRow, code: Code) {
    if !row.flags.iter().any(|known| known == code.as_str()) {
        row.flags.push(code.as_str().into());
    }
}

fn overflow() -> Error {
    Error::new(Code::NumberOverflow)
}
