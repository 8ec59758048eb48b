//! What follows from the events of a deal.

use super::plan::PlanChange;
use crate::Text;
use crate::area_settlement::AreaSettlementSheet;
use crate::builder::optional_inputs;
use crate::deal::{Deal, DealChange, DealEvent, DocumentKind, FinanceTodo, TodoKind};
use crate::error::Result;
use crate::ledger::book::{Ledger, OwnerRow};
use crate::ledger::{LedgerAct, LedgerCommand, ReceivableLine};
use crate::money::{AREA_DIFFERENCE, MoneyCategory, category};
use crate::number::{Money, less};
use kaipan_derive::boundary;

/// The commands to the ledger that follow from the events of a decision about a deal. They are posted
/// before the entries of the decision, in the order given.
///
/// | event | what follows |
/// |---|---|
/// | the first one | the deal is opened |
/// | payment agreed | what is due becomes receivable; lines that were agreed before change their amount and date |
/// | contract active | signing |
/// | area settled | the buyer's supplement becomes receivable; a reduction takes off what is due last |
/// | a fee is to be collected | it becomes receivable |
/// | the last document closed | the deal ends |
///
/// ```
/// use kaipan::deal::{Deal, DealBuyer, DealChange, DealEvent};
/// use kaipan::ledger::{DealFollowing, Ledger, LedgerActKind};
/// let ledger = Ledger::new();
/// let buyers = DealChange::buyers_named(vec![DealBuyer::new("C1")]);
/// let event = DealEvent::new("D1", 1, "2026-09-01T10:00:00".parse()?, "销售", buyers);
/// let deal = Deal::replay("D1".into(), std::slice::from_ref(&event), None)?;
/// let followed = DealFollowing::new(&ledger, &deal).commands(&[event])?;
/// assert_eq!(followed[0].command.act.kind(), LedgerActKind::OpenDeal);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct DealFollowing<'a> {
    ledger: &'a Ledger,
    deal: &'a Deal,
    project: Option<&'a Text>,
    settlement: Option<&'a AreaSettlementSheet>,
}

/// A command that follows from an event.
#[boundary(answer)]
pub struct LedgerFollowed {
    /// The version of the event.
    pub version: u32,
    /// What is to be posted. Its key names the event: asked again, it is the same command.
    pub command: LedgerCommand,
}

