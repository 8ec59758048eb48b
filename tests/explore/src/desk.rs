//! What everybody at the desk knows: a home that may be sold, money, prices, plans, drafts.

use kaipan::approval::{ApprovalKind, ApprovalRequest};
use kaipan::deal::{
    BuyerDetails, BuyerEdit, BuyerFacts, BuyerField, ChoosingTurn, DealAction, DealBuyer,
    DealContext, DealDraft, DealGuard, DealPrice, DraftField, Encumbrance, EndedBy,
    FixedPriceOffer, LotterySeen, OfferedUnit, OldHomeSale, PriceApproval, SaleFacts, SaleMode,
    SaleStatus, SettlementTerms, StockCorrection, StockLock, Transition,
};
use kaipan::number::Money;
use kaipan::payment::{
    Anchor, LineAmount, PaymentMethod, PaymentPlan, PlanLine, ScheduleLine, Scheduling,
};
use kaipan::project::{PresalePermit, Unit};
use kaipan::{Date, Text, Time};
use std::sync::LazyLock;

/// The one moment of the small worlds: what passes there is the age of what is written down.
pub(crate) const NOW: &str = "2026-11-10T10:00:00";

/// Who asks.
pub(crate) const PERSON: &str = "李四";

/// The supervised account.
pub(crate) const SUPERVISED: &str = "监管户";

/// The account for deposits of deposit contracts.
pub(crate) const OF_DEPOSITS: &str = "定金监管户";

/// Every role that the table names for doing something.
pub(crate) const ROLES: [&str; 8] = [
    "sales_agent",
    "stock_controller",
    "sales_manager",
    "marketing_officer",
    "finance_officer",
    "data_clerk",
    "cashier",
    "planner",
];

/// The fixed-price offer of this program, and its quota.
pub(crate) const OFFER: &str = "一口价甲";

/// A discount that can be used once.
pub(crate) const QUOTA: &str = "老带新";

/// Sincerity money, booking money, deposit, house payment: what is paid, in fen.
pub(crate) const PAID: [(&str, i64); 4] = [
    (kaipan::money::SINCERITY, 2_000_000),
    (kaipan::money::BOOKING, 1_000_000),
    (kaipan::money::DEPOSIT, 5_000_000),
    (kaipan::money::HOUSE_PAYMENT, 29_400_000),
];

/// Reads a value that is written in this program.
pub(crate) fn read<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().expect("a value of this program")
}

pub(crate) fn now() -> Time {
    static MOMENT: LazyLock<Time> = LazyLock::new(|| read(NOW));
    *MOMENT
}

pub(crate) fn today() -> Date {
    now().date()
}

/// The name of a unit, by its place.
pub(crate) fn unit_no(at: usize) -> Text {
    Text::of(format_args!("3-1-{}", 1801 + at))
}

/// The name of a customer, by its place.
pub(crate) fn customer(at: usize) -> Text {
    Text::of(format_args!("C{}", at + 1))
}

/// A home of 100 m² at 1,000,000 yuan, with a floor price and a filed price.
pub(crate) fn unit(at: usize) -> Unit {
    Unit {
        unit_no: unit_no(at),
        building: "3".into(),
        floor: 18,
        line: Text::of(at + 1),
        building_area: read("100.00"),
        inside_area: Some(read("80.00")),
        list_price: Some(read("10000")),
        list_total: Some(read("1000000")),
        floor_total: Some(read("900000")),
        filed_total: Some(read("1100000")),
        permit: Some("深房许字001".into()),
        ..Unit::default()
    }
}

/// Everything that a building needs that is sold in this way, under the rules of 2026.
pub(crate) fn facts(mode: SaleMode) -> SaleFacts {
    let day = |text: &str| Some(read::<Date>(text));
    let mut facts = SaleFacts {
        mode: Some(mode),
        planning_permit: day("2026-09-01"),
        construction_permit: day("2026-09-15"),
        supervised_account: Some(SUPERVISED.into()),
        ..SaleFacts::default()
    };
    match mode {
        SaleMode::Completed => {
            facts.sale_filing = day("2026-10-20");
            facts.encumbrance = Some(Encumbrance::Free);
            facts.first_registration = day("2026-10-10");
            facts.deposit_account = Some(OF_DEPOSITS.into());
        }
        _ => facts.topped_out = day("2026-10-01"),
    }
    facts
}

