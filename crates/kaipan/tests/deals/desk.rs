//! A desk that takes decisions and keeps what they come to.

use kaipan::approval::ApprovalRequest;
use kaipan::deal::{
    BuyerFacts, Deal, DealAction, DealBuyer, DealCommand, DealContext, DealDecision, DealDraft,
    DealGuard, DealPrice, DealRejection, DealRuling, Deciding, PriceApproval, Quota, QuotaEvent,
    ReceivedMoney, SaleFacts, SaleMode, SaleStatus, UnitStock,
};
use kaipan::payment::{
    Anchor, LineAmount, PaymentMethod, PaymentPlan, PlanLine, ScheduleLine, Scheduling,
};
use kaipan::project::{PresalePermit, Unit};

pub(super) fn read<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap()
}

/// A unit, a deal, and what the host knows.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) stock: UnitStock,
    pub(super) deal: Deal,
    pub(super) context: DealContext,
}

impl Desk {
    /// A home of 100 m² at 1,000,000 in a building that may be sold, and money as it comes.
    pub(super) fn presale() -> Desk {
        let unit = Unit {
            unit_no: "3-1-1802".into(),
            building: "3".into(),
            floor: 18,
            line: "02".into(),
            building_area: read("100.00"),
            list_price: Some(read("10000")),
            list_total: Some(read("1000000")),
            floor_total: Some(read("900000")),
            permit: Some("深房许字001".into()),
            ..Unit::default()
        };
        let facts = SaleFacts {
            planning_permit: Some(read("2025-03-01")),
            topped_out: Some(read("2026-05-01")),
            supervised_account: Some("监管户".into()),
            ..SaleFacts::default()
        };
        let mut context = DealContext::new(read("2026-09-01T10:00:00"), "李四");
        context.roles = ["sales_manager".into(), "marketing_officer".into()].into();
        context.unit = Some(unit);
        context.permits = Some(vec![PresalePermit::new("深房许字001", read("2026-06-01"))]);
        context.status = Some(SaleStatus { project: facts, ..SaleStatus::default() });
        context.buyers = Some(vec![BuyerFacts::new("C1", true)]);
        context.unanswered = Some(Vec::new());
        context.received = Some(Vec::new());
        context.quotas = Some(Vec::new());
        context.price_approval = Some(PriceApproval { role: None });
        Desk { stock: UnitStock::new("3-1-1802"), deal: Deal::new("D1"), context }
    }

    /// The same home, sold completed: the sale is filed, home and land are free.
    pub(super) fn completed() -> Desk {
        let mut desk = Desk::presale();
        desk.context.permits = Some(Vec::new());
        let status = desk.context.status.as_mut().unwrap();
        status.project = SaleFacts {
            mode: Some(SaleMode::Completed),
            planning_permit: Some(read("2026-08-29")),
            construction_permit: Some(read("2026-08-30")),
            deposit_account: Some("定金户".into()),
            ..SaleFacts::default()
        };
        desk
    }

    pub(super) fn facts(&mut self) -> &mut SaleFacts {
        &mut self.context.status.as_mut().unwrap().project
    }

