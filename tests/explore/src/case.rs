//! One question to the table: a unit, a deal, a draft and what is known, so that a row may be done.

use crate::desk;
use kaipan::Date;
use kaipan::deal::{
    AfterSale, BuyerDetails, ChangedFrom, CloseReason, Deal, DealAction, DealBuyer, DealCommand,
    DealContext, DealDocument, DealGuard, DealRuling, Deciding, DocumentKind, DocumentState,
    DraftField, FinanceTodo, Quota, ReceivedMoney, Reservation, RoomConfirmation, SaleMode,
    StockLock, TodoKind, TradeIn, Transition, UnitStock, Waiting, transitions,
};
use kaipan::number::Money;
use kaipan::project::UnitState;

/// A question to the table.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) row: &'static Transition,
    pub(crate) mode: SaleMode,
    pub(crate) stock: Option<UnitStock>,
    pub(crate) deal: Option<Deal>,
    pub(crate) context: DealContext,
    pub(crate) command: DealCommand,
}

/// How far a deal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    New,
    Active(DocumentKind),
    Ended,
}

impl Case {
    /// Every row, in every state that it begins in, in both sale modes where both may have it: all
    /// its guards are met.
    pub(crate) fn all() -> Vec<Case> {
        let mut cases = Vec::new();
        for row in transitions() {
            for unit in states(row) {
                for stage in stages(row, unit) {
                    for mode in modes(row, stage) {
                        cases.push(Case::new(row, unit, stage, mode));
                    }
                }
            }
        }
        cases
    }

    fn new(
        row: &'static Transition,
        unit: Option<UnitState>,
        stage: Stage,
        mode: SaleMode,
    ) -> Case {
        let mut context = desk::context(mode, 0, 1);
        let asks = |guard| row.guards.contains(&guard);
        let deal = (row.document != Waiting::NoDeal).then(|| deal(row, unit, stage));
        context.received = Some(paid(row));
        context.turn = deal.as_ref().map(|deal| desk::turn(&deal.id, desk::now()));
        let subject = match &deal {
            Some(deal) => deal.id.clone(),
            None if unit.is_some() => desk::unit_no(0),
            None => desk::OFFER.into(),
        };
        context.approvals = desk::row_request(row, &subject).into_iter().collect();
        let mut command = DealCommand { action: row.action, draft: desk::draft(row, 0) };
        if asks(DealGuard::OfferExpired) {
            let yesterday = desk::today().shift_days(-1).expect("yesterday");
            context.quotas = Some(vec![Quota::new(desk::OFFER, 1).with_until(yesterday)]);
            command.draft.quotas = vec![desk::OFFER.into()];
        }
        context.after_sale = Some(AfterSale::default());
        context.changed_from =
            (row.action == DealAction::ChangeUnit).then(|| Box::new(changed_from(row)));
        let stock = unit.map(|state| stock(row, state, stage));
        Case { row, mode, stock, deal, context, command }
    }

    /// With what the draft leaves as the deal has it written into the draft.
    pub(crate) fn written_out(mut self) -> Case {
        let takes = |field| self.row.takes.contains(&field);
        let (draft, Some(deal)) = (&mut self.command.draft, &self.deal) else { return self };
        if takes(DraftField::Price) && draft.price.is_none() {
            draft.price.clone_from(&deal.price);
        }
        if takes(DraftField::Plan) && draft.plan.is_none() {
            draft.plan.clone_from(&deal.plan);
        }
        if takes(DraftField::Schedule) && draft.schedule.is_empty() {
            draft.schedule.clone_from(&deal.schedule);
        }
        if takes(DraftField::Buyers) && draft.buyers.is_empty() {
            draft.buyers.clone_from(&deal.buyers);
        }
        self
    }

    /// The deal has an active deposit contract.
    pub(crate) fn is_promised(&self) -> bool {
        let active = self.deal.as_ref().and_then(Deal::active);
        active.is_some_and(|one| one.kind == DocumentKind::DepositContract)
    }