/// What a host knows about a unit when nothing stands in the way.
pub(crate) fn context(mode: SaleMode, at: usize, customers: usize) -> DealContext {
    let mut context = DealContext::new(now(), PERSON);
    context.roles = ROLES.map(Text::from).into();
    context.unit = Some(unit(at));
    context.permits = Some(vec![PresalePermit::new("深房许字001", read("2026-10-15"))]);
    context.status = Some(SaleStatus { project: facts(mode), ..SaleStatus::default() });
    context.buyers = Some((0..customers).map(|at| facts_of(customer(at))).collect());
    context.unanswered = Some(Vec::new());
    context.received = Some(Vec::new());
    context.quotas = Some(Vec::new());
    context.lottery = Some(LotterySeen::new("队列一", 4));
    context.price_approval = Some(PriceApproval { role: None });
    context
}

fn facts_of(customer: Text) -> BuyerFacts {
    let mut details = BuyerDetails::new(customer.clone());
    details.name = Some("王小明".into());
    details.paper_kind = Some("居民身份证".into());
    details.paper_number = Some("110101199001011237".into());
    BuyerFacts::new(customer, true).with_details(details)
}

/// A request for approval that was approved: signed by each of these roles, by other persons.
pub(crate) fn request(kind: ApprovalKind, subject: &str, roles: &[&str]) -> ApprovalRequest {
    let at = "2026-11-09T09:00:00";
    let signature = |(place, role): (usize, &&str)| {
        let person = format!("P{place}");
        serde_json::json!({ "step": 1, "role": role, "person": person, "at": at })
    };
    let signatures: Vec<serde_json::Value> = roles.iter().enumerate().map(signature).collect();
    let request = serde_json::json!({
        "id": format!("{}-{subject}", kind.word()),
        "asked": { "kind": kind.word(), "subject": subject, "node": "P1", "reason": "按规定" },
        "requested_by": "张三",
        "requested_at": at,
        "status": "approved",
        "route": { "source": "table", "steps": [{ "roles": roles, "rule": "all" }] },
        "step": 1,
        "signatures": signatures,
        "round": 1,
        "changed_at": at,
        "version": 3,
    });
    serde_json::from_value(request).expect("a request of this program")
}

/// The request that a row asks for, approved, about this.
pub(crate) fn row_request(row: &Transition, subject: &str) -> Option<ApprovalRequest> {
    let asked = row.approval?;
    let roles = if asked.signed_by.is_empty() { &["sales_manager"] } else { asked.signed_by };
    let mut request = request(asked.kind, subject, roles);
    if asked.kind == ApprovalKind::SpecialDiscount {
        request.asked.amount = Some(price().deal_total);
    }
    Some(request)
}

/// An approval on record that waives these guards, whoever has to.
pub(crate) fn waiver(subject: &str, guards: &[DealGuard]) -> ApprovalRequest {
    let roles = ["regional_gm", "senior_sales_manager", "sales_manager", "finance_officer"];
    let mut request = request(ApprovalKind::Waiver, subject, &roles);
    request.asked.waives = guards.iter().map(|guard| Text::from(guard.word())).collect();
    request
}

/// It is the turn of a deal to choose.
pub(crate) fn turn(deal: &Text, now: Time) -> ChoosingTurn {
    let until = now.add_seconds(600).expect("ten minutes later");
    ChoosingTurn::new("队列一", 4, deal.clone(), now, until)
}

/// The terms of the offer: this unit, once, until today.
pub(crate) fn offer() -> FixedPriceOffer {
    let units = vec![OfferedUnit::new(unit_no(0), price().deal_total)];
    FixedPriceOffer::new(OFFER, 1, today(), units)
}

/// The price that is agreed.
pub(crate) fn price() -> DealPrice {
    price_of("98折", "9800", "980000")
}

/// The price that is agreed in its place.
pub(crate) fn lower_price() -> DealPrice {
    price_of("95折", "9500", "950000")
}

fn price_of(discounts: &str, unit_price: &str, total: &str) -> DealPrice {
    DealPrice {
        list_price: read("10000"),
        list_total: read("1000000"),
        area: read("100"),
        discounts: discounts.into(),
        deal_price: read(unit_price),
        deal_total: read(total),
        contract_total: read(total),
    }
}

/// The two payment plans: a down payment of 30 % or of 20 %, and the rest.
pub(crate) fn plan(at: usize) -> (Text, Vec<ScheduleLine>) {
    plan_of(at, price().contract_total)
}

