//! What follows from a sheet of commissions.

use crate::Date;
use crate::Text;
use crate::error::Result;
use crate::kpi::{CommissionKind, CommissionLine, CommissionSheet, CommissionedDeal};
use crate::ledger::book::{Account, Effect, Ledger, PostingRow};
use crate::ledger::{CommissionStep, LedgerAct, LedgerActKind, LedgerCommand, LedgerCommission};
use crate::number::{Money, less, negative};
use std::collections::{BTreeMap, BTreeSet};

/// The commands to the ledger that follow from a sheet of commissions: what was earned becomes payable,
/// what goes back is clawed back (handbook §6.14).
///
/// A sheet may be computed again, with more deals or on a later day. What the ledger has already under
/// the scheme is not posted again: where an amount has changed since (a higher tier, a cap), the
/// difference follows; what the sheet does not have any longer (a quit in the period) is clawed back.
/// Only the deals that the sheet was computed of are looked at. What is dated in a closed period is
/// posted on the day of posting.
///
/// ```
/// use kaipan::channel::{CommissionPart, EarningCondition};
/// use kaipan::kpi::*;
/// use kaipan::ledger::{CommissionFollowing, Ledger};
/// let pay = CommissionPay::Rate { rate: "0.002".parse()? };
/// let earned = vec![CommissionPart::new("1".parse()?, EarningCondition::Signing)];
/// let scheme = CommissionScheme::new("S-1", CommissionMeasure::DealAmount, PeriodKind::Month, pay)
///     .with_earned(earned);
/// let shares = vec![CommissionShare::new("李", "1".parse()?)];
/// let deals = [CommissionedDeal::new("D1", "8000000".parse()?, shares)
///     .with_signed_on("2026-03-05".parse()?)];
/// let sheet = Commissioning::new(&scheme, &deals).sheet()?;
/// let commands = CommissionFollowing::new(&Ledger::new(), &scheme.code, &deals).commands(&sheet)?;
/// assert_eq!(commands[0].key, "commission/S-1/2026-03/李/D1/earned/signing/2026-03-05");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct CommissionFollowing<'a> {
    ledger: &'a Ledger,
    scheme: &'a Text,
    deals: &'a [CommissionedDeal],
}

/// What a part of a sheet comes to, under one key.
#[derive(Debug, Clone)]
struct Part {
    payee: Text,
    deal: Text,
    date: Date,
    amount: Money,
}

/// What was posted under a key so far, and how often.
#[derive(Debug, Clone)]
struct Posted {
    payee: Text,
    deal: Text,
    amount: Money,
    times: u32,
}

/// Names in a key: `commission`, scheme, period, payee, deal, earned or back, condition, day.
const NAMES: usize = 8;

