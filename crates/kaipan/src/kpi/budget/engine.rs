//! What is left of budgets, and whether an expense is within them.

use super::line::BudgetLine;
use super::of_plan::of_plan;
use super::places::Places;
use super::sheet::{BudgetPosition, BudgetSheet, ExpenseAnswer, ExpenseBudget, PlanBudgetCheck};
use crate::Date;
use crate::builder::{inputs, optional_inputs};
use crate::check::{Must, with_repeats};
use crate::error::{Code, Error, Finding, Input, InputPlace, Result, finding};
use crate::kpi::fact::{Fact, FactBook, FactKind, spend_without_amount};
use crate::kpi::plan::SalesPlan;
use crate::kpi::rounded::{quotient, rate};
use crate::number::{Money, less, overflow};
use crate::organisation::{OrgTree, Organisation};
use kaipan_derive::boundary;

/// Counts what was spent of budgets, and holds an expense against them (费用预算, handbook §8.15).
///
/// What was spent are facts of the kinds [`FactKind::Spend`] and [`FactKind::Cost`]; others are not
/// looked at. An expense falls to every budget that is for it: of its person, its department and its
/// medium alike.
///
/// ```
/// use kaipan::kpi::{Budgeting, BudgetLine, BudgetOwner, Fact, FactKind};
/// let (from, to) = ("2026-05-01".parse()?, "2026-05-31".parse()?);
/// let lines = [BudgetLine::new("B-1", BudgetOwner::media("电台"), from, to, "80000".parse()?)];
/// let spent = Fact::new("S1", FactKind::Spend, "2026-05-08".parse()?)
///     .with_media("电台")
///     .with_amount("30000".parse()?);
/// let sheet = Budgeting::new(&lines, &[spent]).sheet()?;
/// assert_eq!(sheet.lines[0].remaining.to_string(), "50000.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Budgeting<'a> {
    lines: &'a [BudgetLine],
    facts: &'a [Fact],
    organisation: Option<&'a Organisation>,
    plan: Option<&'a SalesPlan>,
    expense: Option<&'a Fact>,
    as_of: Option<Date>,
    limit: BudgetLimit,
    needs_budget: bool,
}

/// What happens to an expense above a budget.
#[boundary]
pub enum BudgetLimit {
    /// 超额不得支出: it is refused.
    #[default]
    Refuse,
    /// 超额提示: it is told.
    Tell,
}

/// What was spent, with the places in the list of budgets that it falls to.
struct Spent<'a> {
    fact: &'a Fact,
    lines: Vec<usize>,
}

