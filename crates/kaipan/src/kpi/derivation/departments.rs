//! 部门: which department an agent belongs to.

use crate::check::{Span, blank};
use crate::error::{Code, Error};
use crate::{Date, Text};
use kaipan_derive::boundary;
use std::collections::HashMap;

/// What is known of a person: his department, from one day to another.
#[boundary]
pub struct FactPerson {
    /// The person.
    pub person: Text,
    /// 部门.
    pub department: Text,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

impl FactPerson {
    const fn days(&self) -> Span<Date> {
        Span { from: self.valid_from, to: self.valid_to }
    }
}

/// Departments by person.
#[derive(Debug, Clone, Default)]
pub(super) struct Departments<'a>(HashMap<&'a str, Vec<&'a FactPerson>>);

impl<'a> Departments<'a> {
    /// Those of the persons, with what is wrong with them, each at its person.
    pub(super) fn new(persons: &'a [FactPerson]) -> (Departments<'a>, Vec<Error>) {
        let mut known: HashMap<&'a str, Vec<&'a FactPerson>> = HashMap::new();
        let mut places: HashMap<&'a str, Vec<usize>> = HashMap::new();
        let mut errors = Vec::new();
        for (at, one) in persons.iter().enumerate() {
            let own = known.entry(one.person.as_str()).or_default();
            let at_own = places.entry(one.person.as_str()).or_default();
            let met = own.iter().position(|other| other.days().meets(one.days()));
            let met = met.and_then(|met| at_own.get(met)).map(|met| {
                let error = Error::new(Code::KpiDepartmentTwice).with("person", &one.person);
                error.with("first", met.saturating_add(1)).at("person")
            });
            let turned = one.days().turned().map(|_| {
                let error = Error::new(Code::KpiDatesTurned);
                one.days().named_in(error).at("valid_to")
            });
            let blanks = blank(Code::KpiBlank, "person", &one.person).into_iter();
            let blanks = blanks.chain(blank(Code::KpiBlank, "department", &one.department));
            errors.extend(blanks.chain(turned).chain(met).map(|error| error.at(at)));
            own.push(one);
            at_own.push(at);
        }
        (Departments(known), errors)
    }

    /// The department of a person on a day.
    pub(super) fn of(&self, person: &str, day: Date) -> Option<&'a Text> {
        let own = self.0.get(person)?;
        own.iter().find(|one| one.days().contains(day)).map(|one| &one.department)
    }
}
