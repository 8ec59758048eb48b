//! The service desk: filing, loans, handover, title.

use crate::failure::{Failure, Outcome};
use crate::money_of::{loan_line, loan_lines, money};
use crate::offer::{BANK, MAINTENANCE_FUND};
use crate::record::{Body, MoneyMoved, Offered, Refused};
use crate::site::SUPERVISED_ACCOUNT;
use crate::team::{Team, Worker};
use crate::world::World;
use kaipan::approval::ApprovalKind;
use kaipan::area_settlement::AreaSettlementStatus;
use kaipan::deal::{ReceivedMoney, SaleMode};
use kaipan::money::MoneyCategory;
use kaipan::number::Money;
use kaipan::service::{
    LoanFact, Service, ServiceAct, ServiceCommand, ServiceContext, ServiceDates, ServiceDeciding,
    ServiceDecision, ServiceDefinition, ServiceFacts, ServiceGuard, ServiceKind, ServiceRejection,
    ServiceRuling,
};
use kaipan::{Date, StreamKind, StreamRead, Text, Time};

impl World<'_, '_, '_> {
    /// Begins a service of a deal.
    pub(crate) fn start_service(&mut self, now: Time, sale: usize, kind: ServiceKind) -> Outcome {
        let (deal, id) = (self.deal(sale)?.id.clone(), self.number("S"));
        self.sale_mut(sale)?.services.insert(kind, Service::new(id, deal, kind));
        let unit = self.site.unit(self.unit_of(sale)?)?.unit_no.clone();
        let buyers = self.household(sale)?.kinds();
        let loan = loan_lines(&self.offer_of(sale)?.schedule, kind);
        let bank = kind.is_loan().then(|| Text::from(BANK));
        let amount = kind.is_loan().then_some(loan);
        let (on, unit_no, months, replaces) = (now.date(), Some(unit), None, None);
        let act = ServiceAct::Start { on, unit_no, buyers, bank, amount, months, replaces };
        self.serve(now, sale, kind, act)
    }

    /// Every document that is still missing comes in.
    pub(crate) fn bring_documents(&mut self, now: Time, sale: usize, kind: ServiceKind) -> Outcome {
        let service = self.service(sale, kind)?;
        let definition = ServiceDefinition::preset_in(kind, self.mode(sale)?);
        let needed = definition.documents_of(&service.buyers).into_iter();
        let missing = needed.filter(|one| !service.has_document(&one.code));
        let documents: Vec<Text> = missing.map(|one| one.code.clone()).collect();
        if documents.is_empty() {
            return Ok(());
        }
        let act = ServiceAct::ReceiveDocuments { documents, on: now.date() };
        self.serve(now, sale, kind, act)
    }

    /// The next step of a service, with a number where one is given.
    pub(crate) fn step(
        &mut self,
        now: Time,
        sale: usize,
        kind: ServiceKind,
        (step, number): (&str, Option<Text>),
    ) -> Outcome {
        let act = ServiceAct::do_step(step, now.date());
        self.serve(now, sale, kind, numbered(act, number))
    }

    /// A command about a service that must not be refused.
    pub(crate) fn serve(
        &mut self,
        now: Time,
        sale: usize,
        kind: ServiceKind,
        act: ServiceAct,
    ) -> Outcome {
        let action = act.action();
        match self.ask_service(now, sale, kind, act)? {
            ServiceRuling::Accepted { decision } => self.write_served(now, sale, kind, &decision),
            ServiceRuling::Rejected { rejection } => {
                let deal = &self.deal(sale)?.id;
                Err(Failure::refused(
                    &format!("{deal} {} {}", kind.word(), action.word()),
                    &rejection,
                ))
            }
            _ => Err(Failure::missing("known ruling")),
        }
    }

    /// A command about a service that has to be refused, by this guard among others.
    pub(crate) fn serve_not(
        &mut self,
        now: Time,
        sale: usize,
        kind: ServiceKind,
        act: ServiceAct,
        (because, guard): (Offered, ServiceGuard),
    ) -> Outcome {
        let action = act.action();
        let ruling = self.ask_service(now, sale, kind, act)?;
        let unmet: Vec<ServiceGuard> = match &ruling {
            ServiceRuling::Rejected { rejection: ServiceRejection::GuardsNotMet { guards } } => {
                guards.iter().map(|one| one.guard).collect()
            }
            _ => Vec::new(),
        };
        if !unmet.contains(&guard) {
            return Err(Failure::refused("another guard was expected", &ruling));
        }
        let about = self.about(sale)?;
        let guards = unmet.iter().map(|guard| Text::from(guard.word())).collect();
        let refused = Refused { because, deal_action: None, service_action: Some(action), guards };
        self.journal.fact(now, &about, Body::Refused(refused))
    }

    /// The guards that keep a step of a service back.
    pub(crate) fn lacking(
        &self,
        now: Time,
        sale: usize,
        kind: ServiceKind,
        step: &'static str,
    ) -> Outcome<Vec<ServiceGuard>> {
        let act = ServiceAct::do_step(step, now.date());
        Ok(match self.ask_service(now, sale, kind, act)? {
            ServiceRuling::Rejected { rejection: ServiceRejection::GuardsNotMet { guards } } => {
                guards.iter().map(|one| one.guard).collect()
            }
            ServiceRuling::Accepted { .. } => Vec::new(),
            ruling => return Err(Failure::refused(step, &ruling)),
        })
    }

    /// A service of a deal.
    pub(crate) fn service(&self, sale: usize, kind: ServiceKind) -> Outcome<&Service> {
        let service = self.sale(sale)?.services.get(&kind);
        service.ok_or_else(|| Failure::missing(kind.word()))
    }

    /// How the home of a sale is sold.
    fn mode(&self, sale: usize) -> Outcome<SaleMode> {
        let completed = self.site.building(self.unit_of(sale)?)?.completed;
        Ok(if completed { SaleMode::Completed } else { SaleMode::Presale })
    }

    fn ask_service(
        &self,
        now: Time,
        sale: usize,
        kind: ServiceKind,
        act: ServiceAct,
    ) -> Outcome<ServiceRuling> {
        let Worker { person, role } = Team::worker("service_officer")?;
        let deal = self.deal(sale)?;
        let read = StreamRead::new(StreamKind::Deal, deal.id.clone(), deal.version);
        let context = ServiceContext::new(now, person)
            .with_roles(vec![role.into()])
            .with_facts(self.facts(sale)?)
            .with_reads(vec![read]);
        let service = self.service(sale, kind)?;
        Ok(ServiceDeciding::new(service, &context).decide(&ServiceCommand::new(act))?)
    }

    fn write_served(
        &mut self,
        now: Time,
        sale: usize,
        kind: ServiceKind,
        decision: &ServiceDecision,
    ) -> Outcome {
        let number = self.journal.decision();
        let mut service = self.service(sale, kind)?.clone();
        for event in &decision.events {
            self.write_service(number, sale, &mut service, event)?;
        }
        for entry in &decision.entries {
            let (Some(paid), Some(item)) = (&service.disbursed, kind.loan_item()) else { continue };
            let lent = ReceivedMoney::new(item, paid.amount).with_account(paid.account.clone());
            self.sale_mut(sale)?.purse.received.push(lent);
            let schedule_line = loan_line(&self.offer_of(sale)?.schedule, kind);
            let moved = MoneyMoved {
                number: self.number("R"),
                item: item.into(),
                amount: paid.amount,
                method: "loan".into(),
                bank_account: paid.account.clone(),
                party: service.bank.clone().unwrap_or_default(),
                schedule_line,
                entry: entry.clone(),
            };
            self.write_money(now, number, sale, (true, moved))?;
        }
        self.sale_mut(sale)?.services.insert(kind, service);
        Ok(())
    }

    /// What the services look at.
    fn facts(&self, sale: usize) -> Outcome<ServiceFacts> {
        let one = self.sale(sale)?;
        let building = self.site.building(self.unit_of(sale)?)?;
        let done = |kind: ServiceKind, step: &str| -> Option<Date> {
            Some(one.services.get(&kind)?.done(step)?.on)
        };
        let unit = self.site.unit(self.unit_of(sale)?)?;
        let known = self.site.source.status.of(unit);
        let loans: Vec<&Service> =
            one.services.values().filter(|service| service.kind.is_loan()).collect();
        let approved = |kind| done(kind, "approved");
        let loan_approved = approved(ServiceKind::Mortgage).max(approved(ServiceKind::FundLoan));
        let arrived = loans.iter().filter_map(|loan| Some(loan.disbursed.as_ref()?.on)).max();
        let dates = ServiceDates {
            signing: one.signed_on,
            filing: done(ServiceKind::Filing, "filed"),
            loan_approved,
            loan_arrived: arrived,
            // Loans of building 9 wait for the completion, by the rules of August 2026.
            pay_out: match building.code {
                "9" => known.completion_filing,
                "10" => known.sale_filing,
                _ => loan_approved.or(one.signed_on),
            },
            completion_filed: known.completion_filing,
            agreed_handover: Some(building.handover),
            handover: done(ServiceKind::Handover, "handed_over"),
        };
        let unpaid = self.house_unpaid(sale)?;
        let fund = one.purse.sum(|money| money.item == *MAINTENANCE_FUND);
        let fees = self.offer_of(sale)?.maintenance_fund.fen() - fund.fen();
        let mut facts = ServiceFacts::default().with_dates(dates);
        facts.mode = Some(self.mode(sale)?);
        facts.house_unpaid = Some(unpaid);
        facts.fees_unpaid = Some(Money::from_fen(fees));
        facts.overdue = Some(unpaid);
        facts.area_settled = Some(match building.surveyed {
            true => {
                one.area.as_ref().is_some_and(|area| area.status == AreaSettlementStatus::Collected)
            }
            false => building.completed,
        });
        facts.loans = Some(match loans.as_slice() {
            [] => LoanFact::NoLoan,
            all if all.iter().all(|loan| loan.disbursed.is_some()) => LoanFact::Arrived,
            _ => LoanFact::Awaited,
        });
        facts.supervised_account = Some(SUPERVISED_ACCOUNT.into());
        facts.title_ready = Some(done(ServiceKind::Title, "certified").is_some());
        let mut approvals = one.approvals.iter();
        facts.quit_agreed = Some(approvals.any(|one| one.asked.kind == ApprovalKind::Quit));
        Ok(facts)
    }

    /// What of the house price, with the difference of area, is not received, loans left out.
    pub(crate) fn house_unpaid(&self, sale: usize) -> Outcome<Money> {
        let one = self.sale(sale)?;
        let offer = self.offer_of(sale)?;
        let settled = one.area.as_ref().and_then(|area| area.sheet.contract_total_after);
        let total = settled.unwrap_or(offer.price.contract_total);
        let lent = [ServiceKind::Mortgage, ServiceKind::FundLoan].map(|kind| {
            let approved = one.services.get(&kind).and_then(|service| service.approved);
            approved.unwrap_or(loan_lines(&offer.schedule, kind)).fen()
        });
        let own = one.purse.own_house().fen()
            + one.purse.sum(|one| one.kind_of_money() == MoneyCategory::AreaDifference).fen();
        Ok(money(total.fen() - lent.iter().sum::<i64>() - own))
    }
}

/// A step with the number of what came of it.
fn numbered(act: ServiceAct, given: Option<Text>) -> ServiceAct {
    match act {
        ServiceAct::DoStep { step, on, amount, bank, account, .. } => {
            ServiceAct::DoStep { step, on, number: given, amount, bank, account }
        }
        other => other,
    }
}
