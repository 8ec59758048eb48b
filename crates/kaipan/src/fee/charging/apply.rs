//! A rule applied to every unit and buyer of a contract.

use super::basis::Quantities;
use super::choose::{Choice, Subject, choose};
use super::joint::{Part, share_out};
use super::regenerate::ChargedFee;
use crate::Date;
use crate::error::{Error, Input, Result};
use crate::fee::told::Findings;
use crate::fee::{FeeArea, FeeBuyer, FeeFacts, FeeLine, FeeRow, FeeRule, VatSplit};
use crate::number::{Exact, Figure, Fraction, Unrounded};

/// A contract, and what is found while rules are applied to it.
pub(super) struct Contract<'a> {
    pub(super) facts: &'a FeeFacts,
    /// Which area counts.
    pub(super) area: FeeArea,
    pub(super) buyers: &'a [FeeBuyer],
    /// Of the contract prices.
    pub(super) splits: &'a [VatSplit],
    /// Of the assessed prices, as far as they are known.
    pub(super) assessed: Vec<Option<VatSplit>>,
    pub(super) findings: Findings<'a>,
}

impl<'a> Contract<'a> {
    /// Applies a rule to every unit, and to every buyer if it is by buyer.
    pub(super) fn apply<'r>(
        &mut self,
        rule: &'r FeeRule,
        due: Option<Date>,
        entries: &mut Vec<ChargedFee<'r>>,
        errors: &mut Vec<Error>,
    ) where
        'a: 'r,
    {
        let payers = if rule.per_buyer { self.buyers.len() } else { 1 };
        for unit in 0..self.facts.units.len() {
            let done = if payers > 1 {
                self.joint(rule, due, unit, entries)
            } else {
                self.entry(rule, due, unit, 0)
                    .map(|made| entries.extend(made.map(|made| made.entry)))
            };
            errors.extend(done.err().map(|error| {
                let error = error.with("fee", &rule.code);
                error.at(unit).at("units").within(Input::Facts)
            }));
        }
    }

    /// The fees of a unit's joint buyers.
    fn joint<'r>(
        &mut self,
        rule: &'r FeeRule,
        due: Option<Date>,
        unit: usize,
        entries: &mut Vec<ChargedFee<'r>>,
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
        let facts = self.facts;
        let (Some(unit), Some(vat), Some(buyer)) =
            (facts.units.get(unit_at), self.splits.get(unit_at), self.buyers.get(buyer_at))
        else {
            return Ok(None);
        };
        // Loans are the contract's, not each unit's.
        let loans = facts.loan_amount.filter(|_| unit_at == 0).unwrap_or_default();
        let assessed = self.assessed.get(unit_at).and_then(Option::as_ref);
        let given = Quantities { unit, vat, assessed, area: self.area, loans };
        let basis = rule.basis.of(&given)?;
        if let Some(quantity) = &basis.quantity
            && quantity.compare(&Unrounded::ZERO)?.is_eq()
        {
            return Ok(None);
        }
        let area = unit.area(self.area);
        let subject = Subject { unit, buyer, city: facts.city.as_deref(), area };
        let chosen = choose(rule, &subject);
        self.findings.area_decides(rule, unit_at, &subject, &chosen.choice);
        if chosen.home_assumed {
            self.findings.home_assumed(buyer_at);
        }
        let (row, missing) = match chosen.choice {
            Choice::None => return Ok(None),
            Choice::Row(row) => (Some(row), basis.missing),
            Choice::Unknown(facts) => (None, [facts, basis.missing].concat()),
        };
        let buyer_name = if rule.per_buyer { buyer.name.as_ref() } else { None };
        let mut entry = ChargedFee::new(rule, unit.unit_no.as_ref(), buyer_name, due);
        let (Some(row), Some(quantity)) = (row, basis.quantity) else {
            for fact in missing {
                self.findings.missing(rule, unit_at, fact);
            }
            return Ok(Some(Made { entry, part: None }));
        };
        if basis.not_surveyed && !row.value.is_zero() {
            self.findings.not_surveyed(rule, unit_at);
        }
        if basis.not_assessed && !row.value.is_zero() {
            self.findings.not_assessed(rule, unit_at);
        }
        let share = if rule.per_buyer { buyer.share } else { Fraction::ONE };
        let (line, exact) = line(entry.template(), row, &quantity, share, rule)?;
        entry.fee = Some(line);
        Ok(Some(Made { entry, part: Some((row.value, exact)) }))
    }
}

/// A fee of a unit and a buyer.
struct Made<'r> {
    entry: ChargedFee<'r>,
    /// Value of the row, and yuan before the rounding point; none while facts are missing.
    part: Option<(Figure, Unrounded)>,
}

/// The line of a row, and its amount before the rounding point:
/// `rounding(clamp(basis × share × value, min × share, max × share))`.
fn line(
    template: FeeLine,
    row: &FeeRow,
    quantity: &Unrounded,
    share: Fraction,
    rule: &FeeRule,
) -> Result<(FeeLine, Unrounded)> {
    let share = share.exact();
    let basis = quantity.mul(&share)?.reduced()?;
    let raw = basis.mul(&Unrounded::from(row.value))?;
    let mut limited = raw.clone();
    if let Some(max) = rule.max {
        let max = Unrounded::from(max).mul(&share)?;
        if limited.compare(&max)?.is_gt() {
            limited = max;
        }
    }
    if let Some(min) = rule.min.filter(|_| !row.value.is_zero()) {
        let min = Unrounded::from(min).mul(&share)?;
        if limited.compare(&min)?.is_lt() {
            limited = min;
        }
    }
    let mut line = template;
    line.basis = basis.to_exact()?;
    line.value = Exact::from(row.value);
    line.raw = raw.to_exact()?;
    line.amount = rule.rounding.round(&limited)?;
    line.note.clone_from(&row.note);
    Ok((line, limited))
}
