//! Changing the record of a customer by a request (handbook §9.1).

mod policy;
mod request;

pub use policy::{ChangePolicy, ClassMove, CustomerClass};
pub use request::{ChangeDecision, ChangeState, CustomerChange, CustomerHistory, FieldChange};

use super::checking::contradictions;
use super::identity::{Paper, PaperNumber, Phone};
use super::record::{Customer, CustomerField};
use crate::Text;
use crate::approval::{ApprovalKind, ApprovalRequest, ApprovalStatus};
use crate::builder::optional_inputs;
use crate::check::{blank, with_repeats};
use crate::error::{Code, Error, Input, Result};
use std::borrow::Cow;

/// Decides about a request to change a customer.
///
/// A request says what stands in a field and what is to stand there. It is refused if something
/// else stands there by now. What needs an approval waits for one: a request for approval of the kind
/// `customer_edit` whose subject is the id of the change, and that was approved.
///
/// ```
/// use kaipan::customer::*;
/// let customer = Customer::new("C-1", "2026-03-01T09:30:00".parse()?, "张三")
///     .with_phones(vec!["13800011234".into()]);
/// let phone = FieldChange::new(CustomerField::Phone).with_old("13800011234").with_new("13900011234");
/// let at = "2026-04-01T10:00:00".parse()?;
/// let change = CustomerChange::new("R-1", "C-1", vec![phone], "agent", at);
/// let waiting = Changing::new(&customer).decide(&change)?;
/// assert_eq!(waiting.state, ChangeState::NeedsApproval);
/// // Where a company asks for no approval of phones:
/// let policy = ChangePolicy { with_approval: vec![CustomerField::Name], ..ChangePolicy::default() };
/// let done = Changing::new(&customer).policy(&policy).decide(&change)?;
/// assert_eq!(done.customer.phones[0], "13900011234");
/// assert_eq!(done.history[0].old.as_deref(), Some("13800011234"));
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Changing<'a> {
    customer: &'a Customer,
    policy: Cow<'a, ChangePolicy>,
    approval: Option<&'a ApprovalRequest>,
}

