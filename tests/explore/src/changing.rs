//! Changes of what was subscribed or signed: what may be agreed about them, what happens to a
//! contract meanwhile, and what has to hold of their money (handbook §§5.3 to 5.5).

use crate::desk::{self, read};
use crate::world::World;
use kaipan::Text;
use kaipan::deal::{
    ChangeFault, ChangeFee, ChangeSettling, Deal, DealAction, DealBuyer, DealChange,
    DealChangePolicy, DealCommand, DealContext, DealDecision, DealDraft, DealPrice, DocumentKind,
    FaultRemedy, ReceivedMoney, SettlementTerms, StockLock, TodoKind, Transition,
};
use kaipan::money::{COMMERCIAL_LOAN, DEPOSIT, LedgerAccount};
use kaipan::number::{Fraction, Money};

/// Buyers there can be where names are changed.
pub(crate) const HOUSEHOLD: usize = 2;

/// The loan that a bank pays, in fen.
const LOAN: i64 = 68_600_000;

/// An action by which what was subscribed or signed is changed.
pub(crate) fn is_change(action: DealAction) -> bool {
    matches!(action, DealAction::ApplyForChange | DealAction::WithdrawChange) || is_settled(action)
}

/// A change whose money is settled.
pub(crate) fn is_settled(action: DealAction) -> bool {
    matches!(
        action,
        DealAction::RefundSubscription
            | DealAction::ForfeitSubscription
            | DealAction::Quit
            | DealAction::ChangeUnit
            | DealAction::ChangeNames
            | DealAction::ChangePlan
            | DealAction::ChangePrice
            | DealAction::ExtendSigning
            | DealAction::ExtendPayment
    )
}

/// An action of a customer whose deal is changed: from the subscription on, or at once to a contract.
pub(crate) fn is_of_changes(action: DealAction) -> bool {
    is_change(action)
        || matches!(
            action,
            DealAction::Release
                | DealAction::Subscribe
                | DealAction::SignDepositContract
                | DealAction::EndDepositContract
                | DealAction::Sign
                | DealAction::Void
                | DealAction::FinishTodo
        )
}

/// An action of a customer who moves between units.
pub(crate) fn is_of_moves(action: DealAction) -> bool {
    matches!(
        action,
        DealAction::Release
            | DealAction::CorrectStock
            | DealAction::Subscribe
            | DealAction::Sign
            | DealAction::ChangeUnit
            | DealAction::FinishTodo
    )
}

/// A fee for quitting, for another unit and for other names.
pub(crate) fn policy() -> DealChangePolicy {
    let fee = |action, yuan: &str| ChangeFee::new(action).with_amount(read::<Money>(yuan));
    let fees = vec![
        fee(DealAction::Quit, "1000"),
        fee(DealAction::ChangeUnit, "2000"),
        fee(DealAction::ChangeNames, "500"),
    ];
    DealChangePolicy::default().with_fees(fees)
}

/// The drafts of a change, and of a contract that takes over what was changed; none of any other
/// row.
pub(crate) fn drafts(row: &Transition, draft: &DealDraft) -> Option<Vec<DealDraft>> {
    let with = |change: &dyn Fn(&mut DealDraft)| {
        let mut draft = draft.clone();
        change(&mut draft);
        draft
    };
    let settled = |all: Vec<SettlementTerms>| -> Vec<DealDraft> {
        let one = |terms: SettlementTerms| DealDraft { settlement: Some(terms), ..draft.clone() };
        all.into_iter().map(one).collect()
    };
    let prices = [desk::price(), desk::lower_price()];
    let schedules =
        || prices.iter().flat_map(|price| [0, 1].map(|at| desk::plan_of(at, price.contract_total)));
    Some(match row.action {
        DealAction::ApplyForChange | DealAction::WithdrawChange => {
            let locks = [StockLock::QuitPending, StockLock::ChangeNamePending];
            locks.map(|lock| with(&|draft| draft.pending = Some(lock))).into()
        }
        DealAction::RefundSubscription => settled(vec![
            SettlementTerms::default(),
            terms(ChangeFault::Neither, None),
            terms(ChangeFault::Neither, None).with_refund(read::<Money>("1000")),
            terms(ChangeFault::Seller, Some(FaultRemedy::DEPOSIT)),
        ]),
        DealAction::ForfeitSubscription => {
            let reminded = |terms: SettlementTerms| terms.with_reminded_on(desk::today());
            settled(vec![
                reminded(SettlementTerms::default()),
                reminded(terms(ChangeFault::Buyer, Some(penalty("100000")))),
            ])
        }
        DealAction::Quit => settled(vec![
            terms(ChangeFault::Neither, None),
            terms(ChangeFault::Buyer, Some(FaultRemedy::DEPOSIT)),
            terms(ChangeFault::Buyer, Some(penalty("100000"))),
            terms(ChangeFault::Seller, Some(FaultRemedy::DEPOSIT)),
            terms(ChangeFault::Seller, Some(penalty("100000"))),
        ]),
        DealAction::ChangeNames => {
            [1, HOUSEHOLD].map(|count| with(&|draft| draft.buyers = household(count))).into()
        }
        DealAction::ChangePlan => {
            let one = |(plan, schedule)| DealDraft {
                plan: Some(plan),
                schedule,
                price: None,
                ..draft.clone()
            };
            schedules().map(one).collect()
        }
        DealAction::ChangePrice => {
            let one = |price: &DealPrice| {
                let price = price.clone();
                [0, 1].map(|at| DealDraft {
                    plan: None,
                    schedule: desk::plan_of(at, price.contract_total).1,
                    price: Some(price.clone()),
                    ..draft.clone()
                })
            };
            prices.iter().flat_map(one).collect()
        }
        DealAction::ExtendPayment => {
            let one = |(_, mut schedule): (_, Vec<kaipan::payment::ScheduleLine>)| {
                schedule.last_mut().expect("two lines").due = Some(read("2027-12-31"));
                DealDraft { schedule, ..draft.clone() }
            };
            schedules().map(one).collect()
        }
        // What was agreed is kept, whatever it is by now.
        DealAction::Sign => {
            let kept = with(&|draft| {
                (draft.price, draft.plan) = (None, None);
                draft.schedule.clear();
                draft.buyers.clear();
            });
            vec![kept, draft.clone()]
        }
        _ => return None,
    })
}