    /// What is changed is a contract.
    pub(crate) fn is_signed(&self) -> bool {
        let left = self.context.changed_from.as_ref().map(|left| &left.deal);
        let active = left.or(self.deal.as_ref()).and_then(Deal::active);
        active.is_some_and(|one| one.kind == DocumentKind::Contract)
    }

    /// What the real code decides.
    pub(crate) fn ask(&self) -> DealRuling {
        let ruling = self.deciding().decide(&self.command);
        ruling.unwrap_or_else(|error| panic!("{}: {error}", self.name()))
    }

    pub(crate) fn deciding(&self) -> Deciding<'_> {
        Deciding::new(&self.context).stock(self.stock.as_ref()).deal(self.deal.as_ref())
    }

    /// Where it is, for a person.
    pub(crate) fn name(&self) -> String {
        let document = self.deal.as_ref().and_then(Deal::active).map(|one| one.kind);
        let state = self.stock.as_ref().map(|stock| stock.state);
        format!("{} {:?} {state:?} {document:?} {:?}", self.row.id, self.row.action, self.mode)
    }
}

pub(crate) fn received(item: &str, fen: i64) -> ReceivedMoney {
    ReceivedMoney::new(item, Money::from_fen(fen)).with_account(desk::SUPERVISED)
}

/// What was paid, as the guards of a row want it.
fn paid(row: &Transition) -> Vec<ReceivedMoney> {
    if row.guards.contains(&DealGuard::NoMoneyReceived) {
        return Vec::new();
    }
    let one = |(item, fen): &(&str, i64)| received(item, *fen);
    if row.action == DealAction::SignDepositContract {
        return vec![one(&desk::PAID[2]).with_account(desk::OF_DEPOSITS)];
    }
    desk::PAID.iter().map(one).collect()
}

fn states(row: &Transition) -> Vec<Option<UnitState>> {
    if row.units.is_empty() { vec![None] } else { row.units.iter().copied().map(Some).collect() }
}

/// How far a deal can have come where a row begins, with a unit in this state.
fn stages(row: &Transition, unit: Option<UnitState>) -> Vec<Stage> {
    let waits = !row.guards.contains(&DealGuard::NoTradeInPending);
    let fits = |kind: DocumentKind| match kind.unit_state() {
        Some(_) if unit == Some(UnitState::Reserved) => kind == DocumentKind::Booking && waits,
        Some(state) => unit.is_none_or(|unit| unit == state),
        None => !unit.is_some_and(UnitState::in_active_deal),
    };
    let of = |kinds: &[DocumentKind]| -> Vec<Stage> {
        kinds.iter().copied().filter(|kind| fits(*kind)).map(Stage::Active).collect()
    };
    let free = !unit.is_some_and(UnitState::in_active_deal);
    match row.document {
        Waiting::NoDeal | Waiting::New => vec![Stage::New],
        Waiting::Ended => vec![Stage::Ended],
        Waiting::Any => of(&DocumentKind::ALL).into_iter().chain([Stage::Ended]).collect(),
        Waiting::For { kinds, or_new } => {
            of(kinds).into_iter().chain((or_new && free).then_some(Stage::New)).collect()
        }
    }
}

/// Deposit contracts are of completed homes; everything else is of both.
fn modes(row: &Transition, stage: Stage) -> Vec<SaleMode> {
    let of_deposit = row.guards.contains(&DealGuard::DepositContractAllowed);
    if of_deposit || stage == Stage::Active(DocumentKind::DepositContract) {
        vec![SaleMode::Completed]
    } else {
        vec![SaleMode::Presale, SaleMode::Completed]
    }
}

/// The row waits for a day to pass.
fn expires(row: &Transition) -> bool {
    row.guards.contains(&DealGuard::Expired)
}

fn last_day(row: &Transition) -> Date {
    let days = if expires(row) { -1 } else { 0 };
    desk::today().shift_days(days).expect("a day of this year")
}