/// One of the two plans, of a contract total.
pub(crate) fn plan_of(at: usize, total: Money) -> (Text, Vec<ScheduleLine>) {
    let (code, share) = [("FQ30", "0.3"), ("FQ20", "0.2")][at];
    let ratio = LineAmount::Ratio { ratio: read(share) };
    let lines = vec![
        PlanLine::new("首期款", ratio, Anchor::SigningDate {}),
        PlanLine::new("余款", LineAmount::Remainder {}, Anchor::HandoverDate {}),
    ];
    let plan = PaymentPlan::new(code, "分期", PaymentMethod::Instalment, lines);
    let schedule = Scheduling::new(&plan).schedule(total);
    let mut lines = schedule.expect("a plan of this program").lines;
    // How an amount came about is not looked at, and would be most of a state.
    lines.iter_mut().for_each(|line| line.parts.clear());
    (code.into(), lines)
}

/// A draft that has everything which the row takes, for a customer.
pub(crate) fn draft(row: &Transition, who: usize) -> DealDraft {
    let mut draft = DealDraft::default();
    let (plan, schedule) = plan(0);
    for field in row.takes {
        match field {
            DraftField::Reason => draft.reason = Some("客户要求".into()),
            DraftField::Batch => draft.batch = Some("一批".into()),
            DraftField::Buyers => draft.buyers = vec![DealBuyer::new(customer(who))],
            DraftField::Agent => draft.agent = Some("张三".into()),
            DraftField::Channel => draft.channel = Some("中介甲".into()),
            DraftField::Number => draft.number = Some("No-1".into()),
            DraftField::QueueNumber => draft.queue_number = Some(7),
            DraftField::LotteryNumber => draft.lottery_number = Some(3),
            DraftField::Corrections => {
                let corrected = StockCorrection::new("building_area", "100.00");
                draft.corrections = vec![corrected.with_old("99.00")];
            }
            DraftField::Until => draft.until = Some(today()),
            DraftField::Minutes => draft.minutes = Some(30),
            DraftField::Amount => draft.amount = amount(row.action),
            DraftField::Price => draft.price = Some(price()),
            DraftField::Plan => draft.plan = Some(plan.clone()),
            DraftField::Schedule => draft.schedule.clone_from(&schedule),
            DraftField::AgreedSigning => draft.agreed_signing = Some(today()),
            DraftField::Handover => draft.handover = Some(read("2027-06-30")),
            DraftField::Liabilities => draft.liabilities = Some("第八条".into()),
            DraftField::OldHome => draft.old_home = Some("旧房一套".into()),
            DraftField::EndedBy => draft.ended_by = Some(EndedBy::Agreement),
            DraftField::Confirmed => draft.confirmed = Vec::new(),
            DraftField::OldHomeSold => {
                draft.old_home_sold = Some(OldHomeSale::new(today(), "旧房买卖合同"));
            }
            DraftField::Quotas => {}
            DraftField::Offer => draft.offer = Some(offer()),
            DraftField::Todo => draft.todo = Some(1),
            DraftField::BuyerEdit => {
                let phone = BuyerField::Phone;
                draft.buyer_edit = Some(BuyerEdit::new(customer(who), phone, "13900000000"));
            }
            DraftField::FilingNumber => draft.filing_number = Some("网签-1".into()),
            DraftField::ESignatures => draft.e_signatures = Vec::new(),
            DraftField::Paper => draft.paper = Some("更正单一号".into()),
            DraftField::Settlement => {
                let reminded = (row.action == DealAction::ForfeitSubscription).then(today);
                draft.settlement =
                    Some(SettlementTerms { reminded_on: reminded, ..SettlementTerms::default() });
            }
            DraftField::Pending => draft.pending = Some(StockLock::QuitPending),
        }
    }
    if row.action == DealAction::ExtendPayment
        && let Some(last) = draft.schedule.last_mut()
    {
        last.due = Some(read("2027-12-31"));
    }
    draft
}

/// What is agreed to be paid at once; nothing when a deposit contract ends by agreement.
fn amount(action: DealAction) -> Option<Money> {
    let fen = match action {
        DealAction::EndDepositContract => return None,
        DealAction::Register => PAID[0].1,
        DealAction::Book => PAID[1].1,
        _ => PAID[2].1,
    };
    Some(Money::from_fen(fen))
}
