//! Commands about homes and deals.

use super::Besides;
use crate::failure::{Failure, Outcome};
use crate::record::{Body, Offered, Refused};
use crate::team::Worker;
use crate::world::World;
use kaipan::approval::ApprovalRequest;
use kaipan::deal::{
    DealAction, DealCommand, DealDecision, DealDraft, DealGuard, DealRejection, DealRuling,
    Deciding,
};
use kaipan::{Text, Time};

/// What a command is about.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Place {
    pub(crate) unit: Option<usize>,
    pub(crate) sale: Option<usize>,
}

impl World<'_, '_, '_> {
    /// The home and the deal of a sale.
    pub(crate) fn place(&self, sale: usize) -> Outcome<Place> {
        Ok(Place { unit: self.sale(sale)?.unit, sale: Some(sale) })
    }

    /// A command that must not be refused, about a sale.
    pub(crate) fn must(
        &mut self,
        now: Time,
        worker: &Worker,
        sale: usize,
        action: DealAction,
        draft: DealDraft,
    ) -> Outcome {
        let place = self.place(sale)?;
        self.must_at(now, worker, place, (action, draft), Besides::default()).map(drop)
    }

    /// A command that must not be refused.
    pub(crate) fn must_at(
        &mut self,
        now: Time,
        worker: &Worker,
        place: Place,
        (action, draft): (DealAction, DealDraft),
        besides: Besides,
    ) -> Outcome<DealDecision> {
        let command = DealCommand::new(action).with_draft(draft);
        match self.ask(now, worker, place, &command, besides)? {
            DealRuling::Accepted { decision } => {
                self.write_decision(now, &decision)?;
                Ok(decision)
            }
            DealRuling::Rejected { rejection } => {
                let what = self.told(place, &command);
                Err(Failure::refused(&what, &rejection))
            }
            _ => Err(Failure::missing("known ruling")),
        }
    }

    /// A command that has to be refused, by this guard among others.
    pub(crate) fn must_not(
        &mut self,
        now: Time,
        worker: &Worker,
        place: Place,
        (action, draft): (DealAction, DealDraft),
        (because, guard): (Offered, DealGuard),
        besides: Besides,
    ) -> Outcome {
        let command = DealCommand::new(action).with_draft(draft);
        let ruling = self.ask(now, worker, place, &command, besides)?;
        let unmet = match &ruling {
            DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } => {
                guards.iter().map(|one| one.guard).collect()
            }
            _ => Vec::new(),
        };
        if !unmet.contains(&guard) {
            let what = self.told(place, &command);
            return Err(Failure::told(
                format!("“{what}”应因“{}”被拒绝，结果是“{ruling:?}”", guard.chinese()),
                format!("{what} should be refused by {guard:?}, and came to {ruling:?}"),
            ));
        }
        let about = match (place.sale, place.unit) {
            (Some(sale), _) => self.about(sale)?,
            (None, Some(unit)) => self.about_unit(unit),
            (None, None) => crate::record::About::default(),
        };
        let guards = unmet.iter().map(|guard| Text::from(guard.word())).collect();
        let (deal_action, service_action) = (Some(action), None);
        let refused = Refused { because, deal_action, service_action, guards };
        self.journal.fact(now, &about, Body::Refused(refused))
    }

    /// What the library says.
    fn ask(
        &self,
        now: Time,
        worker: &Worker,
        place: Place,
        command: &DealCommand,
        besides: Besides,
    ) -> Outcome<DealRuling> {
        let context = self.context(now, worker, place, besides)?;
        let stock = place.unit.and_then(|unit| self.stock.get(unit));
        let deal = match place.sale {
            Some(sale) => Some(self.deal(sale)?),
            None => None,
        };
        Ok(Deciding::new(&context).stock(stock).deal(deal).decide(command)?)
    }

    /// A command about a home alone that a request approves.
    pub(crate) fn must_by(
        &mut self,
        now: Time,
        worker: &Worker,
        unit: usize,
        (action, draft): (DealAction, DealDraft),
        approval: ApprovalRequest,
    ) -> Outcome {
        let place = Place { unit: Some(unit), sale: None };
        let mut context = self.context(now, worker, place, Besides::default())?;
        context.approvals = vec![approval];
        let command = DealCommand::new(action).with_draft(draft);
        let deciding = Deciding::new(&context).stock(self.stock.get(unit));
        match deciding.decide(&command)? {
            DealRuling::Accepted { decision } => self.write_decision(now, &decision),
            ruling => Err(Failure::refused(&self.told(place, &command), &ruling)),
        }
    }

    /// A command and its place, for a message.
    fn told(&self, place: Place, command: &DealCommand) -> String {
        let unit = place.unit.and_then(|unit| self.site.units.get(unit));
        let unit = unit.map_or("-", |unit| unit.unit_no.as_str());
        let sale = place.sale.and_then(|sale| self.sales.get(sale));
        let deal = sale.and_then(|sale| sale.deal.as_ref()).map_or("-", |deal| deal.id.as_str());
        let story = sale.map(|sale| sale.story);
        format!("{} {unit} {deal} {story:?} {:?}", command.action.word(), command.draft)
    }
}