fn stock(row: &Transition, state: UnitState, stage: Stage) -> UnitStock {
    let mut stock = UnitStock::new(desk::unit_no(0));
    stock.state = state;
    let taken = matches!(stage, Stage::Active(kind) if kind.unit_state().is_some());
    stock.deal = taken.then(|| "D1".into());
    if state == UnitState::Reserved {
        let mut reservation = Reservation::new(desk::customer(0), last_day(row));
        reservation.trade_in = taken.then(trade_in);
        stock.reservation = Some(reservation);
    } else if row.document == Waiting::NoDeal
        && (expires(row) || row.guards.contains(&DealGuard::HoldThere))
    {
        stock.hold = Some(RoomConfirmation::new(desk::customer(0), "张三", desk::now()));
    }
    if row.guards.contains(&DealGuard::ChangePending) {
        stock.locks.push(StockLock::QuitPending);
    }
    stock
}

/// A contract about the other unit, of the same customer, that a change of unit leaves.
fn changed_from(row: &Transition) -> ChangedFrom {
    let signed = UnitState::Signed;
    let mut deal = deal(row, Some(signed), Stage::Active(DocumentKind::Contract));
    (deal.id, deal.unit_no) = ("D0".into(), Some(desk::unit_no(1)));
    let mut stock = UnitStock::new(desk::unit_no(1));
    (stock.state, stock.deal) = (signed, Some("D0".into()));
    ChangedFrom { deal, stock }
}

/// What is agreed in a deal is other than what a change of it drafts.
fn differ(row: &Transition, deal: &mut Deal) {
    let yesterday = desk::today().shift_days(-1);
    match row.action {
        DealAction::ChangeNames => deal.buyers = vec![DealBuyer::new("C8")],
        DealAction::ChangePlan => deal.plan = Some("其他方案".into()),
        DealAction::ChangePrice => {
            if let Some(price) = &mut deal.price {
                price.discounts = "无".into();
            }
        }
        DealAction::ExtendSigning | DealAction::ForfeitSubscription => {
            deal.documents.iter_mut().for_each(|one| one.agreed_signing = yesterday);
        }
        _ => {}
    }
}

/// What a reservation waits for.
pub(crate) fn trade_in() -> TradeIn {
    let price = desk::price();
    TradeIn::new("旧房一套", price.list_price, price.list_total)
}

fn deal(row: &Transition, unit: Option<UnitState>, stage: Stage) -> Deal {
    let mut deal = Deal::new("D1");
    let asks = |guard| row.guards.contains(&guard);
    if asks(DealGuard::TodoNamed) {
        let undecided = asks(DealGuard::TodoUndecided);
        let kind = if undecided { TodoKind::RefundOrForfeit } else { TodoKind::Refund };
        let (item, amount) = desk::PAID[1];
        deal.todos = vec![FinanceTodo::new(1, kind, Money::from_fen(amount), item)];
    }
    let kind = match stage {
        Stage::New => return deal,
        Stage::Active(kind) => kind,
        Stage::Ended => DocumentKind::Booking,
    };
    deal.buyers = vec![DealBuyer::new(desk::customer(0))];
    deal.channel = Some("中介甲".into());
    if kind != DocumentKind::Registration {
        deal.unit_no = Some(desk::unit_no(0));
    }
    if kind > DocumentKind::Booking {
        let (plan, schedule) = desk::plan(0);
        (deal.price, deal.plan, deal.schedule) = (Some(desk::price()), Some(plan), schedule);
    }
    if kind == DocumentKind::Contract {
        deal.contract_buyers = vec![BuyerDetails::new(desk::customer(0))];
    }
    let mut document = DealDocument::new(kind);
    let ended = stage == Stage::Ended;
    document.state = if ended { DocumentState::Closed } else { DocumentState::Active };
    document.closed = ended.then_some(CloseReason::Expired);
    document.active_at = Some(desk::now());
    document.valid_until = Some(last_day(row));
    document.locked = asks(DealGuard::SubscriptionLocked) || asks(DealGuard::DocumentLocked);
    document.handover = Some(desk::read("2027-06-30"));
    document.unit_before = Some(UnitState::OnSale);
    document.trade_in = (unit == Some(UnitState::Reserved)).then(trade_in);
    deal.documents = vec![document];
    differ(row, &mut deal);
    deal
}
