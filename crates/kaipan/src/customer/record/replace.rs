//! A value of a field in the place of another.

use super::{Customer, CustomerAttribute, CustomerField, CustomerWork, MaritalStatus, Membership};
use crate::Text;
use crate::customer::identity::{Gender, Paper};

impl CustomerField {
    /// Puts a new value in the place of the old one; `None` for a value that cannot be.
    pub(crate) fn replace(
        self,
        customer: &mut Customer,
        attribute: Option<&Text>,
        old: Option<&Text>,
        new: Option<&Text>,
    ) -> Option<()> {
        let value = new.cloned();
        match self {
            CustomerField::AnyPaper => return None,
            CustomerField::Name => customer.name = value?,
            CustomerField::OtherName => {
                in_list(&mut customer.other_names, |one| Some(one) == old, value)
            }
            CustomerField::Phone => in_list(&mut customer.phones, |one| Some(one) == old, value),
            CustomerField::Email => customer.email = value,
            CustomerField::BirthDate => {
                customer.birth_date = read(value, |text| text.parse().ok())?
            }
            CustomerField::Gender => customer.gender = read(value, gender)?,
            CustomerField::MemberCard => match (value, &mut customer.member) {
                (Some(card), Some(member)) => member.card = card,
                (Some(card), member) => *member = Some(Membership::new(card)),
                (None, member) => *member = None,
            },
            CustomerField::MemberLevel => customer.member.as_mut()?.level = value,
            CustomerField::MemberHome => customer.member.as_mut()?.home = value,
            CustomerField::MailingAddress => customer.mailing_address = value,
            CustomerField::RegisteredAddress => customer.registered_address = value,
            CustomerField::MaritalStatus => customer.marital_status = read(value, marital_status)?,
            CustomerField::HouseholdSize => {
                customer.household_size = read(value, |text| text.parse().ok())?;
            }
            CustomerField::Employer => work(customer).employer = value,
            CustomerField::Industry => work(customer).industry = value,
            CustomerField::Position => work(customer).position = value,
            CustomerField::IncomeBand => work(customer).income_band = value,
            CustomerField::Purpose => customer.preferences.get_or_insert_default().purpose = value,
            CustomerField::Medium => customer.preferences.get_or_insert_default().medium = value,
            CustomerField::CustomerClass => customer.customer_class = value,
            CustomerField::City => customer.city = value,
            CustomerField::Attribute => {
                let name = attribute?;
                let made = value.map(|value| CustomerAttribute::new(name, value));
                in_list(&mut customer.attributes, |one| one.name == *name, made);
            }
            paper => {
                let kind = paper.paper()?;
                let made = value.map(|number| Paper::new(kind, number));
                let is_old = |one: &Paper| one.kind == kind && Some(&one.number) == old;
                in_list(&mut customer.papers, is_old, made);
            }
        }
        Some(())
    }
}

/// Puts a value in the place of the first that is meant, at the end if none is, or takes it out.
fn in_list<T>(list: &mut Vec<T>, is_meant: impl Fn(&T) -> bool, value: Option<T>) {
    let at = list.iter().position(is_meant);
    let slot = at.and_then(|at| list.get_mut(at));
    match (slot, value) {
        (Some(slot), Some(value)) => *slot = value,
        (None, Some(value)) => list.push(value),
        (Some(_), None) => {
            let mut index = 0_usize;
            list.retain(|_| {
                let is_kept = Some(index) != at;
                index = index.saturating_add(1);
                is_kept
            });
        }
        (None, None) => {}
    }
}

/// A value that is absent, or one that can be read.
fn read<T>(value: Option<Text>, of: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    match value {
        None => Some(None),
        Some(text) => of(&text).map(Some),
    }
}

fn gender(word: &str) -> Option<Gender> {
    [Gender::Male, Gender::Female].into_iter().find(|gender| gender.word() == word)
}

fn marital_status(word: &str) -> Option<MaritalStatus> {
    use MaritalStatus as Status;
    let all = [Status::Single, Status::Married, Status::Divorced, Status::Widowed];
    all.into_iter().find(|status| status.word() == word)
}

fn work(customer: &mut Customer) -> &mut CustomerWork {
    customer.work.get_or_insert_default()
}
