use super::{Project, Selection, Unit};
use crate::check::Span;
use crate::{Date, Text};
use kaipan_derive::boundary;

/// A presale permit (预售许可证): units may be sold only after it.
#[boundary]
pub struct PresalePermit {
    /// Permit number.
    pub number: Text,
    /// Day it was issued.
    pub issued_on: Date,
    /// Last day it is valid, if it ends.
    pub valid_until: Option<Date>,
    /// The units it covers, besides those that name it.
    pub covers: Option<Selection>,
}

impl PresalePermit {
    /// Whether the permit is in force on a day.
    pub fn in_force(&self, day: Date) -> bool {
        self.days().contains(day)
    }

    /// The days on which it is in force.
    pub(super) fn days(&self) -> Span<Date> {
        Span::new(Some(self.issued_on), self.valid_until)
    }

    /// Whether the permit covers a unit.
    pub fn covers(&self, unit: &Unit) -> bool {
        match &unit.permit {
            Some(number) => *number == self.number,
            None => self.covers.as_ref().is_some_and(|selection| selection.matches(unit)),
        }
    }
}

/// Whether a permit of the project covers the unit; on a given day, one in force on that day.
pub fn saleable(project: &Project, unit: &Unit, day: Option<Date>) -> bool {
    project
        .permits
        .iter()
        .any(|permit| permit.covers(unit) && day.is_none_or(|day| permit.in_force(day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Clause;

    #[test]
    fn a_permit_covers_what_it_names_or_selects_while_it_is_in_force() {
        let permit = PresalePermit {
            number: "深房许字001".into(),
            issued_on: "2026-01-10".parse().unwrap(),
            valid_until: Some("2026-12-31".parse().unwrap()),
            covers: Some(Selection::of(Clause { building: vec!["1".into()], ..Clause::default() })),
        };
        let project = Project { permits: vec![permit], ..Project::default() };
        let unit = |building: &str, number: Option<&str>| Unit {
            building: building.into(),
            permit: number.map(Into::into),
            ..Unit::default()
        };
        let day = |text: &str| Some(text.parse().unwrap());
        assert!(saleable(&project, &unit("1", None), day("2026-01-10")));
        assert!(!saleable(&project, &unit("1", None), day("2026-01-09")));
        assert!(!saleable(&project, &unit("1", None), day("2027-01-01")));
        assert!(!saleable(&project, &unit("2", None), None));
        assert!(saleable(&project, &unit("2", Some("深房许字001")), None));
        assert!(
            !saleable(&project, &unit("1", Some("另一证")), None),
            "the unit's own word counts"
        );
    }
}