    pub(super) fn ask(&self, action: DealAction, draft: DealDraft) -> DealRuling {
        let deal = self.is_about_a_deal(action).then_some(&self.deal);
        let stock = (!self.is_without_unit(action)).then_some(&self.stock);
        let is_lapse = action == DealAction::Lapse && !draft.quotas.is_empty();
        let (deal, stock) = if is_lapse { (None, None) } else { (deal, stock) };
        let command = DealCommand { action, draft };
        let deciding = Deciding::new(&self.context).stock(stock).deal(deal);
        let ruling = deciding.decide(&command).unwrap();
        let options = deciding.options(std::slice::from_ref(&command)).unwrap();
        let option = options.iter().find(|one| one.action == action);
        match &ruling {
            DealRuling::Accepted { .. } => assert!(option.unwrap().may, "{action:?}"),
            DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } => {
                assert_eq!(&option.unwrap().lacking, guards);
            }
            _ => assert!(option.is_none()),
        }
        ruling
    }

    fn is_about_a_deal(&self, action: DealAction) -> bool {
        !matches!(
            action,
            DealAction::Release
                | DealAction::Withdraw
                | DealAction::Control
                | DealAction::Uncontrol
                | DealAction::Reserve
                | DealAction::EndReservation
                | DealAction::ConfirmRoom
                | DealAction::EndHold
                | DealAction::CorrectStock
                | DealAction::OpenOffer
        )
    }

    fn is_without_unit(&self, action: DealAction) -> bool {
        matches!(
            action,
            DealAction::Register
                | DealAction::CancelRegistration
                | DealAction::EnterLottery
                | DealAction::OpenOffer
        )
    }

    /// Does it, and gives what was decided.
    pub(super) fn does(&mut self, action: DealAction, draft: DealDraft) -> DealDecision {
        match self.ask(action, draft) {
            DealRuling::Accepted { decision } => {
                for event in &decision.stock {
                    self.stock.apply(event).unwrap();
                }
                for event in &decision.deal {
                    self.deal.apply(event).unwrap();
                }
                for event in &decision.quotas {
                    self.take_in(event);
                }
                assert!(decision.entries.iter().all(kaipan::money::LedgerEntry::is_balanced));
                decision
            }
            refused => panic!("{action:?}: {refused:#?}"),
        }
    }

    fn take_in(&mut self, event: &QuotaEvent) {
        let quotas = self.context.quotas.get_or_insert_default();
        if !quotas.iter().any(|quota| quota.id == event.quota) {
            quotas.push(Quota::new(event.quota.clone(), 0));
        }
        let quota = quotas.iter_mut().find(|quota| quota.id == event.quota).unwrap();
        quota.apply(event).unwrap();
    }

    /// The guards that keep it from being done.
    pub(super) fn lacks(&self, action: DealAction, draft: DealDraft) -> Vec<DealGuard> {
        match self.ask(action, draft) {
            DealRuling::Rejected { rejection: DealRejection::GuardsNotMet { guards, .. } } => {
                guards.iter().map(|one| one.guard).collect()
            }
            DealRuling::Accepted { .. } => Vec::new(),
            other => panic!("{action:?}: {other:#?}"),
        }
    }

    /// The table has no row for it here.
    pub(super) fn has_no_row(&self, action: DealAction, draft: DealDraft) -> bool {
        let ruling = self.ask(action, draft);
        matches!(ruling, DealRuling::Rejected { rejection: DealRejection::NotInTable { .. } })
    }

    /// A request about the deal that was approved, signed by these: role and person.
    pub(super) fn approve(&mut self, kind: &str, signed: &[(&str, &str)]) -> &mut ApprovalRequest {
        let id = format!("A{}", self.context.approvals.len() + 1);
        self.context.approvals.push(approved(&id, kind, "D1", signed));
        self.context.approvals.last_mut().unwrap()
    }

    pub(super) fn receives(&mut self, item: &str, yuan: &str) {
        let received = self.context.received.get_or_insert_default();
        let one = ReceivedMoney::new(item, read(yuan)).with_account("监管户");
        received.push(one);
    }
}

pub(super) fn buyer() -> Vec<DealBuyer> {
    vec![DealBuyer::new("C1")]
}

pub(super) fn price() -> DealPrice {
    DealPrice {
        list_price: read("10000"),
        list_total: read("1000000"),
        area: read("100"),
        discounts: "98折".into(),
        deal_price: read("9800"),
        deal_total: read("980000"),
        contract_total: read("980000"),
    }
}

/// A schedule for a contract total: 30 % down, the rest at handover.
pub(super) fn schedule(total: &str) -> Vec<ScheduleLine> {
    let lines = vec![
        PlanLine::new("首期款", LineAmount::Ratio { ratio: read("0.3") }, Anchor::SigningDate {}),
        PlanLine::new("余款", LineAmount::Remainder {}, Anchor::HandoverDate {}),
    ];
    let plan = PaymentPlan::new("FQ", "分期", PaymentMethod::Instalment, lines);
    Scheduling::new(&plan).schedule(read(total)).unwrap().lines
}

/// What a subscription at 980,000 agrees, with a deposit of 50,000.
pub(super) fn subscription() -> DealDraft {
    DealDraft {
        buyers: buyer(),
        amount: Some(read("50000")),
        price: Some(price()),
        plan: Some("FQ".into()),
        schedule: schedule("980000"),
        agreed_signing: Some(read("2026-09-10")),
        ..DealDraft::default()
    }
}

/// A draft with a reason and nothing else.
pub(super) fn because(reason: &str) -> DealDraft {
    DealDraft { reason: Some(reason.into()), ..DealDraft::default() }
}

/// A request for approval as the engine of approvals leaves it.
pub(super) fn approved(
    id: &str,
    kind: &str,
    subject: &str,
    signed: &[(&str, &str)],
) -> ApprovalRequest {
    let at = "2026-09-01T09:00:00";
    let signatures: Vec<_> = signed
        .iter()
        .map(|(role, person)| {
            serde_json::json!({ "step": 1, "role": role, "person": person, "at": at })
        })
        .collect();
    let roles: Vec<_> = signed.iter().map(|(role, _)| role).collect();
    serde_json::from_value(serde_json::json!({
        "id": id,
        "asked": { "kind": kind, "subject": subject, "node": "P1", "reason": "按规定" },
        "requested_by": "张三",
        "requested_at": at,
        "status": "approved",
        "route": { "source": "table", "steps": [{ "roles": roles, "rule": "all" }] },
        "step": 1,
        "signatures": signatures,
        "round": 1,
        "changed_at": at,
        "version": 3,
    }))
    .unwrap()
}

/// A registration with the seventh place in the queue.
pub(super) fn registration() -> DealDraft {
    DealDraft { buyers: buyer(), queue_number: Some(7), ..DealDraft::default() }
}
