use super::deal::CommissionedDeal;
use super::earning::{Earning, OwnEarning, clawed_back, earnings};
use super::flat;
use super::scheme::{CommissionPay, CommissionScheme, USUAL_RATE};
use super::sheet::{
    CommissionKind, CommissionLine, CommissionOfTier, CommissionSheet, CommissionTotal,
};
use super::tiered::tiered;
use crate::builder::optional_inputs;
use crate::check::with_repeats;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::number::{Exact, Money, Rounding, Unrounded, overflow};
use crate::{Date, Text};
use std::collections::BTreeMap;

/// Computes commission (handbook §8.9).
///
/// With tiers each person's part of a deal enters what that person has reached in the period, in the
/// order of earning day and deal, and is rounded half up to the fen. Without tiers the commission of all
/// that a deal has earned so far is rounded once and divided by largest remainder, and each part is that
/// less what it was before, so that a later part changes no earlier one. Who quits in the same period
/// leaves as if never sold; a quit in a later period takes back there what was earned, at the rate at
/// which it was. Money that was given back takes its commission back on its day, below zero at the first
/// tier.
///
/// ```
/// use kaipan::channel::{CommissionPart, EarningCondition};
/// use kaipan::kpi::*;
/// let tier = |above: &str, rate: &str| -> kaipan::Result<CommissionTier> {
///     Ok(CommissionTier::new(above.parse()?).with_rate(rate.parse()?))
/// };
/// let tiers = vec![tier("0", "0.002")?, tier("10000000", "0.003")?, tier("30000000", "0.004")?];
/// let pay = CommissionPay::Tiers { mode: CommissionTierMode::Marginal, tiers };
/// let scheme = CommissionScheme::new("S-1", CommissionMeasure::DealAmount, PeriodKind::Month, pay)
///     .with_earned(vec![CommissionPart::new("1".parse()?, EarningCondition::Signing)]);
/// let deal = |id: &str, amount: &str, day: &str| -> kaipan::Result<CommissionedDeal> {
///     let shares = vec![CommissionShare::new("李", "1".parse()?)];
///     Ok(CommissionedDeal::new(id, amount.parse()?, shares).with_signed_on(day.parse()?))
/// };
/// let deals = [deal("D1", "8000000", "2026-03-05")?, deal("D2", "7000000", "2026-03-20")?];
/// let sheet = Commissioning::new(&scheme, &deals).sheet()?;
/// let amounts: Vec<String> = sheet.lines.iter().map(|line| line.amount.to_string()).collect();
/// assert_eq!(amounts, ["16000.00", "19000.00"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Commissioning<'a> {
    scheme: &'a CommissionScheme,
    deals: &'a [CommissionedDeal],
    as_of: Option<Date>,
}

/// What was earned: by person, period, day, deal and part.
type Key<'a> = (&'a Text, Date, Date, &'a Text, usize);

/// What a line is made of.
struct Earned<'a> {
    own: OwnEarning<'a>,
    amount: Money,
    capped: bool,
    steps: Vec<CommissionOfTier>,
}

