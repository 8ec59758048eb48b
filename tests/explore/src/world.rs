//! A small world: units, and one deal for each customer.

use crate::desk;
use crate::purse::Purse;
use kaipan::deal::{
    Deal, DealAction, DealCommand, DealContext, DealDecision, DealRuling, Deciding, StockChange,
    StockEvent, UnitStock,
};
use kaipan::{StreamKind, StreamRead, Text};
use serde::Serialize;

/// Units, and one deal for each customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct World {
    pub(crate) units: Vec<UnitStock>,
    pub(crate) deals: Vec<OpenDeal>,
}

/// The deal of a customer, with its money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct OpenDeal {
    pub(crate) deal: Deal,
    pub(crate) purse: Purse,
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
        }
    }
}

impl World {
    pub(crate) fn new(units: usize, customers: usize) -> World {
        World {
            units: (0..units).map(|at| UnitStock::new(desk::unit_no(at))).collect(),
            deals: (0..customers).map(OpenDeal::new).collect(),
        }
    }

    /// Everything that a command can be about.
    pub(crate) fn places(&self) -> Vec<Place> {
        let some = |count| (0..count).map(Some);
        let mut places: Vec<Place> =
            some(self.units.len()).map(|unit| Place { unit, deal: None }).collect();
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
    pub(crate) fn take(&mut self, at: Place, context: &DealContext, decision: &DealDecision) {
        self.check_reads(at, context, decision);
        for event in &decision.stock {
            let unit = at.unit.expect("events of a unit that was given");
            self.units[unit].apply(event).unwrap_or_else(|error| panic!("{event:?}: {error}"));
        }
        for event in &decision.deal {
            let deal = at.deal.expect("events of a deal that was given");
            let deal = &mut self.deals[deal].deal;
            deal.apply(event).unwrap_or_else(|error| panic!("{event:?}: {error}"));
        }
        for entry in &decision.entries {
            let deal = at.deal.expect("an entry of a deal that was given");
            assert_eq!(entry.deal.as_ref(), Some(&self.deals[deal].deal.id));
            self.deals[deal].purse.enter(entry);
        }
    }

    /// A decision names every stream that it read, with the version that it saw.
    fn check_reads(&self, at: Place, context: &DealContext, decision: &DealDecision) {
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
        for quota in context.quotas.iter().flatten() {
            names(StreamRead::new(StreamKind::Quota, quota.quota.clone(), quota.version));
        }
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
                    let state = one.active().and_then(|one| one.kind.unit_state());
                    assert_eq!((unit.deal.as_ref(), Some(unit.state)), (Some(&one.id), state));
                }
                more => panic!("sold {} times: {unit:?}", more.len()),
            }
            let reserved = unit.state == kaipan::project::UnitState::Reserved;
            assert_eq!(reserved, unit.reservation.is_some(), "{unit:?}");
            let on_sale = unit.state == kaipan::project::UnitState::OnSale;
            assert!(unit.hold.is_none() || on_sale, "a hold that nobody can end: {unit:?}");
        }
    }
}

/// Every action that `options` has here is in the table for `decide`, and no other.
pub(crate) fn in_table(deciding: Deciding<'_>) -> Vec<DealAction> {
    let options = deciding.options(&[]).expect("options of a sound world");
    options.into_iter().map(|option| option.action).collect()
}
