//! Who buys.

use super::{Desk, named};
use kaipan::deal::{DealGuard, Lacking};

impl Desk<'_> {
    pub(super) fn people(&mut self) {
        self.known();
        match &self.context.unanswered {
            None => self.needs(DealGuard::Questionnaire, "unanswered"),
            Some(open) => {
                if let Some(first) = open.first() {
                    self.lacks(DealGuard::Questionnaire, named(first, open.len()));
                }
            }
        }
    }

    /// The first buyer who is not identified, has empty fields, owes too much; each once.
    fn known(&mut self) {
        let (mut identity, mut fields, mut credit) = (false, false, false);
        let known = self.context.buyers.as_deref().unwrap_or_default();
        let buyers = self.buyers();
        let all_known = self.context.buyers.is_some() && !buyers.is_empty();
        for buyer in buyers.iter().filter(|_| all_known) {
            let facts = known.iter().find(|one| one.customer == buyer.customer);
            if !identity && facts.is_none_or(|facts| !facts.identified) {
                identity = true;
                match facts {
                    None => self.needs(DealGuard::IdentityRecorded, "buyers"),
                    Some(facts) => {
                        self.lacks(DealGuard::IdentityRecorded, named(&facts.customer, 1));
                    }
                }
            }
            if !fields && facts.is_none_or(|facts| !facts.missing.is_empty()) {
                fields = true;
                match facts.and_then(|facts| Some((facts.missing.first()?, facts.missing.len()))) {
                    None => self.needs(DealGuard::RequiredFields, "buyers"),
                    Some((first, count)) => {
                        self.lacks(DealGuard::RequiredFields, named(first, count));
                    }
                }
            }
            if credit {
                continue;
            }
            match facts.map(|facts| (facts.credit_limit, facts.owes)) {
                None => {
                    credit = true;
                    self.needs(DealGuard::CreditLimit, "buyers");
                }
                Some((Some(_), None)) => {
                    credit = true;
                    self.needs(DealGuard::CreditLimit, "owes");
                }
                Some((Some(most), Some(found))) if found > most => {
                    credit = true;
                    self.lacks(DealGuard::CreditLimit, Lacking::TooMuch { most, found });
                }
                Some(_) => {}
            }
        }
        if !all_known {
            self.needs(DealGuard::IdentityRecorded, "buyers");
            self.needs(DealGuard::RequiredFields, "buyers");
            self.needs(DealGuard::CreditLimit, "buyers");
        }
    }
}
