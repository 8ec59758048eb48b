//! `fee.compute`: the fees and taxes of a contract (handbook §7.1).

use super::basis::Quantities;
use super::check;
use super::condition::{Choice, Fact, Subject, choose};
use super::due::due;
use super::joint::{Part, share_out};
use super::policy::{self, PolicyRule};
use super::references;
use super::regenerate::{Entry, regenerate};
use super::request::{Ask, FeeBuyer, FeeLine, FeeRequest, FeeSheet, VatSplit};
use super::rule::{BuyerKind, FeeRow, FeeRule, Payer};
use super::scales;
use super::vat::{self, GENERAL_RATE};
use crate::Date;
use crate::Text;
use crate::city;
use crate::error::{At, Code, Error, Finding, Result};
use crate::firsts::firsts;
use crate::number::{Exact, Figure, Fraction, Money, Share};
use crate::payment::{DueRules, WorkingDays};
use crate::scale;
use crate::unusual;
use std::fmt::Display;

/// Computes the fees and taxes of a contract from the rules in force on the day of the facts.
///
/// Rules go over every unit, those by buyer over every buyer. Lines that were there before keep
/// their amount if something was received on them and get an adjustment.
///
/// # Errors
/// Rules, facts or shares that cannot be, each with its place; amounts outside the range of money.
pub fn compute(request: &FeeRequest) -> Result<FeeSheet> {
    let mut fees = computed(&Ask {
        policy: &request.policy,
        facts: &request.facts,
        dates: &request.dates,
        working_days: request.working_days.as_ref(),
        existing: &request.existing,
    })?;
    fees.findings.extend(unusual::schedule_dates(&request.dates));
    fees.findings.extend(unusual_homes(&request.facts.buyers, "/facts/buyers"));
    Ok(fees)
}

/// Buyers whose home of the household is hardly right; `place` is where the buyers stand.
pub(crate) fn unusual_homes(buyers: &[FeeBuyer], place: &str) -> Vec<Finding> {
    let told = buyers.iter().enumerate().filter_map(|(at, buyer)| {
        let finding = buyer.home_count.and_then(unusual::homes)?;
        Some(finding.path(format!("{place}/{at}/home_count")))
    });
    told.collect()
}

/// As [`compute`].
pub(crate) fn computed(request: &Ask<'_>) -> Result<FeeSheet> {
    let (rules, mut errors) = policy::rules(request.policy);
    errors.extend(check::facts(request.facts));
    errors.extend(check::existing(request.existing, request.facts));
    let calendar = request.working_days.map(WorkingDays::calendar).transpose();
    let calendar = calendar.at("working_days").unwrap_or_else(|error| {
        errors.push(error);
        None
    });
    let dating = DueRules { calendar, ..DueRules::default() };
    let mut dues = Vec::with_capacity(rules.len());
    for rule in &rules {
        match due(&rule.rule, request.dates, &dating) {
            Ok(due) => dues.push(due),
            Err(error) => errors.push(rule.placed(error)),
        }
    }
    Error::collect(errors)?;

    let facts = request.facts;
    let rate = facts.vat_rate.unwrap_or(GENERAL_RATE);
    let splits =
        facts.units.iter().enumerate().map(|(at, unit)| {
            vat::split(unit.price, rate).at("price").at(at).at("units").at("facts")
        });
    let splits = splits.collect::<Result<Vec<_>>>()?;
    let assessed = facts.units.iter().enumerate().map(|(at, unit)| {
        let split = unit.assessed_price.map(|price| vat::split(price, rate)).transpose();
        split.at("assessed_price").at(at).at("units").at("facts")
    });
    let assessed = assessed.collect::<Result<Vec<_>>>()?;
    let one =
        [FeeBuyer { name: None, buyer: BuyerKind::Person, share: Share::ONE, home_count: None }];
    let buyers = if facts.buyers.is_empty() { &one } else { facts.buyers.as_slice() };
    let (splits, assessed) = (splits.as_slice(), assessed.as_slice());
    let mut sheet = Sheet { request, buyers, splits, assessed, findings: Findings::default() };
    sheet.other_cities();
    sheet.unknown_cities(&rules);
    sheet.not_in_force(&rules);
    sheet.unusual(&rules);
    let mut entries = Vec::with_capacity(rules.len());
    let mut errors = Vec::new();
    for (rule, due) in rules.iter().zip(dues) {
        if rule.in_force(facts.date) {
            sheet.apply(&rule.rule, due, &mut entries, &mut errors);
        }
    }
    Error::collect(errors)?;
    let mut findings = sheet.findings.each_once();
    findings.extend(references::findings(request, &rules));
    let lines = regenerate(entries, request.existing, &rules, &mut findings)?;
    let total =
        |payer| Money::sum(lines.iter().filter(|line| line.payer == payer).map(|line| line.amount));
    for (at, unit) in facts.units.iter().enumerate() {
        let what = ["核定价格", "the assessed price"];
        let far = unit.assessed_price;
        let far = far.and_then(|assessed| unusual::valuation(what, assessed, unit.price));
        findings.extend(far.map(|one| one.path(format!("/facts/units/{at}/assessed_price"))));
    }
    Ok(FeeSheet {
        buyer_total: total(Payer::Buyer).at("units").at("facts")?,
        seller_total: total(Payer::Seller).at("units").at("facts")?,
        vat: vat::sum(splits, rate).at("units").at("facts")?,
        findings,
        lines,
    })
}

