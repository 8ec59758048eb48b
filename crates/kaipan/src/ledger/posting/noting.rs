//! A posting is noted: under its key, whom it is about, what would be its repetition.

use super::money::fund_payment;
use super::slip::Payment;
use crate::error::{Code, Error, Result};
use crate::ledger::book::{Effect, Ledger, Mark, PostingRow};
use crate::ledger::{LedgerAct, LedgerCommand};
use crate::nearest::folded;
use crate::number::{Money, negative, plus};
use crate::{Date, Text, Time};

/// An approval, and what it was used for before, in Chinese and in English.
pub(super) type ApprovalUsed = (u32, Option<[&'static str; 2]>);

/// When, by whom and under which voucher a posting is noted.
#[derive(Debug)]
pub(in crate::ledger) struct Noted<'n> {
    pub(in crate::ledger) order: u32,
    pub(in crate::ledger) date: Date,
    pub(in crate::ledger) recorded_at: Time,
    pub(in crate::ledger) by: &'n Text,
    /// The number that was drawn.
    pub(in crate::ledger) voucher: Option<Text>,
}

impl Ledger {
    /// Notes a posting whose effects are applied: under its key, whom it is about, what would be its
    /// repetition.
    pub(in crate::ledger) fn note(
        &mut self,
        command: &LedgerCommand,
        noted: Noted<'_>,
        print: u64,
        mark: Mark,
    ) -> Result<()> {
        let Noted { order, date, recorded_at, by, voucher } = noted;
        let about = command.act.about().and_then(|key| self.keys.find(key));
        let deletes = matches!(command.act, LedgerAct::Delete { .. });
        let mirror_of = about.filter(|_| !matches!(command.act, LedgerAct::Allocate { .. }));
        let mut detail = self.detail(&command.act, mirror_of)?;
        if let Some(voucher) = &voucher {
            detail.voucher = self.voucher(Some(voucher))?;
        }
        let row = PostingRow {
            order,
            kind: command.act.kind(),
            date,
            recorded_at,
            person: self.words.add(by)?,
            print,
            effects: mark.effects,
            receipts: (mark.receipts, self.receipts.len()?.saturating_sub(mark.receipts)),
            about,
            mirrored_by: None,
            deletes,
            verified: false,
            drawn: voucher.is_some(),
            detail,
        };
        let receipts = row.receipts;
        let at = self.keys.add(&command.key)?;
        self.postings.add(row)?;
        self.recorded_effects = self.effects.len()?;
        self.note_said(&command.act, at, receipts)?;
        self.note_approval(&command.act, mark)?;
        let mut owners: Vec<u32> = Vec::new();
        owners.extend(self.owner_allocated(at)?);
        if let LedgerAct::Raise { deal, .. } = &command.act {
            owners.push(self.deal(deal)?);
        }
        if let Some(original) = mirror_of {
            owners.extend(self.owner_allocated(original)?);
        }
        for effect in self.effects.part(mark.effects, self.effects.len()?) {
            let owner = self.owner_of(*effect)?;
            if let Some(owner) = owner.filter(|owner| !owners.contains(owner)) {
                owners.push(owner);
            }
        }
        let from = mark.effects;
        let mut latest = date;
        for effect in self.effects.part(from, self.effects.len()?) {
            latest = latest.max(effect.day(date));
        }
        for owner in owners {
            let row = self.owners.get_mut(owner)?;
            row.postings.push(at);
            row.latest = Some(row.latest.map_or(latest, |before| before.max(latest)));
        }
        let planned = fund_payment(&command.key, &command.act, date);
        let planned = planned.filter(|payment| payment.plan_line.is_some());
        self.fund_payments.extend(planned.map(|payment| (at, payment)));
        if let LedgerAct::OpenDeal { deal, .. } = &command.act {
            let owner = self.deal(deal)?;
            self.deals_alike.entry(folded(deal)).or_insert(owner);
            if let Some(unit) = self.owners.get(owner)?.unit {
                self.unit_deals.entry(unit).or_default().push(owner);
            }
        }
        if let Some(number) = voucher.as_ref().or(command.act.number()) {
            self.papers.entry(number.clone()).or_insert(at);
        }
        self.amounts = self.with_amounts(&command.act)?;
        let Some(payment) = Payment::of(&command.act) else { return Ok(()) };
        if let Some(slip) = self.slip(&payment, date)? {
            match self.standing(self.slips.get(&slip).copied())? {
                Some(_) => self.twins.entry(slip).or_default().push(at),
                None => drop(self.slips.insert(slip, at)),
            }
        }
        if let Some(reference) = payment.reference {
            self.references.insert(reference.clone(), at);
        }
        Ok(())
    }

    /// A posting that was not taken back.
    pub(super) fn standing(&self, posting: Option<u32>) -> Result<Option<u32>> {
        let Some(posting) = posting else { return Ok(None) };
        let row = self.postings.get(posting)?;
        Ok(row.mirrored_by.is_none().then_some(posting))
    }

    /// What amounts of all commands come to with one more. No balance is larger, so no sum overflows
    /// while a command is carried out.
    pub(super) fn with_amounts(&self, act: &LedgerAct) -> Result<Money> {
        let mut sum = self.amounts;
        let added = act.each_amount(&mut |amount, _, _| {
            sum = plus(sum, amount.max(negative(amount)?))?;
            Ok(())
        });
        match added.and_then(|()| plus(sum, sum)) {
            Ok(_) => Ok(sum),
            Err(_) => Err(Error::new(Code::LedgerAmountsTooLarge).at("act")),
        }
    }

    /// What the approval allows that a posting has used, and what it was used for first.
    fn note_approval(&mut self, act: &LedgerAct, mark: Mark) -> Result<()> {
        let given = act.approval().zip(act.purpose());
        let (Some((given, purpose)), Some((approval, before))) =
            (given, self.approval_used(mark.effects)?)
        else {
            return Ok(());
        };
        self.approvals_allow.insert(approval, given.amount);
        self.approvals_for.insert(approval, before.unwrap_or(purpose));
        Ok(())
    }

    /// The approval that a posting uses, and what it was used for before, if something of it was.
    pub(super) fn approval_used(&self, from: u32) -> Result<Option<ApprovalUsed>> {
        for effect in self.effects.part(from, self.effects.len()?) {
            if let Effect::Used { approval, amount } = *effect {
                let is_first = *self.approvals_used.get(approval)? == amount;
                let before = self.approvals_for.get(&approval).copied();
                return Ok(Some((approval, before.filter(|_| !is_first))));
            }
        }
        Ok(None)
    }
}
