//! What is odd about a deal, its contract and its receivables.

use super::money::is_price;
use crate::Text;
use crate::error::{Code, Result, finding};
use crate::ledger::book::Effect;
use crate::ledger::posting::entering::Entering;
use crate::ledger::{LedgerAct, LedgerActKind};
use crate::money::MoneyCategory;
use crate::nearest::folded;
use crate::number::{Money, less, plus};

impl Entering<'_> {
    /// A deal is the only one of its unit that has not ended, and reads like no other.
    pub(in crate::ledger::posting) fn tell_twins(
        &mut self,
        deal: &Text,
        unit: Option<&Text>,
        (unit_at, project): (Option<u32>, Option<u32>),
    ) -> Result<()> {
        let alike = self.ledger.deals_alike.get(folded(deal).as_ref()).copied();
        if let Some(other) = alike {
            let other = self.ledger.deals.name(self.ledger.owners.get(other)?.name)?;
            let told = finding!(Code::LedgerDealAlike, deal, other);
            self.tell(told.at("deal").at("act"));
        }
        let known = unit_at.and_then(|unit| self.ledger.unit_deals.get(&unit));
        for other in known.into_iter().flatten() {
            let row = self.ledger.owners.get(*other)?;
            let is_elsewhere = row.project.zip(project).is_some_and(|(one, here)| one != here);
            if row.ended_on.is_none() && !is_elsewhere {
                let deal = self.ledger.deals.name(row.name)?;
                let told =
                    finding!(Code::LedgerUnitTaken, unit = unit.map_or("", Text::as_str), deal);
                self.tell(told.at("unit_no").at("act"));
                break;
            }
        }
        Ok(())
    }

    /// What a deal owes for the house in all is no more than its contract total.
    pub(in crate::ledger::posting) fn within_contract(
        &mut self,
        owner: u32,
        field: &'static str,
    ) -> Result<()> {
        let row = self.ledger.owners.get(owner)?;
        let Some(total) = row.contract else { return Ok(()) };
        let mut amount = Money::ZERO;
        for at in &row.receivables {
            let one = self.ledger.receivables.get(*at)?;
            if is_price(one.category) {
                amount = plus(amount, less(one.amount, one.waived)?)?;
            }
        }
        if amount > total {
            let deal = self.ledger.deals.name(row.name)?;
            let told = finding!(Code::LedgerAboveContract, deal, amount, total);
            self.tell(told.at(field).at("act"));
        }
        Ok(())
    }

    /// A contract is signed on a day on which the deal was there, and what is receivable comes to its
    /// total. What was waived was receivable.
    pub(in crate::ledger::posting) fn tell_signing(
        &mut self,
        owner: u32,
        total: Money,
    ) -> Result<()> {
        let row = self.ledger.owners.get(owner)?;
        let mut amount = Money::ZERO;
        for at in &row.receivables {
            let one = self.ledger.receivables.get(*at)?;
            if is_price(one.category) {
                amount = plus(amount, one.amount)?;
            }
        }
        let opened = row.opened_on.filter(|opened| self.date < *opened);
        let deal = self.ledger.deals.name(row.name)?;
        let below = (amount.is_positive() && amount < total)
            .then(|| finding!(Code::LedgerBelowContract, deal, amount, total));
        let early =
            opened.map(|day| finding!(Code::LedgerBeforeOpened, date = self.date, day = day));
        for (told, field) in [(below, "total"), (early, "deal")] {
            if let Some(told) = told {
                self.tell(told.at(field).at("act"));
            }
        }
        Ok(())
    }

    /// What a bank lends and what is collected for others is not the house's to waive.
    pub(in crate::ledger::posting) fn tell_waived(&mut self, receivable: u32) -> Result<()> {
        let row = *self.ledger.receivables.get(receivable)?;
        if matches!(row.category, MoneyCategory::HouseLoan | MoneyCategory::Collected) {
            let item = self.ledger.items.name(row.item)?;
            let receivable = self.ledger.receivable_names.name(receivable)?;
            let told = finding!(Code::LedgerWaiverOdd, receivable, item);
            self.tell(told.at("receivable").at("act"));
        }
        Ok(())
    }

    /// A line that a later plan or the end of the deal has let go is owed again.
    pub(in crate::ledger::posting) fn tell_comes_back(&mut self, act: &LedgerAct) -> Result<()> {
        let field = match act {
            LedgerAct::Adjust { by, .. } if by.is_positive() => "receivable",
            LedgerAct::Reverse { posting, .. } => {
                let Some(original) = self.ledger.keys.find(posting) else { return Ok(()) };
                match self.ledger.postings.get(original)?.kind {
                    LedgerActKind::Waive | LedgerActKind::Adjust => "posting",
                    _ => return Ok(()),
                }
            }
            _ => return Ok(()),
        };
        let posted = self.ledger.effects.part(self.effects, self.ledger.effects.len()?);
        let grown = posted.iter().find_map(|effect| match *effect {
            Effect::Raised { receivable, amount } if amount.is_positive() => Some(receivable),
            Effect::Waived { receivable, amount } if amount.is_negative() => Some(receivable),
            _ => None,
        });
        let Some(receivable) = grown else { return Ok(()) };
        let row = self.ledger.receivables.get(receivable)?;
        if !row.open().is_some_and(Money::is_positive) {
            return Ok(());
        }
        if let Some(by) = self.let_go_by(row.owner, receivable)? {
            let key = self.ledger.keys.name(by)?;
            let receivable = self.ledger.receivable_names.name(receivable)?;
            let told = finding!(Code::LedgerComesBack, receivable, key);
            self.tell(told.at(field).at("act"));
        }
        Ok(())
    }

    /// The last plan, or the end of the deal, that has let a line go and stands.
    fn let_go_by(&self, owner: u32, receivable: u32) -> Result<Option<u32>> {
        for at in self.ledger.owners.get(owner)?.postings.iter().rev() {
            let row = self.ledger.postings.get(*at)?;
            let lets_go = matches!(row.kind, LedgerActKind::Raise | LedgerActKind::EndDeal);
            if !lets_go || row.mirrored_by.is_some() {
                continue;
            }
            let is_gone = |effect: &Effect| {
                matches!(*effect, Effect::Raised { receivable: one, amount }
                    if one == receivable && amount.is_negative())
            };
            if self.ledger.effects_of(*at)?.iter().any(is_gone) {
                return Ok(Some(*at));
            }
        }
        Ok(None)
    }
}
