//! A desk that takes decisions and keeps what they come to.

use kaipan::deal::{
    BuyerFacts, Deal, DealAction, DealBuyer, DealCommand, DealContext, DealDecision, DealDraft,
    DealPrice, DealRejection, DealRuling, Deciding, PriceApproval, ReceivedMoney, SaleFacts,
    SaleStatus, UnitStock,
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

    pub(super) fn ask(&self, action: DealAction, draft: DealDraft) -> DealRuling {
        let deal = self.is_about_a_deal(action).then_some(&self.deal);
        let stock = (!self.is_without_unit(action)).then_some(&self.stock);
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
                | DealAction::HoldForTradeIn
                | DealAction::CorrectStock
        )
    }

    fn is_without_unit(&self, action: DealAction) -> bool {
        matches!(
            action,
            DealAction::Register | DealAction::CancelRegistration | DealAction::EnterLottery
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
                assert!(decision.entries.iter().all(kaipan::money::LedgerEntry::is_balanced));
                decision
            }
            refused => panic!("{action:?}: {refused:#?}"),
        }
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
