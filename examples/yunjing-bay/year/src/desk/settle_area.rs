//! The area desk: settlements of homes that were surveyed.

use crate::days::earlier;
use crate::failure::{Failure, Outcome};
use crate::team::Team;
use crate::world::World;
use kaipan::Time;
use kaipan::approval::{ApprovalKind, ApprovalRequest};
use kaipan::area_settlement::{
    AreaChoice, AreaContract, AreaSettlementCommand, AreaSettlementDeciding,
    AreaSettlementDecision, AreaSettlementPolicy, AreaSettling, AreaSurvey,
};
use kaipan::number::Area;

impl World<'_, '_, '_> {
    /// The home of a unit is surveyed: up to 4 % larger or smaller, most by less than 1 %.
    pub(crate) fn survey(&mut self, now: Time, unit: usize) -> Outcome<AreaSurvey> {
        let (unit_no, building, inside) = {
            let unit = self.site.unit(unit)?;
            (unit.unit_no.clone(), unit.building_area, unit.inside_area)
        };
        let most = if self.dice.chance(120) { 400 } else { 90 };
        let off = i64::from(self.dice.below(2 * most + 1)) - i64::from(most);
        // Two decimals, as surveys are reported.
        let area = |area: Area| {
            let moved = area.ten_thousandths() * (10_000 + off) / 10_000;
            Area::from_ten_thousandths(moved / 100 * 100)
        };
        let mut survey = AreaSurvey::new(unit_no, area(building))
            .with_surveyed_on(earlier(now.date(), 1)?)
            .with_surveyor("云城测绘院（虚构）");
        survey.inside_area = inside.map(area);
        Ok(survey)
    }

    /// A command about the area settlement of a deal, which must not be refused.
    pub(crate) fn settle_area(
        &mut self,
        now: Time,
        sale: usize,
        command: &AreaSettlementCommand,
    ) -> Outcome {
        let decision = self.decide_area(now, sale, command)?;
        if let Some(rejection) = &decision.rejection {
            let deal = &self.deal(sale)?.id;
            return Err(Failure::refused(&format!("{deal} {}", command.word()), rejection));
        }
        let number = self.journal.decision();
        for event in &decision.events {
            self.write_area(number, sale, event)?;
        }
        for event in &decision.deal_events {
            self.write_deal(number, event)?;
        }
        for entry in &decision.entries {
            self.write_entry(now, number, sale, entry.clone())?;
        }
        Ok(())
    }

    fn decide_area(
        &self,
        now: Time,
        sale: usize,
        command: &AreaSettlementCommand,
    ) -> Outcome<AreaSettlementDecision> {
        let unit = self.unit_of(sale)?;
        let one = self.sale(sale)?;
        let (deal, offer) = (self.deal(sale)?, self.offer_of(sale)?);
        let home = self.site.unit(unit)?;
        let mut contract = AreaContract::new(
            deal.id.clone(),
            home.unit_no.clone(),
            home.building_area,
            offer.price.deal_total,
        );
        contract.inside_area = home.inside_area;
        contract.contract_total = Some(offer.price.contract_total);
        let survey = self.surveys.get(&unit).ok_or_else(|| Failure::missing("survey"))?;
        let policy = AreaSettlementPolicy { due_days: Some(15), ..AreaSettlementPolicy::default() };
        let settling = AreaSettling::new(&policy, &contract, survey).settled_on(now.date());
        // Nobody quits for the area: who may, keeps the home.
        let may_quit = settling.sheet()?.may_quit;
        let settling = if may_quit { settling.choice(AreaChoice::Keep) } else { settling };
        let is_area = |request: &&ApprovalRequest| request.asked.kind == ApprovalKind::AreaChange;
        let approval = one.approvals.iter().rev().find(is_area);
        let by = Team::worker("service_officer")?.person;
        let deciding = AreaSettlementDeciding::new(by, now).deal(deal).approval(approval);
        let deciding = match command {
            AreaSettlementCommand::Submit { .. } => deciding.settling(&settling),
            _ => deciding,
        };
        Ok(deciding.decide(one.area.as_ref(), command)?)
    }
}
