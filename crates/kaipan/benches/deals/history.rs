//! A home on its way from release to contract, and the histories of many such homes.

use kaipan::deal::{
    BuyerFacts, Deal, DealAction, DealBuyer, DealCommand, DealContext, DealDraft, DealEvent,
    DealPrice, DealRuling, Deciding, PriceApproval, ReceivedMoney, SaleFacts, SaleStatus,
    StockEvent, UnitStock,
};
use kaipan::money::{BOOKING, DEPOSIT, HOUSE_PAYMENT, SINCERITY};
use kaipan::payment::{
    Anchor, LineAmount, PaymentMethod, PaymentPlan, PlanLine, ScheduleLine, Scheduling,
};
use kaipan::project::{PresalePermit, Unit};

/// A unit and a deal with their histories, and what the host knows.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    pub(crate) stock: UnitStock,
    pub(crate) deal: Deal,
    pub(crate) context: DealContext,
    pub(crate) stock_events: Vec<StockEvent>,
    pub(crate) deal_events: Vec<DealEvent>,
}

fn read<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn price() -> DealPrice {
    DealPrice {
        list_price: read("10000"),
        list_total: read("1000000"),
        area: read("100"),
        discounts: "98折；老业主推荐优惠".into(),
        deal_price: read("9800"),
        deal_total: read("980000"),
        contract_total: read("980000"),
    }
}

fn schedule() -> Vec<ScheduleLine> {
    let ratio = LineAmount::Ratio { ratio: read("0.3") };
    let lines = vec![
        PlanLine::new("首期款", ratio, Anchor::SigningDate {}),
        PlanLine::new("余款", LineAmount::Remainder {}, Anchor::HandoverDate {}),
    ];
    let plan = PaymentPlan::new("FQ", "分期", PaymentMethod::Instalment, lines);
    match Scheduling::new(&plan).schedule(price().contract_total) {
        Ok(schedule) => schedule.lines,
        Err(error) => panic!("{error}"),
    }
}

/// The draft of a subscription or contract.
pub(crate) fn agreed(is_subscription: bool) -> DealDraft {
    DealDraft {
        price: Some(price()),
        plan: Some("FQ".into()),
        schedule: schedule(),
        amount: is_subscription.then(|| read("50000")),
        agreed_signing: is_subscription.then(|| read("2026-11-20")),
        ..DealDraft::default()
    }
}

/// The draft of a booking.
pub(crate) fn booked() -> DealDraft {
    DealDraft {
        buyers: vec![DealBuyer::new("C1")],
        amount: Some(read("10000")),
        until: Some(read("2026-11-17")),
        ..DealDraft::default()
    }
}

impl Home {
    /// A home of 100 m² at 1,000,000 in a building that may be sold under the rules of 2026.
    pub(crate) fn new() -> Home {
        let unit = Unit {
            unit_no: "3-1-1802".into(),
            building: "3".into(),
            floor: 18,
            line: "02".into(),
            building_area: read("100.00"),
            list_price: Some(read("10000")),
            list_total: Some(read("1000000")),
            floor_total: Some(read("900000")),
            filed_total: Some(read("1100000")),
            permit: Some("深房许字001".into()),
            ..Unit::default()
        };
        let facts = SaleFacts {
            planning_permit: Some(read("2026-09-01")),
            topped_out: Some(read("2026-10-01")),
            supervised_account: Some("监管户".into()),
            ..SaleFacts::default()
        };
        let mut context = DealContext::new(read("2026-11-10T10:00:00"), "李四");
        context.roles = vec!["sales_manager".into(), "marketing_officer".into()];
        context.unit = Some(unit);
        context.permits = Some(vec![PresalePermit::new("深房许字001", read("2026-10-15"))]);
        context.status = Some(SaleStatus { project: facts, ..SaleStatus::default() });
        context.buyers = Some(vec![BuyerFacts::new("C1", true)]);
        context.unanswered = Some(Vec::new());
        context.received = Some(Vec::new());
        context.quotas = Some(Vec::new());
        context.price_approval = Some(PriceApproval { role: None });
        let (stock, deal) = (UnitStock::new("3-1-1802"), Deal::new("D1"));
        Home { stock, deal, context, stock_events: Vec::new(), deal_events: Vec::new() }
    }

    /// Does it, with the unit and the deal that the action is about.
    pub(crate) fn does(&mut self, action: DealAction, draft: DealDraft) {
        let of_stock = matches!(action, DealAction::Release | DealAction::ConfirmRoom);
        let of_deal = action == DealAction::Register;
        let command = DealCommand { action, draft };
        let deciding = Deciding::new(&self.context)
            .stock((!of_deal).then_some(&self.stock))
            .deal((!of_stock).then_some(&self.deal));
        match deciding.decide(&command) {
            Ok(DealRuling::Accepted { decision }) => {
                for event in &decision.stock {
                    self.stock.apply(event).unwrap_or_else(|error| panic!("{error}"));
                }
                for event in &decision.deal {
                    self.deal.apply(event).unwrap_or_else(|error| panic!("{error}"));
                }
                self.stock_events.extend(decision.stock);
                self.deal_events.extend(decision.deal);
            }
            other => panic!("{action:?}: {other:#?}"),
        }
    }

    pub(crate) fn receives(&mut self, item: &str, yuan: &str) {
        let one = ReceivedMoney::new(item, read(yuan)).with_account("监管户");
        self.context.received.get_or_insert_default().push(one);
    }

    /// Released, registered, the room confirmed and money for a booking paid.
    pub(crate) fn before_booking() -> Home {
        let mut home = Home::new();
        let buyers = vec![DealBuyer::new("C1")];
        home.does(DealAction::Release, DealDraft::default());
        let register =
            DealDraft { buyers: buyers.clone(), queue_number: Some(7), ..DealDraft::default() };
        home.does(DealAction::Register, register);
        home.receives(SINCERITY, "20000");
        let confirm = DealDraft { buyers, minutes: Some(30), ..DealDraft::default() };
        home.does(DealAction::ConfirmRoom, confirm);
        home.receives(BOOKING, "10000");
        home
    }

    /// Booked, and the deposit paid.
    pub(crate) fn before_subscribing() -> Home {
        let mut home = Home::before_booking();
        home.does(DealAction::Book, booked());
        home.receives(DEPOSIT, "50000");
        home
    }

    /// Signed.
    pub(crate) fn signed() -> Home {
        let mut home = Home::before_subscribing();
        home.does(DealAction::Subscribe, agreed(true));
        home.does(DealAction::Lock, DealDraft::default());
        home.receives(HOUSE_PAYMENT, "294000");
        home.does(DealAction::Sign, agreed(false));
        home
    }
}
