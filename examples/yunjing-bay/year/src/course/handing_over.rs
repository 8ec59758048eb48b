//! Handover and title of the homes that are ready in the year.

use super::Deed;
use crate::days::{earlier, later};
use crate::desk::Payment;
use crate::failure::Outcome;
use crate::offer::MAINTENANCE_FUND;
use crate::record::Offered;
use crate::story::Story;
use crate::world::World;
use kaipan::number::Money;
use kaipan::service::{ServiceAct, ServiceGuard, ServiceKind};
use kaipan::{Date, Time};

impl World<'_, '_, '_> {
    /// What follows a contract of a home that is ready in the year.
    pub(super) fn plan_completion(&mut self, today: Date, sale: usize) -> Outcome {
        let building = self.site.building(self.unit_of(sale)?)?;
        let (surveyed, completed, handover) =
            (building.surveyed, building.completed, building.handover);
        if !surveyed && !completed {
            return Ok(());
        }
        if self.sale(sale)?.story == Story::QuitsForDelay {
            let on = later(handover, 14)?;
            return self.sale_at(on, 9 * 60 + 35, sale, Deed::AskToEnd);
        }
        let noticed = earlier(handover, self.dice.between(9, 14))?;
        if noticed > today {
            self.sale_step(noticed, sale, Deed::HandOver(0))?;
        }
        match completed {
            true => self.sale_step(later(today, 26)?, sale, Deed::Certify(0)),
            false => Ok(()),
        }
    }

    /// 交付: notice, inspection, keys. Who has not paid is sent away once.
    pub(super) fn hand_over(&mut self, now: Time, sale: usize, part: u8) -> Outcome {
        let (kind, today) = (ServiceKind::Handover, now.date());
        let handover = self.site.building(self.unit_of(sale)?)?.handover;
        let late = match self.sale(sale)?.story {
            Story::HandedOverLate => self.dice.between(6, 20),
            _ => self.dice.between(0, 2),
        };
        match part {
            0 => {
                self.start_service(now, sale, kind)?;
                self.step(now, sale, kind, ("notice", None))?;
                self.sale_step(later(handover, late)?, sale, Deed::HandOver(1))
            }
            1 => {
                self.step(now, sale, kind, ("inspected", None))?;
                self.bring_documents(now, sale, kind)?;
                if self.fund_unpaid(sale)?.is_positive() && self.dice.chance(400) {
                    let refusal = (Offered::HandedOverBeforePayment, ServiceGuard::FeesPaid);
                    let act = ServiceAct::do_step("handed_over", today);
                    self.serve_not(now, sale, kind, act, refusal)?;
                }
                self.sale_step(later(today, 1)?, sale, Deed::HandOver(2))
            }
            _ => {
                self.pay_fund(now, sale)?;
                if !self.lacking(now, sale, kind, "handed_over")?.is_empty() {
                    return self.sale_step(later(today, 4)?, sale, Deed::HandOver(2));
                }
                self.step(now, sale, kind, ("handed_over", None))?;
                match self.sale(sale)?.services.get(&ServiceKind::Title) {
                    // The certificate is handed out with the keys.
                    Some(_) => self.step(now, sale, ServiceKind::Title, ("handed_out", None)),
                    None => self.sale_step(later(today, 8)?, sale, Deed::Certify(0)),
                }
            }
        }
    }

    /// 产权: documents, taxes, registration, certificate.
    pub(super) fn certify(&mut self, now: Time, sale: usize, part: u8) -> Outcome {
        let (kind, today) = (ServiceKind::Title, now.date());
        let days = match part {
            0 => {
                self.start_service(now, sale, kind)?;
                self.bring_documents(now, sale, kind)?;
                self.step(now, sale, kind, ("documents", None))?;
                2
            }
            1 => {
                self.pay_fund(now, sale)?;
                self.step(now, sale, kind, ("tax", None))?;
                3
            }
            // The home is paid and its loans are there before it is registered.
            2 if !self.lacking(now, sale, kind, "submitted")?.is_empty() => {
                return self.sale_step(later(today, 4)?, sale, Deed::Certify(2));
            }
            2 => {
                self.step(now, sale, kind, ("submitted", None))?;
                self.dice.between(7, 12)
            }
            _ => {
                let number = self.number("T");
                return self.step(now, sale, kind, ("certified", Some(number)));
            }
        };
        self.sale_step(later(today, days)?, sale, Deed::Certify(part + 1))
    }

    /// 专项维修资金 that is not paid yet.
    fn fund_unpaid(&self, sale: usize) -> Outcome<Money> {
        let fund = self.offer_of(sale)?.maintenance_fund;
        let paid = self.sale(sale)?.purse.sum(|one| one.item == *MAINTENANCE_FUND);
        Ok(Money::from_fen(fund.fen() - paid.fen()))
    }

    fn pay_fund(&mut self, now: Time, sale: usize) -> Outcome {
        let unpaid = self.fund_unpaid(sale)?;
        match unpaid.is_positive() {
            true => self.receive(now, sale, &Payment::new(MAINTENANCE_FUND, unpaid)),
            false => Ok(()),
        }
    }

    /// The filing of a contract is cancelled, so that it can end.
    pub(super) fn cancel_filing(&mut self, now: Time, sale: usize) -> Outcome {
        let branch = ServiceAct::TakeBranch {
            branch: "cancelled".into(),
            on: now.date(),
            amount: None,
            bank: None,
            documents: Vec::new(),
            reason: Some("退房".into()),
        };
        self.serve(now, sale, ServiceKind::Filing, branch)
    }
}