impl<'a> Changing<'a> {
    /// The record as it stands, by the policy of the handbook.
    pub fn new(customer: &'a Customer) -> Changing<'a> {
        Changing { customer, policy: Cow::default(), approval: None }
    }

    /// By the policy of the company.
    pub fn policy(mut self, policy: &'a ChangePolicy) -> Changing<'a> {
        self.policy = Cow::Borrowed(policy);
        self
    }

    optional_inputs! {
        /// The request for approval of the change, as it was decided.
        approval: &'a ApprovalRequest;
    }

    /// Decides about a request.
    ///
    /// # Errors
    /// Everything that is wrong with the policy or the request; [`Code::ApprovalOfAnother`] and
    /// [`Code::ApprovalNotDecided`] for a request for approval that is not of this change or was not
    /// approved. The record is as it was then.
    pub fn decide(&self, change: &CustomerChange) -> Result<ChangeDecision> {
        let mut errors = self.policy.errors();
        let mut changed = self.customer.clone();
        errors.extend(self.request_errors(change).into_iter().map(|e| e.within(Input::Change)));
        for (at, field) in change.fields.iter().enumerate() {
            let wrong = self.wrong(field).or_else(|| apply(field, &mut changed));
            errors.extend(wrong.map(|error| error.at(at).at("fields").within(Input::Change)));
        }
        let about = (ApprovalKind::CustomerEdit, change.id.as_str());
        let approved =
            ApprovalRequest::require_given(self.approval, false, about, ApprovalStatus::Approved);
        errors.extend(approved.err());
        Error::collect(errors)?;
        let approval_fields = self.approval_fields(change);
        let is_waiting = !approval_fields.is_empty() && self.approval.is_none();
        let mut reads = vec![super::merge::read(self.customer)];
        reads.extend(self.approval.map(ApprovalRequest::read));
        let findings =
            contradictions(&changed).into_iter().map(|told| told.within(Input::Customer));
        Ok(ChangeDecision {
            state: if is_waiting { ChangeState::NeedsApproval } else { ChangeState::Applied },
            approval_fields,
            findings: findings.collect(),
            history: if is_waiting { Vec::new() } else { self.history(change) },
            customer: if is_waiting { self.customer.clone() } else { changed },
            reads,
        })
    }

    fn request_errors(&self, change: &CustomerChange) -> Vec<Error> {
        let ids = [("id", &change.id), ("by", &change.by)];
        let mut errors: Vec<Error> = ids
            .into_iter()
            .filter_map(|(field, id)| blank(Code::CustomerBlank, field, id))
            .collect();
        if change.customer != self.customer.id {
            let error = Error::new(Code::CustomerChangeOther).with("id", &change.customer);
            errors.push(error.with("other_id", &self.customer.id).at("customer"));
        }
        if change.fields.is_empty() {
            errors.push(Error::new(Code::CustomerChangeEmpty).at("fields"));
        }
        if change.recorded_at < self.customer.recorded_at {
            let error = Error::new(Code::CustomerChangeEarly).with("id", &self.customer.id);
            errors.push(error.at("recorded_at"));
        }
        let key = |one: &FieldChange| {
            (
                one.field,
                one.attribute.clone(),
                one.old.clone(),
                one.field.has_several().then(|| one.new.clone()),
            )
        };
        for (at, one, first) in with_repeats(&change.fields, key) {
            if let Some(first) = first {
                let error = named(Code::CustomerChangeTwice, one.field).with("first", first);
                errors.push(error.at("field").at(at).at("fields"));
            }
        }
        errors
    }

    /// Why a field cannot change as it is asked.
    fn wrong(&self, change: &FieldChange) -> Option<Error> {
        let FieldChange { field, attribute, old, new } = change;
        let refused = |code, place: &'static str| Some(named(code, *field).at(place));
        if *field == CustomerField::AnyPaper {
            return refused(Code::CustomerChangeField, "field");
        }
        if (*field == CustomerField::Attribute) != attribute.is_some() {
            return refused(Code::CustomerChangeAttribute, "attribute");
        }
        if old == new {
            return refused(Code::CustomerChangeNothing, "new");
        }
        let there = field.values(self.customer, attribute.as_deref());
        let is_there = match old {
            Some(old) => there.contains(old),
            None => there.is_empty() || field.has_several(),
        };
        if !is_there {
            return refused(Code::CustomerChangeStale, "old");
        }
        if new.as_ref().is_some_and(|new| there.contains(new)) {
            return refused(Code::CustomerChangeThere, "new");
        }
        if new.as_ref().is_none_or(|new| new.is_empty()) && *field == CustomerField::Name {
            return refused(Code::CustomerChangeName, "new");
        }
        let new = new.as_ref()?;
        let unreadable = match (*field, field.paper()) {
            (CustomerField::Phone, _) => Phone::read(new).err(),
            (_, Some(kind)) => PaperNumber::of(&Paper::new(kind, new.clone())).err(),
            (CustomerField::CustomerClass, _) => self.wrong_class(new),
            _ => None,
        };
        unreadable.map(|error| error.at("new"))
    }

    fn wrong_class(&self, to: &Text) -> Option<Error> {
        let from = self.customer.customer_class.as_ref();
        self.policy.unknown_class(to).or_else(|| {
            let error = Error::new(Code::CustomerClassMove).with("class", to);
            let error = error.with("from_class", from.map(Text::as_str).unwrap_or_default());
            (!self.policy.may_move(from, to)).then_some(error)
        })
    }

    fn approval_fields(&self, change: &CustomerChange) -> Vec<CustomerField> {
        let is_imported = !self.customer.presences.is_empty();
        let all = is_imported && self.policy.imported_with_approval;
        let fields = change.fields.iter().map(|one| one.field);
        let mut fields: Vec<CustomerField> =
            fields.filter(|field| all || self.policy.with_approval.contains(field)).collect();
        fields.sort_unstable();
        fields.dedup();
        fields
    }

    fn history(&self, change: &CustomerChange) -> Vec<CustomerHistory> {
        let entry = |one: &FieldChange| CustomerHistory {
            change: change.id.clone(),
            field: one.field,
            attribute: one.attribute.clone(),
            old: one.old.clone(),
            new: one.new.clone(),
            by: change.by.clone(),
            recorded_at: change.recorded_at,
            reason: change.reason.clone(),
            approval: self.approval.map(|request| request.id.clone()),
        };
        change.fields.iter().map(entry).collect()
    }
}

/// Changes the record, or says why the value cannot be.
fn apply(change: &FieldChange, customer: &mut Customer) -> Option<Error> {
    let FieldChange { field, attribute, old, new } = change;
    let done = field.replace(customer, attribute.as_ref(), old.as_ref(), new.as_ref());
    let code = match field {
        CustomerField::MemberLevel | CustomerField::MemberHome => Code::CustomerChangeNoMember,
        _ => Code::CustomerChangeValue,
    };
    match done {
        Some(()) => None,
        None => Some(named(code, *field).at("new")),
    }
}

fn named(code: Code, field: CustomerField) -> Error {
    Error::new(code).with("field", field.word()).with("field_zh", field.chinese())
}
