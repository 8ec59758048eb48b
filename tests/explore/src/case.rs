//! One question to the table: a unit, a deal, a draft and what is known, so that a row may be done.

use crate::desk;
use kaipan::deal::{
    Deal, DealBuyer, DealCommand, DealContext, DealDocument, DealGuard, DealRuling, Deciding,
    DocumentKind, DocumentState, ReceivedMoney, Reservation, SaleMode, Transition, UnitStock,
    Waiting, transitions,
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

impl Case {
    /// Every row, in every state that it begins in, in both sale modes where both may have it: all
    /// its guards are met.
    pub(crate) fn all() -> Vec<Case> {
        let mut cases = Vec::new();
        for row in transitions() {
            for unit in states(row) {
                for document in documents(row, unit) {
                    for mode in modes(row) {
                        cases.push(Case::new(row, unit, document, mode));
                    }
                }
            }
        }
        cases
    }

    fn new(
        row: &'static Transition,
        unit: Option<UnitState>,
        document: Option<DocumentKind>,
        mode: SaleMode,
    ) -> Case {
        let mut context = desk::context(mode, 0, 1);
        let asks = |guard| row.guards.contains(&guard);
        context.approvals = vec![desk::approval(DealGuard::Approved)];
        let paid = desk::PAID.iter().filter(|_| !asks(DealGuard::NoMoneyReceived));
        context.received = Some(paid.map(|(item, fen)| received(item, *fen)).collect());
        let deal = (row.document != Waiting::NoDeal).then(|| deal(row, document));
        let stock = unit.map(|state| {
            let mut stock = UnitStock::new(desk::unit_no(0));
            stock.state = state;
            let taken = document.and_then(DocumentKind::unit_state).is_some();
            stock.deal = deal.as_ref().filter(|_| taken).map(|deal| deal.id.clone());
            stock.reservation = (state == UnitState::Reserved)
                .then(|| Reservation::new(desk::customer(0), desk::today()));
            stock
        });
        let command = DealCommand { action: row.action, draft: desk::draft(row, 0) };
        Case { row, mode, stock, deal, context, command }
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

fn states(row: &Transition) -> Vec<Option<UnitState>> {
    if row.units.is_empty() { vec![None] } else { row.units.iter().copied().map(Some).collect() }
}

/// The active documents that a row begins with and that a unit in this state can have.
fn documents(row: &Transition, unit: Option<UnitState>) -> Vec<Option<DocumentKind>> {
    let fits = |kind: Option<DocumentKind>| match kind.and_then(DocumentKind::unit_state) {
        Some(state) => unit == Some(state),
        None => !unit.is_some_and(UnitState::in_active_deal),
    };
    let all = match row.document {
        Waiting::NoDeal => return vec![None],
        Waiting::New => vec![None],
        Waiting::For { kinds, or_new } => {
            let kinds = kinds.iter().copied().map(Some);
            kinds.chain(or_new.then_some(None)).collect()
        }
    };
    all.into_iter().filter(|kind| fits(*kind)).collect()
}

/// Deposit contracts are of completed homes; everything else is of both.
fn modes(row: &Transition) -> Vec<SaleMode> {
    let of_deposit = row.guards.contains(&DealGuard::DepositContractAllowed);
    let from = matches!(row.document, Waiting::For { kinds: [DocumentKind::DepositContract], .. });
    if of_deposit || from {
        vec![SaleMode::Completed]
    } else {
        vec![SaleMode::Presale, SaleMode::Completed]
    }
}

fn deal(row: &Transition, document: Option<DocumentKind>) -> Deal {
    let mut deal = Deal::new("D1");
    let Some(kind) = document else { return deal };
    deal.buyers = vec![DealBuyer::new(desk::customer(0))];
    deal.channel = Some("中介甲".into());
    if kind != DocumentKind::Registration {
        deal.unit_no = Some(desk::unit_no(0));
    }
    if kind > DocumentKind::Booking {
        let (plan, schedule) = desk::plan(0);
        (deal.price, deal.plan, deal.schedule) = (Some(desk::price()), Some(plan), schedule);
    }
    let mut active = DealDocument::new(kind);
    active.state = DocumentState::Active;
    active.active_at = Some(desk::now());
    active.valid_until = Some(desk::today());
    active.locked = row.guards.contains(&DealGuard::SubscriptionLocked);
    active.handover = Some(desk::read("2027-06-30"));
    active.unit_before = Some(UnitState::OnSale);
    deal.documents = vec![active];
    deal
}
