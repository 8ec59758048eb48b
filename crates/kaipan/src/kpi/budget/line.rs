//! 费用预算: how much may be spent by whom, on what, when.

use crate::check::{Must, Span, blank};
use crate::error::{Code, Error};
use crate::kpi::fact::{Fact, FactKind};
use crate::number::Money;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A budget (handbook §8.15).
///
/// ```
/// use kaipan::kpi::{BudgetLine, BudgetOwner};
/// let (from, to) = ("2026-05-01".parse()?, "2026-05-31".parse()?);
/// let radio = BudgetOwner::media("电台");
/// let line = BudgetLine::new("B-1", radio, from, to, "80000".parse()?).with_within("P1");
/// assert_eq!(line.amount.to_string(), "80000.00");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[boundary]
pub struct BudgetLine {
    /// Its id, unique among budgets.
    pub id: Text,
    /// Whose it is, or for what.
    pub owner: BudgetOwner,
    /// Id of the node of the organisation where it counts: what is spent there or below it; everywhere
    /// if absent.
    pub within: Option<Text>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Yuan.
    pub amount: Money,
    /// What it limits.
    #[boundary(default)]
    pub limits: BudgetKind,
}

/// What a budget limits.
#[boundary]
#[derive(PartialOrd, Ord)]
pub enum BudgetKind {
    /// 营销费用.
    #[default]
    Spend,
    /// 成本.
    Cost,
}

/// Whose a budget is, or for what.
#[boundary]
#[derive(PartialOrd, Ord, Hash)]
pub enum BudgetOwner {
    /// A node of the organisation and all below it: a company, a project, a department.
    Node {
        /// Its id.
        node: Text,
    },
    /// A person.
    Agent {
        /// The person.
        agent: Text,
    },
    /// 媒体大类.
    Media {
        /// The medium.
        media: Text,
    },
    /// 推广活动.
    Campaign {
        /// The campaign.
        campaign: Text,
    },
}

impl BudgetOwner {
    fn field(&self) -> (&'static str, &Text) {
        match self {
            BudgetOwner::Node { node } => ("node", node),
            BudgetOwner::Agent { agent } => ("agent", agent),
            BudgetOwner::Media { media } => ("media", media),
            BudgetOwner::Campaign { campaign } => ("campaign", campaign),
        }
    }
}

impl BudgetKind {
    /// The facts that it counts.
    pub(super) const fn counts(self) -> FactKind {
        match self {
            BudgetKind::Spend => FactKind::Spend,
            BudgetKind::Cost => FactKind::Cost,
        }
    }
}

impl BudgetLine {
    pub(super) fn days(&self) -> Span<Date> {
        Span::new(Some(self.from), Some(self.to))
    }

    /// What is wrong with it, each at its field.
    pub(super) fn errors(&self) -> Vec<Error> {
        let mut errors: Vec<Error> = blank(Code::KpiBlank, "id", &self.id).into_iter().collect();
        let (field, text) = self.owner.field();
        errors.extend(blank(Code::KpiBlank, field, text).map(|error| error.at("owner")));
        if self.days().turned().is_some() {
            errors.push(self.days().named_in(Error::new(Code::KpiDatesTurned)).at("to"));
        }
        errors.extend(Must::NotBeNegative.refused(Code::KpiNumber, "amount", self.amount));
        errors
    }

    /// The same thing in the same place as another, on some of the same days.
    pub(super) fn overlaps(&self, other: &BudgetLine) -> bool {
        let of = (&self.owner, &self.within, self.limits);
        of == (&other.owner, &other.within, other.limits) && self.days().meets(other.days())
    }

    /// It is of the kind and the days of a fact, and of its person, medium or campaign. The node is
    /// looked at elsewhere.
    pub(super) fn is_for(&self, fact: &Fact) -> bool {
        let owner = match &self.owner {
            BudgetOwner::Node { .. } => true,
            BudgetOwner::Agent { agent } => fact.agent.as_ref() == Some(agent),
            BudgetOwner::Media { media } => fact.media.as_ref() == Some(media),
            BudgetOwner::Campaign { campaign } => fact.campaign.as_ref() == Some(campaign),
        };
        owner && self.limits.counts() == fact.kind && self.days().contains(fact.date)
    }

    /// The nodes that must hold what is spent.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Text> {
        let own = match &self.owner {
            BudgetOwner::Node { node } => Some(node),
            _ => None,
        };
        own.into_iter().chain(&self.within)
    }
}