fn terms(fault: ChangeFault, remedy: Option<FaultRemedy>) -> SettlementTerms {
    SettlementTerms { fault: Some(fault), remedy, ..SettlementTerms::default() }
}

fn penalty(yuan: &str) -> FaultRemedy {
    FaultRemedy::PenaltyAmount { amount: read(yuan) }
}

/// One buyer, or several with equal shares.
fn household(count: usize) -> Vec<DealBuyer> {
    let share = (count > 1).then(|| read::<Fraction>("1/2"));
    let buyer = |at| DealBuyer { share, ..DealBuyer::new(desk::customer(at)) };
    (0..count).map(buyer).collect()
}

/// A contract is filed, or its filing cancelled; the bank pays a loan, and takes it back.
pub(crate) fn happen(world: &World, at: usize, after: &mut Vec<World>) {
    let open = &world.deals[at];
    if open.deal.active().is_none_or(|one| one.kind != DocumentKind::Contract) {
        return;
    }
    let mut with = |change: &dyn Fn(&mut crate::world::OpenDeal)| {
        let mut next = world.clone();
        change(&mut next.deals[at]);
        after.push(next);
    };
    with(&|open| open.after.filed = !open.after.filed);
    if open.after.filed && !open.purse.lent {
        with(&|open| {
            open.purse.receive(COMMERCIAL_LOAN, LOAN);
            open.purse.lent = true;
        });
    }
    if open.purse.lent && !open.after.loan_released {
        with(&|open| open.after.loan_released = true);
    }
}

fn total<'a>(all: impl Iterator<Item = &'a Money>) -> i64 {
    all.map(|one| one.fen()).sum()
}

/// Of the deal that is changed, what is done is what was shown before, to the fen; no more is returned than came in, no more
/// forfeited than min(paid, 20 % of the price), transfers come to zero, and whatever leaves the
/// deal has an entry and somebody who pays it out. A change of unit goes to a deal and a unit.
pub(crate) fn check(
    changed: &Deal,
    context: &DealContext,
    command: &DealCommand,
    decision: &DealDecision,
    to: Option<(&Text, &Text)>,
) {
    let received: &[ReceivedMoney] = context.received.as_deref().expect("what was received");
    let shown = ChangeSettling::new(changed, command.action, &command.draft, context.now)
        .received(received)
        .policy(&context.policy)
        .to_deal(to.map(|(deal, _)| deal))
        .to_unit(to.map(|(_, unit_no)| unit_no))
        .settle()
        .unwrap_or_else(|error| panic!("what is done cannot be shown: {error}"));
    assert_eq!(shown.entries, decision.entries, "shown and done differ: {command:?}");

    let came_in = total(received.iter().map(|one| &one.amount));
    let deposit = total(received.iter().filter(|one| one.item == *DEPOSIT).map(|one| &one.amount));
    let price = changed.price.as_ref().expect("what is changed has a price");
    let legal = deposit.min(price.deal_total.min(price.contract_total).fen() / 5);
    let [refund, forfeited, kept, to_bank, transferred, stays] =
        [shown.refund, shown.forfeited, shown.kept, shown.to_bank, shown.transferred, shown.stays]
            .map(Money::fen);
    assert!(refund <= came_in && forfeited <= legal, "{shown:?}");
    assert_eq!(came_in, refund + kept + to_bank + transferred + stays, "{shown:?}");

    let legs = || decision.entries.iter().flat_map(|entry| &entry.legs);
    let through = legs().filter(|leg| matches!(leg.account, LedgerAccount::Transfer {}));
    assert_eq!(total(through.map(|leg| &leg.amount)), 0, "transfers come to zero: {decision:?}");
    let own = decision.entries.iter().filter(|entry| entry.deal.as_ref() == Some(&changed.id));
    let out = own.flat_map(|entry| &entry.legs).filter(|leg| {
        matches!(
            leg.account,
            LedgerAccount::PreSale {} | LedgerAccount::Prepayment {} | LedgerAccount::Collected {}
        )
    });
    assert_eq!(total(out.map(|leg| &leg.amount)), stays - came_in, "no entry: {decision:?}");
    let opened = |kind: TodoKind| -> i64 {
        let todos = decision.deal.iter().filter_map(|event| match &event.change {
            DealChange::TodoOpened { todo } if todo.kind == kind => Some(todo.amount.fen()),
            _ => None,
        });
        todos.sum()
    };
    assert_eq!(opened(TodoKind::Refund), refund + shown.compensation.fen(), "{decision:?}");
    assert_eq!(opened(TodoKind::Transfer), to_bank, "{decision:?}");
}