/// Findings with the code of the fee they are about.
#[derive(Default)]
struct Findings(Vec<(Text, Finding)>);

impl Findings {
    fn add(&mut self, fee: &str, path: String, finding: Finding) {
        let finding = finding.path(path);
        // Every unit finds the same again; what is farther back is left out at the end.
        let mut last = self.0.iter().rev().take(8);
        let again = last.any(|(known, other)| {
            *known == fee && other.code == finding.code && other.path == finding.path
        });
        if !again {
            self.0.push((fee.into(), finding));
        }
    }

    /// What is found a second time, for the same fee at the same place, is left out.
    fn each_once(self) -> Vec<Finding> {
        let firsts = firsts(&self.0, |(fee, finding)| (finding.code, fee.as_str(), &finding.path));
        let all = self.0.into_iter().zip(firsts).enumerate();
        all.filter(|(at, (_, first))| first == at).map(|(_, ((_, finding), _))| finding).collect()
    }
}

/// A request on the way to its lines.
struct Sheet<'a> {
    request: &'a Ask<'a>,
    buyers: &'a [FeeBuyer],
    splits: &'a [VatSplit],
    /// Of the assessed prices, as far as they are known.
    assessed: &'a [Option<VatSplit>],
    findings: Findings,
}

impl<'a> Sheet<'a> {
    /// Rates that are unusual.
    fn unusual(&mut self, rules: &[PolicyRule<'_>]) {
        if let Some(found) = scale::optional(scale::VAT, self.request.facts.vat_rate) {
            self.findings.add("", "/facts/vat_rate".to_owned(), found);
        }
        for (rule, at) in rules.iter().filter_map(|rule| Some((rule, rule.own()?))) {
            let place = format!("/policy/rules/{at}");
            for (path, found) in scales::unusual(&rule.rule, &place) {
                self.findings.add(&rule.rule.code, path, found);
            }
        }
    }

    /// Presets of a city other than that of the facts.
    fn other_cities(&mut self) {
        let Some(city) = self.request.facts.city.as_deref() else { return };
        for preset in &self.request.policy.presets {
            let about = preset.about();
            if about.city.is_none_or(|own| city::same(own, city)) {
                continue;
            }
            let params: [(&str, &dyn Display); 3] =
                [("preset", &about.name), ("preset_en", &about.name_en), ("city", &city)];
            let finding = Finding::new(Code::FeeCityDiffers, &params);
            self.findings.add(about.name, "/facts/city".to_owned(), finding);
        }
    }

    /// Cities that rules by city could not tell for sure: that of the facts, and those that the
    /// policy's own rules name.
    fn unknown_cities(&mut self, rules: &[PolicyRule<'_>]) {
        let Some(city) = &self.request.facts.city else { return };
        let live = || rules.iter().filter(|rule| rule.in_force(self.request.facts.date));
        let named = || live().flat_map(PolicyRule::cities).map(|(named, _)| named);
        let mut unknown = Vec::new();
        if city::known(city).is_none()
            && named().next().is_some()
            && !named().any(|named| city::same(named, city))
        {
            unknown.push((city, "/facts/city".to_owned()));
        }
        for (named, place) in live().flat_map(PolicyRule::cities) {
            let Some(place) = place else { continue };
            if city::known(named).is_none() && !city::same(named, city) {
                unknown.push((named, place));
            }
        }
        let unknown: Vec<(Finding, String)> = unknown
            .into_iter()
            .map(|(city, place)| (Finding::new(Code::ProjectCityUnknown, &[("city", city)]), place))
            .collect();
        for (finding, place) in unknown {
            self.findings.add("", place, finding);
        }
    }

    /// Fees of which no version is in force on the day.
    fn not_in_force(&mut self, rules: &[PolicyRule<'_>]) {
        let date = self.request.facts.date;
        if rules.iter().all(|rule| rule.in_force(date)) {
            return;
        }
        let live = rules.iter().filter(|rule| rule.in_force(date));
        let mut live: Vec<&str> = live.map(|rule| rule.rule.code.as_str()).collect();
        live.sort_unstable();
        for rule in rules.iter().map(|rule| &rule.rule) {
            if live.binary_search(&rule.code.as_str()).is_ok() {
                continue;
            }
            let params: [(&str, &dyn Display); 4] = [
                ("name", &rule.name),
                ("name_en", &rule.english()),
                ("code", &rule.code),
                ("date", &date),
            ];
            let finding = Finding::new(Code::FeeNotInForce, &params);
            self.findings.add(&rule.code, "/facts/date".to_owned(), finding);
        }
    }

    /// Applies a rule to every unit, and to every buyer if it is by buyer.
    fn apply<'r>(
        &mut self,
        rule: &'r FeeRule,
        due: Option<Date>,
        entries: &mut Vec<Entry<'r>>,
        errors: &mut Vec<Error>,
    ) where
        'a: 'r,
    {
        let payers = if rule.per_buyer { self.buyers.len() } else { 1 };
        for unit in 0..self.request.facts.units.len() {
            let done = if payers > 1 {
                self.joint(rule, due, unit, entries)
            } else {
                self.entry(rule, due, unit, 0)
                    .map(|made| entries.extend(made.map(|made| made.entry)))
            };
            errors.extend(done.err().map(|error| {
                let error = error.with("fee", &rule.code);
                error.at(unit).at("units").at("facts")
            }));
        }
    }

    /// The fees of a unit's joint buyers.
    fn joint<'r>(
        &mut self,
        rule: &'r FeeRule,
        due: Option<Date>,
        unit: usize,
        entries: &mut Vec<Entry<'r>>,
    ) -> Result<()>
    where
        'a: 'r,
    {
        let buyers = self.buyers;
        let mut parts = Vec::with_capacity(buyers.len());
        for (at, buyer) in buyers.iter().enumerate() {
            let Some(made) = self.entry(rule, due, unit, at)? else { continue };
            if let Some((value, exact)) = made.part {
                let key = (buyer.name.as_deref(), at);
                parts.push(Part { entry: entries.len(), value, exact, key });
            }
            entries.push(made.entry);
        }
        share_out(rule, parts, entries)
    }

    /// The fee of a unit and a buyer; none if the rule asks nothing of them.
    fn entry<'r>(
        &mut self,
        rule: &'r FeeRule,
        due: Option<Date>,
        unit_at: usize,
        buyer_at: usize,
    ) -> Result<Option<Made<'r>>>
    where
        'a: 'r,
    {
        let facts = &self.request.facts;
        let (Some(unit), Some(vat), Some(buyer)) =
            (facts.units.get(unit_at), self.splits.get(unit_at), self.buyers.get(buyer_at))
        else {
            return Ok(None);
        };
        // Loans are the contract's, not each unit's.
        let loans = facts.loan_amount.filter(|_| unit_at == 0).unwrap_or_default();
        let choice = self.request.policy.area;
        let assessed = self.assessed.get(unit_at).and_then(Option::as_ref);
        let given = Quantities { unit, vat, assessed, area: choice, loans };
        let basis = rule.basis.of(&given)?;
        if let Some(quantity) = &basis.quantity
            && quantity.compare(&Fraction::ZERO)?.is_eq()
        {
            return Ok(None);
        }
        let area = unit.area(choice);
        let subject = Subject { unit, buyer, city: facts.city.as_deref(), area };
        let chosen = choose(rule, &subject);
        self.area_decides(rule, unit_at, &subject, &chosen.choice);
        if chosen.home_assumed {
            self.home_assumed(buyer_at);
        }
        let (row, missing) = match chosen.choice {
            Choice::None => return Ok(None),
            Choice::Row(row) => (Some(row), basis.missing),
            Choice::Unknown(facts) => (None, [facts, basis.missing].concat()),
        };
        let buyer_name = if rule.per_buyer { buyer.name.as_deref() } else { None };
        let mut entry = Entry::new(rule, unit.unit_no.as_deref(), buyer_name, due);
        let (Some(row), Some(quantity)) = (row, basis.quantity) else {
            for fact in missing {
                self.missing(rule, unit_at, fact);
            }
            return Ok(Some(Made { entry, part: None }));
        };
        if basis.not_surveyed && !row.value.is_zero() {
            self.not_surveyed(rule, unit_at);
        }
        if basis.not_assessed && !row.value.is_zero() {
            self.not_assessed(rule, unit_at);
        }
        let share = if rule.per_buyer { buyer.share } else { Share::ONE };
        let (line, exact) = line(entry.template(), row, &quantity, share, rule)?;
        entry.fee = Some(line);
        Ok(Some(Made { entry, part: Some((row.value, exact)) }))
    }

