//! What happens to a deal, and the close of a period.

use super::entering::Entering;
use crate::error::{Code, Error, Result};
use crate::ledger::RevenueMilestone;
use crate::ledger::book::{Effect, Watched};
use crate::ledger::figure::{PART_OF_TOTAL, out_of_range};
use crate::number::{Money, less};
use crate::{Date, Text};

impl Entering<'_> {
    pub(super) fn open_deal(
        &mut self,
        deal: &Text,
        customer: Option<&Text>,
        unit_no: Option<&Text>,
        project: Option<&Text>,
    ) -> Result<()> {
        if let Some(error) = crate::check::blank(Code::LedgerBlank, "deal", deal) {
            return Err(error);
        }
        if self.ledger.deals.find(deal).is_some() {
            return Err(Error::new(Code::LedgerDealTwice).with("deal", deal).at("deal"));
        }
        let customer = customer.map(|one| self.ledger.customer(one)).transpose()?;
        let unit = unit_no.map(|one| self.word(one)).transpose()?;
        let project = project.map(|one| self.word(one)).transpose()?;
        self.tell_twins(deal, unit_no, (unit, project))?;
        let owner = self.ledger.new_deal(deal)?;
        let row = self.ledger.owners.get_mut(owner)?;
        (row.customer, row.unit, row.project) = (customer, unit, project);
        row.opened_on = Some(self.date);
        self.ledger.apply(Effect::Opened { owner })
    }

    pub(super) fn sign(&mut self, deal: &Text, total: Money, vat: Option<Money>) -> Result<()> {
        let owner = self.ledger.deal(deal).map_err(|error| error.at("deal"))?;
        self.positive(total, "total")?;
        if let Some(vat) = vat.filter(|vat| vat.is_negative() || *vat >= total) {
            return Err(out_of_range("vat", vat, PART_OF_TOTAL));
        }
        let row = self.ledger.owners.get(owner)?;
        if row.ended_on.is_some() {
            return Err(Error::new(Code::LedgerDealEnded).with("deal", deal).at("deal"));
        }
        if row.signed {
            return Err(Error::new(Code::LedgerHappenedAlready).with("deal", deal).at("deal"));
        }
        self.move_house(owner)?;
        self.ledger.apply(Effect::Signed { owner, total, vat })?;
        let row = self.ledger.owners.get_mut(owner)?;
        (row.signed_on, row.contract) = (Some(self.date), Some(total));
        if let Some(vat) = vat {
            self.tell_vat(total, vat)?;
        }
        self.tell_signing(owner, total)?;
        self.within_contract(owner, "total")
    }

    pub(super) fn reach(&mut self, deal: &Text, milestone: RevenueMilestone) -> Result<()> {
        let owner = self.ledger.deal(deal).map_err(|error| error.at("deal"))?;
        let row = self.ledger.owners.get(owner)?;
        if !row.signed {
            return Err(Error::new(Code::LedgerNotSigned).with("deal", deal).at("deal"));
        }
        if row.milestones.contains(&milestone) {
            return Err(Error::new(Code::LedgerHappenedAlready).with("deal", deal).at("milestone"));
        }
        if let Some(signed) = row.signed_on {
            self.early(signed, "milestone")?;
        }
        self.in_order(owner, milestone)?;
        self.ledger.apply(Effect::Reached { owner, milestone })
    }

    /// The notice of a handover comes before the handover.
    fn in_order(&self, owner: u32, milestone: RevenueMilestone) -> Result<()> {
        let (notice, handover) = (RevenueMilestone::HandoverNotice, RevenueMilestone::Handover);
        for at in &self.ledger.owners.get(owner)?.postings {
            let day = self.ledger.postings.get(*at)?.date;
            for effect in self.ledger.effects_of(*at)? {
                let Effect::Reached { milestone: reached, .. } = effect else { continue };
                if (*reached, milestone) == (notice, handover) {
                    self.early(day, "milestone")?;
                }
                if (*reached, milestone) == (handover, notice) && self.date > day {
                    let error = Error::new(Code::LedgerBeforeOriginal).with("date", day);
                    return Err(error.with("first", self.date).at("milestone"));
                }
            }
        }
        Ok(())
    }

    /// The deal has ended. The house is no longer owed; what was paid of it is free.
    pub(super) fn end_deal(&mut self, deal: &Text) -> Result<()> {
        let owner = self.ledger.deal(deal).map_err(|error| error.at("deal"))?;
        if self.ledger.owners.get(owner)?.ended_on.is_some() {
            return Err(Error::new(Code::LedgerDealEnded).with("deal", deal).at("deal"));
        }
        self.drop_house(owner, false)?;
        self.nothing_charged_later(owner)?;
        self.ledger.owners.get_mut(owner)?.ended_on = Some(self.date);
        self.ledger.apply(Effect::Ended { owner })
    }

    /// A deal does not end before a day on which something was charged for the house.
    fn nothing_charged_later(&self, owner: u32) -> Result<()> {
        for receivable in &self.ledger.owners.get(owner)?.receivables {
            let row = self.ledger.receivables.get(*receivable)?;
            let left = less(row.amount, row.waived)?;
            if row.category.is_house() && left.is_positive() {
                let day = row.raised_on.max(self.date);
                return Err(self.used_later(Watched::Open(*receivable), (day, left))?.at("deal"));
            }
        }
        Ok(())
    }

    pub(super) fn close(&mut self, through: Date) -> Result<()> {
        let today = self.context.now.date();
        if through > today {
            let error = Error::new(Code::LedgerDateAhead).with("date", through);
            return Err(error.with("today", today).at("through"));
        }
        let before = self.ledger.closed_through;
        if let Some(before) = before.filter(|before| through <= *before) {
            let error = Error::new(Code::LedgerClosedAlready).with("until", before);
            return Err(error.at("through"));
        }
        self.ledger.apply(Effect::Closed { through, before })
    }
}