impl<'a> Commissioning<'a> {
    /// By a scheme, of deals in any order.
    pub const fn new(
        scheme: &'a CommissionScheme,
        deals: &'a [CommissionedDeal],
    ) -> Commissioning<'a> {
        Commissioning { scheme, deals, as_of: None }
    }

    optional_inputs! {
        /// Only what had happened by this day.
        as_of: Date;
    }

    /// The commission.
    ///
    /// # Errors
    /// What is wrong with the scheme: [`Code::KpiBlank`], [`Code::KpiNumber`], [`Code::KpiCommissionForm`],
    /// [`Code::KpiCommissionPeriod`], [`Code::KpiFirstTier`], [`Code::KpiTierOrder`],
    /// [`Code::KpiCapWithTiers`], [`Code::KpiNoCondition`], [`Code::KpiEarnedUnused`],
    /// [`Code::KpiNoSteps`], [`Code::KpiWeightsSum`]; with deals: [`Code::KpiIdTwice`],
    /// [`Code::KpiReceiptsUnused`].
    pub fn sheet(&self) -> Result<CommissionSheet> {
        self.refuse()?;
        let mut all: Vec<Earning<'a>> = Vec::new();
        for deal in self.deals {
            all.extend(earnings(self.scheme, deal, self.as_of)?);
        }
        let mut earned = self.earned(&all)?;
        self.cap(&mut earned)?;
        let mut lines = Vec::new();
        for ((person, first, date, ..), one) in &earned {
            let line = |kind, date, first: Date, amount| {
                Ok::<_, Error>(CommissionLine {
                    person: (*person).clone(),
                    period: self.period(first),
                    date,
                    deal: one.own.of.deal.deal.clone(),
                    kind,
                    condition: one.own.of.condition,
                    counted: Exact::try_from(&one.own.counted)?,
                    amount,
                    capped: one.capped && kind == CommissionKind::Earned,
                    steps: one.steps.clone(),
                })
            };
            lines.push((*first, line(CommissionKind::Earned, *date, *first, one.amount)?));
            if let Some((quit, back)) =
                clawed_back(self.scheme, one.own.of.deal, one.amount, self.as_of)?
            {
                let first = self.first(quit);
                let back = line(CommissionKind::ClawBack, quit, first, back)?;
                lines.push((first, CommissionLine { steps: Vec::new(), ..back }));
            }
        }
        let key = |(first, line): &(Date, CommissionLine)| {
            (line.person.clone(), *first, line.date, line.kind, line.deal.clone())
        };
        lines.sort_by_cached_key(key);
        let mut findings = self.findings();
        let totals = self.totals(&lines, &earned, &mut findings)?;
        let total = Money::sum(lines.iter().map(|(_, line)| line.amount))?;
        let lines = lines.into_iter().map(|(_, line)| line).collect();
        Ok(CommissionSheet { lines, totals, total, findings })
    }

    fn refuse(&self) -> Result<()> {
        let own = self.scheme.errors().into_iter().map(|error| error.within(Input::Scheme));
        let mut errors: Vec<Error> = own.collect();
        for (at, deal, first) in with_repeats(self.deals, |deal| &deal.deal) {
            let twice = first.map(|first| {
                let error = Error::new(Code::KpiIdTwice).with("id", &deal.deal);
                error.with("first", first).at("deal")
            });
            let wrong = deal.errors(self.scheme).into_iter().chain(twice);
            errors.extend(wrong.map(|error| error.at(at).within(Input::Deals)));
        }
        Error::collect(errors)
    }

    /// The first day of the period of a day.
    fn first(&self, day: Date) -> Date {
        match self.scheme.period {
            crate::kpi::period::PeriodKind::Cumulative => Date::FIRST,
            kind => kind.first(day).unwrap_or(day),
        }
    }

    fn period(&self, first: Date) -> Text {
        match self.scheme.period {
            crate::kpi::period::PeriodKind::Cumulative => Text::constant("cumulative"),
            kind => kind.name(first).into(),
        }
    }

    /// What everybody earned, in order.
    fn earned<'e>(&self, all: &'e [Earning<'a>]) -> Result<BTreeMap<Key<'e>, Earned<'e>>>
    where
        'a: 'e,
    {
        let mut earned = BTreeMap::new();
        if let Some(each) = flat::each(&self.scheme.pay) {
            let of_deals = all.chunk_by(|one, two| one.deal.deal == two.deal.deal);
            for own in of_deals {
                let Some(first) = own.first() else { continue };
                let parts = flat::of_deal(self.scheme, first.deal, own, &each)?;
                for (one, part) in own.iter().zip(parts) {
                    let capped = part.capped;
                    for (own, amount) in own_parts(one)?.into_iter().zip(part.amounts) {
                        let steps = vec![self.flat_step(&own.counted)?];
                        earned.insert(self.key(&own), Earned { own, amount, capped, steps });
                    }
                }
            }
            return Ok(earned);
        }
        let CommissionPay::Tiers { mode, tiers } = &self.scheme.pay else { return Ok(earned) };
        let mut order: BTreeMap<Key<'e>, OwnEarning<'e>> = BTreeMap::new();
        for one in all {
            order.extend(own_parts(one)?.into_iter().map(|own| (self.key(&own), own)));
        }
        let order: Vec<(Key<'e>, OwnEarning<'e>)> = order.into_iter().collect();
        for of_period in order.chunk_by(|(one, _), (two, _)| (one.0, one.1) == (two.0, two.1)) {
            let own: Vec<OwnEarning<'e>> = of_period.iter().map(|(_, own)| own.clone()).collect();
            let amounts = tiered(&own, *mode, tiers)?;
            for ((key, own), (amount, steps)) in of_period.iter().zip(amounts) {
                earned.insert(*key, Earned { own: own.clone(), amount, capped: false, steps });
            }
        }
        Ok(earned)
    }

    fn key<'e>(&self, own: &OwnEarning<'e>) -> Key<'e> {
        let of = own.of;
        (own.person(), self.first(of.date), of.date, &of.deal.deal, of.part)
    }

    fn flat_step(&self, counted: &Unrounded) -> Result<CommissionOfTier> {
        let (rate, per_unit) = match &self.scheme.pay {
            CommissionPay::Rate { rate } => (Some(*rate), None),
            CommissionPay::Fixed { amount } => (None, Some(*amount)),
            CommissionPay::Tiers { .. } => (None, None),
        };
        Ok(CommissionOfTier { counted: Exact::try_from(counted)?, rate, per_unit })
    }

    /// Cuts what goes beyond the cap of a person's period: each line is what the period comes to with it,
    /// cut at the cap, less what it came to before, cut likewise.
    fn cap(&self, earned: &mut BTreeMap<Key<'_>, Earned<'_>>) -> Result<()> {
        let Some(cap) = self.scheme.period_cap else { return Ok(()) };
        let (mut of, mut sum) = (None, Money::ZERO);
        for ((person, first, ..), one) in earned.iter_mut() {
            let now = Some(((*person).clone(), *first));
            if of != now {
                (of, sum) = (now, Money::ZERO);
            }
            let after = sum.checked_add(one.amount).ok_or_else(overflow)?;
            let cut = after.min(cap).checked_sub(sum.min(cap)).ok_or_else(overflow)?;
            one.capped = one.capped || cut != one.amount;
            (one.amount, sum) = (cut, after);
        }
        Ok(())
    }

    fn totals(
        &self,
        lines: &[(Date, CommissionLine)],
        earned: &BTreeMap<Key<'_>, Earned<'_>>,
        findings: &mut Vec<Finding>,
    ) -> Result<Vec<CommissionTotal>> {
        let mut counted: BTreeMap<(&Text, Date), Unrounded> = BTreeMap::new();
        for ((person, first, ..), one) in earned {
            let sum = counted.entry((person, *first)).or_insert(Unrounded::ZERO);
            *sum = sum.add(&one.own.counted)?.reduced()?;
        }
        let mut totals = Vec::new();
        let same = |one: &(Date, CommissionLine), two: &(Date, CommissionLine)| {
            (&one.1.person, one.0) == (&two.1.person, two.0)
        };
        for own in lines.chunk_by(same) {
            let Some((first, line)) = own.first() else { continue };
            let sum = |kind: CommissionKind| {
                let of_kind = own.iter().filter(move |(_, line)| line.kind == kind);
                Money::sum(of_kind.map(|(_, line)| line.amount))
            };
            let (earned, clawed_back) =
                (sum(CommissionKind::Earned)?, sum(CommissionKind::ClawBack)?);
            let counted = counted.get(&(&line.person, *first)).unwrap_or(&Unrounded::ZERO);
            if counted.is_negative() {
                let name = format!("{} {}", line.person, line.period);
                let collected = Rounding::FEN.round(counted)?;
                let told = finding!(Code::KpiCommissionBelowZero, name, collected);
                findings.push(told.within(Input::Deals));
            }
            totals.push(CommissionTotal {
                person: line.person.clone(),
                period: line.period.clone(),
                counted: Exact::try_from(counted)?,
                earned,
                clawed_back,
                total: Money::sum([earned, clawed_back])?,
            });
        }
        Ok(totals)
    }

    /// Rates, days and amounts that are almost surely mistaken.
    fn findings(&self) -> Vec<Finding> {
        let rates: Vec<crate::number::Rate> = match &self.scheme.pay {
            CommissionPay::Rate { rate } => vec![*rate],
            CommissionPay::Fixed { .. } => Vec::new(),
            CommissionPay::Tiers { tiers, .. } => {
                tiers.iter().filter_map(|tier| tier.rate).collect()
            }
        };
        let high = rates.into_iter().filter(|rate| *rate > USUAL_RATE).max();
        let told = high.map(|rate| finding!(Code::KpiCommissionHigh, rate, usual = USUAL_RATE));
        let told = told.into_iter().map(|told| told.at("pay").within(Input::Scheme));
        let deals = self.deals.iter().enumerate();
        let of_deals = deals.flat_map(|(at, deal)| {
            deal.findings(self.as_of).into_iter().map(move |told| told.at(at))
        });
        told.chain(of_deals.map(|told| told.within(Input::Deals))).collect()
    }
}

/// What an earning is for each person.
fn own_parts<'e>(of: &'e Earning<'_>) -> Result<Vec<OwnEarning<'e>>> {
    let shares = of.deal.shares.iter();
    let own = shares.map(|share| {
        let counted = of.counted.mul(&share.share.exact())?.reduced()?;
        Ok(OwnEarning { of, share, counted })
    });
    own.collect()
}
