//! Finding the route of a request.

use super::found::{RouteFound, RouteSource, RouteTaken, StepSigners};
use super::table::{ApprovalRoute, ApprovalStep, RouteTable, SigningRule};
use crate::approval::asked::ApprovalAsked;
use crate::approval::signing::{Delegation, Signing};
use crate::builder::{inputs, optional_inputs};
use crate::discount::{AskedPrice, AuthorityTable};
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::organisation::{Assignment, OrgNode, OrgTree, ProcessVariant, RoleTable};
use crate::{Date, Text};

/// The question who must approve something on a day (handbook §22.6): by the discount authority
/// where a price is given, else by the process variant of the node, else by the route table.
///
/// Errors and findings are placed in [`Input::Routes`], `Asked`, `Assignments`, `Delegations` and
/// in `Price`, with the inputs of [`AuthorityTable::approval`] below it.
///
/// ```
/// use kaipan::approval::{ApprovalAsked, ApprovalKind, RouteTable, Routing};
/// use kaipan::organisation::{OrgKind, OrgNode, OrgTree, Organisation, Assignment};
/// let head = OrgNode::new("HQ", OrgKind::Headquarters, "总部");
/// let organisation = Organisation::new(vec![head]);
/// let tree = OrgTree::new(&organisation)?;
/// let assignments = vec![
///     Assignment::new("li", "regional_gm", "HQ"),
///     Assignment::new("wu", "senior_sales_manager", "HQ"),
/// ];
/// let asked = ApprovalAsked::new(ApprovalKind::StockData, "B-1", "HQ");
/// let routes = RouteTable::preset();
/// let found = Routing::new(&tree, &routes, "2026-05-01".parse()?)
///     .assignments(&assignments)
///     .find(&asked)?;
/// // Two signatures at once, with the signed paper.
/// assert_eq!(found.steps[0].signers.len(), 2);
/// assert!(found.needs_paper);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Routing<'a> {
    tree: &'a OrgTree<'a>,
    routes: &'a RouteTable,
    day: Date,
    roles: Option<&'a RoleTable>,
    assignments: &'a [Assignment],
    delegations: &'a [Delegation],
    price: Option<(&'a AuthorityTable, &'a AskedPrice<'a>)>,
}

/// A route with what a request must bring, and what a person should read.
pub(in crate::approval) struct Found {
    pub(in crate::approval) needed: bool,
    pub(in crate::approval) taken: RouteTaken,
    pub(in crate::approval) needs_paper: bool,
    pub(in crate::approval) needs_reason: bool,
    pub(in crate::approval) findings: Vec<Finding>,
}

impl<'a> Routing<'a> {
    /// Who must approve in an organisation by a route table on a day.
    pub fn new(tree: &'a OrgTree<'a>, routes: &'a RouteTable, day: Date) -> Routing<'a> {
        let (assignments, delegations) = (&[], &[]);
        Routing { tree, routes, day, roles: None, assignments, delegations, price: None }
    }

    inputs! {
        /// Who has which role where.
        assignments: &'a [Assignment];
        /// Who stands in for whom.
        delegations: &'a [Delegation];
    }

    optional_inputs! {
        /// Roles: how far the one that approves reaches from where a person is assigned. Without it
        /// a person approves what the node of the assignment holds.
        roles: &'a RoleTable;
    }

    /// A price that somebody has to approve, and the roles that may; for discounts and prices.
    pub fn price(
        mut self,
        price: impl Into<Option<(&'a AuthorityTable, &'a AskedPrice<'a>)>>,
    ) -> Self {
        self.price = price.into();
        self
    }

    /// Who must approve it: the steps, and everybody who may sign each.
    ///
    /// # Errors
    /// Tables with a route without steps, a step without roles or a hole between amounts; a node
    /// that is not there; [`Code::ApprovalNoRoute`] when no route is for it;
    /// [`Code::ApprovalAmountNeeded`] when routes ask for the amount; wrong delegations.
    pub fn find(&self, asked: &ApprovalAsked) -> Result<RouteFound> {
        let found = self.route(asked)?;
        let signing = self.signing()?;
        let node = self.node(asked)?;
        let mut findings = found.findings;
        findings.extend(signing.told());
        let steps = found.taken.steps.into_iter().map(|step| {
            let signers = signing.signers(&step.roles, node, self.day);
            for role in
                step.roles.iter().filter(|role| !signers.iter().any(|one| one.role == **role))
            {
                let (day, node) = (self.day, &asked.node);
                findings.push(
                    finding!(Code::ApprovalNobody, role, node, day).at("node").within(Input::Asked),
                );
            }
            StepSigners { roles: step.roles, rule: step.rule, signers }
        });
        let steps = steps.collect();
        Ok(RouteFound {
            needed: found.needed,
            source: found.taken.source,
            code: found.taken.code,
            steps,
            needs_paper: found.needs_paper,
            needs_reason: found.needs_reason,
            decide_by: found.taken.decide_by,
            findings,
        })
    }

    pub(in crate::approval) fn signing(&self) -> Result<Signing<'a>> {
        Signing::new(self.tree, self.roles, self.assignments, self.delegations)
    }

    fn node(&self, asked: &ApprovalAsked) -> Result<&'a OrgNode> {
        let node = self.tree.on(&asked.node, self.day);
        node.map_err(|error| error.at("node").within(Input::Asked))
    }