impl<'a> Budgeting<'a> {
    /// Of budgets, and what was spent.
    pub const fn new(lines: &'a [BudgetLine], facts: &'a [Fact]) -> Budgeting<'a> {
        let (organisation, plan, expense, as_of) = (None, None, None, None);
        let (limit, needs_budget) = (BudgetLimit::Refuse, false);
        Budgeting { lines, facts, organisation, plan, expense, as_of, limit, needs_budget }
    }

    optional_inputs! {
        /// The organisation: a budget of a node holds what is spent below it, and by its people.
        organisation: &'a Organisation;
        /// The plan whose budget the budgets are held against.
        plan: &'a SalesPlan;
        /// An expense that is asked for.
        expense: &'a Fact;
        /// Only what was spent by this day.
        as_of: Date;
    }

    inputs! {
        /// What happens to an expense above a budget.
        limit: BudgetLimit;
        /// An expense that no budget is for is refused.
        needs_budget: bool;
    }

    /// What is left of each budget.
    ///
    /// # Errors
    /// [`Code::KpiBlank`], [`Code::KpiIdTwice`], [`Code::KpiDatesTurned`], [`Code::KpiNumber`],
    /// [`Code::KpiBudgetsOverlap`], [`Code::KpiNodeUnknown`] of budgets; of facts
    /// [`Code::KpiFactTwice`], [`Code::KpiFactCircle`], [`Code::KpiBlank`], and nodes that were not
    /// there; of the expense [`Code::KpiExpenseForm`], [`Code::KpiFactTwice`],
    /// [`Code::KpiExpenseAbove`] for every budget that it is above, [`Code::KpiExpenseNoBudget`];
    /// what is wrong with the plan.
    pub fn sheet(&self) -> Result<BudgetSheet> {
        let places = Places(self.organisation.map(OrgTree::new).transpose()?);
        self.refuse(&places)?;
        let book = FactBook::new(self.facts, Input::Facts)?;
        let mut findings = book.findings().to_vec();
        let spends = |fact: &&Fact| matches!(fact.kind, FactKind::Spend | FactKind::Cost);
        findings.extend(spend_without_amount(self.facts.iter().filter(spends)));
        let spent = self.spent(&places)?;
        let (mut lines, mut unbudgeted) = (Vec::new(), Vec::new());
        for (at, line) in self.lines.iter().enumerate() {
            let position = self.position(line, at, &spent)?;
            if position.exceeded {
                let (id, value) = (&position.id, position.spent);
                let told = finding!(Code::KpiBudgetOver, id, value, limit = position.amount);
                findings.push(told.at("amount").at(at).within(Input::Budgets));
            }
            lines.push(position);
        }
        for one in spent.iter().filter(|one| one.lines.is_empty()) {
            unbudgeted.extend(one.fact.amount);
        }
        let expense = match self.expense {
            Some(expense) => Some(self.answer(expense, &places, &lines, &mut findings)?),
            None => None,
        };
        let plan = match self.plan {
            Some(plan) => of_plan(plan, self.lines)?,
            None => Vec::new(),
        };
        findings.extend(plan.iter().filter_map(|check| self.above_plan(check)));
        let unbudgeted = Money::sum(unbudgeted)?;
        Ok(BudgetSheet { lines, unbudgeted, expense, plan, findings })
    }

    fn refuse(&self, places: &Places<'_>) -> Result<()> {
        let mut errors = Vec::new();
        for (at, line, first) in with_repeats(self.lines, |line| &line.id) {
            let mut own = line.errors();
            if let Some(first) = first {
                let error = Error::new(Code::KpiIdTwice).with("id", &line.id);
                own.push(error.with("first", first).at("id"));
            }
            let earlier = self.lines.iter().take(at);
            if let Some(other) = earlier.filter(|_| own.is_empty()).find(|one| one.overlaps(line)) {
                let error = Error::new(Code::KpiBudgetsOverlap).with("id", &line.id);
                let error = error.with("other_id", &other.id);
                own.push(line.days().inside(other.days()).named_in(error).at("from"));
            }
            own.extend(places.unknown(line));
            errors.extend(own.into_iter().map(|error| error.at(at).within(Input::Budgets)));
        }
        let plan = self.plan.into_iter().flat_map(SalesPlan::errors);
        errors.extend(plan.map(|error| error.within(Input::Plan)));
        errors.extend(self.expense.into_iter().flat_map(|one| self.wrong_expense(one)));
        Error::collect(errors)
    }

    fn wrong_expense(&self, expense: &Fact) -> Vec<Error> {
        let mut errors = Vec::new();
        let is_one = matches!(expense.kind, FactKind::Spend | FactKind::Cost);
        if !is_one || expense.amount.is_none() {
            let field = if is_one { "amount" } else { "kind" };
            errors.push(Error::new(Code::KpiExpenseForm).with("id", &expense.key).at(field));
        }
        let amount = expense.amount;
        errors.extend(
            amount.and_then(|one| Must::BePositive.refused(Code::KpiNumber, "amount", one)),
        );
        if let Some(first) = self.facts.iter().position(|fact| fact.key == expense.key) {
            let error = Error::new(Code::KpiFactTwice).with("key", &expense.key);
            errors.push(error.with("first", first.saturating_add(1)).at("key"));
        }
        errors.into_iter().map(|error| error.within(Input::Expense)).collect()
    }

    /// What was spent by the day looked at.
    fn spent(&self, places: &Places<'_>) -> Result<Vec<Spent<'a>>> {
        let mut spent = Vec::new();
        for (at, fact) in self.facts.iter().enumerate() {
            let counts = matches!(fact.kind, FactKind::Spend | FactKind::Cost);
            if !counts || self.as_of.is_some_and(|last| fact.date > last) {
                continue;
            }
            let place = InputPlace::of(Input::Facts).then(at);
            spent.push(Spent { fact, lines: self.lines_of(fact, places, &place)? });
        }
        Ok(spent)
    }

    /// The places of the budgets that are for something.
    fn lines_of(&self, fact: &Fact, places: &Places<'_>, place: &InputPlace) -> Result<Vec<usize>> {
        let nodes = places.of(fact, place)?;
        let lines = self.lines.iter().enumerate();
        let own = lines
            .filter(|(_, line)| line.is_for(fact) && line.nodes().all(|node| nodes.contains(node)));
        Ok(own.map(|(at, _)| at).collect())
    }

    fn position(
        &self,
        line: &BudgetLine,
        at: usize,
        spent: &[Spent<'_>],
    ) -> Result<BudgetPosition> {
        let own = spent.iter().filter(|one| one.lines.contains(&at));
        let spent = Money::sum(own.filter_map(|one| one.fact.amount))?;
        let used = quotient(spent.fen().into(), line.amount.fen().into())?;
        let remaining = less(line.amount, spent)?;
        Ok(BudgetPosition {
            id: line.id.clone(),
            owner: line.owner.clone(),
            within: line.within.clone(),
            from: line.from,
            to: line.to,
            amount: line.amount,
            spent,
            remaining,
            used_rate: used.as_ref().map(rate).transpose()?,
            exceeded: remaining.is_negative(),
        })
    }

    fn answer(
        &self,
        expense: &Fact,
        places: &Places<'_>,
        positions: &[BudgetPosition],
        findings: &mut Vec<Finding>,
    ) -> Result<ExpenseAnswer> {
        let amount = expense.amount.ok_or_else(overflow)?;
        let own = self.lines_of(expense, places, &InputPlace::of(Input::Expense))?;
        let (mut lines, mut above) = (Vec::new(), Vec::new());
        for position in own.iter().filter_map(|at| positions.get(*at)) {
            let after = less(position.remaining, amount)?;
            if after.is_negative() {
                let error = Error::new(Code::KpiExpenseAbove).with("id", &position.id);
                let error = error.with("amount", amount).with("remaining", position.remaining);
                above.push(error.at("amount").within(Input::Expense));
            }
            let (id, before) = (position.id.clone(), position.remaining);
            lines.push(ExpenseBudget { id, before, after });
        }
        let is_within = above.is_empty();
        if lines.is_empty() {
            let error = Error::new(Code::KpiExpenseNoBudget).with("id", &expense.key);
            let error = error.with("date", expense.date).at("date").within(Input::Expense);
            if self.needs_budget {
                return Err(error);
            }
            findings.push(error.finding());
        }
        match self.limit {
            BudgetLimit::Refuse => Error::collect(above)?,
            BudgetLimit::Tell => findings.extend(above.into_iter().map(Error::finding)),
        }
        Ok(ExpenseAnswer { key: expense.key.clone(), amount, is_within, lines })
    }

    /// Budgets that are above the plan.
    fn above_plan(&self, check: &PlanBudgetCheck) -> Option<Finding> {
        let plan = self.plan.filter(|_| check.difference.is_positive())?;
        let id = check.campaign.as_ref().or(check.media.as_ref()).unwrap_or(&plan.node);
        let (value, limit) = (check.budgeted, check.planned);
        let told = finding!(Code::KpiBudgetAbovePlan, id, value, limit, plan = plan.id);
        Some(told.at("budget").within(Input::Plan))
    }
}
