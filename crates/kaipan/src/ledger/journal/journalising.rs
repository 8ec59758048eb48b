use super::house::HouseMoney;
use super::{
    JournalAccount, JournalLine, JournalMapping, JournalRole, JournalSheet, JournalTrialRow, csv,
};
use crate::Date;
use crate::builder::optional_inputs;
use crate::error::{Code, Error, Input, Lang, Result};
use crate::fee::vat_of;
use crate::ledger::book::{Account, Effect, Ledger, OwnerKind, PendingLeg};
use crate::number::{Money, less, negative, plus};
use std::collections::BTreeMap;

/// Makes journal lines of what was posted (凭证), with the trial balance.
///
/// Receivables stand in no account of the general ledger: what is receivable and what was claimed for
/// it come to zero, and house money is a liability once it has come in.
///
/// ```
/// use kaipan::ledger::{
///     Bookkeeping, JournalMapping, Journalising, Ledger, LedgerAct, LedgerCommand, LedgerContext,
///     LedgerReceipt, ReceiptMethod,
/// };
/// let mut ledger = Ledger::new();
/// let context = LedgerContext::new("2025-03-25T10:00:00".parse()?, "出纳");
/// let mut books = Bookkeeping::new(&mut ledger, &context);
/// books.post(&LedgerCommand::new("1", LedgerAct::open_deal("D1")))?;
/// let receipt = LedgerReceipt::new(
///     "sincerity_money", "20000".parse()?, ReceiptMethod::BankTransfer, "监管户",
/// );
/// let receipt = receipt.with_deal(kaipan::Text::from("D1"));
/// books.post(&LedgerCommand::new("2", LedgerAct::receive(receipt)))?;
/// let mapping = JournalMapping::preset();
/// let (from, to) = ("2025-03-01".parse()?, "2025-03-31".parse()?);
/// let sheet = Journalising::new(&ledger, &mapping, from, to).sheet()?;
/// let accounts: Vec<&str> = sheet.lines.iter().map(|line| line.account.as_str()).collect();
/// assert_eq!(accounts, ["1002", "224101"]);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Journalising<'a> {
    ledger: &'a Ledger,
    mapping: &'a JournalMapping,
    from: Date,
    to: Date,
    horizon: Option<u32>,
    csv: Option<Lang>,
}

/// Legs of a posting on a day in the general ledger: by owner and account.
type Legs = BTreeMap<u32, Vec<(Place, Money)>>;

/// An account of the general ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Bank(u32),
    Role(JournalRole),
}

