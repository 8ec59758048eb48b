//! The rules by which customers belong to agents, as data (handbook §9.3).

use crate::Text;
use crate::check::{Must, unusual, with_repeats};
use crate::error::{Code, Error, Finding, Input};
use crate::number::Fraction;
use crate::opportunity::FollowUpKind;
use kaipan_derive::boundary;

/// How long a record of a kind gives a claim.
#[boundary]
pub struct ValidityRule {
    /// Call, visit, or other.
    pub kind: FollowUpKind,
    /// Days from the day of the event: the last day is the event's day and so many.
    pub days: u32,
}

/// How the commission is divided when two agents claim a customer.
#[boundary]
pub struct CommissionSplit {
    /// Only where the second claim was entered at most so many days after the first; always, if
    /// absent.
    pub within_days: Option<u32>,
    /// The owner's share; the agent of the second claim has the rest.
    pub owner_share: Fraction,
}

/// How often a customer must be contacted.
#[boundary(default, whole)]
pub struct ContactRule {
    /// From so many days after the last event on, a contact is due.
    pub warn_days: u32,
    /// After more days than these, it is overdue.
    pub max_gap_days: u32,
    /// From so many days without an event on, a manager may give the customer to another agent.
    pub reassign_days: u32,
}

impl Default for ContactRule {
    fn default() -> ContactRule {
        ContactRule { warn_days: 3, max_gap_days: 5, reassign_days: 14 }
    }
}

/// The rules of an office. What is absent is the rule that the first record counts, without end.
#[boundary]
pub struct OwnershipPolicy {
    /// Version.
    pub version: Option<Text>,
    /// How long records give a claim, by kind; without end for a kind that is not listed.
    pub validity: Vec<ValidityRule>,
    /// Contacts while a claim is in force lengthen it.
    #[boundary(default = true)]
    pub renews: bool,
    /// Such a contact lengthens it to so many days after the contact; without it, to those of its
    /// kind.
    pub renewal_days: Option<u32>,
    /// So many months after a claim was entered, it ends whatever contacts there were: the customer
    /// must be registered again.
    pub reregister_months: Option<u32>,
    /// A customer whom a manager gave to an agent stays his so many days without a contact; without
    /// end, if absent.
    pub assigned_days: Option<u32>,
    /// Spouses, parents and children count as one customer.
    pub family_counts_as_one: bool,
    /// How the commission is divided in a conflict; not at all, if absent.
    pub split: Option<CommissionSplit>,
    /// How often customers must be contacted.
    #[boundary(default)]
    pub contact: ContactRule,
    /// Records are entered by the end of this working day; the day of the event, if it is worked, is
    /// the first.
    #[boundary(default = entry_working_days)]
    pub entry_working_days: u32,
}

impl Default for OwnershipPolicy {
    fn default() -> OwnershipPolicy {
        OwnershipPolicy {
            version: None,
            validity: Vec::new(),
            renews: true,
            renewal_days: None,
            reregister_months: None,
            assigned_days: None,
            family_counts_as_one: false,
            split: None,
            contact: ContactRule::default(),
            entry_working_days: entry_working_days(),
        }
    }
}

const fn entry_working_days() -> u32 {
    2
}

/// Rules to begin with (handbook §9.3).
#[boundary]
pub enum OwnershipPreset {
    /// 先录先得: the first record counts, without end.
    FirstRecord,
    /// 有效期: a call gives 15 days, a visit 7, a contact 10 more; after two months the customer must
    /// be registered again; the family is one customer; the commission is divided in half.
    Validity,
}

impl OwnershipPreset {
    /// Every preset.
    pub const ALL: &'static [OwnershipPreset] =
        &[OwnershipPreset::FirstRecord, OwnershipPreset::Validity];

    /// Its rules.
    pub fn policy(self) -> OwnershipPolicy {
        match self {
            OwnershipPreset::FirstRecord => OwnershipPolicy::default(),
            OwnershipPreset::Validity => OwnershipPolicy {
                validity: vec![
                    ValidityRule { kind: FollowUpKind::Call, days: 15 },
                    ValidityRule { kind: FollowUpKind::Visit, days: 7 },
                    ValidityRule { kind: FollowUpKind::Other, days: 7 },
                ],
                renewal_days: Some(10),
                reregister_months: Some(2),
                assigned_days: Some(10),
                family_counts_as_one: true,
                split: Fraction::new(1, 2)
                    .ok()
                    .map(|owner_share| CommissionSplit { within_days: None, owner_share }),
                ..OwnershipPolicy::default()
            },
        }
    }
}

/// More working days than these are no deadline for entries.
const MOST_ENTRY_DAYS: u32 = 366;
/// More months than these are no time after which to register again.
const MOST_MONTHS: u32 = 1_200;

