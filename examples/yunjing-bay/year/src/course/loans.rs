//! Filing and loans, step by step.

use super::Deed;
use crate::days::later;
use crate::desk::Payment;
use crate::failure::{Failure, Outcome};
use crate::money_of::money;
use crate::offer::BANK;
use crate::site::SUPERVISED_ACCOUNT;
use crate::story::Story;
use crate::world::World;
use kaipan::money::HOUSE_PAYMENT;
use kaipan::number::Money;
use kaipan::service::{LoanWaiting, ServiceAct, ServiceKind, ServiceTodoKind};
use kaipan::{Text, Time};

impl World<'_, '_, '_> {
    /// 网签备案: started, submitted, sometimes returned, filed.
    pub(super) fn file(&mut self, now: Time, sale: usize, part: u8) -> Outcome {
        let (kind, today) = (ServiceKind::Filing, now.date());
        let days = match part {
            0 => {
                self.start_service(now, sale, kind)?;
                self.bring_documents(now, sale, kind)?;
                self.dice.between(1, 6)
            }
            1 => {
                self.step(now, sale, kind, ("submitted", None))?;
                if self.dice.chance(60) {
                    let documents = vec![Text::from("contract")];
                    let branch = ServiceAct::TakeBranch {
                        branch: "returned".into(),
                        on: today,
                        amount: None,
                        bank: None,
                        documents,
                        reason: Some("合同附件不全".into()),
                    };
                    self.serve(now, sale, kind, branch)?;
                    return self.sale_step(later(today, 3)?, sale, Deed::File(2));
                }
                self.dice.between(5, 18)
            }
            2 => {
                self.bring_documents(now, sale, kind)?;
                return self.sale_step(later(today, 1)?, sale, Deed::File(1));
            }
            _ => {
                let number = self.number("N");
                return self.step(now, sale, kind, ("filed", Some(number)));
            }
        };
        let next = if part == 0 { 1 } else { 3 };
        self.sale_step(later(today, days)?, sale, Deed::File(next))
    }

    /// 按揭、公积金贷款: one part after the other, up to the loan's arrival.
    pub(super) fn lend(&mut self, now: Time, sale: usize, part: u8, kind: ServiceKind) -> Outcome {
        let today = now.date();
        if part == 0 {
            self.start_service(now, sale, kind)?;
            return self.sale_step(later(today, 3)?, sale, Deed::Lend(1, kind));
        }
        let is_filed = self.after_sale(sale)?.filed;
        let days = match (kind, part) {
            (ServiceKind::Mortgage, 1) => {
                self.step(now, sale, kind, ("loan_contract", None))?;
                self.dice.between(3, 8)
            }
            (ServiceKind::Mortgage, 2) => {
                self.bring_documents(now, sale, kind)?;
                self.step(now, sale, kind, ("documents", None))?;
                self.dice.between(9, 26)
            }
            (ServiceKind::Mortgage, 3) => {
                self.approve_loan(now, sale, kind)?;
                self.dice.between(8, 24)
            }
            (ServiceKind::FundLoan, 1) => {
                self.bring_documents(now, sale, kind)?;
                self.step(now, sale, kind, ("application", None))?;
                self.dice.between(10, 22)
            }
            (ServiceKind::FundLoan, 2) => {
                self.approve_loan(now, sale, kind)?;
                self.step(now, sale, kind, ("loan_contract", None))?;
                self.dice.between(3, 9)
            }
            // The mortgage is registered once the contract is filed.
            (ServiceKind::FundLoan, 3) if !is_filed => {
                return self.sale_step(later(today, 6)?, sale, Deed::Lend(3, kind));
            }
            (ServiceKind::FundLoan, 3) => {
                let number = self.number("N");
                self.step(now, sale, kind, ("mortgage_registered", Some(number)))?;
                self.dice.between(6, 18)
            }
            _ if !is_filed => {
                return self.sale_step(later(today, 5)?, sale, Deed::Lend(part, kind));
            }
            // Under the rules of August 2026 the bank waits for the completion.
            _ if self.site.building(self.unit_of(sale)?)?.code == "9" => {
                let waiting_for = LoanWaiting::Disbursement;
                return self.serve(now, sale, kind, ServiceAct::NoteWaiting { waiting_for });
            }
            _ => return self.loan_arrives(now, sale, kind),
        };
        self.sale_step(later(today, days)?, sale, Deed::Lend(part + 1, kind))
    }

    /// The bank approves all of it, or nine tenths.
    fn approve_loan(&mut self, now: Time, sale: usize, kind: ServiceKind) -> Outcome {
        let applied = self.service(sale, kind)?.applied;
        let applied = applied.ok_or_else(|| Failure::missing("amount"))?;
        if self.sale(sale)?.story != Story::ApprovedLower || kind != ServiceKind::Mortgage {
            return self.serve(now, sale, kind, paid(now, "approved", applied, None));
        }
        // In whole thousands, as the loan itself.
        let lower = money(applied.fen() * 9 / 10 / 100_000 * 100_000);
        let branch = ServiceAct::TakeBranch {
            branch: "lower_approval".into(),
            on: now.date(),
            amount: Some(lower),
            bank: None,
            documents: Vec::new(),
            reason: Some("收入不足".into()),
        };
        self.serve(now, sale, kind, branch)?;
        let days = self.dice.between(4, 13);
        self.sale_step(later(now.date(), days)?, sale, Deed::PayShortfall)
    }

    /// The loan arrives.
    fn loan_arrives(&mut self, now: Time, sale: usize, kind: ServiceKind) -> Outcome {
        let approved = self.service(sale, kind)?.approved;
        let approved = approved.ok_or_else(|| Failure::missing("amount"))?;
        self.serve(now, sale, kind, paid(now, "disbursed", approved, Some(BANK)))
    }

    /// The buyer pays what the bank does not.
    pub(super) fn pay_shortfall(&mut self, now: Time, sale: usize) -> Outcome {
        let service = self.service(sale, ServiceKind::Mortgage)?;
        let open = service.todos.iter().find(|todo| todo.kind == ServiceTodoKind::Shortfall);
        let Some((id, amount)) = open.and_then(|todo| Some((todo.id, todo.amount?))) else {
            return Err(Failure::missing("shortfall"));
        };
        self.receive(now, sale, &Payment::new(HOUSE_PAYMENT, amount))?;
        self.serve(now, sale, ServiceKind::Mortgage, ServiceAct::FinishTodo { todo: id })
    }
}

/// A step with an amount, and the bank where it has paid.
fn paid(now: Time, step: &'static str, amount: Money, bank: Option<&str>) -> ServiceAct {
    ServiceAct::DoStep {
        step: step.into(),
        on: now.date(),
        number: None,
        amount: Some(amount),
        bank: bank.map(Text::from),
        account: bank.map(|_| SUPERVISED_ACCOUNT.into()),
    }
}