impl<'a> Journalising<'a> {
    /// The ledger, the accounts, and the first and last day.
    pub fn new(
        ledger: &'a Ledger,
        mapping: &'a JournalMapping,
        from: Date,
        to: Date,
    ) -> Journalising<'a> {
        Journalising { ledger, mapping, from, to, horizon: None, csv: None }
    }

    optional_inputs! {
        /// The place in the recorded order up to which postings count; all if none is given.
        horizon: u32;
        /// The language of a CSV text of the lines; none without one.
        csv: Lang;
    }

    /// The journal.
    ///
    /// # Errors
    /// [`Code::LedgerDatesTurned`] for a period whose last day is before its first;
    /// [`Code::LedgerStale`] for a horizon that the ledger has not reached; [`Code::LedgerTwice`],
    /// [`Code::LedgerMapping`], [`Code::LedgerRate`], [`Code::LedgerAmount`] for a mapping that does
    /// not serve.
    pub fn sheet(&self) -> Result<JournalSheet> {
        self.mapping.check()?;
        if self.to < self.from {
            let error = Error::new(Code::LedgerDatesTurned).with("from", self.from);
            return Err(error.with("to", self.to).within(Input::To));
        }
        let last = self.ledger.last_order();
        let horizon = self.horizon.unwrap_or(last);
        if horizon > last {
            let error = Error::new(Code::LedgerStale).with("found", last);
            return Err(error.with("expected", horizon).within(Input::Horizon));
        }
        let mut sheet = JournalSheet {
            from: self.from,
            to: self.to,
            horizon,
            lines: Vec::new(),
            debit: Money::ZERO,
            credit: Money::ZERO,
            trial: Vec::new(),
            ledger: self.ledger.trial(self.to, horizon)?,
            csv: None,
        };
        let mut houses: BTreeMap<u32, HouseMoney> = BTreeMap::new();
        let mut trial: BTreeMap<String, JournalTrialRow> = BTreeMap::new();
        for (day, at) in self.days(horizon)? {
            for (owner, legs) in self.legs(at, day, &mut houses)? {
                for (place, amount) in legs {
                    self.enter((at, owner, day), place, amount, &mut sheet, &mut trial)?;
                }
            }
        }
        // 先借后贷: within a posting debits stand first.
        sheet.lines.sort_by_key(|line| (line.date, line.order, line.debit.is_zero()));
        for line in &sheet.lines {
            sheet.debit = plus(sheet.debit, line.debit)?;
            sheet.credit = plus(sheet.credit, line.credit)?;
        }
        sheet.trial = trial.into_values().collect();
        sheet.csv = self.csv.map(|lang| csv::written(&sheet, lang)).transpose()?;
        Ok(sheet)
    }

    /// Days up to the last with the postings that do something on them: by day, and then as they were
    /// recorded. What VAT is in house money and what is revenue follows the days.
    fn days(&self, horizon: u32) -> Result<Vec<(Date, u32)>> {
        let mut days = Vec::new();
        for (at, row) in self.ledger.postings.rows().iter().enumerate() {
            if row.order > horizon {
                break;
            }
            let at = u32::try_from(at).map_err(|_| Error::new(Code::NumberOverflow))?;
            for effect in self.ledger.effects_of(at)? {
                let one = (effect.day(row.date), at);
                if one.0 <= self.to && days.last() != Some(&one) {
                    days.push(one);
                }
            }
        }
        days.sort_unstable();
        days.dedup();
        Ok(days)
    }

    /// What a posting does in the general ledger on a day.
    fn legs(&self, at: u32, day: Date, houses: &mut BTreeMap<u32, HouseMoney>) -> Result<Legs> {
        let row = self.ledger.postings.get(at)?;
        let mut pending: Vec<PendingLeg> = Vec::new();
        let mut legs: Legs = BTreeMap::new();
        for effect in self.ledger.effects_of(at)?.iter().filter(|one| one.day(row.date) == day) {
            match effect {
                Effect::Signed { owner, total, vat } => {
                    let vat = match vat {
                        Some(vat) => *vat,
                        None => vat_of(*total, self.mapping.vat_rate(row.date)?)?,
                    };
                    houses.entry(*owner).or_default().contract = Some((*total, vat));
                }
                Effect::Reached { owner, milestone } if *milestone == self.mapping.revenue_on => {
                    let house = houses.entry(*owner).or_default();
                    house.is_revenue = true;
                    let (sum, vat) = (house.sum, house.vat);
                    let to = legs.entry(*owner).or_default();
                    add(to, Place::Role(JournalRole::ContractLiability), less(vat, sum)?)?;
                    add(to, Place::Role(JournalRole::VatToRecognise), negative(vat)?)?;
                    add(to, Place::Role(JournalRole::Revenue), less(sum, vat)?)?;
                    add(to, Place::Role(JournalRole::OutputVat), vat)?;
                }
                _ => self.ledger.imply(*effect, &mut pending)?,
            }
        }
        // House money of a posting is one amount, whatever its items: its VAT is rounded once.
        let mut came: BTreeMap<u32, Money> = BTreeMap::new();
        for leg in pending.iter().filter(|leg| !leg.amount.is_zero()) {
            let to = legs.entry(leg.owner).or_default();
            let role = |role| Place::Role(role);
            match leg.account {
                Account::Receivable | Account::Claimed => {}
                Account::HouseMoney => {
                    let sum = came.entry(leg.owner).or_default();
                    *sum = plus(*sum, leg.amount)?;
                }
                Account::ChargeIncome if self.mapping.vat_on_charges => {
                    let vat = vat_of(leg.amount, self.mapping.vat_rate(day)?)?;
                    add(to, role(JournalRole::NonOperatingIncome), less(leg.amount, vat)?)?;
                    add(to, role(JournalRole::OutputVat), vat)?;
                }
                Account::Bank(bank) => add(to, Place::Bank(bank), leg.amount)?,
                Account::PreSale => add(to, role(JournalRole::PreSaleMoney), leg.amount)?,
                Account::Prepayment => add(to, role(JournalRole::Prepayments), leg.amount)?,
                Account::Collected => add(to, role(JournalRole::CollectedFees), leg.amount)?,
                Account::ChargeIncome => {
                    add(to, role(JournalRole::NonOperatingIncome), leg.amount)?;
                }
                Account::RefundDue => add(to, role(JournalRole::RefundsDue), leg.amount)?,
                Account::Transfer => add(to, role(JournalRole::DealTransfers), leg.amount)?,
                Account::CommissionCost => {
                    add(to, role(JournalRole::SellingExpense), leg.amount)?;
                }
                Account::CommissionPayable => {
                    add(to, role(JournalRole::CommissionsPayable), leg.amount)?;
                }
            }
        }
        for (owner, amount) in came.into_iter().filter(|(_, amount)| !amount.is_zero()) {
            let house = houses.entry(owner).or_default();
            let part = house.bring(at, row.mirror_of(), amount, day, self.mapping)?;
            let (net, vat) = match house.is_revenue {
                true => (JournalRole::Revenue, JournalRole::OutputVat),
                false => (JournalRole::ContractLiability, JournalRole::VatToRecognise),
            };
            let to = legs.entry(owner).or_default();
            add(to, Place::Role(net), less(amount, part.vat)?)?;
            add(to, Place::Role(vat), part.vat)?;
            add(to, Place::Role(JournalRole::VatPrepaid), negative(part.prepaid)?)?;
            add(to, Place::Role(JournalRole::Bank), part.prepaid)?;
        }
        Ok(legs)
    }

    /// A leg as a line of the journal and in the trial balance, as far as its day has come.
    fn enter(
        &self,
        (at, owner, day): (u32, u32, Date),
        place: Place,
        amount: Money,
        sheet: &mut JournalSheet,
        trial: &mut BTreeMap<String, JournalTrialRow>,
    ) -> Result<()> {
        if day > self.to || amount.is_zero() {
            return Ok(());
        }
        let account = self.account(place)?;
        let debit = negative(amount.min(Money::ZERO))?;
        let credit = amount.max(Money::ZERO);
        let total = trial.entry(account.code.to_string()).or_insert_with(|| JournalTrialRow {
            account: account.code.clone(),
            zh: account.zh.clone(),
            en: account.en.clone(),
            opening: Money::ZERO,
            debit: Money::ZERO,
            credit: Money::ZERO,
            closing: Money::ZERO,
        });
        total.closing = less(total.closing, amount)?;
        if day < self.from {
            total.opening = less(total.opening, amount)?;
            return Ok(());
        }
        total.debit = plus(total.debit, debit)?;
        total.credit = plus(total.credit, credit)?;
        let row = self.ledger.postings.get(at)?;
        let kind = self.ledger.owners.get(owner)?.kind;
        let name = |is: OwnerKind| match kind == is {
            true => Ok(self.ledger.owner_name(owner)?.cloned()),
            false => Ok::<_, Error>(None),
        };
        let voucher = row.detail.voucher.map(|one| self.ledger.vouchers.get(one).cloned());
        sheet.lines.push(JournalLine {
            date: day,
            order: row.order,
            key: self.ledger.keys.name(at)?.clone(),
            act: row.kind,
            role: account.role,
            account: account.code,
            zh: account.zh,
            en: account.en,
            debit,
            credit,
            deal: name(OwnerKind::Deal)?,
            customer: name(OwnerKind::Customer)?,
            payee: name(OwnerKind::Payee)?,
            voucher: voucher.transpose()?,
        });
        Ok(())
    }

    fn account(&self, place: Place) -> Result<JournalAccount> {
        let bank = match place {
            Place::Role(role) => return self.mapping.account(role).cloned(),
            Place::Bank(bank) => self.ledger.banks.name(bank)?,
        };
        match self.mapping.banks.iter().find(|one| one.account == *bank) {
            Some(own) => Ok(JournalAccount {
                role: JournalRole::Bank,
                code: own.code.clone(),
                zh: own.zh.clone(),
                en: own.en.clone(),
            }),
            None => self.mapping.account(JournalRole::Bank).cloned(),
        }
    }
}

fn add(to: &mut Vec<(Place, Money)>, place: Place, amount: Money) -> Result<()> {
    match to.iter_mut().find(|(one, _)| *one == place) {
        Some((_, sum)) => *sum = plus(*sum, amount)?,
        None => to.push((place, amount)),
    }
    Ok(())
}
