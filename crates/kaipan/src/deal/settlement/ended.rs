//! A deal ends: 退定, 挞定, 退房 (T14, T15, T17; handbook §§5.4 and 5.5).

use super::amounts::{above, daily, share};
use super::asked::{document, remedy};
use super::engine::{missing, of_draft};
use super::purse::{Purse, is_deposit, is_loan, is_own_house, is_refundable, total};
use super::{
    ChangeCount, ChangeFault, ChangeLiability, ChangeMeasure, ChangeParty, ChangeSettlement,
    ChangeSettling, ChangeTodo, FaultRemedy, LiabilityKind,
};
use crate::Text;
use crate::deal::{DocumentKind, TodoKind};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::money::{self, LedgerAccount, LedgerLeg};
use crate::number::{Money, Rate, less};

/// What the two sides owe by the remedy.
#[derive(Debug, Default)]
struct Owed {
    forfeited: Money,
    by_buyer: Money,
    by_seller: Option<(LiabilityKind, Money)>,
}

pub(super) fn settle(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    let old_total = of.old_total()?;
    let owed = owed(of, to)?;
    to.findings.extend(large_penalty(&owed, old_total)?);
    let mut purse = Purse::new(of.received);

    let forfeited = purse.take(owed.forfeited, is_deposit)?;
    for one in &forfeited {
        purse.give(one, LedgerAccount::ChargeIncome {}, None)?;
    }
    to.forfeited = total(&forfeited)?;
    to.handling_fee = of.fee(old_total)?;
    to.late_fee = of.terms().and_then(|terms| terms.late_fee).unwrap_or(Money::ZERO);
    to.penalty = owed.by_buyer;
    let mut kept = vec![to.forfeited];
    owes(to, LiabilityKind::Forfeiture, to.forfeited, to.forfeited)?;
    for (kind, item, amount) in [
        (LiabilityKind::LateFee, money::LATE_FEE, to.late_fee),
        (LiabilityKind::Penalty, money::LATE_FEE, to.penalty),
        (LiabilityKind::HandlingFee, money::HANDLING_FEE, to.handling_fee),
    ] {
        let there = purse.keep(amount, item)?;
        owes(to, kind, amount, there)?;
        to.shortfall = Money::sum([to.shortfall, less(amount, there)?])?;
        kept.push(there);
    }

    to.refundable = purse.left(is_refundable)?;
    to.refund = agreed_refund(of, to.refundable)?;
    let house = give_back(of, to, &mut purse)?;
    // What the sheet does not return stays with the seller, by agreement.
    let rest = less(to.refundable, to.refund)?;
    kept.push(purse.keep(rest, money::LATE_FEE)?);
    if rest.is_positive() {
        let told =
            finding!(Code::ChangeRefundBelow, refund = to.refund, refundable = to.refundable);
        let told = told.at("refund").at("settlement").at("draft");
        to.findings.push(told.within(Input::Command));
    }
    return_loans(of, to, &mut purse)?;
    // Fees that were charged before stay charged.
    kept.push(purse.left(|one| !is_refundable(one) && !is_loan(one))?);
    to.kept = Money::sum(kept)?;
    if let Some((kind, amount)) = owed.by_seller {
        compensate(of, to, &mut purse, (kind, amount))?;
    }
    count(of, to, house)?;
    to.entries.extend(of.entry(&of.deal.id, std::mem::take(&mut purse.legs)));
    if to.shortfall.is_positive() {
        let told = finding!(Code::ChangeShortfall, amount = to.shortfall);
        to.findings.push(told.within(Input::Received));
    }
    above_legal(of, to)?;
    to.record();
    to.leave()
}

/// What the remedy comes to.
fn owed(of: &ChangeSettling<'_>, to: &ChangeSettlement) -> Result<Owed> {
    let Some(remedy) = remedy(of)? else { return Ok(Owed::default()) };
    let contract = of.old_total()?;
    let policy = of.change_policy();
    let needed = |field: &'static str, given: Option<Rate>, by_policy: Option<Rate>| {
        let rate = given.or(by_policy);
        let error = || of_draft(missing(field).at(field).at("remedy"), "settlement");
        rate.ok_or_else(error)
    };
    let (kind, amount) = match remedy {
        FaultRemedy::Deposit {} => (LiabilityKind::DoubleReturn, to.legal_deposit),
        FaultRemedy::PenaltyAmount { amount } => (LiabilityKind::Penalty, *amount),
        FaultRemedy::PenaltyRate { rate } => {
            let rate = needed("rate", *rate, policy.and_then(|policy| policy.penalty_rate))?;
            (LiabilityKind::Penalty, share(contract, rate)?)
        }
        FaultRemedy::LateHandover { daily_rate } => {
            let by_policy = policy.and_then(|policy| policy.late_handover_rate);
            let rate = needed("daily_rate", *daily_rate, by_policy)?;
            let house = Purse::new(of.received).left(|one| is_own_house(one) || is_loan(one))?;
            (LiabilityKind::LateHandover, daily(house, rate, days_late(of)?)?)
        }
    };
    Ok(match to.fault {
        ChangeFault::Seller => Owed { by_seller: Some((kind, amount)), ..Owed::default() },
        _ if kind == LiabilityKind::DoubleReturn => Owed { forfeited: amount, ..Owed::default() },
        _ => Owed { by_buyer: amount, ..Owed::default() },
    })
}

