//! 引入: a record that is kept in another city is used, not made again (handbook §9.1).

use super::change::FieldChange;
use super::matching::{Known, MatchLevel, MatchPolicy};
use super::record::{Customer, CustomerField, CustomerPresence};
use crate::check::blank;
use crate::error::{Code, Error, Finding, Input, Result, finding, told};
use crate::{StreamRead, Text, Time, city};
use kaipan_derive::boundary;

/// A member's first visit in another city or project.
#[boundary]
pub struct MemberVisit {
    /// The city or project that imports the record.
    pub node: Text,
    /// When it is imported.
    pub recorded_at: Time,
    /// Who imports it.
    pub by: Text,
    /// Whoever imports it has looked at papers and knows that visitor and member are one, though
    /// what was given does not show it.
    pub confirmed: bool,
}

/// A record that another city uses from now on.
#[boundary(answer)]
pub struct ImportedMember {
    /// The record, which stays one: it has a presence more, and nothing else changes.
    pub customer: Customer,
    /// What the visitor gave and the record has otherwise or lacks: to be asked for in a request to
    /// change the record.
    #[boundary(required)]
    pub differences: Vec<FieldChange>,
    /// The streams that the decision read: it is appended only while they are as they were.
    #[boundary(required)]
    pub reads: Vec<StreamRead>,
    /// What a person should read.
    pub findings: Vec<Finding>,
}

told!(ImportedMember: findings);

/// Imports the record of a member of another city.
///
/// ```
/// use kaipan::customer::*;
/// let at = "2025-03-01T09:30:00".parse()?;
/// let member = Customer::new("SH-1", at, "张三")
///     .with_phones(vec!["13800011234".into()])
///     .with_member(Membership::new("V0001").with_level("金卡").with_home("上海"));
/// let visit = MemberVisit::new("深圳", "2026-03-01T10:00:00".parse()?, "agent");
/// let given = Customer::new("N", at, "张三").with_phones(vec!["138 0001 1234".into()]);
/// let imported = MemberImporting::new(&member, &visit).given(&given).import()?;
/// assert_eq!(imported.customer.id, "SH-1");
/// assert_eq!(imported.customer.presences[0].node, "深圳");
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct MemberImporting<'a> {
    member: &'a Customer,
    visit: &'a MemberVisit,
    given: Option<&'a Customer>,
}

/// Fields that are compared with what the visitor gave.
const COMPARED: [CustomerField; 13] = [
    CustomerField::Name,
    CustomerField::PersonId,
    CustomerField::Passport,
    CustomerField::HongKongMacauPermit,
    CustomerField::TaiwanPermit,
    CustomerField::CompanyCode,
    CustomerField::Phone,
    CustomerField::Email,
    CustomerField::BirthDate,
    CustomerField::Gender,
    CustomerField::MailingAddress,
    CustomerField::RegisteredAddress,
    CustomerField::MaritalStatus,
];

impl<'a> MemberImporting<'a> {
    /// The record of the member, for a first visit elsewhere.
    pub fn new(member: &'a Customer, visit: &'a MemberVisit) -> MemberImporting<'a> {
        MemberImporting { member, visit, given: None }
    }

    /// With what the visitor gave.
    pub fn given(mut self, given: impl Into<Option<&'a Customer>>) -> MemberImporting<'a> {
        self.given = given.into();
        self
    }

    /// Imports the record.
    ///
    /// # Errors
    /// [`Code::CustomerBlank`], [`Code::CustomerImportNotMember`], [`Code::CustomerImportHome`], [`Code::CustomerImportAgain`],
    /// [`Code::CustomerImportEarly`], and [`Code::CustomerImportOther`] for a visitor who has nothing
    /// in common with the member, until it is confirmed.
    pub fn import(&self) -> Result<ImportedMember> {
        let MemberImporting { member, visit, given } = *self;
        let named = [("node", &visit.node), ("by", &visit.by)]
            .into_iter()
            .filter_map(|(field, id)| blank(Code::CustomerBlank, field, id));
        let mut errors: Vec<Error> = named.map(|error| error.within(Input::Visit)).collect();
        let at_visit = |code| Error::new(code).with("id", &member.id).with("node", &visit.node);
        if member.member.is_none() {
            let error = at_visit(Code::CustomerImportNotMember);
            errors.push(error.at("member").within(Input::Customer));
        }
        let home =
            member.member.as_ref().and_then(|one| one.home.as_ref()).or(member.city.as_ref());
        if home.is_some_and(|home| city::same(home, &visit.node)) {
            errors.push(at_visit(Code::CustomerImportHome).at("node").within(Input::Visit));
        }
        if member.presences.iter().any(|one| city::same(&one.node, &visit.node)) {
            errors.push(at_visit(Code::CustomerImportAgain).at("node").within(Input::Visit));
        }
        if visit.recorded_at < member.recorded_at {
            errors.push(at_visit(Code::CustomerImportEarly).at("recorded_at").within(Input::Visit));
        }
        let mut findings = Vec::new();
        if given.is_some_and(|given| level(member, given) == MatchLevel::New) {
            let error = at_visit(Code::CustomerImportOther).at("confirmed").within(Input::Visit);
            match visit.confirmed {
                true => findings.push(error.finding()),
                false => errors.push(error),
            }
        }
        Error::collect(errors)?;
        let last = member.member.as_ref().and_then(|member| member.valid_to);
        if let Some(last) = last.filter(|last| *last < visit.recorded_at.date()) {
            let told = finding!(Code::CustomerMemberExpired, last).at("valid_to").at("member");
            findings.push(told.within(Input::Customer));
        }
        let differences = given.map(|given| differences(member, given)).unwrap_or_default();
        if !differences.is_empty() {
            let told = finding!(Code::CustomerImportDiffers, count = differences.len());
            findings.push(told.within(Input::Newcomer));
        }
        let mut customer = member.clone();
        let presence =
            CustomerPresence::new(visit.node.clone(), visit.recorded_at, visit.by.clone());
        customer.presences.push(presence);
        Ok(ImportedMember {
            customer,
            differences,
            reads: vec![super::merge::read(member)],
            findings,
        })
    }
}

/// How surely the visitor is the member, by the rules of the handbook.
fn level(member: &Customer, given: &Customer) -> MatchLevel {
    MatchPolicy::default().level(&Known::of(member), &Known::of(given))
}

/// What the visitor gave and the record has otherwise or lacks.
fn differences(member: &Customer, given: &Customer) -> Vec<FieldChange> {
    let mut all = Vec::new();
    for field in COMPARED {
        let (there, more) = (field.values(member, None), field.values(given, None));
        for new in more.into_iter().filter(|new| !there.iter().any(|one| field.is_same(one, new))) {
            let mut change = FieldChange::new(field).with_new(new);
            if !field.has_several() {
                change.old = there.first().cloned();
            }
            all.push(change);
        }
    }
    all
}
