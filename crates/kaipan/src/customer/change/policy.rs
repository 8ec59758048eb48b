//! Which changes need an approval, and which classes a customer may move between.

use super::super::record::CustomerField;
use crate::check::with_repeats;
use crate::error::{Code, Error, Input};
use crate::{Label, Text};
use kaipan_derive::boundary;

/// What may change, and how.
///
/// The default is that of handbook §9.1: what a customer is known by needs an approval, and so does
/// every field of a record that was imported from another city; customers move between the classes
/// of the handbook.
#[boundary(default, whole)]
pub struct ChangePolicy {
    /// Fields whose change needs an approval.
    pub with_approval: Vec<CustomerField>,
    /// Whether every change of an imported record needs one.
    pub imported_with_approval: bool,
    /// 客户类别: the classes that there are.
    pub classes: Vec<CustomerClass>,
    /// 客户类别转换: which class may become which.
    pub moves: Vec<ClassMove>,
}

/// 客户类别.
#[boundary]
pub struct CustomerClass {
    /// Code.
    pub code: Text,
    /// Name in Chinese.
    pub name: Label,
    /// Name in English.
    pub name_en: Option<Label>,
}

/// A class that may become another.
#[boundary]
pub struct ClassMove {
    /// From; a customer without a class if absent.
    pub from: Option<Text>,
    /// To.
    pub to: Text,
}

impl Default for ChangePolicy {
    fn default() -> ChangePolicy {
        let class = |(code, name, name_en): (&str, &str, &str)| CustomerClass {
            code: code.into(),
            name: name.into(),
            name_en: Some(name_en.into()),
        };
        let moved = |(from, to): (Option<&str>, &str)| ClassMove {
            from: from.map(Text::from),
            to: to.into(),
        };
        ChangePolicy {
            with_approval: vec![
                CustomerField::Name,
                CustomerField::PersonId,
                CustomerField::ResidencePermit,
                CustomerField::Passport,
                CustomerField::HongKongMacauPermit,
                CustomerField::TaiwanPermit,
                CustomerField::ForeignerPermit,
                CustomerField::MilitaryCard,
                CustomerField::CompanyCode,
                CustomerField::OtherPaper,
                CustomerField::Phone,
                CustomerField::BirthDate,
                CustomerField::MemberCard,
                CustomerField::MemberLevel,
                CustomerField::MemberHome,
            ],
            imported_with_approval: true,
            classes: CLASSES.map(class).to_vec(),
            moves: MOVES.map(moved).to_vec(),
        }
    }
}

/// Code, name in Chinese and in English.
const CLASSES: [(&str, &str, &str); 5] = [
    ("prospect", "潜在客户", "prospect"),
    ("interested", "意向客户", "interested"),
    ("registered", "认筹客户", "registered"),
    ("subscriber", "认购客户", "subscriber"),
    ("owner", "业主", "owner"),
];

/// Customers come nearer step by step or at once; they fall back when a registration or a
/// subscription ends, and an owner who gives the unit back is interested again.
const MOVES: [(Option<&str>, &str); 16] = [
    (None, "prospect"),
    (None, "interested"),
    (None, "owner"),
    (Some("prospect"), "interested"),
    (Some("prospect"), "registered"),
    (Some("prospect"), "subscriber"),
    (Some("interested"), "prospect"),
    (Some("interested"), "registered"),
    (Some("interested"), "subscriber"),
    (Some("registered"), "interested"),
    (Some("registered"), "subscriber"),
    (Some("subscriber"), "interested"),
    (Some("subscriber"), "registered"),
    (Some("subscriber"), "owner"),
    (Some("owner"), "interested"),
    (Some("owner"), "subscriber"),
];

impl ChangePolicy {
    /// Classes given twice, and moves between classes that there are not.
    pub(super) fn errors(&self) -> Vec<Error> {
        let twice = with_repeats(&self.classes, |class| class.code.as_str());
        let twice = twice.filter_map(|(at, class, first)| {
            let error = Error::new(Code::CustomerClassTwice).with("class", &class.code);
            Some(error.with("first", first?).at("code").at(at).at("classes"))
        });
        let moves = self.moves.iter().enumerate().flat_map(|(at, one)| {
            let ends = [("from", one.from.as_ref()), ("to", Some(&one.to))];
            ends.into_iter().filter_map(move |(field, class)| {
                let error = self.unknown_class(class?)?;
                Some(error.at(field).at(at).at("moves"))
            })
        });
        twice.chain(moves).map(|error| error.within(Input::Policy)).collect()
    }

    /// What is wrong with a class that there is not.
    pub(super) fn unknown_class(&self, class: &Text) -> Option<Error> {
        let known = self.classes.iter().map(|one| one.code.as_str());
        let is_known = known.clone().any(|one| one == class.as_str());
        let error = || Error::new(Code::CustomerClassUnknown).with("class", class);
        (!is_known).then(|| error().with_nearest(known, class))
    }

    pub(super) fn may_move(&self, from: Option<&Text>, to: &Text) -> bool {
        self.moves.iter().any(|one| one.from.as_ref() == from && one.to == *to)
    }
}