/// A penalty above 20 % of the contract total is most likely a slip of the pen.
fn large_penalty(owed: &Owed, contract: Money) -> Result<Option<Finding>> {
    const LARGE: Rate = Rate::from_millionths(200_000);
    let by_seller = owed.by_seller.filter(|(kind, _)| *kind != LiabilityKind::DoubleReturn);
    let amount = by_seller.map_or(owed.by_buyer, |(_, amount)| amount);
    let is_large = amount > share(contract, LARGE)?;
    Ok(is_large.then(|| {
        let told = finding!(Code::ChangePenaltyLarge, amount = amount, total = contract);
        told.at("remedy").at("settlement").at("draft").within(Input::Command)
    }))
}

/// Days since the promised handover.
fn days_late(of: &ChangeSettling<'_>) -> Result<u32> {
    let Some(promised) = document(of)?.handover else {
        return Err(missing("handover").within(Input::Deal));
    };
    let days = u32::try_from(of.today().days_since(promised)).ok().filter(|days| *days > 0);
    days.ok_or_else(|| {
        let error = Error::new(Code::ChangeNotLate).with("day", promised);
        of_draft(error.at("remedy"), "settlement")
    })
}

/// What is returned: what the sheet says, and never more than may be.
fn agreed_refund(of: &ChangeSettling<'_>, refundable: Money) -> Result<Money> {
    match of.terms().and_then(|terms| terms.refund) {
        Some(refund) if refund > refundable => {
            let error = Error::new(Code::ChangeRefundAbove).with("refund", refund);
            let error = error.with("refundable", refundable).at("refund");
            Err(of_draft(error, "settlement"))
        }
        given => Ok(given.unwrap_or(refundable)),
    }
}

/// What is returned goes to the refunds due, each item a matter for the cashier. The house money
/// among it.
fn give_back<'a>(
    of: &ChangeSettling<'a>,
    to: &mut ChangeSettlement,
    purse: &mut Purse<'a>,
) -> Result<Money> {
    let returned = purse.take(to.refund, is_refundable)?;
    for one in &returned {
        purse.give(one, LedgerAccount::RefundDue {}, None)?;
        to.todos.push(ChangeTodo {
            deal: of.deal.id.clone(),
            kind: TodoKind::Refund,
            amount: one.amount,
            item: one.from.item.clone(),
            account: one.from.account.clone(),
        });
    }
    total(returned.iter().filter(|one| is_own_house(one.from)))
}

/// Loans go back to the bank, and never to the buyer.
pub(super) fn return_loans<'a>(
    of: &ChangeSettling<'a>,
    to: &mut ChangeSettlement,
    purse: &mut Purse<'a>,
) -> Result<()> {
    let loans = purse.take(purse.left(is_loan)?, is_loan)?;
    for one in &loans {
        purse.give(one, LedgerAccount::RefundDue {}, None)?;
        to.todos.push(ChangeTodo {
            deal: of.deal.id.clone(),
            kind: TodoKind::Transfer,
            amount: one.amount,
            item: one.from.item.clone(),
            account: one.from.account.clone(),
        });
    }
    to.to_bank = total(&loans)?;
    Ok(())
}

/// What the seller pays besides.
fn compensate(
    of: &ChangeSettling<'_>,
    to: &mut ChangeSettlement,
    purse: &mut Purse<'_>,
    (kind, amount): (LiabilityKind, Money),
) -> Result<()> {
    if !amount.is_positive() {
        return Ok(());
    }
    let item = match kind {
        LiabilityKind::DoubleReturn => Text::constant(money::DEPOSIT),
        _ => Text::constant(money::LATE_FEE),
    };
    let out = less(Money::ZERO, amount)?;
    purse.legs.push(LedgerLeg::new(LedgerAccount::ChargeIncome {}, item.clone(), out));
    purse.legs.push(LedgerLeg::new(LedgerAccount::RefundDue {}, item.clone(), amount));
    to.compensation = amount;
    let (deal, account) = (of.deal.id.clone(), None);
    to.todos.push(ChangeTodo { deal, kind: TodoKind::Refund, amount, item, account });
    to.liabilities.push(ChangeLiability {
        owed_by: ChangeParty::Seller,
        kind,
        amount,
        open: amount,
    });
    Ok(())
}

/// The buyer owes an amount, of which so much is there.
pub(super) fn owes(
    to: &mut ChangeSettlement,
    kind: LiabilityKind,
    amount: Money,
    there: Money,
) -> Result<()> {
    if amount.is_positive() {
        let open = less(amount, there)?;
        to.liabilities.push(ChangeLiability { owed_by: ChangeParty::Buyer, kind, amount, open });
    }
    Ok(())
}

/// A deal that ends leaves the subscriptions, and the signings if it was signed.
fn count(of: &ChangeSettling<'_>, to: &mut ChangeSettlement, house: Money) -> Result<()> {
    let signed = document(of)?.kind == DocumentKind::Contract;
    let old = of.old_total()?;
    let out = less(Money::ZERO, old)?;
    let mut count = |measure, units, amount| {
        to.counts.push(ChangeCount { measure, deal: of.deal.id.clone(), units, amount });
    };
    count(ChangeMeasure::Subscriptions, -1, out);
    if signed {
        count(ChangeMeasure::Signings, -1, out);
    }
    count(ChangeMeasure::Cancellations, 1, old);
    if house.is_positive() {
        count(ChangeMeasure::Collections, 0, less(Money::ZERO, house)?);
    }
    Ok(())
}

/// Money by the name of a deposit above what the law takes for one is told.
fn above_legal(of: &ChangeSettling<'_>, to: &mut ChangeSettlement) -> Result<()> {
    let paid = Purse::new(of.received).left(is_deposit)?;
    let more = above(paid, to.legal_deposit)?;
    if more.is_positive() {
        let told = finding!(Code::ChangeDepositAbove, paid = paid, legal = to.legal_deposit);
        to.findings.push(told.within(Input::Received));
    }
    Ok(())
}