    /// The route of a request, without the question who may sign.
    pub(in crate::approval) fn route(&self, asked: &ApprovalAsked) -> Result<Found> {
        self.routes.validate(self.tree)?;
        let node = self.node(asked)?;
        Error::collect(asked.wrong()).map_err(|error| error.within(Input::Asked))?;
        let mut findings = Vec::new();
        if let Some((table, price)) = self.price {
            if asked.kind.follows_authority() {
                return self.by_authority(asked, table, price);
            }
            let (kind, kind_zh) = (asked.kind.word(), asked.kind.chinese());
            findings.push(finding!(Code::ApprovalPriceUnused, kind, kind_zh).within(Input::Price));
        }
        let variant = self.tree.variant_at(asked.kind.command(), node, self.day);
        let variant = variant.filter(|one| !(one.reviews.is_empty() && one.approves.is_empty()));
        let row = self.row(asked, node);
        let (source, code, steps, row) = match variant {
            Some(variant) => {
                let (steps, row) = varied(variant, row)?;
                (RouteSource::Variant, &variant.code, steps, row)
            }
            None => {
                let row = row?;
                (RouteSource::Table, &row.code, row.steps.clone(), Some(row))
            }
        };
        let taken = self.taken(source, Some(code), steps, row)?;
        Ok(Found {
            needed: true,
            taken,
            needs_paper: row.is_some_and(|row| row.needs_paper),
            needs_reason: row.is_some_and(|row| row.needs_reason),
            findings,
        })
    }

    /// The lowest role whose limits cover the price.
    fn by_authority(
        &self,
        asked: &ApprovalAsked,
        table: &AuthorityTable,
        price: &AskedPrice<'_>,
    ) -> Result<Found> {
        let needed = table.approval(price).map_err(|error| error.within(Input::Price))?;
        let role = needed.approval.role;
        let row = self.node(asked).and_then(|node| self.row(asked, node)).ok();
        let steps = steps_of(role.iter().map(std::slice::from_ref));
        let findings = needed.findings.into_iter().map(|found| found.within(Input::Price));
        Ok(Found {
            needed: role.is_some(),
            taken: self.taken(RouteSource::Authority, None, steps, row)?,
            needs_paper: row.is_some_and(|row| row.needs_paper),
            needs_reason: row.is_some_and(|row| row.needs_reason),
            findings: findings.collect(),
        })
    }

    fn taken(
        &self,
        source: RouteSource,
        code: Option<&Text>,
        steps: Vec<ApprovalStep>,
        row: Option<&ApprovalRoute>,
    ) -> Result<RouteTaken> {
        let days = row.and_then(|row| row.days_to_decide);
        let end = |days| {
            let error = || Error::new(Code::DateSyntax).with("text", days).within(Input::Routes);
            self.day.add_days(days).ok_or_else(error)
        };
        Ok(RouteTaken {
            source,
            code: code.cloned(),
            steps,
            may_sign_again: row.is_some_and(|row| row.may_sign_again),
            decide_by: days.map(end).transpose()?,
        })
    }

    /// The route of the nearest node, for the kind and the amount.
    fn row(&self, asked: &ApprovalAsked, node: &'a OrgNode) -> Result<&'a ApprovalRoute> {
        let rows = || self.routes.routes.iter().filter(|row| row.is_for(asked.kind, self.day));
        let nearest = self.tree.chain(node, self.day).map(|above| Some(&above.id)).chain([None]);
        for place in nearest {
            let mut here = rows().filter(|row| row.node.as_ref() == place).peekable();
            if here.peek().is_none() {
                continue;
            }
            if let Some(amount) = asked.amount {
                // Bands have no holes.
                if let Some(row) = here.find(|row| row.takes(amount)) {
                    return Ok(row);
                }
            } else if let Some(row) = here.find(|row| !row.has_band()) {
                return Ok(row);
            } else {
                let error = Error::new(Code::ApprovalAmountNeeded);
                let error =
                    error.with("kind_zh", asked.kind.chinese()).with("kind", asked.kind.word());
                return Err(error.at("amount").within(Input::Asked));
            }
        }
        let error = Error::new(Code::ApprovalNoRoute).with("node", &asked.node);
        let error = error.with("kind_zh", asked.kind.chinese()).with("kind", asked.kind.word());
        Err(error.with("day", self.day).at("kind").within(Input::Asked))
    }
}

/// The steps of a route where a process variant counts, and the route of the table. The last step of a
/// route approves and those before it review: a variant that names only one of the two leaves the other
/// as the table has it, and what else the table asks for.
fn varied<'a>(
    variant: &ProcessVariant,
    row: Result<&'a ApprovalRoute>,
) -> Result<(Vec<ApprovalStep>, Option<&'a ApprovalRoute>)> {
    let row = match row {
        Ok(row) => Some(row),
        // The table adds nothing, and nobody else need review.
        Err(error) if error.code() == Code::ApprovalNoRoute && !variant.approves.is_empty() => None,
        Err(_) if !variant.reviews.is_empty() && !variant.approves.is_empty() => None,
        Err(error) => return Err(error),
    };
    let last = row.and_then(|row| row.steps.split_last());
    let named = |roles: &[Text]| steps_of(std::iter::once(roles));
    let mut steps = match (variant.reviews.is_empty(), last) {
        (false, _) => named(&variant.reviews),
        (true, Some((_, before))) => before.to_vec(),
        (true, None) => Vec::new(),
    };
    steps.extend(match (variant.approves.is_empty(), last) {
        (false, _) => named(&variant.approves),
        (true, Some((last, _))) => vec![last.clone()],
        (true, None) => Vec::new(),
    });
    Ok((steps, row))
}

/// One step for each group of roles, all of which must sign.
fn steps_of<'r>(groups: impl Iterator<Item = &'r [Text]>) -> Vec<ApprovalStep> {
    groups.map(|roles| ApprovalStep { roles: roles.to_vec(), rule: SigningRule::All }).collect()
}
