//! What law asks of the building and its accounts.

use super::{Desk, named};
use kaipan::deal::{
    DealGuard, Encumbrance, Lacking, ReceivedMoney, SaleFacts, SaleMode, SaleStatus,
};
use kaipan::money::{
    BOOKING, COMMERCIAL_LOAN, DEPOSIT, DOWN_PAYMENT, FUND_LOAN, HOUSE_PAYMENT, MoneyCategory,
    SINCERITY,
};
use kaipan::project::Unit;
use kaipan::{Date, Text};

/// What is known of the building: what it says by itself, else its phase, else the project.
pub(super) struct Facts<'a> {
    pub(super) completed: bool,
    /// Planned since the reform, or not planned yet.
    pub(super) is_new: bool,
    topped_out: Option<Date>,
    sale_filing: Option<Date>,
    encumbrance: Option<Encumbrance>,
    pub(super) supervised_account: Option<&'a Text>,
    pub(super) deposit_account: Option<&'a Text>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(status: &'a SaleStatus, unit: &Unit, reform: Date) -> Facts<'a> {
        let building = status.buildings.iter().find(|one| one.building == unit.building);
        let phase = status.phases.iter().find(|one| Some(&one.phase) == unit.phase.as_ref());
        let parts = [building.map(|one| &one.facts), phase.map(|one| &one.facts)];
        let parts = [parts[0], parts[1], Some(&status.project)];
        let day =
            |of: fn(&SaleFacts) -> Option<Date>| parts.iter().flatten().find_map(|one| of(one));
        let account = |of: fn(&SaleFacts) -> Option<&Text>| {
            parts.iter().flatten().find_map(|one: &&'a SaleFacts| of(one))
        };
        let mode = parts.iter().flatten().find_map(|one| one.mode);
        Facts {
            completed: mode == Some(SaleMode::Completed),
            is_new: day(|one| one.planning_permit).is_none_or(|day| day >= reform),
            topped_out: day(|one| one.topped_out),
            sale_filing: day(|one| one.sale_filing),
            encumbrance: parts.iter().flatten().find_map(|one| one.encumbrance),
            supervised_account: account(|one| one.supervised_account.as_ref()),
            deposit_account: account(|one| one.deposit_account.as_ref()),
        }
    }
}

impl Desk<'_> {
    pub(super) fn law(&mut self) {
        if self.facts.completed {
            self.has_happened(DealGuard::SaleFiled, self.facts.sale_filing);
            match self.facts.encumbrance {
                None => self.needs(DealGuard::FreeOfEncumbrance, "encumbrance"),
                Some(Encumbrance::Free) => {}
                Some(_) => self.lacks(DealGuard::FreeOfEncumbrance, Lacking::Fact {}),
            }
            return;
        }
        self.permit();
        if self.facts.is_new {
            self.has_happened(DealGuard::ToppedOut, self.facts.topped_out);
        }
    }

    fn has_happened(&mut self, guard: DealGuard, day: Option<Date>) {
        match day {
            None => self.lacks(guard, Lacking::Fact {}),
            Some(day) if day > self.today => self.lacks(guard, Lacking::Day { day }),
            Some(_) => {}
        }
    }

    fn permit(&mut self) {
        let guard = DealGuard::PresalePermit;
        let Some(permits) = &self.context.permits else { return self.needs(guard, "permits") };
        let mut first: Option<Date> = None;
        for one in permits.iter().filter(|one| one.covers(self.unit)) {
            if one.in_force(self.today) {
                return;
            }
            if one.issued_on > self.today && first.is_none_or(|first| one.issued_on < first) {
                first = Some(one.issued_on);
            }
        }
        match first {
            Some(day) => self.lacks(guard, Lacking::Day { day }),
            None => self.lacks(guard, Lacking::Fact {}),
        }
    }

    /// House money that does not lie in its account.
    pub(super) fn astray(&self) -> impl Iterator<Item = &ReceivedMoney> {
        let had_deposit_contract = self
            .deal
            .documents
            .iter()
            .any(|one| one.kind == kaipan::deal::DocumentKind::DepositContract);
        let received = self.context.received.iter().flatten();
        received.filter(move |one| {
            let account = one.account.as_ref();
            let becomes_deposit = matches!(one.item.as_str(), SINCERITY | BOOKING | DEPOSIT);
            let in_deposits = self.facts.deposit_account == account && had_deposit_contract;
            let placed =
                self.facts.supervised_account == account || (in_deposits && becomes_deposit);
            one.amount.is_positive() && is_house(one) && (account.is_none() || !placed)
        })
    }

    pub(super) fn supervised(&mut self) {
        if !self.facts.is_new {
            return;
        }
        let guard = DealGuard::SupervisedAccount;
        if self.facts.supervised_account.is_none() {
            return self.lacks(guard, Lacking::Fact {});
        }
        if self.context.received.is_none() {
            return self.needs(guard, "received");
        }
        let mut astray = self.astray();
        let Some(one) = astray.next() else { return };
        let lacking = named(one.account.as_ref().unwrap_or(&one.item), astray.count() + 1);
        self.lacks(guard, lacking);
    }
}

/// Money for the house, the buyer's own or lent, or that becomes it.
fn is_house(one: &ReceivedMoney) -> bool {
    match one.item.as_str() {
        SINCERITY | BOOKING | DEPOSIT | DOWN_PAYMENT | HOUSE_PAYMENT | COMMERCIAL_LOAN
        | FUND_LOAN => true,
        item if kaipan::money::category(item) == MoneyCategory::Other => {
            matches!(one.category, Some(MoneyCategory::HouseNonLoan | MoneyCategory::HouseLoan))
        }
        _ => false,
    }
}
