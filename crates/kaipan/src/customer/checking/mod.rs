//! Looking at records of customers: what is missing, what contradicts itself, who is family
//! (handbook §9.1).

mod contradiction;
mod family;
mod required;

pub(super) use contradiction::contradictions;
pub use family::Family;
pub use required::{MissingField, RequiredField, RequiredFields, RequiredRow};

use super::matching::sound;
use super::record::Customer;
use crate::check::days;
use crate::error::{Code, Error, Finding, Input, MOST, Result, finding, told};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::borrow::Cow;

/// Looks at records of customers.
///
/// ```
/// use kaipan::customer::*;
/// let customers = [Customer::new("C-1", "2026-03-01T09:30:00".parse()?, "张三")];
/// let phone = RequiredField::new(CustomerField::Phone);
/// let required = RequiredFields::default().with_rows(vec![RequiredRow::new(vec![phone]).with_node("south")]);
/// let nodes = ["project-1".into(), "shenzhen".into(), "south".into()];
/// let checked = CustomerChecking::new(&customers, "2026-03-02".parse()?)
///     .required(&required, &nodes)
///     .sheet()?;
/// assert_eq!(checked.customers[0].missing[0].field, CustomerField::Phone);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct CustomerChecking<'a> {
    customers: &'a [Customer],
    on: Date,
    required: Cow<'a, RequiredFields>,
    nodes: &'a [Text],
}

/// What there is to say about records of customers.
#[boundary(answer)]
pub struct CustomersChecked {
    /// One entry for each customer, in the order given.
    #[boundary(required)]
    pub customers: Vec<CheckedCustomer>,
    /// Everybody who is family of somebody, the oldest family first.
    #[boundary(required)]
    pub families: Vec<Family>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(CustomersChecked: findings);

/// Whether a record is complete.
#[boundary(answer)]
pub struct CheckedCustomer {
    /// The customer.
    pub id: Text,
    /// Everything that must be filled in is.
    #[boundary(written)]
    pub complete: bool,
    /// What is not.
    pub missing: Vec<MissingField>,
}

impl<'a> CustomerChecking<'a> {
    /// Records, as they are looked at on a day.
    pub fn new(customers: &'a [Customer], on: Date) -> CustomerChecking<'a> {
        CustomerChecking { customers, on, required: Cow::default(), nodes: &[] }
    }

    /// With what must be filled in; `nodes` are where the customers are looked at: the nodes of the
    /// organisation from the nearest to the root.
    pub fn required(
        mut self,
        required: &'a RequiredFields,
        nodes: &'a [Text],
    ) -> CustomerChecking<'a> {
        self.required = Cow::Borrowed(required);
        self.nodes = nodes;
        self
    }

    /// What there is to say.
    ///
    /// # Errors
    /// As [`Matching::new`](super::Matching::new); rows of required fields that cannot be.
    pub fn sheet(&self) -> Result<CustomersChecked> {
        sound(self.customers)?;
        Error::collect(self.required.errors())?;
        let mut findings = self.required.findings();
        let mut rest = Vec::new();
        let mut checked = Vec::with_capacity(self.customers.len());
        for (at, customer) in self.customers.iter().enumerate() {
            let missing = self.required.missing(customer, self.nodes, self.on);
            let told = contradictions(customer).into_iter();
            let told = told.chain(self.unborn(customer)).chain(self.expired(customer));
            let told = told.chain(days::far("recorded_at", customer.recorded_at.date(), self.on));
            rest.extend(told.map(|told| told.at(at).within(Input::Customers)));
            let id = customer.id.clone();
            checked.push(CheckedCustomer { id, complete: missing.is_empty(), missing });
        }
        let family::Families { families, findings: told } = family::families(self.customers);
        rest.extend(told);
        let more = rest.len().saturating_sub(MOST);
        findings.extend(rest.into_iter().take(MOST));
        findings
            .extend((more > 0).then(|| Error::unlisted(more).within(Input::Customers).finding()));
        Ok(CustomersChecked { customers: checked, families, findings })
    }

    /// A day of birth after the day looked at.
    fn unborn(&self, customer: &Customer) -> Option<Finding> {
        let day = customer.birth_date.filter(|day| *day > self.on)?;
        Some(finding!(Code::CustomerUnborn, day).at("birth_date"))
    }

    /// Papers and membership whose last day is over.
    fn expired(&self, customer: &Customer) -> Vec<Finding> {
        let is_over = |last: &Date| *last < self.on;
        let papers = customer.papers.iter().enumerate().filter_map(|(at, paper)| {
            let last = paper.valid_to.filter(is_over)?;
            let told = finding!(
                Code::CustomerPaperExpired,
                kind = paper.kind.word(),
                kind_zh = paper.kind.chinese(),
                last
            );
            Some(told.at("valid_to").at(at).at("papers"))
        });
        let member = customer.member.as_ref().and_then(|member| member.valid_to.filter(is_over));
        let member = member
            .map(|last| finding!(Code::CustomerMemberExpired, last).at("valid_to").at("member"));
        papers.chain(member).collect()
    }
}