impl OwnershipPolicy {
    /// Days for which a record of a kind gives a claim; `None` is without end.
    pub(super) fn days_of(&self, kind: FollowUpKind) -> Option<u32> {
        self.validity.iter().find(|rule| rule.kind == kind).map(|rule| rule.days)
    }

    /// Everything that is wrong with the rules.
    pub(super) fn wrong_rules(&self) -> Vec<Error> {
        let number = |must: Must, field, value| must.refused(Code::OwnershipNumber, field, value);
        let mut errors = Vec::new();
        for (at, rule, again) in with_repeats(&self.validity, |rule| rule.kind) {
            if let Some(first) = again {
                let [kind_zh, kind_en] = names(rule.kind);
                let error = Error::new(Code::OwnershipKindTwice).with("kind_zh", kind_zh);
                let error = error.with("kind_en", kind_en).with("first", first);
                errors.push(error.at("kind").at(at).at("validity"));
            }
        }
        if let Some(split) = &self.split {
            let share =
                Must::BePart.refused(Code::OwnershipNumber, "owner_share", split.owner_share);
            errors.extend(share.map(|error| error.at("split")));
        }
        let ContactRule { warn_days, max_gap_days, reassign_days } = self.contact;
        for (field, days) in [("max_gap_days", max_gap_days), ("reassign_days", reassign_days)] {
            errors.extend(number(Must::BeOneOrMore, field, days).map(|error| error.at("contact")));
        }
        if warn_days > max_gap_days || max_gap_days > reassign_days {
            let error = Error::new(Code::OwnershipContactDays).with("low", warn_days);
            let error = error.with("most", max_gap_days).with("high", reassign_days);
            errors.push(error.at("contact"));
        }
        errors.extend(number(Must::BeOneOrMore, "entry_working_days", self.entry_working_days));
        let months = self.reregister_months;
        errors.extend(
            months.and_then(|months| number(Must::BeOneOrMore, "reregister_months", months)),
        );
        let bounds = [
            ("entry_working_days", Some(self.entry_working_days), MOST_ENTRY_DAYS),
            ("reregister_months", months, MOST_MONTHS),
        ];
        for (field, value, most) in bounds {
            if let Some(value) = value.filter(|value| *value > most) {
                let error = Error::new(Code::OwnershipTooLong).with("field", field);
                errors.push(error.with("value", value).with("most", most).at(field));
            }
        }
        errors.into_iter().map(|error| error.within(Input::Policy)).collect()
    }

    /// Rules that are legal and almost surely a mistake.
    pub(super) fn told(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let gap = ["可重新分配的天数", "the days after which a customer may be reassigned"];
        let gap = unusual::days(gap, self.contact.reassign_days, [3, 90]);
        findings.extend(gap.map(|found| found.at("reassign_days").at("contact")));
        let entry = ["录入期限的工作日数", "the working days within which records are entered"];
        let entry = unusual::days(entry, self.entry_working_days, [1, 10]);
        findings.extend(entry.map(|found| found.at("entry_working_days")));
        for (at, rule) in self.validity.iter().enumerate() {
            let days = ["有效期的天数", "the days for which a record gives a claim"];
            let days = unusual::days(days, rule.days, [1, 365]);
            findings.extend(days.map(|found| found.at("days").at(at).at("validity")));
        }
        findings.into_iter().map(|found| found.within(Input::Policy)).collect()
    }
}

/// A kind of record in Chinese and in English.
pub(super) fn names(kind: FollowUpKind) -> [&'static str; 2] {
    match kind {
        FollowUpKind::Call => ["来电", "call"],
        FollowUpKind::Visit => ["来访", "visit"],
        FollowUpKind::Other => ["其他跟进", "other contact"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_have_nothing_wrong_and_nothing_odd() {
        for preset in OwnershipPreset::ALL {
            let policy = preset.policy();
            assert!(policy.wrong_rules().is_empty() && policy.told().is_empty());
        }
    }

    #[test]
    fn what_is_wrong_or_odd_is_told_with_its_place() {
        let mut policy = OwnershipPreset::Validity.policy();
        policy.validity[1].kind = FollowUpKind::Call;
        policy.contact = ContactRule { warn_days: 6, max_gap_days: 5, reassign_days: 14 };
        policy.entry_working_days = 0;
        policy.reregister_months = Some(1_201);
        let paths: Vec<String> = policy.wrong_rules().iter().map(Error::path).collect();
        let expected = [
            "/policy/validity/1/kind",
            "/policy/contact",
            "/policy/entry_working_days",
            "/policy/reregister_months",
        ];
        assert_eq!(paths, expected);
        let odd = OwnershipPolicy {
            contact: ContactRule { reassign_days: 1_400, ..ContactRule::default() },
            entry_working_days: 20,
            ..OwnershipPolicy::default()
        };
        assert!(odd.wrong_rules().is_empty());
        assert_eq!(odd.told().len(), 2);
    }
}
