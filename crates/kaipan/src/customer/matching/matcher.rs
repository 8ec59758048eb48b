//! Newcomers beside the customers that are there.

use super::answer::{MatchedCustomer, NewcomerMatch};
use super::clue::{MatchClue, MatchLevel};
use super::known::{Known, told_unreadable, unreadable};
use super::policy::{DuplicateAction, MatchPolicy};
use super::reason::{MatchReason, level_of, reasons};
use super::sound::sound;
use crate::builder::optional_inputs;
use crate::customer::identity::{PaperNumber, Phone};
use crate::customer::record::Customer;
use crate::error::{Code, Error, Finding, Input, Result, finding};
use crate::{Label, Text, city};
use std::borrow::Cow;

/// Matches newcomers with the customers that are there.
///
/// The answer does not depend on the order of the customers. A customer with the newcomer's own id
/// is left out.
///
/// ```
/// use kaipan::customer::{Customer, MatchClue, MatchLevel, Matching};
/// let at = "2026-03-01T09:30:00".parse()?;
/// let known = [Customer::new("C-1", at, "张三").with_phones(vec!["138 0001 1234".into()])];
/// let matching = Matching::new(&known)?;
/// let same = Customer::new("C-2", at, "张先生").with_phones(vec!["+86 13800011234".into()]);
/// let found = matching.of(&same);
/// assert_eq!((found.level, found.may_create), (MatchLevel::Same, false));
/// assert_eq!(found.candidates[0].reasons[0].clues, [MatchClue::Phone]);
/// // A broker hides the middle of the number: perhaps the same, and everybody it fits is named.
/// let masked = Customer::new("C-3", at, "张").with_phones(vec!["138****1234".into()]);
/// assert_eq!(matching.of(&masked).level, MatchLevel::Suspect);
/// # Ok::<(), kaipan::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Matching<'a> {
    customers: &'a [Customer],
    known: Vec<Known>,
    policy: Cow<'a, MatchPolicy>,
    city: Option<&'a Text>,
}