    fn home_assumed(&mut self, at: usize) {
        let path = match self.request.facts.buyers.is_empty() {
            true => "/facts/buyers".to_owned(),
            false => format!("/facts/buyers/{at}/home_count"),
        };
        let number = at.saturating_add(1);
        let finding = Finding::new(Code::FeeHomeAssumed, &[("number", &number)]);
        self.findings.add("", path, finding);
    }

    /// Tells where the area of the contract and the surveyed one lead to different values.
    fn area_decides(
        &mut self,
        rule: &FeeRule,
        at: usize,
        subject: &Subject<'_>,
        choice: &Choice<'_>,
    ) {
        let contract = subject.unit.building_area;
        let Some(surveyed) = subject.unit.surveyed_area.filter(|area| *area != contract) else {
            return;
        };
        let other = if subject.area == contract { surveyed } else { contract };
        let value = |choice: &Choice<'_>| match choice {
            Choice::Row(row) => Some(row.value),
            _ => None,
        };
        if value(choice) == value(&choose(rule, &Subject { area: other, ..*subject }).choice) {
            return;
        }
        let path = format!("/facts/units/{at}/surveyed_area");
        let params: [(&str, &dyn Display); 6] = [
            ("name", &rule.name),
            ("name_en", &rule.english()),
            ("code", &rule.code),
            ("contract", &contract),
            ("surveyed", &surveyed),
            ("area", &subject.area),
        ];
        self.about(Code::FeeAreaDecides, rule, at, path, &params);
    }

    fn missing(&mut self, rule: &FeeRule, unit: usize, fact: Fact) {
        let (zh, field) = (fact.zh(), fact.field());
        let params: [(&str, &dyn Display); 5] = [
            ("name", &rule.name),
            ("name_en", &rule.english()),
            ("code", &rule.code),
            ("fact_zh", &zh),
            ("fact", &field),
        ];
        self.about(Code::FeeFactMissing, rule, unit, fact.pointer(unit), &params);
    }

    fn not_surveyed(&mut self, rule: &FeeRule, unit: usize) {
        let path = format!("/facts/units/{unit}/surveyed_area");
        let params: [(&str, &dyn Display); 3] =
            [("name", &rule.name), ("name_en", &rule.english()), ("code", &rule.code)];
        self.about(Code::FeeNotSurveyed, rule, unit, path, &params);
    }

    fn not_assessed(&mut self, rule: &FeeRule, unit: usize) {
        let path = format!("/facts/units/{unit}/assessed_price");
        let params: [(&str, &dyn Display); 3] =
            [("name", &rule.name), ("name_en", &rule.english()), ("code", &rule.code)];
        self.about(Code::FeeNotAssessed, rule, unit, path, &params);
    }

    /// A finding about a fee of a unit.
    fn about(
        &mut self,
        code: Code,
        rule: &FeeRule,
        unit: usize,
        path: String,
        params: &[(&str, &dyn Display)],
    ) {
        let unit_no = self.request.facts.units.get(unit).and_then(|unit| unit.unit_no.as_deref());
        let finding = Finding::new(code, params);
        let finding = match unit_no {
            Some(unit_no) => finding.unit(unit_no),
            None => finding,
        };
        self.findings.add(&rule.code, path, finding);
    }
}

