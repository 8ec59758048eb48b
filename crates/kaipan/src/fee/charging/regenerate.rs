//! Lines that were there before: replaced, kept, adjusted (handbook §7.1).

use crate::error::{At, Code, Error, Finding, Input, Result};
use crate::fee::policy::PolicyRule;
use crate::fee::{ExistingFee, FeeCategory, FeeLine, FeeLineState, FeeRule, Payer};
use crate::number::{Exact, Money};
use crate::{Date, Text};

/// A fee of a unit and a buyer, as the rules have it.
pub(super) struct ChargedFee<'a> {
    rule: &'a FeeRule,
    unit_no: Option<&'a Text>,
    buyer: Option<&'a Text>,
    due: Option<Date>,
    /// The line; `None` while facts are missing for it.
    pub(super) fee: Option<FeeLine>,
}

impl<'a> ChargedFee<'a> {
    pub(super) fn new(
        rule: &'a FeeRule,
        unit_no: Option<&'a Text>,
        buyer: Option<&'a Text>,
        due: Option<Date>,
    ) -> ChargedFee<'a> {
        ChargedFee { rule, unit_no, buyer, due, fee: None }
    }

    /// The line without its numbers.
    pub(super) fn template(&self) -> FeeLine {
        let mut line = template(Some(self.rule), (&self.rule.code, self.unit_no, self.buyer));
        line.due = self.due;
        line
    }
}

/// What lines are matched by: code, unit, buyer.
type Key<'a> = (&'a Text, Option<&'a Text>, Option<&'a Text>);

/// A line without numbers. A fee that no rule knows is a charge to the buyer.
fn template(rule: Option<&FeeRule>, (code, unit_no, buyer): Key<'_>) -> FeeLine {
    FeeLine {
        code: code.clone(),
        name: rule.map_or_else(|| code.into(), |rule| rule.name.clone()),
        name_en: rule.and_then(|rule| rule.name_en.clone()).unwrap_or_else(|| code.into()),
        category: rule.map_or(FeeCategory::Charge, |rule| rule.category),
        payer: rule.map_or(Payer::Buyer, |rule| rule.payer),
        unit_no: unit_no.cloned(),
        buyer: buyer.cloned(),
        state: FeeLineState::Computed,
        basis: Exact::from(0),
        value: Exact::from(0),
        raw: Exact::from(0),
        amount: Money::ZERO,
        due: None,
        source: rule.and_then(|rule| rule.source.clone()),
        note: None,
    }
}

/// Joins the fees now with the lines as they were: lines without receipts give way, lines with
/// receipts stay at their amount, and the difference is a line of its own.
pub(super) fn regenerate(
    entries: Vec<ChargedFee<'_>>,
    existing: &[ExistingFee],
    rules: &[PolicyRule<'_>],
    findings: &mut Vec<Finding>,
) -> Result<Vec<FeeLine>> {
    let mut received = Received::of(existing);
    let mut lines = Vec::with_capacity(entries.len());
    for entry in entries {
        let found = received.take((&entry.rule.code, entry.unit_no, entry.buyer));
        if found.is_empty() {
            lines.extend(entry.fee);
            continue;
        }
        let template = entry.template();
        let before = keep(&template, entry.fee.as_ref(), &found, existing, &mut lines)?;
        // What the fee is now may not be known; then nothing is said about what was received.
        if let Some(fee) = entry.fee {
            lines.extend(adjustment(fee, before).within(Input::Existing)?);
        }
    }
    // Fees that no longer apply.
    for (at, line) in existing.iter().enumerate() {
        let found = received.take(key(line));
        if found.is_empty() {
            continue;
        }
        let rule = rules.iter().map(|rule| &*rule.rule).find(|rule| rule.code == line.code);
        if rule.is_none() {
            let known = rules.iter().map(|rule| rule.rule.code.as_str());
            let error = Error::new(Code::FeeExistingUnknown).with_long("code", &line.code);
            let error = error.with_nearest(known, &line.code).at("code").at(at);
            findings.push(error.within(Input::Existing).finding());
        }
        let template = template(rule, key(line));
        let before = keep(&template, None, &found, existing, &mut lines)?;
        lines.extend(adjustment(template, before).within(Input::Existing)?);
    }
    Ok(lines)
}

/// Lines with receipts, sorted by what they are matched by, until they are taken.
struct Received<'a>(Vec<(Key<'a>, Option<usize>)>);

impl<'a> Received<'a> {
    fn of(existing: &'a [ExistingFee]) -> Received<'a> {
        let lines = existing.iter().enumerate().filter(|(_, line)| !line.received.is_zero());
        let mut lines: Vec<_> = lines.map(|(at, line)| (key(line), Some(at))).collect();
        lines.sort_unstable();
        Received(lines)
    }

    fn take(&mut self, wanted: Key<'_>) -> Vec<usize> {
        let from = self.0.partition_point(|(line, _)| *line < wanted);
        // What is alike is taken together: no more than one is looked at again.
        let same = self.0.iter_mut().skip(from);
        let same = same.take_while(|(line, at)| *line == wanted && at.is_some());
        same.filter_map(|(_, at)| at.take()).collect()
    }
}

fn key(line: &ExistingFee) -> Key<'_> {
    (&line.code, line.unit_no.as_ref(), line.buyer.as_ref())
}

/// Adds the lines with receipts and gives their sum.
fn keep(
    template: &FeeLine,
    fee: Option<&FeeLine>,
    found: &[usize],
    existing: &[ExistingFee],
    lines: &mut Vec<FeeLine>,
) -> Result<Money> {
    let mut amounts = Vec::with_capacity(found.len());
    for line in found.iter().filter_map(|at| existing.get(*at)) {
        amounts.push(line.amount);
        let same = fee.filter(|fee| fee.amount == line.amount);
        let mut kept = same.unwrap_or(template).clone();
        kept.state = FeeLineState::Kept;
        if same.is_none() {
            kept.basis = Exact::from(line.amount);
            kept.value = Exact::from(1);
            kept.raw = Exact::from(line.amount);
            kept.amount = line.amount;
        }
        lines.push(kept);
    }
    Money::sum(amounts).within(Input::Existing)
}

/// The difference to what was kept, if there is one.
fn adjustment(mut fee: FeeLine, before: Money) -> Result<Option<FeeLine>> {
    let amount = fee.amount.checked_sub(before);
    fee.amount = amount.ok_or_else(|| Error::new(Code::NumberOverflow))?;
    fee.state = FeeLineState::Adjustment;
    Ok(Some(fee).filter(|fee| !fee.amount.is_zero()))
}