impl<'a> CommissionFollowing<'a> {
    /// The ledger as it is, the code of the scheme, and the deals that the sheet is computed of.
    pub const fn new(
        ledger: &'a Ledger,
        scheme: &'a Text,
        deals: &'a [CommissionedDeal],
    ) -> CommissionFollowing<'a> {
        CommissionFollowing { ledger, scheme, deals }
    }

    /// What is to be posted, by day, then by key. Of a sheet that the ledger has as it is, nothing
    /// follows.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`](crate::error::Code::NumberOverflow) for amounts beyond any money.
    pub fn commands(&self, sheet: &CommissionSheet) -> Result<Vec<LedgerCommand>> {
        let parts = self.parts(sheet)?;
        let posted = self.posted()?;
        let of_sheet: BTreeSet<&str> = self.deals.iter().map(|one| one.deal.as_str()).collect();
        let mut commands: Vec<(Option<Date>, LedgerCommand)> = Vec::new();
        for (key, part) in &parts {
            let before = posted.get(key);
            let difference = less(part.amount, before.map_or(Money::ZERO, |one| one.amount))?;
            let times = before.map_or(0, |one| one.times);
            let whose = (&part.payee, &part.deal);
            commands.extend(self.command((key, times), whose, difference, Some(part.date))?);
        }
        for (key, one) in posted.iter().filter(|(key, _)| !parts.contains_key(*key)) {
            if of_sheet.contains(one.deal.as_str()) {
                let difference = negative(one.amount)?;
                let whose = (&one.payee, &one.deal);
                commands.extend(self.command((key, one.times), whose, difference, None)?);
            }
        }
        // What has no day of its own comes last.
        commands.sort_by_key(|(date, _)| (date.is_none(), *date));
        Ok(commands.into_iter().map(|(_, command)| command).collect())
    }

    /// What the sheet comes to by key.
    fn parts(&self, sheet: &CommissionSheet) -> Result<BTreeMap<Text, Part>> {
        let mut parts: BTreeMap<Text, Part> = BTreeMap::new();
        for line in &sheet.lines {
            let key = self.key(line);
            let part = parts.entry(key).or_insert_with(|| Part {
                payee: line.person.clone(),
                deal: line.deal.clone(),
                date: line.date,
                amount: Money::ZERO,
            });
            part.amount = Money::sum([part.amount, line.amount])?;
        }
        Ok(parts)
    }

    fn key(&self, line: &CommissionLine) -> Text {
        let kind = match line.kind {
            CommissionKind::Earned => "earned",
            CommissionKind::ClawBack => "back",
        };
        let condition = line.condition.map_or("receipt", |condition| condition.word());
        let (scheme, period) = (escaped(self.scheme), escaped(&line.period));
        let (person, deal) = (escaped(&line.person), escaped(&line.deal));
        let date = line.date;
        Text::of(format_args!(
            "commission/{scheme}/{period}/{person}/{deal}/{kind}/{condition}/{date}"
        ))
    }

    /// What was posted under the scheme and stands.
    fn posted(&self) -> Result<BTreeMap<Text, Posted>> {
        let prefix = format!("commission/{}/", escaped(self.scheme));
        let mut posted: BTreeMap<Text, Posted> = BTreeMap::new();
        for (at, key) in (0_u32..).zip(self.ledger.keys.names()) {
            let row = self.ledger.postings.get(at)?;
            if row.kind != LedgerActKind::Commission || !key.starts_with(&prefix) {
                continue;
            }
            let Some((payee, deal, amount)) = self.whose(at)? else { continue };
            let names: Vec<&str> = key.split('/').take(NAMES).collect();
            let one = posted.entry(names.join("/").into()).or_insert_with(|| Posted {
                payee,
                deal,
                amount: Money::ZERO,
                times: 0,
            });
            one.times = one.times.saturating_add(1);
            if stands(row) {
                one.amount = Money::sum([one.amount, amount])?;
            }
        }
        Ok(posted)
    }

    /// Who a commission is owed to, of which deal, and how much; below zero where it goes back.
    fn whose(&self, posting: u32) -> Result<Option<(Text, Text, Money)>> {
        let (mut payee, mut deal) = (None, None);
        for effect in self.ledger.effects_of(posting)? {
            let Effect::Leg { owner, account, amount, .. } = effect else { continue };
            let name = self.ledger.owner_name(*owner)?.cloned();
            match account {
                Account::CommissionPayable => payee = name.map(|name| (name, *amount)),
                Account::CommissionCost => deal = name,
                _ => {}
            }
        }
        Ok(payee.zip(deal).map(|((payee, amount), deal)| (payee, deal, amount)))
    }

    /// The command that makes a difference under a key.
    fn command(
        &self,
        (key, times): (&Text, u32),
        (payee, deal): (&Text, &Text),
        difference: Money,
        date: Option<Date>,
    ) -> Result<Option<(Option<Date>, LedgerCommand)>> {
        let (step, amount) = match difference.is_negative() {
            true => (CommissionStep::ClawedBack, negative(difference)?),
            false => (CommissionStep::Earned, difference),
        };
        if amount.is_zero() {
            return Ok(None);
        }
        let key = match times {
            0 => key.clone(),
            times => Text::of(format_args!("{key}/{}", times.saturating_add(1))),
        };
        let commission = LedgerCommission::new(step, payee.clone(), deal.clone(), amount);
        let mut command = LedgerCommand::new(key, LedgerAct::Commission { commission });
        let closed = self.ledger.closed_through();
        command.date = date.filter(|date| closed.is_none_or(|closed| *date > closed));
        Ok(Some((date, command)))
    }
}

/// It was not taken back.
fn stands(row: &PostingRow) -> bool {
    row.mirrored_by.is_none()
}

/// A name in a key, in which `/` parts names.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