impl<'a> Matching<'a> {
    /// With the customers that are there, by the policy of the handbook.
    ///
    /// # Errors
    /// Customers without an id of their own ([`Code::CustomerIdBlank`], [`Code::CustomerIdTwice`]), or
    /// with very many values of a field ([`Code::CustomerManyValues`]).
    pub fn new(customers: &'a [Customer]) -> Result<Matching<'a>> {
        sound(customers)?;
        let known = customers.iter().map(Known::of).collect();
        Ok(Matching { customers, known, policy: Cow::default(), city: None })
    }

    /// By the policy of the company.
    ///
    /// # Errors
    /// [`Code::CustomerMatchRuleNew`], [`Code::CustomerMatchRuleEmpty`].
    pub fn policy(mut self, policy: &'a MatchPolicy) -> Result<Matching<'a>> {
        Error::collect(policy.errors())?;
        self.policy = Cow::Borrowed(policy);
        Ok(self)
    }

    optional_inputs! {
        /// The city in which the newcomer stands: members of other cities are to be imported.
        city: &'a Text;
    }

    /// What a person should read about the policy, and about customers of whom something cannot be
    /// compared.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut told = self.policy.findings();
        told.extend(told_unreadable(self.customers));
        told
    }

    /// Whether a newcomer is there already.
    #[must_use]
    pub fn of(&self, newcomer: &Customer) -> NewcomerMatch {
        let own = Known::of(newcomer);
        let mut candidates = Vec::new();
        let mut namesakes = Vec::new();
        let mut findings: Vec<Finding> =
            unreadable(newcomer).into_iter().map(|e| e.within(Input::Newcomer).finding()).collect();
        let mut masked: Vec<&Customer> = Vec::new();
        for (customer, known) in self.customers.iter().zip(&self.known) {
            if customer.id == newcomer.id {
                continue;
            }
            let reasons = reasons(&self.policy, &own, known);
            let level = level_of(&reasons);
            if own.agrees(known, MatchClue::Name) {
                namesakes.push((customer, self.matched(customer, level, reasons.clone())));
            }
            if level == MatchLevel::New {
                continue;
            }
            let by_mask = reasons.iter().any(|one| one.clues.contains(&MatchClue::MaskedPhone));
            masked.extend((by_mask && level == MatchLevel::Suspect).then_some(customer));
            if level == MatchLevel::Same && own.is_other_person(known) {
                findings.push(finding!(Code::CustomerMatchContradiction, id = customer.id));
            }
            candidates.push((customer, self.matched(customer, level, reasons)));
        }
        candidates.sort_by(|(a, one), (b, two)| (one.level, a.age()).cmp(&(two.level, b.age())));
        namesakes.sort_by_key(|(customer, _)| customer.age());
        masked.sort_by_key(|customer| customer.age());
        if !masked.is_empty() {
            findings.push(finding!(
                Code::CustomerMaskedCandidates,
                count = masked.len(),
                ids = listed(masked.iter().map(|customer| &customer.id))
            ));
        }
        findings.sort_by(|a, b| {
            (&a.path, a.code.number(), &a.zh).cmp(&(&b.path, b.code.number(), &b.zh))
        });
        let level = candidates.first().map_or(MatchLevel::New, |(_, first)| first.level);
        let action = self.policy.action(level);
        let surest =
            candidates.iter().filter(|(_, one)| one.level == level).map(|(one, _)| &one.id);
        findings.extend(said(action, level, &listed(surest)));
        NewcomerMatch {
            level,
            action,
            may_create: action != DuplicateAction::Forbid,
            candidates: candidates.into_iter().map(|(_, one)| one).collect(),
            namesakes: namesakes.into_iter().map(|(_, one)| one).collect(),
            findings,
        }
    }

    fn matched(
        &self,
        customer: &Customer,
        level: MatchLevel,
        reasons: Vec<MatchReason>,
    ) -> MatchedCustomer {
        let member = customer.member.as_ref();
        let home = member.and_then(|member| member.home.as_ref()).or(customer.city.as_ref());
        let is_away = self.city.zip(home).is_some_and(|(here, home)| !city::same(here, home));
        let is_used_here = self.city.is_some_and(|here| {
            customer.presences.iter().any(|presence| city::same(&presence.node, here))
        });
        let phones = customer.phones.iter().filter_map(|phone| Phone::read(phone).ok());
        let papers = customer.papers.iter().filter_map(|paper| PaperNumber::of(paper).ok());
        MatchedCustomer {
            id: customer.id.clone(),
            level,
            reasons,
            phones: phones.map(|phone| phone.shown().into()).collect(),
            papers: papers.map(|paper| paper.shown().into()).collect(),
            member_level: member.and_then(|member| member.level.clone()),
            member_home: member.and_then(|member| member.home.clone()),
            city: customer.city.clone(),
            to_import: member.is_some() && is_away && !is_used_here,
        }
    }
}

/// What is said to whoever enters the newcomer.
fn said(action: DuplicateAction, level: MatchLevel, ids: &Label) -> Option<Finding> {
    match (action, level) {
        (_, MatchLevel::New) | (DuplicateAction::Ignore, _) => None,
        (DuplicateAction::Forbid, _) => Some(finding!(Code::CustomerForbidden, ids)),
        (DuplicateAction::Warn, MatchLevel::Same) => Some(finding!(Code::CustomerSame, ids)),
        (DuplicateAction::Warn, MatchLevel::Suspect) => Some(finding!(Code::CustomerSuspect, ids)),
    }
}

fn listed<'i>(ids: impl Iterator<Item = &'i Text>) -> Label {
    let ids: Vec<&str> = ids.map(Text::as_str).collect();
    Label::from(ids.join(", "))
}
