//! A small world: units, and one deal for each customer.

use crate::changing;
use crate::desk;
use crate::purse::Purse;
use kaipan::approval::ApprovalRequest;
use kaipan::deal::{
    AfterSale, Deal, DealAction, DealChange, DealCommand, DealContext, DealDecision, DealDocument,
    DealGuard, DealRuling, Deciding, DocumentKind, Quota, QuotaChange, QuotaEvent, StockChange,
    StockEvent, UnitStock,
};
use kaipan::project::UnitState;
use kaipan::{StreamKind, StreamRead, Text};
use serde::Serialize;

/// Units, and one deal for each customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct World {
    pub(crate) units: Vec<UnitStock>,
    pub(crate) deals: Vec<OpenDeal>,
    pub(crate) quotas: Vec<Quota>,
    /// The request for approval that somebody has made, if one is.
    pub(crate) requests: Vec<ApprovalRequest>,
}

/// The deal of a customer, with its money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct OpenDeal {
    pub(crate) deal: Deal,
    pub(crate) purse: Purse,
    /// What became of its contract: filing and loan.
    pub(crate) after: AfterSale,
}

/// What a command is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) unit: Option<usize>,
    pub(crate) deal: Option<usize>,
}

impl OpenDeal {
    pub(crate) fn new(who: usize) -> OpenDeal {
        OpenDeal {
            deal: Deal::new(Text::of(format_args!("D{}", who + 1))),
            purse: Purse::default(),
            after: AfterSale::default(),
        }
    }
}

impl World {
    pub(crate) fn new(units: usize, customers: usize) -> World {
        World {
            units: (0..units).map(|at| UnitStock::new(desk::unit_no(at))).collect(),
            deals: (0..customers).map(OpenDeal::new).collect(),
            quotas: Vec::new(),
            requests: Vec::new(),
        }
    }

    /// Everything that a command can be about.
    pub(crate) fn places(&self) -> Vec<Place> {
        let some = |count| (0..count).map(Some);
        let mut places: Vec<Place> =
            some(self.units.len()).map(|unit| Place { unit, deal: None }).collect();
        places.push(Place { unit: None, deal: None });
        for deal in some(self.deals.len()) {
            places.push(Place { unit: None, deal });
            places.extend(some(self.units.len()).map(|unit| Place { unit, deal }));
        }
        places
    }

    pub(crate) fn deciding<'a>(&'a self, at: Place, context: &'a DealContext) -> Deciding<'a> {
        let stock = at.unit.map(|unit| &self.units[unit]);
        let deal = at.deal.map(|deal| &self.deals[deal].deal);
        Deciding::new(context).stock(stock).deal(deal)
    }

    /// What the real code decides.
    pub(crate) fn ask(
        &self,
        at: Place,
        context: &DealContext,
        command: &DealCommand,
    ) -> DealRuling {
        let ruling = self.deciding(at, context).decide(command);
        ruling.unwrap_or_else(|error| panic!("{at:?} {command:?}: {error}"))
    }

    /// Takes a decision in: events by the real code, money by the second book.
    pub(crate) fn take(
        &mut self,
        at: Place,
        context: &DealContext,
        command: &DealCommand,
        decision: &DealDecision,
    ) {
        self.check_reads(at, context, command, decision);
        let left = match command.action {
            DealAction::ChangeUnit => at.deal.and_then(|deal| self.moves_from(deal)),
            _ => None,
        };
        let changed = left.or(at.deal).map(|deal| &self.deals[deal].deal);
        if let Some(changed) = changed.filter(|_| changing::is_settled(command.action)) {
            let own = |(deal, unit): (usize, usize)| {
                (&self.deals[deal].deal.id, &self.units[unit].unit_no)
            };
            let to = at.deal.zip(at.unit).filter(|_| left.is_some()).map(own);
            changing::check(changed, context, command, decision, to);
        }
        for event in &decision.stock {
            let unit = self.units.iter_mut().find(|unit| unit.unit_no == event.unit_no);
            let unit = unit.expect("events of a unit that was given");
            unit.apply(event).unwrap_or_else(|error| panic!("{event:?}: {error}"));
        }
        let own = at.deal.map(|deal| self.deals[deal].deal.id.clone());
        let old = left.map(|deal| self.deals[deal].deal.id.clone());
        for event in &decision.deal {
            let given = own.as_ref() == Some(&event.deal) || old.as_ref() == Some(&event.deal);
            assert!(given, "an event of a deal that was not given: {event:?}");
            let open = self.open_deal(&event.deal);
            if let (DealChange::TodoDone { id }, DealAction::FinishTodo) =
                (&event.change, command.action)
            {
                let todo = open.deal.todos.iter().find(|todo| todo.id == *id);
                open.purse.pay_out(&todo.expect("what was to be done").clone());
            }
            open.deal.apply(event).unwrap_or_else(|error| panic!("{event:?}: {error}"));
        }
        for entry in &decision.entries {
            let deal = entry.deal.as_ref().expect("an entry is about a deal");
            assert!(own.as_ref() == Some(deal) || old.as_ref() == Some(deal), "{entry:?}");
            self.open_deal(deal).purse.enter(entry);
        }
        if let Some((left, deal)) = left.zip(at.deal) {
            self.deals[deal].purse.paid = std::mem::take(&mut self.deals[left].purse.paid);
        }
        let waived = decision.waived.iter().any(|one| one.guard == DealGuard::QuotaLeft);
        for event in &decision.quotas {
            self.take_quota(context, event, waived);
        }
    }

