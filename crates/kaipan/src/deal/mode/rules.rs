//! Which gates a sale has: dated rules, each following its own date and the organisation node.

use super::{SaleFacts, SaleMode};
use crate::check::in_force;
use crate::payment::Anchor;
use crate::{Date, Label, Text};
use kaipan_derive::boundary;

/// Whether a condition stops a sale or is only told.
#[boundary]
pub enum GateStrength {
    /// It is not looked at.
    None,
    /// It is told.
    Warning,
    /// It stops the sale.
    Gate,
}

/// The gates of a sale and its supervision.
#[boundary]
pub struct SaleGates {
    /// 预售: the building is topped out.
    #[boundary(required)]
    pub topped_out: bool,
    /// Purchase money goes into the supervised account.
    #[boundary(required)]
    pub supervised_account: bool,
    /// 现房销售: the sale plan is filed, and home and land are free of encumbrance.
    #[boundary(required)]
    pub sale_filing: bool,
    /// 现房销售: the home has its first registration.
    pub first_registration: GateStrength,
}

/// Gates of projects by the day of their planning permit.
#[boundary]
pub struct GateRow {
    /// The first day of planning permits that it holds for; the row without one holds before all
    /// others. Projects without a planning permit have the latest row.
    pub from: Option<Date>,
    /// The organisation node it holds for, with everything below; everywhere if absent.
    pub node: Option<Text>,
    /// The gates.
    pub gates: SaleGates,
    /// What sets it.
    pub source: Option<Label>,
}

/// When banks pay out a loan, by the day of the presale permit.
#[boundary]
pub struct PayOutRow {
    /// The first day of presale permits that it holds for; the row without one holds before all
    /// others. Without a presale permit the latest row holds.
    pub from: Option<Date>,
    /// The organisation node it holds for, with everything below; everywhere if absent.
    pub node: Option<Text>,
    /// What the pay-out of a presale's loan hangs on.
    pub presale: Anchor,
    /// What the pay-out of a completed home's loan hangs on.
    pub completed: Anchor,
    /// What sets it.
    pub source: Option<Label>,
}

/// Whether deposit contracts (购房定金合同) may be signed, by the day itself.
#[boundary]
pub struct DepositContractRow {
    /// The first day; the row without one holds before all others.
    pub from: Option<Date>,
    /// The organisation node it holds for, with everything below; everywhere if absent.
    pub node: Option<Text>,
    /// They may be signed.
    #[boundary(required)]
    pub allowed: bool,
    /// What sets it.
    pub source: Option<Label>,
}

/// The dated rules of a sale. A row for a node counts before those for nodes above it and for all;
/// among the rows of one node the latest that has begun counts.
#[boundary]
pub struct SaleRules {
    /// By the planning permit.
    #[boundary(required)]
    pub gates: Vec<GateRow>,
    /// By the presale permit.
    #[boundary(required)]
    pub pay_out: Vec<PayOutRow>,
    /// By the day.
    #[boundary(required)]
    pub deposit_contract: Vec<DepositContractRow>,
}

/// The rules that hold for one unit on one day; none of a kind where no row has begun.
#[derive(Debug, Clone, Copy)]
pub struct RulesInForce<'a> {
    /// Its gates.
    pub gates: Option<&'a GateRow>,
    /// The pay-out of its loans.
    pub pay_out: Option<&'a PayOutRow>,
    /// Its deposit contracts.
    pub deposit_contract: Option<&'a DepositContractRow>,
}

