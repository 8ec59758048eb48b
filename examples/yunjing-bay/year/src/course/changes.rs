//! Subscriptions and contracts that go on with other terms (T18 to T21).

use super::{Deed, Step};
use crate::days::{after, later};
use crate::desk::{Besides, Place};
use crate::failure::{Failure, Outcome};
use crate::offer::{Asked, Offer};
use crate::story::Story;
use crate::team::{Team, Worker};
use crate::world::{Sale, World};
use kaipan::approval::ApprovalKind;
use kaipan::deal::{ChangedFrom, DealAction, DealDraft, SettlementTerms, StockLock};
use kaipan::payment::MoneyItem;
use kaipan::{Text, Time};

impl World<'_, '_, '_> {
    /// A change is applied for, where other documents have to wait for it, and approval is asked for.
    pub(super) fn ask_to_change(&mut self, now: Time, sale: usize) -> Outcome {
        let (kind, pending) = match self.sale(sale)?.story {
            Story::ChangesUnit => (ApprovalKind::ChangeUnit, Some(StockLock::ChangeUnitPending)),
            Story::ChangesNames => (ApprovalKind::ChangeName, Some(StockLock::ChangeNamePending)),
            Story::ChangesPlan => (ApprovalKind::ChangePlan, None),
            Story::ChangesPrice => (ApprovalKind::PriceChange, None),
            _ => (ApprovalKind::Extension, None),
        };
        if let Some(pending) = pending {
            let agent = Team::agent(&self.household(sale)?.agent);
            let draft = DealDraft::default().with_reason("客户申请").with_pending(pending);
            self.must(now, &agent, sale, DealAction::ApplyForChange, draft)?;
        }
        self.request(now, sale, kind, Deed::Change)
    }

    /// The change is done.
    pub(super) fn change(&mut self, now: Time, sale: usize) -> Outcome {
        let today = now.date();
        let controller = Team::worker("stock_controller")?;
        match self.sale(sale)?.story {
            Story::ChangesUnit => return self.change_unit(now, sale, &controller),
            Story::ChangesNames => self.change_names(now, sale, &controller)?,
            Story::ChangesPlan => {
                self.change_terms(now, sale, &controller, DealAction::ChangePlan)?
            }
            Story::ChangesPrice => {
                self.change_terms(now, sale, &controller, DealAction::ChangePrice)?
            }
            Story::ExtendsPayment => return self.extend_payment(now, sale, &controller),
            _ => {
                let agreed = self.deal(sale)?.active().and_then(|one| one.agreed_signing);
                let agreed = agreed.ok_or_else(|| Failure::missing("signing date"))?;
                let mut draft = DealDraft::default().with_reason("买方出差");
                draft.agreed_signing = Some(later(agreed, 10)?);
                self.must(now, &controller, sale, DealAction::ExtendSigning, draft)?;
            }
        }
        // The cashier comes first, then the manager.
        self.sale_at(later(today, 1)?, 9 * 60 + 30, sale, Deed::FinishTodos)?;
        self.sale_at(later(today, 1)?, 11 * 60, sale, Deed::Lock)?;
        self.plan_signing(later(today, 1)?, sale)
    }

    /// 更名: husband or wife buys too.
    fn change_names(&mut self, now: Time, sale: usize, worker: &Worker) -> Outcome {
        let at = self.sale(sale)?.household.ok_or_else(|| Failure::missing("household"))?;
        let household = self.households.get_mut(at).ok_or_else(|| Failure::missing("household"))?;
        let spouse = household.marry(&mut self.dice, now)?;
        let buyers = household.buyers()?;
        let about = self.about(sale)?;
        self.write_customer(now, &about, &spouse)?;
        let draft = DealDraft::default().with_reason("加名").with_buyers(buyers);
        self.must(now, worker, sale, DealAction::ChangeNames, draft)
    }

    /// 变更付款方式、变更价格: another plan, or a membership that was forgotten.
    fn change_terms(
        &mut self,
        now: Time,
        sale: usize,
        worker: &Worker,
        action: DealAction,
    ) -> Outcome {
        let before = self.offer_of(sale)?.clone();
        let changes_plan = action == DealAction::ChangePlan;
        let mut facts = before.facts.clone();
        let mut discounts = before.discounts.clone();
        let plan = if changes_plan { "FQ" } else { self.sale(sale)?.plan };
        if !changes_plan {
            facts.referral = None;
            discounts.retain(|code| !matches!(*code, "LDX" | "HY" | "ZJ"));
            facts.member_level = Some("钻石".into());
            discounts.insert(0, "HY");
        }
        let deposit = self.sale(sale)?.deposit;
        let asked = Asked { unit: self.unit_of(sale)?, plan, deposit, discounts, facts };
        let offer: Offer = self.site.offer(&asked)?;
        let mut draft = DealDraft::default().with_reason("客户申请");
        draft.price = Some(offer.price.clone());
        draft.plan = Some(plan.into());
        draft.schedule.clone_from(&offer.schedule);
        // The floor price leaves no room for the membership: it is approved, and nothing is changed.
        if offer.price == before.price && !changes_plan {
            return Ok(());
        }
        let terms = Some(self.terms(sale, &offer.terms)?);
        let place = self.place(sale)?;
        self.must_at(now, worker, place, (action, draft), Besides { terms, ..Besides::default() })?;
        let one = self.sale_mut(sale)?;
        (one.offer, one.plan) = (Some(offer), plan);
        Ok(())
    }

    /// 延期付款: the instalments that are still to come are due a month later.
    fn extend_payment(&mut self, now: Time, sale: usize, worker: &Worker) -> Outcome {
        let mut schedule = self.offer_of(sale)?.schedule.clone();
        for line in schedule.iter_mut().filter(|line| line.item == MoneyItem::Instalment) {
            line.due = match line.due {
                Some(due) => Some(later(due, 30)?),
                None => None,
            };
        }
        let terms = SettlementTerms::default().with_late_fee_moves(true);
        let mut draft = DealDraft::default().with_reason("资金周转").with_settlement(terms);
        draft.schedule.clone_from(&schedule);
        self.must(now, worker, sale, DealAction::ExtendPayment, draft)?;
        if let Some(offer) = &mut self.sale_mut(sale)?.offer {
            offer.schedule = schedule;
        }
        self.sale_at(later(now.date(), 1)?, 9 * 60 + 30, sale, Deed::FinishTodos)
    }

    /// 换房: another home is subscribed, and the money moves to it. Where none is left, nothing
    /// changes, and the application is withdrawn.
    fn change_unit(&mut self, now: Time, sale: usize, worker: &Worker) -> Outcome {
        let (old_unit, today) = (self.unit_of(sale)?, now.date());
        let Some(unit) = self.free_unit()? else {
            let pending = StockLock::ChangeUnitPending;
            let draft = DealDraft::default().with_reason("无合适房源").with_pending(pending);
            self.must(now, worker, sale, DealAction::WithdrawChange, draft)?;
            self.sale_at(later(today, 1)?, 11 * 60, sale, Deed::Lock)?;
            return self.plan_signing(later(today, 1)?, sale);
        };
        let (plan, household) = (self.sale(sale)?.plan, self.sale(sale)?.household);
        let mut new = Sale::new(Some(unit), Story::Usual, plan);
        (new.household, new.deposit) = (household, self.sale(sale)?.deposit);
        if let Some(wanted) = self.wanted.get_mut(unit) {
            *wanted = true;
        }
        let to = self.sales.len();
        self.sales.push(new);
        self.begin_deal(to)?;
        let asked = self.wishes(today, to)?;
        let offer = self.site.offer(&asked)?;
        let mut draft = self.parties(to)?.with_reason("换房");
        draft.number = Some(self.number("U"));
        draft.amount = Some(self.sale(to)?.deposit);
        draft.price = Some(offer.price.clone());
        draft.plan = Some(Text::from(plan));
        draft.schedule.clone_from(&offer.schedule);
        draft.agreed_signing = offer.facts.agreed_signing_date;
        draft.handover = Some(self.site.building(unit)?.handover);
        let stock = self.stock.get(old_unit).ok_or_else(|| Failure::missing("stock"))?.clone();
        let changed_from = ChangedFrom::new(self.deal(sale)?.clone(), stock);
        let besides = Besides {
            terms: Some(self.terms(to, &offer.terms)?),
            after_sale: Some(self.after_sale(sale)?),
            changed_from: Some(Box::new(changed_from)),
            of_sale: Some(sale),
        };
        let place = Place { unit: Some(unit), sale: Some(to) };
        self.must_at(now, worker, place, (DealAction::ChangeUnit, draft), besides)?;
        self.sale_mut(to)?.offer = Some(offer);
        self.diary.add(after(now, 60 * 24)?, Step::Return(old_unit))?;
        for changed in [sale, to] {
            self.sale_at(later(today, 1)?, 9 * 60 + 30, changed, Deed::FinishTodos)?;
        }
        self.sale_at(later(today, 1)?, 11 * 60, to, Deed::Lock)?;
        self.plan_signing(later(today, 1)?, to)
    }
}