impl<'a> DealFollowing<'a> {
    /// The ledger before the decision, and the deal after it.
    pub fn new(ledger: &'a Ledger, deal: &'a Deal) -> DealFollowing<'a> {
        DealFollowing { ledger, deal, project: None, settlement: None }
    }

    optional_inputs! {
        /// The project, for a deal that is opened.
        project: &'a Text;
        /// The settlement of the area, which says when a supplement is due.
        settlement: &'a AreaSettlementSheet;
    }

    /// What is to be posted. Of a deal that the ledger has as it is, nothing follows.
    ///
    /// # Errors
    /// [`Code::NumberOverflow`](crate::error::Code::NumberOverflow) for amounts beyond any money.
    pub fn commands(&self, events: &[DealEvent]) -> Result<Vec<LedgerFollowed>> {
        let mut followed = Vec::new();
        let mut is_open = self.row().is_some();
        let last = events.last().map(|event| event.version);
        for event in events {
            let mut acts = Vec::new();
            if !is_open {
                acts.push(self.open());
                is_open = true;
            }
            self.follow(event, &mut acts)?;
            if last == Some(event.version)
                && self.deal.is_ended()
                && !self.is(|row| row.ended_on.is_some())
            {
                let reason = event.reason.clone();
                acts.push(LedgerAct::EndDeal { deal: self.deal.id.clone(), reason });
            }
            for (at, act) in (1_u32..).zip(acts) {
                let (deal, version) = (&self.deal.id, event.version);
                let key = Text::of(format_args!("event/{deal}/{version}/{at}"));
                let command = LedgerCommand::new(key, act).with_date(event.at.date());
                followed.push(LedgerFollowed { version, command });
            }
        }
        Ok(followed)
    }

    fn row(&self) -> Option<&'a OwnerRow> {
        let owner = self.ledger.deal(&self.deal.id).ok()?;
        self.ledger.owners.get(owner).ok()
    }

    fn is(&self, holds: impl Fn(&OwnerRow) -> bool) -> bool {
        self.row().is_some_and(holds)
    }

    fn open(&self) -> LedgerAct {
        LedgerAct::OpenDeal {
            deal: self.deal.id.clone(),
            customer: self.deal.first_buyer().cloned(),
            unit_no: self.deal.unit_no.clone(),
            project: self.project.cloned(),
        }
    }

    fn follow(&self, event: &DealEvent, acts: &mut Vec<LedgerAct>) -> Result<()> {
        let id = &self.deal.id;
        match &event.change {
            DealChange::PaymentAgreed { schedule, .. } => {
                let prefix = format!("{id}/plan/{}", event.version);
                let lines = ReceivableLine::of_lines(schedule, &prefix);
                let change = PlanChange::new(self.ledger, self.row(), id);
                acts.extend(change.acts(self.with_area(lines)?)?);
            }
            DealChange::DocumentOpened { document } if document.kind == DocumentKind::Contract => {
                let total = self.deal.contract_total()?;
                if let (Some(total), false) = (total, self.is(|row| row.signed)) {
                    acts.push(LedgerAct::Sign { deal: id.clone(), total, vat: None });
                }
            }
            DealChange::AreaSettled { amount } if amount.is_negative() => {
                let change = PlanChange::new(self.ledger, self.row(), id);
                acts.extend(change.taken_off(less(Money::ZERO, *amount)?)?);
            }
            DealChange::AreaSettled { amount } => {
                let lines = self.supplement(event.version, *amount);
                let raise = |lines| LedgerAct::Raise {
                    deal: id.clone(),
                    lines,
                    replaces: false,
                    approval: None,
                };
                acts.extend((!lines.is_empty()).then(|| raise(lines)));
            }
            DealChange::TodoOpened { todo } => acts.extend(self.fee(todo)),
            _ => {}
        }
        Ok(())
    }

    /// What the buyer owes for a larger area: the lines of the settlement, or one without a date.
    fn supplement(&self, version: u32, amount: Money) -> Vec<ReceivableLine> {
        let prefix = format!("{}/area/{version}", self.deal.id);
        let lines = self.settlement.map(|sheet| ReceivableLine::of_area_settlement(sheet, &prefix));
        let lines = lines.unwrap_or_default();
        let sum = Money::sum(lines.iter().map(|line| line.amount));
        if sum == Ok(amount) {
            return lines;
        }
        let id = Text::of(format_args!("{prefix}/1"));
        let line = ReceivableLine::new(id, AREA_DIFFERENCE, amount);
        if amount.is_positive() { vec![line] } else { Vec::new() }
    }

    /// A plan that is agreed after the area was settled comes to the contract total: what the
    /// settlement took off is taken off the lines that are due last. A supplement stays the line that
    /// it is.
    fn with_area(&self, mut lines: Vec<ReceivableLine>) -> Result<Vec<ReceivableLine>> {
        let difference = self.deal.area_difference.unwrap_or(Money::ZERO);
        let agreed = self.deal.schedule.iter().filter(|line| line.in_price);
        let sum = Money::sum(agreed.map(|line| line.amount))?;
        let Some(total) = self.deal.contract_total()?.filter(|_| difference.is_negative()) else {
            return Ok(lines);
        };
        let mut left = less(sum, total)?.min(less(Money::ZERO, difference)?);
        let mut order: Vec<usize> = (0..lines.len()).collect();
        order.sort_by_key(|at| {
            let line = lines.get(*at);
            line.map(|line| (is_own(&line.item), line.due.is_none(), line.due, line.seq))
        });
        for at in order.into_iter().rev() {
            if let Some(line) = lines.get_mut(at).filter(|line| line.category.is_none()) {
                let part = line.amount.min(left).max(Money::ZERO);
                line.amount = less(line.amount, part)?;
                left = less(left, part)?;
            }
        }
        lines.retain(|line| line.amount.is_positive());
        Ok(lines)
    }

    /// A fee that the cashier is to collect. Money for the house stands in the plan already.
    fn fee(&self, todo: &FinanceTodo) -> Option<LedgerAct> {
        let is_fee = todo.kind == TodoKind::Collect && todo.amount.is_positive();
        let is_fee = is_fee && category(&todo.item) == MoneyCategory::Charge;
        is_fee.then(|| {
            let deal = self.deal.id.clone();
            let id = Text::of(format_args!("{deal}/todo/{}", todo.id));
            let lines = vec![ReceivableLine::new(id, todo.item.clone(), todo.amount)];
            LedgerAct::Raise { deal, lines, replaces: false, approval: None }
        })
    }
}

/// It is no loan.
fn is_own(item: &Text) -> bool {
    category(item) != MoneyCategory::HouseLoan
}
