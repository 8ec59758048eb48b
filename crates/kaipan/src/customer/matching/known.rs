//! What is known of a customer, in the form in which it is compared.

use super::clue::MatchClue;
use crate::Date;
use crate::customer::identity::{PaperNumber, PersonId, Phone, PhoneAgreement, name_key};
use crate::customer::record::{Customer, card_key};
use crate::error::{Error, Finding, Input, MOST};

/// Names, papers, card, phones and days of birth of a customer; what cannot be read is not there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(super) names: Vec<String>,
    pub(super) papers: Vec<PaperNumber>,
    pub(super) card: Option<String>,
    pub(super) phones: Vec<Phone>,
    pub(super) births: Vec<Date>,
}

impl Known {
    pub(crate) fn of(customer: &Customer) -> Known {
        let names = std::iter::once(&customer.name).chain(&customer.other_names);
        let mut names: Vec<String> = names.map(|name| name_key(name)).collect();
        names.retain(|name| !name.is_empty());
        let papers: Vec<PaperNumber> =
            customer.papers.iter().filter_map(|paper| PaperNumber::of(paper).ok()).collect();
        let of_card = |paper: &PaperNumber| PersonId::read(paper.as_str()).ok();
        let person = papers.iter().filter(|paper| paper.is_person()).filter_map(of_card);
        let births = customer.birth_date.into_iter().chain(person.map(|id| id.birth_date()));
        Known {
            births: births.collect(),
            card: customer
                .member
                .as_ref()
                .map(|member| card_key(&member.card))
                .filter(|card| !card.is_empty()),
            phones: customer.phones.iter().filter_map(|phone| Phone::read(phone).ok()).collect(),
            names,
            papers,
        }
    }

    /// Whether two customers have this in common.
    pub(super) fn agrees(&self, other: &Known, clue: MatchClue) -> bool {
        let phones = |wanted: PhoneAgreement| {
            self.phones
                .iter()
                .any(|one| other.phones.iter().any(|two| one.agreement(two) == wanted))
        };
        match clue {
            MatchClue::Paper => common(&self.papers, &other.papers),
            MatchClue::MemberCard => self.card.is_some() && self.card == other.card,
            MatchClue::Phone => phones(PhoneAgreement::Same),
            MatchClue::MaskedPhone => phones(PhoneAgreement::Possible),
            MatchClue::Name => common(&self.names, &other.names),
            MatchClue::PhoneTail => common(&self.tails(), &other.tails()),
            MatchClue::BirthDate => common(&self.births, &other.births),
        }
    }

    pub(super) fn tails(&self) -> Vec<&str> {
        self.phones.iter().filter_map(Phone::last_four).collect()
    }

    /// Two identity cards, and not the same: two people.
    pub(crate) fn is_other_person(&self, other: &Known) -> bool {
        let cards = |known: &'_ Known| -> Vec<PaperNumber> {
            known.papers.iter().filter(|paper| paper.is_person()).cloned().collect()
        };
        let (one, two) = (cards(self), cards(other));
        !one.is_empty() && !two.is_empty() && !common(&one, &two)
    }

    /// The values that two customers have in common, with their middle hidden.
    pub(super) fn shown(&self, other: &Known, clue: MatchClue) -> Vec<String> {
        let phones = |wanted: PhoneAgreement| {
            let own = self.phones.iter();
            let own = own.filter(|one| other.phones.iter().any(|two| one.agreement(two) == wanted));
            own.map(Phone::shown).collect()
        };
        match clue {
            MatchClue::Paper => {
                let own = self.papers.iter().filter(|paper| other.papers.contains(paper));
                own.map(PaperNumber::shown).collect()
            }
            MatchClue::Phone => phones(PhoneAgreement::Same),
            MatchClue::MaskedPhone => phones(PhoneAgreement::Possible),
            _ => Vec::new(),
        }
    }
}

/// What cannot be read of a customer, with its place in the record.
pub(crate) fn unreadable(customer: &Customer) -> Vec<Error> {
    let phones = customer.phones.iter().enumerate();
    let phones = phones
        .filter_map(|(at, phone)| Phone::read(phone).err().map(|error| error.at(at).at("phones")));
    let papers = customer.papers.iter().enumerate();
    let papers = papers.filter_map(|(at, paper)| {
        PaperNumber::of(paper).err().map(|error| error.at("number").at(at).at("papers"))
    });
    phones.chain(papers).collect()
}

/// What cannot be read of a list of customers, up to a number that a person can read.
pub(super) fn told_unreadable(customers: &[Customer]) -> Vec<Finding> {
    let customers = customers.iter().enumerate();
    let mut wrong = customers.flat_map(|(at, one)| {
        unreadable(one).into_iter().map(move |error| error.at(at).within(Input::Customers))
    });
    let mut told: Vec<Finding> = wrong.by_ref().take(MOST).map(Error::finding).collect();
    let more = wrong.count();
    told.extend((more > 0).then(|| Error::unlisted(more).within(Input::Customers).finding()));
    told
}

fn common<T: PartialEq>(one: &[T], two: &[T]) -> bool {
    one.iter().any(|value| two.contains(value))
}
