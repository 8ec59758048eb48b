//! 面积确权 and 面积补差 of the buildings that are completed in the year.

use super::{Deed, Step};
use crate::days::{clock, later};
use crate::desk::Payment;
use crate::failure::{Failure, Outcome};
use crate::record::Body;
use crate::world::World;
use kaipan::Time;
use kaipan::approval::ApprovalKind;
use kaipan::area_settlement::{AreaMoneyWay, AreaSettlementCommand, AreaSettlementStatus};
use kaipan::money::AREA_DIFFERENCE;

impl World<'_, '_, '_> {
    /// Every home of a building is surveyed; contracts are settled in the days after it.
    pub(super) fn survey_building(&mut self, now: Time, building: usize) -> Outcome {
        let Some(code) = self.site.buildings.get(building).map(|one| one.code) else {
            return Ok(());
        };
        for unit in 0..self.site.units.len() {
            if *self.site.unit(unit)?.building != *code {
                continue;
            }
            let survey = self.survey(now, unit)?;
            let about = self.about_unit(unit);
            self.surveys.insert(unit, survey.clone());
            self.journal.fact(now, &about, Body::Survey(survey))?;
            let deal = self.stock.get(unit).and_then(|stock| stock.deal.clone());
            let sale = deal.and_then(|deal| self.by_deal.get(&deal).copied());
            let is_signed = |sale: &usize| self.sales[*sale].signed_on.is_some();
            if let Some(sale) = sale.filter(is_signed) {
                let on = later(now.date(), self.dice.between(2, 6))?;
                self.diary.add(clock(on, 9 * 60 + 5)?, Step::Sale(sale, Deed::SettleArea(0)))?;
            }
        }
        Ok(())
    }

    /// Submitted, approved, posted; the money comes in or goes out.
    pub(super) fn settle_area_part(&mut self, now: Time, sale: usize, part: u8) -> Outcome {
        match part {
            0 => {
                let number = self.number("M");
                self.settle_area(
                    now,
                    sale,
                    &AreaSettlementCommand::Submit { number, confirmed: false },
                )?;
                self.request(now, sale, ApprovalKind::AreaChange, Deed::SettleArea(1))
            }
            1 => {
                self.settle_area(now, sale, &AreaSettlementCommand::Approve {})?;
                self.settle_area(now, sale, &AreaSettlementCommand::Execute {})?;
                let days = self.dice.between(2, 11);
                self.sale_at(later(now.date(), days)?, 10 * 60, sale, Deed::SettleArea(2))
            }
            _ => self.move_area_money(now, sale),
        }
    }

    fn move_area_money(&mut self, now: Time, sale: usize) -> Outcome {
        let area = self.sale(sale)?.area.as_ref();
        let area = area.ok_or_else(|| Failure::missing("area settlement"))?;
        if area.status == AreaSettlementStatus::Collected {
            return Ok(());
        }
        let amount = area.outstanding()?;
        let buyer_pays = area.sheet.money.iter().any(|one| one.way == AreaMoneyWay::Receivable);
        match buyer_pays {
            true => self.receive(now, sale, &Payment::new(AREA_DIFFERENCE, amount))?,
            false => self.finish_todos(now, sale)?,
        }
        self.settle_area(now, sale, &AreaSettlementCommand::Collect { amount })
    }
}