    fn open_deal(&mut self, id: &Text) -> &mut OpenDeal {
        let open = self.deals.iter_mut().find(|open| open.deal.id == *id);
        open.expect("a deal of this world")
    }

    /// The deal that a deal which has nothing yet can take the place of: another one, about a home
    /// that is subscribed or signed.
    pub(crate) fn moves_from(&self, deal: usize) -> Option<usize> {
        let new = &self.deals[deal];
        let is_new = new.deal.documents.is_empty() && new.purse.is_empty();
        let agreed = |open: &OpenDeal| {
            let kind = open.deal.active().map(|document| document.kind);
            matches!(kind, Some(DocumentKind::Subscription | DocumentKind::Contract))
        };
        let mut others = (0..self.deals.len()).filter(|at| *at != deal);
        others.find(|at| is_new && agreed(&self.deals[*at]))
    }

    /// A quota is not used more often than it can be, but where that was waived.
    fn take_quota(&mut self, context: &DealContext, event: &QuotaEvent, waived: bool) {
        let at = self.quotas.iter().position(|quota| quota.id == event.quota);
        let at = at.unwrap_or_else(|| {
            let mut given = context.quotas.iter().flatten();
            let known = given.find(|quota| quota.id == event.quota).cloned();
            self.quotas.push(known.unwrap_or_else(|| Quota::new(event.quota.clone(), 0)));
            self.quotas.len() - 1
        });
        let quota = &mut self.quotas[at];
        quota.apply(event).unwrap_or_else(|error| panic!("{event:?}: {error}"));
        let used = matches!(event.change, QuotaChange::Used { .. });
        assert!(waived || !used || quota.used <= quota.limit, "used too often: {quota:?}");
    }

    /// A decision names every stream that it read, with the version that it saw.
    fn check_reads(
        &self,
        at: Place,
        context: &DealContext,
        command: &DealCommand,
        decision: &DealDecision,
    ) {
        let names = |read: StreamRead| {
            assert!(decision.reads.contains(&read), "{read:?} is not named in {decision:?}");
        };
        if let Some(unit) = at.unit {
            let unit = &self.units[unit];
            names(StreamRead::new(StreamKind::Unit, unit.unit_no.clone(), unit.version));
        }
        if let Some(deal) = at.deal {
            let deal = &self.deals[deal].deal;
            names(StreamRead::new(StreamKind::Deal, deal.id.clone(), deal.version));
        }
        let used = |quota: &&Quota| command.draft.quotas.contains(&quota.id);
        context.quotas.iter().flatten().filter(used).for_each(|quota| names(quota.read()));
    }

    /// An event of a unit that comes from outside the table.
    pub(crate) fn stock_event(&mut self, at: usize, change: StockChange) {
        let unit = &mut self.units[at];
        let event = StockEvent::new(
            unit.unit_no.clone(),
            unit.version + 1,
            desk::now(),
            desk::PERSON,
            change,
        );
        unit.apply(&event).expect("the next event of the unit");
    }

    /// One unit, one active document; one deal, one active document; money where it is said to be.
    pub(crate) fn check(&self) {
        for open in &self.deals {
            open.purse.check();
            let active = open.deal.documents.iter().filter(|one| one.is_active()).count();
            assert!(active <= 1, "{active} documents are active: {:?}", open.deal);
        }
        for unit in &self.units {
            let holds = |open: &&OpenDeal| {
                let kind = open.deal.active().and_then(|one| one.kind.unit_state());
                kind.is_some() && open.deal.unit_no.as_ref() == Some(&unit.unit_no)
            };
            let holders: Vec<&Deal> =
                self.deals.iter().filter(holds).map(|one| &one.deal).collect();
            match holders.as_slice() {
                [] => assert!(!unit.is_taken() && unit.deal.is_none(), "no deal holds {unit:?}"),
                [one] => {
                    let waits = |one: &&DealDocument| one.trade_in.is_some();
                    let state = match one.active() {
                        Some(one) if one.kind == DocumentKind::Booking && waits(&one) => {
                            Some(UnitState::Reserved)
                        }
                        active => active.and_then(|one| one.kind.unit_state()),
                    };
                    assert_eq!((unit.deal.as_ref(), Some(unit.state)), (Some(&one.id), state));
                }
                more => panic!("sold {} times: {unit:?}", more.len()),
            }
            let reserved = unit.state == UnitState::Reserved;
            assert_eq!(reserved, unit.reservation.is_some(), "{unit:?}");
            let on_sale = unit.state == UnitState::OnSale;
            assert!(unit.hold.is_none() || on_sale, "a hold that nobody can end: {unit:?}");
        }
    }
}