/// A fee of a unit and a buyer.
struct Made<'r> {
    entry: Entry<'r>,
    /// Value of the row, and yuan before the rounding point; none while facts are missing.
    part: Option<(Figure, Fraction)>,
}

/// The line of a row, and its amount before the rounding point:
/// `rounding(clamp(basis × share × value, min × share, max × share))`.
fn line(
    template: FeeLine,
    row: &FeeRow,
    quantity: &Fraction,
    share: Share,
    rule: &FeeRule,
) -> Result<(FeeLine, Fraction)> {
    let share = share.exact();
    let basis = quantity.mul(&share)?.reduced()?;
    let raw = basis.mul(&Fraction::from(row.value))?;
    let mut limited = raw.clone();
    if let Some(max) = rule.max {
        let max = Fraction::from(max).mul(&share)?;
        if limited.compare(&max)?.is_gt() {
            limited = max;
        }
    }
    if let Some(min) = rule.min.filter(|_| !row.value.is_zero()) {
        let min = Fraction::from(min).mul(&share)?;
        if limited.compare(&min)?.is_lt() {
            limited = min;
        }
    }
    let mut line = template;
    line.basis = basis.to_exact()?;
    line.value = Exact::from(row.value);
    line.raw = raw.to_exact()?;
    line.amount = rule.rounding.fraction(&limited)?;
    line.note.clone_from(&row.note);
    Ok((line, limited))
}
