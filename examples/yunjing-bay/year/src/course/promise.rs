//! 定金合同: homes of building 10 before they may be sold.

use super::Deed;
use crate::days::{day, later};
use crate::desk::{Besides, Payment};
use crate::failure::Outcome;
use crate::site::DEPOSIT_ACCOUNT;
use crate::story::Story;
use crate::team::Team;
use crate::world::World;
use kaipan::Time;
use kaipan::approval::ApprovalKind;
use kaipan::deal::{DealAction, DealDraft, EndedBy};
use kaipan::money::DEPOSIT;
use kaipan::number::Money;

impl World<'_, '_, '_> {
    /// T23: the deposit goes into its own account; price, handover and liabilities are fixed.
    pub(super) fn promise(&mut self, now: Time, sale: usize) -> Outcome {
        self.begin_deal(sale)?;
        let deposit = self.sale(sale)?.deposit;
        let payment = Payment { account: DEPOSIT_ACCOUNT, ..Payment::new(DEPOSIT, deposit) };
        self.receive(now, sale, &payment)?;
        // No discount that may have ended when the promise is kept; signing is agreed for then.
        let mut asked = self.wishes(now.date(), sale)?;
        let kept = self.kept_on(now)?;
        asked.discounts.retain(|code| *code == "QY");
        asked.facts.agreed_signing_date = Some(later(kept, 7)?);
        let offer = self.site.offer(&asked)?;
        let mut draft = self.parties(sale)?;
        draft.number = Some(self.number("E"));
        draft.amount = Some(deposit);
        draft.price = Some(offer.price.clone());
        draft.handover = Some(self.site.building(self.unit_of(sale)?)?.handover);
        draft.liabilities = Some("定金合同第六条".into());
        draft.until = Some(day("2026-11-30")?);
        let (officer, place) = (Team::worker("marketing_officer")?, self.place(sale)?);
        let command = (DealAction::SignDepositContract, draft);
        self.must_at(now, &officer, place, command, Besides::default())?;
        self.sale_mut(sale)?.offer = Some(offer);
        match self.sale(sale)?.story {
            Story::Promised => self.sale_step(kept, sale, Deed::Subscribe),
            _ => {
                let days = self.dice.between(12, 30);
                self.sale_at(later(now.date(), days)?, 9 * 60 + 25, sale, Deed::AskToEndPromise)
            }
        }
    }

    /// The day on which a promise is kept: within a week of the opening.
    fn kept_on(&mut self, now: Time) -> Outcome<kaipan::Date> {
        let opening = day("2026-10-17")?.max(now.date());
        let days = self.dice.between(1, 6);
        later(opening, days)
    }

    /// Approval to end a deposit contract is asked for.
    pub(super) fn ask_to_end_promise(&mut self, now: Time, sale: usize) -> Outcome {
        self.request(now, sale, ApprovalKind::Quit, Deed::EndPromise)
    }

    /// T24: by the buyer's default, by the seller's delay with the deposit once more, or by agreement.
    pub(super) fn end_promise(&mut self, now: Time, sale: usize) -> Outcome {
        let deposit = self.sale(sale)?.deposit;
        let (ended_by, amount): (EndedBy, Option<Money>) = match self.sale(sale)?.story {
            Story::PromiseBroken => (EndedBy::BuyerDefault, None),
            Story::PromiseLate => (EndedBy::SellerLate, Some(deposit)),
            _ => (EndedBy::Agreement, None),
        };
        let mut draft = DealDraft::default().with_reason("解除定金合同").with_ended_by(ended_by);
        draft.amount = amount;
        let controller = Team::worker("stock_controller")?;
        self.must(now, &controller, sale, DealAction::EndDepositContract, draft)?;
        self.sale_step(later(now.date(), 2)?, sale, Deed::FinishTodos)
    }
}