impl SaleRules {
    /// The rules for a unit with these facts, the day of its presale permit, and the nodes of the
    /// organisation that it lies in, the nearest first.
    ///
    /// ```
    /// use kaipan::deal::{SaleFacts, SaleRules};
    /// let rules = SaleRules::national();
    /// let planned = |day: &str| -> kaipan::Result<SaleFacts> {
    ///     Ok(SaleFacts { planning_permit: Some(day.parse()?), ..SaleFacts::default() })
    /// };
    /// let today = "2026-12-01".parse()?;
    /// let gate = |facts: &SaleFacts| rules.in_force(facts, None, today, &[]).gates.map(|row| row.gates.topped_out);
    /// assert_eq!(gate(&planned("2026-08-27")?), Some(false));
    /// assert_eq!(gate(&planned("2026-08-28")?), Some(true));
    /// assert_eq!(gate(&SaleFacts::default()), Some(true), "without a planning permit the new rules hold");
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn in_force(
        &self,
        facts: &SaleFacts,
        presale_permit: Option<Date>,
        today: Date,
        nodes: &[Text],
    ) -> RulesInForce<'_> {
        RulesInForce {
            gates: self.gates_of(facts, nodes),
            pay_out: nearest(nodes, |node| {
                latest(&self.pay_out, presale_permit, node, |row| (row.from, &row.node))
            }),
            deposit_contract: self.deposit_contract_on(today, nodes),
        }
    }

    /// The gates of a unit with these facts.
    pub(in crate::deal) fn gates_of(&self, facts: &SaleFacts, nodes: &[Text]) -> Option<&GateRow> {
        nearest(nodes, |node| {
            latest(&self.gates, facts.planning_permit, node, |row| (row.from, &row.node))
        })
    }

    /// Whether deposit contracts may be signed on a day.
    pub(in crate::deal) fn deposit_contract_on(
        &self,
        today: Date,
        nodes: &[Text],
    ) -> Option<&DepositContractRow> {
        nearest(nodes, |node| {
            latest(&self.deposit_contract, Some(today), node, |row| (row.from, &row.node))
        })
    }
}

impl SaleRules {
    /// What the pay-out of a loan hangs on, for a unit with these facts, the day of its presale
    /// permit and its nodes, the nearest first: handbook §4.2, 金规〔2026〕5号. Payment plans take it
    /// by [`PaymentPlan::paid_out_at`](crate::payment::PaymentPlan::paid_out_at). None where no row
    /// has begun.
    ///
    /// ```
    /// use kaipan::deal::{SaleFacts, SaleRules};
    /// use kaipan::payment::{
    ///     Anchor, AnchorDates, LineAmount, LoanRule, PaymentMethod, PaymentPlan, PlanLine, Scheduling,
    /// };
    /// let rules = SaleRules::national();
    /// let anchor = |permit: &str| -> kaipan::Result<Option<&Anchor>> {
    ///     Ok(rules.pay_out_anchor(&SaleFacts::default(), Some(permit.parse()?), &[]))
    /// };
    /// assert_eq!(anchor("2026-08-27")?, Some(&Anchor::MORTGAGE_DATE));
    /// let paid_out = anchor("2026-08-28")?.unwrap();
    /// assert_eq!(paid_out, &Anchor::COMPLETION_FILED);
    ///
    /// let down = PlanLine::new("首期款", LineAmount::ratio("0.3".parse()?), Anchor::SIGNING_DATE);
    /// let lent = PlanLine::new("按揭款", LineAmount::COMMERCIAL_LOAN, Anchor::MORTGAGE_DATE);
    /// let plan = PaymentPlan::new("M7", "按揭七成", PaymentMethod::Mortgage, vec![down, lent])
    ///     .with_commercial(LoanRule::default().with_ratio("0.7".parse()?))
    ///     .paid_out_at(paid_out);
    /// let dates = AnchorDates::default()
    ///     .with_signing("2026-11-28".parse()?)
    ///     .with_completion_filed("2028-06-30".parse()?);
    /// let schedule = Scheduling::new(&plan).dates(&dates).schedule("1455206".parse()?)?;
    /// assert_eq!(schedule.lines[1].due, Some("2028-06-30".parse()?));
    /// # Ok::<(), kaipan::Error>(())
    /// ```
    pub fn pay_out_anchor(
        &self,
        facts: &SaleFacts,
        presale_permit: Option<Date>,
        nodes: &[Text],
    ) -> Option<&Anchor> {
        let row = nearest(nodes, |node| {
            latest(&self.pay_out, presale_permit, node, |row| (row.from, &row.node))
        })?;
        Some(match facts.mode() {
            SaleMode::Presale => &row.presale,
            SaleMode::Completed => &row.completed,
        })
    }
}

/// What is found for the nearest node, else for everywhere.
fn nearest<T>(nodes: &[Text], find: impl Fn(Option<&Text>) -> Option<T>) -> Option<T> {
    nodes.iter().find_map(|node| find(Some(node))).or_else(|| find(None))
}

/// The latest row of a node that has begun on a day; without a day the latest of all.
fn latest<'a, T>(
    rows: &'a [T],
    day: Option<Date>,
    node: Option<&Text>,
    of: impl Fn(&T) -> (Option<Date>, &Option<Text>),
) -> Option<&'a T> {
    let rows = rows.iter().filter(|row| of(row).1.as_ref() == node);
    in_force(rows, day, |row| of(row).0, |_| ())
}
